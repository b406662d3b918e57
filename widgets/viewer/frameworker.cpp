// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/frameworker.h"

#include "widgets/viewer/picturepyramid.h"

#include <algorithm>

namespace likeness::viewer
{

namespace
{

constexpr qsizetype cacheBytes = 96 << 20;
constexpr qint64 fewestFrames = 3;
constexpr qint64 mostFrames = 12;
constexpr double longDecoding = 0.25;          // seconds after which an overtaken frame is given up
constexpr qint64 aheadWhenStill = 2;           // a step forward is then there at once
constexpr qint64 reducedAtOncePixels = 20'000'000; // larger frames are reduced by the viewer, aside

} // namespace

std::vector<double> playingTimes(const model::VideoIndex &index)
{
    std::vector<double> times(index.frames.size());
    const qint64 last = qint64(times.size()) - 1;
    const double average =
        last > 0 ? std::max(0.0, index.seconds(last) - index.seconds(0)) / double(last) : 0;
    for (qint64 n = 1; n <= last; ++n) {
        const double distance = index.seconds(n) - index.seconds(n - 1);
        times[size_t(n)] = times[size_t(n - 1)] + (distance < 0 ? average : distance);
    }
    return times;
}

qint64 frameDue(const std::vector<double> &times, double seconds)
{
    // The allowance is for a clock that is asked a hair before the timer's moment.
    const auto after = std::upper_bound(times.begin(), times.end(), seconds + 1e-6);
    return std::max<qint64>(0, qint64(after - times.begin()) - 1);
}

std::optional<qint64> RecordingPlayer::Shared::next() const
{
    if (!source || wanted < 0)
        return std::nullopt;
    const auto isMissing = [this](qint64 number) {
        return number >= 0 && number < qint64(times.size()) && !cache.contains(number);
    };
    if (isPlaying) {
        // What is over already is not decoded any more. The last frame is, however late.
        const qint64 from = std::max(wanted, frameDue(times, secondsNow()));
        for (qint64 number = from; number < from + qint64(capacity) - 1; ++number)
            if (isMissing(number))
                return number;
        return std::nullopt;
    }
    if (isMissing(wanted))
        return wanted;
    if (isBackwards) {
        // A run before it, in order: one after the other backwards would be decoded from the key frame anew.
        const qint64 room = qint64(capacity) - 1;
        if (isMissing(wanted - 1) || isMissing(wanted - 2))
            for (qint64 number = std::max<qint64>(0, wanted - room); number < wanted; ++number)
                if (isMissing(number))
                    return number;
        return std::nullopt;
    }
    for (qint64 number = wanted + 1; number <= wanted + aheadWhenStill; ++number)
        if (isMissing(number))
            return number;
    return std::nullopt;
}

void RecordingPlayer::Shared::keep(Frame frame)
{
    if (const qsizetype bytes = frame.picture.byteCount())
        capacity = size_t(std::clamp<qint64>(cacheBytes / bytes, fewestFrames, mostFrames));
    cache[frame.number] = std::move(frame);
    // What is over goes first, then what is farthest ahead.
    const qint64 now = isPlaying ? std::max(wanted, frameDue(times, secondsNow())) : wanted;
    while (cache.size() > capacity) {
        const auto last = std::prev(cache.end());
        const bool isFirst = isBackwards ? last->first <= now : cache.begin()->first < now;
        cache.erase(isFirst ? cache.begin() : last);
    }
}

void RecordingPlayer::Shared::overtake(qint64 number)
{
    if (!running || m_runningFrame == number)
        return;
    if (!isRunningAsked || clock() - runningSince > longDecoding)
        running->cancel();
}

void RecordingPlayer::Shared::work(const Delivered &delivered, const Broke &broke)
{
    std::unique_lock lock(mutex);
    while (!isEnding) {
        const auto number = next();
        if (!number) {
            changed.wait(lock);
            continue;
        }
        const auto progress = std::make_shared<base::Progress>();
        const quint64 of = generation;
        const Source decode = source;
        const bool isForDelivery = *number == wanted; // even when it is overtaken meanwhile
        running = progress;
        isRunningAsked = isForDelivery;
        runningSince = clock();
        m_runningFrame = *number;
        lock.unlock();
        auto picture = decode(*number, *progress);
        Frame frame{*number, {}, {}};
        if (picture) {
            frame.picture = std::move(*picture);
            if (qint64(frame.picture.width()) * frame.picture.height() <= reducedAtOncePixels)
                frame.reduced = PicturePyramid::reducedLevels(frame.picture);
        }
        lock.lock();
        running.reset();
        m_runningFrame = -1;
        if (of != generation || isEnding)
            continue;
        if (!picture) {
            if (progress->isCancelled())
                continue; // overtaken: there is another one to decode now
            // Not tried again until somebody asks for it. Ahead of what is looked at nobody has asked yet.
            const bool isMissed = isPlaying || *number == wanted;
            keep(std::move(frame));
            if (isMissed)
                broke(of, picture.error());
            continue;
        }
        keep(std::move(frame));
        if (isForDelivery || isPlaying || *number == wanted)
            delivered(of, *number);
    }
}

} // namespace likeness::viewer
