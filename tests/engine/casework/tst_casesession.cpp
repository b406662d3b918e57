// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/verbs.h"
#include "engine/base/digest.h"
#include "engine/report/reporttexts.h"
#include "tests/engine/casework/fixture.h"
#include "tests/support/brokenfiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <unistd.h>

using namespace likeness;
using namespace likeness::casework;
using tests::Desk;
namespace verbs = audit::verbs;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList vaultOf(const CaseSession &session)
{
    return QDir(session.folder() + "/evidence").entryList(QDir::Files | QDir::Hidden);
}

base::Result<QByteArray> realPdf(const report::CaseReport &report)
{
    return report::toPdf(report, report::ReportTexts([](const char *text) { return QString(text); }));
}

} // namespace

/// A case with the red-haired woman as evidence, and a gallery that holds her and somebody else.
struct ReadyCase
{
    Desk desk;
    std::shared_ptr<CaseSession> file = desk.newCase();
    std::shared_ptr<GallerySession> gallery = desk.newGallery();
    model::EvidenceId evidence;

    ReadyCase()
    {
        base::Progress progress;
        const QString photo = desk.writePicture("photo.bmp", tests::redHairInSample1());
        evidence = file->addEvidence({photo}, progress).value().front().outcome.value().id;
        GallerySession::EnrolmentPlan plan;
        plan.paths = {desk.writePicture("red_0001.bmp", tests::redHairInSample3()),
                      desk.writePicture("other_0001.bmp", tests::otherWoman())};
        gallery->enrol(plan, {}, progress).value();
    }
    model::Probe probe() const
    {
        base::Progress progress;
        const auto faces = file->findFaces(evidence, {}, progress).value();
        return file->makeProbe(evidence, faces.at(0), progress).value();
    }
    model::Search search() const
    {
        base::Progress progress;
        return file->search(probe().id, *gallery, {}, progress).value();
    }
    CaseSession::GalleryFinder finder() const
    {
        return [this](const model::GalleryId &id) {
            return id == gallery->gallery().id ? gallery : std::shared_ptr<GallerySession>();
        };
    }
};

class CaseSessionTest : public QObject
{
    Q_OBJECT

private slots:
    void createsACase();
    void refusesEmptyAndPlaceholderDetails();
    void neverOverwritesACase();
    void remembersCasesAndTheirHeads();

    void takesEvidenceIn();
    void refusesBrokenFilesAndGoesOn();
    void theSameBytesAreOneItem();
    void cancelledIntakeKeepsWhatWasRecorded();
    void pathWithSpacesAndOtherLetters();
    void aFlippedByteIsRefusedAndEntered();
    void aMissingFileIsToldFromAChangedOne();
    void theSecondSessionReadsOnly();

    void findsFacesOnce();
    void regionsCanBeUndoneAndRedone();
    void regionsMustBeInsideThePicture();
    void aProbeIsMadeOnce();
    void aDrawnRegionGivesAProbe();

    void searchesAndRecords();
    void searchRulesAreAsked();
    void aGrownGalleryGivesAnotherSnapshot();

    void settingAsideNeedsAReason();
    void concludesOnCandidatesOnly();

    void exportsARealReport();
    void missingPicturesAreListed();
    void anExportThatCannotBeWrittenIsNotEntered();
    void anExportNeverReplacesAFileOfTheCase();

    void missingAndWrongModels();
};

void CaseSessionTest::createsACase()
{
    const Desk desk;
    const auto file = desk.newCase();
    const auto contents = file->contents();
    VERIFY_OK(contents);
    QCOMPARE(contents->file.details, tests::goodDetails);
    QVERIFY(contents->file.training);
    QCOMPARE(contents->file.createdBy, "examiner");
    QCOMPARE(tests::verbsOf(tests::chainOf(*file)), QStringList{verbs::caseCreated});
}

void CaseSessionTest::refusesEmptyAndPlaceholderDetails()
{
    const Desk desk;
    const auto refused =
        CaseSession::create(desk.workstation, desk.path("case"), {"17", "n/a", "", "J. Roe"});
    VERIFY_ERROR(refused, NotAllowed);
    QCOMPARE(refused.error().detail, "offence-placeholder,purpose-missing");
    QVERIFY(!QFileInfo::exists(desk.path("case")));
}

