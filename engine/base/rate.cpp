// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/rate.h"

#include <cmath>

namespace likeness::base
{

void Rate::note(qint64 done, qint64 elapsedMs)
{
    // Ten notes a second are told apart no better than one: few are kept, however many come.
    constexpr qint64 apartMs = 250;
    if (m_notes.size() > 1 && elapsedMs - m_notes[m_notes.size() - 2].elapsedMs < apartMs)
        m_notes.pop_back();
    m_notes.push_back({done, elapsedMs});
    while (m_notes.size() > 2 && elapsedMs - m_notes[1].elapsedMs >= windowMs)
        m_notes.pop_front();
}

std::optional<double> Rate::perSecond() const
{
    const qint64 done = m_notes.back().done - m_notes.front().done;
    const qint64 ms = m_notes.back().elapsedMs - m_notes.front().elapsedMs;
    if (ms < leastMs || done <= 0)
        return std::nullopt;
    return 1000.0 * double(done) / double(ms);
}

std::optional<qint64> Rate::secondsLeft(qint64 total) const
{
    const auto rate = perSecond();
    if (!rate)
        return std::nullopt;
    return qint64(std::ceil(double(total - m_notes.back().done) / *rate));
}

} // namespace likeness::base
