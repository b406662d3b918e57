// SPDX-License-Identifier: GPL-3.0-or-later
// Qt's own reader is the outsider that has to read it back to the pixel.
#include "engine/imaging/png.h"

#include <QImage>
#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

using namespace likeness;

class PngTest : public QObject
{
    Q_OBJECT

private slots:
    void readsBackExactly_data();
    void readsBackExactly();
    void holdsNothingButPixels();
};

namespace
{

base::Picture randomPicture(int width, int height, base::Picture::Format format)
{
    base::Picture picture(width, height, format);
    QRandomGenerator random(7);
    for (int y = 0; y < height; ++y)
        for (qsizetype i = 0; i < picture.bytesPerLine(); ++i)
            picture.line(y)[i] = uchar(random.bounded(256));
    return picture;
}

} // namespace

void PngTest::readsBackExactly_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<bool>("grey");
    QTest::newRow("one pixel") << 1 << 1 << false;
    QTest::newRow("one grey pixel") << 1 << 1 << true;
    QTest::newRow("odd row length") << 7 << 3 << false;
    QTest::newRow("odd grey row length") << 7 << 3 << true;
    QTest::newRow("over one deflate window") << 301 << 200 << false;
}

void PngTest::readsBackExactly()
{
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(bool, grey);
    const auto format = grey ? base::Picture::Format::Grey : base::Picture::Format::Rgb;
    const base::Picture picture = randomPicture(width, height, format);
    QImage image;
    QVERIFY(image.loadFromData(imaging::toPng(picture), "PNG"));
    QCOMPARE(image.format(), grey ? QImage::Format_Grayscale8 : QImage::Format_RGB32);
    image = image.convertToFormat(grey ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
    QCOMPARE(image.size(), QSize(width, height));
    for (int y = 0; y < height; ++y)
        QCOMPARE(memcmp(image.constScanLine(y), picture.line(y), size_t(picture.bytesPerLine())), 0);
}

void PngTest::holdsNothingButPixels()
{
    const QByteArray png = imaging::toPng(randomPicture(50, 40, base::Picture::Format::Rgb));
    QStringList chunks;
    for (qsizetype at = 8; at < png.size();) {
        chunks += QString::fromLatin1(png.mid(at + 4, 4));
        at += 12 + qFromBigEndian<quint32>(png.constData() + at);
    }
    QCOMPARE(chunks, QStringList({"IHDR", "IDAT", "IEND"}));
    QCOMPARE(png, imaging::toPng(randomPicture(50, 40, base::Picture::Format::Rgb)));
}

QTEST_GUILESS_MAIN(PngTest)
#include "tst_png.moc"
