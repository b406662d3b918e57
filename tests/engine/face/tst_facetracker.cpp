// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/facetracker.h"
#include "engine/face/framepatches.h"
#include "tests/engine/face/facetest.h"
#include "tests/support/framepipe.h"

#include <QCryptographicHash>
#include <QPainter>
#include <QTest>

#include <opencv2/core/utility.hpp>

#include <map>

using namespace likeness;
using namespace likeness::face;
using namespace likeness::face::tests;

namespace
{

constexpr int faceWidth = 80; ///< of a drawn face at scale 1; the finder's box is about as large
constexpr double rate = 24;   ///< so that the finder looks at every eighth frame
constexpr int lookEvery = 8;
constexpr QSize small(320, 240);

/// Passes looks on, or answers from a script; what makes chips and templates fails the test.
class WatchedEngine : public FaceEngine
{
public:
    explicit WatchedEngine(const FaceEngine *engine) : m_engine(engine) {}
    std::map<int, std::vector<model::FoundFace>> script; ///< by number of the look, when there is no engine
    mutable int looks = 0;
    mutable int others = 0;

    model::EngineVersion version(const DescriberSettings &settings) const override
    {
        return m_engine ? m_engine->version(settings) : model::EngineVersion();
    }
    base::Result<std::vector<model::FoundFace>> find(const base::Picture &picture,
                                                     const FinderSettings &settings, base::Progress &progress,
                                                     const FacesSoFar &soFar) const override
    {
        const int look = looks++;
        if (m_engine)
            return m_engine->find(picture, settings, progress, soFar);
        progress.report(1, 2);
        if (progress.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, {});
        const auto faces = script.find(look);
        return faces == script.end() ? std::vector<model::FoundFace>() : faces->second;
    }
    base::Result<model::AlignedChip> align(const base::Picture &, const model::FoundFace &) const override
    {
        return counted();
    }
    base::Result<HandAligned> alignByHand(const base::Picture &, const model::RelativeRect &,
                                          const std::optional<model::EyePoints> &) const override
    {
        return counted();
    }
    base::Result<std::vector<model::Template>> describe(const std::vector<model::AlignedChip> &,
                                                        const DescriberSettings &) const override
    {
        return counted();
    }

private:
    tl::unexpected<base::Error> counted() const
    {
        ++others;
        return base::fail(base::ErrorCode::EngineFailed, {});
    }
    const FaceEngine *m_engine;
};

/// A person of the samples with some surroundings; scaled so that the drawn face is `faceWidth` wide.
QImage person(const QString &code)
{
    for (const DrawnFace &drawn : drawnFaces()) {
        if (drawn.person != code)
            continue;
        const QImage photo = sampleImage(drawn.photo);
        const QRectF face(drawn.box.x * photo.width(), drawn.box.y * photo.height(),
                          drawn.box.width * photo.width(), drawn.box.height * photo.height());
        const double grow = face.width() * 0.35;
        return photo.copy(face.adjusted(-grow, -grow, grow, grow).toRect())
            .scaledToWidth(int(faceWidth * 1.7), Qt::SmoothTransformation);
    }
    return {};
}

/// A street without people: soft, but nowhere flat.
QImage street(const QSize &size, int hue = 210)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            image.setPixelColor(
                x, y,
                QColor::fromHsv(hue, 60, int(128 + 50 * std::sin(x / 23.0 + hue) * std::cos(y / 17.0))));
    return image;
}

void put(QImage &frame, const QImage &who, QPointF middle, double scale = 1)
{
    QPainter painter(&frame);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QSizeF size = QSizeF(who.size()) * scale;
    painter.drawImage(
        QRectF(middle.x() - size.width() / 2, middle.y() - size.height() / 2, size.width(), size.height()),
        who);
}

