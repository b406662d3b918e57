// SPDX-License-Identifier: GPL-3.0-or-later
// What was seen in a probe before any candidate, and what was changed about that later.
#include "engine/report/sections.h"

namespace likeness::report
{

namespace
{

void writeComponents(SectionWriter &to, const model::Analysis &analysis)
{
    std::vector<std::vector<Content>> rows;
    for (const model::Component component : model::allComponents()) {
        const model::ComponentVisibility *const seen = analysis.component(component);
        rows.push_back({{text(to.words.component(component), small)},
                        {text(seen ? to.words.visibility(seen->visibility) : to.words.finding({}), small)},
                        {text(seen ? seen->note : QString(), small)}});
    }
    to.flow.table({{to.words(QT_TRANSLATE_NOOP("report", "Component")), false, false, 140},
                   {to.words(QT_TRANSLATE_NOOP("report", "Visibility")), false},
                   {to.words(QT_TRANSLATE_NOOP("report", "Note")), true}},
                  rows, true);
}

void writeChange(SectionWriter &to, const model::Analysis &before, const model::Analysis &after)
{
    to.flow.paragraph(
        to.words(QT_TRANSLATE_NOOP("report", "Changed on %1 by %2. Reason: %3"),
                 {to.words.time(after.time), to.who(after.actor), to.words.value(after.reason)}) +
            u' ' + to.signatureSentence(&after),
        {9}, 6, true);
    std::vector<std::vector<Content>> rows;
    for (const model::AnalysisDifference &difference : model::differences(before, after))
        rows.push_back({{text(to.words.differenceOf(difference.what), small)},
                        {text(to.words.differenceValue(difference.what, difference.before), small)},
                        {text(to.words.differenceValue(difference.what, difference.after), small)}});
    to.flow.table({{to.words(QT_TRANSLATE_NOOP("report", "What changed")), false, false, 140},
                   {to.words(QT_TRANSLATE_NOOP("report", "Before")), true},
                   {to.words(QT_TRANSLATE_NOOP("report", "After")), true}},
                  rows);
}

} // namespace

void writeAnalyses(SectionWriter &to, const model::Probe &probe)
{
    std::vector<const model::Analysis *> analyses;
    for (const model::Analysis &analysis : to.contents.analyses)
        if (analysis.probe == probe.id)
            analyses.push_back(&analysis);
    to.minorHeading(to.words(QT_TRANSLATE_NOOP("report", "Analysis of probe %1, before any candidate"),
                             {QString::number(to.probeNumber(probe.id))}));
    if (analyses.empty()) {
        to.flow.paragraph(
            to.words(QT_TRANSLATE_NOOP("report", "Nobody recorded what is visible in this probe.")), {9});
        return;
    }
    const model::Analysis &first = *analyses.front();
    to.writeFacts({
        {QT_TRANSLATE_NOOP("report", "Recorded"),
         {text(to.words(QT_TRANSLATE_NOOP("report", "%1, by %2"),
                        {to.words.time(first.time), to.who(first.actor)}),
               {9}),
          text(to.signatureSentence(&first), quiet, 2)}},
        {QT_TRANSLATE_NOOP("report", "Kind of picture"), to.plain(to.words.probeKind(first.kind))},
        {QT_TRANSLATE_NOOP("report", "Suitability"), to.plain(to.words.grade(first.suitability))},
        {QT_TRANSLATE_NOOP("report", "Limitations"),
         {text(first.limitations.trimmed().isEmpty()
                   ? to.words(QT_TRANSLATE_NOOP("report", "None were written down."))
                   : first.limitations,
               {9})}},
    });
    writeComponents(to, first);
    if (analyses.size() == 1)
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "This analysis was not changed later.")),
                          {9, false, colours::quiet});
    for (size_t i = 1; i < analyses.size(); ++i)
        writeChange(to, *analyses[i - 1], *analyses[i]);
}

} // namespace likeness::report
