// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <atomic>
#include <functional>

namespace likeness::base
{

/// How far a piece of work is, and whether it should stop. The worker reports from its thread; anybody may
/// read or cancel from any thread. Work looks at isCancelled() at the period its header states and then
/// returns ErrorCode::Cancelled.
class Progress
{
public:
    using Listener = std::function<void(qint64 done, qint64 total)>;

    Progress() = default;
    /// `listener` runs on the worker's thread and must be quick.
    explicit Progress(Listener listener) : m_listener(std::move(listener)) {}
    Progress(const Progress &) = delete;
    Progress &operator=(const Progress &) = delete;

    /// total 0 means "not known".
    void report(qint64 done, qint64 total)
    {
        m_done = done;
        m_total = total;
        if (m_listener)
            m_listener(done, total);
    }
    qint64 done() const { return m_done; }
    qint64 total() const { return m_total; }

    void cancel() { m_cancelled = true; }
    bool isCancelled() const { return m_cancelled; }

private:
    Listener m_listener;
    std::atomic<qint64> m_done = 0;
    std::atomic<qint64> m_total = 0;
    std::atomic<bool> m_cancelled = false;
};

} // namespace likeness::base
