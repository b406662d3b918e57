// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/analysestate.h"

#include <algorithm>

namespace likeness::pages
{

AnalyseState::View AnalyseState::view() const
{
    if (!hasCase)
        return View::NoCase;
    return hasProbe ? View::Analysis : View::NoProbe;
}

std::vector<policy::Rule> AnalyseState::unmet() const
{
    std::vector<policy::Rule> rules;
    if (isReadOnly)
        rules.push_back(policy::Rule::ReadOnly);
    const auto role = policy::unmetRoleRules(policy::Deed::Analyse, actor, today);
    rules.insert(rules.end(), role.begin(), role.end());
    const auto own = policy::unmetAnalysisRules(draft, signedAnalysis ? &*signedAnalysis : nullptr,
                                                profile.value_or(policy::Profile()));
    rules.insert(rules.end(), own.begin(), own.end());
    return rules;
}

int AnalyseState::blanks() const
{
    return int(model::allComponents().size() - draft.components.size());
}

void AnalyseState::setVisibility(model::Component component, std::optional<model::Visibility> visibility)
{
    auto &all = draft.components;
    const QString note = noteOf(component);
    std::erase_if(all, [&](const auto &one) { return one.component == component; });
    std::erase_if(waitingNotes, [&](const auto &one) { return one.first == component; });
    if (!visibility) {
        if (!note.isEmpty())
            waitingNotes.emplace_back(component, note);
        return;
    }
    const auto place =
        std::find_if(all.begin(), all.end(), [&](const auto &one) { return one.component > component; });
    all.insert(place, {component, *visibility, note});
}

void AnalyseState::setNote(model::Component component, const QString &note)
{
    for (auto &one : draft.components) {
        if (one.component == component) {
            one.note = note;
            return;
        }
    }
    std::erase_if(waitingNotes, [&](const auto &one) { return one.first == component; });
    if (!note.isEmpty())
        waitingNotes.emplace_back(component, note);
}

QString AnalyseState::noteOf(model::Component component) const
{
    if (const auto *one = draft.component(component))
        return one->note;
    for (const auto &[of, note] : waitingNotes)
        if (of == component)
            return note;
    return {};
}

bool AnalyseState::isEmpty() const
{
    return draft.components.empty() && waitingNotes.empty() && draft.limitations.isEmpty();
}

} // namespace likeness::pages
