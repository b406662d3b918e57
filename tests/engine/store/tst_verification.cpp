// SPDX-License-Identifier: GPL-3.0-or-later
// Signed records, heads and reports against a case; tests/app/verify does the rest through the program.
#include "engine/store/verification.h"

#include "engine/base/canonicaljson.h"
#include "engine/store/signedrecords.h"
#include "tests/engine/store/examined.h"

#include <QTemporaryDir>

using namespace likeness;
using namespace likeness::tests;
using audit::HeadRelation;
using store::CaseStore;
using store::CaseWriter;
using store::WorkstationStore;

namespace
{
/// Stands for Ed25519, which this room does not know: one key per account, and no secret.
QString keyOf(const QString &account)
{
    return base::sha256(account.toUtf8());
}
QString valueOf(const QByteArray &bytes, const QString &key)
{
    return base::sha256(bytes + key.toLatin1()) + base::sha256(key.toLatin1() + bytes);
}
model::Signature signed_(const QJsonObject &document, const QString &account)
{
    return {account, keyOf(account), valueOf(base::canonicalJson(document), keyOf(account))};
}
bool check(const QByteArray &bytes, const QString &key, const QString &value)
{
    return value == valueOf(bytes, key);
}
} // namespace

class TestVerification : public QObject
{
    Q_OBJECT

    StandingClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_case;
    std::unique_ptr<ExaminedCase> m_examined;
    store::Against m_against;

    QString database() const { return m_case + "/case.sqlite"; }

    static QStringList kinds(const store::Verification &verified)
    {
        QStringList names;
        for (const auto &finding : verified.findings)
            names += store::findingName(finding.kind);
        return names;
    }
    base::Result<store::Verification> verify() const
    {
        base::Progress progress;
        return store::verifyFolder(m_case, progress, m_against);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = m_folder->filePath("case");
        m_against = {};
        m_against.signatures = check;
        m_against.accountOf = [](const QString &key) {
            for (const char *name : {"examiner", "verifier", "supervisor"})
                if (keyOf(name) == key)
                    return QString::fromLatin1(name);
            return QString();
        };
        m_examined = std::make_unique<ExaminedCase>(m_clock);
        ExaminedCase &e = *m_examined;
        const auto sign = [](auto &record) { record.signature = signed_(toJson(record), record.actor); };
        sign(e.analysis);
        sign(e.examination);
        sign(e.request);
        sign(e.result);
        sign(e.adjudication);
        sign(e.nullResult);
        sign(e.override);
        auto file = caseFile(m_clock);
        file.training = false;
        const auto store = CaseStore::create(m_case, file, actor, m_clock);
        QVERIFY_OK(store);
        const auto item = addEvidence(**store, m_clock, m_folder->path(), "a picture");
        QVERIFY_OK(item);
        e.item = *item;
        e.region.evidence = e.probe.evidence = item->id;
        QVERIFY_OK((*store)->commit(e.searchMade(), actor, [&](CaseWriter &writer) -> base::Outcome {
            LIKENESS_TRY(writer.insert(e.region));
            LIKENESS_TRY(writer.insert(e.probe));
            LIKENESS_TRY(writer.insert(e.search));
            return e.writeRecords(writer);
        }));
        QVERIFY_OK(
            (*store)->signHead(actor, [](const QJsonObject &head) { return signed_(head, "examiner"); }));
    }

    void sound()
    {
        const auto verified = verify();
        QVERIFY_OK(verified);
        QCOMPARE(kinds(*verified), QStringList());
        QCOMPARE(verified->signedRecords, 7);
        QCOMPARE(verified->unsignedRecords, 0);
        QCOMPARE(verified->signedHeads, 1);
        QVERIFY(verified->signaturesChecked);
        QCOMPARE(verified->knownHeads, 0);
        m_against = {};
        QVERIFY(verify()->isSound());
        QVERIFY(!verify()->signaturesChecked);
    }

