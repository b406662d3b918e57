// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/verifystate.h"

#include <algorithm>

namespace likeness::pages
{

VerifyState::View VerifyState::view() const
{
    if (isHolding)
        return View::Blind;
    return settling ? View::Settling : View::Waiting;
}

QString VerifyState::currentLabel() const
{
    return labels.value(current);
}

const model::Comparison &VerifyState::part(const QString &label) const
{
    static const model::Comparison nothing;
    const auto found = parts.find(label);
    return found == parts.end() ? nothing : found->second;
}

bool VerifyState::isComplete(const QString &label) const
{
    const auto &comparison = part(label);
    return comparison.conclusion && comparison.blanks().empty();
}

int VerifyState::completeCount() const
{
    return int(std::count_if(labels.begin(), labels.end(),
                             [this](const QString &label) { return isComplete(label); }));
}

void VerifyState::step(int by)
{
    current = std::clamp(current + by, 0, std::max(0, int(labels.size()) - 1));
}

std::vector<Disagreement> disagreements(const model::CaseContents &contents)
{
    std::vector<Disagreement> found;
    for (const auto &request : contents.verificationRequests) {
        const auto standing = policy::standing(contents, request.search, request.candidate);
        if (standing.state != policy::Standing::State::Disagreed || !standing.request ||
            standing.request->id != request.id)
            continue;
        Disagreement one{standing.request, standing.first, standing.verification, nullptr, {}};
        for (const auto &portrait : request.lineup) {
            const auto *part = one.second ? one.second->part(portrait.label) : nullptr;
            if (portrait.portrait == request.candidate)
                one.secondPart = part;
            else if (part && part->conclusion == model::Conclusion::SupportSameSource)
                one.otherLetters << portrait.label;
        }
        found.push_back(std::move(one));
    }
    return found;
}

} // namespace likeness::pages
