// SPDX-License-Identifier: GPL-3.0-or-later
// The blind repetition by a second person, and what a third one settled.
#include "engine/report/sections.h"

#include <algorithm>

namespace likeness::report
{

namespace
{

void writeLineup(SectionWriter &to, const model::VerificationRequest &request)
{
    to.flow.paragraph(
        to.words(QT_TRANSLATE_NOOP(
            "report",
            "The verifier saw the probe and these portraits in this order, under letters; no score, "
            "rank, name or first conclusion.")),
        {9}, 6, true);
    constexpr int perRow = 5;
    constexpr double width = (page::bodyWidth - 8 * (perRow - 1)) / perRow;
    constexpr QSizeF limit(width, width * 1.25);
    std::vector<Content> pictures;
    const auto add = [&](const std::optional<Fragment> &image, const QString &caption,
                         const QStringList &hashes, const QString &underneath) {
        Content content;
        if (!image)
            content = {text(caption, smallBold), text(to.whyMissing(hashes), quiet, 2)};
        else
            content = {*image, text(caption, smallBold, 3)};
        if (!underneath.isEmpty())
            content.push_back(text(underneath, quiet));
        pictures.push_back(content);
    };
    const model::Probe *const probe = to.facts.probe(request.probe);
    add(to.hasProbePicture(request.probe) ? std::optional(to.probeThumbnail(request.probe, limit))
                                          : std::nullopt,
        to.probeName(request.probe),
        probe ? QStringList{probe->chipSha256, probe->evidenceSha256} : QStringList(), {});
    for (const model::LineupPortrait &portrait : request.lineup) {
        const model::Candidate *const candidate = to.facts.candidate(request.search, portrait.portrait);
        QString reference = candidate ? to.words.value(candidate->personReference) : QString();
        if (portrait.portrait == request.candidate)
            reference = to.words(QT_TRANSLATE_NOOP("report", "%1, the candidate"), {reference});
        add(to.portrait(portrait.portrait).isNull()
                ? std::nullopt
                : std::optional(to.portraitThumbnail(portrait.portrait, limit)),
            portrait.label, {portrait.sha256}, reference);
    }
    for (size_t i = 0; i < pictures.size(); i += perRow) {
        PageFlow::Cells cells;
        for (size_t j = i; j < std::min(i + perRow, pictures.size()); ++j)
            cells.push_back({width, pictures[j]});
        RowLook look;
        look.below = 8;
        to.flow.row(cells, look);
    }
}

void writeConclusions(SectionWriter &to, const model::VerificationRequest &request,
                      const model::VerificationResult &result)
{
    std::vector<std::vector<Content>> rows;
    for (const model::LineupPortrait &portrait : request.lineup) {
        const model::Comparison *const part = result.part(portrait.label);
        const bool isCandidate = portrait.portrait == request.candidate;
        const auto conclusion = part ? part->conclusion : std::nullopt;
        rows.push_back(
            {{text(portrait.label, smallBold)},
             {text(isCandidate ? to.words(QT_TRANSLATE_NOOP("report", "The candidate"))
                               : to.words(QT_TRANSLATE_NOOP("report", "Another person of the list")),
                   isCandidate ? smallBold : small)},
             {text(conclusion ? to.words.conclusion(*conclusion) : to.words.finding({}),
                   isCandidate ? smallBold : small)},
             {text(part ? part->note : QString(), small)}});
    }
    to.flow.table({{to.words(QT_TRANSLATE_NOOP("report", "Letter")), false},
                   {to.words(QT_TRANSLATE_NOOP("report", "Who it is")), false, false, 130},
                   {to.words(QT_TRANSLATE_NOOP("report", "The verifier's conclusion")), false, false, 150},
                   {to.words(QT_TRANSLATE_NOOP("report", "Note")), true}},
                  rows);
}

void writeAdjudication(SectionWriter &to, const model::Adjudication &adjudication)
{
    to.minorHeading(to.words(QT_TRANSLATE_NOOP("report", "Adjudication")));
    to.box({text(to.words.conclusion(adjudication.conclusion), {11, true}),
            text(to.words.meaning(adjudication.conclusion), {9}, 3),
            text(to.words(QT_TRANSLATE_NOOP("report", "Reason: %1"), {to.words.value(adjudication.reason)}),
                 {9}, 6),
            text(to.words(QT_TRANSLATE_NOOP("report", "Settled on %1 by %2."),
                          {to.words.time(adjudication.time), to.who(adjudication.actor)}) +
                     u' ' + to.signatureSentence(&adjudication),
                 quiet, 6),
            text(to.words(leadSentence), smallBold, 6)},
           colours::accent);
}

void writeAgreement(SectionWriter &to, const model::VerificationRequest &request)
{
    using State = CaseReport::Standing::State;
    const CaseReport::Standing standing = to.facts.standing(request.search, request.candidate);
    if (standing.state != State::Agreed && standing.state != State::Adjudicated)
        return;
    to.box({text(standing.state == State::Agreed
                     ? to.words(QT_TRANSLATE_NOOP("report", "The two examiners agree."))
                     : to.words(QT_TRANSLATE_NOOP("report", "The two examiners did not agree.")),
                 {11, true}),
            text(to.words(QT_TRANSLATE_NOOP(
                     "report", "They agree when both conclude the same about the candidate and the second "
                               "supports no other portrait of the line-up.")),
                 {9}, 3),
            text(to.standingSentence(standing), {9, true}, 6), text(to.words(leadSentence), smallBold, 6)},
           colours::accent);
}

void writeVerification(SectionWriter &to, const model::VerificationRequest &request)
{
    const model::VerificationResult *const result = to.facts.result(request.id);
    to.subheading(to.candidateName(request.search, request.candidate));
    to.writeFacts({
        {QT_TRANSLATE_NOOP("report", "Asked for"),
         {text(to.words(QT_TRANSLATE_NOOP("report", "%1, by %2"),
                        {to.words.time(request.time), to.who(request.actor)}),
               {9}),
          text(to.signatureSentence(&request), quiet, 2)}},
        {QT_TRANSLATE_NOOP("report", "Verified"),
         result ? Content{text(to.words(QT_TRANSLATE_NOOP("report", "%1, by %2, on computer %3"),
                                        {to.words.time(result->time), to.who(result->actor),
                                         to.words.value(result->host)}),
                               {9}),
                          text(to.signatureSentence(result), quiet, 2)}
                : to.plain(to.words(QT_TRANSLATE_NOOP("report", "Not yet.")))},
    });
    writeLineup(to, request);
    if (!result)
        return;
    writeConclusions(to, request, *result);
    for (const model::LineupPortrait &portrait : request.lineup)
        if (const model::Comparison *const part = result->part(portrait.label);
            part && portrait.portrait == request.candidate) {
            to.minorHeading(
                to.words(QT_TRANSLATE_NOOP("report", "What the verifier saw in the candidate, letter %1"),
                         {portrait.label}));
            writeComparison(to, request.probe, portrait.portrait,
                            to.words(QT_TRANSLATE_NOOP("report", "Portrait %1"), {portrait.label}),
                            {portrait.sha256}, *part);
        }
    writeAgreement(to, request);
    if (const model::Adjudication *const adjudication = to.facts.adjudication(request.id))
        writeAdjudication(to, *adjudication);
}

} // namespace

void writeVerifications(SectionWriter &to)
{
    if (!to.contents.verificationRequests.empty())
        to.flow.startPage();
    to.heading(QT_TRANSLATE_NOOP("report", "Verification"), "verification");
    if (to.contents.verificationRequests.empty()) {
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "No blind verification was asked for.")));
        return;
    }
    to.flow.paragraph(to.words(QT_TRANSLATE_NOOP(
                          "report", "A second person repeats the comparison without knowing what the first "
                                    "one concluded, who that was, or which portrait is the candidate.")),
                      body, 8, true);
    bool first = true;
    for (const model::VerificationRequest &request : to.contents.verificationRequests) {
        if (to.facts.isLocked(request)) {
            to.subheading(to.candidateName(request.search, request.candidate));
            to.box(
                {text(to.standingSentence(to.facts.standing(request.search, request.candidate)), smallBold),
                 text(
                     to.words(QT_TRANSLATE_NOOP("report", "Asked for on %1."), {to.words.time(request.time)}),
                     quiet, 3)},
                colours::ink);
        } else {
            if (!first)
                to.flow.startPage();
            writeVerification(to, request);
        }
        first = false;
    }
}

} // namespace likeness::report