/// Softened by shrinking to 1/`by` and back.
QImage soft(const QImage &image, double by)
{
    return image.scaled(image.size() / by, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .scaled(image.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

using Frames = std::vector<base::Picture>;

template <class Draw>
Frames frames(int count, const QSize &size, Draw draw)
{
    Frames all;
    for (int i = 0; i < count; ++i) {
        QImage frame = street(size);
        draw(frame, i);
        all.push_back(toPicture(frame));
    }
    return all;
}

model::ScanSettings seeing(int smallestFacePx = 60)
{
    model::ScanSettings settings;
    settings.smallestFacePx = smallestFacePx;
    return settings;
}

const model::TrackBox *boxAt(const model::FaceTrack &track, qint64 frame)
{
    for (const model::TrackBox &box : track.boxes)
        if (box.frame == frame)
            return &box;
    return nullptr;
}

QString textOf(const std::vector<model::FaceTrack> &tracks)
{
    QString text;
    const auto number = [](double value) { return QString::number(value, 'g', 17) + ' '; };
    for (const model::FaceTrack &track : tracks) {
        text += QStringLiteral("track %1: %2 to %3, best %4, ")
                    .arg(track.number)
                    .arg(track.firstFrame)
                    .arg(track.lastFrame)
                    .arg(track.bestFrame);
        text += number(track.best.confidence) + number(track.best.box.x) + number(track.best.quality.focus) +
                '\n';
        for (const model::TrackBox &box : track.boxes)
            text += QStringLiteral("%1 %2 ").arg(box.frame).arg(box.found ? "found" : "followed") +
                    number(box.box.x) + number(box.box.y) + number(box.box.width) + number(box.box.height) +
                    '\n';
    }
    return text;
}

model::FoundFace faceAt(const QPointF &middle, const QSize &size, double confidence)
{
    model::FoundFace face;
    face.box = {(middle.x() - 40) / size.width(), (middle.y() - 40) / size.height(), 80.0 / size.width(),
                80.0 / size.height()};
    face.confidence = confidence;
    return face;
}

} // namespace

class TestFaceTracker : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void promise();
    void cuts();
    void pan();
    void approach();
    void entersAndLeaves();
    void hiddenForAWhile();
    void hiddenForLong();
    void hardCut();
    void crossing_data();
    void crossing();
    void theSharpFrameIsBest();
    void emptyStreet();
    void oneLookCountsOnlyWhenSure();
    void spanIsRespected();
    void areaIsRespected();
    void resumedAsUndisturbed();
    void stateIsChecked();
    void threadsDoNotChangeTheAnswer();
    void cancelAndWrongFrames();
    void sharedRecordings_data();
    void sharedRecordings();

private:
    FaceTracker tracker(const model::ScanSettings &settings, const Frames &all) const
    {
        return FaceTracker(m_engine, settings, rate, all.front().width(), all.front().height());
    }
    static void addAll(FaceTracker &tracker, const Frames &all, size_t from = 0)
    {
        base::Progress progress;
        for (size_t i = from; i < all.size(); ++i)
            QVERIFY(tracker.add(qint64(i), all[i], progress).has_value());
    }
    std::vector<model::FaceTrack> tracksOf(const Frames &all,
                                           const model::ScanSettings &settings = seeing()) const
    {
        FaceTracker tracker = this->tracker(settings, all);
        addAll(tracker, all);
        if (qEnvironmentVariableIsSet("LIKENESS_SHOW_TRACKS"))
            qInfo().noquote() << textOf(tracker.tracks());
        return tracker.tracks();
    }
    model::RelativeRect foundIn(const base::Picture &picture) const
    {
        base::Progress progress;
        const auto faces = m_shipped->find(picture, {60, {}}, progress);
        return faces && faces->size() == 1 ? faces->front().box : model::RelativeRect{0, 0, 0, 0};
    }
    /// The box that the finder has for `who` standing in the middle of a frame, about that middle.
    model::RelativeRect boxOf(const QImage &who) const
    {
        QImage frame = street(small);
        put(frame, who, {160, 120});
        const model::RelativeRect box = foundIn(toPicture(frame));
        return {box.x * 320 - 160, box.y * 240 - 120, box.width * 320, box.height * 240};
    }
    static model::RelativeRect truth(const model::RelativeRect &about, QPointF middle, const QSize &size,
                                     double scale = 1)
    {
        return {(middle.x() + about.x * scale) / size.width(), (middle.y() + about.y * scale) / size.height(),
                about.width * scale / size.width(), about.height * scale / size.height()};
    }
    static QPointF panned(int i) { return {100 + 3.0 * i, 110 + 0.5 * i}; }
    Frames panning(int count) const
    {
        const QImage who = person("G");
        return frames(count, small, [&](QImage &frame, int i) { put(frame, who, panned(i)); });
    }

    std::unique_ptr<FaceEngine> m_shipped;
    std::shared_ptr<WatchedEngine> m_engine;
};

void TestFaceTracker::initTestCase()
{
    m_shipped = openShipped();
    QVERIFY(m_shipped);
    m_engine = std::make_shared<WatchedEngine>(m_shipped.get());
}

void TestFaceTracker::cleanupTestCase()
{
    // Nobody chose these faces: no chip is cut of them and no template made.
    QCOMPARE(m_engine->others, 0);
    QVERIFY(m_engine->looks > 0);
}

void TestFaceTracker::promise()
{
    model::FaceQuality quality;
    quality.grade = model::FaceQuality::Grade::Limited;
    quality.eyeDistancePx = 35;
    quality.focus = 200;
    quality.plausibility = 1;
    const double limited = promiseOf(quality);
    model::FaceQuality better = quality;
    better.focus = 300;
    QVERIFY(promiseOf(better) > limited);
    better = quality;
    better.eyeDistancePx = 39;
    QVERIFY(promiseOf(better) > limited);
    better = quality;
    better.plausibility = 0.9;
    QVERIFY(promiseOf(better) < limited);
    better.grade = model::FaceQuality::Grade::Suitable;
    better.focus = 11;
    better.plausibility = 0.7;
    QVERIFY2(promiseOf(better) > limited, "the grade counts first");
    better.eyeDistancePx = better.focus = 1e9;
    QVERIFY(promiseOf(better) < 3);
    quality.focus = -1;
    QCOMPARE(promiseOf(quality), 1.0);
}

void TestFaceTracker::cuts()
{
    const auto shrunk = [](const QImage &image) { return SmallFrame(toPicture(image), 0.5); };
    const QImage first = sampleImage("sample1.jpg").scaled(320, 240);
    const SmallFrame one = shrunk(first);
    for (int i = 2; i <= 6; ++i) {
        const SmallFrame other = shrunk(sampleImage(QStringLiteral("sample%1.jpg").arg(i)).scaled(320, 240));
        QVERIFY(one.isCutBefore(other));
        QVERIFY(other.isCutBefore(one));
    }
    QVERIFY(!one.isCutBefore(one));
    QImage brighter = first.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < brighter.height(); ++y)
        for (int x = 0; x < brighter.width(); ++x)
            brighter.setPixelColor(x, y, brighter.pixelColor(x, y).lighter(150));
    QVERIFY2(!one.isCutBefore(shrunk(brighter)), "a lamp is no cut");
    const QImage wide = sampleImage("sample1.jpg").scaled(340, 240);
    QVERIFY2(!shrunk(wide.copy(0, 0, 320, 240)).isCutBefore(shrunk(wide.copy(12, 0, 320, 240))),
             "a turning camera is no cut");
    QImage black(small, QImage::Format_RGB32);
    black.fill(Qt::black);
    QVERIFY(one.isCutBefore(shrunk(black)));
    QVERIFY(!shrunk(black).isCutBefore(shrunk(black)));
}

