// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/pictureviewer.h"
#include "widgets/viewer/viewertoolbar.h"

#include <QAction>
#include <QtTest>

#include <cmath>

using namespace likeness;
using viewer::PictureViewer;

namespace
{

/// Every pixel says where it is: red and green are x and y modulo 256, blue counts the blocks.
base::Picture coordinates(int width, int height)
{
    base::Picture picture(width, height, base::Picture::Format::Rgb);
    for (int y = 0; y < height; ++y) {
        uchar *line = picture.line(y);
        for (int x = 0; x < width; ++x) {
            line[3 * x] = uchar(x);
            line[3 * x + 1] = uchar(y);
            line[3 * x + 2] = uchar((x / 256) * 16 + y / 256);
        }
    }
    return picture;
}

QRgb colorAt(int x, int y)
{
    return qRgb(x & 255, y & 255, ((x / 256) * 16 + y / 256) & 255);
}

/// The picture pixel that must be seen at a screen pixel.
QPoint pixelUnder(const PictureViewer &viewer, int screenX, int screenY)
{
    const double scale = viewer.devicePixelRatioF();
    const model::RelativePoint at =
        viewer.toPicture(QPointF((screenX + 0.5) / scale, (screenY + 0.5) / scale));
    return {int(std::floor(at.x * viewer.pictureSize().width())),
            int(std::floor(at.y * viewer.pictureSize().height()))};
}

} // namespace

class TestViewer : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void everyScreenPixelIsOnePicturePixel_data();
    void everyScreenPixelIsOnePicturePixel();
    void smoothingIsAskedForAndSaid();
    void partialPaintIsTheSame();
    void wheelZoomsAtThePointer();
    void wheelStopsAtFullSize();
    void dragPans();
    void keysZoomPanAndTurn();
    void doubleClickFits();
    void fitFollowsTheSizeUntilMoved();
    void clickPicksTheSmallestBox();
    void boxIsDrawnWithTheMouse();
    void boxIsDrawnOnATurnedPicture();
    void aClickDrawsNoBox();
    void drawnBoxIsResized();
    void boxIsDrawnWithKeys();
    void eyesAreDragged();
    void eyesAreNudged();
    void tabGoesFromEyeToEye();
    void escapeLeavesATool();
    void toolBarFollowsTheTool();
    void largePictureIsRefinedAside();
    void anotherPictureReplacesOneThatIsStillRefined();
    void emptyTextIsShown();
    void focusIsVisible();
    void scaledDisplay();

private:
    std::unique_ptr<PictureViewer> m_viewer;
};

void TestViewer::init()
{
    m_viewer = std::make_unique<PictureViewer>();
    m_viewer->resize(600, 440);
    m_viewer->setPicture(coordinates(1200, 800));
    m_viewer->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_viewer.get()));
    m_viewer->setFocus();
}

void TestViewer::everyScreenPixelIsOnePicturePixel_data()
{
    QTest::addColumn<double>("zoom");
    QTest::addColumn<double>("degrees");
    QTest::addRow("100%%") << 1.0 << 0.0;
    QTest::addRow("200%%") << 2.0 << 0.0;
    QTest::addRow("400%%") << 4.0 << 0.0;
    QTest::addRow("3200%%") << 32.0 << 0.0;
    QTest::addRow("100%% on its side") << 1.0 << 90.0;
    QTest::addRow("400%% on its head") << 4.0 << 180.0;
}

