// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/verbs.h"
#include "engine/base/digest.h"
#include "tests/engine/casework/readycase.h"

using namespace likeness;
using namespace likeness::casework;
using tests::ReadyCase;
namespace verbs = audit::verbs;

/// Faces are found, regions drawn, probes made.
class FacesTest : public QObject
{
    Q_OBJECT

private slots:
    void findsFacesOnce();
    void regionsCanBeUndoneAndRedone();
    void regionsMustBeInsideThePicture();
    void aProbeIsMadeOnce();
    void aDrawnRegionGivesAProbe();
};

void FacesTest::findsFacesOnce()
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

void FacesTest::regionsCanBeUndoneAndRedone()
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

void FacesTest::regionsMustBeInsideThePicture()
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
    for (const model::EyePoints &eyes : {model::EyePoints{{0.05, 0.3}, {0.15, 0.3}},
                                         {{0.3, 0.1}, {0.4, 0.1}},
                                         {{0.75, 0.3}, {0.85, 0.3}},
                                         {{0.3, 0.8}, {0.4, 0.8}}})
        VERIFY_ERROR(ready.file->drawRegion(ready.evidence, {0.2, 0.2, 0.5, 0.5}, eyes), InvalidArgument);
    VERIFY_ERROR(ready.file->drawRegion(model::EvidenceId("nobody"), {0.2, 0.2, 0.5, 0.5}, {}), NotFound);
    QCOMPARE(ready.file->auditHead().value(), head);
}

void FacesTest::aProbeIsMadeOnce()
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

void FacesTest::aDrawnRegionGivesAProbe()
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

QTEST_GUILESS_MAIN(FacesTest)
#include "tst_faces.moc"
