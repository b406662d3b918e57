// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/policy/accountrules.h"
#include "engine/policy/caserules.h"

namespace likeness::pages
{

/// What the Case page shows.
enum class CaseView { Start, Form, Opening, Open };
CaseView caseView(bool hasCase, bool isOpening, bool isFormWanted);

/// The form of a new case.
struct CaseFormState {
    model::CaseDetails details; ///< as typed
    QString folder;             ///< where it will lie
    model::Actor actor{};
    QDate today{};
    std::optional<policy::Profile> profile{}; ///< nothing: the plain rules

    std::vector<policy::Rule> unmet() const; ///< of the person, then of what is typed
    bool mayCreate() const { return unmet().empty() && !folder.isEmpty(); }
};

/// A folder's name for a case number: letters, digits, "-" and "_" stay, all else becomes "-".
QString folderNameFor(const QString &caseNumber);

} // namespace likeness::pages
