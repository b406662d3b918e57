// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/verbs.h"
#include "engine/base/canonicaljson.h"
#include "tests/engine/casework/examinationdesk.h"

#include <QProcess>

using namespace likeness;
using namespace likeness::casework;
using namespace likeness::tests;
using model::Conclusion;
using policy::Rule;

namespace
{

/// The rule names of a refusal; empty when it was not refused.
template <class Outcome>
QStringList refused(const Outcome &outcome)
{
    if (outcome || outcome.error().code != base::ErrorCode::NotAllowed)
        return {};
    return outcome.error().detail.split(u',');
}

} // namespace

#define VERIFY_REFUSED(outcome, rule)                                                                        \
    do {                                                                                                     \
        const auto &outcome_ = (outcome);                                                                    \
        QVERIFY2(refused(outcome_).contains(policy::ruleName(rule)),                                         \
                 qPrintable(outcome_ ? QStringLiteral("it was allowed")                                      \
                                     : base::errorCodeName(outcome_.error().code) + ' ' +                    \
                                           outcome_.error().detail));                                        \
    } while (false)

/// Analyse first, compare by components, verify blind, settle disagreement: with accounts, by the verbs.
class ExaminationTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void nobodyWorksWithoutSigningIn();
    void analysisComesBeforeTheList();
    void aChangedAnalysisKeepsBoth();
    void aComparisonIsSignedWithoutBlanks();
    void theVerifierIsBlind();
    void disagreementIsSettledByAThird();
    void twoWhoAgreeMakeALead();
    void aNullResultIsKept();
    void twoWhoExcludeAreRemembered();
    void whoReadsTheLogIsNotBlind();
    void headsAreSigned();
    void anOlderCopyIsOnlyRead();
    void casesOfTheOtherModeAreOnlyRead();

private:
    struct Ready {
        ExaminationDesk desk;
        std::shared_ptr<CaseSession> file;
        std::shared_ptr<GallerySession> gallery;
        model::EvidenceId evidence;
        model::ProbeId probe;
        model::Search search;
        CaseSession::GalleryFinder finder() const
        {
            return [this](const model::GalleryId &) { return gallery; };
        }
        /// Signs in and opens the case anew, as the window does.
        void as(const QString &name)
        {
            file.reset();
            desk.signIn(name);
            file = CaseSession::open(desk.workstation, desk.path("case")).value();
        }
        const model::Candidate &candidate(int rank = 1) const { return listed.at(size_t(rank - 1)); }
        std::vector<model::Candidate> listed;
    };
    /// A case in which exa searched; with the analysis signed and the list opened unless told otherwise.
    std::unique_ptr<Ready> ready(bool opened = true);
    /// exa concludes and asks for verification; vera takes it and signs with her conclusion.
    model::VerificationId verified(Ready &ready, Conclusion first, Conclusion second);
    QString labelOf(const Ready &ready, const model::VerificationId &task) const;
};

void ExaminationTest::initTestCase()
{
    QVERIFY(base::Picture(redHairInSample1()).width() > 0);
}

std::unique_ptr<ExaminationTest::Ready> ExaminationTest::ready(bool opened)
{
    auto made = std::make_unique<Ready>();
    base::Progress progress;
    made->gallery = made->desk.newGallery();
    made->desk.signIn("exa");
    made->file = made->desk.newCase();
    const QString photo = made->desk.writePicture("photo.bmp", redHairInSample1());
    made->evidence = made->file->addEvidence({photo}, progress).value().front().outcome.value().id;
    const auto faces = made->file->findFaces(made->evidence, {}, progress).value();
    made->probe = made->file->makeProbe(made->evidence, faces.at(0), progress).value().id;
    made->search = made->file->search(made->probe, *made->gallery, {}, progress).value();
    if (opened) {
        made->file->signAnalysis(fullAnalysis(made->probe)).value();
        made->listed = made->file->openCandidates(made->search.id).value().candidates;
        if (!made->file->openWeaker(made->search.id, "The probe is turned away"))
            qFatal("the weaker candidates stay folded");
    }
    return made;
}