void TestFaceTracker::pan()
{
    const model::RelativeRect about = boxOf(person("G"));
    QVERIFY(about.width > 40);
    const Frames all = panning(44);
    const auto tracks = tracksOf(all);
    QCOMPARE(tracks.size(), size_t(1));
    const model::FaceTrack &track = tracks.front();
    QCOMPARE(track.number, 1);
    QCOMPARE(track.firstFrame, qint64(0));
    QCOMPARE(track.lastFrame, qint64(43));
    QCOMPARE(track.boxes.size(), size_t(44));
    for (int i = 0; i < 44; ++i) {
        QCOMPARE(track.boxes[size_t(i)].frame, qint64(i));
        QCOMPARE(track.boxes[size_t(i)].found, i % lookEvery == 0);
        QVERIFY(track.boxes[size_t(i)].box.isValid());
        const double overlap = overlapOf(track.boxes[size_t(i)].box, truth(about, panned(i), small));
        QVERIFY2(overlap >= 0.6, qPrintable(QStringLiteral("frame %1: %2").arg(i).arg(overlap)));
    }
    const model::TrackBox *best = boxAt(track, track.bestFrame);
    QVERIFY(best && best->found);
    QCOMPARE(best->box, track.best.box);
}

void TestFaceTracker::approach()
{
    const QImage who = person("H");
    const model::RelativeRect about = boxOf(who);
    const auto scaleOf = [](int i) { return 1 + i * 0.02; };
    const Frames all = frames(36, small, [&](QImage &frame, int i) {
        put(frame, who, {160, 120}, scaleOf(i));
    });
    const auto tracks = tracksOf(all);
    QCOMPARE(tracks.size(), size_t(1));
    QCOMPARE(tracks.front().boxes.size(), size_t(36));
    for (int i = 0; i < 36; ++i) {
        const double overlap =
            overlapOf(tracks.front().boxes[size_t(i)].box, truth(about, {160, 120}, small, scaleOf(i)));
        QVERIFY2(overlap >= 0.6, qPrintable(QStringLiteral("frame %1: %2").arg(i).arg(overlap)));
    }
    QVERIFY2(tracks.front().bestFrame >= 16, "the nearer face has more pixels between the eyes");
}

