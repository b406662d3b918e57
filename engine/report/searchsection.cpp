// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/sections.h"

#include <algorithm>

namespace likeness::report
{

namespace
{

/// What earlier searches of the case say, all that was decided here, oldest first, and where it stands.
Content remarks(const SectionWriter &to, const model::Search &search, const model::Candidate &candidate)
{
    Content content;
    if (const CaseReport::Memory *const memory = to.facts.memory(search.id, candidate.person)) {
        const QStringList values{to.words.time(memory->since),
                                 to.words.value(memory->reasons.join(QStringLiteral("; ")))};
        content.push_back(
            text(memory->excluded
                     ? to.words(QT_TRANSLATE_NOOP("report",
                                                  "Earlier in this case: this person was excluded on %1. %2"),
                                values)
                     : to.words(QT_TRANSLATE_NOOP("report",
                                                  "Earlier in this case: set aside by one on %1. Reason: %2"),
                                values),
                 small, 2));
    }
    for (const model::CandidateDecision &decision : to.contents.decisions) {
        if (decision.search != search.id || decision.portrait != candidate.portrait)
            continue;
        const QStringList values{to.words.time(decision.time), to.who(decision.actor),
                                 to.words.value(decision.reason)};
        const QString sentence =
            decision.setAside
                ? to.words(QT_TRANSLATE_NOOP("report", "Set aside on %1 by %2. Reason: %3"), values)
                : to.words(QT_TRANSLATE_NOOP("report", "Taken back into the list on %1 by %2."), values);
        content.push_back(text(sentence, small, 2));
    }
    const CaseReport::Standing standing = to.facts.standing(search.id, candidate.portrait);
    if (const QString sentence = to.standingSentence(standing); !sentence.isEmpty())
        content.push_back(text(sentence, smallBold, 2));
    if (standing.isExcluded)
        content.push_back(
            text(to.words(QT_TRANSLATE_NOOP("report", "Excluded; it stays in the list.")), small, 2));
    if (standing.isLead)
        content.push_back(text(to.words(leadSentence), smallBold, 2));
    return content;
}

void writeNullResult(SectionWriter &to, const model::NullResult &result)
{
    to.box({text(to.words(QT_TRANSLATE_NOOP("report", "Null result: the whole list was looked at, and it led "
                                                      "nowhere. That is a result like any other.")),
                 smallBold),
            text(to.words.value(result.note), {9}, 3),
            text(to.words(QT_TRANSLATE_NOOP("report", "%1, by %2"),
                          {to.words.time(result.time), to.who(result.actor)}) +
                     QStringLiteral(". ") + to.signatureSentence(&result),
                 quiet, 3)},
           colours::accent);
}

QString manyText(const SectionWriter &to, double share)
{
    return to.words.count(model::oneIn(share));
}

/// How often an innocent would get a candidate this close, and what else makes a lead weaker.
Content weight(const SectionWriter &to, const model::Search &search, const model::Candidate &candidate)
{
    Content content;
    if (const auto &often = candidate.frequency) {
        content.push_back(
            text(often->share > 0.5
                     ? to.words(QT_TRANSLATE_NOOP("report", "Most people who are not in this gallery would get a candidate "
                                                            "this close."))
                 : often->share > 0
                     ? to.words(QT_TRANSLATE_NOOP("report", "About 1 in %1 people who are not in this gallery would get a "
                                                            "candidate this close (95% interval: 1 in %2 to 1 in %3)."),
                                {manyText(to, often->share), manyText(to, often->low), manyText(to, often->high)})
                     : to.words(QT_TRANSLATE_NOOP("report", "Fewer than 1 in %1 people who are not in this gallery would "
                                                            "get a candidate this close."),
                                {manyText(to, often->high)}),
                 small, 2));
    }
    if (model::isBeyondLine(search, candidate))
        content.push_back(text(to.words(QT_TRANSLATE_NOOP("report", "Beyond the line: weaker than 1 in %1, or not shown to "
                                                                    "be rarer."),
                                        {to.words.count(search.calibration->oneIn)}),
                               smallBold, 2));
    if (candidate.isFragile() && search.furtherProbes.empty())
        content.push_back(text(to.words(QT_TRANSLATE_NOOP("report", "Fragile: the person stays in the list in %1 of %2 "
                                                                    "harmless variations of the probe."),
                                        {QString::number(candidate.robustness->kept),
                                         QString::number(candidate.robustness->of)}),
                               small, 2));
    if (candidate.lookAlikes)
        content.push_back(text(to.words(QT_TRANSLATE_NOOP("report", "Other persons of the gallery as close to this "
                                                                    "portrait: %1."),
                                        {to.words.count(*candidate.lookAlikes)}),
                               quiet, 2));
    return content;
}

/// What the frequencies rest on; nothing for searches from before there were any.
QString basis(const SectionWriter &to, const model::Search &search)
{
    using Source = model::Calibration::Source;
    if (!search.calibration)
        return to.words(QT_TRANSLATE_NOOP("report", "None: the search was made before they were measured."));
    const QStringList probes{to.words.count(search.calibration->probes)};
    switch (search.calibration->source) {
    case Source::Gallery:
        return to.words(QT_TRANSLATE_NOOP("report", "Measured with %1 persons of this gallery, each searched as if they "
                                                    "were not in it. A frequency is not the chance that a candidate is "
                                                    "the wrong person."),
                        probes);
    case Source::Shipped:
        return to.words(QT_TRANSLATE_NOOP("report", "The gallery has too few persons to measure with: measured with %1 "
                                                    "persons of the engine's development, in galleries of this size. A "
                                                    "frequency is not the chance that a candidate is the wrong person."),
                        probes);
    case Source::None:
        break;
    }
    return to.words(QT_TRANSLATE_NOOP("report", "Not known for this gallery."));
}

/// With several frames also in how many of their own lists the candidate stands.
Content distance(const SectionWriter &to, const model::Search &search, const model::Candidate &candidate)
{
    Content content{text(to.words.distance(candidate.distance), small)};
    if (candidate.normalised)
        content.push_back(text(to.words(QT_TRANSLATE_NOOP("report", "normalised %1"),
                                        {to.words.distance(*candidate.normalised)}),
                               quiet));
    if (!search.furtherProbes.empty())
        content.push_back(text(to.words(QT_TRANSLATE_NOOP("report", "in %1 of %2 frames"),
                                        {QString::number(candidate.framesPresent),
                                         QString::number(search.furtherProbes.size() + 1)}),
                               quiet));
    return content;
}

/// All frames of the face that were searched together, by their probes.
QString framesSearched(const SectionWriter &to, const model::Search &search)
{
    QStringList probes{QString::number(to.probeNumber(search.probe))};
    for (const model::ProbeId &probe : search.furtherProbes)
        probes += QString::number(to.probeNumber(probe));
    return to.words(QT_TRANSLATE_NOOP("report",
                                      "Probes %1: one face in several frames of a recording. A person stands at "
                                      "the least of the distances."),
                    {probes.join(QStringLiteral(", "))});
}

void writeCandidates(SectionWriter &to, const model::Search &search)
{
    to.flow.paragraph(
        to.words(QT_TRANSLATE_NOOP(
            "report",
            "The distance says how far apart the engine's descriptions of two faces are: 0 for the same "
            "picture, more for less alike. It is not a probability, and it does not say how likely it is "
            "that two pictures show the same person.")),
        {9, false, colours::quiet}, 8, true);
    std::vector<std::vector<Content>> rows;
    for (const model::Candidate &candidate : search.candidates) {
        Content details{hash(candidate.portraitSha256)};
        for (Fragment &fact : weight(to, search, candidate))
            details.push_back(std::move(fact));
        for (Fragment &remark : remarks(to, search, candidate))
            details.push_back(std::move(remark));
        rows.push_back({{text(QString::number(candidate.rank), small)},
                        distance(to, search, candidate),
                        {text(to.words.value(candidate.personReference), small)},
                        details});
    }
    to.flow.table(
        {{to.words(QT_TRANSLATE_NOOP("report", "Rank")), false, true},
         {to.words(QT_TRANSLATE_NOOP("report", "Distance")), false, true},
         {to.words(QT_TRANSLATE_NOOP("report", "Person's reference")), false, false, 110},
         {to.words(QT_TRANSLATE_NOOP("report", "SHA-256 of the portrait, and what was decided")), true}},
        rows);
}

void writePortraits(SectionWriter &to, const model::Search &search)
{
    constexpr int perRow = 5;
    constexpr double width = (page::bodyWidth - 8 * (perRow - 1)) / perRow;
    constexpr QSizeF limit(width, width * 1.25);
    std::vector<Content> pictures;
    if (to.hasProbePicture(search.probe))
        pictures.push_back({to.probeThumbnail(search.probe, limit),
                            text(to.words(QT_TRANSLATE_NOOP("report", "Probe %1"),
                                          {QString::number(to.probeNumber(search.probe))}),
                                 smallBold, 3)});
    bool any = false;
    for (const model::Candidate &candidate : search.candidates) {
        if (to.portrait(candidate.portrait).isNull())
            continue;
        any = true;
        pictures.push_back(
            {to.portraitThumbnail(candidate.portrait, limit),
             text(to.words(QT_TRANSLATE_NOOP("report", "Rank %1, distance %2"),
                           {QString::number(candidate.rank), to.words.distance(candidate.distance)}),
                  small, 3),
             text(to.words.value(candidate.personReference), quiet)});
    }
    if (!any) {
        to.flow.paragraph(
            to.words(QT_TRANSLATE_NOOP("report", "No portrait of this list is shown in this report.")));
        return;
    }
    to.flow.space(4);
    for (size_t i = 0; i < pictures.size(); i += perRow) {
        PageFlow::Cells cells;
        for (size_t j = i; j < std::min(i + perRow, pictures.size()); ++j)
            cells.push_back({width, pictures[j]});
        RowLook look;
        look.below = 8;
        to.flow.row(cells, look);
    }
}

/// Who and what the search was asked to leave out.
QString leftOut(const SectionWriter &to, const model::SearchSettings &settings)
{
    QStringList sentences;
    if (!settings.excludedReferences.isEmpty())
        sentences += to.words(QT_TRANSLATE_NOOP("report", "Persons: %1."),
                              {settings.excludedReferences.join(QStringLiteral(", "))});
    if (settings.leaveOutPastRetention)
        sentences +=
            to.words(QT_TRANSLATE_NOOP("report", "Portraits past their retention date on the day of the search."));
    return sentences.isEmpty() ? to.words(QT_TRANSLATE_NOOP("report", "Nobody and nothing."))
                               : sentences.join(u' ');
}

void writeSearch(SectionWriter &to, const model::Search &search)
{
    to.subheading(to.words(QT_TRANSLATE_NOOP("report", "Search %1: probe %2 in the gallery \"%3\""),
                           {QString::number(to.searchNumber(search.id)),
                            QString::number(to.probeNumber(search.probe)), search.galleryName}));
    SectionWriter::Facts facts{
        {QT_TRANSLATE_NOOP("report", "Made"),
         to.plain(to.words(QT_TRANSLATE_NOOP("report", "%1, by %2"),
                           {to.words.time(search.time), to.who(search.actor)}))},
        {QT_TRANSLATE_NOOP("report", "Gallery"),
         to.plain(to.words(QT_TRANSLATE_NOOP("report", "%1. Persons: %2; portraits: %3."),
                           {search.galleryName, to.words.count(search.galleryPersons),
                            to.words.count(search.galleryPortraits)}))},
        {QT_TRANSLATE_NOOP("report", "Gallery snapshot, SHA-256"), {hash(search.gallerySnapshot)}},
        {QT_TRANSLATE_NOOP("report", "Settings"),
         to.plain(to.words(QT_TRANSLATE_NOOP("report",
                                             "The list holds the nearest persons, %1 at most, each with the "
                                             "nearest portrait. The search was exact."),
                           {QString::number(search.settings.limit)}))},
        {QT_TRANSLATE_NOOP("report", "Frequencies"), to.plain(basis(to, search))},
        {QT_TRANSLATE_NOOP("report", "Line"),
         to.plain(search.calibration && search.calibration->oneIn > 0
                      ? to.words(QT_TRANSLATE_NOOP("report", "At 1 in %1: candidates beyond it are folded away on the "
                                                             "screen until somebody opens them with a reason. This report "
                                                             "has all."),
                                 {to.words.count(search.calibration->oneIn)})
                      : to.words(QT_TRANSLATE_NOOP("report", "None.")))},
        {QT_TRANSLATE_NOOP("report", "Left out when asked"), to.plain(leftOut(to, search.settings))},
        {QT_TRANSLATE_NOOP("report", "Kind of picture, as stated"),
         to.plain(to.words.probeKind(search.settings.probeKind))},
        {QT_TRANSLATE_NOOP("report", "Engine"),
         to.plain(to.words(QT_TRANSLATE_NOOP("report", "%1, version %2"),
                           {search.engine.name, search.engine.id()}))},
    };
    if (!search.furtherProbes.empty())
        facts.insert(facts.begin() + 1, {QT_TRANSLATE_NOOP("report", "Frames searched together"),
                                         to.plain(framesSearched(to, search))});
    to.writeFacts(facts);
    for (const model::NullResult &result : to.contents.nullResults)
        if (result.search == search.id)
            writeNullResult(to, result);
    if (to.facts.isWithheld(search.id)) {
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP(
            "report", "The candidate list of this search is not part of this report, because whoever made "
                      "the report has not opened it.")));
        return;
    }
    if (search.candidates.empty()) {
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP(
            "report", "No candidate was listed. That is a result, and it is reported like any other.")));
        return;
    }
    writeCandidates(to, search);
    writePortraits(to, search);
}

} // namespace

void writeSearches(SectionWriter &to)
{
    to.heading(QT_TRANSLATE_NOOP("report", "Searches"), "searches");
    if (to.contents.searches.empty())
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "No search was made.")));
    for (const model::Search &search : to.contents.searches)
        writeSearch(to, search);
}

} // namespace likeness::report