void TestViewer::everyScreenPixelIsOnePicturePixel()
{
    QFETCH(double, zoom);
    QFETCH(double, degrees);
    m_viewer->setView({zoom, {0.37, 0.61}, degrees});
    const QImage seen = m_viewer->grab().toImage();
    const double scale = m_viewer->devicePixelRatioF();
    const QRectF canvas = m_viewer->canvasRect();
    int looked = 0;
    for (int y = 8; y < int((canvas.height() - 8) * scale); ++y) {
        for (int x = 8; x < int((canvas.width() - 8) * scale); ++x) {
            const QPoint pixel = pixelUnder(*m_viewer, x, y);
            if (!QRect(QPoint(), m_viewer->pictureSize()).contains(pixel))
                continue;
            ++looked;
            if (seen.pixel(x, y) != (colorAt(pixel.x(), pixel.y()) | 0xff000000))
                QFAIL(qPrintable(QStringLiteral("screen %1,%2 is not picture %3,%4: %5 for %6")
                                     .arg(x)
                                     .arg(y)
                                     .arg(pixel.x())
                                     .arg(pixel.y())
                                     .arg(seen.pixel(x, y), 0, 16)
                                     .arg(colorAt(pixel.x(), pixel.y()), 0, 16)));
        }
    }
    QVERIFY(looked > 100'000);
}

void TestViewer::smoothingIsAskedForAndSaid()
{
    m_viewer->setView({8, {0.5, 0.5}, 0});
    const QImage sharp = m_viewer->grab().toImage();
    m_viewer->setSmooth(true);
    const QImage smooth = m_viewer->grab().toImage();
    const QRect canvas = m_viewer->canvasRect().toRect().adjusted(4, 4, -4, -4);
    QVERIFY(sharp.copy(canvas) != smooth.copy(canvas));
    // The label stands in the status line, in the right half.
    const QRect label(sharp.width() / 2, canvas.bottom() + 5, sharp.width() / 2,
                      sharp.height() - canvas.bottom() - 8);
    QVERIFY(sharp.copy(label) != smooth.copy(label));
    m_viewer->setView({0.5, {0.5, 0.5}, 0}); // nothing is enlarged, nothing is to be said
    const QImage smallSmooth = m_viewer->grab().toImage();
    m_viewer->setSmooth(false);
    QCOMPARE(smallSmooth, m_viewer->grab().toImage());
}

void TestViewer::partialPaintIsTheSame()
{
    for (const double zoom : {0.3, 1.0, 4.0}) {
        m_viewer->setView({zoom, {0.4, 0.4}, 0});
        const QImage whole = m_viewer->grab().toImage();
        const QRect part(150, 120, 90, 70);
        const double scale = m_viewer->devicePixelRatioF();
        const QImage grabbed = m_viewer->grab(part).toImage();
        const QImage cut = whole.copy(QRect(part.topLeft() * scale, part.size() * scale));
        QCOMPARE(grabbed.convertToFormat(QImage::Format_RGB32), cut.convertToFormat(QImage::Format_RGB32));
    }
}

void TestViewer::wheelZoomsAtThePointer()
{
    m_viewer->setView({2, {0.5, 0.5}, 0});
    const QPointF pointer(100, 300);
    const model::RelativePoint before = m_viewer->toPicture(pointer);
    QSignalSpy changed(m_viewer.get(), &PictureViewer::viewChanged);
    QWheelEvent wheel(pointer, m_viewer->mapToGlobal(pointer), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_viewer.get(), &wheel);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_viewer->view().zoom, 2.5);
    const QPointF after = m_viewer->toWidget(before);
    QVERIFY(QLineF(after, pointer).length() < 1);
}

void TestViewer::wheelStopsAtFullSize()
{
    m_viewer->setView({0.9, {0.5, 0.5}, 0});
    QWheelEvent wheel(QPointF(50, 50), QPointF(50, 50), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_viewer.get(), &wheel);
    QCOMPARE(m_viewer->view().zoom, 1.0);
}

void TestViewer::dragPans()
{
    m_viewer->setView({1, {0.5, 0.5}, 0});
    const model::RelativePoint held = m_viewer->toPicture({200, 200});
    QTest::mousePress(m_viewer.get(), Qt::LeftButton, {}, {200, 200});
    QTest::mouseMove(m_viewer.get(), {230, 180});
    QTest::mouseMove(m_viewer.get(), {260, 170});
    QTest::mouseRelease(m_viewer.get(), Qt::LeftButton, {}, {260, 170});
    QVERIFY(QLineF(m_viewer->toWidget(held), QPointF(260, 170)).length() < 1);
}

void TestViewer::keysZoomPanAndTurn()
{
    QTest::keyClick(m_viewer.get(), Qt::Key_1);
    QCOMPARE(m_viewer->view().zoom, 1.0);
    QTest::keyClick(m_viewer.get(), Qt::Key_Plus);
    QCOMPARE(m_viewer->view().zoom, 2.0);
    QTest::keyClick(m_viewer.get(), Qt::Key_Minus);
    QTest::keyClick(m_viewer.get(), Qt::Key_Minus);
    QCOMPARE(m_viewer->view().zoom, 2.0 / 3);
    const double x = m_viewer->view().center.x;
    QTest::keyClick(m_viewer.get(), Qt::Key_Right);
    QVERIFY(m_viewer->view().center.x > x);
    QTest::keyClick(m_viewer.get(), Qt::Key_BracketRight);
    QCOMPARE(m_viewer->view().degrees, 1.0);
    QTest::keyClick(m_viewer.get(), Qt::Key_BraceLeft, Qt::ShiftModifier);
    QCOMPARE(m_viewer->view().degrees, -89.0);
    QTest::keyClick(m_viewer.get(), Qt::Key_0);
    QCOMPARE(m_viewer->view().degrees, 0.0);
    QVERIFY(m_viewer->view().zoom < 2.0 / 3);
    QVERIFY(m_viewer->statusText().contains(QStringLiteral("%")));
}

