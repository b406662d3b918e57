// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"

#include <array>
#include <vector>

namespace likeness::imaging
{

/// The arithmetic of single edits, all in integers; parameters have been checked (engine/imaging/derivation.h
/// says what they mean). Pure; thread-safe.

/// Whole pixels, right and bottom excluded.
struct PixelBox {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};

/// Sine and cosine in units of 2^-30. Their error is below 2^-26.
struct Turn {
    static constexpr int bits = 30;
    qint64 sine = 0;
    qint64 cosine = 0;
};
Turn turnOf(int milliDegrees);

base::Picture cropped(const base::Picture &picture, const PixelBox &box);
/// Quarter turns clockwise, 0 to 3.
base::Picture turnedByQuarters(const base::Picture &picture, int quarters);
/// Onto a canvas of that size, centre upon centre. Cancelled.
base::Result<base::Picture> turned(const base::Picture &picture, const Turn &turn, int width, int height,
                                   base::Progress &progress);
base::Picture mirroredSideways(const base::Picture &picture);
base::Picture mirroredUpsideDown(const base::Picture &picture);

using ValueTable = std::array<uchar, 256>;
ValueTable levelsTable(int black, int white);
ValueTable gammaTable(int thousandths);
base::Picture looked(const base::Picture &picture, const ValueTable &table);

base::Picture deinterlaced(const base::Picture &picture, int firstLine, bool linear);
/// Linear in both directions; width and height are not below those of the picture.
base::Picture enlarged(const base::Picture &picture, int width, int height);
base::Result<base::Picture> denoised(const base::Picture &picture, int radius, int strength,
                                     base::Progress &progress);
base::Result<base::Picture> sharpened(const base::Picture &picture, int radius, int amount,
                                      base::Progress &progress);
/// The mean of pictures of one size and format, at most 255 of them.
base::Picture averaged(const std::vector<base::Picture> &pictures);

} // namespace likeness::imaging
