// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/networks.h"

#include <memory>

namespace likeness::face
{

/// dlib's MMOD finder run through our own convolutions, level by level, a few rows at a time, so that the
/// memory grows with the picture's width alone. A part of a picture gets the scores of the whole. Looks at
/// cancel every eight rows of the output grid (64 pixels of a level); reports cells of it.
std::unique_ptr<Finder> makeDirectFinder(const FinderWeights &weights);

} // namespace likeness::face
