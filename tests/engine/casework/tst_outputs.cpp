// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves: verification packets, the disclosure packet, the audit log, statistics.
#include "engine/audit/log.h"
#include "engine/audit/verbs.h"
#include "engine/base/digest.h"
#include "engine/casework/packetverifying.h"
#include "engine/casework/statistics.h"
#include "engine/crypto/signingkey.h"
#include "engine/interchange/zip.h"
#include "tests/engine/casework/examinationdesk.h"

#include <QDir>
#include <QJsonDocument>

using namespace likeness;
using namespace likeness::casework;
using namespace likeness::tests;
using model::Conclusion;
using policy::Rule;
namespace verbs = audit::verbs;

#define VERIFY_REFUSED(result, rule)                                                                         \
    do {                                                                                                     \
        const auto &refused_ = (result);                                                                     \
        QVERIFY2(!refused_, "a refusal was expected");                                                       \
        QCOMPARE(refused_.error().code, base::ErrorCode::NotAllowed);                                        \
        QVERIFY2(refused_.error().detail.split(u',').contains(policy::ruleName(rule)),                       \
                 qPrintable(refused_.error().detail));                                                       \
    } while (false)

class OutputsTest : public QObject
{
    Q_OBJECT

private slots:
    void aPacketGoesAndComesBack();
    void aPacketTellsNothing();
    void answersThatAreRefused();
    void theDisclosurePacket();
    void theAuditLog();
    void aYearInFigures();
    void trainingHasNoPackets();

private:
    struct Ready {
        ExaminationDesk desk;
        std::shared_ptr<GallerySession> gallery;
        std::shared_ptr<CaseSession> file;
        model::Search search;
        model::PortraitId portrait;
        std::vector<model::Candidate> listed;
        model::VerificationId task;
        QString caseFolder() const { return desk.path("case"); }
        CaseSession::GalleryFinder finder() const
        {
            return [this](const model::GalleryId &) { return gallery; };
        }
        void as(const QString &name)
        {
            file.reset();
            desk.signIn(name);
            file = CaseSession::open(desk.workstation, caseFolder()).value();
        }
    };
    /// exa has examined the first candidate and asked for verification.
    std::unique_ptr<Ready> ready();
    static std::map<QString, model::Comparison> parts(const PacketTask &task)
    {
        std::map<QString, model::Comparison> all;
        for (size_t i = 1; i < task.pictures.size(); ++i)
            all[task.pictures[i].label] = fullComparison(Conclusion::SupportDifferentSource);
        return all;
    }
    static base::Result<QByteArray> pdf(const report::CaseReport &) { return QByteArray("%PDF-1.4 test"); }
};

std::unique_ptr<OutputsTest::Ready> OutputsTest::ready()
{
    auto made = std::make_unique<Ready>();
    base::Progress progress;
    made->gallery = made->desk.newGallery();
    made->desk.signIn("exa");
    made->file = made->desk.newCase();
    const QString photo = made->desk.writePicture("photo-of-the-door.bmp", redHairInSample1());
    const auto evidence = made->file->addEvidence({photo}, progress).value().front().outcome.value().id;
    const auto faces = made->file->findFaces(evidence, {}, progress).value();
    const auto probe = made->file->makeProbe(evidence, faces.at(0), progress).value().id;
    made->search = made->file->search(probe, *made->gallery, {}, progress).value();
    made->file->signAnalysis(fullAnalysis(probe)).value();
    made->listed = made->file->openCandidates(made->search.id).value().candidates;
    made->portrait = made->listed.front().portrait;
    made->file
        ->signExamination(made->search.id, made->portrait, fullComparison(Conclusion::SupportSameSource))
        .value();
    made->task = made->file->requestVerification(made->search.id, made->portrait).value().id;
    return made;
}

