// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/policy/examinationrules.h"

#include <optional>
#include <vector>

namespace likeness::pages
{

/// What the Compare page may do. It knows of the candidate only that there is one: distance and rank have
/// no place where two faces are judged.
struct CompareState {
    enum class View { NoCase, NoCandidate, Pair };
    /// What the main button is for.
    enum class Deed { NoteConclusion, Sign, AskForVerification };
    enum class Missing {
        Nothing,
        Candidate,
        ReadOnly,
        Pictures,
        Signing,
        Components,
        Conclusion,
        Rule,
        Asked
    };

    bool hasCase = false;
    bool hasCandidate = false;
    bool isReadOnly = false;
    bool isTraining = true;
    bool hasBothPictures = false;
    bool isSigning = false;
    bool showsSigned = false; ///< a signed version is looked at, not the work in progress
    bool isAsked = false;     ///< a verification of it is asked for, or done
    int blanks = 0;           ///< components without a finding
    int findings = 0;
    bool hasMarks = false;
    bool hasConclusion = false; ///< chosen, not yet signed
    /// What else stands in the way of the deed: roles, the order of the work.
    std::vector<policy::Rule> rules;

    /// What of a comparison decides here.
    void take(const model::Comparison &comparison);
    View view() const;
    /// In training a conclusion may be noted alone, as long as nothing else was recorded with it.
    Deed deed() const;
    /// Worth asking the case what stands in the way: the page's own conditions are met.
    bool isComplete() const;
    Missing missing() const;
};

/// The versions of one candidate's comparison, the newest last; indices into contents.examinations.
std::vector<size_t> versionsOf(const model::CaseContents &contents, const model::SearchId &search,
                               const model::PortraitId &portrait);
/// The comparison that this account has in progress; nothing when there is none, or nothing in it.
std::optional<model::Comparison> draftOf(const model::CaseContents &contents, const model::SearchId &search,
                                         const model::PortraitId &portrait, const QString &actor);

} // namespace likeness::pages
