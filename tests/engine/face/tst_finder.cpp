// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/directfinder.h"
#include "engine/face/dlibnetworks.h"
#include "engine/face/modelfiles.h"
#include "tests/engine/face/facetest.h"

#include <QPainter>
#include <QTest>

#include <opencv2/core/utility.hpp>

#include <sys/resource.h>
#include <thread>

using namespace likeness;
using namespace likeness::face;
using namespace likeness::face::tests;

class TestFinder : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void memoryAt12Megapixels();
    void memoryAt100Megapixels();
    void agreesWithTheReference_data();
    void agreesWithTheReference();
    void tightCropsAsTheReference();
    void findsTheDrawnFaces();
    void partsAndThreadsDoNotChangeTheAnswer();
    void facesAreToldAsTheyAreFound();
    void regionLimits();
    void facesFromFortyPixels();
    void greyPicture();
    void cancel();
    void pictureWithoutFace_data();
    void pictureWithoutFace();
    void invalidArguments();
    void severalThreads();

private:
    std::vector<model::FoundFace> find(const base::Picture &picture, int smallest,
                                       std::optional<model::RelativeRect> region = {}) const
    {
        base::Progress progress;
        auto faces = m_engine->find(picture, {smallest, region}, progress);
        return faces ? *faces : std::vector<model::FoundFace>();
    }
    std::unique_ptr<FaceEngine> m_engine;
};

namespace
{

base::Picture scaled(const QString &sample, int width)
{
    return toPicture(sampleImage(sample).scaledToWidth(width, Qt::SmoothTransformation));
}

bool sameBoxes(const std::vector<model::FoundFace> &a, const std::vector<model::FoundFace> &b, double within,
               const base::Picture &picture)
{
    if (a.size() != b.size())
        return false;
    return std::all_of(a.begin(), a.end(), [&](const model::FoundFace &face) {
        return std::any_of(b.begin(), b.end(), [&](const model::FoundFace &other) {
            return std::abs(face.box.x - other.box.x) * picture.width() <= within &&
                   std::abs(face.box.y - other.box.y) * picture.height() <= within &&
                   std::abs(face.box.right() - other.box.right()) * picture.width() <= within &&
                   std::abs(face.box.bottom() - other.box.bottom()) * picture.height() <= within &&
                   std::abs(face.confidence - other.confidence) <= 0.001;
        });
    });
}

} // namespace

void TestFinder::initTestCase()
{
    m_engine = openShipped();
    QVERIFY(m_engine);
}

// First, because the peak is that of the whole process.
void TestFinder::memoryAt12Megapixels()
{
    const base::Picture picture = toPicture(sampleImage("sample3.jpg").scaled(4000, 3000));
    QCOMPARE(find(picture, 80).size(), size_t(3));
    rusage usage{};
    QCOMPARE(getrusage(RUSAGE_SELF, &usage), 0);
    QVERIFY2(usage.ru_maxrss < 1536L * 1024, qPrintable(QString("%1 KiB").arg(usage.ru_maxrss)));
}

// The picture takes 300 MB itself, its pyramid four times that. Looked at whole in coarse levels, and in a
// part in fine ones.
void TestFinder::memoryAt100Megapixels()
{
    const base::Picture photo = samplePicture("sample3.jpg");
    base::Picture picture(12000, 8400, base::Picture::Format::Rgb);
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            std::copy_n(photo.line(y * photo.height() / picture.height()) +
                            3 * (x * photo.width() / picture.width()),
                        3, picture.line(y) + 3 * x);
    QCOMPARE(find(picture, 700).size(), size_t(3));
    find(picture, 40, model::RelativeRect{0.48, 0.48, 0.02, 0.02});
    rusage usage{};
    QCOMPARE(getrusage(RUSAGE_SELF, &usage), 0);
    QVERIFY2(usage.ru_maxrss < 2048L * 1024, qPrintable(QString("%1 KiB").arg(usage.ru_maxrss)));
    qInfo("peak %ld MiB", usage.ru_maxrss / 1024);
}