void TestViewer::doubleClickFits()
{
    const viewer::View fit = m_viewer->view();
    m_viewer->setView({3, {0.1, 0.1}, 5});
    QTest::mouseDClick(m_viewer.get(), Qt::LeftButton, {}, {100, 100});
    QCOMPARE(m_viewer->view(), fit);
}

void TestViewer::fitFollowsTheSizeUntilMoved()
{
    const double before = m_viewer->view().zoom;
    m_viewer->resize(300, 220);
    QTRY_VERIFY(m_viewer->view().zoom < before);
    m_viewer->setView({0.8, {0.5, 0.5}, 0});
    m_viewer->resize(500, 400);
    QTRY_COMPARE(m_viewer->width(), 500);
    QCOMPARE(m_viewer->view().zoom, 0.8);
}

void TestViewer::clickPicksTheSmallestBox()
{
    m_viewer->setBoxes(
        {{{0.1, 0.1, 0.8, 0.8}, QStringLiteral("1")}, {{0.4, 0.4, 0.2, 0.2}, QStringLiteral("2")}});
    QSignalSpy picked(m_viewer.get(), &PictureViewer::boxPicked);
    QTest::mouseClick(m_viewer.get(), Qt::LeftButton, {}, m_viewer->toWidget({0.5, 0.5}).toPoint());
    QTest::mouseClick(m_viewer.get(), Qt::LeftButton, {}, m_viewer->toWidget({0.2, 0.2}).toPoint());
    QTest::mouseClick(m_viewer.get(), Qt::LeftButton, {}, m_viewer->toWidget({0.95, 0.95}).toPoint());
    QCOMPARE(picked.count(), 2);
    QCOMPARE(picked.at(0).at(0).toInt(), 1);
    QCOMPARE(picked.at(1).at(0).toInt(), 0);
}

void TestViewer::boxIsDrawnWithTheMouse()
{
    m_viewer->setTool(PictureViewer::Tool::Box);
    QSignalSpy drawn(m_viewer.get(), &PictureViewer::boxDrawn);
    const QPoint from = m_viewer->toWidget({0.6, 0.7}).toPoint();
    const QPoint to = m_viewer->toWidget({0.25, 0.5}).toPoint(); // against the direction of reading
    QTest::mousePress(m_viewer.get(), Qt::LeftButton, {}, from);
    QTest::mouseMove(m_viewer.get(), (from + to) / 2);
    QTest::mouseMove(m_viewer.get(), to);
    QTest::mouseRelease(m_viewer.get(), Qt::LeftButton, {}, to);
    QCOMPARE(drawn.count(), 1);
    const auto box = drawn.at(0).at(0).value<model::RelativeRect>();
    QVERIFY(box.isValid());
    QVERIFY(std::abs(box.x - 0.25) < 0.003);
    QVERIFY(std::abs(box.y - 0.5) < 0.003);
    QVERIFY(std::abs(box.right() - 0.6) < 0.003);
    QVERIFY(std::abs(box.bottom() - 0.7) < 0.003);
}

void TestViewer::boxIsDrawnOnATurnedPicture()
{
    m_viewer->rotateBy(90);
    m_viewer->setTool(PictureViewer::Tool::Box);
    QSignalSpy drawn(m_viewer.get(), &PictureViewer::boxDrawn);
    const QPoint from = m_viewer->toWidget({0.4, 0.4}).toPoint();
    const QPoint to = m_viewer->toWidget({0.5, 0.6}).toPoint();
    QTest::mousePress(m_viewer.get(), Qt::LeftButton, {}, from);
    QTest::mouseMove(m_viewer.get(), to);
    QTest::mouseRelease(m_viewer.get(), Qt::LeftButton, {}, to);
    const auto box = drawn.at(0).at(0).value<model::RelativeRect>();
    QVERIFY(std::abs(box.x - 0.4) < 0.004);
    QVERIFY(std::abs(box.bottom() - 0.6) < 0.004);
}

void TestViewer::aClickDrawsNoBox()
{
    m_viewer->setTool(PictureViewer::Tool::Box);
    QSignalSpy drawn(m_viewer.get(), &PictureViewer::boxDrawn);
    QTest::mouseClick(m_viewer.get(), Qt::LeftButton, {}, {200, 200});
    QCOMPARE(drawn.count(), 0);
}

