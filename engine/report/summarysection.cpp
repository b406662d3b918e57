// SPDX-License-Identifier: GPL-3.0-or-later
// What a reader sees first: title page, summary and the evidence.
#include "engine/report/sections.h"

namespace likeness::report {

namespace {

Fragment pageOf(const char *mark)
{
    return {Fragment::Kind::PageOf, QString::fromLatin1(mark), {10, false, colours::ink, true}, {}, {}, 0};
}

void writeContents(SectionWriter &to)
{
    static const std::pair<const char *, const char *> sections[] = {
        {QT_TRANSLATE_NOOP("report", "Summary"), "summary"},
        {QT_TRANSLATE_NOOP("report", "Evidence"), "evidence"},
        {QT_TRANSLATE_NOOP("report", "Probes"), "probes"},
        {QT_TRANSLATE_NOOP("report", "Searches"), "searches"},
        {QT_TRANSLATE_NOOP("report", "Examinations"), "examinations"},
        {QT_TRANSLATE_NOOP("report", "Missing pictures"), "missing"},
        {QT_TRANSLATE_NOOP("report", "Appendix: how to check this report"), "appendix"},
    };
    to.subheading(to.words(QT_TRANSLATE_NOOP("report", "Contents")));
    for (const auto &[title, mark] : sections) {
        RowLook look;
        look.above = look.below = 2;
        look.rule = colours::rule;
        to.flow.row({{page::bodyWidth - 48, {text(to.words(title))}}, {40, {pageOf(mark)}}}, look);
    }
}

void writeAsked(SectionWriter &to)
{
    const model::CaseDetails &details = to.contents.file.details;
    to.flow.paragraph(
        to.words(QT_TRANSLATE_NOOP("report", "%1 asked for this work in case %2. Offence: %3. Purpose: %4."),
                 {details.requester, details.number, details.offence, details.purpose}));
    if (to.contents.searches.empty())
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "No search was made.")));
    for (const model::Search &search : to.contents.searches) {
        const int number = to.searchNumber(search.id);
        to.flow.paragraph(
            to.words(QT_TRANSLATE_NOOP("report",
                                       "Search %1 compared probe %2 with the gallery \"%3\" (persons: %4, "
                                       "portraits: %5) on %6."),
                     {QString::number(number), QString::number(to.probeNumber(search.probe)),
                      search.galleryName, to.words.count(search.galleryPersons),
                      to.words.count(search.galleryPortraits), to.words.time(search.time)}) +
            u' ' +
            (search.candidates.empty()
                 ? to.words(QT_TRANSLATE_NOOP(
                       "report",
                       "It listed no candidate. That is a result, and it is reported like any other."))
                 : to.words(QT_TRANSLATE_NOOP("report", "Candidates listed: %1; nearest distance: %2."),
                            {to.words.count(qint64(search.candidates.size())),
                             to.words.distance(search.candidates.front().distance)})));
    }
}

void writeConcluded(SectionWriter &to)
{
    bool any = false;
    for (const model::Search &search : to.contents.searches)
        for (const model::Candidate &candidate : search.candidates) {
            const model::Examination *last = to.lastExamination(search.id, candidate.portrait);
            if (!last)
                continue;
            any = true;
            to.flow.paragraph(to.words(
                QT_TRANSLATE_NOOP(
                    "report", "Examined: %1, at rank %2 of search %3. Conclusion: %4. It is a lead only."),
                {candidate.personReference, QString::number(candidate.rank),
                 QString::number(to.searchNumber(search.id)), to.words.conclusion(last->conclusion)}));
        }
    if (!any)
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "No candidate was examined.")));
}

void writeCounts(SectionWriter &to)
{
    const model::CaseContents &contents = to.contents;
    qint64 listed = 0, withoutCandidate = 0;
    for (const model::Search &search : contents.searches) {
        listed += qint64(search.candidates.size());
        withoutCandidate += search.candidates.empty();
    }
    qint64 setAside = 0;
    for (const model::CandidateDecision &decision : contents.decisions)
        setAside += to.isSetAside(decision);

    const auto line = [&to](const char *what, qint64 number, const char *meaning) -> std::vector<Content> {
        return {{text(to.words(what), small)},
                {text(to.words.count(number), small)},
                {text(to.words(meaning), quiet)}};
    };
    to.flow.table(
        {{to.words(QT_TRANSLATE_NOOP("report", "Counted")), false, false, 170},
         {to.words(QT_TRANSLATE_NOOP("report", "Number")), false, true},
         {to.words(QT_TRANSLATE_NOOP("report", "What it means")), true}},
        {line(QT_TRANSLATE_NOOP("report", "Evidence items"), qint64(contents.evidence.size()),
              QT_TRANSLATE_NOOP("report", "Files that were taken into the case.")),
         line(QT_TRANSLATE_NOOP("report", "Probes"), qint64(contents.probes.size()),
              QT_TRANSLATE_NOOP("report", "Faces that a person chose and made ready for searching.")),
         line(QT_TRANSLATE_NOOP("report", "Searches"), qint64(contents.searches.size()),
              QT_TRANSLATE_NOOP("report", "All that were made, whatever they listed.")),
         line(QT_TRANSLATE_NOOP("report", "Searches without a candidate"), withoutCandidate,
              QT_TRANSLATE_NOOP("report", "Searches that listed nobody.")),
         line(QT_TRANSLATE_NOOP("report", "Candidates listed"), listed,
              QT_TRANSLATE_NOOP("report", "In all searches together; a person may be listed in several.")),
         line(QT_TRANSLATE_NOOP("report", "Candidates set aside"), setAside,
              QT_TRANSLATE_NOOP("report", "They stay in the lists, with the reason.")),
         line(QT_TRANSLATE_NOOP("report", "Examinations"), qint64(contents.examinations.size()),
              QT_TRANSLATE_NOOP("report", "Conclusions that were noted, earlier versions included.")),
         line(QT_TRANSLATE_NOOP("report", "Missing pictures"), qint64(to.report.missing.size()),
              QT_TRANSLATE_NOOP("report", "Pictures that this report should show and cannot."))});
}

} // namespace

