// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/track.h"

#include "engine/model/casefile.h"

#include <algorithm>

namespace likeness::model
{

const TrackBox *FaceTrack::boxAt(qint64 frame) const
{
    const auto at = std::lower_bound(boxes.begin(), boxes.end(), frame,
                                     [](const TrackBox &box, qint64 wanted) { return box.frame < wanted; });
    return at == boxes.end() || at->frame != frame ? nullptr : &*at;
}

QJsonObject toJson(const ScanSettings &settings)
{
    QJsonObject object{{"first_frame", settings.firstFrame},
                       {"last_frame", settings.lastFrame},
                       {"smallest_face_px", settings.smallestFacePx}};
    if (settings.area)
        object.insert("area", toJson(*settings.area));
    return object;
}

std::optional<ScanSettings> scanSettingsFromJson(const QJsonObject &object)
{
    ScanSettings settings;
    settings.firstFrame = object["first_frame"].toInteger(-1);
    settings.lastFrame = object["last_frame"].toInteger(-1);
    settings.smallestFacePx = object["smallest_face_px"].toInt();
    settings.area = rectFromJson(object["area"]);
    if (settings.firstFrame < 0 || settings.smallestFacePx < 1 || (object.contains("area") && !settings.area))
        return std::nullopt;
    return settings;
}

QJsonArray toJson(const std::vector<TrackBox> &boxes)
{
    QJsonArray array;
    for (const TrackBox &box : boxes)
        array.append(
            QJsonArray{box.frame, box.box.x, box.box.y, box.box.width, box.box.height, int(box.found)});
    return array;
}

std::optional<std::vector<TrackBox>> trackBoxesFromJson(const QJsonValue &value)
{
    if (!value.isArray())
        return std::nullopt;
    std::vector<TrackBox> boxes;
    for (const QJsonValue &item : value.toArray()) {
        const QJsonArray one = item.toArray();
        if (one.size() != 6)
            return std::nullopt;
        const TrackBox box{one[0].toInteger(-1),
                           {one[1].toDouble(), one[2].toDouble(), one[3].toDouble(), one[4].toDouble()},
                           one[5].toInt() == 1};
        if (box.frame < 0 || !box.box.isValid())
            return std::nullopt;
        boxes.push_back(box);
    }
    return boxes;
}

QString scanStateName(Scan::State state)
{
    switch (state) {
    case Scan::State::Cancelled:
        return QStringLiteral("cancelled");
    case Scan::State::Done:
        return QStringLiteral("done");
    case Scan::State::Closed:
        return QStringLiteral("closed");
    case Scan::State::Running:
        break;
    }
    return QStringLiteral("running");
}

std::optional<Scan::State> scanStateFromName(const QString &name)
{
    for (const auto state :
         {Scan::State::Running, Scan::State::Cancelled, Scan::State::Done, Scan::State::Closed})
        if (name == scanStateName(state))
            return state;
    return std::nullopt;
}

} // namespace likeness::model
