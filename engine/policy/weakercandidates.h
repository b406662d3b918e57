// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/audit.h"
#include "engine/model/casefile.h"
#include "engine/policy/caserules.h"

/// What lies beyond the line of a candidate list is folded away until an account opens it, with a reason. Pure.
namespace likeness::policy
{

/// How many of the list lie beyond it (model::isBeyondLine).
int countBeyondLine(const model::Search &search);

/// Has this account opened what lies beyond the line?
bool hasOpenedWeaker(const model::CaseContents &contents, const model::SearchId &search, const model::Actor &actor);
/// Beyond the line, and not opened by this account. False for a portrait that is not in the list.
bool isFolded(const model::CaseContents &contents, const model::Search &search, const model::PortraitId &portrait,
              const model::Actor &actor);

/// Takes what is folded for this account out of the lists; Search::folded says how much. For showing: whoever counts or
/// reports asks the whole case.
void foldWeaker(model::CaseContents &contents, const model::Actor &actor);
/// The same for one search.
void foldWeaker(const model::CaseContents &contents, model::Search &search, const model::Actor &actor);

/// To open what lies beyond the line: the role that sees candidates, ListNotOpened, WeakerNotAllowed (the profile),
/// ReasonMissing.
std::vector<Rule> unmetWeakerRules(const model::CaseContents &contents, const model::Search &search,
                                   const QString &reason, const model::Actor &actor, const QDate &today,
                                   const Profile &profile);

} // namespace likeness::policy