void CaseSessionTest::neverOverwritesACase()
{
    const Desk desk;
    desk.newCase();
    VERIFY_ERROR(CaseSession::create(desk.workstation, desk.path("case"), tests::goodDetails), AlreadyExists);
    VERIFY_OK(CaseSession::open(desk.workstation, desk.path("case")));
}

void CaseSessionTest::remembersCasesAndTheirHeads()
{
    const Desk desk;
    auto file = desk.newCase();
    const auto head = file->auditHead().value();
    file.reset();
    const auto recent = desk.workstation->record().recent(store::WorkstationStore::Kind::Case).value();
    QCOMPARE(recent.size(), size_t(1));
    QCOMPARE(recent.front().title, tests::goodDetails.number);
    const auto entries = desk.workstation->record().auditEntries(1, 100).value();
    QCOMPARE(entries.back().act.verb, verbs::caseHeadSeen);
    QVERIFY(QJsonDocument(entries.back().act.details).toJson().contains(head.hash.toUtf8()));
}

void CaseSessionTest::takesEvidenceIn()
{
    const Desk desk;
    const auto file = desk.newCase();
    const QString photo = tests::samplesDirectory() + "/sample1.jpg";
    base::Progress progress;
    const auto items = file->addEvidence({photo}, progress);
    VERIFY_OK(items);
    VERIFY_OK(items->front().outcome);
    const auto &item = *items->front().outcome;
    QCOMPARE(item.sha256, base::sha256(bytesOf(photo)));
    QCOMPARE(item.fileName, "sample1.jpg");
    QCOMPARE(item.mediaType, "image/jpeg");
    QCOMPARE(QSize(item.width, item.height), QSize(1920, 1280));
    QCOMPARE(item.addedBy, "examiner");
    QCOMPARE(vaultOf(*file), QStringList{item.sha256});
    QCOMPARE(bytesOf(file->folder() + "/evidence/" + item.sha256), bytesOf(photo));
    QCOMPARE(progress.done(), 1);

    const auto entries = tests::chainOf(*file);
    QCOMPARE(tests::verbsOf(entries),
             QStringList({verbs::caseCreated, verbs::operationStarted, verbs::evidenceAdded}));
    QCOMPARE(entries.back().act.details["sha256"].toString(), item.sha256);
    const auto still = file->openEvidence(item.id, progress);
    VERIFY_OK(still);
    QCOMPARE(still->picture.width(), 1920);
}

void CaseSessionTest::refusesBrokenFilesAndGoesOn()
{
    const Desk desk;
    const auto file = desk.newCase();
    QDir().mkpath(desk.path("broken"));
    const auto broken = tests::makeBrokenFiles(desk.path("broken"));
    QVERIFY(broken.size() > 15);
    QStringList files;
    for (const auto &row : broken)
        files += row.path;
    base::Progress progress;
    const auto items = file->addEvidence(files, progress);
    VERIFY_OK(items);
    QCOMPARE(qsizetype(items->size()), broken.size());

    QSet<QString> kept;
    int refused = 0;
    for (qsizetype i = 0; i < broken.size(); ++i) {
        if (broken[i].needsOrdinaryUser && geteuid() == 0)
            continue;
        const auto &outcome = items->at(size_t(i)).outcome;
        if (broken[i].error) {
            QVERIFY2(!outcome, qPrintable(broken[i].name));
            QVERIFY2(outcome.error().code == *broken[i].error,
                     qPrintable(broken[i].name + ": " + base::errorCodeName(outcome.error().code)));
            QCOMPARE(outcome.error().subject, broken[i].path);
            ++refused;
        } else {
            QVERIFY2(outcome, qPrintable(broken[i].name));
            kept.insert(outcome->sha256);
        }
    }
    QVERIFY(refused > 10);
    QVERIFY(!kept.isEmpty());
    const QStringList vault = vaultOf(*file);
    const auto contents = file->contents().value();
    QCOMPARE(vault.size(), qsizetype(contents.evidence.size())); // nothing of the refused stays
    const QStringList entered = tests::verbsOf(tests::chainOf(*file));
    QCOMPARE(entered.count(verbs::evidenceRefused),
             std::count_if(items->begin(), items->end(), [](const auto &item) { return !item.outcome; }));
    QVERIFY(file->opening().interrupted.empty());
}

