// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/networks.h"

#include <memory>

namespace likeness::face
{

/// dlib's MMOD finder run through our own convolutions, level by level, each level in tiles that overlap by the network's
/// reach, so that the answer is that of the whole level at once and the memory does not grow with the
/// picture. Looks at cancel before each tile; reports tiles.
///
/// `tileCells` is the side of a tile in cells of the output grid (eight pixels each); tests make it small.
std::unique_ptr<Finder> makeDirectFinder(const FinderWeights &weights, int tileCells = 256);

} // namespace likeness::face
