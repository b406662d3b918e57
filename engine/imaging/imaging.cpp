// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/imaging.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <vector>

namespace likeness::imaging {

using base::ErrorCode;
using base::fail;
using base::Picture;
using base::Result;

namespace {

/// Whole pixels, right and bottom excluded.
struct PixelRect
{
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    bool contains(int x, int y) const { return x >= left && x < right && y >= top && y < bottom; }
};

PixelRect pixelRect(const model::RelativeRect &region, int width, int height)
{
    // 0.1 + 0.2 of ten pixels is three pixels and not four.
    constexpr double rounding = 1e-6;
    const auto down = [](double value) { return int(std::floor(value + rounding)); };
    const auto up = [](double value) { return int(std::ceil(value - rounding)); };
    PixelRect rect{down(region.x * width), down(region.y * height), up(region.right() * width),
                   up(region.bottom() * height)};
    rect.left = std::clamp(rect.left, 0, width - 1);
    rect.top = std::clamp(rect.top, 0, height - 1);
    rect.right = std::clamp(rect.right, rect.left + 1, width);
    rect.bottom = std::clamp(rect.bottom, rect.top + 1, height);
    return rect;
}

/// Where the blocks of one side begin, and its end: as many as fit, evenly spread, none smaller than `block`.
/// A narrow last block would keep single pixels as they are.
std::vector<int> blockEdges(int side, int block)
{
    const int count = std::max(1, side / block);
    std::vector<int> edges;
    for (int i = 0; i <= count; ++i)
        edges.push_back(int(qint64(side) * i / count));
    return edges;
}

struct Sum
{
    std::array<qint64, 3> colour{};
    qint64 pixels = 0;
};

} // namespace

Result<Picture> crop(const Picture &picture, const model::RelativeRect &region)
{
    if (picture.isNull() || !region.isValid())
        return fail(ErrorCode::InvalidArgument, QStringLiteral("region"));
    const PixelRect rect = pixelRect(region, picture.width(), picture.height());
    Picture cropped(rect.right - rect.left, rect.bottom - rect.top, picture.format());
    for (int y = 0; y < cropped.height(); ++y)
        std::memcpy(cropped.line(y), picture.line(rect.top + y) + qsizetype(rect.left) * picture.channels(),
                    size_t(cropped.bytesPerLine()));
    return cropped;
}

Picture thumbnail(const Picture &picture, int maxWidth, int maxHeight)
{
    if (picture.isNull() || maxWidth < 1 || maxHeight < 1)
        return {};
    const double scale =
        std::min({1.0, double(maxWidth) / picture.width(), double(maxHeight) / picture.height()});
    if (scale == 1.0)
        return picture;
    Picture small(std::clamp(int(std::lround(picture.width() * scale)), 1, maxWidth),
                  std::clamp(int(std::lround(picture.height() * scale)), 1, maxHeight), picture.format());
    const int type = CV_8UC(picture.channels());
    // OpenCV has no view of constant pixels; it only reads this one.
    const cv::Mat from(picture.height(), picture.width(), type, const_cast<uchar *>(picture.line(0)));
    cv::Mat to(small.height(), small.width(), type, small.line(0));
    cv::resize(from, to, to.size(), 0, 0, cv::INTER_AREA);
    return small;
}

Result<Picture> pixelateOutside(const Picture &picture, const std::optional<model::RelativeRect> &keep)
{
    if (picture.isNull() || (keep && !keep->isValid()))
        return fail(ErrorCode::InvalidArgument, QStringLiteral("region"));
    const int width = picture.width();
    const int height = picture.height();
    const int channels = picture.channels();
    const PixelRect kept = keep ? pixelRect(*keep, width, height) : PixelRect();
    const int block = std::max(16, (std::max(width, height) + 23) / 24);
    const std::vector<int> xs = blockEdges(width, block);
    const std::vector<int> ys = blockEdges(height, block);
    const int columns = int(xs.size()) - 1;
    const int rows = int(ys.size()) - 1;

    std::vector<Sum> sums(size_t(columns) * rows);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            Sum &sum = sums[size_t(row) * columns + column];
            for (int y = ys[row]; y < ys[row + 1]; ++y) {
                for (int x = xs[column]; x < xs[column + 1]; ++x) {
                    if (kept.contains(x, y))
                        continue;
                    for (int c = 0; c < channels; ++c)
                        sum.colour[c] += picture.line(y)[qsizetype(x) * channels + c];
                    ++sum.pixels;
                }
            }
        }
    }

    // The mean of a narrow rest beside the kept region would nearly be those pixels: such a block takes the
    // mean of its neighbourhood, and plain grey where that is not enough either.
    const qint64 enough = qint64(block) * block / 4;
    Picture result = picture;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            Sum sum = sums[size_t(row) * columns + column];
            if (sum.pixels < enough) {
                sum = {};
                for (int r = std::max(0, row - 1); r <= std::min(rows - 1, row + 1); ++r) {
                    for (int k = std::max(0, column - 1); k <= std::min(columns - 1, column + 1); ++k) {
                        const Sum &near = sums[size_t(r) * columns + k];
                        sum.pixels += near.pixels;
                        for (int c = 0; c < channels; ++c)
                            sum.colour[c] += near.colour[c];
                    }
                }
            }
            std::array<uchar, 3> colour{128, 128, 128};
            if (sum.pixels >= enough)
                for (int c = 0; c < channels; ++c)
                    colour[c] = uchar((sum.colour[c] + sum.pixels / 2) / sum.pixels);
            for (int y = ys[row]; y < ys[row + 1]; ++y) {
                uchar *line = result.line(y);
                for (int x = xs[column]; x < xs[column + 1]; ++x)
                    if (!kept.contains(x, y))
                        std::copy_n(colour.data(), channels, line + qsizetype(x) * channels);
            }
        }
    }
    return result;
}

Result<Picture> pixelateInside(const Picture &picture, const std::vector<model::RelativeRect> &regions)
{
    const auto everywhere = pixelateOutside(picture, std::nullopt);
    if (!everywhere)
        return everywhere;
    Picture result = picture;
    for (const model::RelativeRect &region : regions) {
        if (!region.isValid())
            return fail(ErrorCode::InvalidArgument, QStringLiteral("region"));
        const PixelRect rect = pixelRect(region, picture.width(), picture.height());
        const qsizetype from = qsizetype(rect.left) * picture.channels();
        for (int y = rect.top; y < rect.bottom; ++y)
            std::memcpy(result.line(y) + from, everywhere->line(y) + from,
                        size_t(rect.right - rect.left) * size_t(picture.channels()));
    }
    return result;
}

model::RelativeRect grown(const model::RelativeRect &region, double factor)
{
    const double left = std::max(0.0, region.x - factor * region.width);
    const double top = std::max(0.0, region.y - factor * region.height);
    const double right = std::min(1.0, region.right() + factor * region.width);
    const double bottom = std::min(1.0, region.bottom() + factor * region.height);
    return {left, top, right - left, bottom - top};
}

} // namespace likeness::imaging