void CaseSessionTest::theSameBytesAreOneItem()
{
    const Desk desk;
    const auto file = desk.newCase();
    const base::Picture picture = tests::redHairInSample1();
    const QString first = desk.writePicture("first.bmp", picture);
    const QString second = desk.writePicture("second.bmp", picture);
    base::Progress progress;
    const auto items = file->addEvidence({first, second, first}, progress).value();
    QCOMPARE(items[1].outcome->id, items[0].outcome->id);
    QCOMPARE(items[1].outcome->fileName, "first.bmp");
    QCOMPARE(items[2].outcome->id, items[0].outcome->id);
    QCOMPARE(file->contents()->evidence.size(), size_t(1));
    QCOMPARE(vaultOf(*file).size(), 1);
}

void CaseSessionTest::cancelledIntakeKeepsWhatWasRecorded()
{
    const Desk desk;
    auto file = desk.newCase();
    const QString first = desk.writePicture("first.bmp", tests::redHairInSample1());
    const QString second = desk.writePicture("second.bmp", tests::otherWoman());
    base::Progress *handle = nullptr;
    base::Progress progress([&](qint64 done, qint64) {
        if (done == 1)
            handle->cancel();
    });
    handle = &progress;
    VERIFY_ERROR(file->addEvidence({first, second}, progress), Cancelled);
    QCOMPARE(file->contents()->evidence.size(), size_t(1));
    QCOMPARE(vaultOf(*file).size(), 1);
    file.reset();
    file = CaseSession::open(desk.workstation, desk.path("case")).value();
    QVERIFY(file->opening().interrupted.empty());
}

void CaseSessionTest::pathWithSpacesAndOtherLetters()
{
    const Desk desk;
    const QString folder = desk.path("Fälle 2026 – große/事件 1");
    const auto file = CaseSession::create(desk.workstation, folder, tests::goodDetails);
    VERIFY_OK(file);
    const QString photo = desk.writePicture("Übersicht (1) 写真.bmp", tests::redHairInSample1());
    base::Progress progress;
    const auto items = (*file)->addEvidence({photo}, progress);
    VERIFY_OK(items);
    VERIFY_OK(items->front().outcome);
    QCOMPARE(items->front().outcome->fileName, QFileInfo(photo).fileName());
    tests::chainOf(**file);
}

