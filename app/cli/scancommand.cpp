// SPDX-License-Identifier: GPL-3.0-or-later
// scan DIR EVIDENCE
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/facts.h"
#include "app/cli/lastscan.h"
#include "app/cli/spanoptions.h"

namespace likeness::cli
{

namespace
{

struct Wish {
    QString folder;
    model::EvidenceId evidence;
    SpanOptions span;
    bool resume = false;
    bool close = false;
};

base::Result<model::Scan> scanAsWished(casework::CaseSession &session, const Wish &wish,
                                       const model::VideoIndex &index, base::Progress &progress)
{
    if (!wish.resume && !wish.close)
        return session.scan(wish.evidence, scanSettings(wish.span, index), progress);
    const auto last = lastScan(session, wish.evidence);
    if (!last)
        return last;
    if (wish.resume)
        return session.resumeScan(last->id, progress);
    LIKENESS_TRY(session.closeScan(last->id));
    return lastScan(session, wish.evidence);
}

base::Result<Answer> scan(casework::CaseSession &session, const Wish &wish, base::Progress &progress)
{
    const auto recording = session.openRecording(wish.evidence, progress);
    if (!recording)
        return tl::unexpected(recording.error());
    const model::VideoIndex &index = (*recording)->index;
    const auto made = scanAsWished(session, wish, index, progress);
    if (!made)
        return tl::unexpected(made.error());
    const auto tracks = session.tracks(made->id);
    if (!tracks)
        return tl::unexpected(tracks.error());
    QJsonArray list;
    QStringList lines{CliText::tr("Faces through time: %1").arg(tracks->size())};
    for (const model::ScannedTrack &each : *tracks) {
        QJsonObject facts = trackFacts(each.track, index);
        facts["chosen"] = each.chosen;
        list.append(facts);
        lines += trackText(each.track);
    }
    if (wish.close)
        lines += CliText::tr("The scan is closed. Of faces that nobody chose only the boxes are left.");
    return Answer{{{"scan", made->id.value()},
                   {"evidence", wish.evidence.value()},
                   {"state", model::scanStateName(made->state)},
                   {"first_frame", made->settings.firstFrame},
                   {"last_frame", made->settings.lastFrame},
                   {"frames", made->frames},
                   {"tracks", list},
                   {"seconds_of_video", made->secondsOfVideo},
                   {"seconds_taken", made->secondsTaken}},
                  lines.join(u'\n')};
}

} // namespace

base::Result<model::Scan> lastScan(const casework::CaseSession &session, const model::EvidenceId &evidence)
{
    const auto contents = session.contents();
    if (!contents)
        return tl::unexpected(contents.error());
    for (auto scan = contents->scans.rbegin(); scan != contents->scans.rend(); ++scan)
        if (scan->evidence == evidence)
            return *scan;
    return base::fail(base::ErrorCode::NotFound, evidence.value(),
                      CliText::tr("It was not looked through for faces yet: command scan."));
}

void addScanCommand(CLI::App &app, Chosen &chosen)
{
    struct Options {
        std::string folder, evidence;
        bool resume = false;
        bool close = false;
    };
    const auto options = std::make_shared<Options>();
    auto *command = app.add_subcommand(
        "scan", CliText::tr("Look through a recording of a case for faces; no template is made of any")
                    .toStdString());
    command->add_option("DIR", options->folder, CliText::tr("Folder of the case").toStdString())->required();
    command->add_option("EVIDENCE", options->evidence, CliText::tr("Id of the evidence item").toStdString())
        ->required();
    const auto span = addSpanOptions(*command);
    auto *resume = command->add_flag(
        "--resume", options->resume, CliText::tr("Go on with the last one, where it stopped").toStdString());
    command
        ->add_flag("--close", options->close,
                   CliText::tr("End the work on the last one: of faces that nobody chose only boxes stay")
                       .toStdString())
        ->excludes(resume);
    command->callback([command, options, span, &chosen] {
        checkSpanOptions(*span);
        const bool isNew = !options->resume && !options->close;
        for (const char *name : {"--from", "--to", "--area", "--smallest-face"})
            if (!isNew && command->count(name) > 0)
                throw CLI::ValidationError(name, "is of a new scan; the last one has its own");
        const Wish wish{text(options->folder), model::EvidenceId(text(options->evidence)), *span,
                        options->resume, options->close};
        chosen.run = [wish](Context &context) {
            return context.inCase(wish.folder, [&](casework::CaseSession &session) {
                return scan(session, wish, context.progress());
            });
        };
    });
}

} // namespace likeness::cli
