// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/policy/caserules.h"

#include <optional>
#include <vector>

namespace likeness::pages
{

/// The gates of a search as the page lists them, and the one that stands beside the button.
struct SearchState {
    enum class Topic { Person, Access, Policy, Engine, Probe, Kind, Gallery, Length };
    struct Gate {
        Topic topic;
        std::optional<policy::Rule> unmet;  ///< nothing: the gate is open
        std::optional<base::Error> problem; ///< the policy profile itself: missing, tampered with, expired
        bool isOpen() const { return !unmet && !problem; }
    };

    policy::SearchGateInput input;
    std::optional<base::Error> profileProblem;
    bool isSearching = false;

    std::vector<Gate> gates() const; ///< one for each topic, in the order they are read
    std::optional<Gate> firstClosed() const;
    std::optional<policy::Rule> firstUnmet() const; ///< of the first closed gate; nothing for a problem
    bool maySearch() const { return !isSearching && !firstClosed(); }
};

} // namespace likeness::pages
