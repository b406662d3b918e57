// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme.h"
#include "widgets/viewer/timeline.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

using namespace likeness;
using viewer::Timeline;

namespace
{

/// 100 frames in four seconds, then one that stands after a gap of six.
std::shared_ptr<model::VideoIndex> reel()
{
    auto index = std::make_shared<model::VideoIndex>();
    for (int i = 0; i < 100; ++i)
        index->frames.push_back({.time = i * 40});
    index->frames.push_back({.time = 10'000});
    return index;
}

std::vector<Timeline::Track> manyTracks(int count)
{
    std::vector<Timeline::Track> tracks;
    for (int i = 0; i < count; ++i)
        tracks.push_back({i + 1, i % 50, i % 50 + 40, i % 50 + 20, false});
    return tracks;
}

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void placesAreByTime();
    void draggingAsksForFrames();
    void handlesChooseTheSpan();
    void tracksArePickedByMouseAndKeys();
    void manyTracksScrollToTheChosenOne();
    void aPartIsShownLargerAndFollows();
    void keysZoomAroundTheFrame();
    void itTellsReaders();
    void itIsPaintedInBothAppearances();
    void nothingOpen();

private:
    void press(const QPoint &at) { QTest::mouseClick(m_line->viewport(), Qt::LeftButton, {}, at); }
    std::unique_ptr<Timeline> m_line;
};

void TestTimeline::init()
{
    m_line = std::make_unique<Timeline>();
    m_line->resize(624, m_line->sizeHint().height());
    m_line->setIndex(reel());
    m_line->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_line.get()));
}

void TestTimeline::cleanup()
{
    m_line.reset();
}

void TestTimeline::placesAreByTime()
{
    // The gap takes the place of its time, not of one frame.
    const int first = m_line->xOf(0), hundredth = m_line->xOf(99), last = m_line->xOf(100);
    QVERIFY(first < hundredth && hundredth < last);
    QVERIFY(last - hundredth > hundredth - first);
    QCOMPARE(m_line->frameAtX(first), qint64(0));
    QCOMPARE(m_line->frameAtX((hundredth + last) / 2), qint64(99)); // it is what is seen in the gap
    QCOMPARE(m_line->frameAtX(last + 1), qint64(100));
    QCOMPARE(m_line->frameAtX(-50), qint64(0));
    QCOMPARE(m_line->frameAtX(5000), qint64(100));
}

void TestTimeline::draggingAsksForFrames()
{
    QSignalSpy wanted(m_line.get(), &Timeline::frameWanted);
    const int y = m_line->axisHeight() + 30; // no track there
    QTest::mousePress(m_line->viewport(), Qt::LeftButton, {}, {m_line->xOf(10), y});
    QTest::mouseMove(m_line->viewport(), {m_line->xOf(50), y});
    QTest::mouseRelease(m_line->viewport(), Qt::LeftButton, {}, {m_line->xOf(50), y});
    QCOMPARE(wanted.count(), 2);
    QVERIFY(std::abs(wanted[0][0].toLongLong() - 10) <= 1); // a pixel is more than a frame wide, or less
    QVERIFY(std::abs(wanted[1][0].toLongLong() - 50) <= 1);
    QTest::mouseMove(m_line->viewport(), {m_line->xOf(80), y});
    QCOMPARE(wanted.count(), 2); // nothing is held any more
    QCOMPARE(m_line->frame(), qint64(0)); // it only asks
    m_line->setFrame(500);
    QCOMPARE(m_line->frame(), qint64(100));
}

