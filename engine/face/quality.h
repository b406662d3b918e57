// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/face/pose.h"
#include "engine/face/visibility.h"
#include "engine/model/face.h"

#include <optional>
#include <vector>

namespace likeness::face
{

/// Which pixels of a chip are measured: 255 in an ellipse around the face, 50 pixels to either side of the
/// middle and 60 up and down from 10 under it, else 0; row by row. What is behind the face does not count,
/// nor, with the frame that the chip was cut with, what lies beyond the picture's border or within two pixels
/// of it.
using FacePixels = std::vector<unsigned char>;
FacePixels facePixels();
FacePixels facePixels(const Frame &frame, const base::Picture &picture);

struct Exposure {
    double luminance = 128; ///< mean grey, 0 to 255
    double brightShare = 0; ///< share of pixels of 247 and more
};
Exposure exposureOf(const base::Picture &chip, const FacePixels &pixels = facePixels());

/// What is measured of one face. See grade() for how it decides.
struct QualityMeasures {
    double eyeDistancePx = 0; ///< in pixels of the original picture
    double focus = 0;         ///< focusOf the chip
    double contrast = 0;      ///< contrastOf the chip
    double finderScore = 0;   ///< best score of the finder's network at this place, also below its threshold
    bool eyesByHand = false;  ///< a person says that there is a face, and where its eyes are
    std::optional<Pose> pose; ///< nothing where the predictor sees no face, so that only the eyes are known
    Exposure exposure;
    Visibility visibility;
    double blockiness = 1; ///< of the picture around the face
};

/// Variance of the Laplacian (4 neighbours) of these pixels in grey: falls with blur and with enlargement.
/// Grey is 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601). Until there were components, what is behind the face
/// counted too.
double focusOf(const base::Picture &chip, const FacePixels &pixels = facePixels());
/// Standard deviation of these pixels in grey, 0..127. Likewise.
double contrastOf(const base::Picture &chip, const FacePixels &pixels = facePixels());

/// The thresholds come from the loss of rank 1 that `likeness-benchmark quality` measures: pictures of the
/// shared development faces with 60 pixels between the eyes are made worse step by step and searched in a
/// gallery of 2,045 persons. One rule for all: a face is limited beyond the value at which 5% of the rank-1
/// rate is lost, unsuitable beyond that at which 30% is lost, linearly between two steps and rounded; but no
/// threshold may name more than 3 (unsuitable: 0.3) of 100 pictures that nobody made worse. Where a series
/// does not lose 30% there is no unsuitable. 160 probes; a loss of 5% is known to within some 5, and a face
/// that is a little worse in several ways at once loses more than any of them says. One way at a time, on
/// photographs of the press: no promise for other cameras.
///
///     component        measure at a loss of 5%, 30%     limited   unsuitable
///     eye-distance     13.6 px, 8.9 px                  14        9
///     yaw              33.4 degrees, not reached        33        -
///     pitch            28.4 degrees, not reached        29        -
///     focus            8.2, 3.4                         8         3.4
///     under-exposure   62, 16 (mean grey)               60        16
///     over-exposure    0.18, 0.52 (share in white)      0.18      0.52
///     contrast         19, 6.6                          19        6.6
///     eyes-visible     0.35, 0.13 (bars)                0.04      -0.16     held back by undegraded faces
///     mouth-visible    0.36, 0.09 (masks)               0.13      0.01      held back by undegraded faces
///     compression      3.2, 6.6                         3.2       6.6
///
/// Because of what held them back, the last but one see what covers much: of bars over the eyes as high as a
/// third of the eye distance, dark glasses and hands the medians are -0.08, -0.27 and -0.02; of a mask from
/// the nose down 0.11. Of a mask from the mouth down it is 0.34, as of a face without: that one is not seen
/// and costs 9.5%; nor is a bar as high as a sixth (0.19, which costs 23%). The roll is told and not graded:
/// the aligner undoes it, and the loss beyond 15 degrees (34 probes, 7%) may be none.
///
/// Of a face that is turned so far that it is limited, or whose pose is not known, eyes-visible and
/// mouth-visible are limited at most: turned, less of them is seen, and turned faces lose less than 30%.
constexpr double unsuitableEyeDistancePx = 9;
constexpr double limitedEyeDistancePx = 14;
constexpr double limitedYaw = 33;   ///< degrees to either side
constexpr double limitedPitch = 29; ///< degrees up or down
constexpr double unsuitableFocus = 3.4;
constexpr double limitedFocus = 8;
constexpr double unsuitableLuminance = 16;
constexpr double limitedLuminance = 60;
constexpr double unsuitableBrightShare = 0.52;
constexpr double limitedBrightShare = 0.18;
constexpr double unsuitableContrast = 6.6;
constexpr double limitedContrast = 19;
constexpr double unsuitableEyesVisible = -0.16;
constexpr double limitedEyesVisible = 0.04;
constexpr double unsuitableMouthVisible = 0.01;
constexpr double limitedMouthVisible = 0.13;
constexpr double unsuitableBlockiness = 6.6;
constexpr double limitedBlockiness = 3.2;

/// plausibility = (finder score + 1) / 2, cut to 0..1: 0.5 is the finder's own threshold, 1 a score of one,
/// which most frontal faces reach. It tells faces from other things and not good faces from bad, so no loss
/// of rank decides: the profile in the sample photographs has 0.79; drawn boxes on emblem, glasses, watches,
/// knee and tap stay at 0, on the skull of a T-shirt at 0.14.
constexpr double unsuitablePlausibility = 0.5;
constexpr double limitedPlausibility = 0.65;

/// The worst of the single grades; `reasons` names all that hold it back. `components`, in this order, each
/// after the component of ISO/IEC 29794-5 that it comes nearest to, none measured as it says and none
/// conformant with it:
///
///     eye-distance    inter-eye distance
///     yaw pitch roll  head pose; not there when only the eyes are known
///     focus           sharpness
///     under-exposure  under-exposure prevention: the mean grey
///     over-exposure   over-exposure prevention: the share in white
///     contrast        dynamic range
///     eyes-visible    eyes visible
///     mouth-visible   mouth occlusion prevention
///     compression     no compression artefacts: blockinessOf
///     plausibility    (of its own kind)
///
/// A low plausibility makes a face Unsuitable, unless a person has set the eyes: the finder misses profiles
/// and tilted faces, so then it is Limited.
model::FaceQuality grade(const QualityMeasures &measures);

} // namespace likeness::face
