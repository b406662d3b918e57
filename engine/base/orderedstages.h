// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace likeness::base
{

/// Work in three stages that run side by side: one thread reads, several work, and the calling thread stores
/// what they made, in the order in which it was read. So the result is that of doing one thing after the
/// other, whatever the threads do.
///
/// Between the stages stand two queues with bounds. `atOnce` things are read and not yet stored, and those
/// that are read and not yet worked on weigh at most `weight` together; one that is heavier than that goes
/// through alone.
template <class Read, class Made>
class OrderedStages
{
public:
    struct Bounds {
        int workers = 1;   ///< threads of the middle stage; 1 and up
        qint64 atOnce = 1; ///< 1 and up
        qint64 weight = 0; ///< in the unit of Weighed::weight; 0 and up
    };
    struct Weighed {
        Read thing;
        qint64 weight = 0;
    };
    /// On the reader's thread, again and again until it gives nothing, or an error.
    using Reader = std::function<Result<std::optional<Weighed>>()>;
    /// On several threads at once. What it cannot do is for `Made` to say.
    using Worker = std::function<Made(Read)>;
    /// On the thread that called run().
    using Storer = std::function<Outcome(Made)>;

    /// Returns when all is stored, or with the first error. After an error of `store` nothing more is stored;
    /// after one of `read` what was read before it is. An exception of a stage ends the run like an error of
    /// `store` and is thrown again here. No thread outlives the call.
    static Outcome run(const Bounds &bounds, const Reader &read, const Worker &work, const Storer &store)
    {
        OrderedStages stages(bounds);
        {
            std::vector<std::jthread> threads;
            const Stopping stopping{stages}; // goes before the threads, so that none waits for ever
            threads.emplace_back([&] { stages.guard([&] { stages.readAll(read); }); });
            for (int i = 0; i < bounds.workers; ++i)
                threads.emplace_back([&] { stages.guard([&] { stages.workAll(work); }); });
            stages.guard([&] { stages.storeAll(store); });
        }
        if (stages.m_exception)
            std::rethrow_exception(stages.m_exception);
        return stages.m_outcome;
    }

private:
    explicit OrderedStages(const Bounds &bounds) : m_bounds(bounds) {}

    template <class Stage>
    void guard(const Stage &stage)
    {
        try {
            stage();
        } catch (...) {
            const std::lock_guard lock(m_mutex);
            if (!m_exception)
                m_exception = std::current_exception();
            m_stopped = true;
            m_changed.notify_all();
        }
    }

    void readAll(const Reader &read)
    {
        while (true) {
            {
                std::unique_lock lock(m_mutex);
                m_changed.wait(lock,
                               [&] { return m_stopped || m_numberRead - m_numberStored < m_bounds.atOnce; });
                if (m_stopped)
                    return;
            }
            auto next = read();
            std::unique_lock lock(m_mutex);
            if (!next || !*next) {
                m_readEnded = true;
                if (!next && m_outcome)
                    m_outcome = tl::unexpected(std::move(next.error()));
                m_changed.notify_all();
                return;
            }
            const qint64 weight = (*next)->weight;
            m_changed.wait(
                lock, [&] { return m_stopped || m_weight == 0 || m_weight + weight <= m_bounds.weight; });
            if (m_stopped)
                return;
            m_weight += weight;
            m_read.push_back({m_numberRead++, std::move(**next)});
            m_changed.notify_all();
        }
    }

    void workAll(const Worker &work)
    {
        while (true) {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [&] { return m_stopped || m_readEnded || !m_read.empty(); });
            if (m_stopped || m_read.empty())
                return;
            Numbered next = std::move(m_read.front());
            m_read.pop_front();
            lock.unlock();
            Made made = work(std::move(next.read.thing));
            lock.lock();
            m_weight -= next.read.weight;
            m_made.emplace(next.number, std::move(made));
            m_changed.notify_all();
        }
    }

    void storeAll(const Storer &store)
    {
        while (true) {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [&] {
                return m_stopped || m_made.contains(m_numberStored) ||
                       (m_readEnded && m_numberStored == m_numberRead);
            });
            if (m_stopped || !m_made.contains(m_numberStored))
                return;
            Made next = std::move(m_made.extract(m_numberStored).mapped());
            lock.unlock();
            Outcome stored = store(std::move(next));
            lock.lock();
            if (!stored) {
                m_outcome = std::move(stored);
                m_stopped = true;
            }
            ++m_numberStored;
            m_changed.notify_all();
        }
    }

    struct Stopping {
        OrderedStages &stages;
        ~Stopping()
        {
            const std::lock_guard lock(stages.m_mutex);
            stages.m_stopped = true;
            stages.m_changed.notify_all();
        }
    };
    struct Numbered {
        qint64 number = 0;
        Weighed read;
    };
    const Bounds m_bounds;
    std::mutex m_mutex;
    std::condition_variable m_changed; ///< any of what follows, which the mutex guards
    std::deque<Numbered> m_read;
    std::map<qint64, Made> m_made;
    qint64 m_numberRead = 0;
    qint64 m_numberStored = 0;
    qint64 m_weight = 0;
    bool m_readEnded = false;
    bool m_stopped = false;
    Outcome m_outcome;
    std::exception_ptr m_exception;
};

} // namespace likeness::base