void TestTimeline::handlesChooseTheSpan()
{
    QSignalSpy changed(m_line.get(), &Timeline::spanChanged);
    QVERIFY(m_line->isWholeSpan());
    const int y = m_line->axisHeight() - 4;
    QTest::mousePress(m_line->viewport(), Qt::LeftButton, {}, {m_line->xOf(0) + 2, y});
    QTest::mouseMove(m_line->viewport(), {m_line->xOf(25), y});
    QTest::mouseRelease(m_line->viewport(), Qt::LeftButton, {}, {m_line->xOf(25), y});
    QVERIFY(changed.count() >= 1);
    QVERIFY(std::abs(m_line->span().first - 25) <= 1);
    QCOMPARE(m_line->span().last, qint64(100));
    QVERIFY(!m_line->isWholeSpan());
    // A handle does not go past the other.
    QTest::mousePress(m_line->viewport(), Qt::LeftButton, {}, {m_line->xOf(m_line->span().first), y});
    QTest::mouseMove(m_line->viewport(), {m_line->viewport()->width() - 1, y});
    QTest::mouseRelease(m_line->viewport(), Qt::LeftButton, {}, {m_line->viewport()->width() - 1, y});
    QCOMPARE(m_line->span(), (Timeline::Span{100, 100}));
    m_line->setSpan({70, 30});
    QCOMPARE(m_line->span(), (Timeline::Span{30, 70}));
    changed.clear();
    m_line->setSpan({30, 70});
    QCOMPARE(changed.count(), 0);
}

void TestTimeline::tracksArePickedByMouseAndKeys()
{
    m_line->setTracks({{1, 0, 40, 12, false}, {2, 30, 90, 66, true}});
    QSignalSpy picked(m_line.get(), &Timeline::trackPicked);
    QSignalSpy wanted(m_line.get(), &Timeline::frameWanted);
    press(m_line->barOf(2).center());
    QCOMPARE(picked.count(), 1);
    QCOMPARE(picked[0][0].toInt(), 2);
    QCOMPARE(wanted.count(), 0);
    m_line->setCurrentTrack(2);
    QTest::keyClick(m_line.get(), Qt::Key_Up);
    QCOMPARE(picked.last()[0].toInt(), 1);
    QTest::keyClick(m_line.get(), Qt::Key_Down); // the last one already
    QCOMPARE(picked.count(), 2);
    m_line->setCurrentTrack(7); // not there
    QCOMPARE(m_line->currentTrack(), 0);
    QTest::keyClick(m_line.get(), Qt::Key_Down);
    QCOMPARE(picked.last()[0].toInt(), 1);
    QVERIFY(m_line->barOf(7).isEmpty());
}

void TestTimeline::manyTracksScrollToTheChosenOne()
{
    m_line->setTracks(manyTracks(60));
    QVERIFY(m_line->verticalScrollBar()->maximum() > 0);
    m_line->setCurrentTrack(45);
    const QRect seen = m_line->viewport()->rect().adjusted(0, m_line->axisHeight(), 0, 0);
    QVERIFY(seen.contains(m_line->barOf(45)));
    m_line->setCurrentTrack(2);
    QVERIFY(seen.contains(m_line->barOf(2)));
    // What is scrolled under the axis is not picked there.
    m_line->setCurrentTrack(60);
    QSignalSpy picked(m_line.get(), &Timeline::trackPicked);
    press({m_line->xOf(20), m_line->axisHeight() / 2});
    QCOMPARE(picked.count(), 0);
    // In every place it is the track that is seen there, and only while it is seen.
    for (const int number : {58, 59, 60}) {
        const QRect bar = m_line->barOf(number).intersected(seen);
        QVERIFY(!bar.isEmpty());
        press(bar.center());
        QCOMPARE(picked.last()[0].toInt(), number);
    }
    const QImage picture = m_line->viewport()->grab().toImage();
    QCOMPARE(picture.pixelColor(m_line->barOf(60).left() + 2, m_line->barOf(60).center().y()),
             common::colors().accent);
    QCOMPARE(picture.pixelColor(m_line->barOf(59).left() + 2, m_line->barOf(59).center().y()),
             common::colors().secondary);
}

