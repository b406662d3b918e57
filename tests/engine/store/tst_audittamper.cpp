// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody with sqlite3 and a text editor may try on a closed case.
#include "tests/engine/store/storetest.h"

#include <QTemporaryDir>

using namespace likeness;
using namespace likeness::tests;
using store::CaseStore;

class TestAuditTamper : public QObject
{
    Q_OBJECT

    StandingClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_case;

    QString database() const { return m_case + "/case.sqlite"; }

    /// Opening looks at the head only, the whole chain is looked at on demand: one of them must see it.
    base::Outcome openAndVerify()
    {
        const auto opened = CaseStore::open(m_case, actor, m_clock, store::AccessWanted::Read);
        LIKENESS_TRY(opened.map([](const auto &) {}));
        base::Progress progress;
        return (*opened)->verifyAudit(progress).map([](const auto &) {});
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = m_folder->filePath("case");
        const auto store = CaseStore::create(m_case, caseFile(m_clock), actor, m_clock);
        QVERIFY_OK(store);
        for (int i = 2; i <= 10; ++i)
            QVERIFY_OK(
                (*store)->commit({"evidence-viewed", QStringLiteral("item-%1").arg(i), {{"n", i}}}, actor));
    }

    void triggersRefuse_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("update") << "UPDATE audit_entry SET actor = 'x' WHERE number = 5";
        QTest::newRow("delete") << "DELETE FROM audit_entry WHERE number = 10";
        QTest::newRow("replace")
            << "INSERT OR REPLACE INTO audit_entry SELECT * FROM audit_entry WHERE number = 5";
        QTest::newRow("case") << "UPDATE case_file SET offence = 'x'";
        QTest::newRow("second case") << "INSERT INTO case_file VALUES ('x', '', '', '', '', '', '', 0)";
    }
    void triggersRefuse()
    {
        QFETCH(QString, statement);
        {
            auto raw = QSqlDatabase::addDatabase("QSQLITE", "refused");
            raw.setDatabaseName(database());
            QVERIFY(raw.open());
            QSqlQuery query(raw);
            // Only for connections that ask for it does REPLACE run delete triggers.
            QVERIFY(query.exec("PRAGMA recursive_triggers = ON"));
            QVERIFY(!query.exec(statement));
        }
        QSqlDatabase::removeDatabase("refused");
        QVERIFY_OK(openAndVerify());
    }

    void changedRows_data()
    {
        QTest::addColumn<QString>("statement");
        for (const char *column : {"time", "actor", "host", "act", "subject", "details", "previous", "hash"})
            for (const int row : {1, 5, 10})
                QTest::newRow(qPrintable(QStringLiteral("%1 of %2").arg(column).arg(row)))
                    << QStringLiteral("UPDATE audit_entry SET %1 = CASE substr(%1, 21, 1) WHEN '1' THEN "
                                      "substr(%1, 1, 20) || '2' || "
                                      "substr(%1, 22) ELSE substr(%1, 1, 20) || '1' || substr(%1, 22) END "
                                      "WHERE number = %2")
                           .arg(column)
                           .arg(row);
        QTest::newRow("white space in the details")
            << "UPDATE audit_entry SET details = ' ' || details WHERE number = 5";
        QTest::newRow("a second key of the same name")
            << "UPDATE audit_entry SET details = '{\"n\":6,\"n\":5}' WHERE number = 5";
        QTest::newRow("a local time")
            << "UPDATE audit_entry SET time = replace(time, 'Z', '') WHERE number = 5";
        QTest::newRow("first removed") << "DELETE FROM audit_entry WHERE number = 1";
        QTest::newRow("middle removed") << "DELETE FROM audit_entry WHERE number = 5";
        QTest::newRow("last removed") << "DELETE FROM audit_entry WHERE number = 10";
        QTest::newRow("cut off") << "DELETE FROM audit_entry WHERE number > 6";
        QTest::newRow("all removed") << "DELETE FROM audit_entry";
        QTest::newRow("removed and renumbered") << "DELETE FROM audit_entry WHERE number = 5; UPDATE "
                                                   "audit_entry SET number = number - 1 WHERE number > 5";
        QTest::newRow("reordered") << "UPDATE audit_entry SET number = -1 WHERE number = 5; "
                                      "UPDATE audit_entry SET number = 5 WHERE number = 6; "
                                      "UPDATE audit_entry SET number = 6 WHERE number = -1";
        QTest::newRow("one before the first")
            << "INSERT INTO audit_entry SELECT 0, time, actor, host, act, subject, details, previous, "
               "printf('%064d', 1) FROM audit_entry WHERE number = 1";
        QTest::newRow("one after the last")
            << "INSERT INTO audit_entry SELECT 11, time, actor, host, act, subject, details, hash, "
               "printf('%064d', 1) FROM audit_entry WHERE number = 10";
    }
    void changedRows()
    {
        QFETCH(QString, statement);
        tamper(database(), "audit_entry", statement.split("; "));
        QVERIFY_ERROR(openAndVerify(), AuditBroken);
    }

    // Every bit of every stored text of one entry.
    void everyBitOfARow()
    {
        const QStringList columns{"time", "actor", "host", "act", "subject", "details", "previous", "hash"};
        int seen = 0;
        for (const QString &column : columns) {
            const QByteArray text =
                rawSql(database(),
                       {QStringLiteral("SELECT %1 FROM audit_entry WHERE number = 4").arg(column)})
                    .toByteArray();
            for (int i = 0; i < text.size(); i += column == "hash" || column == "previous" ? 9 : 1) {
                QByteArray flipped = text;
                flipped[i] = char(flipped[i] ^ (1 << (i % 7)));
                tamper(database(), "audit_entry",
                       {QStringLiteral("UPDATE audit_entry SET %1 = CAST(x'%2' AS TEXT) WHERE number = 4")
                            .arg(column, QString::fromLatin1(flipped.toHex()))});
                const auto outcome = openAndVerify();
                QVERIFY2(!outcome, qPrintable(column + QString::number(i)));
                QCOMPARE(outcome.error().code, base::ErrorCode::AuditBroken);
                tamper(database(), "audit_entry",
                       {QStringLiteral("UPDATE audit_entry SET %1 = CAST(x'%2' AS TEXT) WHERE number = 4")
                            .arg(column, QString::fromLatin1(text.toHex()))});
                ++seen;
            }
        }
        QVERIFY(seen > 70);
        QVERIFY_OK(openAndVerify());
    }

    void theHeadFile_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no head") << QByteArray("hello\n");
        QTest::newRow("ahead") << "{\"count\":11,\"hash\":\"" + QByteArray(64, 'a') + "\"}\n";
        QTest::newRow("another hash") << "{\"count\":10,\"hash\":\"" + QByteArray(64, 'a') + "\"}\n";
        QTest::newRow("another hash of an earlier entry")
            << "{\"count\":3,\"hash\":\"" + QByteArray(64, 'a') + "\"}\n";
    }
    void theHeadFile()
    {
        QFETCH(QByteArray, text);
        QVERIFY(sourceFile(m_case + "/audit.head", text));
        QVERIFY_ERROR(openAndVerify(), AuditBroken);
        QVERIFY_ERROR(CaseStore::open(m_case, actor, m_clock), AuditBroken);
        QCOMPARE(bytesOf(m_case + "/audit.head"), text); // not put right
    }

    void aMissingHeadFile()
    {
        QVERIFY(QFile::remove(m_case + "/audit.head"));
        QVERIFY_ERROR(CaseStore::open(m_case, actor, m_clock), AuditBroken);
        QVERIFY(!QFile::exists(m_case + "/audit.head"));
    }

    // A crash came between the commit and the head: sound, and brought up by the next writer only.
    void aHeadThatIsBehind()
    {
        const auto current = bytesOf(m_case + "/audit.head");
        const QString fourth =
            rawSql(database(), {"SELECT hash FROM audit_entry WHERE number = 4"}).toString();
        const auto behind = "{\"count\":4,\"hash\":\"" + fourth.toLatin1() + "\"}\n";
        QVERIFY(sourceFile(m_case + "/audit.head", behind));
        QVERIFY_OK(openAndVerify());
        QCOMPARE(bytesOf(m_case + "/audit.head"), behind);
        QVERIFY_OK(CaseStore::open(m_case, actor, m_clock));
        QCOMPARE(bytesOf(m_case + "/audit.head"), current);
    }

    void anOlderDatabaseFromABackup()
    {
        QVERIFY(QFile::copy(database(), m_folder->filePath("older")));
        {
            const auto store = CaseStore::open(m_case, actor, m_clock);
            QVERIFY_OK(store);
            QVERIFY_OK((*store)->commit(look, actor));
        }
        QVERIFY(QFile::remove(database()));
        QVERIFY(QFile::copy(m_folder->filePath("older"), database()));
        QVERIFY_ERROR(CaseStore::open(m_case, actor, m_clock), AuditBroken);
    }
};

QTEST_GUILESS_MAIN(TestAuditTamper)
#include "tst_audittamper.moc"
