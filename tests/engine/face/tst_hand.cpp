// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/face/facetest.h"

#include <QDir>
#include <QTest>
#include <QTransform>

#include <algorithm>
#include <random>

using namespace likeness;
using namespace likeness::face;
using namespace likeness::face::tests;

/// Faces aligned by hand compare as well as those the finder aligned.
class TestHand : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void eyesWithinFivePercent();
    void eyesWithinFivePercentOfSharedFaces();
    void movedEyesMoveTheChip();
    void everyDrawnFaceIsUsable();
    void faceThatTheFinderMisses_data();
    void faceThatTheFinderMisses();

private:
    model::Template describe(const model::AlignedChip &chip) const
    {
        return m_engine->describe({chip}).value().front();
    }
    void addJittered(const base::Picture &picture, const model::FoundFace &face,
                     const model::Template &automatic, int times);
    bool closeEnough();

    std::unique_ptr<FaceEngine> m_engine;
    std::mt19937 m_random{1};
    std::vector<double> m_distances;
};

namespace
{

model::EyePoints moved(const model::EyePoints &eyes, const base::Picture &picture, double along, double down)
{
    // Along the line between the eyes and across it, in eye distances.
    const double dx = (eyes.right.x - eyes.left.x) * picture.width();
    const double dy = (eyes.right.y - eyes.left.y) * picture.height();
    const double x = (along * dx - down * dy) / picture.width();
    const double y = (along * dy + down * dx) / picture.height();
    return {{eyes.left.x + x, eyes.left.y + y}, {eyes.right.x + x, eyes.right.y + y}};
}

/// Mean difference of grey values between `a` and `b` moved by whole pixels, away from the border.
double difference(const base::Picture &a, const base::Picture &b, int dx, int dy)
{
    double sum = 0;
    int count = 0;
    for (int y = 20; y < 130; ++y)
        for (int x = 20; x < 130; ++x, ++count)
            sum += std::abs(a.line(y)[3 * x] - b.line(y + dy)[3 * (x + dx)]);
    return sum / count;
}

} // namespace

void TestHand::initTestCase()
{
    m_engine = openShipped();
    QVERIFY(m_engine);
}

void TestHand::addJittered(const base::Picture &picture, const model::FoundFace &face,
                           const model::Template &automatic, int times)
{
    const double reach = 0.05 * model::eyeDistancePx(face.eyes, picture.width(), picture.height());
    std::uniform_real_distribution<double> uniform(-1, 1);
    for (int i = 0; i < times; ++i) {
        model::EyePoints eyes = face.eyes;
        for (model::RelativePoint *eye : {&eyes.left, &eyes.right}) {
            double x = 0, y = 0;
            do {
                x = uniform(m_random);
                y = uniform(m_random);
            } while (x * x + y * y > 1);
            eye->x += x * reach / picture.width();
            eye->y += y * reach / picture.height();
        }
        // People do not draw the finder's box either.
        model::RelativeRect box = face.box;
        const double grow = 0.15 * uniform(m_random);
        box = {box.x - grow * box.width, box.y - grow * box.height, box.width * (1 + 2 * grow),
               box.height * (1 + 2 * grow)};
        if (!box.isValid())
            box = face.box;
        const auto aligned = m_engine->alignByHand(picture, box, eyes);
        if (aligned && aligned->chip.alignment == model::Alignment::ByHand)
            m_distances.push_back(distance(describe(aligned->chip), automatic));
    }
}

bool TestHand::closeEnough()
{
    std::sort(m_distances.begin(), m_distances.end());
    const double median = m_distances[m_distances.size() / 2];
    const double most = m_distances[m_distances.size() * 95 / 100];
    qInfo("%zu faces drawn: median %.3f, 95%% under %.3f, largest %.3f", m_distances.size(), median, most,
          m_distances.back());
    return median < 0.2 && most < 0.3;
}

void TestHand::eyesWithinFivePercent()
{
    m_distances.clear();
    QString photo;
    base::Picture picture;
    for (const GoldenFace &golden : goldenFaces()) {
        if (photo != golden.photo)
            picture = samplePicture(photo = golden.photo);
        if (model::eyeDistancePx(golden.face.eyes, picture.width(), picture.height()) >= 40)
            addJittered(picture, golden.face, golden.values, 6);
    }
    QCOMPARE(m_distances.size(), size_t(22 * 6));
    QVERIFY(closeEnough());
}

void TestHand::eyesWithinFivePercentOfSharedFaces()
{
    if (sharedFacesDirectory().isEmpty())
        QSKIP("the shared faces are not here");
    m_distances.clear();
    const QStringList files = QDir(sharedFacesDirectory()).entryList({"*.jpg"}, QDir::Files, QDir::Name);
    for (int i = 0; i < files.size() && m_distances.size() < 100; i += 37) {
        const QImage crop(sharedFacesDirectory() + '/' + files[i]);
        // Tight crops: the finder wants to see around a face.
        const base::Picture picture = toPicture(crop.copy(-75, -75, crop.width() + 150, crop.height() + 150));
        base::Progress progress;
        const auto faces = m_engine->find(picture, {150, {}}, progress);
        QVERIFY(faces);
        if (faces->empty() || faces->front().quality.eyeDistancePx < 40)
            continue;
        const auto chip = m_engine->align(picture, faces->front());
        QVERIFY(chip);
        addJittered(picture, faces->front(), describe(*chip), 2);
    }
    QVERIFY(m_distances.size() >= 80);
    QVERIFY(closeEnough());
}

