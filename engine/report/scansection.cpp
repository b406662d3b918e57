// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings that were looked through for faces: which part, how closely, and who of those seen was chosen.
#include "engine/report/sections.h"

#include <algorithm>

namespace likeness::report
{

namespace
{

QString howClosely(const SectionWriter &to, const model::ScanSettings &settings)
{
    return settings.area ? to.words(QT_TRANSLATE_NOOP("report", "Faces from %1 px on, in a part of the picture"),
                                    {QString::number(settings.smallestFacePx)})
                         : to.words(QT_TRANSLATE_NOOP("report", "Faces from %1 px on, in the whole picture"),
                                    {QString::number(settings.smallestFacePx)});
}

QString howFar(const SectionWriter &to, const model::Scan &scan)
{
    QString sentence = to.words(QT_TRANSLATE_NOOP("report", "To its end."));
    if (scan.doneTo < scan.settings.firstFrame)
        sentence = to.words(QT_TRANSLATE_NOOP("report", "Stopped before its first frame."));
    else if (scan.doneTo < scan.settings.lastFrame)
        sentence =
            to.words(QT_TRANSLATE_NOOP("report", "Stopped after frame %1."), {to.words.count(scan.doneTo)});
    if (scan.state == model::Scan::State::Closed)
        sentence += u' ' + to.words(QT_TRANSLATE_NOOP("report", "Closed: of faces that nobody chose only boxes "
                                                                "are left."));
    return sentence;
}

} // namespace

void writeScans(SectionWriter &to)
{
    if (to.contents.scans.empty())
        return;
    to.heading(QT_TRANSLATE_NOOP("report", "Recordings that were looked through"), "scans");
    to.flow.paragraph(
        to.words(QT_TRANSLATE_NOOP(
            "report", "The finder looked for faces and followed them from frame to frame. That makes boxes and "
                      "nothing else: no description was made of anybody who was not chosen for a search, and "
                      "nobody else of the recording was compared with any gallery.")),
        {9, false, colours::quiet}, 8, true);
    std::vector<std::vector<Content>> rows;
    for (const model::Scan &scan : to.contents.scans) {
        const auto seen = std::find_if(to.report.scannedTracks.begin(), to.report.scannedTracks.end(),
                                       [&](const auto &each) { return each.scan == scan.id; });
        const bool isKnown = seen != to.report.scannedTracks.end();
        rows.push_back(
            {{text(QString::number(to.evidenceNumber(scan.evidence)), small)},
             {text(to.words(QT_TRANSLATE_NOOP("report", "%1 to %2"),
                            {to.words.count(scan.settings.firstFrame), to.words.count(scan.settings.lastFrame)}),
                   small)},
             {text(howClosely(to, scan.settings), small), text(howFar(to, scan), quiet)},
             {text(isKnown ? to.words.count(seen->tracks) : QString(), small)},
             {text(isKnown ? to.words.count(seen->chosen) : QString(), small)},
             {text(to.words.time(scan.created), small), text(to.who(scan.actor), quiet)}});
    }
    to.flow.table({{to.words(QT_TRANSLATE_NOOP("report", "Evidence")), false, true},
                   {to.words(QT_TRANSLATE_NOOP("report", "Frames")), false},
                   {to.words(QT_TRANSLATE_NOOP("report", "How")), true},
                   {to.words(QT_TRANSLATE_NOOP("report", "Faces seen")), false, true},
                   {to.words(QT_TRANSLATE_NOOP("report", "Chosen")), false, true},
                   {to.words(QT_TRANSLATE_NOOP("report", "When, by whom")), false}},
                  rows);
}

} // namespace likeness::report