void TestFinder::agreesWithTheReference_data()
{
    QTest::addColumn<int>("smallest");
    QTest::newRow("enlarged, as 40 px needs") << 40;
    QTest::newRow("the window's own size") << 80;
    QTest::newRow("fine levels left out") << 120;
}

void TestFinder::agreesWithTheReference()
{
    QFETCH(int, smallest);
    static const auto reference = openReferenceEngine(ModelFiles::inDirectory(modelsDirectory()));
    QVERIFY(reference);
    // Faces of about 50, 100 and 150 px.
    const base::Picture picture = scaled("sample3.jpg", smallest == 40 ? 400 : smallest == 80 ? 800 : 1200);
    base::Progress progress;
    const auto expected = (*reference)->find(picture, {smallest, {}}, progress);
    QVERIFY(expected);
    QCOMPARE(expected->size(), size_t(3));
    QVERIFY(sameBoxes(find(picture, smallest), *expected, 1.001, picture));
}

/// Where a face fills the picture, dlib's network also sees the neighbouring levels of its pyramid.
void TestFinder::tightCropsAsTheReference()
{
    const auto reference = openReferenceEngine(ModelFiles::inDirectory(modelsDirectory()));
    QVERIFY(reference);
    size_t faces = 0;
    for (const GoldenFace &golden : goldenFaces()) {
        const QImage whole = sampleImage(golden.photo);
        const QRectF box(golden.face.box.x * whole.width(), golden.face.box.y * whole.height(),
                         golden.face.box.width * whole.width(), golden.face.box.height * whole.height());
        const double margin = box.width() / 5;
        const QImage crop = whole.copy(box.adjusted(-margin, -margin, margin, margin).toRect());
        const base::Picture picture = toPicture(crop.scaled(350, 350));
        base::Progress progress;
        const auto expected = (*reference)->find(picture, {80, {}}, progress);
        QVERIFY(expected);
        QVERIFY(sameBoxes(find(picture, 80), *expected, 1.001, picture));
        faces += expected->size();
    }
    QVERIFY(faces >= 15);
}

void TestFinder::findsTheDrawnFaces()
{
    // Found means: intersection over union of at least 0.4 with the box that a person drew. The finder's
    // square reaches from the brows to below the mouth, a drawn box from the forehead to the chin.
    int wanted = 0, seen = 0;
    size_t all = 0, found = 0;
    QString photo;
    std::vector<model::FoundFace> faces;
    for (const DrawnFace &drawn : drawnFaces()) {
        ++all;
        if (photo != drawn.photo) {
            photo = drawn.photo;
            faces = find(samplePicture(photo), 80);
            found += faces.size();
        }
        const auto face = std::find_if(faces.begin(), faces.end(), [&](const model::FoundFace &candidate) {
            return overlap(candidate.box, drawn.box) >= 0.4;
        });
        const bool counts = drawn.pose != "profile";
        wanted += counts;
        seen += counts && face != faces.end();
        if (face != faces.end() && drawn.eyes) {
            const base::Picture picture = samplePicture(photo);
            const double off =
                std::max(std::hypot((face->eyes.left.x - drawn.eyes->left.x) * picture.width(),
                                    (face->eyes.left.y - drawn.eyes->left.y) * picture.height()),
                         std::hypot((face->eyes.right.x - drawn.eyes->right.x) * picture.width(),
                                    (face->eyes.right.y - drawn.eyes->right.y) * picture.height()));
            QVERIFY2(off < 0.3 * face->quality.eyeDistancePx, qPrintable(drawn.photo + ' ' + drawn.person));
        }
    }
    QCOMPARE(all, size_t(22));
    QVERIFY(wanted >= 20);
    QVERIFY2(seen * 10 >= wanted * 9, qPrintable(QString("%1 of %2").arg(seen).arg(wanted)));
    // Nothing but faces: neither the emblem nor the glasses.
    QVERIFY(found <= all);
}