    void tampered_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("finding");
        for (const char *table :
             {"analysis", "verification_request", "verification_taken", "verification_result", "adjudication",
              "null_result", "override", "list_view"})
            QTest::newRow(qPrintable(QStringLiteral("%1 removed").arg(table)))
                << table << QStringLiteral("DELETE FROM %1").arg(table) << "signed-record-missing";
        for (const char *table : {"analysis", "examination", "verification_request", "verification_result",
                                  "adjudication", "null_result", "override"}) {
            const auto row = [table](const char *what, const QString &change, const char *finding) {
                QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(table, what)))
                    << table << QStringLiteral("UPDATE %1 SET %2").arg(table, change)
                    << QString::fromLatin1(finding);
            };
            row("said otherwise", "document = replace(document, ':30:00', ':31:00')",
                "signed-record-not-entered");
            row("unsigned", "signature = '', key = ''", "signed-record-not-entered");
            row("with another signature", "signature = '" + QString(128, u'1') + "'", "signature-wrong");
            row("of another key", "key = '" + QString(64, u'1') + "'", "signer-unknown");
            row("of another account", "signed_by = 'somebody'", "signature-wrong");
        }
        QTest::newRow("an examination's document removed") << "examination"
                                                           << "UPDATE examination SET document = ''"
                                                           << "signed-record-missing";
        QTest::newRow("a view said otherwise")
            << "list_view"
            << "UPDATE list_view SET document = replace(document, '\"examiner\"', '\"somebody\"')"
            << "signed-record-not-entered";
        QTest::newRow("a view twice")
            << "list_view"
            << "INSERT INTO list_view SELECT 9, search_id, document, signed_by, key, signature FROM list_view"
            << "signed-record-not-entered";
        QTest::newRow("another candidate")
            << "candidate"
            << "UPDATE candidate SET portrait_sha256 = '" + QString(64, u'f') + "' WHERE rank = 2"
            << "search-differs";
        QTest::newRow("candidates swapped")
            << "candidate"
            << "UPDATE candidate SET rank = 9 WHERE rank = 1; UPDATE candidate SET rank = "
               "1 WHERE rank = 3; UPDATE candidate SET rank = 3 WHERE rank = 9"
            << "search-differs";
        QTest::newRow("candidate removed") << "candidate"
                                           << "DELETE FROM candidate WHERE rank = 3"
                                           << "search-differs";
        QTest::newRow("another frequency") << "candidate"
                                           << "UPDATE candidate SET frequency_high = 0.001 WHERE rank = 2"
                                           << "search-differs";
        QTest::newRow("other look-alikes") << "candidate"
                                           << "UPDATE candidate SET look_alikes = 4 WHERE rank = 1"
                                           << "search-differs";
        QTest::newRow("no longer fragile") << "candidate"
                                           << "UPDATE candidate SET variations_kept = 5 WHERE rank = 1"
                                           << "search-differs";
        QTest::newRow("the line is gone") << "search"
                                          << "UPDATE search SET calibration = NULL"
                                          << "search-differs";
        QTest::newRow("search of another limit") << "search"
                                                 << "UPDATE search SET candidate_limit = 3"
                                                 << "search-differs";
        QTest::newRow("search of another id") << "search"
                                              << "UPDATE search SET id = 'x'"
                                              << "search-differs";
        QTest::newRow("not a document") << "adjudication"
                                        << "UPDATE adjudication SET document = 'x'"
                                        << "signed-record-unreadable";
        QTest::newRow("a row of another verification") << "examination"
                                                       << "UPDATE examination SET note = 'x'"
                                                       << "signed-record-unreadable";
    }
    void tampered()
    {
        QFETCH(QString, table);
        QFETCH(QString, statement);
        QFETCH(QString, finding);
        tamper(database(), table, statement.split("; "));
        const auto verified = verify();
        QVERIFY_OK(verified);
        QVERIFY(!verified->isSound());
        QVERIFY2(kinds(*verified).contains(finding), qPrintable(kinds(*verified).join(' ')));
        // Nobody needs Ed25519 to see it, but for who signed: the seal covers the signature too.
        m_against.signatures = nullptr;
        m_against.accountOf = nullptr;
        QVERIFY(!verify()->isSound());
    }

    void keysOfTheAgency()
    {
        m_against.accountOf = [](const QString &key) {
            return key == keyOf("examiner") ? QStringLiteral("examiner") : QString();
        };
        QCOMPARE(kinds(*verify()), QStringList({"signer-unknown", "signer-unknown", "signer-unknown"}));
        m_against.accountOf = [](const QString &) { return QStringLiteral("examiner"); };
        QCOMPARE(kinds(*verify()).size(), 3);
        m_against.signatures = [](const QByteArray &, const QString &, const QString &) { return false; };
        QCOMPARE(kinds(*verify()).count("signature-wrong"), 8); // seven records and a head
    }

    void anUnsignedRecordIsForTraining()
    {
        const auto store = CaseStore::open(m_case, actor, m_clock);
        QVERIFY_OK(store);
        auto unsignedResult = m_examined->nullResult;
        unsignedResult.signature = {};
        QVERIFY_OK((*store)->commit(look, actor, [&](CaseWriter &w) { return w.insert(unsignedResult); }));
        QCOMPARE(kinds(*verify()), QStringList("signature-wrong"));
        tamper(database(), "case_file", {"UPDATE case_file SET training = 1"});
        QCOMPARE(kinds(*verify()), QStringList());
        QCOMPARE(verify()->unsignedRecords, 1);
    }

    // A chain made again from the start holds by itself; its signed heads do not.
    void aChainMadeAgain()
    {
        tamper(database(), "audit_entry",
               {"UPDATE audit_entry SET details = replace(details, '" + keyOf("examiner") + "', '" +
                keyOf("forger") + "') WHERE act = 'head-signed'"});
        QVERIFY(kinds(*verify()).contains("chain-broken"));
        QVERIFY(kinds(*verify()).contains("signature-wrong"));
    }

    void knownHeads()
    {
        model::AuditHead earlier, later;
        QVERIFY(QFile::copy(database(), m_folder->filePath("older.sqlite")));
        const auto headFile = bytesOf(m_case + "/audit.head");
        {
            const auto store = CaseStore::open(m_case, actor, m_clock);
            QVERIFY_OK(store);
            earlier = *(*store)->auditHead();
            QCOMPARE(*(*store)->compareWithHead(earlier), HeadRelation::Same);
            QVERIFY_OK((*store)->commit(look, actor));
            later = *(*store)->auditHead();
            QCOMPARE(*(*store)->compareWithHead(earlier), HeadRelation::Ahead);
            QVERIFY_OK((*store)->holdsAgainst({}));
            QVERIFY_OK((*store)->holdsAgainst({earlier, later}));
            const auto forked = (*store)->holdsAgainst({earlier, {2, QString(64, u'a')}});
            QVERIFY_ERROR(forked, RolledBack);
            QCOMPARE(forked.error().detail, "forked 2:" + QString(64, u'a'));
        }
        const QString workstation = m_folder->filePath("workstation");
        const auto record = WorkstationStore::open(workstation, actor, m_clock);
        QVERIFY_OK(record);
        const QString id = verify()->id;
        using Kind = WorkstationStore::Kind;
        QVERIFY_OK((*record)->remember(Kind::Case, "/elsewhere", "TR", earlier, actor, id));
        QVERIFY_OK((*record)->remember(Kind::Case, m_case, "TR", later, actor, id));
        QVERIFY_OK((*record)->remember(Kind::Case, m_case, "another", {1, QString(64, u'c')}, actor, "x"));
        QCOMPARE((*record)->knownHeads(Kind::Case, id, m_case, "TR").value(),
                 (std::vector<model::AuditHead>{earlier, later}));

        base::Progress progress;
        const auto before = folderBytes(workstation);
        const auto remembered = store::verifyFolder(workstation, progress);
        QVERIFY_OK(remembered);
        QVERIFY(remembered->isSound());
        QCOMPARE(remembered->folderKind, store::Verification::FolderKind::Workstation);
        QCOMPARE(folderBytes(workstation), before);
        QCOMPARE(remembered->cases.size(), 2u);
        QCOMPARE(remembered->cases[0].id, id);
        QCOMPARE(remembered->cases[0].folder, m_case);
        QCOMPARE(remembered->cases[0].heads.size(), 2u);

        m_against.remembered = remembered->cases;
        QVERIFY(verify()->isSound());
        QCOMPARE(verify()->knownHeads, 2);
        m_against.head = earlier;
        QCOMPARE(verify()->knownHeads, 3);

        // The whole folder as it was: sound by itself, and found.
        const auto newer = bytesOf(database());
        QVERIFY(sourceFile(database(), bytesOf(m_folder->filePath("older.sqlite"))));
        QVERIFY(sourceFile(m_case + "/audit.head", headFile));
        QCOMPARE(kinds(*verify()), QStringList("rolled-back"));
        QCOMPARE(verify()->findings[0].subject, audit::headPrint(later));
        QCOMPARE(verify()->findings[0].detail, QStringLiteral("workstation"));
        {
            const auto store = CaseStore::open(m_case, actor, m_clock);
            QVERIFY_OK(store);
            const auto outcome = (*store)->holdsAgainst({later});
            QVERIFY_ERROR(outcome, RolledBack);
            QCOMPARE(outcome.error().detail, "rolled-back " + audit::headPrint(later));
            QVERIFY_OK((*store)->commit({"evidence-viewed", "other", {}}, actor)); // another way on
            QCOMPARE(*(*store)->compareWithHead(later), HeadRelation::Forked);
        }
        QCOMPARE(kinds(*verify()), QStringList("forked"));
        m_against.remembered.clear();
        m_against.head.reset();
        QVERIFY(verify()->isSound()); // undecidable without a head
        QCOMPARE(verify()->knownHeads, 0);
    }

    void reports()
    {
        const auto exportReport = [&](const QJsonObject &report) {
            const QByteArray bytes = base::canonicalJson(report);
            const auto store = CaseStore::open(m_case, actor, m_clock);
            return (*store)->commit({"report-exported", "report.pdf", {{"json_sha256", base::sha256(bytes)}}},
                                    actor);
        };
        const auto verified = verify();
        QJsonObject report{
            {"case", QJsonObject{{"id", verified->id}}},
            {"evidence", QJsonArray{QJsonObject{{"sha256", m_examined->item.sha256}}}},
            {"audit", QJsonObject{{"count", verified->head.count}, {"hash", verified->head.hash}}}};
        const auto kindsFor = [&](const QJsonObject &object) {
            m_against.report = base::canonicalJson(object);
            return kinds(*verify());
        };
        QCOMPARE(kindsFor(report), QStringList("report-not-entered"));
        QVERIFY_OK(exportReport(report));
        QCOMPARE(kindsFor(report), QStringList());
        QCOMPARE(verify()->knownHeads, 1);

        QJsonObject other = report;
        other["case"] = QJsonObject{{"id", "x"}};
        QVERIFY_OK(exportReport(other));
        QCOMPARE(kindsFor(other), QStringList("report-differs"));
        other = report;
        other["evidence"] = QJsonArray{QJsonObject{{"sha256", QString(64, u'a')}}};
        QVERIFY_OK(exportReport(other));
        QCOMPARE(kindsFor(other), QStringList("report-differs"));
        other = report;
        other["audit"] = QJsonObject{{"count", 2}, {"hash", QString(64, u'a')}};
        QVERIFY_OK(exportReport(other));
        QCOMPARE(kindsFor(other), QStringList("forked"));
        other["audit"] = QJsonObject{{"count", 999}, {"hash", QString(64, u'a')}};
        QVERIFY_OK(exportReport(other));
        QCOMPARE(kindsFor(other), QStringList("rolled-back"));
        m_against.report = "rubbish";
        QVERIFY(kinds(*verify()).contains("report-not-entered"));
    }

    void headsAreSignedAsTheyStand()
    {
        const auto store = CaseStore::open(m_case, actor, m_clock);
        QVERIFY_OK(store);
        const auto before = *(*store)->auditHead();
        QJsonObject given;
        QVERIFY_OK((*store)->signHead(actor, [&](const QJsonObject &head) {
            given = head;
            return signed_(head, "examiner");
        }));
        QCOMPARE(given, audit::headObject(before));
        QCOMPARE((*store)->auditHead()->count, before.count + 1);
        const auto entry = (*store)->auditEntries(before.count + 1, 1)->at(0);
        QCOMPARE(entry.act.details.keys(), QStringList({"count", "hash", "key", "signature"}));
        // Nothing is entered without a signature, for whatever reason.
        QVERIFY_OK((*store)->signHead(
            actor, [](const QJsonObject &) -> base::Result<model::Signature> { return model::Signature{}; }));
        QVERIFY_ERROR((*store)->signHead(actor,
                                         [](const QJsonObject &) -> base::Result<model::Signature> {
                                             return base::fail(base::ErrorCode::NotSignedIn, "nobody");
                                         }),
                      NotSignedIn);
        QCOMPARE((*store)->auditHead()->count, before.count + 1);
    }

    void filesCanBeLeftOut()
    {
        QVERIFY(QFile::remove(m_case + "/evidence/" + m_examined->item.sha256));
        QCOMPARE(kinds(*verify()), QStringList("file-missing"));
        m_against.hashFiles = false;
        QVERIFY(verify()->isSound());
    }
};

QTEST_GUILESS_MAIN(TestVerification)
#include "tst_verification.moc"
