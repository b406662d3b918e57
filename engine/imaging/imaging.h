// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/base/result.h"
#include "engine/model/geometry.h"

#include <optional>
#include <vector>

namespace likeness::imaging
{

/// Pure functions from Picture to Picture; thread-safe; nothing is read or written elsewhere.
/// Errors: InvalidArgument for a null picture or a region outside it.

/// The pixels of a region, rounded outward to whole pixels.
base::Result<base::Picture> crop(const base::Picture &picture, const model::RelativeRect &region);

/// Fits into maxWidth x maxHeight (at least 1) with area averaging; never enlarges. Null for a null picture.
base::Picture thumbnail(const base::Picture &picture, int maxWidth, int maxHeight);

/// Keeps the pixels of `keep` (rounded outward, as crop() does) and makes everything else unrecognisable:
/// blocks of at least 1/24 of the longer side and 16 px, each one colour, the mean of its pixels outside
/// `keep`. A block with less than a quarter block outside takes the mean of the blocks around it, and mid-grey
/// if those have less as well: no colour stands for a few pixels. Without a region all of it is pixelated.
/// No pixel of a block outside `keep` can be told from its neighbours.
base::Result<base::Picture> pixelateOutside(const base::Picture &picture,
                                            const std::optional<model::RelativeRect> &keep);

/// Makes these regions unrecognisable, each grown to whole pixels, and keeps everything else: they show what
/// pixelateOutside() makes of the whole picture. Regions may overlap, and there may be none.
base::Result<base::Picture> pixelateInside(const base::Picture &picture,
                                           const std::vector<model::RelativeRect> &regions);

/// The region grown by `factor` (0 and up) of its own size on each side and cut at the picture's border.
model::RelativeRect grown(const model::RelativeRect &region, double factor);

} // namespace likeness::imaging