void TestViewer::drawnBoxIsResized()
{
    m_viewer->setBoxes({{{0.3, 0.3, 0.2, 0.3}, QStringLiteral("1"), true}});
    m_viewer->setChosenBox(0);
    m_viewer->setTool(PictureViewer::Tool::Box);
    QSignalSpy resized(m_viewer.get(), &PictureViewer::boxResized);
    QSignalSpy drawn(m_viewer.get(), &PictureViewer::boxDrawn);
    const QPoint corner = m_viewer->toWidget({0.5, 0.6}).toPoint();
    QTest::mousePress(m_viewer.get(), Qt::LeftButton, {}, corner);
    QTest::mouseMove(m_viewer.get(), m_viewer->toWidget({0.7, 0.8}).toPoint());
    QTest::mouseRelease(m_viewer.get(), Qt::LeftButton, {}, m_viewer->toWidget({0.7, 0.8}).toPoint());
    QCOMPARE(drawn.count(), 0);
    QCOMPARE(resized.count(), 1);
    QCOMPARE(resized.at(0).at(0).toInt(), 0);
    const auto box = resized.at(0).at(1).value<model::RelativeRect>();
    QCOMPARE(box.x, 0.3);
    QVERIFY(std::abs(box.right() - 0.7) < 0.004);
    QVERIFY(std::abs(box.bottom() - 0.8) < 0.004);
}

