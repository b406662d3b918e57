// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/digest.h"
#include "engine/face/aligner.h"
#include "engine/face/modelfiles.h"
#include "tests/engine/face/facetest.h"

#include <QTest>

#include <dlib/image_processing/full_object_detection.h>
#include <dlib/image_processing/shape_predictor.h>
#include <dlib/image_transforms/interpolation.h>
#include <dlib/matrix.h>

#include <sstream>

using namespace likeness;
using namespace likeness::face;
using namespace likeness::face::tests;

class TestAligner : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void sameChipAsDlib_data();
    void sameChipAsDlib();
    void greyPicture();
    void eyesLandWhereTheMeanFaceHasThem_data();
    void eyesLandWhereTheMeanFaceHasThem();
    void overTheBorder();
    void rectangles();
    void invalidArguments();

private:
    std::unique_ptr<FaceEngine> m_engine;
};

namespace
{

using Matrix = dlib::matrix<dlib::rgb_pixel>;

Matrix toMatrix(const base::Picture &picture)
{
    Matrix matrix(picture.height(), picture.width());
    std::memcpy(&matrix(0, 0), picture.pixels().constData(), picture.byteCount());
    return matrix;
}

QByteArray bytesOf(const Matrix &chip)
{
    return QByteArray(reinterpret_cast<const char *>(&chip(0, 0)), qsizetype(chip.size()) * 3);
}

/// Brightness-weighted middle of one colour channel.
QPointF middleOf(const base::Picture &chip, int channel)
{
    double x = 0, y = 0, sum = 0;
    for (int row = 0; row < chip.height(); ++row)
        for (int column = 0; column < chip.width(); ++column) {
            const double value = chip.line(row)[3 * column + channel];
            x += value * column;
            y += value * row;
            sum += value;
        }
    return sum > 0 ? QPointF(x / sum, y / sum) : QPointF(-1, -1);
}

} // namespace

void TestAligner::initTestCase()
{
    m_engine = openShipped();
    QVERIFY(m_engine);
}

void TestAligner::sameChipAsDlib_data()
{
    QTest::addColumn<QString>("photo");
    for (const QString &photo : samples)
        QTest::newRow(qPrintable(photo)) << photo;
}

void TestAligner::sameChipAsDlib()
{
    QFETCH(QString, photo);
    static dlib::shape_predictor predictor = [] {
        const auto bytes = readModel(ModelFiles::inDirectory(modelsDirectory()).landmarks);
        std::istringstream in(bytes->toStdString(), std::ios::binary);
        dlib::shape_predictor result;
        dlib::deserialize(result, in);
        return result;
    }();
    const base::Picture picture = samplePicture(photo);
    const Matrix matrix = toMatrix(picture);
    int faces = 0;
    for (const GoldenFace &golden : goldenFaces()) {
        if (golden.photo != photo)
            continue;
        const Detection box = toPixels(golden.face.box, picture);
        const auto shape = predictor(matrix, dlib::rectangle(box.left, box.top, box.right, box.bottom));
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(std::lround(golden.face.landmarks[i].x * picture.width() - 0.5), shape.part(i).x());
            QCOMPARE(std::lround(golden.face.landmarks[i].y * picture.height() - 0.5), shape.part(i).y());
        }
        Matrix expected;
        dlib::extract_image_chip(matrix, dlib::get_face_chip_details(shape, 150, 0.25), expected);
        const auto chip = m_engine->align(picture, golden.face);
        QVERIFY(chip);
        QCOMPARE(chip->picture.width(), 150);
        QVERIFY(chip->picture.pixels() == bytesOf(expected));
        QCOMPARE(chip->sha256, base::sha256(chip->picture.pixels()));
        QCOMPARE(chip->alignment, model::Alignment::Automatic);
        const auto eyes = eyesOf(golden.face.landmarks);
        QCOMPARE(eyes.left.x, (golden.face.landmarks[2].x + golden.face.landmarks[3].x) / 2);
        QCOMPARE(eyes.right.y, (golden.face.landmarks[0].y + golden.face.landmarks[1].y) / 2);
        QVERIFY(eyes.left.x < eyes.right.x);
        ++faces;
    }
    QVERIFY(faces >= 3);
}

void TestAligner::greyPicture()
{
    const GoldenFace golden = goldenFaces().front();
    const QImage image = sampleImage(golden.photo);
    const auto grey = m_engine->align(toPicture(image, base::Picture::Format::Grey), golden.face);
    const auto expanded =
        m_engine->align(toPicture(image.convertToFormat(QImage::Format_Grayscale8)), golden.face);
    QVERIFY(grey && expanded);
    QCOMPARE(grey->picture.format(), base::Picture::Format::Rgb);
    QCOMPARE(grey->sha256, expanded->sha256);
}

