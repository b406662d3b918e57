// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/framechoice.h"

#include "widgets/common/theme.h"
#include "widgets/pages/parts.h"
#include "widgets/viewer/frametime.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace likeness::pages
{

using common::gridPx;
using casework::CaseSession;

namespace
{

constexpr int pictureSide = 64;
constexpr int frameRole = Qt::UserRole + 1;
constexpr int isSeenRole = Qt::UserRole + 2; // its picture has come

} // namespace

FrameChoice::FrameChoice(const models::TrackModel &tracks, int row,
                         std::shared_ptr<const model::VideoIndex> index, qint64 shown, QWidget *parent)
    : QDialog(parent), m_tracks(tracks), m_row(row), m_track(*tracks.track(row)), m_index(std::move(index))
{
    setWindowTitle(tr("Search with track %1").arg(m_track.track.number));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * gridPx, 2 * gridPx, 2 * gridPx, 2 * gridPx);
    layout->setSpacing(gridPx);
    layout->addWidget(plain(tr("The frames that are ticked are searched together, as one face: one list, and for "
                               "each candidate in how many of the frames it stands. Frames far from each other "
                               "say more than neighbours."),
                            this));
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("frames"));
    m_list->setAccessibleName(tr("Frames of the track"));
    m_list->setIconSize({pictureSide, pictureSide});
    m_list->setUniformItemSizes(true);
    layout->addWidget(m_list, 1);
    m_text = quiet({}, this);
    layout->addWidget(m_text);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_search = buttons->addButton(tr("Search with these frames"), QDialogButtonBox::AcceptRole);
    m_search->setObjectName(QStringLiteral("searchFrames"));
    m_search->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemChanged, this, &FrameChoice::update);
    connect(&m_tracks, &QAbstractItemModel::dataChanged, this, &FrameChoice::showPictures);
    // Another scan or none is shown behind it: what was ticked is about nobody any more.
    connect(&m_tracks, &QAbstractItemModel::modelReset, this, &QDialog::reject);
    fill(shown);
    showPictures();
    update();
    m_list->setFocus();
    resize(460, 520);
}

void FrameChoice::fill(qint64 shown)
{
    // Every row has the room of a picture from the beginning, so that ticks and texts stand in line.
    QPixmap room(QSize(pictureSide, pictureSide) * devicePixelRatioF());
    room.setDevicePixelRatio(devicePixelRatioF());
    room.fill(Qt::transparent);
    const auto &track = m_track.track;
    auto offer = CaseSession::framesToSearch(track, offered);
    const auto ticked = CaseSession::framesToSearch(track, proposed);
    if (track.boxAt(shown))
        offer.push_back(shown);
    std::sort(offer.begin(), offer.end());
    offer.erase(std::unique(offer.begin(), offer.end()), offer.end());
    for (const qint64 frame : offer) {
        QString text = tr("Frame %1, %2").arg(frame).arg(viewer::frameTimeText(m_index->seconds(frame)));
        if (frame == track.bestFrame)
            text = tr("%1, the best").arg(text);
        else if (frame == shown)
            text = tr("%1, shown now").arg(text);
        auto *item = new QListWidgetItem(text, m_list);
        item->setData(frameRole, frame);
        item->setIcon(QIcon(room));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        const bool isTicked = std::find(ticked.begin(), ticked.end(), frame) != ticked.end();
        item->setCheckState(isTicked ? Qt::Checked : Qt::Unchecked);
        item->setSizeHint({0, pictureSide + gridPx});
    }
    m_list->setCurrentRow(0);
}

void FrameChoice::showPictures()
{
    const QSignalBlocker blocker(m_list);
    for (int i = 0; i < m_list->count(); ++i) {
        auto *item = m_list->item(i);
        if (item->data(isSeenRole).toBool())
            continue;
        const QImage picture = m_tracks.picture(m_row, item->data(frameRole).toLongLong());
        if (picture.isNull())
            continue;
        QPixmap square(QSize(pictureSide, pictureSide) * devicePixelRatioF());
        square.setDevicePixelRatio(devicePixelRatioF());
        QPainter painter(&square);
        drawFitted(painter, QRect(0, 0, pictureSide, pictureSide), picture);
        painter.end();
        QIcon icon(square);
        icon.addPixmap(square, QIcon::Selected); // a face is not tinted
        item->setIcon(icon);
        item->setData(isSeenRole, true);
    }
    m_list->viewport()->update();
}

std::vector<qint64> FrameChoice::frames() const
{
    std::vector<qint64> ticked;
    for (int i = 0; i < m_list->count(); ++i)
        if (m_list->item(i)->checkState() == Qt::Checked)
            ticked.push_back(m_list->item(i)->data(frameRole).toLongLong());
    return ticked;
}

void FrameChoice::update()
{
    const auto count = frames().size();
    const bool isRight = count >= 1 && count <= CaseSession::maximumFramesSearched;
    m_search->setEnabled(isRight);
    m_text->setText(isRight      ? tr("%n frame(s) of this face.", nullptr, int(count))
                    : count == 0 ? tr("Tick at least one frame.")
                                 : tr("%1 frames are ticked; %2 is the most.")
                                       .arg(count)
                                       .arg(CaseSession::maximumFramesSearched));
}

} // namespace likeness::pages