void writeTitlePage(SectionWriter &to)
{
    const CaseReport &report = to.report;
    const model::Case &file = to.contents.file;
    to.flow.space(0);
    to.flow.paragraph(QStringLiteral("Likeness"), {10, true, colours::accent}, 24);
    to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "Facial comparison report")), {24, true}, 4);
    to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "Case %1"), {file.details.number}),
                      {14, false, colours::quiet}, 24);
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
    to.flow.space(8);
    const QString local = report.made.toLocalTime().toString(u"yyyy-MM-dd, HH:mm:ss") +
                          report.made.toLocalTime().toString(u" t");
    to.facts({
        {QT_TRANSLATE_NOOP("report", "Case number"), to.plain(file.details.number)},
        {QT_TRANSLATE_NOOP("report", "Offence"), to.plain(file.details.offence)},
        {QT_TRANSLATE_NOOP("report", "Purpose"), to.plain(file.details.purpose)},
        {QT_TRANSLATE_NOOP("report", "Requested by"), to.plain(file.details.requester)},
        {QT_TRANSLATE_NOOP("report", "Case opened"),
         to.plain(to.words(QT_TRANSLATE_NOOP("report", "%1, by %2"),
                           {to.words.time(file.created), file.createdBy}))},
        {QT_TRANSLATE_NOOP("report", "Report made"),
         to.plain(to.words(QT_TRANSLATE_NOOP("report", "%1 (local time %2)"),
                           {to.words.time(report.made), local}))},
        {QT_TRANSLATE_NOOP("report", "Made by"), to.plain(report.madeBy)},
        {QT_TRANSLATE_NOOP("report", "Made on computer"), to.plain(report.host)},
        {QT_TRANSLATE_NOOP("report", "Made with"),
         to.plain(to.words(QT_TRANSLATE_NOOP("report", "Likeness %1"), {report.programVersion}))},
    });
    writeContents(to);
}

void writeSummary(SectionWriter &to)
{
    to.flow.newPage();
    to.heading(QT_TRANSLATE_NOOP("report", "Summary"), "summary");
    writeAsked(to);
    writeConcluded(to);
    to.flow.space(4);
    writeCounts(to);
    to.flow.paragraph(
        to.words(QT_TRANSLATE_NOOP(
            "report",
            "In the pictures of this report everything outside the chosen face is pixelated, so that "
            "bystanders cannot be recognised. The unchanged files stay in the case folder.")),
        {9, false, colours::quiet});
}

void writeEvidence(SectionWriter &to)
{
    to.heading(QT_TRANSLATE_NOOP("report", "Evidence"), "evidence");
    if (to.contents.evidence.empty()) {
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "No evidence was added.")));
        return;
    }
    to.flow.paragraph(to.words(QT_TRANSLATE_NOOP(
                          "report", "Each file was copied into the case unchanged. Its SHA-256 is worked out "
                                    "again whenever it is opened; a file that changed is refused.")),
                      {9, false, colours::quiet}, 8, true);
    std::vector<std::vector<Content>> rows;
    for (const model::EvidenceItem &item : to.contents.evidence)
        rows.push_back({{text(QString::number(to.evidenceNumber(item.id)), small)},
                        {text(to.words.value(item.fileName), smallBold), text(item.mediaType, quiet),
                         hash(item.sha256, 2)},
                        {text(to.words.count(item.bytes), small)},
                        {text(QStringLiteral("%1 × %2").arg(item.width).arg(item.height), small)},
                        {text(to.words.time(item.added), small), text(to.words.value(item.addedBy), quiet)}});
    to.flow.table({{to.words(QT_TRANSLATE_NOOP("report", "No.")), false, true},
                   {to.words(QT_TRANSLATE_NOOP("report", "File name, kind and SHA-256")), true},
                   {to.words(QT_TRANSLATE_NOOP("report", "Bytes")), false, true},
                   {to.words(QT_TRANSLATE_NOOP("report", "Pixels")), false, true},
                   {to.words(QT_TRANSLATE_NOOP("report", "Added when, by whom")), false}},
                  rows);
}

} // namespace likeness::report
