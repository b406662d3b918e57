// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/verbs.h"
#include "engine/policy/weakercandidates.h"
#include "tests/engine/casework/readycase.h"

#include <QJsonArray>

using namespace likeness;
using namespace likeness::casework;
using tests::ReadyCase;
namespace verbs = audit::verbs;

/// A probe is searched in a gallery.
class SearchingTest : public QObject
{
    Q_OBJECT

private slots:
    void searchesAndRecords();
    void searchRulesAreAsked();
    void aGrownGalleryGivesAnotherSnapshot();
    void leavesOutWhoIsExcluded();
    void saysHowOftenAStrangerIsAsClose();
    void theWeakerOpenWithAReason();
};

void SearchingTest::searchesAndRecords()
{
    const ReadyCase ready;
    const auto search = ready.search();
    QCOMPARE(search.candidates.size(), size_t(2));
    QCOMPARE(search.candidates[0].personReference, "red");
    QVERIFY(search.candidates[0].distance < search.candidates[1].distance);
    base::Progress progress;
    QCOMPARE(search.gallerySnapshot, ready.gallery->snapshot(progress)->hash);
    QCOMPARE(search.galleryPersons, 2);
    QCOMPARE(search.galleryPortraits, 2);

    const auto kept = ready.file->contents()->searches;
    QCOMPARE(kept.size(), size_t(1));
    QCOMPARE(kept.front().candidates[1].portraitSha256, search.candidates[1].portraitSha256);
    QCOMPARE(kept.front().candidates[0].distance, search.candidates[0].distance);

    const auto entries = tests::chainOf(*ready.file);
    const QStringList entered = tests::verbsOf(entries);
    QCOMPARE(entered.mid(entered.size() - 3),
             QStringList({verbs::operationStarted, verbs::searchMade, verbs::operationFinished}));
    const QJsonObject details = entries[entries.size() - 2].act.details;
    QCOMPARE(details["gallery_snapshot"].toString(), search.gallerySnapshot);
    QCOMPARE(details["portraits_sha256"].toArray().size(), 2);

    const auto galleryEntries = tests::chainOf(*ready.gallery);
    QCOMPARE(galleryEntries.back().act.verb, verbs::gallerySearched);
    QCOMPARE(galleryEntries.back().act.details["case"].toString(), ready.file->contents()->file.id.value());

    // The same question, the same answer.
    const auto again = ready.file->search(search.probe, *ready.gallery, {}, progress);
    VERIFY_OK(again);
    QVERIFY(again->id != search.id);
    QCOMPARE(again->gallerySnapshot, search.gallerySnapshot);
    QCOMPARE(again->candidates[0].distance, search.candidates[0].distance);
}

void SearchingTest::saysHowOftenAStrangerIsAsClose()
{
    const ReadyCase ready;
    const auto search = ready.search();
    QVERIFY(search.calibration);
    QCOMPARE(search.calibration->source, model::Calibration::Source::Shipped); // two persons are too few to measure
    QCOMPARE(search.calibration->oneIn, 100);
    const model::Candidate &right = search.candidates[0], &wrong = search.candidates[1];
    QVERIFY(right.frequency && wrong.frequency);
    QVERIFY(right.frequency->share < wrong.frequency->share);
    QVERIFY(!model::isBeyondLine(search, right));
    QVERIFY(model::isBeyondLine(search, wrong));
    QCOMPARE(right.lookAlikes, std::optional<qint64>(0));
    QCOMPARE(right.robustness, (std::optional(model::Candidate::Robustness{5, 5})));
    QVERIFY(!right.isFragile());

    const auto kept = ready.file->contents()->searches.front();
    QCOMPARE(kept.calibration, search.calibration);
    QCOMPARE(kept.candidates[0].frequency, right.frequency);
    QCOMPARE(kept.candidates[0].robustness, right.robustness);
    const auto entries = tests::chainOf(*ready.file);
    const QJsonObject details = entries[entries.size() - 2].act.details;
    QCOMPARE(details["weights"][0].toArray(), model::weightJson(right));
    QCOMPARE(details["beyond_line"].toInt(), 1);
    QCOMPARE(details["calibration"].toObject(), model::toJson(*search.calibration));
}