QString ExaminationTest::labelOf(const Ready &ready, const model::VerificationId &task) const
{
    // Only the test may look behind the letters: into the records, past every session.
    const auto store = store::CaseStore::open(ready.desk.path("case"), ready.desk.workstation->actor(),
                                              *ready.desk.clock, store::AccessWanted::Read)
                           .value();
    const auto contents = store->contents().value();
    for (const auto &request : contents.verificationRequests)
        if (request.id == task)
            for (const auto &portrait : request.lineup)
                if (portrait.portrait == request.candidate)
                    return portrait.label;
    return {};
}

model::VerificationId ExaminationTest::verified(Ready &made, Conclusion first, Conclusion second)
{
    const auto must = [](const base::Outcome &outcome) {
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().detail));
    };
    const model::PortraitId portrait = made.candidate().portrait;
    made.file->signExamination(made.search.id, portrait, fullComparison(first)).value();
    const model::VerificationId task = made.file->requestVerification(made.search.id, portrait).value().id;
    made.as("vera");
    must(made.file->takeVerification(task));
    const QString candidate = labelOf(made, task);
    const auto tasks = made.file->verificationTasks().value();
    for (const QString &label : tasks.front().labels)
        must(made.file->saveVerificationDraft(
            task, label, fullComparison(label == candidate ? second : Conclusion::SupportDifferentSource)));
    must(made.file->signVerification(task));
    return task;
}

void ExaminationTest::nobodyWorksWithoutSigningIn()
{
    ExaminationDesk desk;
    VERIFY_OK(desk.workstation->signOut());
    VERIFY_ERROR(CaseSession::create(desk.workstation, desk.path("case"), goodDetails), NotSignedIn);
    desk.signIn("exa");
    auto file = desk.newCase();
    const auto before = file->auditHead().value();
    VERIFY_OK(desk.workstation->signOut());
    base::Progress progress;
    VERIFY_ERROR(file->contents(), NotSignedIn);
    VERIFY_ERROR(file->addEvidence({desk.writePicture("photo.bmp", otherWoman())}, progress), NotSignedIn);
    VERIFY_ERROR(file->recordView(audit::verbs::evidenceViewed, "x"), NotSignedIn);
    QCOMPARE(file->auditHead().value(), before);
    VERIFY_ERROR(CaseSession::open(desk.workstation, desk.path("case")), NotSignedIn);
    desk.signIn("auditor"); // an auditor reads, and adds nothing
    VERIFY_REFUSED(file->addEvidence({desk.path("photo.bmp")}, progress), Rule::RoleMissing);
    VERIFY_REFUSED(CaseSession::create(desk.workstation, desk.path("case2"), goodDetails), Rule::RoleMissing);
}

void ExaminationTest::analysisComesBeforeTheList()
{
    const auto made = ready(false);
    QVERIFY(made->search.candidates.empty());
    const auto contents = made->file->contents().value();
    QCOMPARE(contents.searches.size(), size_t(1));
    QVERIFY(contents.searches.front().candidates.empty());
    QCOMPARE(contents.withheld.size(), size_t(1));
    VERIFY_REFUSED(made->file->openCandidates(made->search.id), Rule::AnalysisMissing);

    model::Analysis analysis = fullAnalysis(made->probe);
    analysis.components.pop_back();
    VERIFY_REFUSED(made->file->signAnalysis(analysis), Rule::ComponentsBlank);
    analysis = fullAnalysis(made->probe);
    analysis.kind = model::ProbeKind::Sketch;
    VERIFY_REFUSED(made->file->signAnalysis(analysis), Rule::ProbeKindRefused);

    const auto stored = made->file->signAnalysis(fullAnalysis(made->probe));
    VERIFY_OK(stored);
    QCOMPARE(stored->actor, QString("exa"));
    VERIFY_OK(made->desk.workstation->checkSignature(model::toJson(*stored), stored->signature));
    const auto opened = made->file->openCandidates(made->search.id);
    VERIFY_OK(opened);
    QCOMPARE(opened->candidates.size(), size_t(made->search.galleryPersons));
    QVERIFY(made->file->contents().value().withheld.empty());
}

void ExaminationTest::aChangedAnalysisKeepsBoth()
{
    const auto made = ready();
    model::Analysis analysis = fullAnalysis(made->probe);
    VERIFY_REFUSED(made->file->signAnalysis(analysis), Rule::NothingChanged);
    analysis.components.front().visibility = model::Visibility::PartlyVisible;
    VERIFY_REFUSED(made->file->signAnalysis(analysis), Rule::ReasonMissing);
    analysis.reason = "The forehead is in shadow on a closer look.";
    VERIFY_OK(made->file->signAnalysis(analysis));
    const auto contents = made->file->contents().value();
    QCOMPARE(contents.analyses.size(), size_t(2));
    const auto changes = model::differences(contents.analyses[0], contents.analyses[1]);
    QCOMPARE(changes.size(), size_t(1));
    QCOMPARE(changes.front().after, QString("partly-visible"));
}

