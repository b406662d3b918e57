// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/visibility.h"

#include "engine/face/greychip.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace likeness::face
{

namespace
{

constexpr int cell = 5;
/// Parts of the chip: dlib's mean face has its eyes at (47, 47) and (100, 47) and its nose at (74, 88).
const cv::Rect eyeOnTheLeft(29, 33, 40, 30), eyeOnTheRight(81, 33, 40, 30), noseAndMouth(45, 70, 60, 55);

struct Edges {
    cv::Mat across, along, spots; ///< vertical edges, horizontal ones, distance from the surroundings
};

Edges edgesOf(const base::Picture &chip)
{
    cv::Mat grey, smooth, fine, coarse;
    greyOf(chip).convertTo(grey, CV_32F);
    cv::GaussianBlur(grey, smooth, {}, 1.2);
    cv::GaussianBlur(grey, fine, {}, 1);
    cv::GaussianBlur(grey, coarse, {}, 4);
    const cv::Mat difference = (cv::Mat_<float>(1, 3) << -0.5F, 0, 0.5F);
    Edges edges;
    cv::filter2D(smooth, edges.across, CV_32F, difference);
    cv::filter2D(smooth, edges.along, CV_32F, difference.t());
    edges.across = cv::abs(edges.across);
    edges.along = cv::abs(edges.along);
    edges.spots = cv::abs(fine - coarse);
    return edges;
}

void append(std::vector<float> &pattern, const cv::Mat &map, const cv::Rect &part, bool mirrored)
{
    cv::Mat cells;
    cv::resize(map(part), cells, {part.width / cell, part.height / cell}, 0, 0, cv::INTER_AREA);
    if (mirrored)
        cv::flip(cells, cells, 1);
    for (int y = 0; y < cells.rows; ++y)
        for (int x = 0; x < cells.cols; ++x)
            pattern.push_back(std::sqrt(cells.at<float>(y, x)));
}

/// Less its mean, and of length one; of a part without edges nearly nothing, so that noise is no pattern.
void normalise(std::vector<float>::iterator begin, std::vector<float>::iterator end)
{
    constexpr double noise = 0.25;
    const double count = double(end - begin);
    const double mean = std::accumulate(begin, end, 0.0) / count;
    double square = 0;
    for (auto it = begin; it != end; ++it) {
        *it = float(*it - mean);
        square += double(*it) * *it;
    }
    const double length = std::sqrt(square) + noise * std::sqrt(count);
    for (auto it = begin; it != end; ++it)
        *it = float(*it / length);
}

std::vector<float> eyePattern(const Edges &edges, const cv::Rect &part, bool mirrored)
{
    // Each kind of edge by itself: dark glasses have strong ones, all in the wrong places.
    std::vector<float> pattern;
    for (const cv::Mat *map : {&edges.across, &edges.along, &edges.spots}) {
        const auto begin = std::ptrdiff_t(pattern.size());
        append(pattern, *map, part, mirrored);
        normalise(pattern.begin() + begin, pattern.end());
    }
    return pattern;
}

std::vector<float> mouthPattern(const Edges &edges)
{
    // Together: that a mouth has more edges along than across tells it from cloth.
    std::vector<float> pattern;
    append(pattern, edges.across, noseAndMouth, false);
    append(pattern, edges.along, noseAndMouth, false);
    normalise(pattern.begin(), pattern.end());
    return pattern;
}

std::vector<std::vector<float>> patternsOf(const Edges &edges, FacePart part)
{
    if (part == FacePart::Mouth)
        return {mouthPattern(edges)};
    return {eyePattern(edges, eyeOnTheLeft, false), eyePattern(edges, eyeOnTheRight, true)};
}

/// The cosine between them, times how far the pattern's length is from one.
double likenessOf(const std::vector<float> &pattern, const std::vector<short> &mean, double parts)
{
    double product = 0, square = 0;
    for (size_t i = 0; i < std::min(pattern.size(), mean.size()); ++i) {
        product += double(pattern[i]) * mean[i];
        square += double(mean[i]) * mean[i];
    }
    return square > 0 ? product / std::sqrt(square * parts) : 0;
}

} // namespace

std::vector<std::vector<float>> patternsOf(const base::Picture &chip, FacePart part)
{
    return patternsOf(edgesOf(chip), part);
}

Visibility visibilityOf(const base::Picture &chip)
{
    const Edges edges = edgesOf(chip);
    const auto eyes = patternsOf(edges, FacePart::Eye);
    return {std::min(likenessOf(eyes[0], meanEyePattern, 3), likenessOf(eyes[1], meanEyePattern, 3)),
            likenessOf(mouthPattern(edges), meanMouthPattern, 1)};
}

} // namespace likeness::face
