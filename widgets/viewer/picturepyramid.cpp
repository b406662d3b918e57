// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/picturepyramid.h"

#include "widgets/common/pictureconversion.h"

#include <QPainter>

#include <cmath>

namespace likeness::viewer
{

namespace
{

constexpr int smallestLevelSide = 128;

/// Mean of 2x2 pixels; an odd last column or row is the mean of what is there. Rows of `channels` bytes a
/// pixel become rows of QImage::Format_RGB32.
QImage halved(const uchar *source, qsizetype bytesPerLine, int width, int height, int channels)
{
    QImage half((width + 1) / 2, (height + 1) / 2, QImage::Format_RGB32);
    for (int y = 0; y < half.height(); ++y) {
        const uchar *upper = source + qsizetype(2 * y) * bytesPerLine;
        const uchar *lower = 2 * y + 1 < height ? upper + bytesPerLine : upper;
        auto *out = reinterpret_cast<QRgb *>(half.scanLine(y));
        for (int x = 0; x < half.width(); ++x) {
            const int a = 2 * x * channels;
            const int b = 2 * x + 1 < width ? a + channels : a;
            const auto mean = [&](int c) {
                return (upper[a + c] + upper[b + c] + lower[a + c] + lower[b + c] + 2) / 4;
            };
            out[x] = channels == 1 ? qRgb(mean(0), mean(0), mean(0)) : qRgb(mean(0), mean(1), mean(2));
        }
    }
    return half;
}

QImage halved(const QImage &rgb32)
{
    QImage half((rgb32.width() + 1) / 2, (rgb32.height() + 1) / 2, QImage::Format_RGB32);
    for (int y = 0; y < half.height(); ++y) {
        const auto *upper = reinterpret_cast<const QRgb *>(rgb32.constScanLine(2 * y));
        const auto *lower =
            reinterpret_cast<const QRgb *>(rgb32.constScanLine(std::min(2 * y + 1, rgb32.height() - 1)));
        auto *out = reinterpret_cast<QRgb *>(half.scanLine(y));
        for (int x = 0; x < half.width(); ++x) {
            const int b = std::min(2 * x + 1, rgb32.width() - 1);
            const QRgb four[] = {upper[2 * x], upper[b], lower[2 * x], lower[b]};
            int red = 2, green = 2, blue = 2;
            for (QRgb pixel : four) {
                red += qRed(pixel);
                green += qGreen(pixel);
                blue += qBlue(pixel);
            }
            out[x] = qRgb(red / 4, green / 4, blue / 4);
        }
    }
    return half;
}

} // namespace

PicturePyramid::PicturePyramid(const base::Picture &picture) : m_full(common::toImage(picture)) {}

std::vector<QImage> PicturePyramid::reducedLevels(const base::Picture &picture)
{
    std::vector<QImage> levels;
    if (std::max(picture.width(), picture.height()) <= smallestLevelSide)
        return levels;
    levels.push_back(halved(picture.line(0), picture.bytesPerLine(), picture.width(), picture.height(),
                            picture.channels()));
    while (!levels.back().isNull() &&
           std::max(levels.back().width(), levels.back().height()) > smallestLevelSide)
        levels.push_back(halved(levels.back()));
    // An allocation that failed leaves a null level: do without it.
    while (!levels.empty() && levels.back().isNull())
        levels.pop_back();
    return levels;
}

void PicturePyramid::setReducedLevels(std::vector<QImage> levels)
{
    m_reduced = std::move(levels);
    m_complete = true;
}

void PicturePyramid::paint(QPainter &painter, const QTransform &toCanvas, const QRectF &exposed, double zoom,
                           bool smooth, const Levels &levels) const
{
    const int wanted = zoom < 1 ? int(std::floor(std::log2(1 / zoom))) : 0;
    const int level = std::min<int>(wanted, int(m_reduced.size()));
    const QImage &image = level == 0 ? m_full : m_reduced[size_t(level - 1)];

    // One pixel more than is seen, so that smoothing has its neighbours.
    const QRectF seen = toCanvas.inverted().mapRect(exposed);
    const double perX = double(image.width()) / m_full.width();
    const double perY = double(image.height()) / m_full.height();
    const QRect source = QRectF(seen.x() * perX, seen.y() * perY, seen.width() * perX, seen.height() * perY)
                             .toAlignedRect()
                             .adjusted(-2, -2, 2, 2)
                             .intersected(image.rect());
    if (source.isEmpty())
        return;
    const QRectF target(source.x() / perX, source.y() / perY, source.width() / perX, source.height() / perY);

    // The full level keeps the picture's own bytes. What is seen of it is made ready for the painter, which
    // is several times as slow with three bytes a pixel; while the reduced levels are still missing that
    // would be the whole picture, and single pixels will do.
    const bool isStandIn = level < wanted && !m_complete;
    QImage part(image.constScanLine(source.y()) + source.x() * (image.depth() / 8), source.width(),
                source.height(), image.bytesPerLine(), image.format());
    if (!levels.isNeutral())
        part = levels.applied(part);
    else if (!isStandIn)
        part.convertTo(QImage::Format_RGB32);

    painter.save();
    painter.setClipRect(exposed);
    painter.setTransform(toCanvas, true);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !isStandIn && (zoom < 1 || smooth));
    painter.drawImage(target, part);
    painter.restore();
}

} // namespace likeness::viewer