void OutputsTest::aPacketGoesAndComesBack()
{
    const auto made = ready();
    base::Progress progress;
    const QString packet = made->desk.path("task.zip"), answer = made->desk.path("answer.zip");
    VERIFY_OK(made->file->exportVerification(made->task, packet, made->finder(), progress));

    VERIFY_REFUSED(openVerificationPacket(*made->desk.workstation, packet), Rule::RoleMissing);
    made->file.reset();
    made->desk.signIn("veri");
    const auto task = openVerificationPacket(*made->desk.workstation, packet);
    VERIFY_OK(task);
    QCOMPARE(task->id, made->task);
    QCOMPARE(task->pictures.size(), size_t(5));
    QCOMPARE(task->pictures.front().label, QString("probe"));
    VERIFY_REFUSED(answerVerificationPacket(*made->desk.workstation, *task, {}, answer),
                   Rule::ComponentsBlank);
    QVERIFY(!QFile::exists(answer));
    VERIFY_OK(answerVerificationPacket(*made->desk.workstation, *task, parts(*task), answer));

    made->as("exa");
    VERIFY_OK(made->file->importVerification(answer));
    const auto contents = made->file->contents().value();
    QCOMPARE(contents.verificationResults.size(), size_t(1));
    QCOMPARE(contents.verificationResults.front().actor, QString("veri"));
    QVERIFY(contents.verificationResults.front().signature.isSigned());
    VERIFY_REFUSED(made->file->importVerification(answer), Rule::AlreadyVerified);
    VERIFY_REFUSED(made->file->exportVerification(made->task, packet, made->finder(), progress),
                   Rule::AlreadyVerified);
    made->as("auditor");
    const auto entries = made->file->auditEntries(1, 1000).value();
    const QStringList entered = verbsOf(entries);
    QVERIFY(entered.contains(verbs::verificationSent));
    QVERIFY(entered.contains(verbs::verificationSigned));
}

void OutputsTest::aPacketTellsNothing()
{
    const auto made = ready();
    base::Progress progress;
    const QString packet = made->desk.path("task.zip");
    VERIFY_OK(made->file->exportVerification(made->task, packet, made->finder(), progress));
    // Stored, so its bytes are what anybody may find in it. Pixels are noise that holds short texts by
    // chance.
    const auto items = interchange::readZip(bytesOf(packet), "task").value();
    QByteArray text;
    for (const auto &item : items)
        text += item.path.toUtf8() + '\n' + (item.path.endsWith(".png") ? QByteArray() : item.bytes) + '\n';
    QStringList secrets{goodDetails.number,
                        goodDetails.requester,
                        goodDetails.offence,
                        made->search.id.value(),
                        made->search.probe.value(),
                        made->search.gallery.value(),
                        made->search.galleryName,
                        "photo-of-the-door",
                        "exa",
                        "City Police",
                        "Full Name",
                        "support",
                        "rank",
                        "distance",
                        "score"};
    for (const auto &candidate : made->listed)
        secrets << candidate.portrait.value() << candidate.person.value() << candidate.personReference
                << candidate.portraitSha256;
    for (const QString &secret : secrets)
        QVERIFY2(!text.contains(secret.toUtf8()), qPrintable(secret));
    const QByteArray whole = bytesOf(packet);
    for (const char *chunk : {"tEXt", "iTXt", "zTXt", "eXIf", "iCCP"})
        for (const auto &item : items)
            if (item.path.endsWith(".png"))
                QVERIFY2(!item.bytes.left(64).contains(chunk), chunk);
    QVERIFY(!whole.contains(made->search.id.value().toUtf8()));
}

void OutputsTest::answersThatAreRefused()
{
    const auto made = ready();
    base::Progress progress;
    const QString packet = made->desk.path("task.zip"), answer = made->desk.path("answer.zip");
    VERIFY_OK(made->file->exportVerification(made->task, packet, made->finder(), progress));
    // Among the evidence, and under another ending, nothing is written.
    VERIFY_ERROR(
        made->file->exportVerification(made->task, made->desk.path("task.txt"), made->finder(), progress),
        InvalidArgument);
    VERIFY_ERROR(
        made->file->exportVerification(model::VerificationId("none"), packet, made->finder(), progress),
        NotFound);

    // Somebody who opened the list on this workstation answers the packet on another one.
    made->as("vera");
    VERIFY_OK(made->file->openCandidates(made->search.id));
    made->file.reset();
    const auto task = openVerificationPacket(*made->desk.workstation, packet).value();
    VERIFY_OK(answerVerificationPacket(*made->desk.workstation, task, parts(task), answer));
    made->as("exa");
    VERIFY_REFUSED(made->file->importVerification(answer), Rule::NotBlind);

    // A changed byte, no packet at all, the task itself.
    QByteArray bytes = bytesOf(answer);
    bytes[bytes.indexOf("support")] = 'S';
    writeBytes(made->desk.path("changed.zip"), bytes);
    VERIFY_ERROR(made->file->importVerification(made->desk.path("changed.zip")), FileDamaged);
    VERIFY_ERROR(made->file->importVerification(made->desk.path("missing.zip")), FileUnreadable);
    VERIFY_ERROR(made->file->importVerification(packet), FileDamaged);
    QVERIFY(made->file->contents().value().verificationResults.empty());
}

