// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/quality.h"
#include "tests/engine/face/facetest.h"

#include <QTest>

using namespace likeness;
using namespace likeness::face;
using namespace likeness::face::tests;

using Grade = model::FaceQuality::Grade;

class TestQuality : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void thresholds_data();
    void thresholds();
    void flatChip();
    void blurAndDarkness();
    void thingsThatAreNoFaces_data();
    void thingsThatAreNoFaces();
    void smallFace();

private:
    std::unique_ptr<FaceEngine> m_engine;
};

void TestQuality::initTestCase()
{
    m_engine = openShipped();
    QVERIFY(m_engine);
}

void TestQuality::thresholds_data()
{
    QTest::addColumn<QList<double>>("values"); // eye distance, focus, contrast, finder score
    QTest::addColumn<bool>("byHand");
    QTest::addColumn<Grade>("grade");
    QTest::addColumn<QStringList>("reasons");
    const auto row = [](const char *name, QList<double> values, bool byHand, Grade grade,
                        const QStringList &reasons) {
        QTest::newRow(name) << values << byHand << grade << reasons;
    };
    row("good", {60, 50, 40, 1}, false, Grade::Suitable, {});
    row("eyes at 40", {40, 50, 40, 1}, false, Grade::Suitable, {});
    row("eyes under 40", {39.9, 50, 40, 1}, false, Grade::Limited, {"eye-distance"});
    row("eyes at 24", {24, 50, 40, 1}, false, Grade::Limited, {"eye-distance"});
    row("eyes under 24", {23.9, 50, 40, 1}, false, Grade::Unsuitable, {"eye-distance"});
    row("eyes under 24 by hand", {23.9, 50, 40, 1}, true, Grade::Unsuitable, {"eye-distance"});
    row("soft", {60, 9.9, 40, 1}, false, Grade::Limited, {"focus"});
    row("blurred", {60, 2.4, 40, 1}, false, Grade::Unsuitable, {"focus"});
    row("dim", {60, 50, 11.9, 1}, false, Grade::Limited, {"contrast"});
    row("dark", {60, 50, 3.9, 1}, false, Grade::Unsuitable, {"contrast"});
    row("doubtful", {60, 50, 40, 0.2}, false, Grade::Limited, {"plausibility"});
    row("no face", {60, 50, 40, -0.1}, false, Grade::Unsuitable, {"plausibility"});
    row("no face but eyes set", {60, 50, 40, -1}, true, Grade::Limited, {"plausibility"});
    row("all bad", {10, 1, 1, -1}, false, Grade::Unsuitable,
        {"eye-distance", "focus", "contrast", "plausibility"});
}

void TestQuality::thresholds()
{
    QFETCH(QList<double>, values);
    QFETCH(bool, byHand);
    QFETCH(Grade, grade);
    QFETCH(QStringList, reasons);
    const model::FaceQuality quality = face::grade({values[0], values[1], values[2], values[3], byHand});
    QCOMPARE(quality.grade, grade);
    QCOMPARE(quality.reasons, reasons);
    QCOMPARE(quality.eyeDistancePx, values[0]);
    QCOMPARE(quality.plausibility, std::clamp((values[3] + 1) / 2, 0.0, 1.0));
}

void TestQuality::flatChip()
{
    base::Picture chip(150, 150, base::Picture::Format::Rgb);
    std::memset(chip.line(0), 128, chip.byteCount());
    QCOMPARE(focusOf(chip), 0.0);
    QCOMPARE(contrastOf(chip), 0.0);
    // Halves of 28 and 228: deviation 100 exactly.
    for (int y = 0; y < 150; ++y)
        for (int x = 0; x < 150 * 3; ++x)
            chip.line(y)[x] = x < 75 * 3 ? 28 : 228;
    QVERIFY(std::abs(contrastOf(chip) - 100) < 0.01);
    // The Laplacian is +-200 in two columns of 150: variance 200^2 * 2 / 150.
    QVERIFY(std::abs(focusOf(chip) - 40000.0 * 2 / 150) < 0.01);
}

