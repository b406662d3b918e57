// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/trackmodel.h"

#include "engine/imaging/imaging.h"
#include "widgets/models/cardrole.h"
#include "widgets/words/nametext.h"

#include <algorithm>

namespace likeness::models
{

namespace
{

constexpr double margin = 0.35; // around a face in its picture, of the longer side

std::optional<TrackModel::Beginning> beginningOf(const model::FaceTrack &track)
{
    if (track.boxes.empty())
        return std::nullopt;
    return TrackModel::Beginning{track.boxes.front().frame, track.boxes.front().box};
}

/// The tracks that were there are there still, in their places.
bool hasGrown(const std::vector<model::ScannedTrack> &before, const std::vector<model::ScannedTrack> &now)
{
    return now.size() >= before.size() &&
           std::equal(before.begin(), before.end(), now.begin(), [](const auto &a, const auto &b) {
               return a.track.number == b.track.number && beginningOf(a.track) == beginningOf(b.track);
           });
}

} // namespace

TrackModel::TrackModel(Workspace &workspace, QObject *parent)
    : QAbstractListModel(parent), m_workspace(workspace)
{
    connect(&workspace.thumbnails(), &ThumbnailCache::loaded, this, [this](const QString &key) {
        if (isPictureOf(key) && rowCount() > 0)
            emit dataChanged(index(0), index(rowCount() - 1), {Qt::DecorationRole});
    });
}

QString TrackModel::keyPrefix(const model::ScanId &scan)
{
    const QString all = QStringLiteral("track/");
    return scan.isEmpty() ? all : all + scan.value() + QLatin1Char('/');
}

QString TrackModel::keyOf(const model::ScanId &scan, qint64 frame, const model::RelativeRect &box)
{
    // By what is seen, not by number: another face never has the key of a picture that was made before.
    QString key = keyPrefix(scan) + QString::number(frame);
    for (const double side : {box.x, box.y, box.width, box.height})
        key += QLatin1Char('/') + QString::number(side, 'g', 17);
    return key;
}

bool TrackModel::isPictureOf(const QString &key) const
{
    return !m_scan.isEmpty() && key.startsWith(keyPrefix(m_scan));
}

void TrackModel::show(const Recording &recording, const model::ScanId &scan,
                      std::vector<model::ScannedTrack> tracks, bool isClosed, bool hasPictures)
{
    const bool isSame = scan == m_scan && recording == m_recording && hasGrown(m_tracks, tracks);
    m_isClosed = isClosed;
    m_hasPictures = hasPictures;
    if (!isSame) {
        beginResetModel();
        m_recording = recording;
        m_scan = scan;
        m_tracks = std::move(tracks);
        endResetModel();
        return;
    }
    // While a scan runs, tracks grow and come; what is selected must not jump.
    const int before = rowCount();
    const int now = int(tracks.size());
    if (now > before) {
        beginInsertRows({}, before, now - 1);
        m_tracks = std::move(tracks);
        endInsertRows();
    } else {
        m_tracks = std::move(tracks);
    }
    if (before > 0)
        emit dataChanged(index(0), index(before - 1));
}

void TrackModel::clear()
{
    beginResetModel();
    m_recording.reset();
    m_scan = {};
    m_tracks.clear();
    m_isClosed = false;
    m_hasPictures = false;
    endResetModel();
}

void TrackModel::setClosed()
{
    m_isClosed = true;
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

int TrackModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tracks.size());
}

const model::ScannedTrack *TrackModel::track(int row) const
{
    return row >= 0 && row < rowCount() ? &m_tracks[size_t(row)] : nullptr;
}

int TrackModel::rowOf(int number) const
{
    const auto found = std::find_if(m_tracks.begin(), m_tracks.end(),
                                    [number](const auto &one) { return one.track.number == number; });
    return found == m_tracks.end() ? -1 : int(found - m_tracks.begin());
}

std::optional<TrackModel::Beginning> TrackModel::beginning(int row) const
{
    const auto *one = track(row);
    return one ? beginningOf(one->track) : std::nullopt;
}

int TrackModel::rowOf(const Beginning &beginning) const
{
    const auto found = std::find_if(m_tracks.begin(), m_tracks.end(),
                                    [&](const auto &one) { return beginningOf(one.track) == beginning; });
    return found == m_tracks.end() ? -1 : int(found - m_tracks.begin());
}

bool TrackModel::isForgotten(int row) const
{
    const auto *one = track(row);
    return one && m_isClosed && !one->chosen;
}

QImage TrackModel::picture(int row, qint64 frame) const
{
    const auto *one = track(row);
    if (!one || !m_hasPictures || !m_recording || isForgotten(row))
        return {};
    const auto *box = one->track.boxAt(frame);
    if (!box)
        return {};
    return m_workspace.thumbnails().image(
        keyOf(m_scan, frame, box->box),
        [recording = m_recording, frame, area = box->box](base::Progress &progress) -> base::Result<base::Picture> {
            const auto shown = recording->video->frame(frame, progress);
            if (!shown)
                return tl::unexpected(shown.error());
            return imaging::crop(shown->picture, imaging::grown(area, margin));
        });
}

QVariant TrackModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &[scan, track, chosen] = m_tracks[size_t(index.row())];
    const bool isForgotten = this->isForgotten(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return tr("Track %1").arg(track.number);
    case Qt::DecorationRole:
        return picture(index.row(), track.bestFrame);
    case SecondLineRole:
        return tr("Frames %1 to %2").arg(track.firstFrame).arg(track.lastFrame);
    case ThirdLineRole:
        return isForgotten ? tr("Only its boxes are kept")
               : chosen    ? tr("Best %1, chosen").arg(track.bestFrame)
                           : tr("Best %1").arg(track.bestFrame);
    case QuietRole:
        return isForgotten;
    case Qt::ToolTipRole:
        return isForgotten ? tr("Nobody chose this face before the scan was closed. Its boxes are kept, so that "
                                "exports can hide it.")
                           : tr("In %n frame(s), at best %1 px eye to eye.", nullptr, int(track.boxes.size()))
                                 .arg(qRound(track.best.quality.eyeDistancePx));
    case Qt::AccessibleDescriptionRole:
        return QStringLiteral("%1. %2").arg(data(index, SecondLineRole).toString(),
                                            data(index, ThirdLineRole).toString());
    case IdRole:
        return QString::number(track.number);
    default:
        return {};
    }
}

} // namespace likeness::models
