// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/comparisonview.h"
#include "widgets/viewer/wipedivider.h"

#include <QAction>
#include <QCheckBox>
#include <QSpinBox>
#include <QToolButton>
#include <QtTest>

#include <cmath>

using namespace likeness;
using viewer::ComparisonView;
using viewer::PictureViewer;

namespace
{

base::Picture plain(int width, int height, uchar value)
{
    return base::Picture(width, height, base::Picture::Format::Grey,
                         QByteArray(qsizetype(width) * height, char(value)));
}

} // namespace

class TestComparison : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void linkedViewsMoveAlike();
    void anOffsetStays();
    void turnedAndScaledPicturesMoveAlikeOnTheScreen();
    void unlinkedViewsMoveAlone();
    void fitFitsBoth();
    void resizingMovesNeither();
    void anotherPictureLeavesTheOtherAlone();
    void splitShowsBoth();
    void dividerMovesByMouseAndKeys();
    void modeKeepsTheViews();
    void keysWork();
    void blinkShowsOneThenTheOther();
    void blinkIsNeverTooFast();
    void overlayMixesTheTwo();
    void overlayIsAligned();
    void gridIsTheSameOverBoth();
    void mirrorIsOfOnePicture();
    void mirroredPixelsStayPixels();
    void mirroredPicturesStillMoveAlike();
    void levelsChangeWhatIsSeenOnly();
    void levelsOfOneOrBoth();
    void anotherPictureIsAsItIs();
    void everyKeyIsInATooltip();

private:
    std::unique_ptr<ComparisonView> m_view;
};