void TestFaceTracker::entersAndLeaves()
{
    // In view from frame 11 to 29: between looks on both sides.
    const QImage who = person("G");
    const Frames all = frames(60, small, [&](QImage &frame, int i) {
        if (i >= 11 && i < 30)
            put(frame, who, {160, 120});
    });
    const auto tracks = tracksOf(all);
    QCOMPARE(tracks.size(), size_t(1));
    QCOMPARE(tracks.front().firstFrame, qint64(11));
    QCOMPARE(tracks.front().lastFrame, qint64(29));
    QCOMPARE(tracks.front().boxes.size(), size_t(19));
}

void TestFaceTracker::hiddenForAWhile()
{
    const QImage who = person("G");
    const model::RelativeRect about = boxOf(who);
    // Something covers the face in frames 13 to 26: the looks at 16 and 24 miss it.
    const Frames all = frames(48, small, [&](QImage &frame, int i) {
        put(frame, who, {120 + 1.5 * i, 120});
        if (i >= 13 && i <= 26)
            QPainter(&frame).drawImage(QPoint(80, 60), street({140, 120}, 100));
    });
    const auto tracks = tracksOf(all);
    QCOMPARE(tracks.size(), size_t(1));
    QCOMPARE(tracks.front().firstFrame, qint64(0));
    QCOMPARE(tracks.front().lastFrame, qint64(47));
    for (int i = 0; i < 48; ++i) {
        const model::TrackBox *box = boxAt(tracks.front(), i);
        QCOMPARE(box != nullptr, i < 13 || i > 26);
        if (box)
            QVERIFY(overlapOf(box->box, truth(about, {120 + 1.5 * i, 120}, small)) >= 0.5);
    }
}

