// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/facetracker.h"
#include "engine/media/mediadecoder.h"

#include <QJsonObject>

#include <functional>

namespace likeness::casework
{

/// What everybody needs to find a frame of a recording again: "source", "source_sha256", "frame", "time",
/// "time_found", "time_base", "seconds", "digest", "rotation".
QJsonObject frameFacts(const QString &source, const QString &sha256, const model::VideoInfo &info,
                       const model::VideoIndex &index, qint64 frame);

/// Tracks of a part of a recording: a tracker that is told the recording's size and rate. InvalidArgument
/// for a span or an area that the recording does not have, and a smallest face under 20 px. `subject` is the name used in errors.
base::Result<face::FaceTracker> trackerOf(std::shared_ptr<const face::FaceEngine> engine,
                                          const model::ScanSettings &settings, const model::VideoInfo &info,
                                          const model::VideoIndex &index, const QString &subject);

/// A box of a track and a box of the finder are of the same face: the tracker's own measure (facetracker.h).
constexpr double sameFaceOverlap = 0.3;

/// Null when the track has none in that frame.
const model::TrackBox *boxIn(const model::FaceTrack &track, qint64 frame);

/// Gives a tracker the frames `first` to `last`, in order; some are decoded ahead, so that a
/// look of the finder holds nobody up. `added` hears of each
/// and may stop it with an error. Looks at cancel at every frame and as FaceEngine::find does.
base::Outcome giveFrames(face::FaceTracker &tracker, media::Video &video, qint64 first, qint64 last,
                         base::Progress &progress,
                         const std::function<base::Outcome(qint64 frame)> &added);

} // namespace likeness::casework
