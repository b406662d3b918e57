// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/faceengine.h"

namespace likeness::face
{

/// How much larger and smaller the face of DescriberSettings::sizes stands in the chip.
constexpr double largerFace = 0.88, smallerFace = 1.12;

/// The chips that a template is the mean of: the chip itself, then what the settings add to it, each with its mirror
/// image behind it. Another size is sampled from the chip with bilinear weights; where the smaller face asks for pixels
/// beyond the chip, the nearest of its border stands in. `chip` is RGB. Pure.
std::vector<base::Picture> viewsOf(const base::Picture &chip, const DescriberSettings &settings);

} // namespace likeness::face
