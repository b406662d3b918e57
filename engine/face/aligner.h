// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/detection.h"
#include "engine/model/face.h"

#include <QByteArray>

#include <array>
#include <memory>
#include <optional>

namespace likeness::face
{

/// Five points as dlib's predictor orders them, as seen in the picture of an upright face: 0 outer and
/// 1 inner corner of the eye on the picture's right, 2 outer and 3 inner corner of the eye on its left,
/// 4 base of the nose. Whole pixels in dlib; kept relative (see detection.h for the half pixel).
using Landmarks = std::array<model::RelativePoint, 5>;

/// Middle of the two corners of each eye.
model::EyePoints eyesOf(const Landmarks &landmarks);

/// Similarity transform from a square crop to the picture: `side` pixels of the picture, turned by `angle`
/// around the centre. What dlib::chip_details holds.
struct Frame {
    double centerX = 0, centerY = 0; ///< pixel centres, as dlib's points
    double side = 0;
    double angle = 0; ///< radians, clockwise as seen
};

constexpr int chipSide = 150;
constexpr double chipPadding = 0.25;

/// dlib's chip of a five-point face: get_face_chip_details(face, 150, 0.25), the least-squares fit of
/// dlib's mean face to the points.
Frame chipFrame(const Landmarks &landmarks, const base::Picture &picture);
/// The similarity transform that puts the two eye points where that mean face has the middles of its eyes:
/// (47.733, 47.140) and (100.281, 47.123) in the chip of 150 pixels, counted, as dlib counts there, from the
/// corner of the first pixel: in pixel centres half a pixel less.
Frame chipFrame(const model::EyePoints &eyes, const base::Picture &picture);
/// `frame`, moved, turned and scaled as `to` is against `from`.
Frame follow(const Frame &frame, const Frame &from, const Frame &to);
/// A square as large as the mean of a box's sides, not turned.
Frame squareFrame(const Detection &box);

/// Crops as dlib::extract_image_chip, pixels outside the picture black. `picture` is RGB.
base::Picture cut(const base::Picture &picture, const Frame &frame, int sidePx);

/// The five-point predictor. Thread-safe. Throws dlib::serialization_error on other bytes.
class LandmarkPredictor
{
public:
    explicit LandmarkPredictor(const QByteArray &bytes);
    ~LandmarkPredictor();
    /// `box` as the finder gives it: it may reach over the border. `picture` is RGB.
    Landmarks predict(const base::Picture &picture, const Detection &box) const;

private:
    struct Predictor;
    std::unique_ptr<Predictor> m_predictor;
};

} // namespace likeness::face
