// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/weakercandidates.h"

#include "engine/policy/blindness.h"

#include <algorithm>

namespace likeness::policy
{

int countBeyondLine(const model::Search &search)
{
    return int(std::count_if(search.candidates.begin(), search.candidates.end(),
                             [&](const model::Candidate &each) { return isBeyondLine(search, each); }));
}

bool hasOpenedWeaker(const model::CaseContents &contents, const model::SearchId &search, const model::Actor &actor)
{
    return std::any_of(contents.listViews.begin(), contents.listViews.end(), [&](const model::ListView &view) {
        return view.search == search && view.actor == actor.name && !view.weakerReason.isEmpty();
    });
}

bool isFolded(const model::CaseContents &contents, const model::Search &search, const model::PortraitId &portrait,
              const model::Actor &actor)
{
    const auto found = std::find_if(search.candidates.begin(), search.candidates.end(),
                                    [&](const model::Candidate &each) { return each.portrait == portrait; });
    return found != search.candidates.end() && isBeyondLine(search, *found) &&
           !hasOpenedWeaker(contents, search.id, actor);
}

void foldWeaker(const model::CaseContents &contents, model::Search &search, const model::Actor &actor)
{
    if (hasOpenedWeaker(contents, search.id, actor))
        return;
    search.folded = int(std::erase_if(search.candidates,
                                      [&](const model::Candidate &each) { return isBeyondLine(search, each); }));
}

void foldWeaker(model::CaseContents &contents, const model::Actor &actor)
{
    for (model::Search &search : contents.searches)
        foldWeaker(contents, search, actor);
}

std::vector<Rule> unmetWeakerRules(const model::CaseContents &contents, const model::Search &search,
                                   const QString &reason, const model::Actor &actor, const QDate &today,
                                   const Profile &profile)
{
    std::vector<Rule> unmet;
    if (!contents.file.training)
        unmet = unmetRoleRules(Deed::SeeCandidates, actor, today);
    if (!isListOpen(contents, search, actor))
        unmet.push_back(Rule::ListNotOpened);
    if (!profile.weakerMayBeOpened)
        unmet.push_back(Rule::WeakerNotAllowed);
    if (isPlaceholder(reason))
        unmet.push_back(Rule::ReasonMissing);
    return unmet;
}

} // namespace likeness::policy
