// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/viewtransform.h"

#include <QtTest>

#include <cmath>

using namespace likeness;
using viewer::View;
using viewer::ViewTransform;

class TestViewTransform : public QObject
{
    Q_OBJECT
private slots:
    void fullSizeIsOnePixelPerScreenPixel_data();
    void fullSizeIsOnePixelPerScreenPixel();
    void pixelsLieOnScreenPixels();
    void thereAndBack();
    void fitShowsAll();
    void enlargedFitIsWhole();
    void fitOfATurnedPictureShowsAll();
    void zoomHoldsThePointUnderThePointer_data();
    void zoomHoldsThePointUnderThePointer();
    void zoomHasEnds();
    void panFollowsTheHand();
    void panStaysOnThePicture();
    void turnsAddUp();
    void stops();
};

void TestViewTransform::fullSizeIsOnePixelPerScreenPixel_data()
{
    QTest::addColumn<double>("scale");
    for (double scale : {1.0, 1.25, 1.5, 1.75, 2.0, 3.0})
        QTest::addRow("%.2f", scale) << scale;
}

void TestViewTransform::fullSizeIsOnePixelPerScreenPixel()
{
    QFETCH(double, scale);
    const ViewTransform transform({1000, 800}, {641, 479}, scale, {1, {0.5, 0.5}, 0});
    const QPointF a = transform.toCanvas().map(QPointF(100, 100));
    const QPointF b = transform.toCanvas().map(QPointF(101, 102));
    QVERIFY(std::abs((b.x() - a.x()) * scale - 1) < 1e-9);
    QVERIFY(std::abs((b.y() - a.y()) * scale - 2) < 1e-9);
}

void TestViewTransform::pixelsLieOnScreenPixels()
{
    // Odd sizes put the middle of the canvas between two pixels; the picture must not lie between, too.
    for (double degrees : {0.0, 90.0, 180.0, -90.0}) {
        for (double scale : {1.0, 1.5, 2.0}) {
            const ViewTransform transform({333, 222}, {641, 479}, scale, {4, {0.3333, 0.777}, degrees});
            const QPointF corner = transform.toCanvas().map(QPointF(7, 11)) * scale;
            QVERIFY2(std::abs(corner.x() - std::round(corner.x())) < 1e-6,
                     qPrintable(QString::number(corner.x())));
            QVERIFY(std::abs(corner.y() - std::round(corner.y())) < 1e-6);
        }
    }
}

void TestViewTransform::thereAndBack()
{
    const ViewTransform transform({1920, 1280}, {800, 600}, 1.5, {2.7, {0.2, 0.9}, 33});
    for (double x : {0.0, 0.25, 1.0}) {
        for (double y : {0.0, 0.6, 1.0}) {
            const model::RelativePoint back = transform.unmap(transform.map(model::RelativePoint{x, y}));
            QVERIFY(std::abs(back.x - x) < 1e-9);
            QVERIFY(std::abs(back.y - y) < 1e-9);
        }
    }
}

void TestViewTransform::fitShowsAll()
{
    const ViewTransform transform({1920, 1280}, {640, 480}, 1, {});
    const View fit = transform.showing({0, 0, 1, 1});
    QCOMPARE(fit.zoom, 640.0 / 1920);
    const QRectF shown =
        ViewTransform({1920, 1280}, {640, 480}, 1, fit).map(model::RelativeRect{0, 0, 1, 1}).boundingRect();
    QVERIFY(QRectF(-0.51, -0.51, 641.02, 481.02).contains(shown));
}

void TestViewTransform::enlargedFitIsWhole()
{
    const ViewTransform transform({150, 150}, {640, 480}, 1, {});
    QCOMPARE(transform.showing({0, 0, 1, 1}).zoom, 3.0); // 3.2 would make pixels of two sizes
}

