// SPDX-License-Identifier: GPL-3.0-or-later
// One writer a folder, others read; whoever is killed holds nothing.
#include "tests/engine/store/storetest.h"

#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

using namespace likeness;
using namespace likeness::tests;
using store::AccessWanted;
using store::CaseStore;

namespace
{

/// hold CASE: opens for writing, says so, and stays until its input ends.
int holdChild(const QString &folder)
{
    StandingClock clock;
    const auto store = CaseStore::open(folder, {"müller", "desk-8", true}, clock);
    if (!store)
        return 2;
    std::puts((*store)->opening().readOnly ? qPrintable((*store)->opening().lockHolder) : "writing");
    std::fflush(stdout);
    while (std::getchar() != EOF)
        ;
    return 0;
}

} // namespace

class TestLock : public QObject
{
    Q_OBJECT

    StandingClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_case;

    static QString start(QProcess &child, const QString &folder)
    {
        child.start(QCoreApplication::applicationFilePath(), {"hold", folder});
        child.waitForReadyRead(-1);
        return QString::fromUtf8(child.readAllStandardOutput()).trimmed();
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = m_folder->filePath("case");
        QVERIFY_OK(CaseStore::create(m_case, caseFile(m_clock), actor, m_clock));
    }

    void theSecondProcessReads()
    {
        QProcess child;
        QCOMPARE(start(child, m_case), QStringLiteral("writing"));
        {
            const auto second = CaseStore::open(m_case, actor, m_clock);
            QVERIFY_OK(second);
            QVERIFY((*second)->opening().readOnly);
            QCOMPARE((*second)->opening().lockHolder, QStringLiteral("müller on desk-8"));
            const auto refused = (*second)->commit(look, actor);
            QVERIFY_ERROR(refused, ReadOnly);
            QCOMPARE(refused.error().detail, QStringLiteral("müller on desk-8"));
            QVERIFY_OK((*second)->contents());
        }
        child.closeWriteChannel();
        QVERIFY(child.waitForFinished(-1));
        const auto third = CaseStore::open(m_case, actor, m_clock);
        QVERIFY_OK(third);
        QVERIFY(!(*third)->opening().readOnly);
    }

    void aKilledHolderHoldsNothing()
    {
        QProcess child;
        QCOMPARE(start(child, m_case), QStringLiteral("writing"));
        child.kill();
        QVERIFY(child.waitForFinished(-1));
        QVERIFY(bytesOf(m_case + "/lock").contains("müller")); // what stands in the file decides nothing
        const auto second = CaseStore::open(m_case, actor, m_clock);
        QVERIFY_OK(second);
        QVERIFY(!(*second)->opening().readOnly);
        QCOMPARE((*second)->opening().lockHolder, QString());
        QVERIFY_OK((*second)->commit(look, actor));
    }

    void theLockNamesItsHolder()
    {
        const auto store = CaseStore::open(m_case, actor, m_clock);
        QVERIFY_OK(store);
        QCOMPARE(bytesOf(m_case + "/lock"),
                 "{\"host\":\"desk-7\",\"pid\":" + QByteArray::number(QCoreApplication::applicationPid()) +
                     ",\"user\":\"examiner\"}\n");
        QProcess child;
        QCOMPARE(start(child, m_case), QStringLiteral("examiner on desk-7"));
        child.closeWriteChannel();
        QVERIFY(child.waitForFinished(-1));
        // The reader that came and went took nothing away.
        QVERIFY_OK((*store)->commit(look, actor));
        QProcess other;
        QCOMPARE(start(other, m_case), QStringLiteral("examiner on desk-7"));
        other.closeWriteChannel();
        QVERIFY(other.waitForFinished(-1));
    }

    void rubbishInTheLockIsNoObstacle()
    {
        for (const QByteArray &rubbish : {QByteArray(), QByteArray("\xff\0{", 3), QByteArray(100'000, 'x')}) {
            QVERIFY(sourceFile(m_case + "/lock", rubbish));
            const auto store = CaseStore::open(m_case, actor, m_clock);
            QVERIFY_OK(store);
            QVERIFY(!(*store)->opening().readOnly);
        }
    }

    void withinOneProcessToo()
    {
        const auto first = CaseStore::open(m_case, actor, m_clock);
        QVERIFY_OK(first);
        const auto second = CaseStore::open(m_case, actor, m_clock);
        QVERIFY_OK(second);
        QVERIFY((*second)->opening().readOnly);
        QCOMPARE((*second)->opening().lockHolder, QStringLiteral("examiner on desk-7"));
    }

    void aReaderSeesWhatTheWriterDoes()
    {
        const auto writer = CaseStore::open(m_case, actor, m_clock);
        QVERIFY_OK(writer);
        const auto reader = CaseStore::open(m_case, actor, m_clock, AccessWanted::Read);
        QVERIFY_OK(reader);
        QVERIFY((*reader)->opening().readOnly);
        for (int i = 2; i < 5; ++i) {
            QVERIFY_OK((*writer)->commit(look, actor));
            QCOMPARE((*reader)->auditHead()->count, i);
            base::Progress progress;
            QVERIFY_OK((*reader)->verifyAudit(progress));
        }
    }

    // Somebody with another tool holds SQLite's own lock: the act is refused in bounded time, nothing is
    // lost, and it goes through later.
    void aLockedDatabase()
    {
        const auto store = CaseStore::open(m_case, actor, m_clock);
        QVERIFY_OK(store);
        {
            auto other = QSqlDatabase::addDatabase("QSQLITE", "other");
            other.setDatabaseName(m_case + "/case.sqlite");
            QVERIFY(other.open());
            QSqlQuery query(other);
            QVERIFY(query.exec("BEGIN EXCLUSIVE"));
            QElapsedTimer waited;
            waited.start();
            QVERIFY_ERROR((*store)->commit(look, actor), DatabaseLocked);
            QVERIFY(waited.elapsed() < 60'000);
            QCOMPARE((*store)->auditHead()->count, 1);
            QVERIFY(query.exec("ROLLBACK"));
        }
        QSqlDatabase::removeDatabase("other");
        QVERIFY_OK((*store)->commit(look, actor));
        QCOMPARE((*store)->auditHead()->count, 2);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc > 2 && QByteArray(argv[1]) == "hold")
        return holdChild(QCoreApplication::arguments().at(2));
    TestLock test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_lock.moc"
