// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/face/trackertest.h"

#include <QCryptographicHash>

#include <opencv2/core/utility.hpp>

using namespace likeness;
using namespace likeness::face;
using namespace likeness::face::tests;

/// What the tracker promises beside the tracks: settings, its state, errors.
class TestFaceTracker : public TrackerTest
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void promise();
    void theSharpFrameIsBest();
    void oneLookCountsOnlyWhenSure();
    void spanIsRespected();
    void areaIsRespected();
    void memoryIsBounded();
    void resumedAsUndisturbed();
    void stateIsChecked();
    void threadsDoNotChangeTheAnswer();
    void cancelAndWrongFrames();
};

void TestFaceTracker::initTestCase()
{
    QVERIFY(openEngine());
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
    QCOMPARE(tracks.front().best.box, tracks.front().boxAt(24)->box);
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

void TestFaceTracker::memoryIsBounded()
{
    constexpr qint64 bytes = qint64(64) << 20;
    QCOMPARE(SmallFrame::shrinkFor(1920, 1080, 80, 60, bytes), 0.4);
    QCOMPARE(SmallFrame::shrinkFor(640, 480, 20, 60, bytes), 1.0);
    constexpr qint64 many = 70;
    const double shrink = SmallFrame::shrinkFor(3840, 2160, 40, many, bytes);
    QVERIFY(shrink < 0.8);
    const SmallFrame frame(base::Picture(3840, 2160, base::Picture::Format::Grey), shrink);
    QVERIFY2(double(frame.byteCount() * many) < 1.01 * bytes, "rounded to whole pixels");
    QVERIFY2(double(frame.byteCount() * many) > 0.95 * bytes, "no smaller than it must be");
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

QTEST_GUILESS_MAIN(TestFaceTracker)
#include "tst_facetracker.moc"
