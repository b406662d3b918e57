// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/recordingpanel.h"

#include "widgets/pages/exportframedialog.h"
#include "widgets/pages/framebar.h"
#include "widgets/pages/framechoice.h"
#include "widgets/words/errortext.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>

namespace likeness::pages
{

using viewer::PictureViewer;
using viewer::RecordingPlayer;

void RecordingPanel::showRecording(const model::EvidenceId &evidence)
{
    if (evidence == m_evidence)
        return;
    m_evidence = evidence;
    open(false);
}

void RecordingPanel::focusFrames()
{
    m_viewer->setFocus(Qt::OtherFocusReason);
}

// Opening
// ----------------------------------------------------------------------------------------------------

void RecordingPanel::open(bool isAgain)
{
    const qint64 frame = isAgain ? std::max<qint64>(0, m_player->wanted()) : 0;
    m_player->close();
    m_recording.reset();
    m_index.reset();
    m_broken.reset();
    if (!isAgain) {
        m_viewer->setPicture({});
        m_viewer->setEmptyText({});
        m_viewer->setTool(PictureViewer::Tool::Pan);
        setArea({});
    }
    m_timeline->setIndex({});
    m_bar->setIndex({});
    const auto *item = m_workspace.evidence(m_evidence);
    m_scan->setRecording(item ? RecordingState::Recording::Opening : RecordingState::Recording::None, {});
    say({}, false);
    updateActions();
    if (!item)
        return;
    m_workspace.runInCase<ScanPanel::Recording>(
        tr("Opening %1").arg(item->fileName), QStringLiteral("recording/open"), this,
        [id = m_evidence, frame, isAgain](casework::CaseSession &file,
                                          base::Progress &progress) -> base::Result<ScanPanel::Recording> {
            // The session keeps a recording open and finds out that its decoder is gone when it asks for a frame.
            if (isAgain)
                (void)file.openPicture({id, frame}, progress);
            return file.openRecording(id, progress);
        },
        [this, id = m_evidence, frame](base::Result<ScanPanel::Recording> recording) {
            if (id != m_evidence)
                return;
            adopt(std::move(recording), frame);
        });
}

void RecordingPanel::adopt(base::Result<ScanPanel::Recording> recording, qint64 frame)
{
    if (!recording) {
        m_viewer->setPicture({});
        m_viewer->setEmptyText(words::sentence(recording.error()));
        m_scan->setRecording(RecordingState::Recording::Failed, {});
        m_broken = recording.error();
        say({words::sentence(recording.error())}, true);
        updateActions();
        emit opened();
        return;
    }
    m_recording = std::move(*recording);
    m_index = {m_recording, &m_recording->index}; // lives as long as the recording
    m_timeline->setIndex(m_index);
    m_bar->setIndex(m_index);
    m_scan->setSpan(m_timeline->span(), true);
    m_scan->setRecording(RecordingState::Recording::Open, m_recording);
    const auto decode = [video = m_recording->video](qint64 number,
                                                     base::Progress &progress) -> base::Result<base::Picture> {
        auto decoded = video->frame(number, progress);
        if (!decoded)
            return tl::unexpected(decoded.error());
        return std::move(decoded->picture);
    };
    m_player->open(m_index, decode, frame);
    updateActions();
    emit opened();
}

// Frames
// -----------------------------------------------------------------------------------------------------

void RecordingPanel::showFrame()
{
    const auto &shown = m_player->shown();
    if (!m_recording || shown.number < 0)
        return;
    m_broken.reset();
    m_viewer->exchangePicture(shown.picture, shown.reduced);
    m_bar->setFrame(m_player->wanted(), shown.number);
    if (!m_player->isPlaying() || shown.number % 8 == 0) // sentences that flicker cannot be read
        say(frameRemarks(*m_index, shown.number) + recordingRemarks(m_recording->info, *m_index), false);
    drawBoxes();
}

void RecordingPanel::say(const QStringList &remarks, bool isBroken)
{
    m_remarks->setText(remarks.join(QLatin1Char(' ')));
    m_remarks->setVisible(!remarks.isEmpty());
    m_againAction->setVisible(isBroken);
    m_againAction->setEnabled(isBroken);
}

void RecordingPanel::drawBoxes()
{
    std::vector<PictureViewer::Box> boxes;
    m_boxTracks.clear();
    int chosen = -1;
    const qint64 frame = m_player->shown().number;
    const auto *tracks = m_scan->tracks();
    for (int row = 0; row < tracks->rowCount(); ++row) {
        const auto &track = tracks->track(row)->track;
        const auto *at = track.boxAt(frame);
        if (!at)
            continue;
        if (row == m_scan->currentRow())
            chosen = int(boxes.size());
        boxes.push_back({at->box, QString::number(track.number), false, tracks->isForgotten(row)});
        m_boxTracks.push_back(track.number);
    }
    if (m_area) {
        // With the tool in hand it can be sized.
        if (m_viewer->tool() == PictureViewer::Tool::Box)
            chosen = int(boxes.size());
        boxes.push_back({*m_area, tr("Area"), true, false});
        m_boxTracks.push_back(0);
    }
    m_viewer->setBoxes(boxes);
    m_viewer->setChosenBox(chosen);
}

void RecordingPanel::setArea(const std::optional<model::RelativeRect> &area)
{
    m_area = area;
    m_scan->setArea(area);
    drawBoxes();
}

// Tracks
// ------------------------------------------------------------------------------------------------------

void RecordingPanel::showTracks()
{
    std::vector<viewer::Timeline::Track> rows;
    const auto *tracks = m_scan->tracks();
    for (int row = 0; row < tracks->rowCount(); ++row) {
        const auto &[scan, track, chosen] = *tracks->track(row);
        rows.push_back({track.number, track.firstFrame, track.lastFrame, track.bestFrame, chosen});
    }
    m_timeline->setTracks(std::move(rows));
    const auto *current = tracks->track(m_scan->currentRow());
    m_timeline->setCurrentTrack(current ? current->track.number : 0);
    m_timeline->setDoneTo(m_scan->doneTo());
    drawBoxes();
    updateActions();
    emit changed();
}

void RecordingPanel::trackPicked(int number, bool goToBest)
{
    m_trackAtHand = goToBest ? 0 : number;
    const auto *before = m_scan->tracks()->track(m_scan->currentRow());
    const bool isSame = before && before->track.number == number;
    m_scan->chooseTrack(number);
    m_trackAtHand = 0;
    const auto *now = m_scan->tracks()->track(m_scan->currentRow());
    if (isSame && goToBest && now)
        m_player->goTo(now->track.bestFrame); // to where it is seen best, again
}

void RecordingPanel::searchWithTrack()
{
    const auto *chosen = m_scan->tracks()->track(m_scan->currentRow());
    if (!chosen || m_scan->state().missing() != RecordingState::Missing::Nothing)
        return;
    m_player->pause();
    auto *dialog = new FrameChoice(*m_scan->tracks(), m_scan->currentRow(), m_index, m_player->wanted(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FrameChoice::accepted, this, [this, dialog] {
        m_scan->makeProbes(dialog->track().scan, dialog->track().track.number, dialog->frames());
    });
    dialog->open();
}

void RecordingPanel::exportFrame()
{
    if (!m_recording || m_player->wanted() < 0)
        return;
    m_player->pause();
    auto *dialog = new ExportFrameDialog(m_workspace, m_recording->item, m_player->wanted(),
                                         m_index->seconds(m_player->wanted()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void RecordingPanel::updateActions()
{
    const bool isOpen = m_recording != nullptr;
    m_stillAction->setEnabled(isOpen);
    m_exportAction->setEnabled(isOpen);
    for (auto *action : m_spanActions)
        action->setEnabled(isOpen);
    if (auto *box = m_tools->toolAction(PictureViewer::Tool::Box))
        box->setEnabled(isOpen && m_scan->state().mayScan());
    m_bar->setWhyNotPlaying(m_scan->isScanningHere()
                                ? tr("While the recording is scanned, frames can be stepped to, not played.")
                                : QString());
}

// Keys
// -------------------------------------------------------------------------------------------------------

void RecordingPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    for (auto *action : actions() + m_scan->actions())
        m_page->addAction(action);
}

void RecordingPanel::hideEvent(QHideEvent *event)
{
    for (auto *action : actions() + m_scan->actions())
        m_page->removeAction(action);
    QWidget::hideEvent(event);
}

bool RecordingPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto *press = static_cast<QKeyEvent *>(event);
    const int key = press->key();
    if (watched == m_viewer && m_viewer->tool() == PictureViewer::Tool::Pan &&
        (key == Qt::Key_Left || key == Qt::Key_Right)) {
        // They are steps here; the picture keeps them for itself only while something is drawn.
        event->ignore();
        return true;
    }
    if (watched == m_page && isVisible()) {
        // Space plays, except where it presses a button; Home and End belong to a list that has the keyboard.
        const auto *focus = QApplication::focusWidget();
        const bool isPress = key == Qt::Key_Space && (qobject_cast<const QAbstractButton *>(focus) ||
                                                      qobject_cast<const QComboBox *>(focus));
        const bool isMove = (key == Qt::Key_Home || key == Qt::Key_End) &&
                            qobject_cast<const QAbstractItemView *>(focus);
        if (isPress || isMove) {
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace likeness::pages
