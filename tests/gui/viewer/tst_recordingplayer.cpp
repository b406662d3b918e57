// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/frametime.h"
#include "widgets/viewer/pictureviewer.h"
#include "widgets/viewer/recordingplayer.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QtTest>

#include <atomic>
#include <mutex>

using namespace likeness;
using viewer::RecordingPlayer;

namespace
{

constexpr int patienceMs = 30000; // a ceiling for a loaded machine, not a wait

/// A recording whose frames say their number, decoded when the test lets them be.
struct Reel {
    std::shared_ptr<model::VideoIndex> index = std::make_shared<model::VideoIndex>();
    mutable std::mutex mutex;
    QList<qint64> decoded;         ///< in the order they were asked for
    std::atomic<bool> isHeld = false;
    QSemaphore letGo;              ///< one frame each, while held
    std::atomic<qint64> broken = -1;
    std::atomic<int> given = 0;    ///< calls that were given up

    explicit Reel(const QList<qint64> &milliseconds)
    {
        for (const qint64 time : milliseconds)
            index->frames.push_back({.time = time, .digest = quint64(time)});
    }
    static QList<qint64> evenly(int frames, int milliseconds)
    {
        QList<qint64> times;
        for (int i = 0; i < frames; ++i)
            times << i * milliseconds;
        return times;
    }
    static base::Picture picture(qint64 number)
    {
        base::Picture made(8, 8, base::Picture::Format::Rgb);
        made.line(0)[0] = uchar(number);
        made.line(0)[1] = uchar(number >> 8);
        return made;
    }
    RecordingPlayer::Source source()
    {
        return [this](qint64 number, base::Progress &progress) -> base::Result<base::Picture> {
            {
                const std::lock_guard lock(mutex);
                decoded << number;
            }
            while (isHeld && !letGo.tryAcquire(1, 5))
                if (progress.isCancelled()) {
                    ++given;
                    return base::fail(base::ErrorCode::Cancelled, {});
                }
            if (number == broken)
                return base::fail(base::ErrorCode::FileDamaged, {}, QStringLiteral("crash"));
            return picture(number);
        };
    }
    QList<qint64> asked() const
    {
        const std::lock_guard lock(mutex);
        return decoded;
    }
};

/// Every frame that was shown, and whether its picture was its own.
struct Screen {
    QList<qint64> frames;
    bool isRight = true;
    explicit Screen(RecordingPlayer &player)
    {
        QObject::connect(&player, &RecordingPlayer::frameShown, &player, [this, &player] {
            frames << player.shown().number;
            isRight = isRight && player.shown().picture == Reel::picture(player.shown().number);
        });
    }
};

} // namespace

class TestRecordingPlayer : public QObject
{
    Q_OBJECT
private slots:
    void timesAreWrittenAndRead_data();
    void timesAreWrittenAndRead();
    void whatIsNoTimeIsRefused();
    void goesToExactFrames();
    void stepsBackThroughFramesInOrder();
    void overtakenRequestsAreDropped();
    void longDecodingIsGivenUp();
    void playsEveryFrameToTheEnd();
    void nothingIsShownBeforeItsTime();
    void whatComesTooLateIsLeftOut();
    void timesThatRunBackwardsArePlayed();
    void pauseStandsWhereItIsSeen();
    void aFrameThatFailsIsToldAndTriedAgain();
    void anotherRecordingTakesItsPlace();
    void closingWhileDecoding();
    void exchangedPicturesKeepTheView();
};

void TestRecordingPlayer::timesAreWrittenAndRead_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << "0:00.000";
    QTest::newRow("frame") << 4.92 << "0:04.920";
    QTest::newRow("rounded") << 59.9996 << "1:00.000";
    QTest::newRow("minutes") << 754.005 << "12:34.005";
    QTest::newRow("hours") << 3723.456 << "1:02:03.456";
    QTest::newRow("days") << 360000.0 << "100:00:00.000";
}

