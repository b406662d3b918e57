// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/sections.h"

#include <algorithm>

namespace likeness::report
{

namespace
{

/// All versions of what was concluded about one candidate of one search, oldest first.
using Versions = std::vector<const model::Examination *>;

std::vector<Versions> byCandidate(const std::vector<model::Examination> &examinations)
{
    std::vector<Versions> groups;
    for (const model::Examination &examination : examinations) {
        const auto same = std::find_if(groups.begin(), groups.end(), [&](const Versions &versions) {
            return versions.front()->search == examination.search &&
                   versions.front()->portrait == examination.portrait;
        });
        if (same != groups.end())
            same->push_back(&examination);
        else
            groups.push_back({&examination});
    }
    return groups;
}

bool hasChecklist(const model::Examination &examination)
{
    return !examination.comparison.components.empty() || !examination.comparison.probeMarks.empty() ||
           !examination.comparison.portraitMarks.empty();
}

void writeConclusion(SectionWriter &to, const model::Examination &examination, size_t version,
                     size_t versions)
{
    const bool counts = version == versions;
    // Examined in training it has a note of its own; with a checklist the note stands there.
    const QString note =
        examination.note.trimmed().isEmpty() ? examination.comparison.note : examination.note;
    Content content{
        text(to.words.conclusion(examination.conclusion), {11, true}),
        text(to.words.meaning(examination.conclusion), {9}, 3),
        text(note.trimmed().isEmpty() ? to.words(QT_TRANSLATE_NOOP("report", "No note was written.")) : note,
             {9}, 6)};
    const QStringList versionOf{QString::number(version), QString::number(versions)};
    if (versions > 1)
        content.push_back(text(
            counts ? to.words(QT_TRANSLATE_NOOP("report", "Version %1 of %2; this one counts."), versionOf)
                   : to.words(QT_TRANSLATE_NOOP("report", "Version %1 of %2; a later one replaced it."),
                              versionOf),
            quiet, 6));
    content.push_back(text(to.words(QT_TRANSLATE_NOOP("report", "Noted on %1 by %2."),
                                    {to.words.time(examination.time), to.who(examination.actor)}) +
                               u' ' + to.signatureSentence(&examination),
                           quiet, versions > 1 ? 0 : 6));
    content.push_back(text(to.words(leadSentence), smallBold, 6));
    to.box(content, counts ? colours::accent : colours::rule);
}

void writeVersions(SectionWriter &to, const Versions &versions)
{
    const model::Examination &first = *versions.front();
    const model::Search *const search = to.facts.search(first.search);
    const model::Candidate *const candidate = to.facts.candidate(first.search, first.portrait);
    bool pictured = false;
    for (size_t i = 0; i < versions.size(); ++i) {
        const model::Examination &examination = *versions[i];
        const QStringList number{QString::number(i + 1), QString::number(versions.size())};
        if (search && candidate && (hasChecklist(examination) || !pictured)) {
            if (pictured)
                to.flow.startPage();
            if (versions.size() > 1 && hasChecklist(examination))
                to.minorHeading(to.words(QT_TRANSLATE_NOOP("report", "Version %1 of %2"), number));
            writeComparison(
                to, search->probe, candidate->portrait,
                to.words(QT_TRANSLATE_NOOP("report", "Portrait of %1, at rank %2, distance %3"),
                         {to.words.value(candidate->personReference), QString::number(candidate->rank),
                          to.words.distance(candidate->distance)}),
                {candidate->portraitSha256}, examination.comparison);
            pictured = true;
        }
        writeConclusion(to, examination, i + 1, versions.size());
    }
}

} // namespace

void writeExaminations(SectionWriter &to)
{
    std::vector<Versions> groups = byCandidate(to.contents.examinations);
    // Each examination starts a page; the locked ones, of a few lines, follow together.
    std::stable_partition(groups.begin(), groups.end(),
                          [&to](const Versions &versions) { return !to.facts.isLocked(*versions.front()); });
    const bool withChecklists =
        std::any_of(to.contents.examinations.begin(), to.contents.examinations.end(), hasChecklist);
    if (withChecklists)
        to.flow.startPage();
    to.heading(QT_TRANSLATE_NOOP("report", "Examinations"), "examinations");
    if (groups.empty()) {
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "No candidate was examined.")));
        return;
    }
    to.flow.paragraph(
        to.words(QT_TRANSLATE_NOOP(
            "report", "An examiner compared each of these candidates with the probe. A conclusion is one of: "
                      "support for same source, inconclusive, support for different source, not suitable "
                      "for comparison. Markers are drawn over the pictures; the pixels are unchanged.")),
        body, 8, true);
    bool first = true;
    for (const Versions &versions : groups) {
        const model::Examination &any = *versions.front();
        if (!first &&
            std::any_of(versions.begin(), versions.end(),
                        [](const auto *each) { return hasChecklist(*each); }) &&
            !to.facts.isLocked(any))
            to.flow.startPage();
        first = false;
        to.subheading(to.candidateName(any.search, any.portrait));
        const CaseReport::Standing standing = to.facts.standing(any.search, any.portrait);
        if (standing.isLocked()) {
            to.box({text(to.standingSentence(standing), smallBold),
                    text(to.words(QT_TRANSLATE_NOOP(
                                      "report",
                                      "What was seen and concluded, and by whom, is kept in the case and "
                                      "will stand in a later report. Records so far: %1."),
                                  {QString::number(versions.size())}),
                         {9}, 3),
                    text(to.words(leadSentence), smallBold, 6)},
                   colours::ink);
            continue;
        }
        if (standing.state == CaseReport::Standing::State::Agreed ||
            standing.state == CaseReport::Standing::State::Adjudicated)
            to.flow.paragraph(to.standingSentence(standing), {9, true}, 6, true);
        writeVersions(to, versions);
    }
}

} // namespace likeness::report