void TestFaceTracker::hiddenForLong()
{
    const QImage who = person("G");
    const Frames all = frames(64, small, [&](QImage &frame, int i) {
        if (i < 12 || i >= 46)
            put(frame, who, {160, 120});
    });
    const auto tracks = tracksOf(all);
    QCOMPARE(tracks.size(), size_t(2));
    QCOMPARE(tracks[0].lastFrame, qint64(11));
    QCOMPARE(tracks[1].number, 2);
    QCOMPARE(tracks[1].firstFrame, qint64(46));
}

void TestFaceTracker::hardCut()
{
    // Two people at the same place, and the camera changes between two looks.
    const QImage before = person("G"), after = person("H");
    const Frames all = frames(40, small, [&](QImage &frame, int i) {
        if (i >= 19)
            frame = sampleImage("sample4.jpg").copy(0, 900, 640, 380).scaled(small);
        put(frame, i < 19 ? before : after, {160, 120});
    });
    const auto tracks = tracksOf(all);
    QCOMPARE(tracks.size(), size_t(2));
    QCOMPARE(tracks[0].firstFrame, qint64(0));
    QCOMPARE(tracks[0].lastFrame, qint64(18));
    QCOMPARE(tracks[1].firstFrame, qint64(19));
    QCOMPARE(tracks[1].lastFrame, qint64(39));
    QVERIFY2(tracks[1].boxes.front().found, "the first frame of a shot is looked at");
}

void TestFaceTracker::crossing_data()
{
    QTest::addColumn<QString>("front");
    QTest::addColumn<QString>("behind");
    QTest::addColumn<double>("step");
    QTest::newRow("slow") << "G"
                          << "H" << 4.0;
    QTest::newRow("fast") << "T"
                          << "N" << 7.0;
    QTest::newRow("changed") << "H"
                             << "G" << 5.0;
}

void TestFaceTracker::crossing()
{
    QFETCH(QString, front);
    QFETCH(QString, behind);
    QFETCH(double, step);
    constexpr QSize wide(480, 240);
    const QImage a = person(front), b = person(behind);
    const model::RelativeRect aboutA = boxOf(a), aboutB = boxOf(b);
    QVERIFY(aboutA.width > 40 && aboutB.width > 40);
    const auto atA = [&](int i) { return QPointF(90 + step * i, 125); };
    const auto atB = [&](int i) { return QPointF(390 - step * i, 115); };
    const int count = int(300 / step) + 1;
    const Frames all = frames(count, wide, [&](QImage &frame, int i) {
        put(frame, b, atB(i));
        put(frame, a, atA(i));
    });
    const auto tracks = tracksOf(all);
    QCOMPARE(tracks.size(), size_t(2));
    int seenA = 0, seenB = 0;
    for (const model::FaceTrack &track : tracks) {
        const bool isA = overlapOf(track.boxes.front().box, truth(aboutA, atA(0), wide)) > 0.5;
        QCOMPARE(track.firstFrame, qint64(0));
        QCOMPARE(track.lastFrame, qint64(count - 1));
        for (const model::TrackBox &box : track.boxes) {
            const int i = int(box.frame);
            const model::RelativeRect own = isA ? truth(aboutA, atA(i), wide) : truth(aboutB, atB(i), wide);
            QVERIFY2(overlapOf(box.box, own) >= 0.5, qPrintable(QStringLiteral("frame %1").arg(i)));
        }
        (isA ? seenA : seenB) = int(track.boxes.size());
    }
    QCOMPARE(seenA, count);
    QVERIFY2(seenB >= count / 2 && seenB < count, "who is behind is hidden in some frames");
}

