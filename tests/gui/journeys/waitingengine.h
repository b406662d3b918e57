// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/rememberingengine.h"
#include "tests/support/threadwatchingengine.h"

#include <QSemaphore>

#include <atomic>

namespace likeness::tests
{

/// Waits after some looks, while it is told to, until the work is cancelled.
class WaitingEngine : public ThreadWatchingEngine
{
public:
    static constexpr int looksBefore = 3;

    WaitingEngine() : ThreadWatchingEngine(RememberingEngine::shared()) {}

    base::Result<std::vector<model::FoundFace>> find(const base::Picture &picture,
                                                     const face::FinderSettings &settings,
                                                     base::Progress &progress,
                                                     const face::FacesSoFar &soFar) const override
    {
        if (isWaiting && ++looks > looksBefore) {
            isHeld = true;
            qint64 step = 0;
            while (isWaiting && !progress.isCancelled() && !m_never.tryAcquire(1, 20))
                progress.report(++step, 0); // whoever asked looks at cancel when it hears of progress
            isHeld = false;
            if (progress.isCancelled())
                return base::fail(base::ErrorCode::Cancelled, {});
            if (isBroken)
                return base::fail(base::ErrorCode::FileDamaged, QStringLiteral("pan.mp4"));
        }
        return ThreadWatchingEngine::find(picture, settings, progress, soFar);
    }

    mutable std::atomic<int> looks = 0;
    mutable std::atomic<bool> isHeld = false; ///< waits just now
    std::atomic<bool> isWaiting = false;
    std::atomic<bool> isBroken = false; ///< what it waits in fails when it waits no longer

private:
    mutable QSemaphore m_never;
};

} // namespace likeness::tests