void TestRecordingPlayer::timesAreWrittenAndRead()
{
    QFETCH(double, seconds);
    QFETCH(QString, text);
    QCOMPARE(viewer::frameTimeText(seconds), text);
    const auto read = viewer::secondsOfFrameTime(text);
    QVERIFY(read);
    QVERIFY(std::abs(*read - seconds) <= 0.0005);
}

void TestRecordingPlayer::whatIsNoTimeIsRefused()
{
    QCOMPARE(viewer::frameTimeText(-1.5), QStringLiteral("-0:01.500"));
    QCOMPARE(viewer::secondsOfFrameTime(QStringLiteral(" 4,92 ")).value_or(-1), 4.92);
    QCOMPARE(viewer::secondsOfFrameTime(QStringLiteral("90")).value_or(-1), 90.0);
    QCOMPARE(viewer::secondsOfFrameTime(QStringLiteral("90:00")).value_or(-1), 5400.0);
    for (const auto &text : {"", "abc", "1:60", "1:60:00", "1:2:3:4", "-1", "1.2.3", ":5", "5:", "1e3", "4. 9"})
        QVERIFY2(!viewer::secondsOfFrameTime(QString::fromLatin1(text)), text);
}

void TestRecordingPlayer::goesToExactFrames()
{
    Reel reel(Reel::evenly(500, 40));
    RecordingPlayer player;
    Screen screen(player);
    QVERIFY(!player.isOpen());
    player.goTo(5); // nothing is open: nothing happens
    QCOMPARE(player.wanted(), qint64(-1));
    player.open(reel.index, reel.source());
    QTRY_COMPARE_WITH_TIMEOUT(player.shown().number, qint64(0), patienceMs);
    for (const qint64 number : {7, 499, 0, 250, 251, 252, 251, 499}) {
        player.goTo(number);
        QCOMPARE(player.wanted(), number);
        QTRY_VERIFY_WITH_TIMEOUT(player.isArrived(), patienceMs);
        QCOMPARE(player.shown().number, number);
    }
    player.goTo(-3);
    QTRY_COMPARE_WITH_TIMEOUT(player.shown().number, qint64(0), patienceMs);
    player.goTo(1'000'000);
    QTRY_COMPARE_WITH_TIMEOUT(player.shown().number, qint64(499), patienceMs);
    QVERIFY(screen.isRight);
}

void TestRecordingPlayer::stepsBackThroughFramesInOrder()
{
    Reel reel(Reel::evenly(100, 40));
    RecordingPlayer player;
    player.open(reel.index, reel.source(), 60);
    QTRY_COMPARE_WITH_TIMEOUT(player.shown().number, qint64(60), patienceMs);
    for (qint64 number = 59; number >= 40; --number) {
        player.goTo(number);
        QTRY_COMPARE_WITH_TIMEOUT(player.shown().number, number, patienceMs);
    }
    // Decoders go forward: most frames are asked for behind their neighbour.
    const auto asked = reel.asked();
    int inOrder = 0;
    for (qsizetype i = 1; i < asked.size(); ++i)
        inOrder += asked[i] == asked[i - 1] + 1;
    QVERIFY2(inOrder * 2 > asked.size(), qPrintable(QStringLiteral("%1 of %2").arg(inOrder).arg(asked.size())));
}

void TestRecordingPlayer::overtakenRequestsAreDropped()
{
    Reel reel(Reel::evenly(1000, 40));
    std::atomic<double> now = 0;
    RecordingPlayer player(nullptr, [&] { return now.load(); });
    Screen screen(player);
    reel.isHeld = true;
    player.open(reel.index, reel.source());
    QTRY_COMPARE_WITH_TIMEOUT(reel.asked().size(), 1, patienceMs);
    for (qint64 number = 100; number < 900; ++number)
        player.goTo(number); // as a hand drags
    reel.isHeld = false;
    QTRY_VERIFY_WITH_TIMEOUT(player.isArrived(), patienceMs);
    QCOMPARE(player.shown().number, qint64(899));
    // The one that was under way is seen, of the others only the last.
    QCOMPARE(screen.frames, QList<qint64>({0, 899}));
    QCOMPARE(reel.asked().mid(0, 2), QList<qint64>({0, 899}));
    QCOMPARE(reel.given.load(), 0);
}

