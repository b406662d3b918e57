// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/audit.h"
#include "engine/model/casefile.h"
#include "engine/policy/accountrules.h"
#include "engine/policy/profile.h"

/// Analyse first, compare by components, verify blind, settle disagreement. Pure functions over all that a
/// case holds (unfiltered); any thread. In training mode the order of the steps is advice: what would be
/// unmet with accounts is not refused, except what makes no sense at all (blanks in something signed).
namespace likeness::policy
{

/// ComponentsBlank (each component needs a visibility), ReasonMissing (a changed analysis says why),
/// NothingChanged, ProbeKindRefused.
std::vector<Rule> unmetAnalysisRules(const model::Analysis &analysis, const model::Analysis *earlier,
                                     const Profile &profile);
/// The analysis in force of a probe; null when there is none.
const model::Analysis *analysisOf(const model::CaseContents &contents, const model::ProbeId &probe);

/// To open a candidate list: role, AnalysisMissing (signed, and by an account, before anybody sees a
/// candidate), VerificationTaken (the actor holds an open verification of this search's probe).
std::vector<Rule> unmetListRules(const model::CaseContents &contents, const model::Search &search,
                                 const model::Actor &actor, const QDate &today);

/// To sign a comparison of a candidate: role, training, ListNotOpened, AnalysisMissing, ComponentsBlank,
/// ConclusionMissing, AlreadyVerified (a verification of it is asked for or done: originals stay).
std::vector<Rule> unmetSigningRules(const model::CaseContents &contents, const model::Search &search,
                                    const model::PortraitId &portrait, const model::Comparison &comparison,
                                    const model::Actor &actor, const QDate &today);

/// To ask for verification: role, ExaminationMissing, AlreadyVerified, LineupTooShort (the list has too few
/// persons).
std::vector<Rule> unmetVerificationRequestRules(const model::CaseContents &contents,
                                                const model::Search &search,
                                                const model::PortraitId &portrait, const model::Actor &actor,
                                                const QDate &today);

/// To take on or sign a verification: role, training, OwnExamination (nobody verifies their own, or what
/// they analysed or searched), NotBlind (they opened the list of a search with this probe), TakenByOther,
/// AlreadyVerified.
std::vector<Rule> unmetVerifyRules(const model::CaseContents &contents,
                                   const model::VerificationRequest &request, const model::Actor &actor,
                                   const QDate &today);
/// ComponentsBlank, ConclusionMissing; for each portrait of the line-up.
std::vector<Rule> unmetVerificationSigningRules(const model::VerificationRequest &request,
                                                const model::VerificationResult &result);

/// To settle a disagreement: role, NoDisagreement, TookPart (first examiner or verifier), ReasonMissing.
std::vector<Rule> unmetAdjudicationRules(const model::CaseContents &contents,
                                         const model::VerificationRequest &request, const QString &reason,
                                         const model::Actor &actor, const QDate &today);

/// To note that a search led nowhere: role, ListNotOpened, AnalysisMissing, ReasonMissing, LeadOpen (a
/// candidate of it is supported, awaits verification or adjudication).
std::vector<Rule> unmetNullResultRules(const model::CaseContents &contents, const model::Search &search,
                                       const QString &note, const model::Actor &actor, const QDate &today);

/// To override a rule for a probe: the profile's roles, OwnExamination, ReasonMissing, OverrideNotAllowed
/// (only ProbeUnsuitable can be overridden).
std::vector<Rule> unmetOverrideRules(const model::CaseContents &contents, const model::ProbeId &probe,
                                     Rule rule, const QString &reason, const model::Actor &actor,
                                     const Profile &profile);
bool isOverridden(const model::CaseContents &contents, const model::ProbeId &probe, Rule rule);

/// How far a candidate of a search has come.
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
    const model::Examination *first = nullptr; ///< the one that counts (of the request, or the last)
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
/// Two accounts agree when both conclude the same of the candidate and the second supports no other
/// portrait of the line-up.
bool agree(const model::Examination &first, const model::VerificationRequest &request,
           const model::VerificationResult &result);

/// What earlier searches of the case say about a person of a gallery. Reject memory: a person excluded by
/// two is marked in every later list.
struct Memory {
    bool excluded = false; ///< by two examiners, or by adjudication
    bool setAside = false; ///< by one, in another search
    QStringList reasons;
    QDateTime since;
};
Memory memoryOf(const model::CaseContents &contents, const model::PersonId &person,
                const model::SearchId &exceptIn);

} // namespace likeness::policy