void TestHand::movedEyesMoveTheChip()
{
    for (const GoldenFace &golden : goldenFaces()) {
        if (golden.photo != "sample6.jpg" && golden.photo != "sample1.jpg")
            continue;
        const base::Picture picture = samplePicture(golden.photo);
        const auto still = m_engine->alignByHand(picture, golden.face.box, golden.face.eyes);
        QVERIFY(still);
        // A fifth of the eye distance is 10.5 pixels of the chip, so twice that is 21.
        for (const auto &[along, down] : {std::pair(0.2, 0.0), std::pair(0.0, 0.2), std::pair(-0.2, 0.0)}) {
            const auto once = m_engine->alignByHand(picture, golden.face.box,
                                                    moved(golden.face.eyes, picture, along, down));
            const auto back = m_engine->alignByHand(picture, golden.face.box,
                                                    moved(golden.face.eyes, picture, -along, -down));
            QVERIFY(once && back);
            const int dx = along > 0 ? 21 : along < 0 ? -21 : 0, dy = down > 0 ? 21 : 0;
            const auto &a = once->chip.picture, &b = back->chip.picture;
            // What was at x in the moved chip is 21 px further in the one moved the other way. The window of
            // difference() leaves room for it.
            const double following = difference(a, b, std::clamp(dx, -20, 20), std::clamp(dy, -20, 20));
            const double staying = difference(a, b, 0, 0);
            QVERIFY2(following < 0.5 * staying, qPrintable(QString("%1 %2").arg(following).arg(staying)));
            QVERIFY(difference(a, still->chip.picture, 0, 0) >
                    difference(a, still->chip.picture, dx / 2, dy / 2));
        }
    }
}

void TestHand::everyDrawnFaceIsUsable()
{
    const auto golden = goldenFaces();
    for (const DrawnFace &drawn : drawnFaces()) {
        const base::Picture picture = samplePicture(drawn.photo);
        const QByteArray who = (drawn.photo + ' ' + drawn.person).toUtf8();
        const GoldenFace *automatic = goldenOf(golden, drawn);
        QVERIFY2(automatic, who);
        const auto boxed = m_engine->alignByHand(picture, drawn.box, {});
        QVERIFY2(boxed, who);
        QCOMPARE(boxed->chip.alignment, model::Alignment::Automatic);
        QVERIFY2(boxed->quality.grade != model::FaceQuality::Grade::Unsuitable, who);
        // The profile has one eye in view; five points on it are a guess.
        const bool profile = drawn.pose == "profile";
        QVERIFY2(distance(describe(boxed->chip), automatic->values) < (profile ? 0.55 : 0.2), who);
        if (!drawn.eyes)
            continue;
        const auto aligned = m_engine->alignByHand(picture, drawn.box, drawn.eyes);
        QVERIFY2(aligned, who);
        QCOMPARE(aligned->chip.alignment, model::Alignment::ByHand);
        QCOMPARE(aligned->eyes, *drawn.eyes);
        QVERIFY2(aligned->quality.grade != model::FaceQuality::Grade::Unsuitable, who);
        // Two people do not set the same eyes: these are up to 15% apart from the predictor's.
        QVERIFY2(distance(describe(aligned->chip), automatic->values) < 0.35, who);
    }
}

void TestHand::faceThatTheFinderMisses_data()
{
    QTest::addColumn<int>("turn");
    QTest::newRow("on the right side") << 90;
    QTest::newRow("upside down") << 180;
    QTest::newRow("on the left side") << 270;
}

void TestHand::faceThatTheFinderMisses()
{
    QFETCH(int, turn);
    const auto golden = goldenFaces();
    int missed = 0;
    for (const DrawnFace &drawn : drawnFaces()) {
        if (drawn.photo != "sample3.jpg")
            continue;
        const QTransform rotation = QTransform().rotate(turn);
        const QImage image = sampleImage(drawn.photo);
        const base::Picture picture = toPicture(image.transformed(rotation));
        const auto place = [&](const model::RelativePoint &p) {
            return turn == 90    ? model::RelativePoint{1 - p.y, p.x}
                   : turn == 180 ? model::RelativePoint{1 - p.x, 1 - p.y}
                                 : model::RelativePoint{p.y, 1 - p.x};
        };
        const model::RelativePoint a = place({drawn.box.x, drawn.box.y});
        const model::RelativePoint b = place({drawn.box.right(), drawn.box.bottom()});
        const model::RelativeRect box{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x),
                                      std::abs(a.y - b.y)};
        const model::EyePoints eyes{place(drawn.eyes->left), place(drawn.eyes->right)};
        base::Progress progress;
        const auto faces = m_engine->find(picture, {150, box}, progress);
        QVERIFY(faces);
        missed += faces->empty();
        const auto aligned = m_engine->alignByHand(picture, box, eyes);
        QVERIFY(aligned);
        QCOMPARE(aligned->quality.grade, model::FaceQuality::Grade::Suitable);
        QVERIFY(distance(describe(aligned->chip), goldenOf(golden, drawn)->values) < 0.35);
    }
    QVERIFY(missed >= 1);
}

QTEST_GUILESS_MAIN(TestHand)
#include "tst_hand.moc"
