// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/sections.h"

#include <algorithm>

namespace likeness::report {

namespace {

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

void writePictures(SectionWriter &to, const model::Search &search, const model::Candidate &candidate)
{
    constexpr double width = (page::bodyWidth - 8) / 2;
    const auto shown = [&](const QImage &image, const QString &caption,
                           const QStringList &hashes) -> Content {
        if (image.isNull())
            return {text(caption, smallBold),
                    text(to.words(QT_TRANSLATE_NOOP("report", "Not shown.")) + u' ' + to.whyMissing(hashes),
                         quiet, 2)};
        return {picture(image, {width, 190}), text(caption, quiet, 4)};
    };
    QStringList probeHashes;
    for (const model::Probe &probe : to.contents.probes)
        if (probe.id == search.probe)
            probeHashes = {probe.chipSha256, probe.evidenceSha256};
    RowLook look;
    look.below = 8;
    look.keepWithNext = true;
    to.flow.row(
        {{width, shown(to.chip(search.probe),
                       to.words(QT_TRANSLATE_NOOP("report", "Probe %1"),
                                {QString::number(to.probeNumber(search.probe))}),
                       probeHashes)},
         {width, shown(to.portrait(candidate.portrait),
                       to.words(QT_TRANSLATE_NOOP("report", "Portrait of %1, at rank %2, distance %3"),
                                {to.words.value(candidate.personReference), QString::number(candidate.rank),
                                 to.words.distance(candidate.distance)}),
                       {candidate.portraitSha256})}},
        look);
}

void writeVersions(SectionWriter &to, const Versions &versions)
{
    for (size_t i = 0; i < versions.size(); ++i) {
        const model::Examination &examination = *versions[i];
        const bool counts = i + 1 == versions.size();
        const QStringList number{QString::number(i + 1), QString::number(versions.size())};
        RowLook look;
        look.above = look.below = 8;
        look.fill = colours::fill;
        look.bar = counts ? colours::accent : colours::rule;
        to.flow.row(
            {{page::bodyWidth - 16,
              {text(to.words.conclusion(examination.conclusion), {11, true}),
               text(counts
                        ? to.words(QT_TRANSLATE_NOOP("report", "Version %1 of %2; this one counts."), number)
                        : to.words(QT_TRANSLATE_NOOP("report", "Version %1 of %2; a later one replaced it."),
                                   number),
                    quiet, 2),
               text(to.words(QT_TRANSLATE_NOOP("report", "Noted on %1 by %2."),
                             {to.words.time(examination.time), examination.actor}),
                    quiet),
               text(examination.note.trimmed().isEmpty()
                        ? to.words(QT_TRANSLATE_NOOP("report", "No note was written."))
                        : examination.note,
                    {9}, 4),
               text(to.words(leadSentence), smallBold, 6)}}},
            look);
        to.flow.space(6);
    }
    to.flow.space(6);
}

} // namespace

void writeExaminations(SectionWriter &to)
{
    to.heading(QT_TRANSLATE_NOOP("report", "Examinations"), "examinations");
    if (to.contents.examinations.empty()) {
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "No candidate was examined.")));
        return;
    }
    to.flow.paragraph(
        to.words(QT_TRANSLATE_NOOP(
            "report", "An examiner compared each of these candidates with the probe. A conclusion is one of: "
                      "support for same source, inconclusive, support for different source, not suitable "
                      "for comparison.")),
        {}, 8, true);
    for (const Versions &versions : byCandidate(to.contents.examinations)) {
        const model::Search *search = to.search(versions.front()->search);
        const model::Candidate *candidate = nullptr;
        if (search)
            for (const model::Candidate &listed : search->candidates)
                if (listed.portrait == versions.front()->portrait)
                    candidate = &listed;
        if (!candidate) {
            // The store does not let this happen; a record that is nevertheless like this is not left out.
            to.subheading(
                to.words(QT_TRANSLATE_NOOP("report", "A candidate that is in no list of this case: %1"),
                         {versions.front()->portrait.value()}));
        } else {
            to.subheading(
                to.words(QT_TRANSLATE_NOOP("report", "Search %1, rank %2: %3"),
                         {QString::number(to.searchNumber(search->id)), QString::number(candidate->rank),
                          to.words.value(candidate->personReference)}));
            writePictures(to, *search, *candidate);
        }
        writeVersions(to, versions);
    }
}

} // namespace likeness::report
