// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <deque>
#include <optional>

namespace likeness::base
{

/// How quickly a batch goes of late, and how long the rest will take if it goes on like that. Belongs to one
/// thread.
class Rate
{
public:
    static constexpr qint64 windowMs = 30'000; ///< what lies further back does not count
    static constexpr qint64 leastMs = 2'000;   ///< before that, every figure is a wild guess

    /// `done` things after `elapsedMs` since the beginning; neither ever falls.
    void note(qint64 done, qint64 elapsedMs);

    /// Nothing before leastMs have passed, or while nothing gets done.
    std::optional<double> perSecond() const;
    /// Until `total` things are done, rounded up. Nothing when there is no rate.
    std::optional<qint64> secondsLeft(qint64 total) const;

private:
    struct Note {
        qint64 done = 0;
        qint64 elapsedMs = 0;
    };
    std::deque<Note> m_notes{Note{}}; ///< the first lies at the window's edge or before it
};

} // namespace likeness::base