void TestComparison::init()
{
    m_view = std::make_unique<ComparisonView>();
    m_view->resize(900, 500);
    m_view->left()->setPicture(plain(1200, 900, 60));
    m_view->right()->setPicture(plain(400, 500, 200));
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void TestComparison::linkedViewsMoveAlike()
{
    const double ratio = m_view->right()->view().zoom / m_view->left()->view().zoom;
    m_view->left()->zoomStep(true);
    QCOMPARE(m_view->right()->view().zoom / m_view->left()->view().zoom, ratio);
    m_view->right()->rotateBy(7);
    QCOMPARE(m_view->left()->view().degrees, 7.0);
}

void TestComparison::anOffsetStays()
{
    m_view->setLinked(false);
    m_view->right()->setView({2, {0.3, 0.3}, 10});
    m_view->left()->setView({1, {0.5, 0.5}, 0});
    m_view->setLinked(true);
    QCOMPARE(m_view->right()->view().degrees, 10.0); // linking moves nothing
    m_view->left()->setView({2, {0.5, 0.5}, 5});
    QCOMPARE(m_view->right()->view().zoom, 4.0);
    QCOMPARE(m_view->right()->view().degrees, 15.0);
    QCOMPARE(m_view->right()->view().center, (model::RelativePoint{0.3, 0.3}));
}

void TestComparison::turnedAndScaledPicturesMoveAlikeOnTheScreen()
{
    m_view->setLinked(false);
    m_view->left()->setView({0.5, {0.5, 0.5}, 30});
    m_view->right()->setView({3, {0.4, 0.6}, -20});
    m_view->setLinked(true);
    const model::RelativePoint leftPoint{0.45, 0.55}, rightPoint{0.42, 0.58};
    const QPointF leftBefore = m_view->left()->toWidget(leftPoint);
    const QPointF rightBefore = m_view->right()->toWidget(rightPoint);
    const viewer::View view = m_view->left()->view();
    m_view->left()->setView({view.zoom, {0.47, 0.52}, view.degrees});
    const QPointF leftMoved = m_view->left()->toWidget(leftPoint) - leftBefore;
    const QPointF rightMoved = m_view->right()->toWidget(rightPoint) - rightBefore;
    QVERIFY(std::hypot(leftMoved.x(), leftMoved.y()) > 10);
    QVERIFY(QLineF(leftMoved, rightMoved).length() < 0.01);
}

void TestComparison::unlinkedViewsMoveAlone()
{
    m_view->setLinked(false);
    const viewer::View before = m_view->right()->view();
    m_view->left()->setView({2, {0.2, 0.2}, 40});
    QCOMPARE(m_view->right()->view(), before);
}

void TestComparison::fitFitsBoth()
{
    const viewer::View left = m_view->left()->view(), right = m_view->right()->view();
    m_view->left()->setView({2, {0.2, 0.2}, 40});
    m_view->left()->fit();
    QCOMPARE(m_view->left()->view(), left);
    QCOMPARE(m_view->right()->view(), right);
    m_view->left()->zoomStep(true); // and they are linked again from there
    QVERIFY(m_view->right()->view().zoom > right.zoom);
}

void TestComparison::resizingMovesNeither()
{
    m_view->left()->setView({2, {0.2, 0.2}, 0});
    const viewer::View left = m_view->left()->view(), right = m_view->right()->view();
    m_view->resize(700, 420);
    QTRY_VERIFY(m_view->left()->width() < 360);
    QCOMPARE(m_view->left()->view(), left);
    QCOMPARE(m_view->right()->view(), right);
}

void TestComparison::anotherPictureLeavesTheOtherAlone()
{
    m_view->left()->setView({2, {0.2, 0.2}, 0});
    const viewer::View left = m_view->left()->view();
    m_view->right()->setPicture(plain(640, 480, 100));
    QCOMPARE(m_view->left()->view(), left);
}

void TestComparison::splitShowsBoth()
{
    m_view->setMode(ComparisonView::Mode::Split);
    m_view->setDividerPosition(0.25);
    m_view->left()->setView({4, {0.5, 0.5}, 0});
    m_view->right()->setView({8, {0.5, 0.5}, 0});
    const QImage seen = m_view->grab().toImage();
    const QPoint middle = m_view->left()->mapTo(m_view.get(), m_view->left()->rect().center());
    QCOMPARE(qGray(seen.pixel(60, middle.y())), 60);
    QCOMPARE(qGray(seen.pixel(400, middle.y())), 200);
    QCOMPARE(qGray(seen.pixel(800, middle.y())), 200);
    m_view->setDividerPosition(0.75);
    QCOMPARE(qGray(m_view->grab().toImage().pixel(400, middle.y())), 60);
}

void TestComparison::dividerMovesByMouseAndKeys()
{
    m_view->setMode(ComparisonView::Mode::Split);
    auto *divider = m_view->findChild<viewer::WipeDivider *>();
    QVERIFY(divider && divider->isVisible());
    const QPoint middle = divider->rect().center();
    QTest::mousePress(divider, Qt::LeftButton, {}, middle);
    QTest::mouseMove(divider, middle + QPoint(90, 0));
    QTest::mouseRelease(divider, Qt::LeftButton, {}, divider->rect().center());
    QVERIFY(std::abs(m_view->dividerPosition() - 0.6) < 0.005);
    divider->setFocus();
    QTest::keyClick(divider, Qt::Key_Left);
    QVERIFY(m_view->dividerPosition() < 0.597);
    QTest::keyClick(divider, Qt::Key_End);
    QCOMPARE(m_view->dividerPosition(), 1.0);
    QTest::keyClick(divider, Qt::Key_Right);
    QCOMPARE(m_view->dividerPosition(), 1.0);
}

void TestComparison::modeKeepsTheViews()
{
    m_view->left()->setView({2, {0.2, 0.2}, 3});
    const viewer::View left = m_view->left()->view(), right = m_view->right()->view();
    m_view->setMode(ComparisonView::Mode::Split);
    m_view->setMode(ComparisonView::Mode::SideBySide);
    QCOMPARE(m_view->left()->view(), left);
    QCOMPARE(m_view->right()->view(), right);
}

void TestComparison::keysWork()
{
    m_view->left()->setFocus();
    QTest::keyClick(m_view->left(), Qt::Key_S);
    QCOMPARE(m_view->mode(), ComparisonView::Mode::Split);
    QTest::keyClick(m_view->left(), Qt::Key_S);
    QCOMPARE(m_view->mode(), ComparisonView::Mode::SideBySide);
    QTest::keyClick(m_view->left(), Qt::Key_L);
    QVERIFY(!m_view->isLinked());
    m_view->right()->setFocus();
    const double left = m_view->left()->view().zoom;
    QTest::keyClick(m_view->right(), Qt::Key_1);
    QCOMPARE(m_view->right()->view().zoom, 1.0);
    QCOMPARE(m_view->left()->view().zoom, left);
    QTest::keyClick(m_view->right(), Qt::Key_M);
    QVERIFY(m_view->left()->isSmooth() && m_view->right()->isSmooth());
}

void TestComparison::blinkShowsOneThenTheOther()
{
    m_view->left()->setView({4, {0.5, 0.5}, 0});
    m_view->right()->setView({8, {0.5, 0.5}, 0});
    m_view->left()->setFocus();
    QTest::keyClick(m_view->left(), Qt::Key_B);
    QCOMPARE(m_view->mode(), ComparisonView::Mode::Blink);
    m_view->blinker()->setPace(0); // by hand
    const QPoint spot = m_view->left()->mapTo(m_view.get(), QPoint(60, 200));
    const auto seen = [&] { return qGray(m_view->grab().toImage().pixel(spot)); };
    QCOMPARE(seen(), 60);
    QTest::keyClick(m_view->left(), Qt::Key_Space);
    QTRY_COMPARE(seen(), 200);
    QCOMPARE(m_view->active(), m_view->right());
    QVERIFY(m_view->right()->hasFocus()); // keys and marks are of the picture that is seen
    QTest::keyPress(m_view->right(), Qt::Key_X);
    QTRY_COMPARE(seen(), 60);
    QTest::keyRelease(m_view->left(), Qt::Key_X);
    QTRY_COMPARE(seen(), 200);
    m_view->blinker()->setPace(viewer::Blinker::leastMs); // by itself
    QTRY_COMPARE(seen(), 60);
    QTRY_COMPARE(seen(), 200);
    m_view->setMarkKind(model::Mark::Kind::Point); // it holds still while it is marked
    const bool second = m_view->blinker()->showsSecond();
    QSignalSpy changes(m_view->blinker(), &viewer::Blinker::shownChanged);
    QVERIFY(!changes.wait(2 * viewer::Blinker::leastMs));
    QCOMPARE(m_view->blinker()->showsSecond(), second);
}

void TestComparison::blinkIsNeverTooFast()
{
    using viewer::Blinker;
    QVERIFY(Blinker::leastMs * 3 >= 1000);
    QCOMPARE(Blinker::waitMs(Blinker::leastMs), 0);
    QCOMPARE(Blinker::waitMs(0), Blinker::leastMs);
    Blinker blinker;
    blinker.setPace(10);
    QCOMPARE(blinker.pace(), Blinker::leastMs);
    QSignalSpy changes(&blinker, &Blinker::shownChanged);
    QElapsedTimer clock;
    clock.start();
    for (int i = 0; i < 9; ++i) // somebody hammers on the key: an odd number of times
        blinker.toggle();
    QCOMPARE(changes.count(), 1);
    blinker.toggle();
    QVERIFY(changes.wait(10 * Blinker::leastMs));
    QVERIFY(clock.elapsed() >= Blinker::leastMs - 1);
    QCOMPARE(changes.count(), 2);
    QVERIFY(!blinker.showsSecond());
}

void TestComparison::overlayMixesTheTwo()
{
    m_view->left()->setView({4, {0.5, 0.5}, 0});
    m_view->right()->setView({8, {0.5, 0.5}, 0});
    m_view->left()->setFocus();
    QTest::keyClick(m_view->left(), Qt::Key_O);
    QCOMPARE(m_view->mode(), ComparisonView::Mode::Overlay);
    const QPoint spot = m_view->left()->mapTo(m_view.get(), QPoint(60, 200));
    const auto seen = [&] { return qGray(m_view->grab().toImage().pixel(spot)); };
    for (const double opacity : {0.0, 0.25, 0.5, 1.0}) {
        m_view->setOpacity(opacity);
        QVERIFY(std::abs(seen() - (60 * opacity + 200 * (1 - opacity))) <= 2);
    }
    QTest::keyClick(m_view->left(), Qt::Key_Comma);
    QCOMPARE(m_view->opacity(), 0.9);
    QTest::keyClick(m_view->left(), Qt::Key_O);
    QCOMPARE(m_view->mode(), ComparisonView::Mode::SideBySide);
    QVERIFY(m_view->right()->isVisible());
    QCOMPARE(seen(), 60);
}

void TestComparison::overlayIsAligned()
{
    // A bright column in each picture, laid on each other by hand while unlinked, stays so when zoomed.
    base::Picture left = plain(400, 400, 0), right = plain(300, 300, 0);
    for (int y = 0; y < 400; ++y)
        left.line(y)[200] = 255;
    for (int y = 0; y < 300; ++y)
        right.line(y)[90] = 255;
    m_view->left()->setPicture(left);
    m_view->right()->setPicture(right);
    m_view->setMode(ComparisonView::Mode::Overlay);
    m_view->setOpacity(0.5);
    m_view->setLinked(false);
    m_view->left()->setView({4, {200.5 / 400, 0.5}, 0});
    m_view->right()->setView({4, {90.5 / 300, 0.5}, 0});
    m_view->setLinked(true);
    for (const double zoom : {4.0, 8.0, 2.0}) {
        m_view->left()->setZoom(zoom);
        const QImage seen = m_view->left()->grab().toImage();
        const int middle = int(m_view->left()->canvasRect().center().x());
        QVERIFY(qGray(seen.pixel(middle, 100)) > 250);
        QVERIFY(qGray(seen.pixel(middle - int(zoom) - 2, 100)) < 5);
        QVERIFY(qGray(seen.pixel(middle + int(zoom) + 2, 100)) < 5);
    }
}

void TestComparison::gridIsTheSameOverBoth()
{
    m_view->left()->setView({4, {0.5, 0.5}, 0});
    m_view->right()->setView({8, {0.5, 0.5}, 0});
    m_view->left()->setFocus();
    const QImage without = m_view->right()->grab().toImage();
    QTest::keyClick(m_view->left(), Qt::Key_G);
    QVERIFY(m_view->hasGrid());
    const QImage left = m_view->left()->grab().toImage(), right = m_view->right()->grab().toImage();
    QVERIFY(right != without);
    for (int x = 4; x < left.width() - 4; ++x)
        QCOMPARE(qGray(left.pixel(x, 20)) != 60, qGray(right.pixel(x, 20)) != 200);
    QTest::keyClick(m_view->left(), Qt::Key_G);
    QCOMPARE(m_view->right()->grab().toImage(), without);
}

void TestComparison::mirrorIsOfOnePicture()
{
    m_view->left()->setView({2, {0.3, 0.3}, 30});
    const viewer::View other = m_view->right()->view();
    m_view->left()->setFocus();
    QTest::keyClick(m_view->left(), Qt::Key_H);
    QVERIFY(m_view->left()->isMirrored());
    QCOMPARE(m_view->right()->view(), other);
    QCOMPARE(m_view->left()->notices(), QStringList{QStringLiteral("MIRRORED")});
    QVERIFY(m_view->left()->accessibleDescription().contains(QStringLiteral("MIRRORED")));
    // What was left of the middle of the screen is right of it now.
    const QPointF middle = m_view->left()->canvasRect().center();
    QVERIFY(QLineF(m_view->left()->toWidget({0.3, 0.3}), middle).length() < 0.01);
    const QPointF mirrored = m_view->left()->toWidget({0.32, 0.28}) - middle;
    QTest::keyClick(m_view->left(), Qt::Key_H);
    const QPointF before = m_view->left()->toWidget({0.32, 0.28}) - middle;
    QVERIFY(QLineF(QPointF(-before.x(), before.y()), mirrored).length() < 0.01);
    QVERIFY(m_view->left()->notices().isEmpty());
    QCOMPARE(m_view->left()->view().degrees, 30.0);
}

void TestComparison::mirroredPixelsStayPixels()
{
    base::Picture picture = plain(256, 8, 0);
    for (int y = 0; y < 8; ++y)
        for (int x = 0; x < 256; ++x)
            picture.line(y)[x] = uchar(x);
    m_view->left()->setPicture(picture);
    for (const double zoom : {1.0, 3.0}) {
        m_view->left()->setView({zoom, {0.5, 0.5}, 0, true});
        const QImage seen = m_view->left()->grab().toImage();
        const int y = int(m_view->left()->canvasRect().center().y());
        int looked = 0;
        for (int x = 4; x < seen.width() - 4; ++x) {
            const double at = m_view->left()->toPicture({x + 0.5, y + 0.5}).x * 256;
            if (at < 0 || at >= 256)
                continue;
            QCOMPARE(qGray(seen.pixel(x, y)), int(std::floor(at)));
            ++looked;
        }
        QVERIFY(looked > 200);
    }
}

void TestComparison::mirroredPicturesStillMoveAlike()
{
    m_view->left()->setView({2, {0.4, 0.4}, 10});
    m_view->right()->setView({3, {0.5, 0.5}, -20});
    m_view->right()->mirror();
    const model::RelativePoint left{0.42, 0.41}, right{0.48, 0.52};
    const QPointF leftBefore = m_view->left()->toWidget(left), rightBefore = m_view->right()->toWidget(right);
    viewer::View moved = m_view->left()->view();
    moved.center = {0.43, 0.42};
    m_view->left()->setView(moved);
    const QPointF byLeft = m_view->left()->toWidget(left) - leftBefore;
    const QPointF byRight = m_view->right()->toWidget(right) - rightBefore;
    QVERIFY(std::hypot(byLeft.x(), byLeft.y()) > 10);
    QVERIFY(QLineF(byLeft, byRight).length() < 0.01);
    QVERIFY(m_view->right()->isMirrored() && !m_view->left()->isMirrored());
}

void TestComparison::levelsChangeWhatIsSeenOnly()
{
    base::Picture picture = plain(400, 400, 100);
    const QByteArray bytes(reinterpret_cast<const char *>(picture.line(0)), 400 * 400);
    m_view->left()->setPicture(picture);
    for (const double zoom : {0.5, 1.0, 4.0}) {
        m_view->left()->setView({zoom, {0.5, 0.5}, 0});
        const QPoint middle = m_view->left()->canvasRect().center().toPoint();
        const auto seen = [&] { return qGray(m_view->left()->grab().toImage().pixel(middle)); };
        m_view->left()->setLevels({50, 150, 1});
        QCOMPARE(seen(), 128);
        m_view->left()->setLevels({0, 255, 2});
        QCOMPARE(seen(), int(std::lround(255 * std::sqrt(100 / 255.0))));
        QCOMPARE(m_view->left()->notices(), QStringList{QStringLiteral("LEVELS CHANGED FOR VIEWING")});
        m_view->left()->setLevels({});
        QCOMPARE(seen(), 100);
        QVERIFY(m_view->left()->notices().isEmpty());
    }
    QCOMPARE(QByteArray(reinterpret_cast<const char *>(picture.line(0)), 400 * 400), bytes);
    // What makes no sense becomes what does.
    m_view->left()->setLevels({300, -5, std::nan("")});
    QCOMPARE(m_view->left()->levels(), (viewer::Levels{254, 255, 1}));
}

void TestComparison::levelsOfOneOrBoth()
{
    m_view->right()->setFocus();
    QTest::keyClick(m_view->right(), Qt::Key_V);
    auto *black = m_view->findChild<QSpinBox *>(QStringLiteral("levelsBlack"));
    QVERIFY(black->isVisible() && black->hasFocus());
    QTest::keyClicks(black, QStringLiteral("40"));
    QCOMPARE(m_view->right()->levels().black, 40);
    QCOMPARE(m_view->left()->levels(), viewer::Levels());
    m_view->findChild<QCheckBox *>(QStringLiteral("levelsBoth"))->setChecked(true);
    QCOMPARE(m_view->left()->levels().black, 40);
    QTest::keyClick(black, Qt::Key_Up);
    QCOMPARE(m_view->left()->levels().black, 41);
    QTest::keyClick(black, Qt::Key_Escape);
    QVERIFY(!black->isVisible());
    QVERIFY(m_view->right()->hasFocus());
    QCOMPARE(m_view->right()->levels().black, 41); // put away, not taken back
}

void TestComparison::anotherPictureIsAsItIs()
{
    m_view->left()->mirror();
    m_view->left()->setLevels({10, 200, 1});
    m_view->left()->setPicture(plain(100, 100, 10));
    QVERIFY(m_view->left()->notices().isEmpty());
}

void TestComparison::everyKeyIsInATooltip()
{
    int keys = 0;
    for (const auto *button : m_view->findChildren<QToolButton *>()) {
        if (!button->defaultAction())
            continue;
        ++keys;
        const QString key = button->defaultAction()->shortcut().toString(QKeySequence::NativeText);
        QVERIFY2(!key.isEmpty() && button->toolTip().contains(QLatin1Char('(') + key + QLatin1Char(')')),
                 qPrintable(button->toolTip()));
    }
    QVERIFY(keys >= 19);
    QStringList known;
    for (const auto *action : m_view->actions()) {
        const QString key = action->shortcut().toString();
        QVERIFY2(!known.contains(key), qPrintable(key)); // no key means two things
        known << key;
    }
}

QTEST_MAIN(TestComparison)
#include "tst_comparison.moc"