void TestRecordingPlayer::longDecodingIsGivenUp()
{
    Reel reel(Reel::evenly(1000, 40));
    std::atomic<double> now = 0;
    RecordingPlayer player(nullptr, [&] { return now.load(); });
    Screen screen(player);
    reel.isHeld = true;
    player.open(reel.index, reel.source(), 500);
    QTRY_COMPARE_WITH_TIMEOUT(reel.asked().size(), 1, patienceMs);
    now = 1;
    player.goTo(10);
    QTRY_COMPARE_WITH_TIMEOUT(reel.given.load(), 1, patienceMs);
    reel.isHeld = false;
    QTRY_COMPARE_WITH_TIMEOUT(player.shown().number, qint64(10), patienceMs);
    QCOMPARE(screen.frames, QList<qint64>({10}));
}

void TestRecordingPlayer::playsEveryFrameToTheEnd()
{
    // 40 frames in the real time of 0.2 s and one that stands for half a second.
    QList<qint64> times = Reel::evenly(40, 5);
    times << 700;
    Reel reel(times);
    std::atomic<double> now = 0;
    RecordingPlayer player(nullptr, [&] { return now.load(); });
    Screen screen(player);
    player.open(reel.index, reel.source());
    QTRY_VERIFY_WITH_TIMEOUT(player.isArrived(), patienceMs);
    QSignalSpy changes(&player, &RecordingPlayer::playingChanged);
    player.play();
    QVERIFY(player.isPlaying());
    for (qsizetype i = 1; i < times.size(); ++i) {
        now = double(times[i]) / 1000;
        QTRY_COMPARE_WITH_TIMEOUT(player.shown().number, qint64(i), patienceMs);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!player.isPlaying(), patienceMs);
    QCOMPARE(changes.count(), 2);
    QCOMPARE(player.leftOut(), qint64(0));
    QCOMPARE(screen.frames.size(), times.size());
    QVERIFY(std::is_sorted(screen.frames.begin(), screen.frames.end()));
    QVERIFY(screen.isRight);
    QCOMPARE(player.wanted(), qint64(40));

    // At the end it begins again.
    player.play();
    QTRY_VERIFY_WITH_TIMEOUT(player.isArrived(), patienceMs);
    QVERIFY(player.isPlaying());
    QCOMPARE(player.shown().number, qint64(0));
    now = now + 5;
    QTRY_VERIFY_WITH_TIMEOUT(!player.isPlaying(), patienceMs);
    QCOMPARE(player.shown().number, qint64(40));
}

void TestRecordingPlayer::nothingIsShownBeforeItsTime()
{
    Reel reel({0, 10, 2000, 2010});
    std::atomic<double> now = 0;
    RecordingPlayer player(nullptr, [&] { return now.load(); });
    QList<double> at;
    QObject::connect(&player, &RecordingPlayer::frameShown, &player, [&] { at << now.load(); });
    player.open(reel.index, reel.source());
    QTRY_VERIFY_WITH_TIMEOUT(player.isArrived(), patienceMs);
    player.play();
    now = 0.011;
    QTRY_COMPARE_WITH_TIMEOUT(player.shown().number, qint64(1), patienceMs);
    // Frame 2 is decoded, and waits; the clock stands a moment before its time.
    now = 1.99;
    QTRY_VERIFY_WITH_TIMEOUT(reel.asked().contains(2), patienceMs);
    player.metaObject()->invokeMethod(&player, [] {}, Qt::QueuedConnection);
    QCoreApplication::processEvents();
    QCOMPARE(player.shown().number, qint64(1));
    now = 2.0;
    QTRY_COMPARE_WITH_TIMEOUT(player.shown().number, qint64(2), patienceMs);
    now = 2.01;
    QTRY_COMPARE_WITH_TIMEOUT(player.shown().number, qint64(3), patienceMs);
}

