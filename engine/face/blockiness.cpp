// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/blockiness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <numeric>

namespace likeness::face
{

namespace
{

constexpr int block = 8;
constexpr int fewestPixels = 24;

int greyAt(const uchar *pixel, int channels)
{
    return channels == 1 ? pixel[0] : (299 * pixel[0] + 587 * pixel[1] + 114 * pixel[2]) / 1000;
}

double strongest(const std::array<double, block> &sums, const std::array<qint64, block> &counts)
{
    std::array<double, block> means{};
    for (size_t i = 0; i < block; ++i)
        means[i] = counts[i] ? sums[i] / double(counts[i]) : 0;
    const double largest = *std::max_element(means.begin(), means.end());
    const double others = (std::accumulate(means.begin(), means.end(), 0.0) - largest) / (block - 1);
    // A flat part has no steps at all; a hundredth of a grey level is none.
    return others > 0.01 ? largest / others : 1;
}

} // namespace

double blockinessOf(const base::Picture &picture, const Frame &frame)
{
    const auto first = [&](double center) { return int(std::max(0.0, std::floor(center - frame.side / 2))); };
    const auto last = [&](double center, int size) {
        return int(std::min(double(size), std::ceil(center + frame.side / 2)));
    };
    const int left = first(frame.centerX), right = last(frame.centerX, picture.width());
    const int top = first(frame.centerY), bottom = last(frame.centerY, picture.height());
    if (right - left < fewestPixels || bottom - top < fewestPixels)
        return 1;
    const int channels = picture.channels();
    std::array<double, block> across{}, along{};
    std::array<qint64, block> acrossCount{}, alongCount{};
    for (int y = top; y < bottom; ++y) {
        const uchar *line = picture.line(y), *above = y > top ? picture.line(y - 1) : nullptr;
        for (int x = left; x < right; ++x) {
            const int here = greyAt(line + x * channels, channels);
            if (x > left) {
                across[size_t(x % block)] += std::abs(here - greyAt(line + (x - 1) * channels, channels));
                ++acrossCount[size_t(x % block)];
            }
            if (above) {
                along[size_t(y % block)] += std::abs(here - greyAt(above + x * channels, channels));
                ++alongCount[size_t(y % block)];
            }
        }
    }
    return (strongest(across, acrossCount) + strongest(along, alongCount)) / 2;
}

} // namespace likeness::face
