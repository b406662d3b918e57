// SPDX-License-Identifier: GPL-3.0-or-later
// A case with signed records, held against what lies beside it: agency file, workstation, report, known
// heads.
#include "engine/casework/agencyfile.h"
#include "engine/store/workstationstore.h"
#include "tests/app/verify/signedlog.h"
#include "tests/engine/store/examined.h"

#include <QTemporaryDir>

#include <map>

using namespace likeness;
using namespace likeness::tests;
using store::CaseStore;
using store::CaseWriter;
using store::WorkstationStore;
using Kind = WorkstationStore::Kind;

class TestBeside : public QObject
{
    Q_OBJECT

    StandingClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_case;
    QString m_id;
    QString m_agency;
    QString m_workstation;
    std::unique_ptr<ExaminedCase> m_examined;
    std::map<QString, crypto::SigningKey> m_keys;

    struct Run {
        int exitCode = -1;
        QJsonObject json;
        QString err;
        QStringList findings() const
        {
            QStringList kinds;
            const QJsonArray all = json["findings"].toArray();
            for (const QJsonValue &finding : all)
                kinds += finding["kind"].toString();
            return kinds;
        }
        QStringList states() const
        {
            QStringList names;
            const QJsonArray all = json["cases"].toArray();
            for (const QJsonValue &each : all)
                names += each["state"].toString();
            return names;
        }
    };
    static Run run(const QStringList &arguments)
    {
        QProcess program;
        program.start(QStringLiteral(LIKENESS_BIN_DIR "/likeness-verify"), arguments + QStringList("--json"));
        program.waitForFinished(-1);
        return {program.exitCode(), QJsonDocument::fromJson(program.readAllStandardOutput()).object(),
                QString::fromUtf8(program.readAllStandardError())};
    }
    static QString plain(const QStringList &arguments)
    {
        QProcess program;
        program.start(QStringLiteral(LIKENESS_BIN_DIR "/likeness-verify"), arguments);
        program.waitForFinished(-1);
        return QString::fromUtf8(program.readAllStandardOutput());
    }
    QString database() const { return m_case + "/case.sqlite"; }

