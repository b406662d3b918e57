// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/imaging.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace likeness;
using base::ErrorCode;
using base::Picture;
using model::RelativeRect;

namespace {

/// Every pixel differs from its neighbours; `seed` makes another such picture.
Picture noise(int width, int height, Picture::Format format, quint32 seed = 1)
{
    Picture picture(width, height, format);
    for (int y = 0; y < height; ++y) {
        for (qsizetype i = 0; i < picture.bytesPerLine(); ++i) {
            seed = seed * 1664525u + 1013904223u;
            picture.line(y)[i] = uchar(seed >> 24);
        }
    }
    return picture;
}

QByteArray pixel(const Picture &picture, int x, int y)
{
    return QByteArray(reinterpret_cast<const char *>(picture.line(y)) + x * picture.channels(),
                      picture.channels());
}

bool inside(const RelativeRect &keep, const Picture &picture, int x, int y)
{
    return x + 1 > keep.x * picture.width() + 1e-6 && x < keep.right() * picture.width() - 1e-6 &&
           y + 1 > keep.y * picture.height() + 1e-6 && y < keep.bottom() * picture.height() - 1e-6;
}

} // namespace

class TestImaging : public QObject
{
    Q_OBJECT

private slots:
    void cropTakesWholePixels()
    {
        const Picture picture = noise(10, 8, Picture::Format::Rgb);
        // 1.5 .. 4.5 by 2 .. 5: outward to 1 .. 5 by 2 .. 5.
        const auto cropped = imaging::crop(picture, {0.15, 0.25, 0.3, 0.375});
        QVERIFY(cropped.has_value());
        QCOMPARE(cropped->width(), 4);
        QCOMPARE(cropped->height(), 3);
        for (int y = 0; y < 3; ++y)
            for (int x = 0; x < 4; ++x)
                QCOMPARE(pixel(*cropped, x, y), pixel(picture, x + 1, y + 2));
    }

    void cropForgivesRounding()
    {
        // (0.1 + 0.2) * 10 is 3.0000000000000004: still three pixels.
        const auto cropped = imaging::crop(noise(10, 10, Picture::Format::Grey), {0.1, 0, 0.2, 1});
        QVERIFY(cropped.has_value());
        QCOMPARE(cropped->width(), 2);
        const auto all = imaging::crop(noise(7, 5, Picture::Format::Grey), {0, 0, 1, 1});
        QCOMPARE(all->width(), 7);
        QCOMPARE(all->height(), 5);
        // Smaller than a pixel, at the border: one pixel.
        const auto dot = imaging::crop(noise(7, 5, Picture::Format::Grey), {1 - 1e-8, 1 - 1e-8, 1e-8, 1e-8});
        QVERIFY(dot.has_value());
        QCOMPARE(dot->byteCount(), 1);
    }

    void refusesSenselessRegions_data()
    {
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("width");
        QTest::newRow("outside") << 0.5 << 0.6;
        QTest::newRow("negative") << -0.1 << 0.5;
        QTest::newRow("empty") << 0.5 << 0.0;
        QTest::newRow("not a number") << 0.1 << std::nan("");
    }
    void refusesSenselessRegions()
    {
        QFETCH(double, x);
        QFETCH(double, width);
        const Picture picture = noise(20, 20, Picture::Format::Grey);
        const RelativeRect region{x, 0.1, width, 0.5};
        QCOMPARE(imaging::crop(picture, region).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(imaging::pixelateOutside(picture, region).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(imaging::crop({}, {0, 0, 1, 1}).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(imaging::pixelateOutside({}, std::nullopt).error().code, ErrorCode::InvalidArgument);
    }

    void thumbnailFits_data()
    {
        QTest::addColumn<QSize>("from");
        QTest::addColumn<QSize>("box");
        QTest::addColumn<QSize>("expected");
        QTest::newRow("wide") << QSize(400, 200) << QSize(100, 100) << QSize(100, 50);
        QTest::newRow("tall") << QSize(200, 400) << QSize(100, 100) << QSize(50, 100);
        QTest::newRow("never larger") << QSize(30, 20) << QSize(100, 100) << QSize(30, 20);
        QTest::newRow("very narrow") << QSize(1, 1000) << QSize(10, 10) << QSize(1, 10);
    }
    void thumbnailFits()
    {
        QFETCH(QSize, from);
        QFETCH(QSize, box);
        QFETCH(QSize, expected);
        for (const auto format : {Picture::Format::Grey, Picture::Format::Rgb}) {
            const Picture small =
                imaging::thumbnail(noise(from.width(), from.height(), format), box.width(), box.height());
            QCOMPARE(QSize(small.width(), small.height()), expected);
            QCOMPARE(small.format(), format);
        }
        QVERIFY(imaging::thumbnail({}, 10, 10).isNull());
    }

    void thumbnailAveragesAreas()
    {
        // One-pixel stripes of black and white must become grey, in the right channel.
        Picture stripes(64, 64, Picture::Format::Rgb);
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; x += 2)
                stripes.line(y)[x * 3] = 255;
        const Picture small = imaging::thumbnail(stripes, 16, 16);
        for (int y = 0; y < 16; ++y) {
            for (int x = 0; x < 16; ++x) {
                QVERIFY(qAbs(small.line(y)[x * 3] - 127) <= 1);
                QCOMPARE(int(small.line(y)[x * 3 + 1]), 0);
            }
        }
    }

    void pixelateKeepsTheRegionAlone_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<QList<double>>("keep");
        QTest::newRow("middle") << 480 << 320 << QList<double>{0.3, 0.3, 0.2, 0.25};
        QTest::newRow("corner") << 480 << 320 << QList<double>{0, 0, 0.1, 0.1};
        QTest::newRow("one pixel more than blocks") << 481 << 321 << QList<double>{0.5, 0.5, 0.5, 0.5};
        QTest::newRow("all but the last column") << 100 << 100 << QList<double>{0, 0, 0.99, 1};
        QTest::newRow("all but the first pixel's row")
            << 97 << 33 << QList<double>{0, 1.0 / 33, 1, 32.0 / 33};
        QTest::newRow("large") << 2000 << 1500 << QList<double>{0.41, 0.37, 0.11, 0.13};
    }
    void pixelateKeepsTheRegionAlone()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(QList<double>, keep);
        const RelativeRect region{keep[0], keep[1], keep[2], keep[3]};
        const int block = qMax(16, qMax(width, height) / 24);
        for (const auto format : {Picture::Format::Grey, Picture::Format::Rgb}) {
            const Picture picture = noise(width, height, format);
            const auto result = imaging::pixelateOutside(picture, region);
            QVERIFY(result.has_value());
            std::set<QByteArray> colours;
            for (int y = 0; y < height; ++y) {
                for (int x = 0; x < width; ++x) {
                    if (inside(region, picture, x, y))
                        QVERIFY2(pixel(*result, x, y) == pixel(picture, x, y), "a kept pixel changed");
                    else
                        colours.insert(pixel(*result, x, y));
                }
            }
            // One colour a block: as many as blocks fit, where noise had one a pixel.
            QVERIFY(qsizetype(colours.size()) <= qMax(1, width / block) * qMax(1, height / block));
        }
    }

