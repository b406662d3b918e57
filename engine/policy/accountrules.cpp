// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/accountrules.h"

namespace likeness::policy
{

namespace
{

using model::Role;
using model::Roles;

Roles rolesFor(Deed deed)
{
    switch (deed) {
    case Deed::CreateCase:
    case Deed::ExportReport:
        return Role::Detective | Role::Examiner | Role::Supervisor;
    case Deed::AddEvidence:
    case Deed::ChooseFaces:
    case Deed::Search:
    case Deed::SetAside:
    case Deed::RequestVerification:
        return Role::Detective | Role::Examiner;
    case Deed::Analyse:
    case Deed::Compare:
        return Role::Examiner;
    case Deed::SeeCandidates:
        return Role::Detective | Role::Examiner | Role::Supervisor | Role::Auditor;
    case Deed::Verify:
        return Role::Verifier;
    case Deed::Adjudicate:
    case Deed::OverrideRule:
    case Deed::ExportDisclosure:
    case Deed::ManageAccounts:
        return Role::Supervisor;
    case Deed::SeeStatistics:
    case Deed::ReadAudit:
        return Role::Supervisor | Role::Auditor;
    case Deed::Enrol:
        return Role::GalleryManager;
    case Deed::EvaluateEngine:
        return Role::Supervisor | Role::Auditor | Role::GalleryManager;
    }
    return {};
}

bool needsTraining(Deed deed)
{
    return deed == Deed::Search || deed == Deed::Compare || deed == Deed::Verify;
}

} // namespace

std::vector<Rule> unmetRoleRules(Deed deed, const model::Actor &actor, const QDate &today)
{
    std::vector<Rule> unmet = unmetRoleRules(rolesFor(deed), actor);
    // No date is no training.
    if (!actor.training && needsTraining(deed) &&
        !(actor.trainedUntil.isValid() && today <= actor.trainedUntil))
        unmet.push_back(Rule::TrainingExpired);
    return unmet;
}

std::vector<Rule> unmetRoleRules(model::Roles anyOf, const model::Actor &actor)
{
    if (actor.training || (actor.roles & anyOf))
        return {};
    return {Rule::RoleMissing};
}

} // namespace likeness::policy