void CaseSessionTest::aFlippedByteIsRefusedAndEntered()
{
    const ReadyCase ready;
    const auto item = ready.file->contents()->evidence.front();
    QFile stored(ready.file->folder() + "/evidence/" + item.sha256);
    QVERIFY(stored.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(stored.open(QIODevice::ReadWrite));
    stored.seek(5000);
    char byte = 0;
    QVERIFY(stored.getChar(&byte));
    stored.seek(5000);
    QVERIFY(stored.putChar(char(byte ^ 1)));
    stored.close();

    base::Progress progress;
    const auto opened = ready.file->openEvidence(ready.evidence, progress);
    VERIFY_ERROR(opened, EvidenceChanged);
    QCOMPARE(opened.error().subject, "photo.bmp");
    VERIFY_ERROR(ready.file->findFaces(ready.evidence, {}, progress), EvidenceChanged);
    const auto entries = tests::chainOf(*ready.file);
    QCOMPARE(entries.back().act.verb, verbs::evidenceFoundChanged);
    QCOMPARE(entries.back().act.details["sha256"].toString(), item.sha256);
    const auto checks = ready.file->verifyEvidence(progress);
    VERIFY_OK(checks);
    VERIFY_ERROR(checks->front().outcome, EvidenceChanged);
}

void CaseSessionTest::aMissingFileIsToldFromAChangedOne()
{
    const ReadyCase ready;
    QDir vault(ready.file->folder() + "/evidence");
    QVERIFY(vault.remove(vaultOf(*ready.file).front()));
    base::Progress progress;
    VERIFY_ERROR(ready.file->openEvidence(ready.evidence, progress), EvidenceMissing);
}

void CaseSessionTest::theSecondSessionReadsOnly()
{
    const ReadyCase ready;
    const auto head = ready.file->auditHead().value();
    auto second = CaseSession::open(ready.desk.workstation, ready.file->folder());
    VERIFY_OK(second);
    QVERIFY((*second)->isReadOnly());
    QVERIFY((*second)->opening().lockHolder.contains(" on "));
    QCOMPARE((*second)->contents()->evidence.size(), size_t(1));

    // A look is entered, but not here.
    VERIFY_OK((*second)->recordView(verbs::evidenceViewed, ready.evidence.value()));
    base::Progress progress;
    const auto faces = (*second)->findFaces(ready.evidence, {}, progress);
    VERIFY_OK(faces);
    QVERIFY(!faces->empty());
    QCOMPARE(ready.file->auditHead().value(), head);
    const auto entered = tests::verbsOf(ready.desk.workstation->record().auditEntries(1, 1000).value());
    QVERIFY(entered.contains(verbs::evidenceViewed));
    QVERIFY(entered.contains(verbs::facesFound));
}

void CaseSessionTest::findsFacesOnce()
{
    const ReadyCase ready;
    base::Progress progress;
    const auto faces = ready.file->findFaces(ready.evidence, {}, progress);
    VERIFY_OK(faces);
    QCOMPARE(faces->size(), size_t(1));
    const auto head = ready.file->auditHead().value();
    const auto again = ready.file->findFaces(ready.evidence, {}, progress);
    VERIFY_OK(again);
    QCOMPARE(again->front().box, faces->front().box);
    QCOMPARE(again->front().eyes, faces->front().eyes);
    QVERIFY(again->front().landmarks == faces->front().landmarks);
    QCOMPARE(again->front().quality, faces->front().quality);
    QCOMPARE(ready.file->auditHead().value(), head); // remembered: no second entry
    face::FinderSettings larger;
    larger.smallestFacePx = 80;
    VERIFY_OK(ready.file->findFaces(ready.evidence, larger, progress));
    QVERIFY(ready.file->auditHead().value() != head);
    VERIFY_ERROR(ready.file->findFaces(model::EvidenceId("nobody"), {}, progress), NotFound);
}

void CaseSessionTest::regionsCanBeUndoneAndRedone()
{
    const ReadyCase ready;
    const model::RelativeRect box{0.2, 0.2, 0.5, 0.5};
    const auto region = ready.file->drawRegion(ready.evidence, box, {});
    VERIFY_OK(region);
    QVERIFY(region->drawn);
    QCOMPARE(region->alignment, model::Alignment::Automatic);
    QCOMPARE(ready.file->contents()->regions.size(), size_t(1));
    QCOMPARE(ready.file->contents()->regions.front().box, box);
    VERIFY_OK(ready.file->removeRegion(region->id));
    QVERIFY(ready.file->contents()->regions.empty());
    VERIFY_OK(ready.file->restoreRegion(region->id));
    QCOMPARE(ready.file->contents()->regions.size(), size_t(1));
    const QStringList entered = tests::verbsOf(tests::chainOf(*ready.file));
    QCOMPARE(entered.mid(entered.size() - 3),
             QStringList({verbs::regionDrawn, verbs::regionRemoved, verbs::regionRestored}));
    VERIFY_ERROR(ready.file->removeRegion(model::RegionId("nobody")), NotFound);
}

void CaseSessionTest::regionsMustBeInsideThePicture()
{
    const ReadyCase ready;
    const auto head = ready.file->auditHead().value();
    for (const model::RelativeRect &box : {model::RelativeRect{0.8, 0.2, 0.5, 0.5},
                                           {0.2, 0.2, 0, 0.5},
                                           {-0.1, 0, 0.5, 0.5},
                                           {0, 0, qQNaN(), 1}})
        VERIFY_ERROR(ready.file->drawRegion(ready.evidence, box, {}), InvalidArgument);
    VERIFY_ERROR(ready.file->drawRegion(ready.evidence, {0.2, 0.2, 0.5, 0.5},
                                        model::EyePoints{{0.3, 0.3}, {0.3, 0.3}}),
                 InvalidArgument);
    // Eyes of somebody else than the box shows
    for (const model::EyePoints &eyes : {model::EyePoints{{0.05, 0.3}, {0.15, 0.3}}, {{0.3, 0.1}, {0.4, 0.1}},
                                         {{0.75, 0.3}, {0.85, 0.3}}, {{0.3, 0.8}, {0.4, 0.8}}})
        VERIFY_ERROR(ready.file->drawRegion(ready.evidence, {0.2, 0.2, 0.5, 0.5}, eyes), InvalidArgument);
    VERIFY_ERROR(ready.file->drawRegion(model::EvidenceId("nobody"), {0.2, 0.2, 0.5, 0.5}, {}), NotFound);
    QCOMPARE(ready.file->auditHead().value(), head);
}

void CaseSessionTest::aProbeIsMadeOnce()
{
    const ReadyCase ready;
    const auto probe = ready.probe();
    QCOMPARE(probe.alignment, model::Alignment::Automatic);
    QVERIFY(probe.quality.grade != model::FaceQuality::Grade::Unsuitable);
    QVERIFY(base::isSha256(probe.chipSha256));
    const auto head = ready.file->auditHead().value();
    QCOMPARE(ready.probe().id, probe.id);
    QCOMPARE(ready.file->auditHead().value(), head);
    const auto contents = ready.file->contents().value();
    QCOMPARE(contents.probes.size(), size_t(1));
    QCOMPARE(contents.regions.size(), size_t(1));
    QVERIFY(!contents.regions.front().drawn);
    // No template in the record.
    for (const auto &entry : tests::chainOf(*ready.file))
        QVERIFY(!entry.act.details.contains("values"));
}

void CaseSessionTest::aDrawnRegionGivesAProbe()
{
    const ReadyCase ready;
    base::Progress progress;
    const auto found = ready.probe();
    const auto region = ready.file->drawRegion(ready.evidence, found.box, found.eyes).value();
    QCOMPARE(region.alignment, model::Alignment::ByHand);
    const auto probe = ready.file->makeProbe(region.id, progress);
    VERIFY_OK(probe);
    QCOMPARE(probe->alignment, model::Alignment::ByHand);
    QCOMPARE(probe->eyes, found.eyes);
    QVERIFY(match::distance(probe->values, found.values) < 0.3);
    QCOMPARE(ready.file->makeProbe(region.id, progress)->id, probe->id);
    VERIFY_ERROR(ready.file->makeProbe(model::RegionId("nobody"), progress), NotFound);

    const auto still = ready.file->openEvidence(ready.evidence, progress).value();
    const auto preview = ready.file->previewAlignment(still.picture, found.box, found.eyes);
    VERIFY_OK(preview);
    QCOMPARE(preview->chip.sha256, probe->chipSha256);
}

void CaseSessionTest::searchesAndRecords()
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

void CaseSessionTest::searchRulesAreAsked()
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

void CaseSessionTest::aGrownGalleryGivesAnotherSnapshot()
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

void CaseSessionTest::settingAsideNeedsAReason()
{
    const ReadyCase ready;
    const auto search = ready.search();
    const auto portrait = search.candidates[1].portrait;
    const auto refused = ready.file->setAside(search.id, portrait, " n/a ");
    VERIFY_ERROR(refused, NotAllowed);
    QCOMPARE(refused.error().detail, "reason-missing");
    QVERIFY(ready.file->contents()->decisions.empty());
    VERIFY_OK(ready.file->setAside(search.id, portrait, " Ears differ "));
    VERIFY_OK(ready.file->takeBack(search.id, portrait));
    const auto decisions = ready.file->contents()->decisions;
    QCOMPARE(decisions.size(), size_t(2)); // append-only
    QVERIFY(decisions[0].setAside);
    QCOMPARE(decisions[0].reason, "Ears differ");
    QVERIFY(!decisions[1].setAside);
    VERIFY_ERROR(ready.file->setAside(search.id, model::PortraitId("nobody"), "Ears differ"), NotFound);
    VERIFY_ERROR(ready.file->takeBack(model::SearchId("nobody"), portrait), NotFound);
    const QStringList entered = tests::verbsOf(tests::chainOf(*ready.file));
    QCOMPARE(entered.mid(entered.size() - 2),
             QStringList({verbs::candidateSetAside, verbs::candidateTakenBack}));
}

void CaseSessionTest::concludesOnCandidatesOnly()
{
    const ReadyCase ready;
    const auto search = ready.search();
    const auto portrait = search.candidates[0].portrait;
    const auto first =
        ready.file->conclude(search.id, portrait, model::Conclusion::Inconclusive, "Hair covers");
    VERIFY_OK(first);
    VERIFY_OK(ready.file->conclude(search.id, portrait, model::Conclusion::SupportSameSource, ""));
    const auto examinations = ready.file->contents()->examinations;
    QCOMPARE(examinations.size(), size_t(2)); // the earlier one stays
    QCOMPARE(examinations[0].note, "Hair covers");
    QCOMPARE(examinations[1].conclusion, model::Conclusion::SupportSameSource);
    VERIFY_ERROR(
        ready.file->conclude(search.id, model::PortraitId("nobody"), model::Conclusion::Inconclusive, ""),
        NotFound);
    QCOMPARE(tests::chainOf(*ready.file).back().act.details["conclusion"].toString(), "support-same-source");
}

void CaseSessionTest::exportsARealReport()
{
    const ReadyCase ready;
    const auto search = ready.search();
    VERIFY_OK(ready.file->conclude(search.id, search.candidates[0].portrait, model::Conclusion::Inconclusive,
                                   "Not <b>sure</b>"));
    report::CaseReport gathered;
    base::Progress progress;
    const auto exported = ready.file->exportReport(
        ready.desk.path("Bericht 1.pdf"),
        [&](const report::CaseReport &report) {
            gathered = report;
            return realPdf(report);
        },
        ready.finder(), progress);
    VERIFY_OK(exported);
    QVERIFY(bytesOf(exported->pdf).startsWith("%PDF-1."));
    QCOMPARE(exported->json, ready.desk.path("Bericht 1.json"));
    QCOMPARE(base::sha256(bytesOf(exported->pdf)), exported->pdfSha256);
    QCOMPARE(base::sha256(bytesOf(exported->json)), exported->jsonSha256);
    QVERIFY(QJsonDocument::fromJson(bytesOf(exported->json)).isObject());

    QCOMPARE(gathered.probePictures.size(), size_t(1));
    QCOMPARE(gathered.portraitPictures.size(), size_t(2));
    QVERIFY(gathered.missing.empty());
    QVERIFY(gathered.training);
    // Only the chosen region is left of the photograph.
    const auto &shown = gathered.probePictures.front();
    const auto original = ready.file->openEvidence(ready.evidence, progress)->picture;
    const auto probe = ready.file->contents()->probes.front();
    QCOMPARE(shown.evidence, imaging::pixelateOutside(original, probe.box).value());
    QVERIFY(shown.evidence != original);
    QCOMPARE(imaging::crop(shown.evidence, probe.box).value(), imaging::crop(original, probe.box).value());
    QCOMPARE(shown.chip.width(), 150);
    QCOMPARE(base::sha256(shown.chip.pixels()), probe.chipSha256);

    const auto chain = tests::chainOf(*ready.file);
    QCOMPARE(chain.back().act.verb, verbs::operationFinished);
    QCOMPARE(chain.back().act.details["outcome"].toString(), "done");
    const auto last = chain[chain.size() - 2];
    QCOMPARE(last.act.verb, verbs::reportExported);
    QCOMPARE(last.act.details["pdf_sha256"].toString(), exported->pdfSha256);
    QCOMPARE(last.act.details["json_sha256"].toString(), exported->jsonSha256);
    QCOMPARE(last.act.details["audit_count"].toInteger(), gathered.auditHead.count);
}

void CaseSessionTest::missingPicturesAreListed()
{
    const ReadyCase ready;
    ready.search();
    QDir vault(ready.file->folder() + "/evidence");
    QVERIFY(vault.remove(vaultOf(*ready.file).front()));
    report::CaseReport gathered;
    base::Progress progress;
    const auto exported = ready.file->exportReport(
        ready.desk.path("r.pdf"),
        [&](const report::CaseReport &report) {
            gathered = report;
            return realPdf(report);
        },
        [](const model::GalleryId &) { return nullptr; }, progress);
    VERIFY_OK(exported);
    QVERIFY(gathered.probePictures.empty());
    QVERIFY(gathered.portraitPictures.empty());
    QCOMPARE(gathered.missing.size(), size_t(3));
    QCOMPARE(gathered.missing[0].why.code, base::ErrorCode::EvidenceMissing);
    QCOMPARE(gathered.missing[1].why.code, base::ErrorCode::NotFound);
    const auto chain = tests::chainOf(*ready.file);
    QCOMPARE(chain[chain.size() - 2].act.details["missing"].toInt(), 3);
}

void CaseSessionTest::anExportThatCannotBeWrittenIsNotEntered()
{
    const Desk desk;
    const auto file = desk.newCase();
    const auto head = file->auditHead().value();
    base::Progress progress;
    const auto exported = file->exportReport(desk.path("no such folder/r.pdf"), realPdf, {}, progress);
    QVERIFY(!exported);
    QCOMPARE(file->auditHead().value(), head);
    const auto failed = file->exportReport(
        desk.path("r.pdf"),
        [](const report::CaseReport &) -> base::Result<QByteArray> {
            return base::fail(base::ErrorCode::EngineFailed, "report");
        },
        {}, progress);
    VERIFY_ERROR(failed, EngineFailed);
    QVERIFY(!QFileInfo::exists(desk.path("r.pdf")));
    QVERIFY(!QFileInfo::exists(desk.path("r.json")));
    QCOMPARE(file->auditHead().value(), head);
}

void CaseSessionTest::anExportNeverReplacesAFileOfTheCase()
{
    const ReadyCase ready;
    base::Progress progress;
    const auto item = ready.file->contents()->evidence.front();
    for (const QString &target : QStringList{"/case.sqlite", "/audit.head"})
        VERIFY_ERROR(ready.file->exportReport(ready.file->folder() + target, realPdf, {}, progress),
                     InvalidArgument);
    VERIFY_ERROR(
        ready.file->exportReport(ready.file->folder() + "/evidence/" + item.sha256, realPdf, {}, progress),
        InvalidArgument);
    // Beside it, too, it would be a file that nothing records.
    VERIFY_ERROR(ready.file->exportReport(ready.file->folder() + "/evidence/r.pdf", realPdf, {}, progress),
                 InvalidArgument);
    QVERIFY(!QFileInfo::exists(ready.file->folder() + "/evidence/r.pdf"));
    // Somebody else's JSON file is not replaced; an earlier report is.
    ready.desk.write("notes.json", "mine");
    VERIFY_ERROR(ready.file->exportReport(ready.desk.path("notes.pdf"), realPdf, {}, progress), AlreadyExists);
    QCOMPARE(QFileInfo(ready.desk.path("notes.json")).size(), 4);
    VERIFY_OK(ready.file->exportReport(ready.desk.path("again.pdf"), realPdf, {}, progress));
    VERIFY_OK(ready.file->exportReport(ready.desk.path("again.pdf"), realPdf, {}, progress));
    VERIFY_OK(ready.file->openEvidence(ready.evidence, progress));
}

void CaseSessionTest::missingAndWrongModels()
{
    QTemporaryDir models;
    const Desk desk(models.path());
    const auto file = desk.newCase();
    const QString photo = desk.writePicture("photo.bmp", tests::redHairInSample1());
    base::Progress progress;
    const auto items = file->addEvidence({photo}, progress); // intake needs no engine
    VERIFY_OK(items);
    const auto evidence = items->front().outcome->id;
    VERIFY_ERROR(file->findFaces(evidence, {}, progress), ModelMissing);
    const auto gallery = desk.newGallery();
    VERIFY_ERROR(gallery->enrol({}, {}, progress), ModelMissing);
    QVERIFY(policy::ruleNames(file->unmetSearchRules({}, gallery.get(), {})).startsWith("engine-missing"));
    VERIFY_OK(gallery->counts());

    for (const QString &name : QDir(tests::modelsDirectory()).entryList(QDir::Files))
        QVERIFY(QFile::copy(tests::modelsDirectory() + '/' + name, models.filePath(name)));
    QFile weights(models.filePath("shape_predictor_5_face_landmarks.dat"));
    QVERIFY(weights.open(QIODevice::ReadWrite));
    weights.seek(1000000);
    char byte = 0;
    QVERIFY(weights.getChar(&byte));
    weights.seek(1000000);
    weights.putChar(char(byte ^ 1));
    weights.close();
    VERIFY_ERROR(file->findFaces(evidence, {}, progress), ModelWrong);

    // Put right, it works without a restart.
    QVERIFY(weights.remove());
    QVERIFY(
        QFile::copy(tests::modelsDirectory() + "/shape_predictor_5_face_landmarks.dat", weights.fileName()));
    VERIFY_OK(file->findFaces(evidence, {}, progress));
}

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // the PDF needs fonts, not a window
    const QGuiApplication application(argc, argv);
    CaseSessionTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_casesession.moc"
