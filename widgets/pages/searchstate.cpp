// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/searchstate.h"

#include <algorithm>

namespace likeness::pages
{

namespace
{

using Topic = SearchState::Topic;

Topic topicOf(policy::Rule rule)
{
    using policy::Rule;
    switch (rule) {
    case Rule::RoleMissing:
    case Rule::TrainingExpired:
        return Topic::Person;
    case Rule::OffenceNotAllowed:
    case Rule::PurposeRefused:
        return Topic::Policy;
    case Rule::EngineMissing:
        return Topic::Engine;
    case Rule::NoProbe:
    case Rule::ProbeUnsuitable:
        return Topic::Probe;
    case Rule::ProbeKindRefused:
        return Topic::Kind;
    case Rule::NoGallery:
    case Rule::GalleryEmpty:
        return Topic::Gallery;
    case Rule::LimitOutOfRange:
    case Rule::LimitOverProfile:
        return Topic::Length;
    default:
        return Topic::Access;
    }
}

} // namespace

std::vector<SearchState::Gate> SearchState::gates() const
{
    std::vector<Gate> gates;
    for (const Topic topic : {Topic::Person, Topic::Access, Topic::Policy, Topic::Engine, Topic::Probe,
                              Topic::Kind, Topic::Gallery, Topic::Length})
        gates.push_back({topic, {}, {}});
    for (const policy::Rule rule : policy::unmetSearchRules(input))
        for (auto &gate : gates)
            if (gate.topic == topicOf(rule) && !gate.unmet)
                gate.unmet = rule;
    for (auto &gate : gates)
        if (gate.topic == Topic::Policy)
            gate.problem = profileProblem;
    return gates;
}

std::optional<SearchState::Gate> SearchState::firstClosed() const
{
    const auto all = gates();
    const auto closed = std::find_if(all.begin(), all.end(), [](const Gate &gate) { return !gate.isOpen(); });
    return closed == all.end() ? std::nullopt : std::optional(*closed);
}

std::optional<policy::Rule> SearchState::firstUnmet() const
{
    const auto closed = firstClosed();
    return closed && !closed->problem ? closed->unmet : std::nullopt;
}

} // namespace likeness::pages