void TestViewTransform::fitOfATurnedPictureShowsAll()
{
    for (double degrees : {90.0, 30.0, -45.0}) {
        const ViewTransform transform({1920, 1280}, {640, 480}, 1, {1, {0.5, 0.5}, degrees});
        const View fit = transform.showing({0, 0, 1, 1});
        QCOMPARE(fit.degrees, degrees);
        const QRectF shown = ViewTransform({1920, 1280}, {640, 480}, 1, fit)
                                 .map(model::RelativeRect{0, 0, 1, 1})
                                 .boundingRect();
        QVERIFY(QRectF(-0.51, -0.51, 641.02, 481.02).contains(shown));
        QVERIFY(shown.width() > 638 || shown.height() > 478); // and no smaller than need be
    }
}

void TestViewTransform::zoomHoldsThePointUnderThePointer_data()
{
    QTest::addColumn<double>("factor");
    QTest::addColumn<double>("degrees");
    QTest::addRow("in") << 1.25 << 0.0;
    QTest::addRow("out") << 0.5 << 0.0;
    QTest::addRow("in, turned") << 4.0 << 27.0;
    QTest::addRow("out, on its side") << 0.8 << 90.0;
}

void TestViewTransform::zoomHoldsThePointUnderThePointer()
{
    QFETCH(double, factor);
    QFETCH(double, degrees);
    const QSize picture(1920, 1280);
    const ViewTransform before(picture, {640, 480}, 1, {0.75, {0.4, 0.6}, degrees});
    const QPointF pointer(123, 321);
    const ViewTransform after(picture, {640, 480}, 1, before.zoomed(factor, pointer));
    QCOMPARE(after.view().zoom, 0.75 * factor);
    const QPointF moved = after.map(before.unmap(pointer)) - pointer;
    QVERIFY2(std::hypot(moved.x(), moved.y()) < 1, "more than a screen pixel off");
}

void TestViewTransform::zoomHasEnds()
{
    const ViewTransform transform({100, 100}, {640, 480}, 1, {});
    QCOMPARE(transform.zoomed(1e9, {0, 0}).zoom, ViewTransform::mostZoom);
    QCOMPARE(transform.zoomed(1e-9, {0, 0}).zoom, ViewTransform::leastZoom);
}

void TestViewTransform::panFollowsTheHand()
{
    const QSize picture(1920, 1280);
    for (double degrees : {0.0, 90.0, 40.0}) {
        const ViewTransform before(picture, {640, 480}, 2, {0.5, {0.5, 0.5}, degrees});
        const ViewTransform after(picture, {640, 480}, 2, before.panned({30, -20}));
        const QPointF moved =
            after.map(model::RelativePoint{0.5, 0.5}) - before.map(model::RelativePoint{0.5, 0.5});
        QVERIFY(std::abs(moved.x() - 30) < 1);
        QVERIFY(std::abs(moved.y() + 20) < 1);
    }
}

void TestViewTransform::panStaysOnThePicture()
{
    const ViewTransform transform({100, 100}, {640, 480}, 1, {});
    const View far = transform.panned({1e6, -1e6});
    QCOMPARE(far.center.x, 0.0);
    QCOMPARE(far.center.y, 1.0);
}

void TestViewTransform::turnsAddUp()
{
    View view;
    for (int i = 0; i < 4; ++i)
        view = ViewTransform({100, 100}, {640, 480}, 1, view).turned(90);
    QCOMPARE(view.degrees, 0.0);
    QCOMPARE(ViewTransform({1, 1}, {1, 1}, 1, {1, {0.5, 0.5}, 179}).turned(2).degrees, -179.0);
    QCOMPARE(ViewTransform({1, 1}, {1, 1}, 1, {1, {0.5, 0.5}, 90}).turned(90).degrees, 180.0);
}

void TestViewTransform::stops()
{
    QCOMPARE(ViewTransform::nextStop(0.4, true), 0.5);
    QCOMPARE(ViewTransform::nextStop(0.9, true), 1.0);
    QCOMPARE(ViewTransform::nextStop(1, true), 2.0);
    QCOMPARE(ViewTransform::nextStop(1, false), 2.0 / 3);
    QCOMPARE(ViewTransform::nextStop(1.4, false), 1.0);
    QCOMPARE(ViewTransform::nextStop(64, true), 64.0);
    QCOMPARE(ViewTransform::nextStop(1.0 / 128, false), 1.0 / 128);
}

QTEST_APPLESS_MAIN(TestViewTransform)
#include "tst_viewtransform.moc"
