// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/decode/stillpixels.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>

#include <algorithm>

namespace likeness::decode {

namespace {

using base::Picture;

uchar overWhite(int value, int alpha)
{
    return uchar((value * alpha + 255 * (255 - alpha) + 127) / 255);
}

/// Strip by strip: from 64 Ki pixels on Qt converts with threads, waits for them, and the decoder process may have
/// none. Null when memory is short.
QImage converted(const QImage &image, QImage::Format format)
{
    constexpr int mostPixels = 65'535;
    if (image.format() == format)
        return image;
    QImage result(image.size(), format);
    if (result.isNull())
        return {};
    const int rows = std::max(1, mostPixels / image.width());
    for (int y = 0; y < image.height(); y += rows) {
        QImage strip(image.constScanLine(y), image.width(), std::min(rows, image.height() - y),
                     image.bytesPerLine(), image.format());
        strip.setColorTable(image.colorTable());
        const QImage part = std::move(strip).convertToFormat(format);
        if (part.isNull())
            return {};
        for (int row = 0; row < part.height(); ++row)
            std::copy_n(part.constScanLine(row), part.bytesPerLine(), result.scanLine(y + row));
    }
    return result;
}

/// Null when memory is short.
Picture greyPicture(QImage image)
{
    Picture picture(image.width(), image.height(), Picture::Format::Grey);
    const bool deep = image.format() == QImage::Format_Grayscale16;
    const bool plain = image.format() == QImage::Format_Grayscale8;
    // Everything else (1 bit, palettes of greys, grey with alpha) has three equal channels as ARGB.
    if (!deep && !plain)
        image = converted(image, QImage::Format_ARGB32);
    if (image.isNull())
        return {};
    for (int y = 0; y < image.height(); ++y) {
        const uchar *in = image.constScanLine(y);
        uchar *out = picture.line(y);
        if (plain) {
            std::copy_n(in, image.width(), out);
        } else if (deep) {
            const auto *samples = reinterpret_cast<const quint16 *>(in);
            for (int x = 0; x < image.width(); ++x)
                out[x] = uchar((samples[x] * 255u + 32767u) / 65535u);
        } else {
            const auto *samples = reinterpret_cast<const QRgb *>(in);
            for (int x = 0; x < image.width(); ++x)
                out[x] = overWhite(qRed(samples[x]), qAlpha(samples[x]));
        }
    }
    return picture;
}

/// Null when memory is short.
Picture rgbPicture(QImage image)
{
    Picture picture(image.width(), image.height(), Picture::Format::Rgb);
    const bool clear = image.hasAlphaChannel();
    image = converted(image, clear ? QImage::Format_ARGB32 : QImage::Format_RGB888);
    if (image.isNull())
        return {};
    for (int y = 0; y < image.height(); ++y) {
        const uchar *in = image.constScanLine(y);
        uchar *out = picture.line(y);
        if (!clear) {
            std::copy_n(in, picture.bytesPerLine(), out);
            continue;
        }
        const auto *samples = reinterpret_cast<const QRgb *>(in);
        for (int x = 0; x < image.width(); ++x) {
            *out++ = overWhite(qRed(samples[x]), qAlpha(samples[x]));
            *out++ = overWhite(qGreen(samples[x]), qAlpha(samples[x]));
            *out++ = overWhite(qBlue(samples[x]), qAlpha(samples[x]));
        }
    }
    return picture;
}

} // namespace

base::Result<base::Picture> pluginPixels(StillKind kind, const QByteArray &bytes,
                                         const StillStructure &structure)
{
    using base::ErrorCode;
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, pluginName(kind));
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(false);
    if (!reader.canRead() && reader.error() == QImageReader::UnsupportedFormatError)
        return base::fail(ErrorCode::FormatUnsupported, {},
                          QStringLiteral("the image plugin is not installed"));
    // The limits were checked on our reading of the header: the plugin must read the same in it.
    const QSize stored(int(structure.width), int(structure.height));
    const QSize promised = reader.size();
    if (promised.isValid() && promised != stored)
        return base::fail(ErrorCode::FileDamaged, {}, QStringLiteral("two readings of its size"));
    QImage image;
    if (!reader.read(&image) || image.isNull())
        return base::fail(ErrorCode::FileDamaged, {}, reader.errorString());
    if (image.size() != stored)
        return base::fail(ErrorCode::FileDamaged, {}, QStringLiteral("two readings of its size"));
    Picture picture = structure.grey ? greyPicture(std::move(image)) : rgbPicture(std::move(image));
    if (picture.isNull())
        return base::fail(ErrorCode::TooLarge, {}, QStringLiteral("memory"));
    return picture;
}

} // namespace likeness::decode
