// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/facetracker.h"
#include "engine/face/framepatches.h"
#include "engine/media/mediadecoder.h"
#include "engine/model/casefile.h"

#include <QJsonObject>

#include <functional>
#include <vector>

namespace likeness::casework
{

/// What everybody needs to find a frame of a recording again: "source", "source_sha256", "frame", "time",
/// "time_found", "time_base", "seconds", "digest", "rotation".
QJsonObject frameFacts(const QString &source, const QString &sha256, const model::VideoInfo &info,
                       const model::VideoIndex &index, qint64 frame);
/// Adds what the PNG of it is: "width", "height", "bits_per_channel", "png_sha256".
void addPngFacts(QJsonObject &facts, int width, int height, int bitsPerChannel, const QByteArray &png);
/// Where these facts are written: beside the PNG, with its name but for the ending ".json".
QString sidecarPath(const QString &pngPath);

/// Tracks of a part of a recording: a tracker that is told the recording's size and rate. InvalidArgument
/// for a span or an area that the recording does not have, and a smallest face under 20 px. `subject` is the name used in errors.
base::Result<face::FaceTracker> trackerOf(std::shared_ptr<const face::FaceEngine> engine,
                                          const model::ScanSettings &settings, const model::VideoInfo &info,
                                          const model::VideoIndex &index, const QString &subject);

inline const model::FaceTrack &faceTrack(const model::FaceTrack &track) { return track; }
inline const model::FaceTrack &faceTrack(const model::ScannedTrack &track) { return track.track; }

/// A box of a track and a box of the finder are of the same face: the tracker's own measure (facetracker.h).
constexpr double sameFaceOverlap = 0.3;

/// The track that covers a box best in that frame, of FaceTracks or ScannedTracks; null when none covers it
/// enough to be the same face.
template <class Track>
const Track *trackThrough(const std::vector<Track> &tracks, qint64 frame, const model::RelativeRect &box)
{
    const Track *best = nullptr;
    double overlap = sameFaceOverlap;
    for (const Track &each : tracks) {
        const model::TrackBox *there = faceTrack(each).boxAt(frame);
        const double covered = there ? face::overlapOf(there->box, box) : 0;
        if (covered < overlap)
            continue;
        overlap = covered;
        best = &each;
    }
    return best;
}

/// Gives a tracker the frames `first` to `last`, in order; some are decoded ahead, so that a
/// look of the finder holds nobody up. `added` hears of each
/// and may stop it with an error. Looks at cancel at every frame and as FaceEngine::find does.
base::Outcome giveFrames(face::FaceTracker &tracker, media::Video &video, qint64 first, qint64 last,
                         base::Progress &progress,
                         const std::function<base::Outcome(qint64 frame)> &added);

} // namespace likeness::casework
