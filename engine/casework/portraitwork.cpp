// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/portraitwork.h"

#include <new>

namespace likeness::casework
{

using base::ErrorCode;
using model::EnrolOutcome;

int portraitWorkers()
{
    return int(std::max(1u, std::thread::hardware_concurrency()));
}

qint64 portraitsAtOnce()
{
    return 4 * portraitWorkers() + 8; // enough that nobody waits for a slow disk; each is an open file
}

base::Result<face::DescriberSettings> settingsFor(const face::FaceEngine &engine,
                                                  const model::EngineVersion &version)
{
    const auto settings = face::describerSettings(version.options);
    if (!settings || engine.version(*settings).id() != version.id())
        return base::fail(
            ErrorCode::InvalidArgument, version.id(),
            QStringLiteral("the gallery's templates are of an engine version that these weights "
                           "cannot make; rebuild the gallery"));
    return *settings;
}

GallerySession::StageTimes StageClock::times() const
{
    return {read / 1000, decode / 1000, find / 1000, describe / 1000, store / 1000};
}

Timed::Timed(std::atomic<qint64> &microseconds) : m_microseconds(microseconds) {}

Timed::~Timed()
{
    const auto spent = std::chrono::steady_clock::now() - m_start;
    m_microseconds += std::chrono::duration_cast<std::chrono::microseconds>(spent).count();
}

base::Result<DescribedPortrait> describePortrait(const Workstation &workstation,
                                                 const face::FaceEngine &engine,
                                                 const face::DescriberSettings &settings, QFile &file,
                                                 const QString &name, base::Progress &progress,
                                                 StageClock &clock)
{
    try {
        const auto still = [&] {
            const Timed timed(clock.decode);
            return workstation.decoder().decode(file, name, progress);
        }();
        if (!still)
            return tl::unexpected(still.error());
        const auto result = [&] {
            const Timed timed(clock.find);
            return findPortraitFace(engine, still->picture, progress);
        }();
        if (!result)
            return tl::unexpected(result.error());
        DescribedPortrait portrait{still->mediaType, result->outcome, result->found, {}};
        if (portrait.outcome == EnrolOutcome::Enrolled) {
            const Timed timed(clock.describe);
            const auto templates = engine.describe({portrait.found.chip}, settings);
            if (!templates)
                return tl::unexpected(templates.error());
            portrait.values = templates->front();
        }
        return portrait;
    } catch (const std::bad_alloc &) {
        return base::fail(ErrorCode::TooLarge, name, QStringLiteral("memory"));
    }
}

bool endsTheRun(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
    case ErrorCode::ReadOnly:
    case ErrorCode::DatabaseFailed:
    case ErrorCode::DatabaseLocked:
    case ErrorCode::DatabaseCorrupt:
    case ErrorCode::DiskFull:
    case ErrorCode::WriteFailed:
        return true;
    default:
        return false;
    }
}

} // namespace likeness::casework
