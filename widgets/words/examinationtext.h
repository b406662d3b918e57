// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/account.h"
#include "engine/model/examination.h"
#include "engine/policy/examinationrules.h"

namespace likeness::words
{

/// The reader's words for accounts and for what examiners record. Short phrases, no full stop, unless said.
/// Any thread.
QString phrase(model::Role role);
QString phrase(model::Component component);
QString phrase(model::Visibility visibility);
QString phrase(model::ProbeKind kind);
QString phrase(model::Finding finding);
QString phrase(policy::Standing::State state);
/// "Ears: visible, before: not visible".
QString phrase(const model::AnalysisDifference &difference);
/// "a, b, c" in the order of model::allRoles().
QString phrase(model::Roles roles);
/// What to look at in a component, in a sentence.
QString whatToLookAt(model::Component component);

} // namespace likeness::words
