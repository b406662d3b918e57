// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/aligner.h"

namespace likeness::face
{

/// Where a head is turned, in degrees, as far as five points tell. Named after the head pose of ISO/IEC
/// 29794-5 and not measured as it says.
///
/// With d the distance between the middles of the eyes, and x and y where the base of the nose stands from
/// the middle between them, along the line of the eyes and across it, in units of d:
///
///     roll  = the angle of the line of the eyes
///     yaw   = atan(x / 0.45)
///     pitch = (y cos(yaw) - 0.765) / 0.45 radians, cut to +-90 degrees
///
/// The nose's base stands 0.45 d before the middles of the eyes (a round figure: some 28 mm where those are
/// 63 mm apart), so a turn moves it by its sine while the eyes come nearer by its cosine; 0.765 is the median
/// y of 3,988 of the shared faces. What it can not tell: noses differ, which alone moves the pitch by some 10
/// degrees and the yaw by some 3; and of a profile only one eye is seen, so the predictor guesses the other,
/// and a yaw of 60 may be one of 90.
struct Pose {
    double yaw = 0;   ///< positive: the nose points to the right of the picture
    double pitch = 0; ///< positive: the nose points down
    double roll = 0;  ///< positive: the head leans clockwise as seen
};
Pose poseOf(const Landmarks &landmarks, int pictureWidth, int pictureHeight);

} // namespace likeness::face
