// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/audit.h"
#include "engine/model/casefile.h"
#include "engine/policy/accountrules.h"

/// Who may see what. Every client gets a case through these functions, so what somebody must not see is
/// never in a page's reach. Pure; all but visibleTo's result are asked of the whole case.
///
/// What no function here can know: who read the files on the disk, or looked over a shoulder.
namespace likeness::policy
{

/// Has this account opened the list of the search? In a case made in training everybody has. Nobody without
/// an account has in a case made with accounts.
bool seesList(const model::CaseContents &contents, const model::SearchId &search, const model::Actor &actor);
/// Does the account hold an open verification that this list would tell something about?
bool verifiesBlind(const model::CaseContents &contents, const model::Search &search,
                   const model::Actor &actor);
/// Opened, and not withheld while the account verifies.
bool isListOpen(const model::CaseContents &contents, const model::Search &search, const model::Actor &actor);
/// Has this account opened a list that tells something about the verification?
bool sawList(const model::CaseContents &contents, const model::VerificationRequest &request,
             const model::Actor &actor);

/// What stays of a search whose list is closed: all but the candidates. It is what a search gives back with
/// accounts.
model::Search closedList(model::Search search);

/// The case as this account may see it. A case made in training is seen whole. Otherwise:
/// - of a search whose list it has not opened (or that is withheld while it verifies) nothing stays but
///   closedList: no candidates, decisions, examinations, verifications, adjudications, null results, list
///   views; its id is in `withheld`;
/// - drafts of others are left out;
/// - while it holds a verification, or could take one that is open, it does not learn who worked on the face
///   either: of withheld searches only id, probe and time stay, the analyses and overrides of that face are
///   left out, and who made the case and added its evidence is blank.
model::CaseContents visibleTo(model::CaseContents contents, const model::Actor &actor);

/// To read the whole record of a case, which no filter passes: the audit log, a report, a disclosure
/// (`deed`): role, VerificationTaken (the account holds an open verification of this case), AnalysisMissing
/// (an examiner who has not opened a list would see it before the analysis), ReadOnly (a verifier who has not
/// opened a list, where it cannot be recorded that they know it from now on).
std::vector<Rule> unmetWholeRecordRules(const model::CaseContents &contents, Deed deed,
                                        const model::Actor &actor, const QDate &today, bool readOnly = false);
/// Who has read the whole record is blind to nothing in it: the lists to enter as opened (ListView) with that
/// act. Empty in training.
std::vector<model::SearchId> listsOpenedByReadingAll(const model::CaseContents &contents,
                                                     const model::Actor &actor);

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
/// The verification that this account holds now (the oldest of several); null when none.
const model::VerificationRequest *heldBy(const model::CaseContents &contents, const model::Actor &actor);

/// A disagreement that waits for a third account.
struct Dispute {
    model::VerificationId id;
    model::SearchId search; ///< whose list has to be opened to settle it
    model::ProbeId probe;
    QDateTime since;
};
/// Those that this account may settle, its list opened or not; oldest first. Says who of a supervisor's cases
/// needs them, and nothing about what was concluded.
std::vector<Dispute> disputes(const model::CaseContents &contents, const model::Actor &actor,
                              const QDate &today);

} // namespace likeness::policy
