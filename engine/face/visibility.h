// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"

#include <vector>

namespace likeness::face
{

/// Whether eyes and mouth can be seen. The edges of a part of the chip are held against the mean of faces:
/// their strength across and along, for the eyes also how far a pixel stands from its surroundings, in cells
/// of 5x5 pixels, as square roots less their mean, scaled to length one. What is given is their correlation,
/// -1 to 1: around 0.4 for a face as it should be, around 0 where something else is. Light and contrast do
/// not change it. Named after the components "eyes visible" and "mouth occlusion prevention" of ISO/IEC
/// 29794-5 and not measured as it says.
///
/// What it does not see: lenses that the eyes are seen through, a hand beside the mouth, a covered forehead
/// or chin. A beard, a moustache and strong shadows lower it.
struct Visibility {
    double eyes = 0;  ///< of the less visible eye
    double mouth = 0; ///< nose and mouth
};
/// `chip` is aligned, 150x150. Pure.
Visibility visibilityOf(const base::Picture &chip);

/// What is held against the mean: for `likeness-benchmark quality`, which makes the means of
/// facepatterns.cpp.
enum class FacePart { Eye, Mouth };
std::vector<std::vector<float>> patternsOf(const base::Picture &chip,
                                           FacePart part); ///< two of Eye, one of Mouth

/// The means, 144 and 264 numbers in thousandths. They were made of the shared development faces of which
/// there is one picture a person, by `likeness-benchmark quality --patterns FILE`.
extern const std::vector<short> meanEyePattern, meanMouthPattern;

} // namespace likeness::face