void TestFaceTracker::theSharpFrameIsBest()
{
    const QImage who = person("G"), blurred = soft(who, 2.5);
    const Frames all = frames(40, small, [&](QImage &frame, int i) {
        put(frame, i >= 23 && i <= 25 ? who : blurred, {160, 120});
    });
    const auto tracks = tracksOf(all);
    QCOMPARE(tracks.size(), size_t(1));
    QCOMPARE(tracks.front().boxes.size(), size_t(40));
    QCOMPARE(tracks.front().bestFrame, qint64(24));
    QCOMPARE(tracks.front().best.box, boxAt(tracks.front(), 24)->box);
}

void TestFaceTracker::emptyStreet()
{
    QVERIFY(tracksOf(frames(20, small, [](QImage &, int) {})).empty());
    QVERIFY(FaceTracker(m_engine, seeing(), rate, 10, 10).tracks().empty());
}

void TestFaceTracker::oneLookCountsOnlyWhenSure()
{
    const Frames all = panning(20);
    for (const double confidence : {0.99, 1.0}) {
        auto scripted = std::make_shared<WatchedEngine>(nullptr);
        scripted->script[1] = {faceAt(panned(8), small, confidence)};
        FaceTracker tracker(scripted, seeing(), rate, 320, 240);
        addAll(tracker, all);
        QCOMPARE(scripted->looks, 3);
        const auto tracks = tracker.tracks();
        QCOMPARE(tracks.size(), size_t(confidence >= 1 ? 1 : 0));
        if (!tracks.empty()) {
            // Followed to both sides up to the looks that did not find it.
            QCOMPARE(tracks.front().firstFrame, qint64(1));
            QCOMPARE(tracks.front().lastFrame, qint64(15));
        }
    }
    auto scripted = std::make_shared<WatchedEngine>(nullptr);
    scripted->script[0] = {faceAt(panned(0), small, 0.1)};
    scripted->script[1] = {faceAt(panned(8), small, 0.1)};
    FaceTracker tracker(scripted, seeing(), rate, 320, 240);
    addAll(tracker, all);
    QCOMPARE(tracker.tracks().size(), size_t(1));
}

void TestFaceTracker::spanIsRespected()
{
    const Frames all = panning(40);
    model::ScanSettings settings = seeing();
    settings.firstFrame = 5;
    settings.lastFrame = 27;
    const int before = m_engine->looks;
    const auto tracks = tracksOf(all, settings);
    QCOMPARE(m_engine->looks - before, 3); // 5, 13, 21
    QCOMPARE(tracks.size(), size_t(1));
    QCOMPARE(tracks.front().firstFrame, qint64(5));
    QCOMPARE(tracks.front().lastFrame, qint64(27));
}

void TestFaceTracker::areaIsRespected()
{
    constexpr QSize wide(480, 240);
    const QImage a = person("G"), b = person("H");
    // G stays on the right; H walks from the left into the right half.
    const Frames all = frames(44, wide, [&](QImage &frame, int i) {
        put(frame, a, {400, 120});
        put(frame, b, {90 + 3.5 * i, 120});
    });
    model::ScanSettings settings = seeing();
    settings.area = model::RelativeRect{0, 0, 0.35, 1};
    const auto tracks = tracksOf(all, settings);
    QCOMPARE(tracks.size(), size_t(1));
    QCOMPARE(tracks.front().firstFrame, qint64(0));
    for (const model::TrackBox &box : tracks.front().boxes)
        QVERIFY(box.box.center().x <= 0.35);
    // The middle passes 168 px in frame 22.
    QVERIFY2(tracks.front().lastFrame >= 18 && tracks.front().lastFrame <= 25,
             qPrintable(QString::number(tracks.front().lastFrame)));
}

