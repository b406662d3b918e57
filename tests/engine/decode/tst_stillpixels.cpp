// SPDX-License-Identifier: GPL-3.0-or-later
// What a sound file becomes: its colours, its turn, its metadata.
#include "tests/engine/decode/decodebytes.h"
#include "tests/support/stillbytes.h"
#include "tests/support/testdata.h"

#include <QTest>
#include <QTransform>

using namespace likeness;
using base::Picture;
using tests::decodeBytes;
using tests::equal;
using tests::pixel;

namespace {

int difference(QRgb a, QRgb b)
{
    return qMax(qAbs(qRed(a) - qRed(b)), qMax(qAbs(qGreen(a) - qGreen(b)), qAbs(qBlue(a) - qBlue(b))));
}

/// Which of the colours of quadrants() stands near (x, y), both 0..1.
char colourAt(const Picture &picture, double x, double y)
{
    const QRgb p = pixel(picture, int(x * picture.width()), int(y * picture.height()));
    const bool r = qRed(p) > 128;
    const bool g = qGreen(p) > 128;
    const bool b = qBlue(p) > 128;
    return r && g && b ? 'w' : r && !g && !b ? 'r' : g && !r && !b ? 'g' : b && !r && !g ? 'b' : '?';
}

/// Top left, top right, bottom left, bottom right.
QByteArray corners(const Picture &picture)
{
    QByteArray colours;
    for (const double y : {0.25, 0.75})
        for (const double x : {0.25, 0.75})
            colours += colourAt(picture, x, y);
    return colours;
}

} // namespace

