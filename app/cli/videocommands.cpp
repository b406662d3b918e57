// SPDX-License-Identifier: GPL-3.0-or-later
// video info FILE, video frame FILE, video faces FILE
#include "app/cli/clitext.h"
#include "app/cli/commands.h"
#include "app/cli/facts.h"
#include "app/cli/spanoptions.h"
#include "engine/casework/recording.h"

#include <QElapsedTimer>

#include <limits>

namespace likeness::cli
{

namespace
{

QString fieldsName(model::VideoInfo::Fields fields)
{
    switch (fields) {
    case model::VideoInfo::Fields::Progressive:
        return QStringLiteral("progressive");
    case model::VideoInfo::Fields::TopFirst:
        return QStringLiteral("top-field-first");
    case model::VideoInfo::Fields::BottomFirst:
        return QStringLiteral("bottom-field-first");
    case model::VideoInfo::Fields::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString fractionText(const model::Fraction &fraction)
{
    return QStringLiteral("%1/%2").arg(fraction.numerator).arg(fraction.denominator);
}

base::Result<std::unique_ptr<casework::Recording>> recordingOf(Context &context, const QString &path)
{
    const auto desk = context.workstation();
    if (!desk)
        return tl::unexpected(desk.error());
    return casework::Recording::open(**desk, path, context.progress());
}

int tellInfo(Context &context, const QString &path)
{
    const auto recording = recordingOf(context, path);
    if (!recording)
        return context.fail(recording.error());
    const model::VideoInfo &info = (*recording)->info();
    const model::VideoIndex &index = (*recording)->index();
    qint64 keys = 0;
    qint64 damaged = 0;
    qint64 withoutTime = 0;
    for (const model::IndexedFrame &frame : index.frames) {
        keys += frame.key;
        damaged += frame.damaged;
        withoutTime += !frame.timeFound;
    }
    const auto frames = qint64(index.frames.size());
    const double seconds = frames > 0 ? index.seconds(frames - 1) : 0;
    QStringList lines{
        CliText::tr("SHA-256 %1").arg((*recording)->sha256()),
        CliText::tr("%1, %2, %3 x %4 px, %5")
            .arg(info.container, info.codec)
            .arg(info.width)
            .arg(info.height)
            .arg(info.pixelFormat),
        CliText::tr("Frames: %1, the last one %2 s after the first").arg(frames).arg(seconds, 0, 'f', 3)};
    if (index.isVariableRate())
        lines += CliText::tr("The distance between frames varies.");
    if (damaged > 0)
        lines += CliText::tr("Frames with errors: %1").arg(damaged);
    if (withoutTime > 0)
        lines += CliText::tr("Frames without a time of their own: %1").arg(withoutTime);
    if (!index.endedBy.isEmpty())
        lines += CliText::tr("The file ends early: %1").arg(index.endedBy);
    for (auto entry = info.metadata.begin(); entry != info.metadata.end(); ++entry)
        lines += CliText::tr("%1: %2").arg(entry.key(), entry.value().toVariant().toString());
    return context.finish({{"sha256", (*recording)->sha256()},
                           {"type", info.mediaType},
                           {"container", info.container},
                           {"codec", info.codec},
                           {"profile", info.profile},
                           {"pixel_format", info.pixelFormat},
                           {"bits_per_channel", info.bitsPerChannel},
                           {"width", info.width},
                           {"height", info.height},
                           {"stored_width", info.storedWidth},
                           {"stored_height", info.storedHeight},
                           {"rotation", info.rotation},
                           {"pixel_aspect", fractionText(info.pixelAspect)},
                           {"average_rate", fractionText(info.averageRate)},
                           {"time_base", fractionText(info.timeBase)},
                           {"fields", fieldsName(info.fields)},
                           {"claimed_seconds", info.claimedSeconds},
                           {"frames", frames},
                           {"key_frames", keys},
                           {"damaged_frames", damaged},
                           {"frames_without_time", withoutTime},
                           {"variable_rate", index.isVariableRate()},
                           {"seconds", seconds},
                           {"ended_by", index.endedBy},
                           {"metadata", info.metadata}},
                          lines.join(u'\n'));
}

int writeFrame(Context &context, const QString &path, qint64 number, const QString &out)
{
    const auto recording = recordingOf(context, path);
    if (!recording)
        return context.fail(recording.error());
    const auto facts = (*recording)->exportFrame(number, out, context.progress());
    if (!facts)
        return context.fail(facts.error());
    QJsonObject all = *facts;
    all["png"] = out;
    return context.finish(all, frameWrittenText(*facts, out));
}

int listTracks(Context &context, const QString &path, const SpanOptions &span)
{
    const auto recording = recordingOf(context, path);
    if (!recording)
        return context.fail(recording.error());
    const model::VideoIndex &index = (*recording)->index();
    const model::ScanSettings settings = scanSettings(span, index);
    QElapsedTimer timer;
    timer.start();
    const auto tracks = (*recording)->findTracks(settings, context.progress());
    if (!tracks)
        return context.fail(tracks.error());
    const double taken = double(timer.elapsed()) / 1000;

    // The last frame is shown as long as the one before it.
    const qint64 looked = settings.lastFrame - settings.firstFrame + 1;
    const double between = index.seconds(settings.lastFrame) - index.seconds(settings.firstFrame);
    const double seconds = looked > 1 ? between * double(looked) / double(looked - 1) : 0;
    QJsonArray list;
    QStringList lines{CliText::tr("Faces through time: %1").arg(tracks->size())};
    for (const model::FaceTrack &track : *tracks) {
        list.append(trackFacts(track, index));
        lines += trackText(track);
    }
    return context.finish({{"sha256", (*recording)->sha256()},
                           {"frames", looked},
                           {"tracks", list},
                           {"seconds_of_video", seconds},
                           {"seconds_taken", taken}},
                          lines.join(u'\n'));
}

} // namespace

void addVideoCommands(CLI::App &app, Chosen &chosen)
{
    struct Options {
        std::string file, out;
        qint64 frame = 0;
    };
    const auto options = std::make_shared<Options>();
    auto *group = commandGroup(app, "video", CliText::tr("Look at a recording outside any case"));
    auto *info = group->add_subcommand(
        "info", CliText::tr("What a recording says of itself, and which frames it has").toStdString());
    auto *frame =
        group->add_subcommand("frame", CliText::tr("Write one frame as a lossless picture").toStdString());
    auto *faces = group->add_subcommand(
        "faces", CliText::tr("Faces, joined through time; no template is made of any").toStdString());
    for (CLI::App *command : {info, frame, faces})
        command->add_option("FILE", options->file, CliText::tr("The recording").toStdString())->required();
    frame->add_option("--frame", options->frame, CliText::tr("Number of the frame, from 0").toStdString())
        ->check(CLI::Range(qint64(0), std::numeric_limits<qint64>::max()))
        ->required();
    frame->add_option("--out", options->out, CliText::tr("The PNG to write").toStdString())->required();
    const auto span = addSpanOptions(*faces);
    faces->callback([options, span, &chosen] {
        checkSpanOptions(*span);
        chosen.run = [options, span](Context &context) {
            return listTracks(context, text(options->file), *span);
        };
    });
    info->callback([options, &chosen] {
        chosen.run = [options](Context &context) { return tellInfo(context, text(options->file)); };
    });
    frame->callback([options, &chosen] {
        chosen.run = [options](Context &context) {
            return writeFrame(context, text(options->file), options->frame, text(options->out));
        };
    });
}

} // namespace likeness::cli
