// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/face.h"
#include "engine/model/geometry.h"
#include "engine/model/ids.h"

#include <QDateTime>

#include <optional>
#include <vector>

namespace likeness::model
{

/// Which part of a recording is looked at for faces, and how closely.
struct ScanSettings {
    qint64 firstFrame = 0;
    qint64 lastFrame = -1;              ///< inclusive; -1: to the end
    std::optional<RelativeRect> area;   ///< only faces whose middle lies in it
    int smallestFacePx = 80;
    friend bool operator==(const ScanSettings &, const ScanSettings &) = default;
};

struct TrackBox {
    qint64 frame = 0;
    RelativeRect box;
    bool found = false; ///< by the finder; otherwise followed from a frame before or after
    friend bool operator==(const TrackBox &, const TrackBox &) = default;
};

/// One face through time. It holds boxes only: no crop, no template.
struct FaceTrack {
    int number = 0;        ///< from 1, by first frame
    qint64 firstFrame = 0;
    qint64 lastFrame = 0;
    qint64 bestFrame = 0;  ///< the found face that promises most: see engine/face/facetracker.h
    FoundFace best;        ///< in that frame
    std::vector<TrackBox> boxes; ///< by frame, one for every frame in which it was found or followed
    const TrackBox *boxAt(qint64 frame) const; ///< null when it has none in that frame
};

QJsonObject toJson(const ScanSettings &settings);
std::optional<ScanSettings> scanSettingsFromJson(const QJsonObject &object);
/// [[frame,x,y,w,h,found], ...], found 1 or 0. Nothing when it is not that.
QJsonArray toJson(const std::vector<TrackBox> &boxes);
std::optional<std::vector<TrackBox>> trackBoxesFromJson(const QJsonValue &value);

} // namespace likeness::model