void TestQuality::blurAndDarkness()
{
    const GoldenFace golden = goldenFaces().front();
    const QImage image = sampleImage(golden.photo);
    const auto gradeOf = [&](const QImage &changed) {
        return m_engine->alignByHand(toPicture(changed), golden.face.box, golden.face.eyes)->quality;
    };
    const model::FaceQuality good = gradeOf(image);
    QCOMPARE(good.grade, Grade::Suitable);
    QVERIFY(good.plausibility > 0.9);

    const QImage small = image.scaledToWidth(image.width() / 12, Qt::SmoothTransformation);
    const model::FaceQuality blurred =
        gradeOf(small.scaled(image.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    QVERIFY(blurred.grade != Grade::Suitable);
    QVERIFY(blurred.focus < good.focus / 10);
    QVERIFY(blurred.reasons.contains("focus"));

    QImage dark = image.convertToFormat(QImage::Format_RGB888);
    for (int y = 0; y < dark.height(); ++y)
        for (int x = 0; x < dark.width() * 3; ++x)
            dark.scanLine(y)[x] /= 20;
    const model::FaceQuality dim = gradeOf(dark);
    QVERIFY(dim.grade == Grade::Unsuitable);
    QVERIFY(dim.reasons.contains("contrast"));
}

void TestQuality::thingsThatAreNoFaces_data()
{
    QTest::addColumn<QString>("photo");
    QTest::addColumn<QRectF>("box");
    QTest::newRow("emblem on the sleeve") << "sample1.jpg" << QRectF(1477, 587, 110, 115);
    QTest::newRow("emblem, drawn loosely") << "sample1.jpg" << QRectF(1455, 565, 155, 160);
    QTest::newRow("wine glass") << "sample1.jpg" << QRectF(275, 1020, 145, 210);
    QTest::newRow("wine in the glass") << "sample1.jpg" << QRectF(275, 1110, 140, 130);
    QTest::newRow("skull on the shirt") << "sample1.jpg" << QRectF(840, 760, 250, 300);
    QTest::newRow("tap") << "sample1.jpg" << QRectF(965, 980, 110, 290);
    QTest::newRow("glass of the phone") << "sample2.jpg" << QRectF(70, 1250, 240, 100);
    QTest::newRow("watch") << "sample2.jpg" << QRectF(1480, 770, 75, 90);
    QTest::newRow("watch glass") << "sample2.jpg" << QRectF(470, 1025, 60, 70);
    QTest::newRow("knee") << "sample2.jpg" << QRectF(1300, 820, 180, 180);
    QTest::newRow("drink") << "sample3.jpg" << QRectF(585, 800, 145, 185);
    QTest::newRow("cup") << "sample3.jpg" << QRectF(1235, 1205, 190, 145);
}

void TestQuality::thingsThatAreNoFaces()
{
    QFETCH(QString, photo);
    QFETCH(QRectF, box);
    const base::Picture picture = samplePicture(photo);
    const double w = picture.width(), h = picture.height();
    const model::RelativeRect drawn{box.x() / w, box.y() / h, box.width() / w, box.height() / h};
    const auto boxed = m_engine->alignByHand(picture, drawn, {});
    QVERIFY(boxed);
    QCOMPARE(boxed->quality.grade, Grade::Unsuitable);
    QVERIFY(boxed->quality.reasons.contains("plausibility"));
    const model::EyePoints eyes{{drawn.x + drawn.width * 0.3, drawn.y + drawn.height * 0.4},
                                {drawn.x + drawn.width * 0.7, drawn.y + drawn.height * 0.4}};
    const auto withEyes = m_engine->alignByHand(picture, drawn, eyes);
    QVERIFY(withEyes);
    QVERIFY(withEyes->quality.grade != Grade::Suitable);
    base::Progress progress;
    const auto found = m_engine->find(picture, {40, drawn}, progress);
    QVERIFY(found);
    for (const model::FoundFace &face : *found)
        QVERIFY(face.quality.grade != Grade::Suitable);
}

void TestQuality::smallFace()
{
    const GoldenFace golden = goldenFaces().front();
    const QImage image = sampleImage(golden.photo);
    const double eyes = model::eyeDistancePx(golden.face.eyes, image.width(), image.height());
    for (const auto &[px, expected] : {std::pair(32.0, Grade::Limited), std::pair(20.0, Grade::Unsuitable)}) {
        const QImage small = image.scaledToWidth(int(image.width() * px / eyes), Qt::SmoothTransformation);
        const auto aligned = m_engine->alignByHand(toPicture(small), golden.face.box, golden.face.eyes);
        QVERIFY(aligned);
        QVERIFY(std::abs(aligned->quality.eyeDistancePx - px) < 0.5);
        QCOMPARE(aligned->quality.grade, expected);
        QVERIFY(aligned->quality.reasons.contains("eye-distance"));
    }
}

QTEST_GUILESS_MAIN(TestQuality)
#include "tst_quality.moc"
