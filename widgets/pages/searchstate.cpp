// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/searchstate.h"

namespace likeness::pages
{

namespace
{

SearchState::Topic topicOf(policy::Rule rule)
{
    using policy::Rule;
    switch (rule) {
    case Rule::EngineMissing:
        return SearchState::Topic::Engine;
    case Rule::NoProbe:
    case Rule::ProbeUnsuitable:
        return SearchState::Topic::Probe;
    case Rule::NoGallery:
    case Rule::GalleryEmpty:
        return SearchState::Topic::Gallery;
    case Rule::LimitOutOfRange:
        return SearchState::Topic::Length;
    default:
        return SearchState::Topic::Access;
    }
}

} // namespace

std::vector<SearchState::Gate> SearchState::gates() const
{
    std::vector<Gate> gates;
    for (const Topic topic : {Topic::Access, Topic::Engine, Topic::Probe, Topic::Gallery, Topic::Length})
        gates.push_back({topic, {}});
    for (const policy::Rule rule : policy::unmetSearchRules(input))
        for (auto &gate : gates)
            if (gate.topic == topicOf(rule) && !gate.unmet)
                gate.unmet = rule;
    return gates;
}

std::optional<policy::Rule> SearchState::firstUnmet() const
{
    const auto rules = policy::unmetSearchRules(input);
    return rules.empty() ? std::nullopt : std::optional(rules.front());
}

} // namespace likeness::pages
