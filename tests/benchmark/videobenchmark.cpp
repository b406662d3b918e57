// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/facetracker.h"
#include "tests/benchmark/engines.h"
#include "tests/benchmark/facebenchmarks.h"
#include "tests/benchmark/machine.h"
#include "tests/benchmark/pictures.h"
#include "tests/support/framepipe.h"
#include "tests/support/testdata.h"

#include <QJsonArray>

#include <ctime>

namespace likeness::benchmark
{

namespace
{

struct Clip {
    QString name;
    QStringList source; ///< ffmpeg's arguments
    QString filters;
    QSize size;
    double framesPerSecond;
};

/// Of all threads of this process.
double processorSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

/// A sample photograph that passes by for two seconds.
Clip passing(const QSize &size)
{
    return {QStringLiteral("photograph"),
            {QStringLiteral("-loop"), QStringLiteral("1"), QStringLiteral("-framerate"), QStringLiteral("25"),
             QStringLiteral("-t"), QStringLiteral("2"), QStringLiteral("-i"), samplePath(0)},
            QStringLiteral("scale=%1:-2,crop=%2:%3:n*%4:0")
                .arg(size.width() * 5 / 4)
                .arg(size.width())
                .arg(size.height())
                .arg(size.width() / 320),
            size,
            25};
}

QJsonObject scan(const Clip &clip, QTextStream &table)
{
    // The weights are there before the clock runs; they are opened once, not once a recording.
    const std::shared_ptr<const face::FaceEngine> engine(&shipped(), [](const face::FaceEngine *) {});
    model::ScanSettings settings;
    settings.smallestFacePx = 80;
    face::FaceTracker tracker(engine, settings, clip.framesPerSecond, clip.size.width(), clip.size.height());
    tests::FramePipe pipe(clip.source, clip.size.width(), clip.size.height(), clip.filters);
    base::Progress progress;
    qint64 frames = 0;
    double milliseconds = 0, processor = 0;
    while (const auto picture = pipe.next()) {
        const double before = processorSeconds();
        milliseconds +=
            timeOf([&] { must(tracker.add(frames, *picture, progress).map([] { return 0; }), "tracking"); });
        processor += processorSeconds() - before;
        ++frames;
    }
    if (frames == 0)
        qFatal("ffmpeg gives no frames of %s", qPrintable(clip.name));
    const double seconds = milliseconds / 1000;
    const double played = double(frames) / clip.framesPerSecond;
    const int tracks = int(tracker.tracks().size());
    table << QStringLiteral("  %1  %2  %3  %4  %5  %6  %7\n")
                 .arg(clip.name, -18)
                 .arg(QStringLiteral("%1x%2@%3")
                          .arg(clip.size.width())
                          .arg(clip.size.height())
                          .arg(clip.framesPerSecond),
                      14)
                 .arg(frames, 6)
                 .arg(tracks, 6)
                 .arg(milliseconds / double(frames), 8, 'f', 1)
                 .arg(processor * 1000 / double(frames), 12, 'f', 1)
                 .arg(played / seconds, 15, 'f', 1);
    table.flush();
    return {{"name", clip.name},
            {"width", clip.size.width()},
            {"height", clip.size.height()},
            {"frames_per_second", clip.framesPerSecond},
            {"frames", frames},
            {"tracks", tracks},
            {"seconds", seconds},
            {"cpu_seconds", processor},
            {"times_real_time", played / seconds}};
}

} // namespace

QJsonObject videoBenchmark(bool quick, QTextStream &table)
{
    table
        << "Faces through time, all cores, faces from 80 px\n"
        << "  recording                   frames   count  tracks  ms/frame  cpu ms/frame  times real time\n";
    QJsonArray clips;
    if (quick) {
        clips.append(scan(passing({640, 360}), table));
    } else {
        const QString shared = tests::sharedVideoDirectory();
        const auto add = [&](const QString &name, const QSize &size, double framesPerSecond) {
            if (!shared.isEmpty())
                clips.append(scan(
                    {name, {QStringLiteral("-i"), shared + '/' + name}, {}, size, framesPerSecond}, table));
        };
        add(QStringLiteral("sister.mkv"), {640, 480}, 30);
        add(QStringLiteral("student.mkv"), {640, 480}, 30);
        add(QStringLiteral("walk.mkv"), {640, 480}, 30);
        add(QStringLiteral("car-detection.mp4"), {768, 432}, 12.5);
        clips.append(scan(passing({1920, 1080}), table));
    }
    table << "\n";
    return {{"clips", clips}};
}

} // namespace likeness::benchmark