void TestTimeline::keysZoomAroundTheFrame()
{
    m_line->setFrame(50);
    const double all = m_line->shownTo() - m_line->shownFrom();
    const int x = m_line->xOf(50);
    for (int i = 0; i < 6; ++i)
        QTest::keyClick(m_line.get(), Qt::Key_Plus);
    QVERIFY(m_line->shownTo() - m_line->shownFrom() < all / 3);
    QVERIFY(std::abs(m_line->xOf(50) - x) <= 1);
    QTest::keyClick(m_line.get(), Qt::Key_Plus, Qt::ControlModifier); // not a key of the timeline
    const double shown = m_line->shownTo() - m_line->shownFrom();
    QTest::keyClick(m_line.get(), Qt::Key_Minus);
    QVERIFY(m_line->shownTo() - m_line->shownFrom() > shown);
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(m_line.get(), Qt::Key_Minus);
    QCOMPARE(m_line->shownTo() - m_line->shownFrom(), all);
    // More tracks need more room for their numbers.
    m_line->setTracks(manyTracks(5));
    const int few = m_line->xOf(0);
    m_line->setTracks(manyTracks(200));
    QVERIFY(m_line->xOf(0) > few);
}

void TestTimeline::aPartIsShownLargerAndFollows()
{
    const auto wheel = [this](int steps, int x) {
        QWheelEvent event(QPointF(x, 40), m_line->viewport()->mapToGlobal(QPointF(x, 40)), {}, {0, 120 * steps},
                          Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_line->viewport(), &event);
    };
    const double all = m_line->shownTo() - m_line->shownFrom();
    const int x = m_line->xOf(50);
    wheel(6, x);
    QVERIFY(m_line->shownTo() - m_line->shownFrom() < all / 3);
    QVERIFY(std::abs(m_line->xOf(50) - x) <= 1); // what is under the pointer stays
    m_line->setFrame(100);
    QVERIFY(m_line->shownTo() >= 10.0);
    QVERIFY(m_line->xOf(100) <= m_line->viewport()->width());
    wheel(-60, x);
    QCOMPARE(m_line->shownFrom(), 0.0);
    QCOMPARE(m_line->shownTo(), all);
}

void TestTimeline::itTellsReaders()
{
    m_line->setFrame(50);
    QVERIFY(m_line->accessibleDescription().contains(QStringLiteral("50")));
    QVERIFY(m_line->accessibleDescription().contains(QStringLiteral("0:02.000")));
    m_line->setSpan({10, 60});
    QVERIFY(m_line->accessibleDescription().contains(QStringLiteral("10 to 60")));
    m_line->setTracks(manyTracks(3));
    m_line->setCurrentTrack(2);
    QVERIFY(m_line->accessibleDescription().contains(QStringLiteral("Track 2 of 3")));
}

void TestTimeline::itIsPaintedInBothAppearances()
{
    m_line->setTracks({{1, 0, 99, 50, true}, {2, 30, 90, 66, false}});
    m_line->setCurrentTrack(2);
    for (const auto appearance : {common::Appearance::Light, common::Appearance::Dark}) {
        common::applyAppearance(appearance);
        const QImage picture = m_line->viewport()->grab().toImage();
        const auto &colors = common::colors();
        const QRect second = m_line->barOf(2);
        QCOMPARE(picture.pixelColor(second.left() + 4, second.top() + 2), colors.accent);
        QCOMPARE(picture.pixelColor(m_line->xOf(0), 20), colors.text); // the cursor
        QCOMPARE(picture.pixelColor(m_line->xOf(10), m_line->barOf(1).center().y()), colors.secondary);
    }
}

void TestTimeline::nothingOpen()
{
    m_line->setIndex({});
    QSignalSpy wanted(m_line.get(), &Timeline::frameWanted);
    press({100, 20});
    m_line->setFrame(5);
    m_line->setSpan({1, 2});
    QTest::keyClick(m_line.get(), Qt::Key_Down);
    QCOMPARE(wanted.count(), 0);
    QVERIFY(m_line->isWholeSpan());
    QVERIFY(!m_line->grab().toImage().isNull());
    // One frame alone has no second time.
    auto single = std::make_shared<model::VideoIndex>();
    single->frames.push_back({.time = 7});
    m_line->setIndex(single);
    press({300, m_line->axisHeight() + 10});
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].toLongLong(), 0);
}

QTEST_MAIN(TestTimeline)
#include "tst_timeline.moc"
