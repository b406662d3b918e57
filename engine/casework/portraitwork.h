// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/orderedstages.h"
#include "engine/casework/enrolment.h"
#include "engine/casework/workstation.h"

#include <atomic>
#include <chrono>

namespace likeness::casework
{

/// What enrolment and rebuilding have in common: pictures are read, worked on by all processors, and what was
/// made of them is stored in the order of reading.

/// How many threads work, and how much is under way at once.
qint64 portraitsAtOnce();
int portraitWorkers();
/// Decoded pixels of pictures that are read and not yet worked on. One larger picture goes through alone.
constexpr qint64 pixelsAtOnce = 60'000'000;

/// The settings that make templates of a version; InvalidArgument when these weights cannot make it.
base::Result<face::DescriberSettings> settingsFor(const face::FaceEngine &engine,
                                                  const model::EngineVersion &version);

/// What was made of a picture.
struct DescribedPortrait {
    QString mediaType;
    model::EnrolOutcome outcome = model::EnrolOutcome::NoFace;
    PortraitFace found;       ///< with Enrolled
    model::Template values{}; ///< with Enrolled
};

/// Time spent, over all threads, in microseconds. Thread-safe.
struct StageClock {
    std::atomic<qint64> read = 0, decode = 0, find = 0, describe = 0, store = 0;
    GallerySession::StageTimes times() const;
};

/// Adds the time until its end to a stage.
class Timed
{
public:
    explicit Timed(std::atomic<qint64> &microseconds);
    ~Timed();
    Timed(const Timed &) = delete;
    Timed &operator=(const Timed &) = delete;

private:
    std::atomic<qint64> &m_microseconds;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// Decodes, finds, aligns and describes. Errors of the decoder and the engine; TooLarge ("memory").
base::Result<DescribedPortrait> describePortrait(const Workstation &workstation,
                                                 const face::FaceEngine &engine,
                                                 const face::DescriberSettings &settings, QFile &file,
                                                 const QString &name, base::Progress &progress,
                                                 StageClock &clock);

/// Errors of the disk or the record concern every later file too; all others are about one file.
bool endsTheRun(base::ErrorCode code);

} // namespace likeness::casework