void TestFaceTracker::resumedAsUndisturbed()
{
    constexpr QSize wide(480, 240);
    const QImage a = person("G"), b = person("H");
    const Frames all = frames(64, wide, [&](QImage &frame, int i) {
        if (i >= 51)
            frame = street(wide, 20).mirrored(true, true);
        put(frame, b, {390 - 5.0 * i, 115});
        put(frame, a, {90 + 5.0 * i, 125});
    });
    FaceTracker undisturbed = tracker(seeing(), all);
    addAll(undisturbed, all);
    const QByteArray expected = undisturbed.state();
    QVERIFY(undisturbed.tracks().size() >= 2);
    for (const int cutOff : {0, 1, 7, 8, 9, 21, 30, 37, 51, 52, 63}) {
        FaceTracker first = tracker(seeing(), all);
        addAll(first, Frames(all.begin(), all.begin() + cutOff));
        auto second = FaceTracker::resumed(m_engine, first.state());
        QVERIFY(second.has_value());
        QCOMPARE(second->settings(), seeing());
        QVERIFY(second->nextFrame() <= cutOff);
        QVERIFY(second->nextFrame() >= cutOff - int(3 * rate));
        // Cut off again, before the memory is filled.
        base::Progress progress;
        if (second->nextFrame() >= 0 && second->nextFrame() < cutOff)
            QVERIFY(second->add(second->nextFrame(), all[size_t(second->nextFrame())], progress).has_value());
        auto third = FaceTracker::resumed(m_engine, second->state());
        QVERIFY(third.has_value());
        QCOMPARE(textOf(third->tracks()), textOf(first.tracks()));
        addAll(*third, all, size_t(std::max<qint64>(0, third->nextFrame())));
        QVERIFY2(third->state() == expected, qPrintable(QStringLiteral("cut off at %1").arg(cutOff)));
        QCOMPARE(textOf(third->tracks()), textOf(undisturbed.tracks()));
    }
}

void TestFaceTracker::stateIsChecked()
{
    const Frames all = panning(13);
    FaceTracker tracker = this->tracker(seeing(), all);
    addAll(tracker, all);
    const QByteArray state = tracker.state();
    QVERIFY2(state.size() < 8000, "boxes and numbers, no pixels");
    for (const qsizetype at : {qsizetype(0), qsizetype(5), state.size() / 2, state.size() - 1}) {
        QByteArray damaged = state;
        damaged[at] = char(damaged[at] ^ 1);
        QVERIFY(!FaceTracker::resumed(m_engine, damaged).has_value());
    }
    QVERIFY(!FaceTracker::resumed(m_engine, state.chopped(7)).has_value());
    // A hash can be made by anybody: what it stands for is looked at as well. The last digest is taken out.
    const auto hashed = [](const QByteArray &body) {
        return body + QCryptographicHash::hash(body, QCryptographicHash::Sha256);
    };
    const QByteArray body = state.chopped(32);
    QVERIFY(FaceTracker::resumed(m_engine, hashed(body)).has_value());
    QVERIFY(!FaceTracker::resumed(m_engine, hashed(body.chopped(36))).has_value());
    QVERIFY(!FaceTracker::resumed(m_engine, hashed(body + 'x')).has_value());
    QByteArray fewer = body.chopped(36);
    const qsizetype count = fewer.size() - 12 * 36 - 4;
    QCOMPARE(int(fewer[count + 3]), 13);
    fewer[count + 3] = 12;
    QVERIFY(!FaceTracker::resumed(m_engine, hashed(fewer)).has_value());
    QVERIFY(!FaceTracker::resumed(m_engine, {}).has_value());
    const auto other = FaceTracker::resumed(std::make_shared<WatchedEngine>(nullptr), state);
    QVERIFY(!other.has_value());
    QCOMPARE(other.error().code, base::ErrorCode::InvalidArgument);

    auto resumed = FaceTracker::resumed(m_engine, state);
    QVERIFY(resumed.has_value());
    QCOMPARE(resumed->nextFrame(), qint64(0)); // the look before the last
    base::Progress progress;
    QVERIFY2(!resumed->add(0, all[1], progress).has_value(), "another picture than it was");
    QVERIFY(resumed->add(0, all[0], progress).has_value());
}

