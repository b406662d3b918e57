// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/policy/accountrules.h"
#include "engine/policy/examinationrules.h"

#include <optional>
#include <vector>

namespace likeness::pages
{

/// The analysis of a probe as the page holds it: what is being filled in, what was signed before, and what
/// stands in the way of signing.
struct AnalyseState {
    enum class View { NoCase, NoProbe, Analysis };

    bool hasCase = false;
    bool hasProbe = false;
    bool isReadOnly = false;
    bool isSigning = false;
    model::Actor actor;
    QDate today;
    std::optional<policy::Profile> profile;        ///< nothing when it does not hold
    std::optional<model::Analysis> signedAnalysis; ///< in force
    model::Analysis draft;                         ///< as filled in
    bool isChanging = false;                       ///< a signed one is being changed, with a reason

    View view() const;
    /// Signed and not being changed: shown, not edited.
    bool isFrozen() const { return signedAnalysis && !isChanging; }
    bool mayEdit() const { return view() == View::Analysis && !isReadOnly && !isFrozen() && !isSigning; }
    /// What stands in the way of signing, in the order in which it is said.
    std::vector<policy::Rule> unmet() const;
    bool maySign() const { return mayEdit() && unmet().empty(); }
    int blanks() const; ///< components without a visibility

    /// Puts a component's visibility (nothing: takes it back), in the list's order.
    void setVisibility(model::Component component, std::optional<model::Visibility> visibility);
    void setNote(model::Component component, const QString &note);

    /// A note to a component that has no visibility yet waits here.
    std::vector<std::pair<model::Component, QString>> waitingNotes;
    QString noteOf(model::Component component) const;
    bool isEmpty() const; ///< nothing filled in
};

} // namespace likeness::pages
