// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/sections.h"

namespace likeness::report
{

namespace
{

void writePictures(SectionWriter &to, const model::Probe &probe)
{
    const QImage evidence = to.evidencePicture(probe.id);
    const QImage chip = to.chip(probe.id);
    constexpr double chipWidth = 128;
    constexpr double evidenceWidth = page::bodyWidth - chipWidth - 8;
    const auto shown = [&](const QImage &image, const QSizeF &limit, const char *caption,
                           const QStringList &hashes) -> Content {
        if (image.isNull())
            return {text(to.words(QT_TRANSLATE_NOOP("report", "Not shown.")), smallBold),
                    text(to.whyMissing(hashes), quiet, 2)};
        return {picture(image, limit), text(to.words(caption), quiet, 4)};
    };
    RowLook look;
    look.below = 8;
    look.keepWithNext = true;
    to.flow.row(
        {{evidenceWidth,
          shown(evidence, {evidenceWidth, 240},
                probe.derivation
                    ? QT_TRANSLATE_NOOP("report", "The edited picture, pixelated outside the chosen region.")
                    : QT_TRANSLATE_NOOP("report", "The evidence, pixelated outside the chosen region."),
                {probe.evidenceSha256})},
         {chipWidth,
          shown(chip, {chipWidth, chipWidth},
                QT_TRANSLATE_NOOP("report", "The face as the engine read it: turned, scaled and cut."),
                {probe.chipSha256, probe.evidenceSha256})}},
        look);
}

QString howChosen(const SectionWriter &to, const model::Probe &probe)
{
    for (const model::Region &region : to.contents.regions)
        if (region.id == probe.region)
            return region.drawn
                       ? to.words(QT_TRANSLATE_NOOP("report", "A person drew the region by hand."))
                       : to.words(QT_TRANSLATE_NOOP("report",
                                                    "The program found the face; a person chose it. The "
                                                    "finder's own figure is %1; it is no probability."),
                                  {to.words.distance(region.confidence)});
    return to.words.value({});
}

QString measured(const SectionWriter &to, const model::FaceQuality &quality)
{
    if (!quality.components.empty())
        return to.words.measures(quality);
    return to.words(QT_TRANSLATE_NOOP("report", "Focus %1; contrast %2; plausibility %3."),
                    {QString::number(quality.focus, 'f', 1), QString::number(quality.contrast, 'f', 1),
                     QString::number(quality.plausibility, 'f', 2)});
}

void writeProbe(SectionWriter &to, const model::Probe &probe)
{
    to.subheading(to.probeName(probe.id) + QStringLiteral(": ") + to.evidenceName(probe.evidence));
    writePictures(to, probe);
    SectionWriter::Facts facts;
    if (probe.frame)
        facts.push_back({QT_TRANSLATE_NOOP("report", "Frame"), to.plain(to.words.frame(*probe.frame))});
    if (probe.derivation)
        facts.push_back(
            {QT_TRANSLATE_NOOP("report", "Found in"), to.plain(to.derivationName(*probe.derivation))});
    const SectionWriter::Facts others{
        {QT_TRANSLATE_NOOP("report", "How it was chosen"), to.plain(howChosen(to, probe))},
        {QT_TRANSLATE_NOOP("report", "Region"), to.plain(to.words.place(probe.box))},
        {QT_TRANSLATE_NOOP("report", "Alignment"),
         {text(to.words.alignment(probe.alignment), {9}), text(to.words.eyes(probe.eyes), quiet, 2)}},
        {QT_TRANSLATE_NOOP("report", "Distance between the eyes"),
         to.plain(to.words(probe.derivation
                               ? QT_TRANSLATE_NOOP("report", "%1 pixels of the edited picture")
                               : QT_TRANSLATE_NOOP("report", "%1 pixels of the original picture"),
                           {QString::number(probe.quality.eyeDistancePx, 'f', 1)}))},
        {QT_TRANSLATE_NOOP("report", "Quality"),
         {text(to.words.quality(probe.quality), {9}),
          text(measured(to, probe.quality), quiet, 2)}},
        {QT_TRANSLATE_NOOP("report", "Made"), to.plain(to.words.time(probe.created))},
        {QT_TRANSLATE_NOOP("report", "Engine"),
         to.plain(to.words(QT_TRANSLATE_NOOP("report", "%1, version %2"),
                           {probe.engine.name, probe.engine.id()}))},
        {QT_TRANSLATE_NOOP("report", "SHA-256 of the evidence"), {hash(probe.evidenceSha256)}},
        {QT_TRANSLATE_NOOP("report", "SHA-256 of the face's pixels"), {hash(probe.chipSha256)}},
    };
    facts.insert(facts.end(), others.begin(), others.end());
    to.writeFacts(facts);
    writeAnalyses(to, probe);
}

} // namespace

void writeProbes(SectionWriter &to)
{
    to.heading(QT_TRANSLATE_NOOP("report", "Probes"), "probes");
    if (to.contents.probes.empty())
        to.flow.paragraph(to.words(QT_TRANSLATE_NOOP("report", "No face was chosen as a probe.")));
    for (const model::Probe &probe : to.contents.probes)
        writeProbe(to, probe);

    qint64 unused = 0;
    for (const model::Region &region : to.contents.regions) {
        bool used = false;
        for (const model::Probe &probe : to.contents.probes)
            used = used || probe.region == region.id;
        unused += !used;
    }
    if (unused > 0)
        to.flow.paragraph(to.words(
            QT_TRANSLATE_NOOP("report",
                              "Regions that were marked and not made into a probe: %1. They were not "
                              "searched, and no template of them exists."),
            {to.words.count(unused)}));
}

} // namespace likeness::report
