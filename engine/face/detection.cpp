// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/detection.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace likeness::face
{

namespace
{

double area(long left, long top, long right, long bottom)
{
    return right < left || bottom < top ? 0 : double(right - left + 1) * double(bottom - top + 1);
}

bool sameFace(const Detection &a, const Detection &b, const OverlapLimit &limit)
{
    const double inner = area(std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
                              std::min(a.bottom, b.bottom));
    if (inner == 0)
        return false;
    const double outer = area(std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
                              std::max(a.bottom, b.bottom));
    return inner / outer > limit.intersectionOverUnion ||
           inner / area(a.left, a.top, a.right, a.bottom) > limit.covered ||
           inner / area(b.left, b.top, b.right, b.bottom) > limit.covered;
}

} // namespace

bool strongerFirst(const Detection &a, const Detection &b)
{
    return std::tuple(-a.score, a.top, a.left) < std::tuple(-b.score, b.top, b.left);
}

std::vector<Detection> suppressOverlaps(std::vector<Detection> detections, const OverlapLimit &limit)
{
    std::sort(detections.begin(), detections.end(), strongerFirst);
    std::vector<Detection> kept;
    for (const Detection &candidate : detections)
        if (std::none_of(kept.begin(), kept.end(),
                         [&](const Detection &stronger) { return sameFace(stronger, candidate, limit); }))
            kept.push_back(candidate);
    return kept;
}

model::RelativeRect toRelative(const Detection &detection, const base::Picture &picture)
{
    const double width = picture.width(), height = picture.height();
    const double left = std::clamp(detection.left / width, 0.0, 1.0);
    const double top = std::clamp(detection.top / height, 0.0, 1.0);
    return {left, top, std::clamp((detection.right + 1) / width, 0.0, 1.0) - left,
            std::clamp((detection.bottom + 1) / height, 0.0, 1.0) - top};
}

Detection toPixels(const model::RelativeRect &rect, const base::Picture &picture)
{
    const long left = std::lround(rect.x * picture.width());
    const long top = std::lround(rect.y * picture.height());
    return {left, top, std::max(left, std::lround(rect.right() * picture.width()) - 1),
            std::max(top, std::lround(rect.bottom() * picture.height()) - 1), 0};
}

model::RelativePoint toRelativePoint(double column, double row, const base::Picture &picture)
{
    return {(column + 0.5) / picture.width(), (row + 0.5) / picture.height()};
}

} // namespace likeness::face
