// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/recordingplayer.h"

#include "widgets/viewer/frameworker.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace likeness::viewer
{

namespace
{

constexpr double longestWait = 3600; // seconds until the clock is looked at again

double steadySeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace

RecordingPlayer::RecordingPlayer(QObject *parent, Clock clock)
    : QObject(parent), m_shared(std::make_shared<Shared>()), m_clock(clock ? std::move(clock) : steadySeconds)
{
    m_shared->clock = m_clock;
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &RecordingPlayer::tick);
    m_worker = std::thread([this, shared = m_shared] {
        // Called on the worker's thread, which ends before this object does.
        shared->work(
            [this](quint64 generation, qint64 number) {
                QMetaObject::invokeMethod(
                    this, [this, generation, number] { delivered(generation, number); },
                    Qt::QueuedConnection);
            },
            [this](quint64 generation, const base::Error &error) {
                QMetaObject::invokeMethod(
                    this, [this, generation, error] { broke(generation, error); }, Qt::QueuedConnection);
            });
    });
}

RecordingPlayer::~RecordingPlayer()
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->isEnding = true;
        if (m_shared->running)
            m_shared->running->cancel();
    }
    m_shared->changed.notify_all();
    m_worker.join();
}

void RecordingPlayer::open(std::shared_ptr<const model::VideoIndex> index, Source source, qint64 first)
{
    close();
    auto times = playingTimes(*index);
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->source = std::move(source);
        m_shared->times = std::move(times);
    }
    m_index = std::move(index);
    ask(first);
}

void RecordingPlayer::close()
{
    setPlaying(false);
    Source unused; // what it holds is let go of outside the lock
    {
        const std::lock_guard lock(m_shared->mutex);
        ++m_shared->generation;
        std::swap(unused, m_shared->source);
        m_shared->wanted = -1;
        m_shared->isBackwards = false;
        m_shared->cache.clear();
        if (m_shared->running)
            m_shared->running->cancel();
    }
    m_index.reset();
    m_shown = {};
    m_hasFailed = false;
    m_wanted = -1;
    emit wantedChanged();
}

qint64 RecordingPlayer::frameCount() const
{
    return m_index ? qint64(m_index->frames.size()) : 0;
}

void RecordingPlayer::goTo(qint64 number)
{
    if (!m_index)
        return;
    setPlaying(false);
    ask(number);
}

void RecordingPlayer::ask(qint64 number)
{
    number = std::clamp<qint64>(number, 0, frameCount() - 1);
    std::optional<Frame> atHand;
    {
        const std::lock_guard lock(m_shared->mutex);
        if (number != m_wanted)
            m_shared->isBackwards = m_wanted >= 0 && number == m_wanted - 1;
        m_shared->wanted = number;
        const auto found = m_shared->cache.find(number);
        if (found != m_shared->cache.end()) {
            if (found->second.picture.isNull())
                m_shared->cache.erase(found); // it may be had now
            else
                atHand = found->second;
        }
        m_shared->overtake(number);
    }
    m_shared->changed.notify_all();
    m_hasFailed = false;
    if (m_wanted != number) {
        m_wanted = number;
        emit wantedChanged();
    }
    if (atHand && atHand->number != m_shown.number)
        show(std::move(*atHand));
}

void RecordingPlayer::play()
{
    if (!m_index || m_isPlaying)
        return;
    if (m_wanted == frameCount() - 1)
        ask(0);
    m_leftOut = 0;
    m_playedTo = isArrived() ? m_wanted : m_wanted - 1;
    {
        const std::lock_guard lock(m_shared->mutex);
        std::erase_if(m_shared->cache, [](const auto &entry) { return entry.second.picture.isNull(); });
        m_shared->isBackwards = false;
        m_shared->clockAtStart = m_clock();
        m_shared->secondsAtStart = m_shared->times[size_t(m_wanted)];
    }
    m_hasFailed = false;
    setPlaying(true);
    tick();
}

void RecordingPlayer::pause()
{
    if (!m_isPlaying)
        return;
    setPlaying(false);
    // What is seen is where one stands.
    if (m_shown.number >= 0)
        ask(m_shown.number);
}

void RecordingPlayer::setPlaying(bool playing)
{
    if (playing == m_isPlaying)
        return;
    m_isPlaying = playing;
    m_timer.stop();
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->isPlaying = playing;
    }
    m_shared->changed.notify_all();
    emit playingChanged();
}

void RecordingPlayer::tick()
{
    if (!m_isPlaying)
        return;
    std::optional<Frame> due;
    double untilNext = -1;
    const qint64 last = frameCount() - 1;
    {
        const std::lock_guard lock(m_shared->mutex);
        const double now = m_shared->secondsNow();
        const qint64 number = frameDue(m_shared->times, now);
        auto &cache = m_shared->cache;
        auto found = cache.upper_bound(number);
        while (found != cache.begin()) {
            --found;
            if (found->second.picture.isNull())
                continue;
            if (found->first > m_playedTo)
                due = found->second;
            break;
        }
        if (due)
            m_shared->wanted = due->number;
        const qint64 following = std::max(number, due ? due->number : m_wanted) + 1;
        if (following <= last)
            untilNext = std::max(0.0, m_shared->times[size_t(following)] - now);
    }
    m_shared->changed.notify_all(); // there is room for another one
    if (due) {
        m_leftOut += due->number - m_playedTo - 1;
        m_playedTo = due->number;
        if (m_wanted != due->number) {
            m_wanted = due->number;
            emit wantedChanged();
        }
        show(std::move(*due));
        if (!m_isPlaying) // somebody who saw it paused
            return;
    }
    if (m_playedTo == last)
        setPlaying(false);
    else if (untilNext >= 0)
        m_timer.start(int(std::ceil(std::min(untilNext, longestWait) * 1000)));
    // Otherwise the last one is still being decoded, and its delivery ticks.
}

void RecordingPlayer::delivered(quint64 generation, qint64 number)
{
    if (m_isPlaying)
        return tick();
    std::optional<Frame> frame;
    {
        const std::lock_guard lock(m_shared->mutex);
        const auto found = m_shared->cache.find(number);
        // A frame ahead is for later; one that was asked for and overtaken was worth the wait for its time.
        const bool isLookedFor = number == m_wanted || m_shown.number != m_wanted;
        if (generation != m_shared->generation || found == m_shared->cache.end() || !isLookedFor)
            return;
        frame = found->second;
    }
    if (frame->number != m_shown.number)
        show(std::move(*frame));
}

void RecordingPlayer::broke(quint64 generation, const base::Error &error)
{
    {
        const std::lock_guard lock(m_shared->mutex);
        if (generation != m_shared->generation)
            return;
    }
    setPlaying(false);
    m_hasFailed = true;
    emit failed(error);
}

void RecordingPlayer::show(Frame frame)
{
    m_shown = std::move(frame);
    emit frameShown();
}

} // namespace likeness::viewer