// To the bit: neither threads nor the part of the picture that is searched change a score.
void TestFinder::partsAndThreadsDoNotChangeTheAnswer()
{
    const auto bytes = readModel(ModelFiles::inDirectory(modelsDirectory()).finder);
    QVERIFY(bytes);
    FinderWeights weights = readFinderWeights(*bytes);
    weights.overlap = {}; // every score above the threshold, none suppressed
    const auto finder = makeDirectFinder(weights);
    const base::Picture picture = scaled("sample6.jpg", 900);
    base::Progress progress;
    const auto detect = [&](int smallest, std::optional<model::RelativeRect> region) {
        return finder->detect(picture, {smallest, region}, -1.3, progress).value();
    };
    for (const int smallest : {60, 80}) {
        const auto whole = detect(smallest, {});
        QVERIFY(whole.size() > 100); // also where there is no face
        const int threads = cv::getNumThreads();
        cv::setNumThreads(1);
        QVERIFY(detect(smallest, {}) == whole);
        cv::setNumThreads(threads);
        for (const model::RelativeRect &region :
             {model::RelativeRect{0, 0, 0.4, 1}, model::RelativeRect{0.33, 0.21, 0.3, 0.4},
              model::RelativeRect{0.7, 0.6, 0.3, 0.4}}) {
            const auto inside = [&](const std::vector<Detection> &detections) {
                std::vector<Detection> kept;
                for (const Detection &d : detections) {
                    const double x = (d.left + d.right) / 2.0 / picture.width();
                    const double y = (d.top + d.bottom) / 2.0 / picture.height();
                    if (x > region.x && x < region.right() && y > region.y && y < region.bottom())
                        kept.push_back(d);
                }
                return kept;
            };
            QVERIFY(!inside(whole).empty() && inside(whole).size() < whole.size());
            QVERIFY(inside(detect(smallest, region)) == inside(whole));
        }
    }
}

void TestFinder::facesAreToldAsTheyAreFound()
{
    // One large face and beside it another that only an enlarged level shows.
    QImage two(900, 700, QImage::Format_RGB888);
    two.fill(Qt::gray);
    QPainter painter(&two);
    const QImage face = sampleImage("sample6.jpg").copy(820, 330, 520, 620);
    painter.drawImage(QRect(0, 0, 590, 700), face);
    painter.drawImage(QRect(680, 200, 84, 100), face);
    painter.end();
    const base::Picture picture = toPicture(two);
    std::vector<std::vector<model::FoundFace>> told;
    base::Progress progress;
    const auto faces =
        m_engine->find(picture, {40, {}}, progress,
                       [&](const std::vector<model::FoundFace> &soFar) { told.push_back(soFar); });
    QVERIFY(faces);
    QCOMPARE(faces->size(), size_t(2));
    QVERIFY(told.size() >= 2);
    QCOMPARE(told.front().size(), size_t(1)); // the large one
    QVERIFY(told.front().front().box.width > 0.2);
    QVERIFY(told.front().front().quality.eyeDistancePx > 0);
    QCOMPARE(told.back().size(), faces->size());
    for (size_t i = 0; i < faces->size(); ++i)
        QVERIFY(told.back()[i].box == (*faces)[i].box);
}

void TestFinder::regionLimits()
{
    const base::Picture picture = scaled("sample5.jpg", 1000);
    const auto all = find(picture, 80);
    QCOMPARE(all.size(), size_t(5));
    for (const model::RelativeRect &region :
         {model::RelativeRect{0, 0, 0.5, 1}, model::RelativeRect{0.55, 0, 0.25, 0.5}}) {
        std::vector<model::FoundFace> expected;
        for (const auto &face : all) {
            const auto c = face.box.center();
            if (c.x >= region.x && c.x <= region.right() && c.y >= region.y && c.y <= region.bottom())
                expected.push_back(face);
        }
        QVERIFY(!expected.empty() && expected.size() < all.size());
        QVERIFY(sameBoxes(find(picture, 80, region), expected, 0.001, picture));
    }
    // The work shrinks with the region: fewer cells.
    const base::Picture large = toPicture(sampleImage("sample5.jpg").scaled(4000, 2912));
    base::Progress whole([&](qint64, qint64) { whole.cancel(); }), part;
    QVERIFY(!m_engine->find(large, {80, {}}, whole));
    QVERIFY(m_engine->find(large, {80, model::RelativeRect{0.9, 0.9, 0.05, 0.05}}, part));
    QVERIFY(part.total() > 0);
    QVERIFY(part.total() < whole.total());
}