void OutputsTest::theDisclosurePacket()
{
    const auto made = ready();
    base::Progress progress;
    const QString zip = made->desk.path("disclosure.zip");
    const QString reason = "To the defence, by order of the court";
    VERIFY_REFUSED(made->file->exportDisclosure(zip, reason, pdf, made->finder(), progress),
                   Rule::RoleMissing);
    made->as("chief");
    VERIFY_REFUSED(made->file->exportDisclosure(zip, "test", pdf, made->finder(), progress),
                   Rule::ReasonMissing);
    base::Progress cancelled;
    cancelled.cancel();
    VERIFY_ERROR(made->file->exportDisclosure(zip, reason, pdf, made->finder(), cancelled), Cancelled);
    QVERIFY(!QFile::exists(zip));
    VERIFY_OK(made->file->exportDisclosure(zip, reason, pdf, made->finder(), progress));

    QVERIFY(QProcess::execute("python3", {"-m", "zipfile", "-e", zip, made->desk.path("out")}) == 0);
    const QString folder = made->desk.path("out/disclosure");
    for (const QString program : {"sha256sum", "sha512sum"}) {
        QProcess check;
        check.setWorkingDirectory(folder);
        check.start(program, {"--strict", "-c", "manifest-" + program.chopped(3) + ".txt"});
        QVERIFY(check.waitForFinished());
        QCOMPARE(check.exitCode(), 0);
    }
    QProcess minisign;
    minisign.setWorkingDirectory(folder);
    minisign.start("minisign", {"-V", "-p", "keys/chief.pub", "-m", "manifest-sha256.txt"});
    if (minisign.waitForStarted()) {
        QVERIFY(minisign.waitForFinished());
        QVERIFY2(minisign.exitCode() == 0, minisign.readAllStandardError());
    }
    const auto item = made->file->contents().value().evidence.front();
    QCOMPARE(base::sha256(bytesOf(folder + "/data/evidence/" + item.sha256 + ".bmp")), item.sha256);
    const QByteArray readme = bytesOf(folder + "/README.txt");
    for (const QString &text : {item.fileName, item.sha256, reason, QString("NOT AN IDENTIFICATION"),
                                QString("minisign -V -p keys/chief.pub -m manifest-sha256.txt")})
        QVERIFY2(readme.contains(text.toUtf8()), qPrintable(text));
    const auto log = audit::verifyLog(bytesOf(folder + "/data/audit.jsonl"), crypto::verify);
    VERIFY_OK(log);
    QVERIFY(log->isSigned());
    QCOMPARE(log->source.id, made->file->contents().value().file.id.value());

    // What cannot be handed over any more is named; the older packet is replaced only by a whole one.
    const QByteArray first = bytesOf(zip);
    QVERIFY(QFile::remove(made->caseFolder() + "/evidence/" + item.sha256));
    VERIFY_OK(
        made->file->exportDisclosure(made->desk.path("without.zip"), reason, pdf, made->finder(), progress));
    QVERIFY(bytesOf(made->desk.path("without.zip")).contains("NOT IN THIS PACKET: photo-of-the-door.bmp"));
    QCOMPARE(bytesOf(zip), first);

    const auto entries = made->file->auditEntries(1, 1000).value();
    const auto entered = std::find_if(entries.begin(), entries.end(), [](const auto &entry) {
        return entry.act.verb == verbs::disclosureExported;
    });
    QVERIFY(entered != entries.end());
    QCOMPARE(entered->act.details["sha256"].toString(), base::sha256(bytesOf(zip)));
    QCOMPARE(entered->act.details["reason"].toString(), reason);
    QVERIFY(QDir(made->desk.path(".")).entryList({".disclosure*"}, QDir::Hidden | QDir::Files).isEmpty());
}

