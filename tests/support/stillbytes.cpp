// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stillbytes.h"

#include <QBuffer>
#include <QImageWriter>
#include <QtEndian>

namespace likeness::tests {

namespace {

template <class Number>
QByteArray little(Number value)
{
    QByteArray bytes(sizeof value, '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

template <class Number>
QByteArray big(Number value)
{
    QByteArray bytes(sizeof value, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray little24(quint32 value)
{
    return little(value).left(3);
}

QByteArray riffChunk(const char *name, const QByteArray &data)
{
    QByteArray chunk = name + little(quint32(data.size())) + data;
    return data.size() % 2 ? chunk + '\0' : chunk;
}

QByteArray riff(const QByteArray &chunks)
{
    return "RIFF" + little(quint32(4 + chunks.size())) + "WEBP" + chunks;
}

/// CRC-32 of ISO 3309, bit by bit: slow, and independent of the table that the decoder has.
quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = ~0u;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
    }
    return ~crc;
}

/// The joined data of all IDAT chunks.
QByteArray pixelData(const QByteArray &png)
{
    QByteArray data;
    for (qsizetype at = 8; at + 8 <= png.size();) {
        const auto length = qFromBigEndian<quint32>(png.constData() + at);
        if (png.mid(at + 4, 4) == "IDAT")
            data += png.mid(at + 8, length);
        at += 12 + length;
    }
    return data;
}

} // namespace

QImage quadrants(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const bool right = x >= width / 2;
            const bool low = y >= height / 2;
            const int ripple = (x * 7 + y * 13 + x * y) % 17;
            const int dark = 8 + ripple;
            const int bright = 247 - ripple;
            image.setPixel(x, y,
                           qRgb(right == low ? bright : dark, right ? bright : dark, low ? bright : dark));
        }
    }
    return image;
}

QByteArray encoded(const QImage &image, const char *format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, format, quality))
        qFatal("Qt cannot write %s: is qt6-image-formats-plugins installed?", format);
    return bytes;
}

QByteArray progressiveJpeg(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setProgressiveScanWrite(true);
    writer.write(image);
    return bytes;
}

QByteArray exifBlock(int orientation, quint32 nextDirectory)
{
    const QByteArray make("Likeness\0", 9);
    const quint32 afterDirectory = 8 + 2 + 2 * 12 + 4;
    return "II*" + QByteArray(1, '\0') + little(quint32(8)) + little(quint16(2)) + little(quint16(271)) +
           little(quint16(2)) + little(quint32(make.size())) + little(afterDirectory) + little(quint16(274)) +
           little(quint16(3)) + little(quint32(1)) + little(quint32(orientation)) + little(nextDirectory) +
           make;
}

QByteArray jpegWithExif(const QByteArray &jpeg, const QByteArray &exif)
{
    const QByteArray body = QByteArray("Exif\0\0", 6) + exif;
    return jpeg.left(2) + "\xff\xe1" + big(quint16(2 + body.size())) + body + jpeg.mid(2);
}

QByteArray pngWithExif(const QByteArray &png, const QByteArray &exif)
{
    constexpr int afterHeader = 8 + 12 + 13;
    return png.left(afterHeader) + pngChunk("eXIf", exif) + png.mid(afterHeader);
}

QByteArray webpWithExif(const QByteArray &webp, const QSize &size, const QByteArray &exif)
{
    constexpr char hasExif = 0x08;
    const QByteArray header = QByteArray(1, hasExif) + QByteArray(3, '\0') +
                              little24(quint32(size.width() - 1)) + little24(quint32(size.height() - 1));
    return riff(riffChunk("VP8X", header) + webp.mid(12) + riffChunk("EXIF", exif));
}

QByteArray pngChunk(const char *name, const QByteArray &data)
{
    const QByteArray checked = name + data;
    return big(quint32(data.size())) + checked + big(crc32(checked));
}

QByteArray pngClaiming(QByteArray png, quint32 width, quint32 height)
{
    return png.left(8) + pngChunk("IHDR", big(width) + big(height) + png.mid(24, 5)) + png.mid(33);
}

QByteArray jpegClaiming(QByteArray jpeg, quint16 width, quint16 height)
{
    const auto baseline = jpeg.indexOf("\xff\xc0");
    return jpeg.replace(baseline + 5, 4, big(height) + big(width));
}