    model::Signature sign(const QJsonObject &document, const QString &account) const
    {
        const auto &key = m_keys.at(account);
        return {account, key.publicKey(), key.sign(base::canonicalJson(document))};
    }
    void writeAgency(const QStringList &names)
    {
        const auto account = [&](const QString &name) {
            return model::Account{name,
                                  name,
                                  {model::Role::Supervisor, model::Role::Examiner},
                                  QDate(2030, 1, 1),
                                  m_keys.at(name).publicKey(),
                                  false};
        };
        const auto &root = m_keys.at("supervisor");
        casework::AgencyFile file("Lost property office", root.publicKey());
        for (const QString &name : names) {
            file.append(account(name), root);
            file.setSealedKey(name,
                              *crypto::SealedKey::seal(m_keys.at(name), "correct horse battery",
                                                       crypto::SealedKey::Cost::Minimal),
                              m_keys.at(name));
        }
        QVERIFY(QDir().mkpath(m_agency));
        QVERIFY(sourceFile(m_agency + "/agency.json", file.bytes()));
    }
    model::AuditHead work() // one more act
    {
        const auto store = CaseStore::open(m_case, actor, m_clock);
        return (*store)->commit(look, actor) ? *(*store)->auditHead() : model::AuditHead();
    }
    base::Outcome remember(const QString &folder, const model::AuditHead &head, const QString &id)
    {
        const auto record = WorkstationStore::open(m_workstation, actor, m_clock);
        if (!record)
            return tl::unexpected(record.error());
        return (*record)->remember(Kind::Case, folder, "TR-2026-0001", head, actor, id);
    }

private slots:
    void initTestCase()
    {
        for (const char *name : {"examiner", "verifier", "supervisor", "somebody"})
            m_keys.emplace(QString::fromLatin1(name), crypto::SigningKey::generate());
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = m_folder->filePath("case");
        m_agency = m_folder->filePath("agency");
        m_workstation = m_folder->filePath("workstation");
        m_examined = std::make_unique<ExaminedCase>(m_clock);
        ExaminedCase &e = *m_examined;
        const auto seal = [this](auto &record) { record.signature = sign(toJson(record), record.actor); };
        seal(e.analysis);
        seal(e.examination);
        seal(e.request);
        seal(e.result);
        seal(e.adjudication);
        seal(e.nullResult);
        seal(e.override);
        auto file = caseFile(m_clock);
        file.training = false;
        m_id = file.id.value();
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
            (*store)->signHead(actor, [this](const QJsonObject &head) { return sign(head, "examiner"); }));
    }

    void signedRecordsAndTheAgency()
    {
        const Run alone = run({m_case});
        QCOMPARE(alone.exitCode, 0);
        QCOMPARE(alone.json["signed_records"].toInt(), 7);
        QCOMPARE(alone.json["signed_heads"].toInt(), 1);
        QVERIFY(alone.json["undecidable"].toBool());
        QVERIFY(plain({m_case}).contains("undecidable"));
        const auto second = runPython("likeness_verify.py", {m_case});
        QVERIFY2(second.exitCode == 0, second.out + second.err);

        writeAgency({"supervisor", "examiner", "verifier"});
        QCOMPARE(run({m_case, "--agency", m_agency}).exitCode, 0);
        writeAgency({"supervisor", "examiner"});
        const Run unknown = run({m_case, "--agency", m_agency});
        QCOMPARE(unknown.exitCode, 1);
        QCOMPARE(unknown.findings(), QStringList("signer-unknown"));
        QVERIFY(plain({m_case, "--agency", m_agency}).contains("The agency file does not know"));

        // What is held against must hold itself.
        QByteArray changed = bytesOf(m_agency + "/agency.json");
        changed.replace("\"examiner\"", "\"exeminer\"");
        QVERIFY(sourceFile(m_agency + "/agency.json", changed));
        QCOMPARE(run({m_case, "--agency", m_agency}).exitCode, 2);
        QCOMPARE(run({m_case, "--agency", m_folder->filePath("none")}).exitCode, 2);
    }

    void tampered_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("finding");
        QTest::newRow("conclusion") << "adjudication"
                                    << "UPDATE adjudication SET document = replace(document, 'inconclusive', "
                                       "'not-suitable')"
                                    << "signed-record-not-entered";
        QTest::newRow("signature taken off")
            << "examination"
            << "UPDATE examination SET signature = '', key = '', signed_by = ''"
            << "signed-record-not-entered";
        QTest::newRow("view removed") << "list_view"
                                      << "DELETE FROM list_view"
                                      << "signed-record-missing";
        QTest::newRow("result removed") << "verification_result"
                                        << "DELETE FROM verification_result"
                                        << "signed-record-missing";
    }
    void tampered()
    {
        QFETCH(QString, table);
        QFETCH(QString, statement);
        QFETCH(QString, finding);
        tamper(database(), table, {statement});
        const Run found = run({m_case});
        QCOMPARE(found.exitCode, 1);
        QVERIFY(found.findings().contains(finding));
        const auto second = runPython("likeness_verify.py", {m_case});
        QCOMPARE(second.exitCode, 1);
        QVERIFY2(second.out.contains(finding.toUtf8()), second.out);
    }

    // A record that was written through the program's own store, with a signature that is somebody else's.
    void aForeignSignature()
    {
        auto forged = m_examined->nullResult;
        forged.note = "forged";
        forged.signature = {"examiner", m_keys.at("examiner").publicKey(), QString(128, u'0')};
        {
            const auto store = CaseStore::open(m_case, actor, m_clock);
            QVERIFY_OK(store);
            QVERIFY_OK((*store)->commit(look, actor, [&](CaseWriter &w) { return w.insert(forged); }));
        }
        QCOMPARE(run({m_case}).findings(), QStringList("signature-wrong"));
        QCOMPARE(runPython("likeness_verify.py", {m_case}).exitCode, 1);
    }

    void headsOfTheWorkstation()
    {
        const auto older = bytesOf(database());
        const auto olderHead = bytesOf(m_case + "/audit.head");
        const auto first = work();
        QVERIFY_OK(remember(m_case, first, m_id));
        const auto second = work();
        QVERIFY_OK(remember(m_case, second, m_id));
        const QStringList all{"--workstation", m_workstation};
        const QStringList one = QStringList{m_case} + all;
        const QStringList given{m_case, "--head", audit::headPrint(first)};
        QCOMPARE(run(one).exitCode, 0);
        QCOMPARE(run(one).json["known_heads"].toInt(), 2);
        QVERIFY(!run(one).json["undecidable"].toBool());
        QCOMPARE(run(given).json["known_heads"].toInt(), 1);
        QCOMPARE(runPython("likeness_verify.py", {m_case, "--head", audit::headPrint(first)}).exitCode, 0);
        const auto before = folderBytes(m_workstation);
        QCOMPARE(run(all).exitCode, 0);
        QCOMPARE(run(all).states(), QStringList("sound"));
        QCOMPARE(folderBytes(m_workstation), before);

        const auto newer = bytesOf(database());
        const auto newerHead = bytesOf(m_case + "/audit.head");
        const auto restore = [&](const QByteArray &bytes, const QByteArray &head) {
            QVERIFY(sourceFile(database(), bytes));
            QVERIFY(sourceFile(m_case + "/audit.head", head));
        };
        restore(older, olderHead);
        QCOMPARE(run({m_case}).exitCode, 0); // sound by itself
        QCOMPARE(run(one).exitCode, 1);
        QCOMPARE(run(one).findings(), QStringList({"rolled-back", "rolled-back"}));
        QCOMPARE(run(given).findings(), QStringList("rolled-back"));
        QCOMPARE(runPython("likeness_verify.py", {m_case, "--head", audit::headPrint(first)}).exitCode, 1);
        QCOMPARE(run(all).exitCode, 1);
        QCOMPARE(run(all).states(), QStringList("rolled-back"));
        QVERIFY(plain(all).contains("rolled back"));

        m_clock.advance(1);
        work();
        work();
        QCOMPARE(run(one).findings(), QStringList({"forked", "forked"}));
        QCOMPARE(run(all).states(), QStringList("forked"));
        QCOMPARE(runPython("likeness_verify.py", {m_case, "--head", audit::headPrint(first)}).exitCode, 1);

        restore(newer, newerHead);
        QCOMPARE(run(all).exitCode, 0);
        QVERIFY(QDir().rename(m_case, m_folder->filePath("moved")));
        QCOMPARE(run(all).exitCode, 1);
        QCOMPARE(run(all).states(), QStringList("missing"));
        // A copy elsewhere is known by its id.
        QCOMPARE(run(QStringList{m_folder->filePath("moved")} + all).json["known_heads"].toInt(), 2);
        QVERIFY_OK(CaseStore::create(m_case, caseFile(m_clock), actor, m_clock));
        QCOMPARE(run(all).states(), QStringList("replaced"));
        QCOMPARE(run(one).json["known_heads"].toInt(), 0); // another case: its heads are not these

        tamper(m_workstation + "/workstation.sqlite", "audit_entry",
               {"DELETE FROM audit_entry WHERE number = 2"});
        QCOMPARE(run(all).findings(), QStringList("chain-broken"));
    }

    void logsAndTheAgency()
    {
        writeAgency({"supervisor", "examiner"});
        const auto write = [&](const QByteArrayList &lines) {
            const QString path = m_folder->filePath("log.jsonl");
            return sourceFile(path, lines.join()) ? path : QString();
        };
        const QStringList agency{"--agency", m_agency};
        const Run known = run(agency + QStringList{"--log", write(makeLog(m_keys.at("examiner"), 70))});
        QCOMPARE(known.exitCode, 0);
        QCOMPARE(known.json["account"].toString(), QStringLiteral("examiner"));
        const Run unknown = run(agency + QStringList{"--log", write(makeLog(m_keys.at("somebody"), 70))});
        QCOMPARE(unknown.exitCode, 1);
        QCOMPARE(unknown.findings(), QStringList({"signer-unknown", "signer-unknown"}));
        // The heads that a workstation saw of this case.
        const auto lines = makeLog(m_keys.at("examiner"), 70);
        const auto log = audit::verifyLog(lines.join(), crypto::verify);
        QVERIFY_OK(log);
        QVERIFY_OK(remember("/elsewhere", log->head, "c-1"));
        const QStringList workstation{"--workstation", m_workstation};
        QCOMPARE(run(workstation + QStringList{"--log", write(lines)}).json["known_heads"].toInt(), 1);
        QCOMPARE(
            run(workstation + QStringList{"--log", write(makeLog(m_keys.at("examiner"), 69))}).findings(),
            QStringList("rolled-back"));
    }

    void aReport()
    {
        const auto head = work();
        const QByteArray report = base::canonicalJson(
            QJsonObject{{"case", QJsonObject{{"id", m_id}}},
                        {"evidence", QJsonArray{QJsonObject{{"sha256", m_examined->item.sha256}}}},
                        {"audit", audit::headObject(head)}});
        const QString path = m_folder->filePath("report.json");
        QVERIFY(sourceFile(path, report));
        QCOMPARE(run({m_case, "--report", path}).findings(), QStringList("report-not-entered"));
        {
            const auto store = CaseStore::open(m_case, actor, m_clock);
            QVERIFY_OK((*store)->commit(
                {"report-exported", "report.pdf", {{"json_sha256", base::sha256(report)}}}, actor));
        }
        const Run sound = run({m_case, "--report", path});
        QCOMPARE(sound.exitCode, 0);
        QVERIFY(!sound.json["undecidable"].toBool()); // the report's head is one
        QVERIFY(sourceFile(path, QByteArray(report).replace("evidence", "evidencf")));
        QCOMPARE(run({m_case, "--report", path}).exitCode, 1);
        QCOMPARE(run({m_case, "--report", m_folder->filePath("none")}).exitCode, 2);
    }

    void notUnderstood_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("a head that is none") << QStringList{"case", "--head", "7"};
        QTest::newRow("a head without a case")
            << QStringList{"--workstation", "w", "--head", "7:" + QString(64, u'a')};
        QTest::newRow("log and case") << QStringList{"case", "--log", "l"};
        QTest::newRow("report without a case") << QStringList{"--log", "l", "--report", "r"};
        QTest::newRow("agency alone") << QStringList{"--agency", "a"};
        QTest::newRow("no value") << QStringList{"case", "--agency"};
        QTest::newRow("no workstation") << QStringList{"--workstation", "/nonexistent"};
        QTest::newRow("no log") << QStringList{"--log", "/nonexistent"};
    }
    void notUnderstood()
    {
        QFETCH(QStringList, arguments);
        const Run refused = run(arguments);
        QCOMPARE(refused.exitCode, 2);
        QVERIFY(!refused.err.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestBeside)
#include "tst_beside.moc"
