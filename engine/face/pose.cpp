// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/pose.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace likeness::face
{

namespace
{

constexpr double noseDepth = 0.45;   ///< of the base of the nose before the eyes, in eye distances
constexpr double noseHeight = 0.765; ///< of it under the eyes of a face that looks straight

double degrees(double radians)
{
    return radians * 180 / std::numbers::pi;
}

} // namespace

Pose poseOf(const Landmarks &landmarks, int pictureWidth, int pictureHeight)
{
    const model::EyePoints eyes = eyesOf(landmarks);
    const double alongX = (eyes.right.x - eyes.left.x) * pictureWidth;
    const double alongY = (eyes.right.y - eyes.left.y) * pictureHeight;
    const double square = alongX * alongX + alongY * alongY;
    if (square <= 0)
        return {};
    const double noseX = (landmarks[4].x - (eyes.left.x + eyes.right.x) / 2) * pictureWidth;
    const double noseY = (landmarks[4].y - (eyes.left.y + eyes.right.y) / 2) * pictureHeight;
    const double x = (noseX * alongX + noseY * alongY) / square;
    const double y = (noseY * alongX - noseX * alongY) / square;
    const double yaw = std::atan(x / noseDepth);
    return {degrees(yaw), std::clamp(degrees((y * std::cos(yaw) - noseHeight) / noseDepth), -90.0, 90.0),
            degrees(std::atan2(alongY, alongX))};
}

} // namespace likeness::face
