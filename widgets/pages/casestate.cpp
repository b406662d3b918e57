// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/casestate.h"

namespace likeness::pages
{

CaseView caseView(bool hasCase, bool isOpening, bool isFormWanted)
{
    if (isOpening)
        return CaseView::Opening;
    if (hasCase)
        return CaseView::Open;
    return isFormWanted ? CaseView::Form : CaseView::Start;
}

std::vector<policy::Rule> CaseFormState::unmet() const
{
    auto rules = policy::unmetRoleRules(policy::Deed::CreateCase, actor, today);
    const auto own = profile ? policy::unmetCaseRules(details, *profile) : policy::unmetCaseRules(details);
    rules.insert(rules.end(), own.begin(), own.end());
    return rules;
}

QString folderNameFor(const QString &caseNumber)
{
    QString name;
    for (const QChar c : caseNumber.trimmed()) {
        const bool isPlain = c.isLetterOrNumber() || c == QLatin1Char('-') || c == QLatin1Char('_');
        if (isPlain)
            name += c;
        else if (!name.isEmpty() && !name.endsWith(QLatin1Char('-')))
            name += QLatin1Char('-');
    }
    while (name.endsWith(QLatin1Char('-')))
        name.chop(1);
    return name.isEmpty() ? QStringLiteral("case") : QStringLiteral("case-") + name;
}

} // namespace likeness::pages
