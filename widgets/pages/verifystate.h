// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/examination.h"
#include "engine/policy/accountrules.h"
#include "engine/policy/blindness.h"
#include "engine/policy/examinationrules.h"

#include <map>
#include <optional>
#include <vector>

namespace likeness::pages
{

/// What the Verify page shows: what waits, a blind comparison, or a disagreement. Of a blind task it knows
/// letters and comparisons, nothing else.
struct VerifyState {
    enum class View { Waiting, Blind, Settling };

    bool hasCase = false;
    bool isReadOnly = false;
    bool isSigning = false;
    std::vector<policy::BlindTask> tasks;

    // A task that is held, of the case or as a packet
    bool isHolding = false;
    bool hasPictures = false;
    QStringList labels; ///< in the order shown
    int current = 0;    ///< which of them is compared
    std::map<QString, model::Comparison> parts;

    // A disagreement that is being settled
    std::optional<model::VerificationId> settling;

    View view() const;
    QString currentLabel() const;
    const model::Comparison &part(const QString &label) const;
    bool isComplete(const QString &label) const; ///< no blanks, and a conclusion
    int completeCount() const;
    bool maySign() const
    {
        return isHolding && hasPictures && !isSigning && completeCount() == labels.size();
    }
    void step(int by); ///< stays within the labels
};

/// A disagreement as who settles it sees it: both originals side by side.
struct Disagreement {
    const model::VerificationRequest *request = nullptr;
    const model::Examination *first = nullptr;
    const model::VerificationResult *second = nullptr;
    const model::Comparison *secondPart = nullptr; ///< about the candidate
    /// The second supported somebody else of the line-up: letters of those.
    QStringList otherLetters;
};
/// Those that nobody settled yet, oldest first. Pointers reach into the contents.
std::vector<Disagreement> disagreements(const model::CaseContents &contents);

} // namespace likeness::pages
