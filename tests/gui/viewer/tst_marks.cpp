// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/comparisonview.h"
#include "widgets/viewer/markoverlay.h"

#include <QAction>
#include <QLineEdit>
#include <QtTest>

#include <algorithm>

using namespace likeness;
using model::Mark;
using viewer::ComparisonView;
using viewer::PictureViewer;
using viewer::Side;

namespace
{

base::Picture plain(int width, int height, uchar value)
{
    return base::Picture(width, height, base::Picture::Format::Grey,
                         QByteArray(qsizetype(width) * height, char(value)));
}

bool isNear(const model::RelativePoint &a, const model::RelativePoint &b)
{
    return std::abs(a.x - b.x) < 1e-9 && std::abs(a.y - b.y) < 1e-9;
}

} // namespace

class TestMarks : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void pointsAreSetWithTheMouse();
    void aPointWaitsForItsPartner();
    void numbersAreOfPairs();
    void arrowAndBoxAreDragged();
    void aClickDrawsNoArrow();
    void textIsWritten();
    void emptyTextIsNoMark();
    void marksAreMovedWithTheMouse();
    void pointByKeys();
    void arrowByKeys();
    void markIsChosenMovedAndRemovedByKeys();
    void stepsAreUndone();
    void escapeGivesUpThenLeaves();
    void crossStaysInView();
    void marksFollowTheView();
    void turnedAndMirrored();
    void marksAreSeenOnAnyGround_data();
    void marksAreSeenOnAnyGround();
    void labelsStandBesideTheirPoints();
    void readOnlyTakesNothing();

private:
    const std::vector<Mark> &probe() const { return m_view->document()->marks(Side::Probe); }
    const std::vector<Mark> &portrait() const { return m_view->document()->marks(Side::Portrait); }
    void click(PictureViewer *viewer, const model::RelativePoint &at)
    {
        QTest::mouseClick(viewer, Qt::LeftButton, {}, viewer->toWidget(at).toPoint());
    }
    void drag(PictureViewer *viewer, const QPoint &from, const QPoint &to)
    {
        QTest::mousePress(viewer, Qt::LeftButton, {}, from);
        QTest::mouseMove(viewer, (from + to) / 2);
        QTest::mouseMove(viewer, to);
        QTest::mouseRelease(viewer, Qt::LeftButton, {}, to);
    }
    std::unique_ptr<ComparisonView> m_view;
};

void TestMarks::init()
{
    m_view = std::make_unique<ComparisonView>();
    m_view->resize(1000, 600);
    m_view->left()->setPicture(plain(400, 400, 60));
    m_view->right()->setPicture(plain(200, 200, 200));
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->left()->setFocus();
}

void TestMarks::pointsAreSetWithTheMouse()
{
    QTest::keyClick(m_view->left(), Qt::Key_P);
    QCOMPARE(m_view->left()->tool(), PictureViewer::Tool::Marks);
    QCOMPARE(m_view->right()->tool(), PictureViewer::Tool::Marks);
    const QPoint at(120, 90);
    QTest::mouseClick(m_view->left(), Qt::LeftButton, {}, at);
    QCOMPARE(probe().size(), size_t(1));
    QVERIFY(QLineF(m_view->left()->toWidget(probe()[0].from), at).length() < 1);
    QVERIFY(isNear(probe()[0].from, probe()[0].to));
    QVERIFY(portrait().empty());
    QTest::keyClick(m_view->left(), Qt::Key_P); // the same key gives the hand back
    QCOMPARE(m_view->left()->tool(), PictureViewer::Tool::Pan);
}

void TestMarks::aPointWaitsForItsPartner()
{
    m_view->setMarkKind(Mark::Kind::Point);
    click(m_view->left(), {0.3, 0.3});
    const auto waiting = m_view->document()->waiting(Mark::Kind::Point);
    QVERIFY(waiting && waiting->number == 1 && waiting->on == Side::Portrait);
    QVERIFY(m_view->right()->hasFocus());
    click(m_view->right(), {0.4, 0.4});
    QCOMPARE(portrait()[0].number, 1);
    QVERIFY(!m_view->document()->waiting(Mark::Kind::Point));
}

void TestMarks::numbersAreOfPairs()
{
    m_view->setMarkKind(Mark::Kind::Point);
    click(m_view->left(), {0.2, 0.2});
    click(m_view->left(), {0.4, 0.2});
    click(m_view->right(), {0.2, 0.2}); // the lowest that waits
    QCOMPARE(portrait()[0].number, 1);
    click(m_view->right(), {0.4, 0.2});
    QCOMPARE(portrait()[1].number, 2);
    click(m_view->right(), {0.6, 0.2}); // nobody waits: a new number, whose partner is the probe's
    QCOMPARE(portrait()[2].number, 3);
    click(m_view->left(), {0.6, 0.2});
    QCOMPARE(probe()[2].number, 3);
    m_view->document()->removeMark(Side::Probe, 0); // its partner waits again
    const auto waiting = m_view->document()->waiting(Mark::Kind::Point);
    QVERIFY(waiting && waiting->number == 1 && waiting->on == Side::Probe);
}

