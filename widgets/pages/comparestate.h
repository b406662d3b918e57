// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/casefile.h"

#include <optional>

namespace likeness::pages
{

/// What the Compare page may do. It knows of the candidate only that there is one: distance and rank have
/// no place where two faces are judged.
struct CompareState {
    enum class View { NoCase, NoCandidate, Pair };
    enum class Missing { Nothing, Candidate, ReadOnly, Pictures, Conclusion };

    bool hasCase = false;
    bool hasCandidate = false;
    bool isReadOnly = false;
    bool hasBothPictures = false;
    std::optional<model::Conclusion> conclusion; ///< chosen, not yet noted

    View view() const;
    Missing missing() const;
};

} // namespace likeness::pages