void TestFinder::facesFromFortyPixels()
{
    const base::Picture picture = scaled("sample6.jpg", 400); // faces of 41 to 49 px
    const auto faces = find(picture, 40);
    QCOMPARE(faces.size(), size_t(4));
    for (const auto &face : faces)
        QVERIFY(face.box.width * picture.width() < 60);
    QVERIFY(find(picture, 80).size() < 4);
    // Several levels see the same face; it stands once in the answer.
    for (size_t i = 0; i < faces.size(); ++i)
        for (size_t j = 0; j < i; ++j)
            QVERIFY(overlap(faces[i].box, faces[j].box) < 0.3);
    QVERIFY(std::is_sorted(faces.begin(), faces.end(),
                           [](const auto &a, const auto &b) { return a.confidence > b.confidence; }));
}

void TestFinder::greyPicture()
{
    const QImage image = sampleImage("sample6.jpg").scaledToWidth(800, Qt::SmoothTransformation);
    const base::Picture grey = toPicture(image, base::Picture::Format::Grey);
    const auto faces = find(grey, 80);
    QCOMPARE(faces.size(), size_t(4));
    QVERIFY(
        sameBoxes(faces, find(toPicture(image.convertToFormat(QImage::Format_Grayscale8)), 80), 0.001, grey));
}

void TestFinder::cancel()
{
    const base::Picture picture = scaled("sample6.jpg", 800);
    base::Progress *running = nullptr;
    int reports = 0;
    base::Progress progress([&](qint64, qint64) {
        if (++reports == 3)
            running->cancel();
    });
    running = &progress;
    const auto result = m_engine->find(picture, {80, {}}, progress);
    QVERIFY(!result);
    QCOMPARE(result.error().code, base::ErrorCode::Cancelled);
    QCOMPARE(reports, 3);
    QVERIFY(progress.total() > 3);
    // The engine is as good as before.
    QCOMPARE(find(picture, 80).size(), size_t(4));
}

void TestFinder::pictureWithoutFace_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("1x1") << 1 << 1;
    QTest::newRow("1x10000") << 1 << 10000;
    QTest::newRow("10000x1") << 10000 << 1;
    QTest::newRow("10x10000") << 10 << 10000;
    QTest::newRow("39x39") << 39 << 39;
    QTest::newRow("40x40") << 40 << 40;
    QTest::newRow("41x3000") << 41 << 3000;
    QTest::newRow("300x200") << 300 << 200;
}

void TestFinder::pictureWithoutFace()
{
    QFETCH(int, width);
    QFETCH(int, height);
    for (const auto format : {base::Picture::Format::Rgb, base::Picture::Format::Grey}) {
        base::Progress progress;
        const auto faces = m_engine->find(base::Picture(width, height, format), {}, progress);
        QVERIFY(faces);
        QVERIFY(faces->empty());
    }
}

void TestFinder::invalidArguments()
{
    const base::Picture picture(100, 100, base::Picture::Format::Rgb);
    base::Progress progress;
    for (const auto &result : {m_engine->find({}, {}, progress), m_engine->find(picture, {19, {}}, progress),
                               m_engine->find(picture, {40, model::RelativeRect{0.5, 0, 0.6, 1}}, progress),
                               m_engine->find(picture, {40, model::RelativeRect{0, 0, 0, 1}}, progress)}) {
        QVERIFY(!result);
        QCOMPARE(result.error().code, base::ErrorCode::InvalidArgument);
    }
}

void TestFinder::severalThreads()
{
    const base::Picture picture = scaled("sample6.jpg", 600);
    const auto expected = find(picture, 60);
    QVERIFY(!expected.empty());
    std::vector<std::vector<model::FoundFace>> answers(3);
    std::vector<std::thread> threads;
    for (auto &answer : answers)
        threads.emplace_back([&] { answer = find(picture, 60); });
    for (std::thread &thread : threads)
        thread.join();
    for (const auto &answer : answers)
        QVERIFY(sameBoxes(answer, expected, 0.001, picture));
}

QTEST_GUILESS_MAIN(TestFinder)
#include "tst_finder.moc"
