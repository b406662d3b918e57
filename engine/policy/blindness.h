// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/audit.h"
#include "engine/model/casefile.h"

/// Who may see what. Every client gets a case through these functions, so what somebody must not see is
/// never in a page's reach. Pure.
namespace likeness::policy
{

/// Has this account opened the list of the search? In training everybody sees everything.
bool seesList(const model::CaseContents &contents, const model::SearchId &search, const model::Actor &actor);

/// The case as this account may see it. Of a search whose list it has not opened nothing stays but that it
/// was made: no candidates, decisions, examinations, verifications, adjudications; its id is in `withheld`.
/// Drafts of others are left out. While the account holds an open verification, every list of that probe is
/// withheld, opened or not.
model::CaseContents visibleTo(model::CaseContents contents, const model::Actor &actor);

/// A verification as the verifier sees it: a probe and letters. Neither gallery, person, portrait, search,
/// score, rank, first conclusion nor first examiner can be asked from it.
struct BlindTask {
    model::VerificationId id;
    model::ProbeId probe;
    QStringList labels; ///< in the order shown
    QDateTime asked;
    bool taken = false; ///< by this account
};
/// The open tasks that this account may take or holds, oldest first.
std::vector<BlindTask> blindTasks(const model::CaseContents &contents, const model::Actor &actor,
                                  const QDate &today);
/// The verification that this account holds now; null when none.
const model::VerificationRequest *heldBy(const model::CaseContents &contents, const model::Actor &actor);

} // namespace likeness::policy
