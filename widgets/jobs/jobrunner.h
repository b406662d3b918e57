// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <vector>

class QTimer;

namespace likeness::jobs
{

/// One piece of work that the window waits for: what, how far, how long, and how to stop it.
/// Lives on the window's thread.
class Job : public QObject
{
    Q_OBJECT
public:
    enum class State { Queued, Running, Done, Failed, Cancelled };

    QString title() const { return m_title; }
    State state() const { return m_state; }
    qint64 done() const { return m_progress.done(); }
    qint64 total() const { return m_progress.total(); }
    qint64 elapsedMs() const { return m_clock.isValid() ? m_clock.elapsed() : 0; }
    /// Asks the work to stop; it ends at its next look.
    void cancel();
    /// How far it is in better words than share and time; the panel shows them instead.
    QString note() const { return m_note; }
    void setNote(const QString &note) { m_note = note; }

signals:
    void changed(); ///< progress or state; at most some ten times a second

private:
    friend class JobRunner;
    explicit Job(QString title, QObject *parent);

    QString m_title;
    QString m_note;
    State m_state = State::Queued;
    base::Progress m_progress;
    QElapsedTimer m_clock;
    qint64 m_shownDone = -1; ///< what changed() told last
    qint64 m_shownSeconds = -1;
    bool m_superseded = false;
};

/// The one way to do anything that may take over 100 ms. Work runs on a pool of two threads; its result
/// comes back on the window's thread. Destruction cancels everything and waits.
class JobRunner : public QObject
{
    Q_OBJECT
public:
    explicit JobRunner(QObject *parent = nullptr);
    ~JobRunner() override;

    /// Runs `work` and hands its Result to `done`, unless `context` was destroyed meanwhile or a newer job
    /// with the same non-empty `key` has superseded it (it is cancelled and its result dropped). A job
    /// cancelled before its turn never runs `work`; `done` then gets Cancelled. `context` is never null.
    template <class T>
    Job *run(const QString &title, const QString &key, QObject *context,
             std::function<base::Result<T>(base::Progress &)> work, std::function<void(base::Result<T>)> done)
    {
        // A job that is cancelled before its turn comes has this result.
        auto result = std::make_shared<base::Result<T>>(base::fail(base::ErrorCode::Cancelled, title));
        return start(
            title, key, context,
            [work = std::move(work), result](base::Progress &progress) {
                *result = work(progress);
                return *result                                              ? Ended::Done
                       : result->error().code == base::ErrorCode::Cancelled ? Ended::Cancelled
                                                                            : Ended::Failed;
            },
            [done = std::move(done), result] { done(std::move(*result)); });
    }

    const std::vector<Job *> &jobs() const { return m_jobs; } ///< running and queued, oldest first
    bool isIdle() const { return m_jobs.empty(); }
    void cancelAll();

signals:
    void started(likeness::jobs::Job *job);
    void finished(likeness::jobs::Job *job); ///< the object is deleted later
    void becameIdle();

private:
    enum class Ended { Done, Failed, Cancelled };
    Job *start(const QString &title, const QString &key, QObject *context,
               std::function<Ended(base::Progress &)> work, std::function<void()> done);
    void finish(Job *job, Ended ended, const std::function<void()> &deliver);

    QThreadPool m_pool;
    std::vector<Job *> m_jobs;
    QHash<QString, QPointer<Job>> m_latest;
    QTimer *m_ticker = nullptr; ///< looks at the progress of running jobs
};

} // namespace likeness::jobs
