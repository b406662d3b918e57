// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/frames.h"
#include "engine/face/facetracker.h"
#include "engine/media/mediadecoder.h"
#include "tests/benchmark/engines.h"
#include "tests/benchmark/facebenchmarks.h"
#include "tests/benchmark/machine.h"
#include "tests/benchmark/pictures.h"
#include "tests/support/testdata.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>

#include <ctime>

namespace likeness::benchmark
{

namespace
{

struct Clip {
    QString name;
    QString path;
};

/// Of all threads of this process, without the decoder's.
double processorMs()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

/// Says how long the finder took.
class TimedEngine : public face::FaceEngine
{
public:
    mutable double findMs = 0;
    mutable double findProcessorMs = 0;
    mutable int looks = 0;

    model::EngineVersion version(const face::DescriberSettings &settings) const override
    {
        return shipped().version(settings);
    }
    base::Result<std::vector<model::FoundFace>> find(const base::Picture &picture,
                                                     const face::FinderSettings &settings,
                                                     base::Progress &progress,
                                                     const face::FacesSoFar &soFar) const override
    {
        const double before = processorMs();
        QElapsedTimer timer;
        timer.start();
        auto found = shipped().find(picture, settings, progress, soFar);
        findMs += double(timer.nsecsElapsed()) / 1e6;
        findProcessorMs += processorMs() - before;
        ++looks;
        return found;
    }
    base::Result<model::AlignedChip> align(const base::Picture &picture,
                                           const model::FoundFace &face) const override
    {
        return shipped().align(picture, face);
    }
    base::Result<HandAligned> alignByHand(const base::Picture &picture, const model::RelativeRect &box,
                                          const std::optional<model::EyePoints> &eyes) const override
    {
        return shipped().alignByHand(picture, box, eyes);
    }
    base::Result<std::vector<model::Template>>
    describe(const std::vector<model::AlignedChip> &chips,
             const face::DescriberSettings &settings) const override
    {
        return shipped().describe(chips, settings);
    }
};

/// An h264 recording, made by ffmpeg.
Clip made(const QTemporaryDir &folder, const QString &name, const QStringList &source, const QString &filters,
          const QString &file)
{
    const QString path = folder.filePath(file);
    QStringList arguments{QStringLiteral("-nostdin"), QStringLiteral("-v"), QStringLiteral("error")};
    arguments += source;
    arguments += QStringList{"-vf",      filters, "-an", "-c:v",     "libx264", "-preset",
                             "veryfast", "-crf",  "20",  "-pix_fmt", "yuv420p", path};
    if (QProcess::execute(QStringLiteral("ffmpeg"), arguments) != 0)
        qFatal("ffmpeg makes no clip of %s", qPrintable(name));
    return {name, path};
}

/// A sample photograph over which the camera moves for two seconds: no part of the picture stays as it was.
Clip passing(const QTemporaryDir &folder, const QSize &size)
{
    return made(folder, QStringLiteral("photograph"),
                {QStringLiteral("-loop"), QStringLiteral("1"), QStringLiteral("-framerate"),
                 QStringLiteral("25"), QStringLiteral("-t"), QStringLiteral("2"), QStringLiteral("-i"),
                 samplePath(0)},
                QStringLiteral("scale=%1:-2,crop=%2:%3:n*%4:0")
                    .arg(size.width() * 5 / 4)
                    .arg(size.width())
                    .arg(size.height())
                    .arg(size.width() / 320),
                QStringLiteral("photograph%1.mp4").arg(size.height()));
}

/// A shared recording in another size and rate; what does not fit is cut off.
Clip brought(const QTemporaryDir &folder, const QString &path, const QString &name, const QSize &size,
             int framesPerSecond)
{
    return made(folder, name, {QStringLiteral("-i"), path},
                QStringLiteral("setpts=N/%3/TB,fps=%3,scale=%1:%2:force_original_aspect_ratio=increase:flags="
                               "bicubic,crop=%1:%2:(iw-ow)/2:0,setsar=1")
                    .arg(size.width())
                    .arg(size.height())
                    .arg(framesPerSecond),
                QStringLiteral("%1%2.mp4").arg(name).arg(size.height()));
}

std::unique_ptr<media::Video> opened(const Clip &clip, model::VideoIndex &index)
{
    base::Progress progress;
    static const auto decoder = must(media::makeProcessDecoder(), "the decoder");
    auto video = must(decoder->openVideoFile(clip.path, progress), "opening a clip");
    index = must(video->makeIndex(progress), "reading a clip");
    return video;
}

double decodeMs(const Clip &clip)
{
    model::VideoIndex index;
    const auto video = opened(clip, index);
    base::Progress progress;
    return timeOf([&] {
        for (size_t i = 0; i < index.frames.size(); ++i)
            must(video->frame(qint64(i), progress), "decoding");
    });
}

/// As scans of a case and `video faces` do it: frames are decoded ahead while others are looked at.
QJsonObject scan(const Clip &clip, int smallestFace, QTextStream &table)
{
    // The weights are there before the clock runs; they are opened once, not once a recording.
    shipped();
    model::VideoIndex index;
    const auto video = opened(clip, index);
    const auto frames = qint64(index.frames.size());
    const double rate = double(frames - 1) / index.seconds(frames - 1);
    const int width = video->info().width, height = video->info().height;
    const auto engine = std::make_shared<TimedEngine>();
    model::ScanSettings settings;
    settings.smallestFacePx = smallestFace;
    face::FaceTracker tracker(engine, settings, rate, width, height);
    base::Progress progress;
    const double processorBefore = processorMs();
    const double milliseconds = timeOf([&] {
        must(casework::giveFrames(tracker, *video, 0, frames - 1, progress,
                                  [](qint64) { return base::Outcome(); })
                 .map([] { return 0; }),
             "scanning");
    });
    const double processor = processorMs() - processorBefore;
    const double decode = decodeMs(clip);
    const auto tracks = tracker.tracks();
    qint64 boxes = 0;
    for (const model::FaceTrack &track : tracks)
        boxes += qint64(track.boxes.size());
    const double each = 1 / double(frames);
    const double timesRealTime = double(frames) / rate / (milliseconds / 1000);
    table << QStringLiteral("  %1  %2  %3  %4  %5  %6  %7  %8  %9")
                 .arg(clip.name, -17)
                 .arg(QStringLiteral("%1x%2@%3").arg(width).arg(height).arg(rate, 0, 'g', 3), 14)
                 .arg(smallestFace, 8)
                 .arg(frames, 6)
                 .arg(int(tracks.size()), 6)
                 .arg(boxes, 6)
                 .arg(decode * each, 6, 'f', 1)
                 .arg(engine->findMs * each, 6, 'f', 1)
                 .arg((processor - engine->findProcessorMs) * each, 6, 'f', 1)
          << QStringLiteral("  %1  %2  %3\n")
                 .arg(milliseconds * each, 6, 'f', 1)
                 .arg(processor * each, 6, 'f', 1)
                 .arg(timesRealTime, 15, 'f', 2);
    table.flush();
    return {{"clip", clip.name},
            {"width", width},
            {"height", height},
            {"fps", rate},
            {"smallest_face", smallestFace},
            {"times_real_time", timesRealTime},
            {"tracks", int(tracks.size())},
            {"frames", frames},
            {"boxes", boxes},
            {"looks", engine->looks},
            {"ms_a_frame", QJsonObject{{"all", milliseconds * each},
                                       {"decode_alone", decode * each},
                                       {"find", engine->findMs * each},
                                       {"follow", (processor - engine->findProcessorMs) * each},
                                       {"processor", processor * each}}}};
}

} // namespace

QJsonArray videoBenchmark(bool quick, QTextStream &table)
{
    table << "Faces through time, all cores: a scan as the window and likeness-cli make it\n"
          << "                                                                      milliseconds a frame\n"
          << "  recording              size@rate  smallest  frames  tracks   boxes  decode    find  follow"
             "     all     cpu  times real time\n";
    const QTemporaryDir folder;
    QJsonArray clips;
    if (quick) {
        clips.append(scan(passing(folder, {640, 360}), 80, table));
        table << "\n";
        return clips;
    }
    const QString shared = tests::sharedVideoDirectory();
    const QString sister = QStringLiteral("sister.mkv");
    struct Size {
        QSize size;
        int framesPerSecond;
    };
    const std::vector<Size> sizes{{{640, 480}, 30}, {{1280, 720}, 25}, {{1920, 1080}, 25}};
    if (!shared.isEmpty()) {
        for (const QString &name : {sister, QStringLiteral("student.mkv"), QStringLiteral("walk.mkv"),
                                    QStringLiteral("car-detection.mp4")})
            clips.append(scan({name, shared + '/' + name}, 80, table));
        for (const Size &size : sizes) {
            table << "\n";
            const Clip clip = brought(folder, shared + '/' + sister, sister, size.size, size.framesPerSecond);
            for (const int smallest : {40, 56, 80, 120})
                clips.append(scan(clip, smallest, table));
        }
    }
    table << "\n";
    for (const Size &size : sizes)
        clips.append(scan(passing(folder, size.size), 80, table));
    table << "  Decoding is another process and runs beside the rest; alone it takes what stands under "
             "\"decode\".\n"
             "  Follow is the processor time of everything but finding, cpu that of both, on all cores.\n\n";
    return clips;
}

} // namespace likeness::benchmark
