// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped engine against dlib's own networks, and a self-check that sees it when they differ.
#include "engine/casework/selfcheck.h"

#include "engine/audit/verbs.h"
#include "tests/engine/casework/fixture.h"

#include <QImage>
#include <QtTest>

using namespace likeness;
using casework::compareFaces;
using casework::EngineComparison;
using tests::Desk;

namespace
{

const base::Picture canvas(1000, 500, base::Picture::Format::Rgb);

model::FoundFace faceAt(double x, double confidence)
{
    model::FoundFace face;
    face.box = {x, 0.2, 0.1, 0.2};
    face.confidence = confidence;
    return face;
}

face::FinderSettings largeFaces()
{
    face::FinderSettings settings;
    settings.smallestFacePx = 80;
    return settings;
}

/// An engine whose answers are a little off.
class ShiftedEngine : public face::FaceEngine
{
public:
    model::EngineVersion version(const face::DescriberSettings &settings) const override
    {
        return shared().version(settings);
    }
    base::Result<std::vector<model::FoundFace>> find(const base::Picture &picture,
                                                     const face::FinderSettings &settings,
                                                     base::Progress &progress,
                                                     const face::FacesSoFar &soFar) const override
    {
        auto faces = shared().find(picture, settings, progress, soFar);
        if (faces)
            for (model::FoundFace &face : *faces)
                face.confidence += 0.02;
        return faces;
    }
    base::Result<model::AlignedChip> align(const base::Picture &picture,
                                           const model::FoundFace &face) const override
    {
        return shared().align(picture, face);
    }
    base::Result<HandAligned> alignByHand(const base::Picture &picture, const model::RelativeRect &box,
                                          const std::optional<model::EyePoints> &eyes) const override
    {
        return shared().alignByHand(picture, box, eyes);
    }
    base::Result<std::vector<model::Template>>
    describe(const std::vector<model::AlignedChip> &chips,
             const face::DescriberSettings &settings) const override
    {
        auto templates = shared().describe(chips, settings);
        if (templates)
            for (model::Template &values : *templates)
                values[7] += 0.001F;
        return templates;
    }

private:
    static const face::FaceEngine &shared() { return *tests::RememberingEngine::shared(); }
};

} // namespace

class TestSelfCheck : public QObject
{
    Q_OBJECT
private slots:
    void sameFaces();
    void eachDeviationIsSeen();
    void aFaceOfOneAlone();
    void enginesThatDiffer();
    void thisInstallation();
    void aFaceCutTight();
    void cancelled();
};

void TestSelfCheck::sameFaces()
{
    const std::vector faces{faceAt(0.1, 1.2), faceAt(0.5, 0.8)};
    // In another order, as when two confidences lie close together.
    const EngineComparison comparison = compareFaces(faces, {faces[1], faces[0]}, canvas);
    QCOMPARE(comparison.both.size(), size_t(2));
    QCOMPARE(comparison.both[0].reference.confidence, 1.2);
    for (const auto &pair : comparison.both) {
        QCOMPARE(pair.boxPx, 0.0);
        QCOMPARE(pair.confidence, 0.0);
    }
    QVERIFY(casework::isWithin(comparison));
    QVERIFY(casework::isWithin(compareFaces({}, {}, canvas)));
}

void TestSelfCheck::eachDeviationIsSeen()
{
    const auto with = [](double shiftPx, double confidence, double templateValues) {
        EngineComparison comparison =
            compareFaces({faceAt(0.1, 1)}, {faceAt(0.1 + shiftPx / canvas.width(), 1 + confidence)}, canvas);
        comparison.both.at(0).templateValues = templateValues;
        return casework::isWithin(comparison);
    };
    QVERIFY(with(0.9, 0.009, 0.9e-4));
    QVERIFY(!with(1.1, 0, 0));
    QVERIFY(!with(-1.1, 0, 0));
    QVERIFY(!with(0, 0.011, 0));
    QVERIFY(!with(0, -0.011, 0));
    QVERIFY(!with(0, 0, 1.1e-4));
    // A box may also be of another size.
    model::FoundFace taller = faceAt(0.1, 1);
    taller.box.height += 3.0 / canvas.height();
    QCOMPARE(compareFaces({faceAt(0.1, 1)}, {taller}, canvas).both.at(0).boxPx, 3.0);
}

