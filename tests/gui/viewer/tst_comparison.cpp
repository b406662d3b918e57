// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/comparisonview.h"
#include "widgets/viewer/wipedivider.h"

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

QTEST_MAIN(TestComparison)
#include "tst_comparison.moc"
