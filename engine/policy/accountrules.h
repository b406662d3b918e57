// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/audit.h"
#include "engine/policy/caserules.h"

namespace likeness::policy
{

/// What somebody is about to do, as far as roles are concerned.
enum class Deed {
    CreateCase,          ///< detective, examiner, supervisor
    AddEvidence,         ///< detective, examiner
    ChooseFaces,         ///< draw regions, make probes: detective, examiner
    Analyse,             ///< examiner
    Search,              ///< detective, examiner; training in date
    SeeCandidates,       ///< detective, examiner, supervisor, auditor
    SetAside,            ///< detective, examiner
    Compare,             ///< examiner; training in date
    RequestVerification, ///< detective, examiner
    Verify,              ///< verifier; training in date
    Adjudicate,          ///< supervisor
    OverrideRule,        ///< as the profile says; supervisor by default
    ExportReport,        ///< detective, examiner, supervisor
    ExportDisclosure,    ///< supervisor
    SeeStatistics,       ///< supervisor, auditor
    ReadAudit,           ///< supervisor, auditor
    Enrol,               ///< gallery manager
    ManageAccounts,      ///< supervisor
    EvaluateEngine,      ///< supervisor, auditor, gallery manager
};

/// RoleMissing, TrainingExpired. In training mode (no agency file) nothing is missing. Pure.
std::vector<Rule> unmetRoleRules(Deed deed, const model::Actor &actor, const QDate &today);
/// The same, when some rules may also be met by another role set (OverrideRule: the profile's).
std::vector<Rule> unmetRoleRules(model::Roles anyOf, const model::Actor &actor);

} // namespace likeness::policy