void TestFaceTracker::threadsDoNotChangeTheAnswer()
{
    const Frames all = panning(20);
    const int threads = cv::getNumThreads();
    QList<QByteArray> states;
    for (const int count : {1, 4}) {
        cv::setNumThreads(count);
        FaceTracker tracker = this->tracker(seeing(), all);
        addAll(tracker, all);
        states += tracker.state();
    }
    cv::setNumThreads(threads);
    QVERIFY(states[0] == states[1]);
}

void TestFaceTracker::cancelAndWrongFrames()
{
    const Frames all = panning(3);
    auto scripted = std::make_shared<WatchedEngine>(nullptr);
    FaceTracker tracker(scripted, seeing(), rate, 320, 240);
    const QByteArray before = tracker.state();
    QCOMPARE(tracker.nextFrame(), qint64(-1));
    base::Progress cancelled;
    cancelled.cancel();
    const auto outcome = tracker.add(0, all[0], cancelled);
    QVERIFY(!outcome && outcome.error().code == base::ErrorCode::Cancelled);
    QVERIFY(tracker.state() == before);

    base::Progress progress([](qint64, qint64) { QFAIL("the looks' counts are not the caller's"); });
    QVERIFY(tracker.add(0, all[0], progress).has_value());
    QCOMPARE(tracker.nextFrame(), qint64(1));
    const auto skipped = tracker.add(2, all[2], progress);
    QVERIFY(!skipped && skipped.error().code == base::ErrorCode::InvalidArgument);
    const auto again = tracker.add(0, all[0], progress);
    QVERIFY(!again && again.error().code == base::ErrorCode::InvalidArgument);
    const auto larger = tracker.add(1, toPicture(street({322, 240})), progress);
    QVERIFY(!larger && larger.error().code == base::ErrorCode::InvalidArgument);
    QVERIFY(tracker.add(1, all[1], progress).has_value());
}

void TestFaceTracker::sharedRecordings_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("framesPerSecond");
    QTest::addColumn<int>("smallest");
    QTest::addColumn<int>("tracks");
    QTest::newRow("sister") << "sister.mkv" << QSize(640, 480) << 30.0 << 80 << 1;
    QTest::newRow("student") << "student.mkv" << QSize(640, 480) << 30.0 << 80 << 1;
    QTest::newRow("walk") << "walk.mkv" << QSize(640, 480) << 30.0 << 50 << 1;
    QTest::newRow("cars") << "car-detection.mp4" << QSize(768, 432) << 12.5 << 80 << 0;
}

void TestFaceTracker::sharedRecordings()
{
    if (sharedVideoDirectory().isEmpty())
        QSKIP("the shared recordings are not here");
    QFETCH(QString, file);
    QFETCH(QSize, size);
    QFETCH(double, framesPerSecond);
    QFETCH(int, smallest);
    QFETCH(int, tracks);
    likeness::tests::FramePipe pipe({"-i", sharedVideoDirectory() + '/' + file}, size.width(), size.height());
    FaceTracker tracker(m_engine, seeing(smallest), framesPerSecond, size.width(), size.height());
    base::Progress progress;
    qint64 count = 0;
    while (const auto picture = pipe.next())
        QVERIFY(tracker.add(count++, *picture, progress).has_value());
    QVERIFY(count > 50);
    const auto found = tracker.tracks();
    if (qEnvironmentVariableIsSet("LIKENESS_SHOW_TRACKS"))
        qInfo().noquote() << count << "frames\n" << textOf(found);
    QCOMPARE(int(found.size()), tracks);
    if (tracks == 1)
        QVERIFY2(double(found.front().boxes.size()) >= 0.95 * double(count),
                 qPrintable(QStringLiteral("%1 of %2").arg(found.front().boxes.size()).arg(count)));
}

QTEST_GUILESS_MAIN(TestFaceTracker)
#include "tst_facetracker.moc"
