// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/chipvariations.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>

namespace likeness::face
{

namespace
{

constexpr int movedPx = 2;
constexpr int block = 8;
/// ITU-T T.81 (JPEG), annex K, table K.1, which is that of quality 50.
constexpr float luminance[block * block] = {
    16, 11, 10, 16, 24,  40,  51,  61,  //
    12, 12, 14, 19, 26,  58,  60,  55,  //
    14, 13, 16, 24, 40,  57,  69,  56,  //
    14, 17, 22, 29, 51,  87,  80,  62,  //
    18, 22, 37, 56, 68,  109, 103, 77,  //
    24, 35, 55, 64, 81,  104, 113, 92,  //
    49, 64, 78, 87, 103, 121, 120, 101, //
    72, 92, 95, 98, 112, 100, 103, 99};

base::Picture moved(const base::Picture &chip, int right, int down)
{
    base::Picture result(chip.width(), chip.height(), base::Picture::Format::Rgb);
    for (int y = 0; y < chip.height(); ++y) {
        const uchar *from = chip.line(std::clamp(y - down, 0, chip.height() - 1));
        for (int x = 0; x < chip.width(); ++x)
            std::copy_n(from + 3 * std::clamp(x - right, 0, chip.width() - 1), 3, result.line(y) + 3 * x);
    }
    return result;
}

void compressBlock(cv::Mat &values)
{
    cv::Mat frequencies;
    cv::dct(values - 128, frequencies);
    const cv::Mat steps(block, block, CV_32F, const_cast<float *>(luminance));
    for (int y = 0; y < block; ++y)
        for (int x = 0; x < block; ++x) {
            const float step = steps.at<float>(y, x);
            frequencies.at<float>(y, x) = std::nearbyint(frequencies.at<float>(y, x) / step) * step;
        }
    cv::idct(frequencies, values);
    values += 128;
}

base::Picture compressed(const base::Picture &chip)
{
    base::Picture result = chip;
    cv::Mat values(block, block, CV_32F);
    for (int top = 0; top < chip.height(); top += block)
        for (int left = 0; left < chip.width(); left += block)
            for (int colour = 0; colour < 3; ++colour) {
                // A block that is cut off at the border goes on with its last pixels.
                const auto source = [&](int y, int x) {
                    return chip.line(std::min(top + y, chip.height() - 1)) +
                           3 * std::min(left + x, chip.width() - 1) + colour;
                };
                for (int y = 0; y < block; ++y)
                    for (int x = 0; x < block; ++x)
                        values.at<float>(y, x) = *source(y, x);
                compressBlock(values);
                for (int y = 0; y < std::min(block, chip.height() - top); ++y)
                    for (int x = 0; x < std::min(block, chip.width() - left); ++x)
                        result.line(top + y)[3 * (left + x) + colour] =
                            cv::saturate_cast<uchar>(values.at<float>(y, x));
            }
    return result;
}

} // namespace

std::vector<base::Picture> harmlessVariations(const base::Picture &chip)
{
    return {moved(chip, movedPx, 0), moved(chip, -movedPx, 0), moved(chip, 0, movedPx), moved(chip, 0, -movedPx),
            compressed(chip)};
}

} // namespace likeness::face
