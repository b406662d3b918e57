// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/audit.h"
#include "engine/model/casefile.h"
#include "engine/policy/profile.h"

#include <optional>
#include <vector>

/// What is allowed, as pure functions; any thread.
namespace likeness::policy
{

/// One rule that is not met. The window and the command line turn it into a sentence.
enum class Rule {
    CaseNumberMissing,
    OffenceMissing,
    PurposeMissing,
    RequesterMissing,
    CaseNumberPlaceholder, ///< "test", "xxx", "n/a", "-", "123" ... or fewer than the letters the rule asks
    OffencePlaceholder,
    PurposePlaceholder,
    RequesterPlaceholder,
    ReadOnly,
    NoProbe,
    ProbeUnsuitable,
    NoGallery,
    GalleryEmpty, ///< no template of this engine version
    EngineMissing,
    LimitOutOfRange,
    ReasonMissing, ///< setting a candidate aside needs a reason
    NoSearch,      ///< nothing to report yet is allowed; exporting candidates is not
    // Who
    RoleMissing,     ///< the account has no role that may do this
    TrainingExpired, ///< the account's training date is over
    AccountDisabled, ///< may no longer sign in
    LastSupervisor,  ///< an agency keeps one that can sign in
    // The policy profile
    OffenceNotAllowed,
    PurposeRefused, ///< protest, worship, association
    ProbeKindRefused,
    LimitOverProfile,
    ProfileUnusable, ///< missing, changed, or not in force today: nothing is searched
    OverrideNotAllowed,
    // The order of the work
    AnalysisMissing,
    ComponentsBlank,
    NothingChanged,
    ListNotOpened,
    ConclusionMissing,
    ExaminationMissing,
    VerificationTaken, ///< the account verifies blind just now
    LineupTooShort,
    AlreadyVerified,
    OwnExamination,
    NotBlind,
    TakenByOther,
    NoDisagreement,
    TookPart,
    LeadOpen,     ///< a candidate awaits verification or adjudication, or is a lead
    CandidateFolded,  ///< it lies beyond the line, and the account has not opened what does
    WeakerNotAllowed, ///< the profile keeps what lies beyond the line folded
    TrainingCase, ///< made without accounts: no casework in it
    CaseworkCase, ///< made with accounts: nothing without signing in
};
QString ruleName(Rule rule); ///< "case-number-missing", stable, for JSON and tests
std::optional<Rule> ruleFromName(const QString &name);
/// "no-probe,no-gallery": the form in which rules stand in the detail of a NotAllowed error.
QString ruleNames(const std::vector<Rule> &rules);

/// What may stand in a new case. Number and requester are asked for as the profile says; offence and purpose
/// always, because the profile decides by them. What is filled in must say something, and offence, purpose
/// and requester need three letters (signs of scripts that write a syllable or word each count double).
/// OffenceNotAllowed, PurposeRefused (a word of a refused purpose in purpose or offence). Empty: allowed.
std::vector<Rule> unmetCaseRules(const model::CaseDetails &details, const Profile &profile);
/// With all four fields asked for and nothing refused.
std::vector<Rule> unmetCaseRules(const model::CaseDetails &details);

/// What a search needs, each with its answer. The Search page shows all of them; the first unmet one
/// stands on the button.
struct SearchGateInput {
    bool readOnly = false;
    bool engineReady = false;
    std::optional<model::FaceQuality> probeQuality; ///< nothing when there is no probe
    bool galleryChosen = false;
    qint64 galleryTemplates = 0;
    int limit = model::SearchSettings::defaultLimit;

    Profile profile{};
    model::Actor actor{}; ///< nobody's roles are asked for in training
    QDate today{};
    std::optional<model::CaseDetails> details{}; ///< of the case: the profile may have changed since
    model::ProbeKind probeKind = model::ProbeKind::Photograph;
    /// A supervisor let an unsuitable probe pass: isOverridden(..., actor) of examinationrules.h.
    bool probeOverridden = false;
};
/// RoleMissing, TrainingExpired, ReadOnly, OffenceNotAllowed, PurposeRefused, EngineMissing, NoProbe,
/// ProbeUnsuitable (below the profile's lowest grade; an unsuitable one never passes without an override,
/// whatever the profile says), ProbeKindRefused, NoGallery, GalleryEmpty, LimitOutOfRange, LimitOverProfile.
std::vector<Rule> unmetSearchRules(const SearchGateInput &input);

/// Setting a candidate aside: ReasonMissing for a reason that says nothing.
std::vector<Rule> unmetSetAsideRules(const QString &reason);

/// True for text that says nothing: empty, one repeated character, "test", "n/a", "none", "tbd", "unknown",
/// "asdf" and the like, in any case, with any punctuation around and digits behind.
bool isPlaceholder(const QString &text);

} // namespace likeness::policy