void TestRecordingPlayer::whatComesTooLateIsLeftOut()
{
    Reel reel(Reel::evenly(100, 40));
    std::atomic<double> now = 0;
    RecordingPlayer player(nullptr, [&] { return now.load(); });
    Screen screen(player);
    player.open(reel.index, reel.source());
    QTRY_VERIFY_WITH_TIMEOUT(player.isArrived(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(reel.asked().size() >= 3, patienceMs); // a step ahead is there
    reel.isHeld = true;
    player.play();
    now = 2.0; // the decoder did nothing for two seconds
    reel.isHeld = false;
    QTRY_VERIFY_WITH_TIMEOUT(player.shown().number >= 50, patienceMs);
    QCOMPARE(player.shown().number, qint64(50));
    QVERIFY(player.leftOut() > 0);
    QVERIFY2(!reel.asked().contains(40), "a frame that was over already was decoded");
    now = 1000;
    QTRY_VERIFY_WITH_TIMEOUT(!player.isPlaying(), patienceMs);
    QCOMPARE(player.shown().number, qint64(99));
    QVERIFY(screen.isRight);
}

void TestRecordingPlayer::timesThatRunBackwardsArePlayed()
{
    // Two pieces spliced: the second begins at its own zero.
    Reel reel({0, 40, 80, 0, 40, 80});
    std::atomic<double> now = 0;
    RecordingPlayer player(nullptr, [&] { return now.load(); });
    Screen screen(player);
    player.open(reel.index, reel.source());
    QTRY_VERIFY_WITH_TIMEOUT(player.isArrived(), patienceMs);
    player.play();
    for (qint64 step = 1; player.isPlaying() && step < 400; ++step) {
        now = double(step) * 0.004;
        QCoreApplication::processEvents();
        // A frame whose time has come is waited for, so that a slow machine leaves none out.
        const qint64 due = now < 0.04 ? 0 : now < 0.08 ? 1 : now < 0.08 + 0.016 ? 2 : -1;
        if (due >= 0)
            QTRY_VERIFY_WITH_TIMEOUT(player.shown().number >= due, patienceMs);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!player.isPlaying(), patienceMs);
    QCOMPARE(player.shown().number, qint64(5));
    QCOMPARE(screen.frames.mid(0, 3), QList<qint64>({0, 1, 2}));
    QVERIFY(std::is_sorted(screen.frames.begin(), screen.frames.end()));
}

void TestRecordingPlayer::pauseStandsWhereItIsSeen()
{
    Reel reel(Reel::evenly(100, 40));
    std::atomic<double> now = 0;
    RecordingPlayer player(nullptr, [&] { return now.load(); });
    player.open(reel.index, reel.source());
    QTRY_VERIFY_WITH_TIMEOUT(player.isArrived(), patienceMs);
    player.play();
    now = 0.4;
    QTRY_COMPARE_WITH_TIMEOUT(player.shown().number, qint64(10), patienceMs);
    player.pause();
    QVERIFY(!player.isPlaying());
    now = 3;
    QCoreApplication::processEvents();
    QCOMPARE(player.wanted(), qint64(10));
    QCOMPARE(player.shown().number, qint64(10));
    player.play(); // from here, not from where the clock went meanwhile
    now = 3.08;
    QTRY_COMPARE_WITH_TIMEOUT(player.shown().number, qint64(12), patienceMs);
    player.goTo(70);
    QVERIFY(!player.isPlaying());
    QTRY_COMPARE_WITH_TIMEOUT(player.shown().number, qint64(70), patienceMs);
}

void TestRecordingPlayer::aFrameThatFailsIsToldAndTriedAgain()
{
    Reel reel(Reel::evenly(100, 40));
    reel.broken = 30;
    RecordingPlayer player;
    QSignalSpy failures(&player, &RecordingPlayer::failed);
    player.open(reel.index, reel.source(), 29);
    QTRY_VERIFY_WITH_TIMEOUT(player.isArrived(), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(reel.asked().contains(31), patienceMs); // 30 failed ahead, and nobody has asked
    QVERIFY(!player.hasFailed());
    player.goTo(30);
    QTRY_COMPARE_WITH_TIMEOUT(failures.count(), 1, patienceMs);
    QVERIFY(player.hasFailed());
    QVERIFY(!player.isArrived());
    QCOMPARE(failures[0][0].value<base::Error>().code, base::ErrorCode::FileDamaged);
    player.goTo(32); // its neighbours can still be seen
    QTRY_VERIFY_WITH_TIMEOUT(player.isArrived(), patienceMs);
    QVERIFY(!player.hasFailed());
    reel.broken = -1;
    player.goTo(30);
    QTRY_COMPARE_WITH_TIMEOUT(player.shown().number, qint64(30), patienceMs);
    QCOMPARE(failures.count(), 1);
}

void TestRecordingPlayer::anotherRecordingTakesItsPlace()
{
    Reel first(Reel::evenly(100, 40));
    Reel second(Reel::evenly(50, 40));
    RecordingPlayer player;
    Screen screen(player);
    first.isHeld = true;
    player.open(first.index, first.source(), 80);
    QTRY_COMPARE_WITH_TIMEOUT(first.asked().size(), 1, patienceMs);
    player.open(second.index, second.source(), 7);
    QTRY_COMPARE_WITH_TIMEOUT(player.shown().number, qint64(7), patienceMs);
    QCOMPARE(player.frameCount(), qint64(50));
    QCOMPARE(screen.frames, QList<qint64>({7}));
    player.close();
    QVERIFY(!player.isOpen());
    QVERIFY(player.shown().picture.isNull());
    player.play();
    QVERIFY(!player.isPlaying());
}

void TestRecordingPlayer::closingWhileDecoding()
{
    Reel reel(Reel::evenly(100, 40));
    reel.isHeld = true;
    {
        RecordingPlayer player;
        player.open(reel.index, reel.source(), 3);
        QTRY_COMPARE_WITH_TIMEOUT(reel.asked().size(), 1, patienceMs);
    }
    QCOMPARE(reel.given.load(), 1);
}

void TestRecordingPlayer::exchangedPicturesKeepTheView()
{
    viewer::PictureViewer shown;
    shown.resize(400, 300);
    const base::Picture large(64, 48, base::Picture::Format::Rgb);
    shown.exchangePicture(large, {});
    QVERIFY(shown.hasPicture());
    shown.setView({4, {0.25, 0.75}, 90, false});
    shown.setTool(viewer::PictureViewer::Tool::Box);
    base::Picture next(64, 48, base::Picture::Format::Rgb);
    next.line(47)[0] = 200;
    QSignalSpy resets(&shown, &viewer::PictureViewer::viewReset);
    shown.exchangePicture(next, viewer::PicturePyramid::reducedLevels(next));
    QCOMPARE(shown.view(), (viewer::View{4, {0.25, 0.75}, 90, false}));
    QCOMPARE(shown.tool(), viewer::PictureViewer::Tool::Box);
    QVERIFY(shown.isRefined());
    QCOMPARE(resets.count(), 0);
    QVERIFY(shown.grab().toImage().pixel(shown.toWidget({0.002, 0.999}).toPoint()) == qRgb(200, 0, 0));
    // Another size is another picture.
    shown.exchangePicture(base::Picture(32, 32, base::Picture::Format::Rgb), {});
    QCOMPARE(shown.view().degrees, 0.0);
    shown.exchangePicture({}, {});
    QVERIFY(!shown.hasPicture());
}

QTEST_MAIN(TestRecordingPlayer)
#include "tst_recordingplayer.moc"
