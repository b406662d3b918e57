// SPDX-License-Identifier: GPL-3.0-or-later
// What a reader sees first: title page and table of contents.
#include "engine/report/enginecard.h"
#include "engine/report/sections.h"

namespace likeness::report
{

namespace
{

Fragment pageOf(const char *mark)
{
    return {
        Fragment::Kind::PageOf, QString::fromLatin1(mark), {10, false, colours::ink, true}, {}, {}, 0, {}};
}

void writeWhatItIs(SectionWriter &to)
{
    constexpr double width = (page::bodyWidth - 8) / 2;
    const auto column = [&to](const char *title, const char *words) -> Content {
        return {text(to.words(title), smallBold), text(to.words(words), {8.5}, 3)};
    };
    RowLook look;
    look.below = 16;
    to.flow.row(
        {{width - 6,
          column(QT_TRANSLATE_NOOP("report", "What this report is"),
                 QT_TRANSLATE_NOOP("report",
                                   "A record of how a face in a picture was searched for in a gallery of "
                                   "known portraits, and of what trained people saw when they compared "
                                   "portraits with it. It shows every search, every person listed, every "
                                   "opinion and every change of it."))},
         {width - 6,
          column(QT_TRANSLATE_NOOP("report", "What it is not"),
                 QT_TRANSLATE_NOOP("report",
                                   "It is no identification, no measure of how likely it is that somebody "
                                   "is the person in the picture, and no evidence that somebody was at a "
                                   "place. What it points to must be confirmed or refuted by other "
                                   "means."))}},
        look);
}

bool hasLockedLead(const SectionWriter &to)
{
    for (const CaseReport::Standing &standing : to.report.standings)
        if (standing.isLocked())
            return true;
    return false;
}

} // namespace

void writeTitlePage(SectionWriter &to)
{
    const CaseReport &report = to.report;
    const model::Case &file = to.contents.file;
    to.flow.paragraph(report.agency.trimmed().isEmpty() ? QStringLiteral("Likeness") : report.agency,
                      {11, true, colours::accent}, 30);
    to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "Facial comparison report")), {24, true}, 4);
    to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "Case %1"), {file.details.number}),
                      {14, false, colours::quiet}, 26);
    if (report.training)
        to.box(to.words(trainingSentence),
               to.words(QT_TRANSLATE_NOOP(
                   "report", "There are no user accounts behind this report: the names in it are "
                             "those of the computer's users. It is an exercise and must not be "
                             "used in casework.")),
               true);
    to.box(to.words(leadSentence),
           to.words(QT_TRANSLATE_NOOP("report",
                                      "A candidate is a person in a gallery who looks like the person in a "
                                      "picture. Other people look like that person, too. Nobody may be "
                                      "arrested, charged or named on the strength of this report alone.")));
    if (hasLockedLead(to))
        to.box(to.words(QT_TRANSLATE_NOOP("report", "This is an interim report.")),
               to.words(QT_TRANSLATE_NOOP(
                   "report", "At least one candidate is locked until a second examiner or a third account "
                             "has finished. Nothing that was concluded about it stands in this report.")));
    to.flow.space(6);
    const QString local = report.made.toLocalTime().toString(u"yyyy-MM-dd, HH:mm:ss") +
                          report.made.toLocalTime().toString(u" t");
    to.writeFacts({
        {QT_TRANSLATE_NOOP("report", "Case number"), to.plain(file.details.number)},
        {QT_TRANSLATE_NOOP("report", "Offence"), to.plain(file.details.offence)},
        {QT_TRANSLATE_NOOP("report", "Purpose"), to.plain(file.details.purpose)},
        {QT_TRANSLATE_NOOP("report", "Requested by"), to.plain(file.details.requester)},
        {QT_TRANSLATE_NOOP("report", "Case opened"),
         to.plain(to.words(QT_TRANSLATE_NOOP("report", "%1, by %2"),
                           {to.words.time(file.created), to.who(file.createdBy)}))},
        {QT_TRANSLATE_NOOP("report", "Report made"),
         to.plain(to.words(QT_TRANSLATE_NOOP("report", "%1 (local time %2)"),
                           {to.words.time(report.made), local}))},
        {QT_TRANSLATE_NOOP("report", "Made by"), to.plain(to.who(report.madeBy))},
        {QT_TRANSLATE_NOOP("report", "Made on computer"), to.plain(report.host)},
        {QT_TRANSLATE_NOOP("report", "Made with"),
         to.plain(to.words(QT_TRANSLATE_NOOP("report", "Likeness %1"), {report.programVersion}))},
    });
    writeWhatItIs(to);
}

void writeContents(SectionWriter &to)
{
    static const std::pair<const char *, const char *> sections[] = {
        {QT_TRANSLATE_NOOP("report", "Summary"), "summary"},
        {QT_TRANSLATE_NOOP("report", "Evidence"), "evidence"},
        {QT_TRANSLATE_NOOP("report", "Probes"), "probes"},
        {QT_TRANSLATE_NOOP("report", "Searches"), "searches"},
        {QT_TRANSLATE_NOOP("report", "Examinations"), "examinations"},
        {QT_TRANSLATE_NOOP("report", "Verification"), "verification"},
        {QT_TRANSLATE_NOOP("report", "People and access"), "people"},
        {engineCardHeading, "engine"},
        {QT_TRANSLATE_NOOP("report", "Self-test"), "selftest"},
        {QT_TRANSLATE_NOOP("report", "Limits of the method"), "limits"},
        {QT_TRANSLATE_NOOP("report", "Missing pictures"), "missing"},
        {QT_TRANSLATE_NOOP("report", "Appendix: how to check this report"), "appendix"},
    };
    to.flow.startPage();
    to.heading(QT_TRANSLATE_NOOP("report", "Contents"), "contents");
    for (const auto &[title, mark] : sections) {
        RowLook look;
        look.above = look.below = 2.5;
        look.rule = colours::rule;
        to.flow.row({{page::bodyWidth - 48, {text(to.words(title))}}, {40, {pageOf(mark)}}}, look);
    }
    to.flow.space(8);
}

} // namespace likeness::report