void ExaminationTest::aComparisonIsSignedWithoutBlanks()
{
    const auto made = ready();
    const model::PortraitId portrait = made->candidate().portrait;
    model::Comparison comparison = fullComparison(Conclusion::SupportSameSource);
    comparison.setFinding(model::Component::Ears, std::nullopt);
    VERIFY_OK(made->file->saveDraft(made->search.id, portrait, comparison));
    VERIFY_REFUSED(made->file->signExamination(made->search.id, portrait, comparison), Rule::ComponentsBlank);
    VERIFY_REFUSED(made->file->conclude(made->search.id, portrait, Conclusion::SupportSameSource, "same"),
                   Rule::ComponentsBlank);
    comparison.setFinding(model::Component::Ears, model::Finding::NotUsable);
    comparison.conclusion.reset();
    VERIFY_REFUSED(made->file->signExamination(made->search.id, portrait, comparison),
                   Rule::ConclusionMissing);
    // The draft outlives the session.
    made->as("exa");
    const auto drafts = made->file->contents().value().drafts;
    QCOMPARE(drafts.size(), size_t(1));
    QCOMPARE(drafts.front().comparison.blanks(), std::vector{model::Component::Ears});

    comparison.conclusion = Conclusion::Inconclusive;
    const auto examination = made->file->signExamination(made->search.id, portrait, comparison);
    VERIFY_OK(examination);
    VERIFY_OK(made->desk.workstation->checkSignature(model::toJson(*examination), examination->signature));
    const auto contents = made->file->contents().value();
    QVERIFY(contents.drafts.empty());
    QCOMPARE(contents.examinations.front().comparison, comparison);
    VERIFY_REFUSED(made->file->requestVerification(made->search.id, made->candidate(2).portrait),
                   Rule::ExaminationMissing);
    made->as("old");
    VERIFY_REFUSED(made->file->saveDraft(made->search.id, portrait, comparison), Rule::TrainingExpired);
}

void ExaminationTest::theVerifierIsBlind()
{
    const auto made = ready();
    const model::PortraitId portrait = made->candidate().portrait;
    VERIFY_OK(made->file->setAside(made->search.id, made->candidate(2).portrait, "Another age altogether."));
    VERIFY_OK(made->file->signExamination(made->search.id, portrait,
                                          fullComparison(Conclusion::SupportSameSource)));
    const auto request = made->file->requestVerification(made->search.id, portrait);
    VERIFY_OK(request);
    QCOMPARE(request->lineup.size(), size_t(4));
    VERIFY_REFUSED(made->file->requestVerification(made->search.id, portrait), Rule::AlreadyVerified);
    VERIFY_REFUSED(made->file->takeVerification(request->id), Rule::RoleMissing); // and it is her own
    VERIFY_REFUSED(
        made->file->signExamination(made->search.id, portrait, fullComparison(Conclusion::Inconclusive)),
        Rule::AlreadyVerified);

    made->as("vera");
    const auto tasks = made->file->verificationTasks().value();
    QCOMPARE(tasks.size(), size_t(1));
    QCOMPARE(tasks.front().labels, (QStringList{"A", "B", "C", "D"}));
    base::Progress progress;
    VERIFY_ERROR(made->file->verificationPictures(request->id, made->finder(), progress), NotFound);
    VERIFY_OK(made->file->takeVerification(request->id));
    VERIFY_REFUSED(made->file->openCandidates(made->search.id), Rule::VerificationTaken);
    VERIFY_REFUSED(made->file->setAside(made->search.id, portrait, "I know him."), Rule::ListNotOpened);
    const auto contents = made->file->contents().value();
    QVERIFY(contents.examinations.empty());
    QVERIFY(contents.decisions.empty());
    QVERIFY(contents.verificationRequests.empty());
    for (const model::Search &search : contents.searches)
        QVERIFY(search.candidates.empty());
    const auto pictures = made->file->verificationPictures(request->id, made->finder(), progress);
    VERIFY_OK(pictures);
    QCOMPARE(pictures->size(), size_t(5));
    QCOMPARE(pictures->front().label, QString("probe"));

    VERIFY_REFUSED(made->file->signVerification(request->id), Rule::ComponentsBlank);
    VERIFY_OK(made->file->giveBackVerification(request->id));
    VERIFY_ERROR(made->file->saveVerificationDraft(request->id, "A", {}), NotFound);
    // Who opened the list is no longer blind.
    VERIFY_OK(made->file->openCandidates(made->search.id));
    VERIFY_REFUSED(made->file->takeVerification(request->id), Rule::NotBlind);
}

