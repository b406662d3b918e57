// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/model/face.h"

namespace likeness::face
{

/// What is measured of one face. See grade() for how it decides.
struct QualityMeasures {
    double eyeDistancePx = 0; ///< in pixels of the original picture
    double focus = 0;         ///< focusOf the chip
    double contrast = 0;      ///< contrastOf the chip
    double finderScore = 0;   ///< best score of the finder's network at this place, also below its threshold
    bool eyesByHand = false;  ///< a person says that there is a face, and where its eyes are
};

/// Variance of the Laplacian (4 neighbours) of the grey chip: falls with blur and with enlargement. Grey is
/// 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601).
double focusOf(const base::Picture &chip);
/// Standard deviation of the grey chip, 0..127.
double contrastOf(const base::Picture &chip);

/// The chip has 52.5 px between the eyes: under 24 px it enlarges the face more than twice, and what the
/// template is made of was not in the picture; under 40 px it is visibly enlarged.
constexpr double unsuitableEyeDistancePx = 24;
constexpr double limitedEyeDistancePx = 40;

/// Measured on the 22 faces of the sample photographs (focus 31 to 529, contrast 27 to 73) by blurring,
/// shrinking and darkening them; "moves" is the median distance of the template from its sharp self. A
/// Gaussian of 2 px on the chip leaves a focus of 6 and moves it by 0.25, one of 4 px leaves 2.5 and moves it
/// by 0.43, as far as one person is from another. Photographs enlarged 6 times have 12 and 0.25, 8 times 8
/// and 0.35.
constexpr double unsuitableFocus = 2.5;
constexpr double limitedFocus = 10;
/// A tenth of the light leaves a contrast of 5 and moves the template by 0.35, a twentieth 2.4 and 0.5; a
/// quarter leaves 12 and 0.2.
constexpr double unsuitableContrast = 4;
constexpr double limitedContrast = 12;

/// plausibility = (finder score + 1) / 2, cut to 0..1: 0.5 is the finder's own threshold, 1 a score of one,
/// which most frontal faces reach. The profile in the samples has 0.79. Drawn boxes on emblem, glasses,
/// watches, knee and tap stay at 0, on the skull of a T-shirt at 0.14.
constexpr double unsuitablePlausibility = 0.5;
constexpr double limitedPlausibility = 0.65;

/// The worst of the single grades; `reasons` names all that hold it back ("eye-distance", "focus",
/// "contrast", "plausibility"). A low plausibility makes a face Unsuitable, unless a person has set the eyes:
/// the finder misses profiles and tilted faces, so then it is Limited.
model::FaceQuality grade(const QualityMeasures &measures);

} // namespace likeness::face