void TestSelfCheck::aFaceOfOneAlone()
{
    // 60 of its 100 pixels away: another face.
    const EngineComparison apart = compareFaces({faceAt(0.1, 1)}, {faceAt(0.16, 1)}, canvas);
    QCOMPARE(apart.both.size(), size_t(0));
    QCOMPARE(apart.onlyReference.size(), size_t(1));
    QCOMPARE(apart.onlyShipped.size(), size_t(1));
    QVERIFY(!casework::isWithin(apart));
    QVERIFY(!casework::isWithin(compareFaces({faceAt(0.1, 1)}, {}, canvas)));
    QVERIFY(!casework::isWithin(compareFaces({}, {faceAt(0.1, 1)}, canvas)));
    // At the finder's line a deviation within the limit decides between a face and none.
    QVERIFY(casework::isWithin(compareFaces({faceAt(0.1, 0.009)}, {}, canvas)));
    QVERIFY(!casework::isWithin(compareFaces({faceAt(0.1, 0.011)}, {}, canvas)));
}

void TestSelfCheck::enginesThatDiffer()
{
    base::Progress progress;
    const auto comparison = casework::compareEngines(*tests::RememberingEngine::shared(), ShiftedEngine(),
                                                     tests::redHairInSample1(), largeFaces(), progress);
    VERIFY_OK(comparison);
    QCOMPARE(comparison->both.size(), size_t(1));
    QVERIFY(std::abs(comparison->both[0].confidence - 0.02) < 1e-9);
    QVERIFY(std::abs(comparison->both[0].templateValues - 0.001) < 1e-6);
    QVERIFY(!casework::isWithin(*comparison));
}

void TestSelfCheck::thisInstallation()
{
    const Desk desk;
    const QString photo = desk.path("photo.png");
    QVERIFY(QImage(tests::samplesDirectory() + "/sample1.jpg")
                .scaledToWidth(960, Qt::SmoothTransformation)
                .save(photo));
    const QString broken = desk.write("broken.bmp", "no picture");
    base::Progress progress;
    const auto items = casework::selfCheck(*desk.workstation, {broken, photo}, largeFaces(), progress);
    VERIFY_OK(items);
    QCOMPARE(items->size(), size_t(2));
    QCOMPARE((*items)[0].file, broken);
    VERIFY_ERROR((*items)[0].outcome, FormatUnsupported);
    VERIFY_OK((*items)[1].outcome);
    const EngineComparison &comparison = *(*items)[1].outcome;
    QCOMPARE(comparison.both.size(), size_t(3));
    QVERIFY(casework::isWithin(comparison));
    QVERIFY(comparison.both[0].templateValues > 0); // two ways of adding up, not one engine twice
    QCOMPARE(progress.done(), 2);
    // It leaves its trace.
    const auto entries = desk.workstation->record().auditEntries(1, 1000).value();
    QCOMPARE(tests::verbsOf(entries).count(audit::verbs::facesFound), 1);
}

/// Near a picture's border dlib's network sees the neighbouring levels of its pyramid; the shipped one has to as
/// well (engine/README.md).
void TestSelfCheck::aFaceCutTight()
{
    const Desk desk;
    const QString photo = desk.path("tight.png");
    QVERIFY(QImage(tests::samplesDirectory() + "/sample1.jpg").copy(1370, 130, 420, 420).save(photo));
    base::Progress progress;
    const auto items = casework::selfCheck(*desk.workstation, {photo}, largeFaces(), progress);
    VERIFY_OK(items);
    VERIFY_OK(items->at(0).outcome);
    QVERIFY(!items->at(0).outcome->both.empty());
    QVERIFY(casework::isWithin(*items->at(0).outcome));
}

void TestSelfCheck::cancelled()
{
    const Desk desk;
    const QString photo = desk.writePicture("face.bmp", tests::redHairInSample1());
    base::Progress progress;
    progress.cancel();
    VERIFY_ERROR(casework::selfCheck(*desk.workstation, {photo}, largeFaces(), progress), Cancelled);
}

QTEST_MAIN(TestSelfCheck)
#include "tst_selfcheck.moc"
