// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/frames.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

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
    if (settings.smallestFacePx < 20) // face::FinderSettings
        return base::fail(ErrorCode::InvalidArgument, subject, QStringLiteral("no such smallest face"));
    const double seconds = frames > 1 ? index.seconds(frames - 1) : 0;
    const double framesPerSecond = seconds > 0 ? double(frames - 1) / seconds : info.averageRate.value();
    return face::FaceTracker(std::move(engine), settings, framesPerSecond, info.width, info.height);
}

const model::TrackBox *boxIn(const model::FaceTrack &track, qint64 frame)
{
    const auto at = std::lower_bound(
        track.boxes.begin(), track.boxes.end(), frame,
        [](const model::TrackBox &box, qint64 number) { return box.frame < number; });
    return at == track.boxes.end() || at->frame != frame ? nullptr : &*at;
}

namespace
{

/// Frames from `first` to `last`, decoded ahead on a thread of its own: the decoder is another process, and a
/// look of the finder takes as long as some frames. The first error ends it.
class FramesAhead
{
public:
    FramesAhead(media::Video &video, qint64 first, qint64 last, base::Progress &progress)
        : m_thread([this, &video, first, last, &progress] {
              for (qint64 number = first; number <= last; ++number) {
                  auto frame = video.frame(number, progress);
                  const bool isLast = !frame;
                  if (!put(std::move(frame)) || isLast)
                      return;
              }
          })
    {
    }
    ~FramesAhead()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isStopped = true;
        }
        m_changed.notify_all();
        m_thread.join();
    }
    base::Result<model::VideoFrame> take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_frames.empty(); });
        auto frame = std::move(m_frames.front());
        m_frames.pop_front();
        m_bytes -= frame ? frame->picture.byteCount() : 0;
        lock.unlock();
        m_changed.notify_all();
        return frame;
    }

private:
    static constexpr qint64 bytesAhead = qint64(96) << 20;

    bool put(base::Result<model::VideoFrame> frame)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isStopped || m_bytes < bytesAhead; });
        m_bytes += frame ? frame->picture.byteCount() : 0;
        m_frames.push_back(std::move(frame));
        const bool goesOn = !m_isStopped;
        lock.unlock();
        m_changed.notify_all();
        return goesOn;
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<base::Result<model::VideoFrame>> m_frames;
    qint64 m_bytes = 0;
    bool m_isStopped = false;
    std::thread m_thread; ///< the last: it uses the others
};

} // namespace

base::Outcome giveFrames(face::FaceTracker &tracker, media::Video &video, qint64 first, qint64 last,
                         base::Progress &progress, const std::function<base::Outcome(qint64 frame)> &added)
{
    if (first > last)
        return {};
    FramesAhead frames(video, first, last, progress);
    for (qint64 number = first; number <= last; ++number) {
        const auto frame = frames.take();
        if (!frame)
            return tl::unexpected(frame.error());
        if (progress.isCancelled())
            return base::fail(ErrorCode::Cancelled, QStringLiteral("frame %1").arg(number));
        LIKENESS_TRY(tracker.add(number, frame->picture, progress));
        LIKENESS_TRY(added(number));
    }
    return {};
}

} // namespace likeness::casework