void TestViewer::boxIsDrawnWithKeys()
{
    m_viewer->setTool(PictureViewer::Tool::Box);
    QSignalSpy drawn(m_viewer.get(), &PictureViewer::boxDrawn);
    QTest::keyClick(m_viewer.get(), Qt::Key_Return);
    QTest::keyClick(m_viewer.get(), Qt::Key_Left);
    QTest::keyClick(m_viewer.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(drawn.count(), 0);
    QTest::keyClick(m_viewer.get(), Qt::Key_Return);
    QCOMPARE(drawn.count(), 1);
    const auto box = drawn.at(0).at(0).value<model::RelativeRect>();
    QVERIFY(box.isValid());
    const double step = std::max(1.0, 4 / m_viewer->view().zoom) / 1200;
    QVERIFY(std::abs((box.x + (box.width - step) / 2) - (0.5 - step)) < 1e-6);
}

void TestViewer::eyesAreDragged()
{
    m_viewer->setEyes(model::EyePoints{{0.4, 0.4}, {0.6, 0.4}});
    m_viewer->setTool(PictureViewer::Tool::Eyes);
    QSignalSpy moved(m_viewer.get(), &PictureViewer::eyesMoved);
    QSignalSpy released(m_viewer.get(), &PictureViewer::eyesReleased);
    const QPoint from = m_viewer->toWidget({0.6, 0.4}).toPoint();
    QTest::mousePress(m_viewer.get(), Qt::LeftButton, {}, from);
    QTest::mouseMove(m_viewer.get(), from + QPoint(10, 5));
    QTest::mouseMove(m_viewer.get(), from + QPoint(30, 15));
    QTest::mouseRelease(m_viewer.get(), Qt::LeftButton, {}, from + QPoint(30, 15));
    QVERIFY(moved.count() >= 2);
    QCOMPARE(released.count(), 1);
    const auto eyes = released.at(0).at(0).value<model::EyePoints>();
    QCOMPARE(eyes.left.x, 0.4);
    const double perPixel = m_viewer->devicePixelRatioF() / m_viewer->view().zoom;
    QVERIFY(std::abs(eyes.right.x - (0.6 + 30 * perPixel / 1200)) < 1e-6);
    QVERIFY(std::abs(eyes.right.y - (0.4 + 15 * perPixel / 800)) < 1e-6);
}

void TestViewer::eyesAreNudged()
{
    m_viewer->setEyes(model::EyePoints{{0.4, 0.4}, {0.6, 0.4}});
    m_viewer->setTool(PictureViewer::Tool::Eyes);
    QSignalSpy released(m_viewer.get(), &PictureViewer::eyesReleased);
    QTest::keyClick(m_viewer.get(), Qt::Key_Right);
    QTest::keyClick(m_viewer.get(), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(released.count(), 2);
    const auto eyes = released.at(1).at(0).value<model::EyePoints>();
    QVERIFY(std::abs(eyes.left.x - (0.4 + 1.0 / 1200)) < 1e-9);
    QVERIFY(std::abs(eyes.left.y - (0.4 + 5.0 / 800)) < 1e-9);
    QCOMPARE(eyes.right, (model::RelativePoint{0.6, 0.4}));
}

void TestViewer::tabGoesFromEyeToEye()
{
    m_viewer->setEyes(model::EyePoints{{0.4, 0.4}, {0.6, 0.4}});
    m_viewer->setTool(PictureViewer::Tool::Eyes);
    QSignalSpy released(m_viewer.get(), &PictureViewer::eyesReleased);
    QTest::keyClick(m_viewer.get(), Qt::Key_Tab);
    QTest::keyClick(m_viewer.get(), Qt::Key_Left);
    const auto eyes = released.at(0).at(0).value<model::EyePoints>();
    QCOMPARE(eyes.left.x, 0.4);
    QVERIFY(eyes.right.x < 0.6);
}

void TestViewer::escapeLeavesATool()
{
    m_viewer->setTool(PictureViewer::Tool::Box);
    QTest::keyClick(m_viewer.get(), Qt::Key_Return);
    QTest::keyClick(m_viewer.get(), Qt::Key_Escape); // first the box that was begun
    QCOMPARE(m_viewer->tool(), PictureViewer::Tool::Box);
    QTest::keyClick(m_viewer.get(), Qt::Key_Escape);
    QCOMPARE(m_viewer->tool(), PictureViewer::Tool::Pan);
}

void TestViewer::toolBarFollowsTheTool()
{
    viewer::ViewerToolBar bar(m_viewer.get(), {PictureViewer::Tool::Box, PictureViewer::Tool::Eyes});
    QAction *box = bar.toolAction(PictureViewer::Tool::Box);
    QVERIFY(box);
    QVERIFY2(!box->icon().isNull(), "the icons are not compiled in");
    box->trigger();
    QCOMPARE(m_viewer->tool(), PictureViewer::Tool::Box);
    m_viewer->setTool(PictureViewer::Tool::Pan);
    QVERIFY(!box->isChecked());
    QVERIFY(bar.toolAction(PictureViewer::Tool::Pan)->isChecked());
}

void TestViewer::largePictureIsRefinedAside()
{
    m_viewer->setPicture(coordinates(4000, 3000));
    QVERIFY(!m_viewer->isRefined());
    QSignalSpy refined(m_viewer.get(), &PictureViewer::refined);
    const QImage early = m_viewer->grab().toImage(); // and it is seen at once all the same
    QVERIFY(early.pixel(300, 200) != early.pixel(300, 210));
    QVERIFY(refined.wait());
    QVERIFY(m_viewer->isRefined());
}

void TestViewer::anotherPictureReplacesOneThatIsStillRefined()
{
    m_viewer->setPicture(coordinates(4000, 3000));
    m_viewer->setPicture(coordinates(600, 400));
    QVERIFY(m_viewer->isRefined());
    QTest::qWait(0);
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    m_viewer->setView({1, {0.5, 0.5}, 0});
    const QPoint pixel = pixelUnder(*m_viewer, 200, 200);
    QCOMPARE(m_viewer->grab().toImage().pixel(200, 200), colorAt(pixel.x(), pixel.y()) | 0xff000000);
}

void TestViewer::emptyTextIsShown()
{
    m_viewer->setPicture({});
    const QImage without = m_viewer->grab().toImage();
    m_viewer->setEmptyText(QStringLiteral("Choose an evidence item at the left."));
    QVERIFY(without != m_viewer->grab().toImage());
    QVERIFY(m_viewer->accessibleName().contains(QStringLiteral("Choose an evidence item")));
    QTest::keyClick(m_viewer.get(), Qt::Key_Plus); // and nothing to do
    QTest::mouseClick(m_viewer.get(), Qt::LeftButton, {}, {100, 100});
}

void TestViewer::focusIsVisible()
{
    const QImage focused = m_viewer->grab().toImage();
    m_viewer->clearFocus();
    QVERIFY(focused.pixel(1, 100) != m_viewer->grab().toImage().pixel(1, 100));
}

void TestViewer::scaledDisplay()
{
    if (qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
        QSKIP("this is the scaled run");
    // The scale of a display is fixed when a program starts: the same tests run in another one.
    for (const char *scale : {"2", "1.5"}) {
        QProcess again;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QLatin1String(scale));
        again.setProcessEnvironment(environment);
        again.setProcessChannelMode(QProcess::MergedChannels);
        again.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("everyScreenPixelIsOnePicturePixel"),
                     QStringLiteral("wheelZoomsAtThePointer"), QStringLiteral("dragPans"),
                     QStringLiteral("eyesAreDragged")});
        QVERIFY(again.waitForFinished(120'000));
        const QByteArray output = again.readAll();
        QVERIFY2(again.exitCode() == 0, output.constData());
    }
}

QTEST_MAIN(TestViewer)
#include "tst_viewer.moc"
