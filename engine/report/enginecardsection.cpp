// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine is bad at, and how well it did on the agency's own pictures.
#include "engine/report/enginecard.h"
#include "engine/report/plot.h"
#include "engine/report/sections.h"
#include "engine/report/selftestwords.h"

#include <algorithm>

namespace likeness::report
{

namespace
{

/// Made with another version of the engine than the case's searches; of probes where nothing was searched.
bool isOfOtherEngine(const SectionWriter &to, const model::SelfTest &test)
{
    QStringList used;
    for (const model::Search &search : to.contents.searches)
        used += search.engine.id();
    if (used.isEmpty())
        for (const model::Probe &probe : to.contents.probes)
            used += probe.engine.id();
    return !used.isEmpty() && !std::all_of(used.begin(), used.end(),
                                           [&](const QString &id) { return id == test.engine.id(); });
}

void writeFigures(SectionWriter &to, const model::SelfTest &test, const ReportTexts &texts)
{
    const auto rows = selfTestRows(test, texts);
    std::vector<std::vector<Content>> cells;
    for (const SelfTestRow &row : rows)
        cells.push_back({{text(row.what, small), text(row.term, quiet)},
                         {text(row.ours, small)},
                         {text(row.plain, small)},
                         {text(row.ratio, small)}});
    to.flow.table({{to.words(QT_TRANSLATE_NOOP("report", "Figure")), true},
                   {to.words(QT_TRANSLATE_NOOP("report", "Likeness"))},
                   {to.words(QT_TRANSLATE_NOOP("report", "Plain dlib"))},
                   {to.words(QT_TRANSLATE_NOOP("report", "Misses, times plain"))}},
                  cells, true);
}

void writeGroups(SectionWriter &to, const model::SelfTest &test, const ReportTexts &texts)
{
    if (!test.hasGroups)
        return;
    to.minorHeading(to.words(QT_TRANSLATE_NOOP("report", "By group")));
    to.flow.paragraph(
        to.words(QT_TRANSLATE_NOOP("report", "All groups are held against one threshold: the one under which 1% of all "
                                             "probes of persons who are not in the gallery get a candidate. Where a "
                                             "group's own share is higher, innocent people of that group are listed more "
                                             "often than others. Persons without a group: %1."),
                 {to.words.count(test.withoutGroup)}),
        body, 8, true);
    std::vector<std::vector<Content>> cells;
    for (const SelfTestGroupRow &row : selfTestGroupRows(test, texts))
        cells.push_back({{text(row.group, small)},
                         {text(row.counts, small)},
                         {text(row.rank1, small)},
                         {text(row.fnir, small)},
                         {text(row.fpir, small)}});
    to.flow.table({{to.words(QT_TRANSLATE_NOOP("report", "Group")), true},
                   {to.words(QT_TRANSLATE_NOOP("report", "Probes in / not in the gallery"))},
                   {to.words(QT_TRANSLATE_NOOP("report", "Stands first"))},
                   {to.words(QT_TRANSLATE_NOOP("report", "Missed"))},
                   {to.words(QT_TRANSLATE_NOOP("report", "Not in the gallery, and listed"))}},
                  cells);
}

void writePlots(SectionWriter &to, const std::vector<Plot> &plots)
{
    constexpr double gutter = 8;
    constexpr double width = (page::bodyWidth - gutter) / 2;
    PageFlow::Cells cells;
    for (const Plot &plot : plots)
        if (!isEmpty(plot))
            cells.push_back({width, {drawing({width, 230}, [plot](QPainter &painter, const QRectF &box, double dots) {
                                         drawPlot(painter, box, dots, plot, PlotLook::ofReport());
                                     })}});
    if (cells.empty())
        return;
    RowLook look;
    look.above = look.below = 8;
    to.flow.row(cells, look);
}

void writeSelfTest(SectionWriter &to, const model::SelfTest &test)
{
    const ReportTexts texts([&to](const char *source) { return to.words(source); });
    to.subheading(kindWords(test.kind, texts));
    if (isOfOtherEngine(to, test))
        to.box(to.words(QT_TRANSLATE_NOOP("report", "Made with another version of the engine.")),
               to.words(QT_TRANSLATE_NOOP("report", "The searches or probes of this case were made with another version "
                                                    "than this self-test. Its figures need not hold for them.")));
    to.writeFacts({{QT_TRANSLATE_NOOP("report", "Made"),
                    to.plain(to.words(QT_TRANSLATE_NOOP("report", "%1, by %2"),
                                      {to.words.time(test.time), to.who(test.actor)}))},
                   {QT_TRANSLATE_NOOP("report", "Engine"),
                    to.plain(to.words(QT_TRANSLATE_NOOP("report", "%1, version %2"),
                                      {test.engine.name, test.engine.id()}))},
                   {QT_TRANSLATE_NOOP("report", "Measured on"), to.plain(countWords(test, texts))},
                   {QT_TRANSLATE_NOOP("report", "Left out"), to.plain(leftOutWords(test, texts))},
                   {QT_TRANSLATE_NOOP("report", "Entry in the workstation's chain"),
                    to.plain(to.words.count(test.entry))}});
    writeFigures(to, test, texts);
    writeGroups(to, test, texts);
    writePlots(to, {detPlot(test, texts), rankPlot(test, texts)});
}

} // namespace

void writeEngineCard(SectionWriter &to)
{
    to.heading(engineCardHeading, "engine");
    to.box(to.words(notEvaluated), to.words(engineCardIntroduction));
    for (const EngineLimit &limit : engineLimits()) {
        RowLook look;
        look.below = 7;
        to.flow.row({{page::bodyWidth,
                      {text(to.words(limit.limit), {9.5, true}), text(to.words(limit.evidence), body, 1.5),
                       text(to.words(limit.source), quiet, 1.5)}}},
                    look);
    }
}

void writeSelfTests(SectionWriter &to)
{
    to.heading(QT_TRANSLATE_NOOP("report", "Self-test"), "selftest");
    if (to.report.selfTestsUnread) {
        to.flow.paragraph(to.words(
            QT_TRANSLATE_NOOP("report", "The self-tests of this workstation could not be read, so none is quoted: %1"),
            {to.words.reason(*to.report.selfTestsUnread)}));
        return;
    }
    if (to.report.selfTests.empty()) {
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP(
            "report", "No self-test was made on this workstation. How often the engine misses a person, or lists somebody "
                      "for a person who is not in the gallery, was not measured on pictures of this agency.")));
        return;
    }
    to.flow.paragraph(
        to.words(QT_TRANSLATE_NOOP("report", "A self-test measures the engine on pictures of people who are known to the "
                                             "agency, beside dlib's own template of one view on the same faces. Each "
                                             "figure stands with the interval in which it lies in 95 of 100 such "
                                             "measurements. The figures are of those pictures: with worse ones they are "
                                             "worse. They say nothing about a single candidate.")),
        body);
    for (const model::SelfTest &test : to.report.selfTests)
        writeSelfTest(to, test);
}

} // namespace likeness::report
