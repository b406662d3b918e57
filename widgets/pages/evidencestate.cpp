// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/evidencestate.h"

namespace likeness::pages
{

EvidenceState::Missing EvidenceState::missing() const
{
    if (picture == Picture::None)
        return Missing::Evidence;
    if (picture != Picture::Shown)
        return Missing::Picture;
    if (isMakingProbe)
        return Missing::Work;
    if (!isFaceChosen)
        return faces == Faces::Looking ? Missing::Faces : Missing::Choice;
    if (faces == Faces::Looking && !isChosenDrawn)
        return Missing::Faces; // it may yet get a better box
    // A probe that is there may be chosen again in a case that is only read.
    if (isReadOnly && !hasProbe)
        return Missing::ReadOnly;
    if (quality && quality->grade == model::FaceQuality::Grade::Unsuitable)
        return Missing::Suitability;
    return Missing::Nothing;
}

} // namespace likeness::pages
