// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/levels.h"

#include <algorithm>
#include <cmath>

namespace likeness::viewer
{

Levels Levels::bounded() const
{
    Levels result;
    result.black = std::clamp(black, 0, 254);
    result.white = std::clamp(white, result.black + 1, 255);
    result.gamma = std::isfinite(gamma) ? std::clamp(gamma, leastGamma, mostGamma) : 1;
    return result;
}

std::array<uchar, 256> Levels::table() const
{
    std::array<uchar, 256> values{};
    const Levels use = bounded();
    for (int i = 0; i < 256; ++i) {
        const double part = std::clamp(double(i - use.black) / (use.white - use.black), 0.0, 1.0);
        values[size_t(i)] = uchar(std::lround(255 * std::pow(part, 1 / use.gamma)));
    }
    return values;
}

QImage Levels::applied(const QImage &image) const
{
    const QImage source = image.convertToFormat(QImage::Format_RGB32);
    QImage result(source.size(), QImage::Format_RGB32);
    if (result.isNull())
        return {};
    const auto values = table();
    for (int y = 0; y < source.height(); ++y) {
        const auto *in = reinterpret_cast<const QRgb *>(source.constScanLine(y));
        auto *out = reinterpret_cast<QRgb *>(result.scanLine(y));
        for (int x = 0; x < source.width(); ++x)
            out[x] = qRgb(values[size_t(qRed(in[x]))], values[size_t(qGreen(in[x]))],
                          values[size_t(qBlue(in[x]))]);
    }
    return result;
}

} // namespace likeness::viewer
