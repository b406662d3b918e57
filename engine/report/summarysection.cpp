// SPDX-License-Identifier: GPL-3.0-or-later
// The report on one or two pages, in plain words.
#include "engine/report/sections.h"

#include <QSet>

namespace likeness::report
{

namespace
{

void writeAsked(SectionWriter &to)
{
    const model::CaseDetails &details = to.contents.file.details;
    to.minorHeading(to.words(QT_TRANSLATE_NOOP("report", "What was asked")));
    to.flow.paragraph(
        to.words(QT_TRANSLATE_NOOP("report", "%1 asked for this work in case %2. Offence: %3. Purpose: %4."),
                 {details.requester, details.number, details.offence, details.purpose}),
        body);
}

QString searchResult(const SectionWriter &to, const model::Search &search)
{
    if (to.facts.isWithheld(search.id))
        return to.words(QT_TRANSLATE_NOOP(
            "report", "Its list is not part of this report: whoever made the report has not opened it."));
    if (search.candidates.empty())
        return to.words(QT_TRANSLATE_NOOP(
            "report", "It listed no candidate. That is a result, and it is reported like any other."));
    QString sentence = to.words(QT_TRANSLATE_NOOP("report", "Candidates listed: %1; nearest distance: %2."),
                                {to.words.count(qint64(search.candidates.size())),
                                 to.words.distance(search.candidates.front().distance)});
    if (to.facts.nullResult(search.id))
        sentence += u' ' + to.words(QT_TRANSLATE_NOOP("report",
                                                      "The whole list was looked at and led nowhere. That is "
                                                      "a result, and it is reported like any other."));
    return sentence;
}

void writeSearched(SectionWriter &to)
{
    to.minorHeading(to.words(QT_TRANSLATE_NOOP("report", "What was searched")));
    if (to.contents.searches.empty())
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "No search was made.")), body);
    for (const model::Search &search : to.contents.searches)
        to.flow.paragraph(
            to.words(QT_TRANSLATE_NOOP("report",
                                       "Search %1 compared probe %2 with the gallery \"%3\" (persons: %4, "
                                       "portraits: %5) on %6."),
                     {QString::number(to.searchNumber(search.id)),
                      QString::number(to.probeNumber(search.probe)), search.galleryName,
                      to.words.count(search.galleryPersons), to.words.count(search.galleryPortraits),
                      to.words.time(search.time)}) +
                u' ' + searchResult(to, search),
            body, 5);
}

void writeWhoLooked(SectionWriter &to)
{
    QSet<QString> analysts, openers, examiners, verifiers, adjudicators;
    for (const model::Analysis &analysis : to.contents.analyses)
        analysts.insert(analysis.actor);
    for (const model::ListView &view : to.contents.listViews)
        openers.insert(view.actor);
    for (const model::Examination &examination : to.contents.examinations)
        examiners.insert(examination.actor);
    for (const model::VerificationResult &result : to.contents.verificationResults)
        verifiers.insert(result.actor);
    for (const model::Adjudication &adjudication : to.contents.adjudications)
        adjudicators.insert(adjudication.actor);
    to.minorHeading(to.words(QT_TRANSLATE_NOOP("report", "How many looked")));
    to.flow.paragraph(
        to.words(QT_TRANSLATE_NOOP("report",
                                   "People who described a probe before any candidate was shown: %1. People "
                                   "who opened a candidate list: %2. People who examined a candidate: %3. "
                                   "People who compared again, blind: %4. People who settled a "
                                   "disagreement: %5."),
                 {to.words.count(analysts.size()), to.words.count(openers.size()),
                  to.words.count(examiners.size()), to.words.count(verifiers.size()),
                  to.words.count(adjudicators.size())}),
        body);
}