QByteArray animatedPng(const QImage &first, const QImage &second)
{
    const auto frameControl = [&](quint32 sequence) {
        return pngChunk("fcTL", big(sequence) + big(quint32(first.width())) + big(quint32(first.height())) +
                                    QByteArray(8, '\0') + big(quint16(1)) + big(quint16(10)) +
                                    QByteArray(2, '\0'));
    };
    const QByteArray png = encoded(first, "png");
    return png.left(33) + pngChunk("acTL", big(quint32(2)) + big(quint32(0))) + frameControl(0) +
           pngChunk("IDAT", pixelData(png)) + frameControl(1) +
           pngChunk("fdAT", big(quint32(2)) + pixelData(encoded(second, "png"))) + pngChunk("IEND", {});
}

QByteArray animatedWebP(const QImage &first, const QImage &second)
{
    const QByteArray size = little24(quint32(first.width() - 1)) + little24(quint32(first.height() - 1));
    constexpr char animated = 0x02;
    QByteArray chunks = riffChunk("VP8X", QByteArray(1, animated) + QByteArray(3, '\0') + size) +
                        riffChunk("ANIM", QByteArray(6, '\0'));
    for (const QImage &frame : {first, second})
        chunks += riffChunk("ANMF", QByteArray(6, '\0') + size + little24(100) + QByteArray(1, '\0') +
                                        encoded(frame, "webp", 100).mid(12));
    return riff(chunks);
}

QByteArray jpegWithManyScans(const QByteArray &progressive, int scans)
{
    const auto last = progressive.lastIndexOf("\xff\xda");
    const QByteArray scan = progressive.mid(last, progressive.size() - 2 - last);
    return progressive.left(last) + scan.repeated(scans) + "\xff\xd9";
}

QByteArray tiffBytes(const PlainTiff &tiff)
{
    const auto two = [&](int value) { return tiff.bigEndian ? big(quint16(value)) : little(quint16(value)); };
    const auto four = [&](quint32 value) { return tiff.bigEndian ? big(value) : little(value); };
    const auto shortEntry = [&](int tag, int value) {
        return two(tag) + two(3) + four(1) + two(value) + two(0);
    };
    const auto longEntry = [&](int tag, quint32 value) { return two(tag) + two(4) + four(1) + four(value); };

    constexpr quint32 headerSize = 8;
    constexpr quint32 directorySize = 2 + 10 * 12 + 4;
    const quint32 bitsSize = quint32(2 * tiff.samples);
    const quint32 pageSize = directorySize + bitsSize + quint32(tiff.pixels.size());
    QByteArray bytes = (tiff.bigEndian ? "MM" : "II") + two(42) + four(headerSize);
    for (int page = 0; page < tiff.pages; ++page) {
        const quint32 start = headerSize + quint32(page) * pageSize;
        const bool last = page == tiff.pages - 1;
        const quint32 next = !last ? start + pageSize : tiff.loops ? headerSize : 0;
        // One or two shorts stand in the entry itself.
        const QByteArray bits = two(tiff.bits).repeated(tiff.samples);
        const QByteArray bitsEntry =
            two(258) + two(3) + four(quint32(tiff.samples)) +
            (tiff.samples > 2 ? four(start + directorySize) : (bits + two(0)).left(4));
        bytes += two(10) + longEntry(256, tiff.width) + longEntry(257, tiff.height) + bitsEntry +
                 shortEntry(259, 1) + shortEntry(262, tiff.photometric) +
                 longEntry(273, start + directorySize + bitsSize) + shortEntry(274, tiff.orientation) +
                 shortEntry(277, tiff.samples) + longEntry(278, tiff.height) +
                 longEntry(279, quint32(tiff.pixels.size())) + four(next) + bits + tiff.pixels;
    }
    return bytes;
}

PlainTiff tiffOf(const QImage &image, int orientation)
{
    PlainTiff tiff;
    tiff.width = quint32(image.width());
    tiff.height = quint32(image.height());
    tiff.orientation = orientation;
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    for (int y = 0; y < rgb.height(); ++y)
        tiff.pixels.append(reinterpret_cast<const char *>(rgb.constScanLine(y)), rgb.width() * 3);
    return tiff;
}

} // namespace likeness::tests
