// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/workstation.h"
#include "engine/report/casereport.h"
#include "engine/store/casestore.h"

namespace likeness::casework
{

/// What a report says besides the records and pictures of its contents, which are filled in already and whole
/// (nothing withheld): how far each candidate has come and what is remembered of it, the agency with the
/// accounts of those who are named in the case, the policy profile, and the last signed head of the chain.
/// A profile that does not hold is left out; the search that needed it was refused. Any thread.
base::Outcome addFacts(report::CaseReport &report, const Workstation &workstation,
                       const store::CaseStore &store);

/// A face's box with hair and ears around it, within the picture: what a report leaves clear of a portrait.
model::RelativeRect headAround(const model::RelativeRect &face);

} // namespace likeness::casework
