// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/model/derivation.h"

#include <functional>
#include <optional>
#include <vector>

namespace likeness::imaging
{

/// Derivations: ordered edits that make one picture of another. All pixels are made by integer and
/// fixed-point arithmetic, so that the same edits of the same picture give the same bytes on every machine
/// and compiler. Pure; thread-safe. Every channel is worked on alone; beyond the border the border's pixels
/// are repeated unless it is said otherwise.
///
/// The edits and their parameters. All are required, others are refused, ranges are inclusive.
///
///  crop           "box": [x,y,w,h] relative, inside the picture. Rounded outward to whole pixels; a side
///                 within 1/1000 px of a pixel's edge is that edge.
///  rotate         "degrees": -360 to 360, clockwise, taken in thousandths. Multiples of 90 move whole
///  pixels.
///                 Others turn about the centre with bilinear sampling (12 bits a direction); the canvas
///                 grows to hold all of the picture, and what lies outside it is grey 128.
///  mirror         "axis": "vertical" (left and right change places) or "horizontal" (top and bottom do).
///  levels         "black": 0 to 254, "white": 1 to 255, black below white, integers. black becomes 0,
///                 white 255, linear between and cut off beyond.
///  gamma          "gamma": 0.1 to 10, taken in thousandths. v becomes 255 (v/255)^(1/gamma): above 1 is
///  lighter. deinterlace    "field": "top" (lines 0, 2, ...) or "bottom" (lines 1, 3, ...): the field that is
///  kept;
///                 "method": "doubling" (each of its lines is shown twice) or "linear" (the other lines are
///                 the mean of the two around them). The picture has at least two lines.
///  aspect         "x", "y": the shape of a pixel, width to height, integers 1 to 65535 and at most 8 to 1.
///                 The shorter direction is enlarged linearly until pixels are square; nothing gets smaller.
///  denoise        "radius": 1 to 5 px; "strength": 1 to 100 per cent. The median of the square of
///                 2 radius + 1 px, mixed with the pixel itself by strength.
///  sharpen        "radius": 1 to 10 px; "amount": 1 to 300 per cent. Unsharp mask: amount times the
///  difference
///                 from a blur with triangular weights 1, 2, ..., radius + 1, ..., 2, 1 in both directions.
///  frame-average  "before", "after": frames before and after the frame that is edited, integers 0 to 30,
///  together
///                 at least 1. The mean of all of them, to which the edits before this one are applied as
///                 well. Once in a list.

/// A frame by its distance from the one that is edited: -1 is the frame before it.
using FrameSource = std::function<base::Result<base::Picture>(qint64 distance)>;

/// Edits of one derivation at most, and the largest picture that one of them may make.
inline constexpr int maximumEdits = 100;
inline constexpr int maximumSide = 32767;
inline constexpr qint64 maximumPixels = qint64(1) << 28;

/// Applies the edits in order. No edits give the original. Reports edits; looks at cancel before each and at
/// each line of the slow ones.
/// Errors: InvalidArgument for a null picture, an unknown, missing or out-of-range parameter, more than
/// maximumEdits, or frame-average without `others` or with frames of another size or format (subject "edits",
/// detail "3 rotate degrees": number from 1, edit, parameter); TooLarge; Cancelled; those of `others`.
base::Result<base::Picture> replay(const base::Picture &original, const std::vector<model::Edit> &edits,
                                   base::Progress &progress, const FrameSource &others = {});

/// The same checks without a picture: InvalidArgument as above.
base::Outcome checkEdits(const std::vector<model::Edit> &edits);

/// SHA-256 of "rgb 640 480\n" (or "grey", width and height in decimal) followed by the pixels, row by row.
QString pixelDigest(const base::Picture &picture);

struct PictureSize {
    int width = 0;
    int height = 0;
    friend bool operator==(const PictureSize &, const PictureSize &) = default;
};

/// The size that the edits make of a picture of that size; nothing when replay() would refuse them.
std::optional<PictureSize> derivedSize(const std::vector<model::Edit> &edits, PictureSize original);

/// Where a point of the derivation lies in the original, and the other way. Nothing when it lies outside, or
/// when replay() would refuse the edits. For showing; in double, and no pixel depends on it.
std::optional<model::RelativePoint> mapBack(const std::vector<model::Edit> &edits, PictureSize original,
                                            const model::RelativePoint &point);
std::optional<model::RelativePoint> mapForward(const std::vector<model::Edit> &edits, PictureSize original,
                                               const model::RelativePoint &point);
/// The upright rectangle of the original around a box of the derivation, cut at the border; nothing when
/// all of it is outside.
std::optional<model::RelativeRect> mapBack(const std::vector<model::Edit> &edits, PictureSize original,
                                           const model::RelativeRect &box);

} // namespace likeness::imaging
