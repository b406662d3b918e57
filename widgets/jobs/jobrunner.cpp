// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/jobs/jobrunner.h"

#include <QTimer>

#include <algorithm>

namespace likeness::jobs
{

namespace
{

constexpr int workers = 2;
constexpr int tickMs = 100;

} // namespace

Job::Job(QString title, QObject *parent) : QObject(parent), m_title(std::move(title)) {}

void Job::cancel()
{
    m_progress.cancel();
    emit changed();
}

JobRunner::JobRunner(QObject *parent) : QObject(parent), m_ticker(new QTimer(this))
{
    m_pool.setMaxThreadCount(workers);
    m_ticker->setInterval(tickMs);
    connect(m_ticker, &QTimer::timeout, this, [this] {
        for (Job *job : m_jobs) {
            const qint64 seconds = job->elapsedMs() / 1000;
            if (job->done() == job->m_shownDone && seconds == job->m_shownSeconds)
                continue;
            job->m_shownDone = job->done();
            job->m_shownSeconds = seconds;
            emit job->changed();
        }
    });
}

JobRunner::~JobRunner()
{
    cancelAll();
    // What the workers post to this object from now on is dropped with it.
    m_pool.waitForDone();
}

void JobRunner::cancelAll()
{
    const std::vector<Job *> running = m_jobs; // a listener may end one
    for (Job *job : running)
        job->cancel();
}

Job *JobRunner::start(const QString &title, const QString &key, QObject *context,
                      std::function<Ended(base::Progress &)> work, std::function<void()> done)
{
    Q_ASSERT(context);
    auto *job = new Job(title, this);
    if (!key.isEmpty()) {
        if (Job *older = m_latest.value(key)) {
            older->m_superseded = true;
            older->cancel();
        }
        m_latest.insert(key, job);
    }
    m_jobs.push_back(job);
    m_ticker->start();

    std::function<void()> deliver = [owner = QPointer<QObject>(context), done = std::move(done)] {
        if (owner)
            done();
    };
    m_pool.start([this, job, work = std::move(work), deliver = std::move(deliver)]() mutable {
        QMetaObject::invokeMethod(this, [job] {
            job->m_state = Job::State::Running;
            job->m_clock.start();
            emit job->changed();
        });
        const Ended ended = job->m_progress.isCancelled() ? Ended::Cancelled : work(job->m_progress);
        // What the work held is let go of before anybody hears that it ended.
        work = {};
        QMetaObject::invokeMethod(
            this, [this, job, ended, deliver = std::move(deliver)] { finish(job, ended, deliver); },
            Qt::QueuedConnection);
    });
    emit started(job);
    return job;
}

void JobRunner::finish(Job *job, Ended ended, const std::function<void()> &deliver)
{
    job->m_state = job->m_superseded || ended == Ended::Cancelled ? Job::State::Cancelled
                   : ended == Ended::Failed                       ? Job::State::Failed
                                                                  : Job::State::Done;
    std::erase(m_jobs, job);
    m_latest.removeIf([job](auto entry) { return entry.value() == job; });
    emit job->changed();
    if (!job->m_superseded)
        deliver();
    emit finished(job);
    job->deleteLater();
    if (m_jobs.empty()) {
        m_ticker->stop();
        emit becameIdle();
    }
}

} // namespace likeness::jobs
