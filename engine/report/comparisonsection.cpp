// SPDX-License-Identifier: GPL-3.0-or-later
// Two pictures compared: side by side with their marks, what the marks show, and the checklist.
#include "engine/report/markedpicture.h"
#include "engine/report/sections.h"

#include <algorithm>
#include <map>

namespace likeness::report
{

namespace
{

constexpr double pictureWidth = (page::bodyWidth - 8) / 2;
constexpr double pictureHeight = 296;

Content shownPicture(const SectionWriter &to, const QImage &image, const model::RelativeRect &box,
                     const std::vector<model::Mark> &marks, const QString &caption, const QStringList &hashes)
{
    if (image.isNull())
        return {text(caption, smallBold),
                text(to.words(QT_TRANSLATE_NOOP("report", "Not shown.")) + u' ' + to.whyMissing(hashes),
                     quiet, 2)};
    const model::RelativeRect view = viewOf(box, marks, image.size(), pictureWidth / pictureHeight);
    return {markedPicture(image, view, marks, {pictureWidth, pictureHeight}), text(caption, quiet, 4)};
}

void writePictures(SectionWriter &to, const model::ProbeId &probeId, const model::PortraitId &portrait,
                   const QString &portraitCaption, const QStringList &portraitHashes,
                   const model::Comparison &comparison)
{
    const model::Probe *const probe = to.facts.probe(probeId);
    const QStringList probeHashes =
        probe ? QStringList{probe->evidenceSha256, probe->chipSha256} : QStringList();
    // Marks belong to the whole picture; without it the aligned face is better than nothing.
    const QImage evidence = to.evidencePicture(probeId);
    const Content left = evidence.isNull()
                             ? shownPicture(to, to.chip(probeId), {}, {}, to.probeName(probeId), probeHashes)
                             : shownPicture(to, evidence, probe ? probe->box : model::RelativeRect(),
                                            comparison.probeMarks, to.probeName(probeId), probeHashes);
    RowLook look;
    look.below = 8;
    look.keepWithNext = true;
    to.flow.row({{pictureWidth, left},
                 {pictureWidth, shownPicture(to, to.portrait(portrait), to.portraitBox(portrait),
                                             comparison.portraitMarks, portraitCaption, portraitHashes)}},
                look);
}

/// "Arrow: scar over the brow"; that there is none for a null one.
QString markWords(const SectionWriter &to, const model::Mark *mark)
{
    if (!mark)
        return to.words(QT_TRANSLATE_NOOP("report", "Not marked"));
    const QString kind = to.words.markKind(mark->kind);
    return mark->text.trimmed().isEmpty() ? kind : kind + QStringLiteral(": ") + mark->text;
}

/// One row for each number and component on either picture, then the marks without a number.
void writeLegend(SectionWriter &to, const model::Comparison &comparison)
{
    struct Pair {
        int number = 0;
        const model::Mark *probe = nullptr;
        const model::Mark *portrait = nullptr;
    };
    std::map<int, Pair> numbered;
    std::vector<Pair> others;
    const auto collect = [&](const std::vector<model::Mark> &marks, const model::Mark *Pair::*side) {
        for (const model::Mark &mark : marks) {
            Pair single;
            single.number = mark.number;
            single.*side = &mark;
            if (mark.number <= 0) {
                // Boxes and texts are about the same when they say the same of the same component.
                const auto other = std::find_if(others.begin(), others.end(), [&](const Pair &pair) {
                    const model::Mark *const first = pair.probe;
                    return first && !(pair.*side) && pair.number <= 0 && first->kind == mark.kind &&
                           first->component == mark.component && first->text == mark.text;
                });
                if (other != others.end())
                    *other.*side = &mark;
                else
                    others.push_back(single);
                continue;
            }
            // The same number twice on one picture is not a pair: both are told.
            const auto [place, isNew] = numbered.try_emplace(mark.number, single);
            if (!isNew && place->second.*side)
                others.push_back(single);
            else
                place->second.*side = &mark;
        }
    };
    collect(comparison.probeMarks, &Pair::probe);
    collect(comparison.portraitMarks, &Pair::portrait);
    std::vector<std::vector<Content>> rows;
    const auto add = [&](const Pair &pair) {
        const model::Mark &any = pair.probe ? *pair.probe : *pair.portrait;
        rows.push_back(
            {{text(pair.number > 0 ? QString::number(pair.number) : QStringLiteral("-"), smallBold)},
             {text(any.component ? to.words.component(*any.component)
                                 : to.words(QT_TRANSLATE_NOOP("report", "General")),
                   small)},
             {text(markWords(to, pair.probe), small)},
             {text(markWords(to, pair.portrait), small)}});
    };
    for (const auto &[number, pair] : numbered)
        add(pair);
    for (const Pair &pair : others)
        add(pair);
    if (rows.empty()) {
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "No markers were drawn.")), quiet);
        return;
    }
    to.flow.table({{to.words(QT_TRANSLATE_NOOP("report", "No.")), false, true},
                   {to.words(QT_TRANSLATE_NOOP("report", "Component")), false, false, 110},
                   {to.words(QT_TRANSLATE_NOOP("report", "Marker in the probe")), true},
                   {to.words(QT_TRANSLATE_NOOP("report", "Marker in the portrait")), true}},
                  rows);
}

QString markNumbers(const model::Comparison &comparison, model::Component component)
{
    std::map<int, bool> numbers;
    for (const auto *marks : {&comparison.probeMarks, &comparison.portraitMarks})
        for (const model::Mark &mark : *marks)
            if (mark.number > 0 && mark.component == component)
                numbers[mark.number] = true;
    QStringList words;
    for (const auto &[number, there] : numbers)
        words += QString::number(number);
    return words.join(QStringLiteral(", "));
}

void writeChecklist(SectionWriter &to, const model::Comparison &comparison)
{
    std::vector<std::vector<Content>> rows;
    for (const model::Component component : model::allComponents()) {
        const model::ComponentFinding *const found = comparison.component(component);
        const auto finding = found ? found->finding : std::nullopt;
        // Different is not more important than similar, only rarer: bold helps to find it.
        rows.push_back({{text(to.words.component(component), small)},
                        {text(to.words.finding(finding), finding == model::Finding::Different   ? smallBold
                                                         : finding == model::Finding::NotUsable ? quiet
                                                                                                : small)},
                        {text(found ? found->note : QString(), small)},
                        {text(markNumbers(comparison, component), small)}});
    }
    to.flow.table({{to.words(QT_TRANSLATE_NOOP("report", "Component")), false, false, 120},
                   {to.words(QT_TRANSLATE_NOOP("report", "Finding")), false, false, 100},
                   {to.words(QT_TRANSLATE_NOOP("report", "Note")), true},
                   {to.words(QT_TRANSLATE_NOOP("report", "Markers")), false, false, 70}},
                  rows, true);
}

} // namespace

void writeComparison(SectionWriter &to, const model::ProbeId &probe, const model::PortraitId &portrait,
                     const QString &portraitCaption, const QStringList &portraitHashes,
                     const model::Comparison &comparison)
{
    writePictures(to, probe, portrait, portraitCaption, portraitHashes, comparison);
    // Training may note a conclusion alone.
    if (comparison.components.empty() && comparison.probeMarks.empty() && comparison.portraitMarks.empty()) {
        to.flow.paragraph(
            to.words(QT_TRANSLATE_NOOP("report", "No checklist was filled in and no marker drawn: there is a "
                                                 "conclusion alone.")),
            quiet, 8, true);
        return;
    }
    writeLegend(to, comparison);
    writeChecklist(to, comparison);
}

} // namespace likeness::report
