// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever opens a case second may look and change nothing, whatever the verb.
#include "tests/engine/casework/fixture.h"

using namespace likeness;
using namespace likeness::casework;
using tests::Desk;

class PolicyDoorTest : public QObject
{
    Q_OBJECT

private slots:
    void everyChangingVerbIsRefusedReadOnly();
};

void PolicyDoorTest::everyChangingVerbIsRefusedReadOnly()
{
    const Desk desk;
    base::Progress progress;
    const auto writer = desk.newCase();
    const QString photo = desk.writePicture("photo.bmp", tests::redHairInSample1());
    const auto evidence = writer->addEvidence({photo}, progress)->front().outcome->id;
    const auto gallery = desk.newGallery();
    GallerySession::EnrolmentPlan plan;
    plan.paths = {desk.writePicture("red.bmp", tests::redHairInSample3())};
    VERIFY_OK(gallery->enrol(plan, {}, progress));
    const auto faces = writer->findFaces(evidence, {}, progress).value();
    const auto probe = writer->makeProbe(evidence, faces.front(), progress).value();
    const auto search = writer->search(probe.id, *gallery, {}, progress).value();
    const auto portrait = search.candidates.front().portrait;
    const auto drawn = writer->drawRegion(evidence, {0.1, 0.1, 0.5, 0.5}, {}).value();
    const auto head = writer->auditHead().value();
    const auto galleryHead = gallery->auditHead().value();

    const auto reader = CaseSession::open(desk.workstation, writer->folder()).value();
    QVERIFY(reader->isReadOnly());
    VERIFY_ERROR(reader->addEvidence({photo}, progress), ReadOnly);
    VERIFY_ERROR(reader->drawRegion(evidence, {0.1, 0.1, 0.5, 0.5}, {}), ReadOnly);
    VERIFY_ERROR(reader->removeRegion(drawn.id), ReadOnly);
    VERIFY_ERROR(reader->restoreRegion(drawn.id), ReadOnly);
    VERIFY_ERROR(reader->makeProbe(evidence, faces.front(), progress), ReadOnly);
    VERIFY_ERROR(reader->makeProbe(drawn.id, progress), ReadOnly);
    VERIFY_ERROR(reader->search(probe.id, *gallery, {}, progress), ReadOnly);
    VERIFY_ERROR(reader->setAside(search.id, portrait, "Ears differ"), ReadOnly);
    VERIFY_ERROR(reader->takeBack(search.id, portrait), ReadOnly);
    VERIFY_ERROR(reader->conclude(search.id, portrait, model::Conclusion::Inconclusive, ""), ReadOnly);
    const auto exported = reader->exportReport(
        desk.path("r.pdf"), [](const report::CaseReport &) { return QByteArray("pdf"); }, {}, progress);
    VERIFY_ERROR(exported, ReadOnly);
    QVERIFY(!exported.error().detail.isEmpty()); // who holds the lock
    QVERIFY(!QFileInfo::exists(desk.path("r.pdf")));
    QCOMPARE(policy::ruleNames(reader->unmetSearchRules(probe, gallery.get(), {})), "read-only");

    // A look works: what was found is there.
    QCOMPARE(reader->findFaces(evidence, {}, progress)->size(), faces.size());
    VERIFY_OK(reader->openEvidence(evidence, progress));
    QCOMPARE(writer->auditHead().value(), head);
    QCOMPARE(gallery->auditHead().value(), galleryHead);
}

QTEST_GUILESS_MAIN(PolicyDoorTest)
#include "tst_policydoor.moc"
