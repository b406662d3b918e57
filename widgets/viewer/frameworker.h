// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/viewer/recordingplayer.h"

#include <condition_variable>
#include <map>
#include <mutex>

namespace likeness::viewer
{

/// When each frame stands while playing, in seconds since the first; never backwards.
std::vector<double> playingTimes(const model::VideoIndex &index);
/// The last frame whose time has come. `times` is not empty.
qint64 frameDue(const std::vector<double> &times, double seconds);

/// What a player and its decoding thread share. Everything under `mutex`.
struct RecordingPlayer::Shared {
    using Delivered = std::function<void(quint64 generation, qint64 number)>;
    using Broke = std::function<void(quint64 generation, const base::Error &error)>;

    std::mutex mutex;
    std::condition_variable changed;
    bool isEnding = false;
    quint64 generation = 0; ///< of the recording that is open
    Source source;          ///< none: nothing is open
    std::vector<double> times;
    size_t capacity = 3; ///< frames in the cache

    qint64 wanted = -1;
    bool isBackwards = false;
    bool isPlaying = false;
    double clockAtStart = 0;
    double secondsAtStart = 0;
    Clock clock;
    std::map<qint64, Frame> cache; ///< without a picture: it could not be had

    std::shared_ptr<base::Progress> running;
    bool isRunningAsked = false;
    double runningSince = 0;

    /// The thread: decodes until isEnding.
    void work(const Delivered &delivered, const Broke &broke);
    /// Gives up what is being decoded for `number`, unless that is nearly there. Under the mutex.
    void overtake(qint64 number);
    double secondsNow() const { return secondsAtStart + clock() - clockAtStart; }

private:
    std::optional<qint64> next() const; ///< what to decode now
    void keep(Frame frame);
    qint64 m_runningFrame = -1;
};

} // namespace likeness::viewer
