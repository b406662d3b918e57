// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/faceengine.h"

#include <QStringList>
#include <QThread>

#include <atomic>
#include <memory>
#include <mutex>

namespace likeness::tests
{

/// Hands every call to another engine and notes those that came from one thread: the window's, where none of
/// them belongs. version() looks nothing up and may be asked anywhere.
class ThreadWatchingEngine : public face::FaceEngine
{
public:
    /// Watches for the thread that makes it.
    explicit ThreadWatchingEngine(std::shared_ptr<const face::FaceEngine> engine)
        : m_engine(std::move(engine)), m_watched(QThread::currentThread())
    {
    }

    QStringList callsOnTheWatchedThread() const
    {
        const std::lock_guard lock(m_mutex);
        return m_calls;
    }
    int callsElsewhere() const { return m_elsewhere; }

    model::EngineVersion version(const face::DescriberSettings &settings) const override
    {
        return m_engine->version(settings);
    }
    base::Result<std::vector<model::FoundFace>> find(const base::Picture &picture,
                                                     const face::FinderSettings &settings,
                                                     base::Progress &progress,
                                                     const face::FacesSoFar &soFar) const override
    {
        note(QStringLiteral("find"));
        return m_engine->find(picture, settings, progress, soFar);
    }
    base::Result<model::AlignedChip> align(const base::Picture &picture,
                                           const model::FoundFace &face) const override
    {
        note(QStringLiteral("align"));
        return m_engine->align(picture, face);
    }
    base::Result<HandAligned> alignByHand(const base::Picture &picture, const model::RelativeRect &box,
                                          const std::optional<model::EyePoints> &eyes) const override
    {
        note(QStringLiteral("alignByHand"));
        return m_engine->alignByHand(picture, box, eyes);
    }
    base::Result<std::vector<model::Template>>
    describe(const std::vector<model::AlignedChip> &chips,
             const face::DescriberSettings &settings) const override
    {
        note(QStringLiteral("describe"));
        return m_engine->describe(chips, settings);
    }

private:
    void note(const QString &call) const
    {
        if (QThread::currentThread() != m_watched) {
            ++m_elsewhere;
            return;
        }
        const std::lock_guard lock(m_mutex);
        m_calls << call;
    }

    std::shared_ptr<const face::FaceEngine> m_engine;
    QThread *m_watched;
    mutable std::mutex m_mutex;
    mutable QStringList m_calls;
    mutable std::atomic<int> m_elsewhere = 0;
};

} // namespace likeness::tests
