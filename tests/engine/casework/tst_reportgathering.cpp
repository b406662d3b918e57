// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/signedhead.h"
#include "engine/base/canonicaljson.h"
#include "engine/casework/reportgathering.h"
#include "engine/report/reporttexts.h"
#include "tests/engine/casework/examinationdesk.h"

using namespace likeness;
using namespace likeness::casework;
using namespace likeness::tests;
using model::Conclusion;
using State = report::CaseReport::Standing::State;

/// What the records of a case become in a report.
class ReportGatheringTest : public QObject
{
    Q_OBJECT
private slots:
    void aCaseIsReportedAsFarAsItHasCome();
    void aHeadIsWithinThePicture();

private:
    /// Exports to report.pdf of the desk; the report as it was handed to the PDF. Set LIKENESS_KEEP_REPORTS
    /// to a folder to look at the PDF afterwards.
    static report::CaseReport exported(CaseSession &file, const ExaminationDesk &desk,
                                       const std::shared_ptr<GallerySession> &gallery, const QString &name)
    {
        report::CaseReport gathered;
        base::Progress progress;
        const auto done = file.exportReport(
            desk.path(name + ".pdf"),
            [&](const report::CaseReport &made) {
                gathered = made;
                return report::toPdf(made,
                                     report::ReportTexts([](const char *text) { return QString(text); }));
            },
            [&](const model::GalleryId &) { return gallery; }, progress);
        if (!done)
            qFatal("%s: %s", qPrintable(base::errorCodeName(done.error().code)),
                   qPrintable(done.error().detail));
        if (const QString keep = qEnvironmentVariable("LIKENESS_KEEP_REPORTS"); !keep.isEmpty())
            QFile::copy(done->pdf, keep + '/' + name + ".pdf");
        return gathered;
    }
};

void ReportGatheringTest::aCaseIsReportedAsFarAsItHasCome()
{
    ExaminationDesk desk;
    base::Progress progress;
    const auto gallery = desk.newGallery();
    desk.signIn("exa");
    auto file = desk.newCase();
    const auto evidence = file->addEvidence({desk.writePicture("photo.bmp", redHairInSample1())}, progress)
                              .value()
                              .front()
                              .outcome.value();
    const auto face = file->findFaces(evidence.id, {}, progress).value().at(0);
    const auto probe = file->makeProbe(evidence.id, face, progress).value();
    const auto search = file->search(probe.id, *gallery, {}, progress).value();
    file->signAnalysis(fullAnalysis(probe.id)).value();
    const auto candidates = file->openCandidates(search.id).value().candidates;
    QCOMPARE(candidates.size(), size_t(4));
    VERIFY_OK(file->openWeaker(search.id, "The probe is turned away"));
    VERIFY_OK(file->setAside(search.id, candidates[1].portrait, "The chin is another one."));
    model::Comparison seen = fullComparison(Conclusion::SupportSameSource);
    seen.probeMarks = {{model::Mark::Kind::Point, 1, face.eyes.left, face.eyes.left, "Corner of the eye",
                        model::Component::Eyes}};
    seen.portraitMarks = {
        {model::Mark::Kind::Point, 1, {0.4, 0.4}, {0.4, 0.4}, "Corner of the eye", model::Component::Eyes}};
    file->signExamination(search.id, candidates[0].portrait, seen).value();

    const auto examined = exported(*file, desk, gallery, "examined");
    QVERIFY(!examined.training);
    QCOMPARE(examined.agency, "City Police");
    QCOMPARE(examined.agencyKey, desk.agency().rootKey());
    QCOMPARE(examined.accounts.size(), size_t(1)); // those who are named, nobody else
    QCOMPARE(examined.accounts[0].fullName, "Full Name of exa");
    QCOMPARE(examined.standings.size(), size_t(1));
    QVERIFY(examined.standings[0].state == State::Examined);
    QVERIFY(!examined.standings[0].isLead);
    QVERIFY(!examined.profile.name.isEmpty());
    QCOMPARE(examined.profile.key, shippedProfileKey());
    QCOMPARE(examined.profile.sha256.size(), 64);
    QVERIFY(examined.signedHead.signature.isSigned());
    QVERIFY(crypto::verify(base::canonicalJson(examined.signedHead.document),
                           examined.signedHead.signature.key, examined.signedHead.signature.value));
    QCOMPARE(examined.portraitPictures.size(), size_t(4));
    for (const auto &portrait : examined.portraitPictures)
        QVERIFY(portrait.box.isValid());

    const auto task = file->requestVerification(search.id, candidates[0].portrait).value().id;
    const auto waiting = exported(*file, desk, gallery, "waiting");
    QVERIFY(waiting.standings[0].state == State::AwaitingVerification);
    QVERIFY(waiting.standings[0].isLocked());
    QVERIFY(!waiting.standings[0].outcome);
    QVERIFY(!base::canonicalJson(report::toJson(waiting)).contains("Corner of the eye"));

    QString label;
    for (const auto &portrait : waiting.contents.verificationRequests.at(0).lineup)
        if (portrait.portrait == candidates[0].portrait)
            label = portrait.label;
    file.reset();
    desk.signIn("vera");
    file = CaseSession::open(desk.workstation, desk.path("case")).value();
    VERIFY_OK(file->takeVerification(task));
    const QStringList labels = file->verificationTasks().value().front().labels;
    for (const QString &each : labels)
        VERIFY_OK(file->saveVerificationDraft(
            task, each,
            each == label ? seen
                          : fullComparison(Conclusion::SupportDifferentSource, model::Finding::Different)));
    VERIFY_OK(file->signVerification(task));
    file.reset();
    desk.signIn("exa");
    file = CaseSession::open(desk.workstation, desk.path("case")).value();
    const auto second = file->search(probe.id, *gallery, {}, progress).value();
    VERIFY_OK(file->openCandidates(second.id));

    const auto agreed = exported(*file, desk, gallery, "agreed");
    QVERIFY(agreed.standings[0].state == State::Agreed);
    QVERIFY(agreed.standings[0].isLead);
    QCOMPARE(agreed.accounts.size(), size_t(2));
    const QJsonObject json = report::toJson(agreed);
    QVERIFY(base::canonicalJson(json).contains("Corner of the eye"));
    // The second search remembers who was set aside in the first one.
    const auto memory = std::find_if(agreed.memories.begin(), agreed.memories.end(),
                                     [&](const auto &each) { return each.person == candidates[1].person; });
    QVERIFY(memory != agreed.memories.end());
    QVERIFY(memory->setAside && memory->search != search.id);
    QCOMPARE(memory->reasons, QStringList{"The chin is another one."});
}

void ReportGatheringTest::aHeadIsWithinThePicture()
{
    const model::RelativeRect middle = headAround({0.4, 0.4, 0.2, 0.2});
    QVERIFY(middle.isValid());
    QVERIFY(middle.x < 0.4 && middle.y < 0.4 && middle.right() > 0.6 && middle.bottom() > 0.6);
    QVERIFY(headAround({0, 0, 1, 1}).isValid());
    QVERIFY(headAround({0.9, 0.9, 0.1, 0.1}).isValid());
}

QTEST_MAIN(ReportGatheringTest)
#include "tst_reportgathering.moc"