void ExaminationTest::disagreementIsSettledByAThird()
{
    const auto made = ready();
    const auto task = verified(*made, Conclusion::SupportSameSource, Conclusion::SupportDifferentSource);
    const model::PortraitId portrait = made->candidate().portrait;
    made->as("exa");
    auto contents = made->file->contents().value();
    auto standing = policy::standing(contents, made->search.id, portrait);
    QCOMPARE(standing.state, policy::Standing::State::Disagreed);
    QVERIFY(!standing.outcome);
    QVERIFY(made->file->disputes().value().empty()); // she took part
    VERIFY_REFUSED(made->file->signAdjudication(task, Conclusion::SupportSameSource, "I am sure of it."),
                   Rule::RoleMissing);
    made->as("chief");
    // He is told that one waits, and nothing of it, before he opened the list.
    QCOMPARE(made->file->disputes().value().size(), size_t(1));
    QVERIFY(made->file->contents().value().verificationRequests.empty());
    VERIFY_REFUSED(made->file->signAdjudication(task, Conclusion::Inconclusive, "The ears differ clearly."),
                   Rule::ListNotOpened);
    VERIFY_OK(made->file->openCandidates(made->search.id));
    VERIFY_REFUSED(made->file->signAdjudication(task, Conclusion::Inconclusive, "test"), Rule::ReasonMissing);
    VERIFY_OK(made->file->signAdjudication(task, Conclusion::Inconclusive,
                                           "The ears differ, the light is too flat to be sure."));
    VERIFY_REFUSED(made->file->signAdjudication(task, Conclusion::SupportSameSource, "On second thought."),
                   Rule::NoDisagreement);
    contents = made->file->contents().value();
    standing = policy::standing(contents, made->search.id, portrait);
    QCOMPARE(standing.state, policy::Standing::State::Adjudicated);
    QCOMPARE(standing.outcome, std::optional(Conclusion::Inconclusive));
    QCOMPARE(contents.examinations.front().conclusion, Conclusion::SupportSameSource); // the original stays
}

void ExaminationTest::twoWhoAgreeMakeALead()
{
    const auto made = ready();
    const auto task = verified(*made, Conclusion::SupportSameSource, Conclusion::SupportSameSource);
    VERIFY_REFUSED(made->file->takeVerification(task), Rule::AlreadyVerified);
    made->as("exa");
    const auto contents = made->file->contents().value();
    QVERIFY(policy::standing(contents, made->search.id, made->candidate().portrait).isLead());
    VERIFY_REFUSED(made->file->noteNullResult(made->search.id, "Nobody of the list looks alike."),
                   Rule::LeadOpen);
    // The report leaves with the signature of who exported it.
    base::Progress progress;
    const auto exported = made->file->exportReport(
        made->desk.path("report.pdf"),
        [](const report::CaseReport &) -> base::Result<QByteArray> { return QByteArray("%PDF-1.4"); },
        made->finder(), progress);
    VERIFY_OK(exported);
    for (const QString &path : {exported->pdf, exported->json}) {
        const auto signer =
            made->desk.workstation->checkFile(bytesOf(path), bytesOf(path + ".minisig"), path);
        VERIFY_OK(signer);
        QCOMPARE(signer->name, QString("exa"));
        VERIFY_ERROR(made->desk.workstation->checkFile(bytesOf(path) + ' ', bytesOf(path + ".minisig"), path),
                     SignatureWrong);
    }
    made->as("otto");
    VERIFY_REFUSED(made->file->signAdjudication(task, Conclusion::Inconclusive, "I see it otherwise."),
                   Rule::NoDisagreement);
}

