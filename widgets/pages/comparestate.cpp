// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/comparestate.h"

namespace likeness::pages
{

CompareState::View CompareState::view() const
{
    if (!hasCase)
        return View::NoCase;
    return hasCandidate ? View::Pair : View::NoCandidate;
}

CompareState::Missing CompareState::missing() const
{
    if (view() != View::Pair)
        return Missing::Candidate;
    if (isReadOnly)
        return Missing::ReadOnly;
    if (!hasBothPictures)
        return Missing::Pictures;
    return conclusion ? Missing::Nothing : Missing::Conclusion;
}

} // namespace likeness::pages
