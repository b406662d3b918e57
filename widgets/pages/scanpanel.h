// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/trackmodel.h"
#include "widgets/pages/recordingstate.h"
#include "widgets/viewer/timeline.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QListView;
class QSpinBox;

namespace likeness::pages
{

/// Faces through time: what a scan looks at, the scan itself, and its tracks as a list. The recording, its
/// span and the area are told by who shows them.
class ScanPanel : public QWidget
{
    Q_OBJECT
public:
    using Recording = models::TrackModel::Recording;

    explicit ScanPanel(models::Workspace &workspace, QWidget *parent = nullptr);

    /// What the recording has come to; null unless it is open.
    void setRecording(RecordingState::Recording state, const Recording &recording);
    void setSpan(const viewer::Timeline::Span &span, bool isWhole);
    void setArea(const std::optional<model::RelativeRect> &area);
    /// The records of the case have changed.
    void follow();

    const RecordingState &state() const { return m_state; }
    QString missingText() const;
    models::TrackModel *tracks() const { return m_tracks; }
    int currentRow() const; ///< -1: none
    bool isScanningHere() const; ///< a scan of this recording runs
    void chooseTrack(int number);
    model::ScanId scan() const { return m_scan; }
    qint64 doneTo() const; ///< of the scan that is shown; -1: all, or none
    /// Probes of one track in these frames; afterwards the first is the chosen probe. Nothing happens when
    /// another scan than `scan` is shown meanwhile.
    void makeProbes(const model::ScanId &scan, int number, const std::vector<qint64> &frames);

signals:
    void changed(); ///< state() or the tracks
    void trackChosen(int number); ///< 0: none
    void areaCleared();
    void wholeSpanWanted();
    void probesMade();
    void scanFailed(const likeness::base::Error &error); ///< of this recording, and not by being cancelled

private:
    void makeActions();
    void makeLayout();
    void startScan(const std::optional<model::ScanId> &goOn);
    void scanEnded(const base::Result<model::Scan> &scan);
    void showSoFar(qint64 doneTo, const std::vector<model::FaceTrack> &tracks);
    void closeScan();
    void scanClosed(const base::Outcome &outcome);
    void listScans();
    void showScan(const model::ScanId &id);
    void readTracks();
    void tracksRead(base::Result<std::vector<model::ScannedTrack>> tracks);
    void showTracks(std::vector<model::ScannedTrack> tracks, bool isClosed, bool standsStill);
    void update();
    QString summary() const;
    const model::Scan *recorded() const;

    models::Workspace &m_workspace;
    RecordingState m_state;
    Recording m_recording;
    viewer::Timeline::Span m_span;
    std::optional<model::RelativeRect> m_area;
    model::ScanId m_scan;             ///< that is shown
    QPointer<jobs::Job> m_job;        ///< the scan that runs
    model::EvidenceId m_scanned;      ///< the recording that it is of
    qint64 m_runningTo = -1;
    model::ScanId m_closing;          ///< that is being closed
    model::ScanId m_forgotten;        ///< closed, and its pictures are gone
    std::optional<models::TrackModel::Beginning> m_wanted; ///< to be chosen when the tracks are read again
    bool m_isRestoring = false;                            ///< what was chosen is chosen again, after a reset
    models::TrackModel *m_tracks = nullptr;

    QLabel *m_text = nullptr;
    QComboBox *m_scans = nullptr;
    QLabel *m_spanText = nullptr;
    QLabel *m_areaText = nullptr;
    QSpinBox *m_smallest = nullptr;
    QListView *m_list = nullptr;
    QAction *m_scanAction = nullptr;
    QAction *m_goOnAction = nullptr;
    QAction *m_cancelAction = nullptr;
    QAction *m_closeAction = nullptr;
    QAction *m_wholeSpanAction = nullptr;
    QAction *m_wholeFrameAction = nullptr;
};

} // namespace likeness::pages
