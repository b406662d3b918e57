// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/casefile.h"
#include "engine/policy/caserules.h"

#include <optional>

namespace likeness::pages
{

/// What the Candidates page shows, and what may be done with the chosen candidate.
struct CandidatesState {
    enum class View { NoCase, NoSearch, Closed, NoCandidate, NothingAbove, List };

    bool hasCase = false;
    const model::Search *search = nullptr;
    bool isReadOnly = false;
    bool isCandidateChosen = false;
    bool isSetAside = false;
    /// Snapshot of the gallery as it is now; nothing while that is not known.
    std::optional<QString> currentSnapshot{};
    bool isClosed = false;                   ///< the list was not opened by this account
    std::vector<policy::Rule> unmetToOpen{}; ///< what stands in the way of opening it

    View view() const;
    /// Some candidates lie beyond the line, and this account has not opened them.
    bool isFolded() const { return search && !isClosed && search->folded > 0; }
    bool mayOpen() const { return view() == View::Closed && unmetToOpen.empty(); }
    bool isGalleryNewer() const;
    bool mayCompare() const { return view() == View::List && isCandidateChosen; }
    bool mayDecide() const { return mayCompare() && !isReadOnly; }
};

/// The candidate `steps` further down the list, or up when negative; stops at its ends. Empty without any.
model::PortraitId neighbour(const model::Search &search, const model::PortraitId &from, int steps);

} // namespace likeness::pages
