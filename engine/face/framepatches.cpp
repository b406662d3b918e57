// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/framepatches.h"

#include <QCryptographicHash>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace likeness::face
{

namespace
{

constexpr int patchSide = 32;
constexpr double scaleStep = 1.06;
/// A face that is followed this well needs no other size tried.
constexpr double certain = 0.95;
/// Another size is only taken when it is clearly better: noise must not make boxes breathe.
constexpr double scaleGain = 0.02;
/// Standard deviation in grey values below which there is nothing to correlate.
constexpr double flat = 2;

double deviationOf(const cv::Mat &values)
{
    cv::Scalar mean, deviation;
    cv::meanStdDev(values, mean, deviation);
    return deviation[0];
}

/// Where between its neighbours the top of a parabola through three scores lies, -0.5 to 0.5.
double topOf(double before, double at, double after)
{
    const double bend = before - 2 * at + after;
    return bend < -1e-12 ? std::clamp(0.5 * (before - after) / bend, -0.5, 0.5) : 0;
}

double correlationOf(const cv::Mat &a, const cv::Mat &b)
{
    cv::Mat score;
    cv::matchTemplate(a, b, score, cv::TM_CCOEFF_NORMED);
    return score.at<float>(0, 0);
}

double sharedHistogram(const cv::Mat &a, const cv::Mat &b)
{
    std::array<int, 32> countsA{}, countsB{};
    for (int y = 0; y < a.rows; ++y)
        for (int x = 0; x < a.cols; ++x) {
            ++countsA[a.at<uchar>(y, x) / 8];
            ++countsB[b.at<uchar>(y, x) / 8];
        }
    int shared = 0;
    for (size_t i = 0; i < countsA.size(); ++i)
        shared += std::min(countsA[i], countsB[i]);
    return double(shared) / double(a.total());
}

} // namespace

struct SmallFrame::Levels {
    std::vector<cv::Mat> greys; ///< each half as large as the one before
    cv::Mat cells;              ///< 32x24 means

    /// `box` with the levels' own pixels, brought to `columns` x `rows`: from the level that is just fine
    /// enough, because sampling a finer one would alias.
    cv::Mat sampled(const model::RelativeRect &box, int columns, int rows) const
    {
        size_t level = 0;
        while (level + 1 < greys.size() && box.width * greys[level + 1].cols >= columns &&
               box.height * greys[level + 1].rows >= rows)
            ++level;
        const cv::Mat &grey = greys[level];
        const double stepX = box.width * grey.cols / columns, stepY = box.height * grey.rows / rows;
        const cv::Matx23d map(stepX, 0, box.x * grey.cols + stepX / 2 - 0.5, //
                              0, stepY, box.y * grey.rows + stepY / 2 - 0.5);
        cv::Mat values;
        cv::warpAffine(grey, values, map, {columns, rows}, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                       cv::BORDER_REPLICATE);
        return values;
    }
};

SmallFrame::SmallFrame(const base::Picture &picture, double shrink)
{
    // OpenCV does not write to it, but its Mat knows no const.
    const cv::Mat pixels(picture.height(), picture.width(), CV_8UC(picture.channels()),
                         const_cast<uchar *>(picture.line(0)));
    cv::Mat grey;
    if (picture.format() == base::Picture::Format::Grey)
        grey = pixels.clone(); // the picture's memory may go before the frame does
    else
        cv::cvtColor(pixels, grey, cv::COLOR_RGB2GRAY);
    const cv::Size size(std::max(1, int(std::lround(grey.cols * shrink))),
                        std::max(1, int(std::lround(grey.rows * shrink))));
    if (size != grey.size()) {
        cv::Mat small;
        cv::resize(grey, small, size, 0, 0, cv::INTER_AREA);
        grey = small;
    }
    auto levels = std::make_shared<Levels>();
    levels->greys.push_back(grey);
    while (std::min(levels->greys.back().cols, levels->greys.back().rows) >= 2 * patchSide) {
        cv::Mat half;
        cv::resize(levels->greys.back(), half, {}, 0.5, 0.5, cv::INTER_AREA);
        levels->greys.push_back(half);
    }
    cv::resize(levels->greys.back(), levels->cells, {32, 24}, 0, 0, cv::INTER_AREA);
    d = std::move(levels);
}

QByteArray SmallFrame::digest() const
{
    const cv::Mat &grey = d->greys.front();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (int y = 0; y < grey.rows; ++y)
        hash.addData(QByteArrayView(grey.ptr<char>(y), grey.cols));
    return hash.result();
}

qint64 SmallFrame::byteCount() const
{
    qint64 bytes = 0;
    for (const cv::Mat &grey : d->greys)
        bytes += qint64(grey.total());
    return bytes;
}

double SmallFrame::shrinkFor(int width, int height, int smallestFacePx, qint64 frames, qint64 bytes)
{
    const double shrink = std::min(1.0, double(patchSide) / std::max(1, smallestFacePx));
    // Each level has a quarter of the one before.
    const double needed = double(width) * height * shrink * shrink * 4 / 3 * double(frames);
    return needed > double(bytes) ? shrink * std::sqrt(double(bytes) / needed) : shrink;
}

bool SmallFrame::hasChangedIn(const SmallFrame &later) const
{
    constexpr double changed = 4;
    return cv::norm(d->greys.back(), later.d->greys.back(), cv::NORM_INF) >= changed;
}

bool SmallFrame::isCutBefore(const SmallFrame &next) const
{
    const cv::Mat &a = d->cells, &b = next.d->cells;
    if (cv::norm(a, b, cv::NORM_L1) / double(a.total()) <= 8)
        return false;
    const double correlation = deviationOf(a) < flat || deviationOf(b) < flat ? 0 : correlationOf(a, b);
    return correlation < 0.5 || (correlation < 0.8 && sharedHistogram(a, b) < 0.6);
}

struct FacePatch::Values {
    cv::Mat grey;
    bool isFlat = false;
};

FacePatch::FacePatch(const SmallFrame &frame, const model::RelativeRect &box)
{
    auto values = std::make_shared<Values>();
    values->grey = frame.d->sampled(box, patchSide, patchSide);
    values->isFlat = deviationOf(values->grey) < flat;
    d = std::move(values);
}

FacePatch::Place FacePatch::findIn(const SmallFrame &frame, const model::RelativeRect &expected,
                                   double reach) const
{
    Place best{expected, -1};
    if (d->isFlat)
        return best;
    const int margin = std::max(1, int(std::lround(reach * patchSide)));
    const int side = patchSide + 2 * margin;
    const model::RelativePoint middle = expected.center();
    for (const double scale : {1.0, 1 / scaleStep, scaleStep}) {
        if (best.score >= certain)
            break;
        const double width = expected.width * scale, height = expected.height * scale;
        const model::RelativeRect window{middle.x - width * side / patchSide / 2,
                                         middle.y - height * side / patchSide / 2, width * side / patchSide,
                                         height * side / patchSide};
        const cv::Mat values = frame.d->sampled(window, side, side);
        cv::Mat scores;
        cv::matchTemplate(values, d->grey, scores, cv::TM_CCOEFF_NORMED);
        double score = 0;
        cv::Point at;
        cv::minMaxLoc(scores, nullptr, &score, nullptr, &at);
        if (!std::isfinite(score) || score <= best.score + (scale == 1.0 ? 0 : scaleGain))
            continue;
        // Correlation with a flat place divides by nothing and may say anything.
        if (deviationOf(values(cv::Rect(at.x, at.y, patchSide, patchSide))) < flat)
            continue;
        double dx = 0, dy = 0;
        if (at.x > 0 && at.x + 1 < scores.cols)
            dx = topOf(scores.at<float>(at.y, at.x - 1), score, scores.at<float>(at.y, at.x + 1));
        if (at.y > 0 && at.y + 1 < scores.rows)
            dy = topOf(scores.at<float>(at.y - 1, at.x), score, scores.at<float>(at.y + 1, at.x));
        best = {{window.x + (at.x + dx) * width / patchSide, window.y + (at.y + dy) * height / patchSide,
                 width, height},
                std::min(score, 1.0)};
    }
    return best;
}

double overlapOf(const model::RelativeRect &a, const model::RelativeRect &b)
{
    const double width = std::min(a.right(), b.right()) - std::max(a.x, b.x);
    const double height = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    if (width <= 0 || height <= 0)
        return 0;
    const double inner = width * height;
    return inner / (a.width * a.height + b.width * b.height - inner);
}

} // namespace likeness::face