void writeOutcome(SectionWriter &to)
{
    to.minorHeading(to.words(QT_TRANSLATE_NOOP("report", "The outcome")));
    std::vector<std::vector<Content>> rows;
    for (const model::Search &search : to.contents.searches)
        for (const model::Candidate &candidate : search.candidates) {
            const CaseReport::Standing standing = to.facts.standing(search.id, candidate.portrait);
            const QString sentence = to.standingSentence(standing);
            if (sentence.isEmpty())
                continue;
            Content content{text(sentence, small)};
            if (standing.isLead)
                content.push_back(text(to.words(leadSentence), smallBold, 3));
            rows.push_back({{text(to.candidateName(search.id, candidate.portrait), smallBold)}, content});
        }
    if (!rows.empty())
        to.flow.table({{to.words(QT_TRANSLATE_NOOP("report", "Candidate")), false, false, 150},
                       {to.words(QT_TRANSLATE_NOOP("report", "Where it stands")), true}},
                      rows);
    else
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "No candidate was examined.")), body);
    for (const model::Search &search : to.contents.searches)
        if (const model::NullResult *const result = to.facts.nullResult(search.id))
            to.box({text(to.words(QT_TRANSLATE_NOOP("report", "Null result of search %1"),
                                  {QString::number(to.searchNumber(search.id))}),
                         smallBold),
                    text(to.words.value(result->note), {9}, 3),
                    text(to.words(QT_TRANSLATE_NOOP("report", "%1, by %2"),
                                  {to.words.time(result->time), to.who(result->actor)}),
                         quiet, 3)},
                   colours::accent);
}

void writeWhatItMeansNot(SectionWriter &to)
{
    to.minorHeading(to.words(QT_TRANSLATE_NOOP("report", "What it does not mean")));
    to.flow.paragraph(
        to.words(QT_TRANSLATE_NOOP(
            "report",
            "A candidate is not the person in the picture because a search listed it: a search lists the "
            "nearest persons of a gallery even when the right one is not in it. Nor does an empty list or a "
            "null result say that the person is unknown, only that this gallery led nowhere. What two "
            "people agree on is still their opinion.")),
        body);
}

void writeCounts(SectionWriter &to)
{
    const model::CaseContents &contents = to.contents;
    qint64 listed = 0, withoutCandidate = 0, setAside = 0;
    for (const model::Search &search : contents.searches) {
        listed += qint64(search.candidates.size());
        withoutCandidate += search.candidates.empty() && !to.facts.isWithheld(search.id);
        for (const model::Candidate &candidate : search.candidates)
            setAside += to.facts.isSetAside(search.id, candidate.portrait);
    }

    const auto line = [&to](const char *what, qint64 number, const char *meaning) -> std::vector<Content> {
        return {{text(to.words(what), small)},
                {text(to.words.count(number), small)},
                {text(to.words(meaning), quiet)}};
    };
    to.minorHeading(to.words(QT_TRANSLATE_NOOP("report", "In numbers")));
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
         line(QT_TRANSLATE_NOOP("report", "Null results"), qint64(contents.nullResults.size()),
              QT_TRANSLATE_NOOP("report", "Lists that were looked at in full and led nowhere.")),
         line(QT_TRANSLATE_NOOP("report", "Candidates listed"), listed,
              QT_TRANSLATE_NOOP("report", "In all searches together; a person may be listed in several.")),
         line(QT_TRANSLATE_NOOP("report", "Candidates set aside"), setAside,
              QT_TRANSLATE_NOOP("report", "They stay in the lists, with the reason.")),
         line(QT_TRANSLATE_NOOP("report", "Examinations"), qint64(contents.examinations.size()),
              QT_TRANSLATE_NOOP("report", "Conclusions that were noted, earlier versions included.")),
         line(QT_TRANSLATE_NOOP("report", "Blind verifications"), qint64(contents.verificationResults.size()),
              QT_TRANSLATE_NOOP("report", "Comparisons repeated by a second person, and finished.")),
         line(QT_TRANSLATE_NOOP("report", "Rules overridden"), qint64(contents.overrides.size()),
              QT_TRANSLATE_NOOP("report", "Exceptions that somebody allowed, with the reason.")),
         line(QT_TRANSLATE_NOOP("report", "Missing pictures"), qint64(to.report.missing.size()),
              QT_TRANSLATE_NOOP("report", "Pictures that this report should show and cannot."))},
        true);
}

} // namespace

void writeSummary(SectionWriter &to)
{
    to.heading(QT_TRANSLATE_NOOP("report", "Summary"), "summary");
    writeAsked(to);
    writeSearched(to);
    writeWhoLooked(to);
    writeOutcome(to);
    writeWhatItMeansNot(to);
    writeCounts(to);
    to.flow.paragraph(
        to.words(QT_TRANSLATE_NOOP(
            "report",
            "In the pictures of this report everything outside the chosen face is pixelated, so that "
            "bystanders cannot be recognised. The unchanged files stay in the case folder.")),
        {9, false, colours::quiet});
}

} // namespace likeness::report
