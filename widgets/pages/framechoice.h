// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/trackmodel.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace likeness::pages
{

/// Which frames of one track are searched together: some are proposed, ticks change that, one to eight. Opened
/// with open(); accepted() tells that it is to be.
class FrameChoice : public QDialog
{
    Q_OBJECT
public:
    static constexpr int proposed = 5;
    static constexpr int offered = 16;

    /// `shown`: the frame that is looked at; it is offered, too, when the track has a box in it.
    FrameChoice(const models::TrackModel &tracks, int row, std::shared_ptr<const model::VideoIndex> index,
                qint64 shown, QWidget *parent = nullptr);

    std::vector<qint64> frames() const; ///< that are ticked, by number
    /// Whom it is about, as it was when it was opened.
    const model::ScannedTrack &track() const { return m_track; }

private:
    void fill(qint64 shown);
    void showPictures();
    void update();

    const models::TrackModel &m_tracks;
    const int m_row;
    const model::ScannedTrack m_track;
    std::shared_ptr<const model::VideoIndex> m_index;
    QListWidget *m_list = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_search = nullptr;
};

} // namespace likeness::pages
