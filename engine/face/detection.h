// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/model/geometry.h"

#include <vector>

namespace likeness::face
{

/// A square that the finder proposes: whole pixels of the picture, right and bottom included, as dlib's
/// rectangle. It may reach over the picture's border.
struct Detection {
    long left = 0, top = 0, right = 0, bottom = 0;
    double score = 0;
    long width() const { return right - left + 1; }
    long height() const { return bottom - top + 1; }
    friend bool operator==(const Detection &, const Detection &) = default;
};

/// By falling score; ties by top, then left.
bool strongerFirst(const Detection &a, const Detection &b);

/// dlib's test_box_overlap: two boxes are one face when intersection over union, or the covered part of
/// either, exceeds its limit. As dlib does, "union" here is the smallest box around both.
struct OverlapLimit {
    double intersectionOverUnion = 1;
    double covered = 1;
};

/// Greedy, strongest first, as dlib's loss_mmod_::to_label.
std::vector<Detection> suppressOverlaps(std::vector<Detection> detections, const OverlapLimit &limit);

/// Pixel l covers l/width to (l+1)/width of the picture, so a box from l to r is x = l/width and
/// width = (r+1-l)/width. Cut at the border, because a RelativeRect lies inside the picture.
model::RelativeRect toRelative(const Detection &detection, const base::Picture &picture);
/// The inverse, rounded to whole pixels (at least one).
Detection toPixels(const model::RelativeRect &rect, const base::Picture &picture);

/// dlib's points are pixel centres: pixel c is at (c + 0.5) / width.
model::RelativePoint toRelativePoint(double column, double row, const base::Picture &picture);

} // namespace likeness::face