void SearchingTest::theWeakerOpenWithAReason()
{
    const ReadyCase ready;
    const auto search = ready.search();
    const auto actor = ready.desk.workstation->actor();
    const auto before = ready.file->auditHead().value();
    VERIFY_ERROR(ready.file->openWeaker(search.id, "n/a"), NotAllowed);
    QCOMPARE(policy::ruleNames(ready.file->unmetWeakerRules(search.id, "n/a")), QStringLiteral("reason-missing"));
    VERIFY_ERROR(ready.file->openWeaker(model::SearchId("none"), "The probe is from below"), NotFound);
    QCOMPARE(ready.file->auditHead()->count, before.count);
    QVERIFY(!policy::hasOpenedWeaker(*ready.file->contents(), search.id, actor));

    VERIFY_OK(ready.file->openWeaker(search.id, " The probe is from below "));
    QVERIFY(policy::hasOpenedWeaker(*ready.file->contents(), search.id, actor));
    const auto entries = tests::chainOf(*ready.file);
    QCOMPARE(entries.back().act.verb, verbs::weakerCandidatesOpened);
    QCOMPARE(entries.back().act.details["reason"].toString(), QStringLiteral("The probe is from below"));
    QCOMPARE(entries.back().act.details["candidates"].toInt(), 1);
    base::Progress progress;
    VERIFY_OK(ready.file->verifyAudit(progress));
}

void SearchingTest::searchRulesAreAsked()
{
    const ReadyCase ready;
    const auto probe = ready.probe();
    base::Progress progress;
    const auto head = ready.file->auditHead().value();
    const auto tooLong = ready.file->search(probe.id, *ready.gallery, {51}, progress);
    VERIFY_ERROR(tooLong, NotAllowed);
    QCOMPARE(tooLong.error().detail, "limit-out-of-range");
    const auto empty = ready.desk.newGallery("empty");
    const auto nobody = ready.file->search(probe.id, *empty, {}, progress);
    VERIFY_ERROR(nobody, NotAllowed);
    QCOMPARE(nobody.error().detail, "gallery-empty");
    VERIFY_ERROR(ready.file->search(model::ProbeId("nobody"), *ready.gallery, {}, progress), NotFound);
    // Both refusals are in the record, and nothing else.
    const auto entries = ready.file->auditEntries(head.count + 1, 100).value();
    QCOMPARE(tests::verbsOf(entries), (QStringList{verbs::searchRefused, verbs::searchRefused}));
    QCOMPARE(policy::ruleNames(ready.file->unmetSearchRules({}, nullptr, {})), "no-probe,no-gallery");
    QVERIFY(ready.file->unmetSearchRules(probe, ready.gallery.get(), {}).empty());
}

void SearchingTest::aGrownGalleryGivesAnotherSnapshot()
{
    const ReadyCase ready;
    const auto search = ready.search();
    base::Progress progress;
    GallerySession::EnrolmentPlan plan;
    plan.paths = {
        ready.desk.writePicture("third.bmp", tests::samplePart("sample3.jpg", {1402, 160, 400, 515}))};
    QCOMPARE(ready.gallery->enrol(plan, {}, progress)->count(model::EnrolOutcome::Enrolled), 1);
    const auto again = ready.file->search(search.probe, *ready.gallery, {}, progress);
    VERIFY_OK(again);
    QVERIFY(again->gallerySnapshot != search.gallerySnapshot);
    QCOMPARE(again->candidates.size(), size_t(3));
}

void SearchingTest::leavesOutWhoIsExcluded()
{
    const ReadyCase ready;
    const auto probe = ready.probe();
    base::Progress progress;
    model::SearchSettings settings;
    settings.excludedReferences = {"red", "red"};
    settings.leaveOutPastRetention = true;
    const auto search = ready.file->search(probe.id, *ready.gallery, settings, progress);
    VERIFY_OK(search);
    QCOMPARE(search->candidates.size(), size_t(1));
    QVERIFY(search->candidates[0].personReference != "red");
    QCOMPARE(search->galleryPersons, 2); // the gallery is as large as before
    const auto kept = ready.file->contents()->searches.back().settings;
    QCOMPARE(kept.excludedReferences, QStringList("red"));
    QVERIFY(kept.leaveOutPastRetention);
    const auto entries = tests::chainOf(*ready.file);
    const QJsonObject details = entries[entries.size() - 2].act.details;
    QCOMPARE(details["excluded_references"].toArray(), QJsonArray{"red"});
    QVERIFY(details["past_retention_left_out"].toBool());
    const QJsonObject inGallery = tests::chainOf(*ready.gallery).back().act.details;
    QCOMPARE(inGallery["excluded_references"].toArray(), QJsonArray{"red"});

    const auto head = ready.file->auditHead().value();
    settings.excludedReferences = {"Red"};
    const auto misspelt = ready.file->search(probe.id, *ready.gallery, settings, progress);
    VERIFY_ERROR(misspelt, NotFound);
    QCOMPARE(misspelt.error().subject, "Red");
    QVERIFY(ready.file->auditHead().value() == head);
}

QTEST_GUILESS_MAIN(SearchingTest)
#include "tst_searching.moc"