class TestStillPixels : public QObject
{
    Q_OBJECT

private slots:
    void losslessKindsKeepEveryPixel_data()
    {
        const QImage image = tests::quadrants(37, 23);
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("mediaType");
        QTest::newRow("png") << tests::encoded(image, "png") << "image/png";
        QTest::newRow("webp") << tests::encoded(image, "webp", 100) << "image/webp";
        QTest::newRow("bmp") << tests::encoded(image, "bmp") << "image/bmp";
        QTest::newRow("tiff") << tests::encoded(image, "tiff") << "image/tiff";
        QTest::newRow("plain tiff") << tests::tiffBytes(tests::tiffOf(image)) << "image/tiff";
        auto bigEndian = tests::tiffOf(image);
        bigEndian.bigEndian = true;
        QTest::newRow("big-endian tiff") << tests::tiffBytes(bigEndian) << "image/tiff";
        QTest::newRow("16 bit png") << tests::encoded(image.convertToFormat(QImage::Format_RGBX64), "png")
                                    << "image/png";
        QTest::newRow("animated png") << tests::animatedPng(image, image.mirrored()) << "image/png";
        QTest::newRow("animated webp") << tests::animatedWebP(image, image.mirrored()) << "image/webp";
    }
    void losslessKindsKeepEveryPixel()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, mediaType);
        const auto still = decodeBytes(bytes);
        QVERIFY2(still.has_value(), qPrintable(still ? QString() : still.error().detail));
        QCOMPARE(still->mediaType, mediaType);
        QCOMPARE(still->exifOrientation, 1);
        QVERIFY(equal(still->picture, tests::quadrants(37, 23)));
    }

    void lossyKindsStayClose()
    {
        const QImage image = tests::quadrants(64, 48);
        for (const QByteArray &bytes : {tests::encoded(image, "jpeg"), tests::progressiveJpeg(image),
                                        tests::encoded(image, "webp", 80)}) {
            const auto still = decodeBytes(bytes);
            QVERIFY(still.has_value());
            QCOMPARE(still->picture.width(), 64);
            QCOMPARE(still->picture.height(), 48);
            QCOMPARE(corners(still->picture), QByteArray("rgbw"));
        }
        QCOMPARE(decodeBytes(tests::encoded(image, "jpeg"))->mediaType, QStringLiteral("image/jpeg"));
    }

    void orientation_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<int>("orientation");
        QTest::addColumn<QByteArray>("expected");
        // Where the stored corners r g / b w go, from the definition of tag 274.
        const char *const expected[] = {"rgbw", "grwb", "wbgr", "bwrg", "rbgw", "brwg", "wgbr", "gwrb"};
        for (const char *kind : {"jpeg", "png", "tiff", "grey tiff", "deep tiff", "webp", "lossless webp"})
            for (int i = 0; i < 8; ++i)
                QTest::addRow("%s %d", kind, i + 1) << QByteArray(kind) << i + 1 << QByteArray(expected[i]);
    }
    void orientation()
    {
        QFETCH(QByteArray, kind);
        QFETCH(int, orientation);
        QFETCH(QByteArray, expected);
        const QImage image = tests::quadrants(40, 24);
        const QByteArray exif = tests::exifBlock(orientation);
        QByteArray bytes;
        if (kind == "jpeg") {
            bytes = tests::jpegWithExif(tests::encoded(image, "jpeg"), exif);
        } else if (kind == "png") {
            bytes = tests::pngWithExif(tests::encoded(image, "png"), exif);
        } else if (kind == "webp") {
            bytes = tests::webpWithExif(tests::encoded(image, "webp", 80), image.size(), exif);
        } else if (kind == "lossless webp") {
            bytes = tests::webpWithExif(tests::encoded(image, "webp", 100), image.size(), exif);
        } else {
            // Qt's TIFF reader has one way for each of these.
            auto tiff = tests::tiffOf(image, orientation);
            if (kind == "deep tiff") {
                QByteArray deep;
                for (const char sample : std::as_const(tiff.pixels))
                    deep += QByteArray(2, sample);
                tiff.pixels = deep;
                tiff.bits = 16;
            } else if (kind == "grey tiff") {
                QByteArray red;
                for (qsizetype i = 0; i < tiff.pixels.size(); i += 3)
                    red += tiff.pixels[i];
                tiff.pixels = red;
                tiff.samples = 1;
                tiff.photometric = 1;
                // Of its red channel alone, red and white are light, green and blue dark.
                expected.replace('r', 'w').replace('g', '?').replace('b', '?');
            }
            bytes = tests::tiffBytes(tiff);
        }
        const auto still = decodeBytes(bytes);
        QVERIFY2(still.has_value(), qPrintable(still ? QString() : still.error().detail));
        QCOMPARE(still->exifOrientation, orientation);
        QCOMPARE(still->picture.width(), orientation < 5 ? 40 : 24);
        QCOMPARE(still->picture.height(), orientation < 5 ? 24 : 40);
        QCOMPARE(corners(still->picture), expected);
    }

    void turningMovesWholePixels()
    {
        // Against QImage's own turning, pixel by pixel.
        const QImage image = tests::quadrants(37, 23);
        const QTransform quarter = QTransform().rotate(90);
        const QImage upright[] = {image,
                                  image.mirrored(true, false),
                                  image.mirrored(true, true),
                                  image.mirrored(false, true),
                                  image.mirrored(false, true).transformed(quarter),
                                  image.transformed(quarter),
                                  image.mirrored(true, false).transformed(quarter),
                                  image.transformed(QTransform().rotate(270))};
        for (int i = 0; i < 8; ++i) {
            const auto png =
                decodeBytes(tests::pngWithExif(tests::encoded(image, "png"), tests::exifBlock(i + 1)));
            QVERIFY(png.has_value());
            QVERIFY(equal(png->picture, upright[i]));
            const auto tiff = decodeBytes(tests::tiffBytes(tests::tiffOf(image, i + 1)));
            QVERIFY(tiff.has_value());
            QVERIFY(equal(tiff->picture, upright[i]));
        }
    }

    void senselessOrientationIsNone()
    {
        const QByteArray jpeg = tests::encoded(tests::quadrants(40, 24), "jpeg");
        for (const int orientation : {0, 9, 65535}) {
            const auto still = decodeBytes(tests::jpegWithExif(jpeg, tests::exifBlock(orientation)));
            QVERIFY(still.has_value());
            QCOMPARE(still->exifOrientation, 1);
            QCOMPARE(corners(still->picture), QByteArray("rgbw"));
        }
    }

    void sixteenBitsAreRounded()
    {
        tests::PlainTiff tiff;
        tiff.width = 256;
        tiff.height = 4;
        tiff.bits = 16;
        tiff.samples = 1;
        tiff.photometric = 1;
        QList<int> values;
        for (int i = 0; i < 1024; ++i) {
            values += i * 64 + i % 61;
            tiff.pixels += char(values.last() & 0xff);
            tiff.pixels += char(values.last() >> 8);
        }
        const auto still = decodeBytes(tests::tiffBytes(tiff));
        QVERIFY(still.has_value());
        QCOMPARE(still->bitsPerChannel, 16);
        QCOMPARE(still->picture.format(), Picture::Format::Grey);
        for (int i = 0; i < 1024; ++i)
            QCOMPARE(int(still->picture.line(i / 256)[i % 256]), qRound(values[i] / 257.0));
    }

    void greyStaysGrey_data()
    {
        QImage ramp(64, 4, QImage::Format_Grayscale8);
        QImage deep(64, 4, QImage::Format_Grayscale16);
        for (int y = 0; y < 4; ++y) {
            for (int x = 0; x < 64; ++x) {
                ramp.scanLine(y)[x] = uchar(x * 4);
                reinterpret_cast<quint16 *>(deep.scanLine(y))[x] = quint16(x * 4 * 257);
            }
        }
        tests::PlainTiff tiff;
        tiff.width = 64;
        tiff.height = 4;
        tiff.samples = 1;
        tiff.photometric = 1;
        for (int y = 0; y < 4; ++y)
            tiff.pixels.append(reinterpret_cast<const char *>(ramp.constScanLine(y)), 64);
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("slack");
        QTest::newRow("png") << tests::encoded(ramp, "png") << 0;
        QTest::newRow("16 bit png") << tests::encoded(deep, "png") << 0;
        QTest::newRow("jpeg") << tests::encoded(ramp, "jpeg", 100) << 2;
        QTest::newRow("tiff") << tests::tiffBytes(tiff) << 0;
        for (char &value : tiff.pixels)
            value = char(~value);
        tiff.photometric = 0; // white is zero
        QTest::newRow("inverted tiff") << tests::tiffBytes(tiff) << 0;
    }
    void greyStaysGrey()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, slack);
        const auto still = decodeBytes(bytes);
        QVERIFY2(still.has_value(), qPrintable(still ? QString() : still.error().detail));
        QCOMPARE(still->picture.format(), Picture::Format::Grey);
        for (int x = 0; x < 64; ++x)
            QVERIFY(qAbs(still->picture.line(2)[x] - x * 4) <= slack);
    }

    void oneBitIsGrey()
    {
        // Made by hand: Qt writes 1 bit as a palette. 9 x 2, one white pixel; each row begins with its
        // filter.
        const QByteArray header("\0\0\0\x09\0\0\0\x02\x01\0\0\0\0", 13);
        const QByteArray rows("\0\0\0\0\x08\0", 6);
        const auto still =
            decodeBytes("\x89PNG\r\n\x1a\n" + tests::pngChunk("IHDR", header) +
                        tests::pngChunk("IDAT", qCompress(rows).mid(4)) + tests::pngChunk("IEND", {}));
        QVERIFY(still.has_value());
        QCOMPARE(still->picture.format(), Picture::Format::Grey);
        QCOMPARE(int(still->picture.line(1)[4]), 255);
        QCOMPARE(int(still->picture.line(1)[5]), 0);
    }

    void transparencyIsOverWhite_data()
    {
        QImage clear(2, 1, QImage::Format_ARGB32);
        clear.setPixel(0, 0, qRgba(200, 0, 100, 128));
        clear.setPixel(1, 0, qRgba(10, 20, 30, 0));
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("png") << tests::encoded(clear, "png");
        QTest::newRow("16 bit png") << tests::encoded(clear.convertToFormat(QImage::Format_RGBA64), "png");
        QTest::newRow("webp") << tests::encoded(clear, "webp", 100);
        QTest::newRow("tiff") << tests::encoded(clear, "tiff");
    }
    void transparencyIsOverWhite()
    {
        QFETCH(QByteArray, bytes);
        const auto still = decodeBytes(bytes);
        QVERIFY(still.has_value());
        QVERIFY(difference(pixel(still->picture, 0, 0), qRgb(227, 127, 177)) <= 1);
        // What was hidden under full transparency may differ between kinds; what is seen may not.
        QCOMPARE(pixel(still->picture, 1, 0), qRgb(255, 255, 255));
    }

    void palettesAreExpanded()
    {
        QImage image(3, 1, QImage::Format_Indexed8);
        image.setColorTable({qRgb(1, 2, 3), qRgb(200, 100, 50), qRgb(9, 9, 9)});
        for (int x = 0; x < 3; ++x)
            image.setPixel(x, 0, uint(x));
        for (const char *kind : {"png", "bmp"}) {
            const auto still = decodeBytes(tests::encoded(image, kind));
            QVERIFY(still.has_value());
            QCOMPARE(still->picture.format(), Picture::Format::Rgb);
            QCOMPARE(still->bitsPerChannel, 8);
            QCOMPARE(pixel(still->picture, 0, 0), qRgb(1, 2, 3));
            QCOMPARE(pixel(still->picture, 1, 0), qRgb(200, 100, 50));
        }
    }

    void inksBecomeLight()
    {
        QFile file(tests::dataDirectory() + "/stills/cmyk.jpg");
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray jpeg = file.readAll();
        const auto adobe = decodeBytes(jpeg);
        QVERIFY(adobe.has_value());
        QVERIFY(difference(pixel(adobe->picture, 16, 0), qRgb(255, 0, 0)) < 12);
        QVERIFY(difference(pixel(adobe->picture, 16, 23), qRgb(0, 0, 255)) < 12);

        // The same bytes without Adobe's marker mean ink and not light: all black.
        QCOMPARE(jpeg.mid(6, 5), QByteArray("Adobe"));
        const auto plain = decodeBytes(jpeg.remove(2, 16));
        QVERIFY(plain.has_value());
        QVERIFY(difference(pixel(plain->picture, 16, 0), qRgb(0, 0, 0)) < 12);

        tests::PlainTiff inks;
        inks.width = 4;
        inks.height = 2;
        inks.samples = 4;
        inks.photometric = 5;
        inks.pixels = QByteArray("\x00\xff\xff\x00", 4).repeated(8);
        const auto tiff = decodeBytes(tests::tiffBytes(inks));
        QVERIFY(tiff.has_value());
        QVERIFY(difference(pixel(tiff->picture, 1, 1), qRgb(255, 0, 0)) <= 2);
    }

    void framesAreCounted()
    {
        const QImage image = tests::quadrants(40, 24);
        auto pages = tests::tiffOf(image);
        pages.pages = 3;
        QCOMPARE(decodeBytes(tests::tiffBytes(pages))->frames, 3);
        QCOMPARE(decodeBytes(tests::animatedPng(image, image))->frames, 2);
        QCOMPARE(decodeBytes(tests::animatedWebP(image, image))->frames, 2);
        QCOMPARE(decodeBytes(tests::encoded(image, "png"))->frames, 1);
    }

    void metadataAsFound()
    {
        const QImage image = tests::quadrants(40, 24);
        const QByteArray exif = tests::exifBlock(3);
        const QByteArray jpeg = tests::encoded(image, "jpeg");
        const QList<QByteArray> files{
            tests::jpegWithExif(jpeg, exif), tests::pngWithExif(tests::encoded(image, "png"), exif),
            tests::webpWithExif(tests::encoded(image, "webp", 80), image.size(), exif)};
        for (const QByteArray &bytes : files) {
            const auto still = decodeBytes(bytes);
            QVERIFY(still.has_value());
            QCOMPARE(still->metadata.value("Exif.Image.Make").toString(), QStringLiteral("Likeness"));
            QCOMPARE(still->metadata.value("Exif.Image.Orientation").toString(), QStringLiteral("3"));
        }
        QVERIFY(decodeBytes(tests::encoded(image, "bmp"))->metadata.isEmpty());
    }

    void longMetadataIsGivenByItsLength()
    {
        const QByteArray jpeg = tests::encoded(tests::quadrants(40, 24), "jpeg");
        // The comment segment is the plainest place for a long text.
        const QByteArray comment(3000, 'a');
        const auto still = decodeBytes(jpeg.left(2) + "\xff\xfe" + char((comment.size() + 2) >> 8) +
                                       char((comment.size() + 2) & 0xff) + comment + jpeg.mid(2));
        QVERIFY(still.has_value());
        QCOMPARE(still->metadata.value("File.Comment").toString(), QStringLiteral("(3000 bytes)"));
    }

    void photographs_data()
    {
        QTest::addColumn<QString>("path");
        for (int i = 1; i <= 6; ++i)
            QTest::addRow("sample%d", i)
                << tests::samplesDirectory() + QStringLiteral("/sample%1.jpg").arg(i);
    }
    void photographs()
    {
        QFETCH(QString, path);
        base::Progress progress;
        const auto still = decode::makeInProcessDecoder()->decodeFile(path, progress);
        QVERIFY2(still.has_value(), qPrintable(still ? QString() : still.error().detail));
        QCOMPARE(still->picture.width(), 1920);
        QVERIFY(equal(still->picture, QImage(path)));
    }
};

QTEST_GUILESS_MAIN(TestStillPixels)
#include "tst_stillpixels.moc"
