// SPDX-License-Identifier: GPL-3.0-or-later
// Who worked on the case, who opened which list, and which rules were let pass.
#include "engine/report/sections.h"

namespace likeness::report
{

namespace
{

void writeAccounts(SectionWriter &to)
{
    if (to.report.accounts.empty()) {
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP(
                              "report", "There are no accounts behind this report. The names in it are those "
                                        "of the computer's users, and nothing in it is signed.")),
                          body);
        return;
    }
    std::vector<std::vector<Content>> rows;
    for (const model::Account &account : to.report.accounts) {
        Content name{text(to.words.value(account.fullName), smallBold), text(account.name, quiet)};
        if (account.disabled)
            name.push_back(text(to.words(QT_TRANSLATE_NOOP("report", "Disabled")), quiet));
        rows.push_back({name,
                        {text(to.words.roles(account.roles), small)},
                        {text(to.words.date(account.trainedUntil), small)}});
    }
    to.flow.table({{to.words(QT_TRANSLATE_NOOP("report", "Name and account")), true},
                   {to.words(QT_TRANSLATE_NOOP("report", "Roles, as of this report")), true},
                   {to.words(QT_TRANSLATE_NOOP("report", "Trained until")), false}},
                  rows);
}

void writeListViews(SectionWriter &to)
{
    to.minorHeading(to.words(QT_TRANSLATE_NOOP("report", "Who opened which candidate list")));
    if (to.contents.listViews.empty()) {
        to.flow.paragraph(
            to.words(QT_TRANSLATE_NOOP("report", "No opening of a candidate list was recorded.")), {9});
        return;
    }
    std::vector<std::vector<Content>> rows;
    for (const model::ListView &view : to.contents.listViews)
        rows.push_back({{text(to.words(QT_TRANSLATE_NOOP("report", "Search %1"),
                                       {QString::number(to.searchNumber(view.search))}),
                              small)},
                        {text(to.who(view.actor), small)},
                        {text(view.weakerReason.isEmpty()
                                  ? to.words(QT_TRANSLATE_NOOP("report", "Above the line"))
                                  : to.words(QT_TRANSLATE_NOOP("report", "Also beyond it: %1"), {view.weakerReason}),
                              small)},
                        {text(to.words.time(view.time), small)}});
    to.flow.table({{to.words(QT_TRANSLATE_NOOP("report", "List")), false},
                   {to.words(QT_TRANSLATE_NOOP("report", "Who")), false},
                   {to.words(QT_TRANSLATE_NOOP("report", "What")), true},
                   {to.words(QT_TRANSLATE_NOOP("report", "When")), false, false, 160}},
                  rows);
}

void writeOverrides(SectionWriter &to)
{
    to.minorHeading(to.words(QT_TRANSLATE_NOOP("report", "Rules that were overridden")));
    if (to.contents.overrides.empty()) {
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "No rule was overridden.")), {9});
        return;
    }
    std::vector<std::vector<Content>> rows;
    for (const model::Override &override : to.contents.overrides)
        rows.push_back(
            {{text(to.probeName(override.probe), small)},
             {text(to.words.rule(override.rule), smallBold),
              text(to.words(QT_TRANSLATE_NOOP("report", "Reason: %1"), {to.words.value(override.reason)}),
                   small, 2),
              text(to.words(QT_TRANSLATE_NOOP("report", "%1, by %2"),
                            {to.words.time(override.time), to.who(override.actor)}) +
                       QStringLiteral(". ") + to.signatureSentence(&override),
                   quiet, 2)}});
    to.flow.table({{to.words(QT_TRANSLATE_NOOP("report", "For")), false},
                   {to.words(QT_TRANSLATE_NOOP("report", "The rule, why, and by whom")), true}},
                  rows);
}

} // namespace

void writePeople(SectionWriter &to)
{
    to.heading(QT_TRANSLATE_NOOP("report", "People and access"), "people");
    writeAccounts(to);
    writeListViews(to);
    writeOverrides(to);
}

} // namespace likeness::report