void TestMarks::arrowAndBoxAreDragged()
{
    m_view->setMarkKind(Mark::Kind::Arrow);
    drag(m_view->left(), {100, 100}, {180, 140});
    m_view->setMarkKind(Mark::Kind::Box);
    drag(m_view->left(), {60, 200}, {140, 260});
    QCOMPARE(probe().size(), size_t(2));
    QCOMPARE(probe()[0].kind, Mark::Kind::Arrow);
    QCOMPARE(probe()[0].number, 1);
    QVERIFY(QLineF(m_view->left()->toWidget(probe()[0].to), QPointF(180, 140)).length() < 1);
    QCOMPARE(probe()[1].kind, Mark::Kind::Box);
    QCOMPARE(probe()[1].number, 0); // boxes are of no pair
}

void TestMarks::aClickDrawsNoArrow()
{
    m_view->setMarkKind(Mark::Kind::Arrow);
    QTest::mouseClick(m_view->left(), Qt::LeftButton, {}, {100, 100});
    QVERIFY(probe().empty());
}

void TestMarks::textIsWritten()
{
    m_view->setMarkKind(Mark::Kind::Text);
    click(m_view->left(), {0.5, 0.5});
    auto *edit = m_view->left()->findChild<QLineEdit *>(QStringLiteral("markText"));
    QVERIFY(edit && edit->hasFocus());
    QTest::keyClicks(edit, QStringLiteral("scar, 2 parts")); // letters that are keys of tools elsewhere
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(probe().size(), size_t(1));
    QCOMPARE(probe()[0].text, QStringLiteral("scar, 2 parts"));
    QVERIFY(m_view->left()->hasFocus());
    QCOMPARE(m_view->markKind(), Mark::Kind::Text);
}

void TestMarks::emptyTextIsNoMark()
{
    m_view->setMarkKind(Mark::Kind::Text);
    click(m_view->left(), {0.5, 0.5});
    QTest::keyClick(m_view->left()->findChild<QLineEdit *>(), Qt::Key_Return);
    QVERIFY(probe().empty());
    click(m_view->left(), {0.3, 0.3});
    for (auto *edit : m_view->left()->findChildren<QLineEdit *>())
        if (edit->isVisible()) {
            QTest::keyClicks(edit, QStringLiteral("mole"));
            QTest::keyClick(edit, Qt::Key_Escape);
        }
    QVERIFY(probe().empty());
}

void TestMarks::marksAreMovedWithTheMouse()
{
    m_view->setMarkKind(Mark::Kind::Point);
    QTest::mouseClick(m_view->left(), Qt::LeftButton, {}, {120, 90});
    drag(m_view->left(), {124, 92}, {204, 142}); // taken beside its middle: it does not jump
    QCOMPARE(probe().size(), size_t(1));
    QVERIFY(QLineF(m_view->left()->toWidget(probe()[0].from), QPointF(200, 140)).length() < 1);
    QCOMPARE(probe()[0].number, 1);
    QTest::mouseClick(m_view->left(), Qt::LeftButton, {}, {200, 140}); // a click chooses it
    QCOMPARE(m_view->left()->focusedMark(), 0);
    QCOMPARE(probe().size(), size_t(1));
}

void TestMarks::pointByKeys()
{
    m_view->left()->setView({1, {0.5, 0.5}, 0});
    QTest::keyClick(m_view->left(), Qt::Key_P);
    QTest::keyClick(m_view->left(), Qt::Key_Right);
    QTest::keyClick(m_view->left(), Qt::Key_Up, Qt::ShiftModifier);
    QTest::keyClick(m_view->left(), Qt::Key_Return);
    QCOMPARE(probe().size(), size_t(1));
    QVERIFY(isNear(probe()[0].from, {0.5 + 1 / 400.0, 0.5 - 10 / 400.0}));
    QVERIFY(m_view->right()->hasFocus());
    QTest::keyClick(m_view->right(), Qt::Key_Return);
    QCOMPARE(portrait().size(), size_t(1));
    QCOMPARE(portrait()[0].number, 1);
}

