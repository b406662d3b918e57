// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/scanpanel.h"
#include "widgets/viewer/pictureviewer.h"
#include "widgets/viewer/recordingplayer.h"
#include "widgets/viewer/viewertoolbar.h"

#include <QWidget>

class QAction;
class QLabel;

namespace likeness::pages
{

class FrameBar;

/// A recording among the evidence: its frames, the way through them, the timeline, and the faces through time.
/// One chosen face goes on to the search. Frames are decoded on the player's own thread.
class RecordingPanel : public QWidget
{
    Q_OBJECT
public:
    /// While it is seen its keys work wherever the keyboard is on `page`.
    RecordingPanel(models::Workspace &workspace, QWidget *page, QWidget *parent = nullptr);

    /// Opens a recording, unless it is the one that is open; empty closes.
    void showRecording(const model::EvidenceId &evidence);
    const model::EvidenceId &evidence() const { return m_evidence; }
    /// The frame that is asked for; -1 when no recording is open.
    qint64 frame() const { return m_player->wanted(); }
    void goTo(qint64 frame) { m_player->goTo(frame); }
    void pause() { m_player->pause(); }
    void focusFrames(); ///< gives the keyboard to the picture

    /// Why the recording could not be opened, or its decoder failed.
    const std::optional<base::Error> &openError() const { return m_broken; }

    /// What is missing to search with a face; empty: nothing.
    QString missingText() const { return m_scan->missingText(); }
    /// Asks which frames of the chosen track, makes the probes and goes on.
    void searchWithTrack();

signals:
    void changed(); ///< missingText()
    void opened(); ///< or could not be: openError()
    void stillWanted(qint64 frame); ///< the frame is to be worked on like a photograph
    void probesMade();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeActions();
    void makeLayout();
    void connectAll();
    void open(bool isAgain);
    void adopt(base::Result<ScanPanel::Recording> recording, qint64 frame);
    void showFrame();
    void showTracks();
    void drawBoxes();
    void trackPicked(int number, bool goToBest);
    void setArea(const std::optional<model::RelativeRect> &area);
    void exportFrame();
    void updateActions();
    void say(const QStringList &remarks, bool isBroken);

    models::Workspace &m_workspace;
    QWidget *m_page;
    model::EvidenceId m_evidence;
    ScanPanel::Recording m_recording;
    std::shared_ptr<const model::VideoIndex> m_index;
    std::optional<model::RelativeRect> m_area;
    std::vector<int> m_boxTracks; ///< the track of each box in the viewer; 0: the area
    std::optional<base::Error> m_broken;
    int m_trackAtHand = 0; ///< picked where it is seen: the frame stays

    viewer::RecordingPlayer *m_player = nullptr;
    viewer::PictureViewer *m_viewer = nullptr;
    viewer::ViewerToolBar *m_tools = nullptr;
    FrameBar *m_bar = nullptr;
    viewer::Timeline *m_timeline = nullptr;
    ScanPanel *m_scan = nullptr;
    QLabel *m_remarks = nullptr;
    QAction *m_againAction = nullptr;
    QAction *m_stillAction = nullptr;
    QAction *m_exportAction = nullptr;
    QList<QAction *> m_spanActions;
};

} // namespace likeness::pages
