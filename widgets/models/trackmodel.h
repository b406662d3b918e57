// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/workspace.h"

#include <QAbstractListModel>

namespace likeness::models
{

/// The tracks of one scan, by number: from when to when, the best frame, and how that looks. The pictures are
/// cut from frames in memory, only while the scan stands still, and kept nowhere else. When it is closed, tracks
/// that nobody chose have none.
class TrackModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using Recording = std::shared_ptr<const casework::CaseSession::OpenedRecording>;

    explicit TrackModel(Workspace &workspace, QObject *parent = nullptr);

    /// What a track begins with, by which it is known again: numbers change while a scan runs.
    struct Beginning {
        qint64 frame = 0;
        model::RelativeRect box;
        friend bool operator==(const Beginning &, const Beginning &) = default;
    };

    /// Tracks that have grown and come behind the others keep what is selected; when any other follows, all rows
    /// are new. `hasPictures`: the scan stands still.
    void show(const Recording &recording, const model::ScanId &scan,
              std::vector<model::ScannedTrack> tracks, bool isClosed, bool hasPictures);
    void clear();
    /// The scan is being closed: from now on tracks that nobody chose have no picture.
    void setClosed();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    const model::ScannedTrack *track(int row) const; ///< null outside
    int rowOf(int number) const;                     ///< -1: none
    std::optional<Beginning> beginning(int row) const;
    int rowOf(const Beginning &beginning) const; ///< -1: none
    const model::ScanId &scan() const { return m_scan; }
    bool standsStill() const { return m_hasPictures; } ///< what is recorded, and not a scan under way
    /// Nothing but its boxes is kept of it.
    bool isForgotten(int row) const;

    /// The face of a track in one of its frames; null while it is loaded or when it may not be shown.
    QImage picture(int row, qint64 frame) const;
    /// Whether a thumbnail of that key is one of this scan.
    bool isPictureOf(const QString &key) const;
    /// Every key of a scan's pictures begins so; without a scan, every key of a track's picture.
    static QString keyPrefix(const model::ScanId &scan = {});
    static QString keyOf(const model::ScanId &scan, qint64 frame, const model::RelativeRect &box);

private:
    Workspace &m_workspace;
    Recording m_recording;
    model::ScanId m_scan;
    std::vector<model::ScannedTrack> m_tracks;
    bool m_isClosed = false;
    bool m_hasPictures = false;
};

} // namespace likeness::models
