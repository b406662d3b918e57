// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/workstationstore.h"
#include "tests/engine/store/storetest.h"

#include <QProcess>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace likeness;
using namespace likeness::tests;
using store::WorkstationStore;
using Kind = WorkstationStore::Kind;

namespace
{

/// write FOLDER COUNT: one of several programs of this workstation.
int writeChild(const QStringList &arguments)
{
    StandingClock clock;
    const auto store = WorkstationStore::open(arguments.at(0), actor, clock);
    if (!store)
        return 2;
    for (int i = 0; i < arguments.at(1).toInt(); ++i)
        if (!(*store)->commit(look, actor))
            return 3;
    return 0;
}

} // namespace

class TestWorkstationStore : public QObject
{
    Q_OBJECT

    StandingClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath("a/b/workstation");
    }

    void isMadeAndPrivate()
    {
        {
            const auto store = WorkstationStore::open(m_path, actor, m_clock);
            QVERIFY_OK(store);
            QCOMPARE(*(*store)->auditHead(), (model::AuditHead{0, QString(64, u'0')}));
            base::Progress progress;
            QVERIFY_OK((*store)->verifyAudit(progress));
            QVERIFY_OK((*store)->commit({"program-started", "likeness", {}}, actor));
        }
        struct stat info {
        };
        QCOMPARE(::stat(QFile::encodeName(m_path), &info), 0);
        QCOMPARE(info.st_mode & 07777u, 0700u);
        const auto again = WorkstationStore::open(m_path, actor, m_clock);
        QVERIFY_OK(again);
        QCOMPARE((*again)->auditHead()->count, 1);
        QCOMPARE((*again)->auditEntries(1, 9)->at(0).act.verb, QStringLiteral("program-started"));
    }

    void remembersWhatWasOpened()
    {
        const auto opened = WorkstationStore::open(m_path, actor, m_clock);
        QVERIFY_OK(opened);
        WorkstationStore &store = **opened;
        const QString a = m_folder->filePath("a");
        const QString b = m_folder->filePath("bäh");
        QVERIFY(QDir().mkpath(b));
        QVERIFY(store.recent(Kind::Case)->empty());
        QVERIFY_OK(store.remember(Kind::Case, a, "TR-1", {4, QString(64, u'a')}, actor));
        m_clock.advance(1000);
        QVERIFY_OK(store.remember(Kind::Case, b, "TR-2", {5, QString(64, u'b')}, actor));
        QVERIFY_OK(store.remember(Kind::Gallery, a, "Training", {6, QString(64, u'c')}, actor));
        auto recent = store.recent(Kind::Case);
        QVERIFY_OK(recent);
        QCOMPARE(recent->size(), 2u);
        QCOMPARE(recent->at(0).folder, b);
        QCOMPARE(recent->at(0).title, QStringLiteral("TR-2"));
        QCOMPARE(recent->at(0).opened, m_clock.now());
        QCOMPARE(recent->at(1).folder, a);
        QCOMPARE(store.recent(Kind::Gallery)->size(), 1u);

        m_clock.advance(1000);
        QVERIFY_OK(store.remember(Kind::Case, a, "TR-1 (new title)", {9, QString(64, u'd')}, actor));
        recent = store.recent(Kind::Case);
        QCOMPARE(recent->size(), 2u);
        QCOMPARE(recent->at(0).title, QStringLiteral("TR-1 (new title)"));
        QVERIFY(QDir().rmdir(b)); // gone: left out, and back when it is back
        QCOMPARE(store.recent(Kind::Case)->size(), 1u);

        const auto entry = store.auditEntries(3, 1)->at(0);
        QCOMPARE(entry.act.verb, QStringLiteral("gallery-head-seen"));
        QCOMPARE(entry.act.subject, a);
        QCOMPARE(entry.act.details.value("count").toInt(), 6);
        QCOMPARE(entry.act.details.value("hash").toString(), QString(64, u'c'));
        QCOMPARE(store.auditEntries(4, 1)->at(0).act.verb, QStringLiteral("case-head-seen"));
        base::Progress progress;
        QVERIFY_OK(store.verifyAudit(progress));
    }

    // Which heads are known of a case: by its id wherever it lay; older entries have no id.
    void keepsHeads()
    {
        const auto opened = WorkstationStore::open(m_path, actor, m_clock);
        QVERIFY_OK(opened);
        WorkstationStore &store = **opened;
        const model::AuditHead a{1, QString(64, u'a')}, b{2, QString(64, u'b')}, c{3, QString(64, u'c')};
        QVERIFY_OK(store.remember(Kind::Case, "/cases/1", "TR-1", a, actor)); // as version 1 entered it
        QVERIFY_OK(store.remember(Kind::Case, "/cases/1", "TR-1", b, actor, "id-1"));
        QVERIFY_OK(store.remember(Kind::Case, "/cases/2", "TR-2", a, actor, "id-2"));
        m_clock.advance(1000);
        QVERIFY_OK(store.remember(Kind::Case, "/moved/1", "TR-1", c, actor, "id-1"));
        QVERIFY_OK(store.remember(Kind::Gallery, "/cases/1", "TR-1", c, actor, "id-1"));
        const auto heads = [&](const QString &id, const QString &folder, const QString &title) {
            return store.knownHeads(Kind::Case, id, folder, title).value();
        };
        using Heads = std::vector<model::AuditHead>;
        QCOMPARE(heads("id-1", "/cases/1", "TR-1"), (Heads{a, b, c}));
        QCOMPARE(heads("id-1", "/anywhere", "TR-1"), (Heads{b, c}));
        QCOMPARE(heads("id-9", "/cases/1", "TR-9"), Heads{}); // another case in its place
        QCOMPARE(heads("id-2", "/cases/1", "TR-2"), (Heads{a}));

        const auto remembered = store.remembered(Kind::Case);
        QVERIFY_OK(remembered);
        QCOMPARE(remembered->size(), 3u);
        QCOMPARE(remembered->at(0).id, QString());
        QCOMPARE(remembered->at(1).folder, QStringLiteral("/moved/1"));
        QCOMPARE(remembered->at(1).heads, (Heads{b, c}));
        QCOMPARE(remembered->at(1).seen, m_clock.now());
        QCOMPARE(remembered->at(2).title, QStringLiteral("TR-2"));
        QCOMPARE(store.remembered(Kind::Gallery)->size(), 1u);
    }

    // Several programs start at the same moment on a new workstation and all write.
    void programsTakeTurns()
    {
        std::vector<std::unique_ptr<QProcess>> programs;
        for (int i = 0; i < 4; ++i) {
            programs.push_back(std::make_unique<QProcess>());
            programs.back()->setProcessChannelMode(QProcess::ForwardedChannels);
            programs.back()->start(QCoreApplication::applicationFilePath(), {"write", m_path, "15"});
        }
        for (const auto &program : programs) {
            QVERIFY(program->waitForFinished(-1));
            QCOMPARE(program->exitStatus(), QProcess::NormalExit);
            QCOMPARE(program->exitCode(), 0);
        }
        const auto store = WorkstationStore::open(m_path, actor, m_clock);
        QVERIFY_OK(store);
        base::Progress progress;
        const auto head = (*store)->verifyAudit(progress);
        QVERIFY_OK(head);
        QCOMPARE(head->count, 60);
    }

    void twoAtOnceInOneProcess()
    {
        const auto first = WorkstationStore::open(m_path, actor, m_clock);
        const auto second = WorkstationStore::open(m_path, actor, m_clock);
        QVERIFY_OK(first);
        QVERIFY_OK(second);
        QVERIFY_OK((*first)->commit(look, actor));
        QVERIFY_OK((*second)->commit(look, actor));
        QVERIFY_OK((*first)->commit(look, actor));
        QCOMPARE((*second)->auditHead()->count, 3);
    }

    void whereItIs()
    {
        qputenv("LIKENESS_WORKSTATION", "/somewhere/else");
        QCOMPARE(WorkstationStore::defaultFolder(), QStringLiteral("/somewhere/else"));
        qunsetenv("LIKENESS_WORKSTATION");
        qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder->path()));
        QCOMPARE(WorkstationStore::defaultFolder(), m_folder->path() + "/likeness/workstation");
    }
};

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc > 3 && QByteArray(argv[1]) == "write")
        return writeChild(QCoreApplication::arguments().mid(2));
    TestWorkstationStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_workstationstore.moc"
