// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/frames.h"

#include "engine/base/digest.h"
#include "engine/base/orderedstages.h"

#include <algorithm>

namespace likeness::casework
{

using base::ErrorCode;

namespace
{

constexpr qint64 bytesAhead = qint64(96) << 20;

} // namespace

QJsonObject frameFacts(const QString &source, const QString &sha256, const model::VideoInfo &info,
                       const model::VideoIndex &index, qint64 frame)
{
    const model::IndexedFrame &indexed = index.frames[size_t(frame)];
    return {{"source", source},
            {"source_sha256", sha256},
            {"frame", frame},
            {"time", indexed.time},
            {"time_found", indexed.timeFound},
            {"time_base",
             QStringLiteral("%1/%2").arg(index.timeBase.numerator).arg(index.timeBase.denominator)},
            {"seconds", index.seconds(frame)},
            {"digest", QStringLiteral("%1").arg(indexed.digest, 16, 16, QLatin1Char('0'))},
            {"rotation", info.rotation}};
}

void addPngFacts(QJsonObject &facts, int width, int height, int bitsPerChannel, const QByteArray &png)
{
    facts["width"] = width;
    facts["height"] = height;
    facts["bits_per_channel"] = bitsPerChannel;
    facts["png_sha256"] = base::sha256(png);
}

QString sidecarPath(const QString &pngPath)
{
    return pngPath.left(pngPath.lastIndexOf(u'.')) + QStringLiteral(".json");
}

base::Result<face::FaceTracker> trackerOf(std::shared_ptr<const face::FaceEngine> engine,
                                          const model::ScanSettings &settings, const model::VideoInfo &info,
                                          const model::VideoIndex &index, const QString &subject)
{
    const auto frames = qint64(index.frames.size());
    const qint64 last = settings.lastFrame < 0 ? frames - 1 : settings.lastFrame;
    if (settings.firstFrame < 0 || settings.firstFrame > last || last >= frames)
        return base::fail(ErrorCode::InvalidArgument, subject, QStringLiteral("no such frames"));
    if (settings.area && !settings.area->isValid())
        return base::fail(ErrorCode::InvalidArgument, subject, QStringLiteral("no such area"));
    if (settings.smallestFacePx < 20) // face::FinderSettings
        return base::fail(ErrorCode::InvalidArgument, subject, QStringLiteral("no such smallest face"));
    const double seconds = frames > 1 ? index.seconds(frames - 1) : 0;
    const double framesPerSecond = seconds > 0 ? double(frames - 1) / seconds : info.averageRate.value();
    return face::FaceTracker(std::move(engine), settings, framesPerSecond, info.width, info.height);
}

base::Outcome giveFrames(face::FaceTracker &tracker, media::Video &video, qint64 first, qint64 last,
                         base::Progress &progress, const std::function<base::Outcome(qint64 frame)> &added)
{
    // The decoder is another process, and a look of the finder takes as long as some frames: decoding goes on.
    using Stages = base::OrderedStages<model::VideoFrame, model::VideoFrame>;
    const qint64 frameBytes = std::max<qint64>(1, qint64(video.info().width) * video.info().height * 3);
    const qint64 ahead = std::max<qint64>(2, bytesAhead / frameBytes);
    qint64 next = first;
    const auto read = [&]() -> base::Result<std::optional<Stages::Weighed>> {
        if (next > last)
            return std::nullopt;
        auto frame = video.frame(next, progress);
        if (!frame)
            return tl::unexpected(frame.error());
        ++next;
        return Stages::Weighed{std::move(*frame), 0};
    };
    const auto look = [&](const model::VideoFrame &frame) -> base::Outcome {
        if (progress.isCancelled())
            return base::fail(ErrorCode::Cancelled, QStringLiteral("frame %1").arg(frame.number));
        LIKENESS_TRY(tracker.add(frame.number, frame.picture, progress));
        return added(frame.number);
    };
    return Stages::run({1, ahead, 0}, read, [](model::VideoFrame frame) { return frame; }, look);
}

} // namespace likeness::casework
