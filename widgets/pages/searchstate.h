// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/policy/caserules.h"

#include <optional>
#include <vector>

namespace likeness::pages
{

/// The gates of a search as the page lists them, and the one that stands beside the button.
struct SearchState {
    enum class Topic { Access, Engine, Probe, Gallery, Length };
    struct Gate {
        Topic topic;
        std::optional<policy::Rule> unmet; ///< nothing: the gate is open
    };

    policy::SearchGateInput input;
    bool isSearching = false;

    std::vector<Gate> gates() const; ///< one for each topic, in the order they are read
    std::optional<policy::Rule> firstUnmet() const;
    bool maySearch() const { return !isSearching && !firstUnmet(); }
};

} // namespace likeness::pages