void ExaminationTest::aNullResultIsKept()
{
    const auto made = ready();
    VERIFY_REFUSED(made->file->noteNullResult(made->search.id, "-"), Rule::ReasonMissing);
    VERIFY_OK(made->file->noteNullResult(made->search.id, "The whole list was looked at; nobody is alike."));
    const auto contents = made->file->contents().value();
    QCOMPARE(contents.nullResults.size(), size_t(1));
    QVERIFY(contents.nullResults.front().signature.isSigned());
}

void ExaminationTest::twoWhoExcludeAreRemembered()
{
    const auto made = ready();
    verified(*made, Conclusion::SupportDifferentSource, Conclusion::SupportDifferentSource);
    made->as("exa");
    base::Progress progress;
    const auto again = made->file->search(made->probe, *made->gallery, {}, progress).value();
    VERIFY_OK(made->file->openCandidates(again.id));
    const auto contents = made->file->contents().value();
    QVERIFY(policy::memoryOf(contents, made->candidate().person, again.id).excluded);
    QVERIFY(!policy::memoryOf(contents, made->candidate(2).person, again.id).excluded);
}

void ExaminationTest::whoReadsTheLogIsNotBlind()
{
    const auto made = ready();
    const model::PortraitId portrait = made->candidate().portrait;
    VERIFY_OK(made->file->signExamination(made->search.id, portrait,
                                          fullComparison(Conclusion::SupportSameSource)));
    const auto task = made->file->requestVerification(made->search.id, portrait).value().id;
    VERIFY_REFUSED(made->file->auditEntries(1, 10), Rule::RoleMissing);
    made->as("otto"); // supervisor and verifier
    QCOMPARE(made->file->verificationTasks().value().size(), size_t(1));
    VERIFY_OK(made->file->auditEntries(1, 10));
    VERIFY_REFUSED(made->file->takeVerification(task), Rule::NotBlind);
    QVERIFY(made->file->verificationTasks().value().empty());
}

void ExaminationTest::headsAreSigned()
{
    const auto made = ready();
    made->as("auditor");
    const auto entries = made->file->auditEntries(1, 1000).value();
    const auto verbsSeen = verbsOf(entries);
    QVERIFY(verbsSeen.contains(audit::verbs::headSigned));
    const qsizetype analysis = verbsSeen.indexOf(audit::verbs::analysisSigned);
    QVERIFY(analysis >= 0);
    QCOMPARE(verbsSeen.at(analysis + 1), audit::verbs::headSigned);
}

void ExaminationTest::anOlderCopyIsOnlyRead()
{
    const auto made = ready();
    made->file.reset();
    const QString older = made->desk.path("older");
    QVERIFY(QProcess::execute("cp", {"-a", made->desk.path("case"), older}) == 0);
    made->as("exa");
    VERIFY_OK(made->file->noteNullResult(made->search.id, "The whole list was looked at; nobody is alike."));
    made->file.reset();
    // The copy of before, at another place: it lacks what this workstation saw.
    const auto copy = CaseSession::open(made->desk.workstation, older);
    VERIFY_OK(copy);
    QVERIFY((*copy)->isReadOnly());
    QVERIFY((*copy)->distrust());
    QCOMPARE((*copy)->distrust()->code, base::ErrorCode::RolledBack);
    base::Progress progress;
    VERIFY_ERROR((*copy)->search(made->probe, *made->gallery, {}, progress), ReadOnly);
    // It does not become the one that is known.
    const auto real = CaseSession::open(made->desk.workstation, made->desk.path("case"));
    VERIFY_OK(real);
    QVERIFY(!(*real)->distrust());
    QVERIFY(!(*real)->isReadOnly());
}

void ExaminationTest::casesOfTheOtherModeAreOnlyRead()
{
    const auto made = ready();
    made->file.reset();
    // The same folder without the agency's file: training.
    const auto training = makeWorkstation(made->desk.path("other"), modelsDirectory());
    const auto file = CaseSession::open(training, made->desk.path("case"));
    VERIFY_OK(file);
    QVERIFY((*file)->isReadOnly());
    QCOMPARE((*file)->distrust()->detail, policy::ruleName(Rule::CaseworkCase));
    base::Progress progress;
    VERIFY_ERROR((*file)->search(made->probe, *made->gallery, {}, progress), ReadOnly);
}

QTEST_GUILESS_MAIN(ExaminationTest)
#include "tst_examination.moc"