    void pixelateForgetsDetail()
    {
        // Two pictures that differ only in how the outside is arranged within blocks become the same.
        constexpr int side = 384; // 24 blocks of 16
        const RelativeRect region{0.25, 0.25, 0.5, 0.5};
        const Picture picture = noise(side, side, Picture::Format::Rgb);
        Picture shuffled = picture;
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x)
                if (!inside(region, picture, x, y))
                    for (int c = 0; c < 3; ++c)
                        shuffled.line(y)[x * 3 + c] =
                            picture.line(y / 16 * 16 + 15 - y % 16)[(x / 16 * 16 + 15 - x % 16) * 3 + c];
        QVERIFY(shuffled != picture);
        QVERIFY(*imaging::pixelateOutside(shuffled, region) == *imaging::pixelateOutside(picture, region));
    }

    void keptPixelsDoNotLeakIntoBlocks()
    {
        // The region cuts through blocks; what it holds must not tint what lies around it.
        const RelativeRect region{0.26, 0.26, 0.4, 0.4};
        const Picture dark(400, 400, Picture::Format::Grey);
        Picture lit = dark;
        for (int y = 0; y < 400; ++y)
            for (int x = 0; x < 400; ++x)
                if (inside(region, dark, x, y))
                    lit.line(y)[x] = 255;
        QVERIFY(*imaging::pixelateOutside(lit, region) == lit);
    }

    void withoutARegionAllIsPixelated()
    {
        const auto result = imaging::pixelateOutside(noise(64, 64, Picture::Format::Grey), std::nullopt);
        QVERIFY(result.has_value());
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; ++x)
                QCOMPARE(pixel(*result, x, y), pixel(*result, x / 16 * 16, y / 16 * 16));
    }

    void fewPixelsSurviveAsNoColour()
    {
        // A single pixel outside is mid-grey, and not itself.
        Picture picture(2, 1, Picture::Format::Grey);
        picture.line(0)[0] = 7;
        picture.line(0)[1] = 250;
        const auto result = imaging::pixelateOutside(picture, RelativeRect{0, 0, 0.5, 1});
        QCOMPARE(int(result->line(0)[0]), 7);
        QCOMPARE(int(result->line(0)[1]), 128);
        QCOMPARE(*imaging::pixelateOutside(picture, RelativeRect{0, 0, 1, 1}) == picture, true);
    }

    void grownStaysInside()
    {
        const RelativeRect region = imaging::grown({0.4, 0.4, 0.2, 0.1}, 0.5);
        QVERIFY(qAbs(region.x - 0.3) < 1e-12 && qAbs(region.width - 0.4) < 1e-12);
        QVERIFY(qAbs(region.y - 0.35) < 1e-12 && qAbs(region.height - 0.2) < 1e-12);
        const RelativeRect all = imaging::grown({0.1, 0.2, 0.8, 0.7}, 3);
        QCOMPARE(all, (RelativeRect{0, 0, 1, 1}));
        QVERIFY(imaging::grown({0.9, 0.9, 0.1, 0.1}, 0.3).isValid());
        QCOMPARE(imaging::grown({0.25, 0.25, 0.5, 0.5}, 0), (RelativeRect{0.25, 0.25, 0.5, 0.5}));
    }
};

QTEST_GUILESS_MAIN(TestImaging)
#include "tst_imaging.moc"
