// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/face.h"

#include <QImage>

#include <functional>
#include <random>
#include <vector>

namespace likeness::benchmark
{

/// A grey picture of one face and where its eyes are.
struct FacePicture {
    QImage image; ///< Format_Grayscale8
    model::EyePoints eyes;

    double eyeDistance() const;              ///< in pixels
    FacePicture scaledTo(double eyes) const; ///< pixels between the eyes
};

/// A picture made worse in one way, step by step, the mildest first. What is random comes from `random`.
struct Degradation {
    struct Step {
        QString name;
        std::function<FacePicture(const FacePicture &, std::mt19937 &)> apply;
    };
    QString name;
    QString component;    ///< of model::FaceQuality that ought to tell
    bool lowIsBad = true; ///< its value falls
    std::vector<Step> steps;
};

/// Pixels between the eyes of the picture that everything but the shrinking begins with.
constexpr double baseEyeDistance = 60;

/// Fewer pixels, a Gaussian blur, less light and more, less contrast, JPEG; a bar over the eyes, dark glasses
/// and a hand over one of them; a mask that is drawn up, a hand on the mouth. A camera's noise, a Gaussian of
/// deviation 2, comes to what is darkened or paled, because without it eight bits would keep more than any
/// camera does.
std::vector<Degradation> degradations();

} // namespace likeness::benchmark
