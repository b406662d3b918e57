// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/frames.h"

#include <future>

namespace likeness::casework
{

using base::ErrorCode;

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
    const double seconds = frames > 1 ? index.seconds(frames - 1) : 0;
    const double framesPerSecond = seconds > 0 ? double(frames - 1) / seconds : info.averageRate.value();
    return face::FaceTracker(std::move(engine), settings, framesPerSecond, info.width, info.height);
}

base::Outcome giveFrames(face::FaceTracker &tracker, media::Video &video, qint64 first, qint64 last,
                         base::Progress &progress, const std::function<base::Outcome(qint64 frame)> &added)
{
    // The decoder is another process: it makes the next frame while this one is looked at.
    const auto decoded = [&video, &progress](qint64 number) {
        return std::async(std::launch::async,
                          [&video, number, &progress] { return video.frame(number, progress); });
    };
    if (first > last)
        return {};
    auto next = decoded(first);
    for (qint64 number = first; number <= last; ++number) {
        const auto current = next.get();
        if (!current)
            return tl::unexpected(current.error());
        if (number < last)
            next = decoded(number + 1);
        LIKENESS_TRY(tracker.add(number, current->picture, progress));
        LIKENESS_TRY(added(number));
    }
    return {};
}

} // namespace likeness::casework
