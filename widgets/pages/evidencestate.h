// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/face.h"

#include <optional>

namespace likeness::pages
{

/// What the Evidence page knows of the picture that is looked at, and what may be done with it.
struct EvidenceState {
    enum class Picture { None, Opening, Shown, Failed };
    enum class Faces { NotLooked, Looking, Found, NoneFound, Failed };
    enum class Missing { Nothing, Evidence, Picture, Faces, Choice, ReadOnly, Suitability, Work };

    bool isReadOnly = false;
    Picture picture = Picture::None;
    std::optional<base::Error> pictureError;
    Faces faces = Faces::NotLooked;
    std::optional<base::Error> facesError;
    bool isFaceChosen = false;
    bool isChosenDrawn = false;                ///< by hand: nothing that the finder still has to say changes it
    bool hasProbe = false;                     ///< the chosen face was made a probe before
    std::optional<model::FaceQuality> quality; ///< of the chosen face, when measured
    bool isMakingProbe = false;

    /// Why the chosen face cannot become the probe; the first reason that a person can do something about.
    Missing missing() const;
    bool mayDraw() const { return picture == Picture::Shown && !isReadOnly; }
};

} // namespace likeness::pages
