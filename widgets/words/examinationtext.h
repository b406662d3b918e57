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
QString phrase(model::Mark::Kind kind);
QString phrase(policy::Standing::State state);
/// The fixed sentence of the scale: what a conclusion says and what it does not. The report says the same.
QString sentence(model::Conclusion conclusion);
/// How far a candidate has come, in whole sentences; with an outcome it ends in leadOnly().
QString sentence(const policy::Standing &standing);
/// "Ears: visible, before: not visible".
QString phrase(const model::AnalysisDifference &difference);
/// "a, b, c" in the order of model::allRoles().
QString phrase(model::Roles roles);
/// What to look at in a component, in a sentence.
QString whatToLookAt(model::Component component);

} // namespace likeness::words
