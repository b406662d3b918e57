// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>

namespace likeness::tests {

// Stills made at run time, and the parts to make odd and broken ones of. Nothing here shows a face.

/// Four quadrants (red, green, blue, white) of opposite corners that no turn or mirror maps on themselves,
/// with a fine pattern of +-8 that keeps a compressed file from being a few bytes.
QImage quadrants(int width, int height);

/// `image` as Qt's plugin writes it: "jpeg", "png", "webp" (100 is lossless), "bmp", "tiff".
QByteArray encoded(const QImage &image, const char *format, int quality = 95);
QByteArray progressiveJpeg(const QImage &image);

/// A little-endian EXIF block (TIFF header and one directory) with Make "Likeness" and that orientation.
/// `nextDirectory` is the offset of the next directory: 8 is the block's own first one, a loop.
QByteArray exifBlock(int orientation, quint32 nextDirectory = 0);
QByteArray jpegWithExif(const QByteArray &jpeg, const QByteArray &exif);
QByteArray pngWithExif(const QByteArray &png, const QByteArray &exif);
QByteArray webpWithExif(const QByteArray &webp, const QSize &size, const QByteArray &exif);

QByteArray pngChunk(const char *name, const QByteArray &data);
/// `png` with another size in its IHDR and a right checksum.
QByteArray pngClaiming(QByteArray png, quint32 width, quint32 height);
QByteArray jpegClaiming(QByteArray jpeg, quint16 width, quint16 height);
/// Two frames of the same size.
QByteArray animatedPng(const QImage &first, const QImage &second);
QByteArray animatedWebP(const QImage &first, const QImage &second);
/// The last scan of a progressive file, many times over.
QByteArray jpegWithManyScans(const QByteArray &progressive, int scans);

/// An uncompressed TIFF in one strip a page.
struct PlainTiff
{
    quint32 width = 0;
    quint32 height = 0;
    int samples = 3;
    int bits = 8;
    int photometric = 2; ///< 1 grey, 2 RGB, 5 CMYK
    int orientation = 1;
    int pages = 1;
    bool bigEndian = false;
    bool loops = false; ///< the last directory names the first as its next
    QByteArray pixels;  ///< of one page; 16-bit samples in the file's byte order
};
QByteArray tiffBytes(const PlainTiff &tiff);
PlainTiff tiffOf(const QImage &image, int orientation = 1);

} // namespace likeness::tests