void TestMarks::arrowByKeys()
{
    m_view->left()->setView({1, {0.5, 0.5}, 0});
    QTest::keyClick(m_view->left(), Qt::Key_A);
    QTest::keyClick(m_view->left(), Qt::Key_Return);
    QVERIFY(probe().empty()); // one end
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(m_view->left(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_view->left(), Qt::Key_Return);
    QCOMPARE(probe().size(), size_t(1));
    QVERIFY(isNear(probe()[0].from, {0.5, 0.5}));
    QVERIFY(isNear(probe()[0].to, {0.6, 0.5}));
}

void TestMarks::markIsChosenMovedAndRemovedByKeys()
{
    m_view->setMarkKind(Mark::Kind::Box);
    m_view->document()->addMark(Side::Probe, {Mark::Kind::Box, 0, {0.2, 0.2}, {0.4, 0.4}, {}, {}});
    m_view->document()->addMark(Side::Probe, {Mark::Kind::Point, 0, {0.6, 0.6}, {0.6, 0.6}, {}, {}});
    m_view->left()->setView({1, {0.5, 0.5}, 0});
    m_view->left()->setFocus();
    QTest::keyClick(m_view->left(), Qt::Key_Tab);
    QCOMPARE(m_view->left()->focusedMark(), 0);
    QTest::keyClick(m_view->left(), Qt::Key_Tab); // its other corner
    QCOMPARE(m_view->left()->focusedMark(), 0);
    QTest::keyClick(m_view->left(), Qt::Key_Left);
    QVERIFY(isNear(probe()[0].from, {0.2, 0.2}));
    QVERIFY(isNear(probe()[0].to, {0.4 - 1 / 400.0, 0.4}));
    QTest::keyClick(m_view->left(), Qt::Key_Tab);
    QCOMPARE(m_view->left()->focusedMark(), 1);
    QTest::keyClick(m_view->left(), Qt::Key_Return); // writes its text
    auto *edit = m_view->left()->findChild<QLineEdit *>(QStringLiteral("markText"));
    QVERIFY(edit && edit->hasFocus());
    QTest::keyClicks(edit, QStringLiteral("mole"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(probe()[1].text, QStringLiteral("mole"));
    QTest::keyClick(m_view->left(), Qt::Key_Delete);
    QCOMPARE(probe().size(), size_t(1));
    QTest::keyClick(m_view->left(), Qt::Key_Delete); // nothing is chosen: nothing goes
    QCOMPARE(probe().size(), size_t(1));
    m_view->left()->setFocus();
    QTest::keyClick(m_view->left(), Qt::Key_Tab);
    QTest::keyClick(m_view->left(), Qt::Key_Tab);
    QTest::keyClick(m_view->left(), Qt::Key_Tab); // behind the last mark Tab leaves the picture
    QVERIFY(!m_view->left()->hasFocus());
}

void TestMarks::stepsAreUndone()
{
    m_view->setMarkKind(Mark::Kind::Point);
    click(m_view->left(), {0.3, 0.3});
    click(m_view->right(), {0.3, 0.3});
    m_view->left()->setFocus();
    QTest::keyClick(m_view->left(), Qt::Key_Tab);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(m_view->left(), Qt::Key_Right);
    const model::RelativePoint moved = probe()[0].from;
    QTest::keyClick(m_view->left(), Qt::Key_Z, Qt::ControlModifier); // all five, which were one movement
    QVERIFY(probe()[0].from.x < moved.x - 4 / 400.0);
    QTest::keyClick(m_view->left(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(portrait().empty());
    QTest::keyClick(m_view->left(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(probe().empty());
    QTest::keyClick(m_view->left(), Qt::Key_Z, Qt::ControlModifier); // nothing is left
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(m_view->left(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(probe().size(), size_t(1));
    QVERIFY(isNear(probe()[0].from, moved));
    QCOMPARE(portrait().size(), size_t(1));
}

void TestMarks::escapeGivesUpThenLeaves()
{
    QTest::keyClick(m_view->left(), Qt::Key_A);
    QTest::keyClick(m_view->left(), Qt::Key_Return);
    QTest::keyClick(m_view->left(), Qt::Key_Escape); // the begun arrow
    QCOMPARE(m_view->markKind(), Mark::Kind::Arrow);
    QTest::keyClick(m_view->left(), Qt::Key_Escape);
    QVERIFY(!m_view->markKind());
    QCOMPARE(m_view->left()->tool(), PictureViewer::Tool::Pan);
    QVERIFY(probe().empty());
}

void TestMarks::crossStaysInView()
{
    m_view->left()->setView({8, {0.5, 0.5}, 0});
    QTest::keyClick(m_view->left(), Qt::Key_P);
    for (int i = 0; i < 12; ++i)
        QTest::keyClick(m_view->left(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_view->left(), Qt::Key_Return);
    QVERIFY(m_view->left()->canvasRect().contains(m_view->left()->toWidget(probe()[0].from)));
    QVERIFY(probe()[0].from.x > 0.7);
}

void TestMarks::marksFollowTheView()
{
    m_view->setMarkKind(Mark::Kind::Point);
    click(m_view->left(), {0.25, 0.75});
    const Mark before = probe()[0];
    m_view->left()->setView({3, {0.3, 0.7}, 40});
    m_view->left()->mirror();
    QCOMPARE(probe()[0], before); // the place is the picture's
}

void TestMarks::turnedAndMirrored()
{
    // Right on the screen stays right for keys and mouse, however the picture is turned.
    m_view->left()->setView({1, {0.5, 0.5}, 90});
    m_view->left()->mirror();
    QTest::keyClick(m_view->left(), Qt::Key_P);
    QTest::keyClick(m_view->left(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_view->left(), Qt::Key_Return);
    const QPointF middle = m_view->left()->canvasRect().center();
    QVERIFY(QLineF(m_view->left()->toWidget(probe()[0].from), middle + QPointF(10, 0)).length() < 1);
    m_view->setMarkKind(Mark::Kind::Point);
    QTest::mouseClick(m_view->left(), Qt::LeftButton, {}, {150, 120});
    QVERIFY(QLineF(m_view->left()->toWidget(probe().back().from), QPointF(150, 120)).length() < 1);
}

void TestMarks::marksAreSeenOnAnyGround_data()
{
    QTest::addColumn<int>("ground");
    for (const int ground : {0, 90, 128, 170, 255})
        QTest::addRow("%d", ground) << ground;
}

void TestMarks::marksAreSeenOnAnyGround()
{
    QFETCH(int, ground);
    m_view->left()->setPicture(plain(400, 400, uchar(ground)));
    m_view->left()->setView({1, {0.5, 0.5}, 0});
    m_view->document()->addMark(Side::Probe, {Mark::Kind::Point, 0, {0.5, 0.5}, {0.5, 0.5}, {}, {}});
    m_view->document()->addMark(Side::Probe, {Mark::Kind::Arrow, 0, {0.3, 0.3}, {0.4, 0.35}, {}, {}});
    m_view->right()->setFocus();
    const QImage seen = m_view->left()->grab().toImage();
    const QPoint middle = m_view->left()->toWidget({0.5, 0.5}).toPoint();
    int most = 0;
    for (int y = -12; y <= 12; ++y) {
        for (int x = -12; x <= 12; ++x) {
            const QRgb pixel = seen.pixel(middle + QPoint(x, y));
            most = std::max(most, std::abs(qGray(pixel) - ground));
            // Neutral: neither red nor green.
            QVERIFY(std::max({qRed(pixel), qGreen(pixel), qBlue(pixel)}) -
                        std::min({qRed(pixel), qGreen(pixel), qBlue(pixel)}) <
                    4);
        }
    }
    QVERIFY2(most > 80, qPrintable(QString::number(most)));
    QCOMPARE(qGray(seen.pixel(middle)), ground); // what is pointed at stays free
}

void TestMarks::labelsStandBesideTheirPoints()
{
    using viewer::overlay::LabelWish;
    const QRectF canvas(0, 0, 400, 300);
    std::vector<LabelWish> wishes;
    for (const QPointF &at : {QPointF(10, 10), QPointF(200, 150), QPointF(212, 158), QPointF(206, 170),
                              QPointF(395, 290), QPointF(395, 8)})
        wishes.push_back({at, 10, {30, 18}});
    const auto places = viewer::overlay::placeLabels(wishes, canvas);
    QCOMPARE(places.size(), wishes.size());
    for (size_t i = 0; i < places.size(); ++i) {
        QVERIFY(canvas.contains(places[i]));
        for (size_t j = 0; j < places.size(); ++j) {
            QVERIFY(!places[i].contains(wishes[j].anchor));
            QVERIFY(i == j || !places[i].intersects(places[j]));
        }
        QVERIFY(QLineF(places[i].center(), wishes[i].anchor).length() < 80);
    }
}

void TestMarks::readOnlyTakesNothing()
{
    m_view->setMarkKind(Mark::Kind::Point);
    click(m_view->left(), {0.3, 0.3});
    m_view->document()->setReadOnly(true);
    QVERIFY(!m_view->markKind());
    for (const QAction *action : m_view->actions())
        if (action->shortcut() == QKeySequence(Qt::Key_P))
            QVERIFY(!action->isEnabled());
    QTest::keyClick(m_view->left(), Qt::Key_P);
    click(m_view->left(), {0.5, 0.5});
    QTest::keyClick(m_view->left(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(probe().size(), size_t(1));
    m_view->document()->changeMark(Side::Probe, 0, {});
    m_view->document()->removeMark(Side::Probe, 0);
    QCOMPARE(probe().size(), size_t(1));
}

QTEST_MAIN(TestMarks)
#include "tst_marks.moc"
