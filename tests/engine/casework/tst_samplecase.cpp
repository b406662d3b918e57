// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/samplecase.h"

#include "tests/engine/casework/fixture.h"

#include <algorithm>

using namespace likeness;
using namespace likeness::casework;
using tests::Desk;

class SampleCaseTest : public QObject
{
    Q_OBJECT

private slots:
    void theRedHairedWomanRanksFirst();
    void isOpenedTheSecondTime();
    void aCutOffGalleryIsCompleted();
    void needsTheModels();
};

void SampleCaseTest::theRedHairedWomanRanksFirst()
{
    const Desk desk;
    base::Progress progress;
    const auto sample = openSampleCase(desk.workstation, desk.path("sample"), progress);
    VERIFY_OK(sample);
    const auto persons = sample->gallery->persons().value();
    QStringList references;
    for (const auto &person : persons)
        references += person.reference;
    QCOMPARE(references, QStringList({"P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9"}));
    QCOMPARE(sample->gallery->counts()->withoutLegalBasis, 0);
    QCOMPARE(sample->file->contents()->file.details.number, "TRAINING-0001");

    const auto faces = sample->file->findFaces(sample->evidence, {}, progress).value();
    // She stands at the right.
    const auto red = std::max_element(faces.begin(), faces.end(), [](const auto &a, const auto &b) {
        return a.box.center().x < b.box.center().x;
    });
    QVERIFY(red != faces.end());
    QCOMPARE(red->quality.grade, model::FaceQuality::Grade::Suitable);
    const auto probe = sample->file->makeProbe(sample->evidence, *red, progress);
    VERIFY_OK(probe);
    const auto search = sample->file->search(probe->id, *sample->gallery, {}, progress);
    VERIFY_OK(search);
    QCOMPARE(search->candidates.size(), size_t(9));
    QCOMPARE(search->candidates.front().personReference, "P5");
    QVERIFY(search->candidates[1].distance - search->candidates[0].distance > 0.05);
}

void SampleCaseTest::isOpenedTheSecondTime()
{
    const Desk desk;
    base::Progress progress;
    auto first = openSampleCase(desk.workstation, desk.path("sample"), progress).value();
    const auto evidence = first.evidence;
    const auto galleryHead = first.gallery->auditHead().value();
    first = {};
    const auto second = openSampleCase(desk.workstation, desk.path("sample"), progress);
    VERIFY_OK(second);
    QCOMPARE(second->evidence, evidence);
    QCOMPARE(second->gallery->auditHead().value(), galleryHead);
}

void SampleCaseTest::aCutOffGalleryIsCompleted()
{
    const Desk desk;
    base::Progress cancelled([&](qint64 done, qint64) {
        if (done == 2)
            cancelled.cancel();
    });
    VERIFY_ERROR(openSampleCase(desk.workstation, desk.path("sample"), cancelled), Cancelled);
    base::Progress progress;
    const auto sample = openSampleCase(desk.workstation, desk.path("sample"), progress);
    VERIFY_OK(sample);
    QCOMPARE(sample->gallery->counts()->portraits, 9);
    QCOMPARE(sample->file->contents()->evidence.size(), size_t(1));
}

void SampleCaseTest::needsTheModels()
{
    QTemporaryDir models;
    const Desk desk(models.path());
    base::Progress progress;
    VERIFY_ERROR(openSampleCase(desk.workstation, desk.path("sample"), progress), ModelMissing);
    QVERIFY(!QFileInfo::exists(desk.path("sample")));
}

QTEST_GUILESS_MAIN(SampleCaseTest)
#include "tst_samplecase.moc"