void TestAligner::eyesLandWhereTheMeanFaceHasThem_data()
{
    QTest::addColumn<QPointF>("left");
    QTest::addColumn<QPointF>("right");
    QTest::newRow("level") << QPointF(250, 300) << QPointF(350, 300);
    QTest::newRow("tilted") << QPointF(250, 260) << QPointF(330, 340);
    QTest::newRow("lying") << QPointF(300, 250) << QPointF(300, 340);
    QTest::newRow("upside down") << QPointF(350, 300) << QPointF(250, 310);
    QTest::newRow("small") << QPointF(300, 300) << QPointF(330, 305);
}

void TestAligner::eyesLandWhereTheMeanFaceHasThem()
{
    QFETCH(QPointF, left);
    QFETCH(QPointF, right);
    // A red blob on the one eye, a green one on the other.
    base::Picture picture(600, 600, base::Picture::Format::Rgb);
    const double spread = std::hypot(left.x() - right.x(), left.y() - right.y()) / 12;
    for (int y = 0; y < 600; ++y)
        for (int x = 0; x < 600; ++x) {
            const auto blob = [&](const QPointF &at) {
                const double d = std::hypot(x - at.x(), y - at.y()) / spread;
                return uchar(255 * std::exp(-d * d));
            };
            picture.line(y)[3 * x] = blob(left);
            picture.line(y)[3 * x + 1] = blob(right);
        }
    const model::EyePoints eyes{toRelativePoint(left.x(), left.y(), picture),
                                toRelativePoint(right.x(), right.y(), picture)};
    const auto aligned = m_engine->alignByHand(picture, {0.25, 0.25, 0.5, 0.5}, eyes);
    QVERIFY(aligned);
    QCOMPARE(aligned->chip.alignment, model::Alignment::ByHand);
    QCOMPARE(aligned->eyes, eyes);
    const QPointF red = middleOf(aligned->chip.picture, 0), green = middleOf(aligned->chip.picture, 1);
    // In pixel centres: half a pixel less than in dlib's chip coordinates.
    QVERIFY2(std::hypot(red.x() - 47.233, red.y() - 46.640) < 0.35,
             qPrintable(QString("%1 %2").arg(red.x()).arg(red.y())));
    QVERIFY2(std::hypot(green.x() - 99.781, green.y() - 46.623) < 0.35,
             qPrintable(QString("%1 %2").arg(green.x()).arg(green.y())));
}

void TestAligner::overTheBorder()
{
    base::Picture picture(60, 60, base::Picture::Format::Rgb);
    std::memset(picture.line(0), 200, picture.byteCount());
    const model::EyePoints eyes{{0.0, 0.1}, {1.0, 0.1}};
    const auto aligned = m_engine->alignByHand(picture, {0, 0, 1, 1}, eyes);
    QVERIFY(aligned);
    QCOMPARE(int(aligned->chip.picture.line(0)[0]), 0);
    QCOMPARE(int(aligned->chip.picture.line(75)[3 * 75]), 200);
}

void TestAligner::rectangles()
{
    const base::Picture picture(640, 480, base::Picture::Format::Rgb);
    const Detection inside{100, 50, 179, 129, 0};
    QCOMPARE(
        toRelative(inside, picture),
        (model::RelativeRect{100 / 640.0, 50 / 480.0, 180 / 640.0 - 100 / 640.0, 130 / 480.0 - 50 / 480.0}));
    QCOMPARE(toPixels(toRelative(inside, picture), picture), inside);
    QVERIFY(toRelative({-30, -20, 700, 500, 0}, picture).isValid());
    QCOMPARE(toRelative({-30, -20, 700, 500, 0}, picture), (model::RelativeRect{0, 0, 1, 1}));
    QCOMPARE(toRelativePoint(0, 479, picture), (model::RelativePoint{0.5 / 640, 479.5 / 480}));
}

void TestAligner::invalidArguments()
{
    const base::Picture picture(100, 100, base::Picture::Format::Rgb);
    const model::RelativeRect box{0.2, 0.2, 0.5, 0.5};
    const auto refused = [](const auto &result) {
        return !result && result.error().code == base::ErrorCode::InvalidArgument;
    };
    QVERIFY(refused(m_engine->align({}, goldenFaces().front().face)));
    QVERIFY(refused(m_engine->align(picture, {})));
    QVERIFY(refused(m_engine->alignByHand({}, box, {})));
    QVERIFY(refused(m_engine->alignByHand(picture, {0.8, 0, 0.5, 1}, {})));
    QVERIFY(refused(m_engine->alignByHand(picture, box, model::EyePoints{{0.4, 0.4}, {1.4, 0.4}})));
    QVERIFY(refused(m_engine->alignByHand(picture, box, model::EyePoints{{0.4, 0.4}, {0.401, 0.4}})));
    QVERIFY(m_engine->alignByHand(picture, box, model::EyePoints{{0.4, 0.4}, {0.6, 0.4}}));
    // The smallest box there can be.
    QVERIFY(m_engine->alignByHand(picture, {0.5, 0.5, 0.001, 0.001}, {}));
    const base::Picture pixel(1, 1, base::Picture::Format::Grey);
    QVERIFY(m_engine->alignByHand(pixel, {0, 0, 1, 1}, {}));
}

QTEST_GUILESS_MAIN(TestAligner)
#include "tst_aligner.moc"
