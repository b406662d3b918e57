// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"

#include <vector>

namespace likeness::face
{

/// Small harmless changes of a chip of 150 px, RGB: what another hand, another look of the finder or another copy of the
/// picture would have made of the same face. A candidate that depends on them is a fragile lead.
///
/// - The face moved by 2 px to each side, up and down: how far the eye points of two careful people differ. What comes in
///   at the border is its nearest pixel.
/// - The chip compressed once more as JPEG does it at quality 50: each 8 x 8 block of each colour is transformed (DCT),
///   divided by the luminance table of ITU-T T.81, annex K.1, rounded, and taken back.
///
/// The mirror image is not among them: templates of the shipped settings are the mean with it, so it changes nothing.
/// Pure.
std::vector<base::Picture> harmlessVariations(const base::Picture &chip);
constexpr int harmlessVariationCount = 5;

} // namespace likeness::face
