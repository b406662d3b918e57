// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/workstation.h"
#include "engine/policy/accountrules.h"

namespace likeness::casework
{

/// NotSignedIn; NotAllowed (with the rules) when the role of whoever is signed in, or its training date, does
/// not permit it. Success in training.
inline base::Outcome requireAllowed(const Workstation &workstation, policy::Deed deed, const QString &subject)
{
    if (!workstation.isSignedIn())
        return base::fail(base::ErrorCode::NotSignedIn, subject);
    const auto unmet = policy::unmetRoleRules(deed, workstation.actor(), workstation.today());
    if (!unmet.empty())
        return base::fail(base::ErrorCode::NotAllowed, subject, policy::ruleNames(unmet));
    return {};
}

} // namespace likeness::casework
