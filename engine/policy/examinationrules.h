// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/audit.h"
#include "engine/model/casefile.h"
#include "engine/policy/accountrules.h"
#include "engine/policy/profile.h"

/// Analyse first, compare by components, verify blind, settle disagreement. Pure functions over all that a
/// case holds (unfiltered); any thread.
///
/// In training mode the order of the steps is advice: AnalysisMissing, ListNotOpened, VerificationTaken (of a
/// list), OwnExamination, NotBlind, TookPart and LeadOpen are not refused; what makes no sense at all (blanks
/// in something signed, verifying what nobody examined, settling what is not disputed) is. Nobody works with
/// an account in a case made without (TrainingCase), nor without one in a case made with accounts
/// (CaseworkCase).
namespace likeness::policy
{

/// ComponentsBlank (each component needs a visibility), ReasonMissing (a changed analysis says why),
/// NothingChanged, ProbeKindRefused. Role (Deed::Analyse) is asked for apart.
std::vector<Rule> unmetAnalysisRules(const model::Analysis &analysis, const model::Analysis *earlier,
                                     const Profile &profile);
/// The analysis in force of a probe: the last one. Null when there is none.
const model::Analysis *analysisOf(const model::CaseContents &contents, const model::ProbeId &probe);

/// To open a candidate list: role, AnalysisMissing (signed, and by an account, before anybody sees a
/// candidate), ProbeUnsuitable (as the examiner judged it, without an override), VerificationTaken (the actor
/// holds an open verification that this list tells something about).
std::vector<Rule> unmetListRules(const model::CaseContents &contents, const model::Search &search,
                                 const model::Actor &actor, const QDate &today);

/// To set a candidate aside or take it back: role, ListNotOpened, CandidateFolded, ReasonMissing (for setting aside), LeadOpen
/// (it awaits verification or adjudication, or is a lead: one person does not bury that).
std::vector<Rule> unmetDecisionRules(const model::CaseContents &contents, const model::Search &search,
                                     const model::PortraitId &portrait, bool setAside, const QString &reason,
                                     const model::Actor &actor, const QDate &today);

/// To sign a comparison of a candidate: role, training, ListNotOpened, CandidateFolded, AnalysisMissing, ComponentsBlank,
/// ConclusionMissing, AlreadyVerified (a verification of these two pictures is asked for or done, in
/// whichever search of the case: originals stay).
std::vector<Rule> unmetSigningRules(const model::CaseContents &contents, const model::Search &search,
                                    const model::PortraitId &portrait, const model::Comparison &comparison,
                                    const model::Actor &actor, const QDate &today);

/// To ask for verification: role, ListNotOpened, ExaminationMissing, AlreadyVerified (as above: nobody
/// searches again until a verifier agrees), LineupTooShort (the list has fewer persons than the line-up).
std::vector<Rule> unmetVerificationRequestRules(const model::CaseContents &contents,
                                                const model::Search &search,
                                                const model::PortraitId &portrait, const model::Actor &actor,
                                                const QDate &today,
                                                int lineupPortraits = Profile().lineupPortraits);

/// To take on or sign a verification, here or by a packet: role, training, AlreadyVerified, TakenByOther,
/// VerificationTaken (they hold another one: one after the other), OwnExamination (nobody verifies their own,
/// nor a face that they analysed, searched, examined or asked a verification for), NotBlind (they opened a
/// list that tells something: of the same face, or with a person of the line-up).
std::vector<Rule> unmetVerifyRules(const model::CaseContents &contents,
                                   const model::VerificationRequest &request, const model::Actor &actor,
                                   const QDate &today);
/// ComponentsBlank, ConclusionMissing; for each portrait of the line-up exactly one part, and no other.
std::vector<Rule> unmetVerificationSigningRules(const model::VerificationRequest &request,
                                                const model::VerificationResult &result);

/// To settle a disagreement: role, ListNotOpened (nobody settles unseen), NoDisagreement, TookPart (examined
/// or verified these two pictures), ReasonMissing.
std::vector<Rule> unmetAdjudicationRules(const model::CaseContents &contents,
                                         const model::VerificationRequest &request, const QString &reason,
                                         const model::Actor &actor, const QDate &today);

/// To note that a search led nowhere: role, ListNotOpened, AnalysisMissing, ReasonMissing, LeadOpen (a
/// candidate of it is supported, awaits verification or adjudication).
std::vector<Rule> unmetNullResultRules(const model::CaseContents &contents, const model::Search &search,
                                       const QString &note, const model::Actor &actor, const QDate &today);

/// To override a rule for a probe: the profile's roles, OverrideNotAllowed (only ProbeUnsuitable can be
/// overridden), OwnExamination (who analysed or searched the face), ReasonMissing.
std::vector<Rule> unmetOverrideRules(const model::CaseContents &contents, const model::ProbeId &probe,
                                     Rule rule, const QString &reason, const model::Actor &actor,
                                     const Profile &profile);
/// Did a supervisor let this pass for `account`, who is about to use it? In casework the override must be
/// signed, and one by `account` itself or by somebody who worked on the face does not count.
bool isOverridden(const model::CaseContents &contents, const model::ProbeId &probe, Rule rule,
                  const QString &account = {});

/// How far a candidate of a search has come. What was verified counts for the two pictures: a candidate that
/// was verified in one search stands the same in a repeated one.
struct Standing {
    enum class State {
        NotExamined,
        Examined,             ///< concluded by one; nothing asked for yet
        AwaitingVerification, ///< locked: no outcome is shown or reported as a lead
        Agreed,
        Disagreed, ///< locked until a third account settles it
        Adjudicated,
    };
    State state = State::NotExamined;
    const model::Examination *first = nullptr; ///< the one that counts (of the request, or the search's last)
    const model::VerificationRequest *request = nullptr;
    const model::VerificationResult *verification = nullptr;
    const model::Adjudication *adjudication = nullptr;
    /// Agreed or adjudicated; nothing before. Pointers reach into the contents that were asked.
    std::optional<model::Conclusion> outcome;

    bool isLead() const { return outcome == model::Conclusion::SupportSameSource; }
    bool isExcluded() const { return outcome == model::Conclusion::SupportDifferentSource; }
};
Standing standing(const model::CaseContents &contents, const model::SearchId &search,
                  const model::PortraitId &portrait);
/// Two accounts agree when both conclude the same of the candidate and the second supports no other portrait
/// of the line-up. Two signatures of one account are not two accounts. `standing` is stricter: when another
/// examiner signed something else about the same two pictures, it is a disagreement.
bool agree(const model::Examination &first, const model::VerificationRequest &request,
           const model::VerificationResult &result);
/// Did this account examine or verify the two pictures of the request?
bool tookPart(const model::CaseContents &contents, const model::VerificationRequest &request,
              const QString &account);
/// Does the last examination of any account support that the two pictures show one person?
bool supportedByAny(const model::CaseContents &contents, const model::SearchId &search,
                    const model::PortraitId &portrait);

/// What earlier searches of the case say about a person of a gallery. Reject memory: a person excluded by
/// two is marked in every later list. To be asked of what the account may see (policy::visibleTo), or it
/// would tell what is withheld.
struct Memory {
    bool excluded = false; ///< by two examiners of one search, verified or not, or by adjudication
    bool setAside = false; ///< by one, in another search, and not taken back
    QStringList reasons;   ///< of those who set it aside or excluded it, none twice
    QDateTime since;       ///< the first of them
};
Memory memoryOf(const model::CaseContents &contents, const model::PersonId &person,
                const model::SearchId &exceptIn);

} // namespace likeness::policy
