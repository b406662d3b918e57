// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/comparestate.h"

namespace likeness::pages
{

void CompareState::take(const model::Comparison &comparison)
{
    blanks = int(comparison.blanks().size());
    findings = int(model::allComponents().size()) - blanks;
    for (const auto &entry : comparison.components)
        findings += !entry.finding && !entry.note.isEmpty(); // a note alone is something recorded, too
    hasMarks = !comparison.probeMarks.empty() || !comparison.portraitMarks.empty();
    hasConclusion = comparison.conclusion.has_value();
}

CompareState::View CompareState::view() const
{
    if (!hasCase)
        return View::NoCase;
    return hasCandidate ? View::Pair : View::NoCandidate;
}

CompareState::Deed CompareState::deed() const
{
    if (showsSigned)
        return Deed::AskForVerification;
    return isTraining && findings == 0 && !hasMarks ? Deed::NoteConclusion : Deed::Sign;
}

bool CompareState::isComplete() const
{
    if (view() != View::Pair || isReadOnly || isSigning)
        return false;
    if (deed() == Deed::AskForVerification)
        return !isAsked;
    return hasBothPictures && hasConclusion && (deed() == Deed::NoteConclusion || blanks == 0);
}

CompareState::Missing CompareState::missing() const
{
    if (view() != View::Pair)
        return Missing::Candidate;
    if (isReadOnly)
        return Missing::ReadOnly;
    if (isSigning)
        return Missing::Signing;
    if (deed() == Deed::AskForVerification && isAsked)
        return Missing::Asked;
    if (!rules.empty())
        return Missing::Rule;
    if (deed() == Deed::AskForVerification)
        return Missing::Nothing;
    if (!hasBothPictures)
        return Missing::Pictures;
    if (deed() == Deed::Sign && blanks > 0)
        return Missing::Components;
    return hasConclusion ? Missing::Nothing : Missing::Conclusion;
}

std::vector<size_t> versionsOf(const model::CaseContents &contents, const model::SearchId &search,
                               const model::PortraitId &portrait)
{
    std::vector<size_t> found;
    for (size_t i = 0; i < contents.examinations.size(); ++i)
        if (contents.examinations[i].search == search && contents.examinations[i].portrait == portrait)
            found.push_back(i);
    return found;
}

std::optional<model::Comparison> draftOf(const model::CaseContents &contents, const model::SearchId &search,
                                         const model::PortraitId &portrait, const QString &actor)
{
    const QString about = search.value() + QLatin1Char('/') + portrait.value();
    for (const model::ComparisonDraft &draft : contents.drafts)
        if (draft.about == about && draft.actor == actor && !draft.comparison.isEmpty())
            return draft.comparison;
    return std::nullopt;
}

} // namespace likeness::pages
