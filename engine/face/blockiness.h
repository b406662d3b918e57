// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/aligner.h"

namespace likeness::face
{

/// How much stronger the steps between neighbouring pixels are where blocks of eight meet than elsewhere:
/// compression as JPEG does it leaves such a grid. Of the picture's own pixels (not the chip's, which are
/// sampled again), in the square of `frame`, not turned, that lies in the picture: with m(p) the mean
/// absolute difference of neighbours of which the second is at a column that leaves p when divided by eight,
/// the largest m(p) over the mean of the seven others; rows likewise; and the mean of both. 1 without a grid
/// or without enough pixels (24 each way). Named after "no compression artefacts" of ISO/IEC 29794-5 and not
/// measured as it says.
///
/// What it does not see: a picture that was scaled or turned after it was compressed, a grid of other size,
/// and recordings whose decoder smooths the edges of blocks, as most do.
double blockinessOf(const base::Picture &picture, const Frame &frame);

} // namespace likeness::face