void OutputsTest::theAuditLog()
{
    const auto made = ready();
    base::Progress progress;
    const QString path = made->desk.path("case.jsonl");
    VERIFY_REFUSED(made->file->exportAudit(path, progress), Rule::RoleMissing);
    made->file.reset();
    made->desk.signIn("auditor");
    made->file =
        CaseSession::open(made->desk.workstation, made->caseFolder(), store::AccessWanted::Read).value();
    VERIFY_OK(made->file->exportAudit(path, progress)); // changes nothing in the case
    const auto log = audit::verifyLog(bytesOf(path), crypto::verify);
    VERIFY_OK(log);
    QVERIFY(log->isSigned());
    QCOMPARE(log->head, made->file->auditHead().value());
    QVERIFY(verbsOf(made->desk.chain()).contains(verbs::auditExported));
    VERIFY_ERROR(made->file->exportAudit(made->desk.path("case.sqlite"), progress), InvalidArgument);
}

void OutputsTest::aYearInFigures()
{
    const auto made = ready();
    base::Progress progress;
    VERIFY_REFUSED(statisticsOf(*made->desk.workstation, 2026, progress), Rule::RoleMissing);
    for (const QString name : {"second", "third"})
        CaseSession::create(made->desk.workstation, made->desk.path(name),
                            {"2026-" + name, "Lost property", "Find the owner of an umbrella", "J. Roe"})
            .value();
    made->file.reset();
    QVERIFY(!made->desk.workstation->signIn("chief", "a wrong password"));
    made->desk.signIn("chief");
    auto figures = statisticsOf(*made->desk.workstation, 2026, progress);
    VERIFY_OK(figures);
    QCOMPARE(figures->cases, 3);
    QCOMPARE(figures->evidenceItems, 1);
    QCOMPARE(figures->searches, 1);
    QCOMPARE(figures->examinations, 1);
    QCOMPARE(figures->conclusions["support-same-source"], 1);
    QCOMPARE(figures->conclusions["inconclusive"], 0);
    QCOMPARE(figures->verifications, 0);
    QCOMPARE(figures->leads, 0); // nobody has verified it
    QCOMPARE(figures->failedSignIns, 1);
    QCOMPARE(figures->casesUnreadable, 0);
    QCOMPARE(statisticsOf(*made->desk.workstation, 2025, progress)->cases, 0);

    // A case that is gone, and one that somebody changed, are counted apart.
    QVERIFY(QDir(made->desk.path("second")).removeRecursively());
    QFile database(made->desk.path("third/case.sqlite"));
    QVERIFY(database.open(QIODevice::ReadWrite));
    QVERIFY(database.resize(database.size() / 2));
    database.close();
    figures = statisticsOf(*made->desk.workstation, 2026, progress);
    VERIFY_OK(figures);
    QCOMPARE(figures->cases, 1);
    QCOMPARE(figures->casesUnreadable, 2);

    VERIFY_OK(exportStatistics(*made->desk.workstation, *figures, made->desk.path("2026.json")));
    VERIFY_OK(exportStatistics(*made->desk.workstation, *figures, made->desk.path("2026.csv")));
    const QByteArray json = bytesOf(made->desk.path("2026.json"));
    const auto account =
        made->desk.workstation->checkFile(json, bytesOf(made->desk.path("2026.json.minisig")), "2026.json");
    VERIFY_OK(account);
    QCOMPARE(account->name, QString("chief"));
    QVERIFY(bytesOf(made->desk.path("2026.csv")).contains("cases_unreadable,2\r\n"));
    for (const QString &personal : {QString("\"exa\""), goodDetails.number, goodDetails.requester})
        QVERIFY(!json.contains(personal.toUtf8()));
    QCOMPARE(made->desk.chain().back().act.verb, verbs::statisticsExported);
}

void OutputsTest::trainingHasNoPackets()
{
    const Desk desk;
    const auto file = desk.newCase();
    base::Progress progress;
    VERIFY_REFUSED(file->exportVerification(model::VerificationId("v"), desk.path("v.zip"), {}, progress),
                   Rule::TrainingCase);
    VERIFY_REFUSED(file->importVerification(desk.path("v.zip")), Rule::TrainingCase);
    VERIFY_REFUSED(openVerificationPacket(*desk.workstation, desk.path("v.zip")), Rule::TrainingCase);
    // The other outputs work, and say what they are.
    VERIFY_OK(file->exportDisclosure(desk.path("d.zip"), "An exercise in disclosure", pdf, {}, progress));
    VERIFY_OK(file->exportAudit(desk.path("a.jsonl"), progress));
    const auto log = audit::verifyLog(bytesOf(desk.path("a.jsonl")), {});
    VERIFY_OK(log);
    QVERIFY(!log->isSigned());
}

QTEST_GUILESS_MAIN(OutputsTest)
#include "tst_outputs.moc"
