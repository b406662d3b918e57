// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/scanpanel.h"

#include "widgets/common/prompts.h"
#include "widgets/words/errortext.h"
#include "widgets/words/ruletext.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QScopedValueRollback>
#include <QSpinBox>

#include <algorithm>
#include <mutex>

namespace likeness::pages
{

namespace
{

/// What a scan has come to until now: left by the worker, taken by the window.
struct SoFarBox {
    std::mutex mutex;
    qint64 doneTo = -1;
    std::optional<std::vector<model::FaceTrack>> tracks;
};

} // namespace

ScanPanel::ScanPanel(models::Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_tracks(new models::TrackModel(workspace, this))
{
    makeActions();
    makeLayout();
    connect(&workspace, &models::Workspace::caseChanged, this, [this] {
        // All work ended with the case, and its end is not told any more.
        m_job = nullptr;
        m_runningTo = -1;
        m_state.isMakingProbes = false;
        m_state.isReading = false;
        m_scan = {};
        m_closing = {};
        m_wanted.reset();
        m_tracks->clear();
        update();
    });
    connect(&workspace, &models::Workspace::accountChanged, this, &ScanPanel::update);
    update();
}

// The recording and its scans
// -------------------------------------------------------------------------------------

void ScanPanel::setRecording(RecordingState::Recording state, const Recording &recording)
{
    const bool isOther = recording != m_recording;
    m_state.recording = state;
    m_recording = recording;
    if (isOther) {
        // Those that failed with a decoder are tried again with the next one.
        m_workspace.thumbnails().forget(models::TrackModel::keyPrefix());
        m_scan = {};
        m_wanted.reset();
        m_tracks->clear();
        m_smallest->setValue(m_workspace.finderSettings().smallestFacePx);
    }
    follow();
}

void ScanPanel::setSpan(const viewer::Timeline::Span &span, bool isWhole)
{
    m_span = span;
    m_spanText->setText(isWhole ? tr("whole recording") : tr("%1 to %2").arg(span.first).arg(span.last));
    m_wholeSpanAction->setEnabled(!isWhole);
}

void ScanPanel::setArea(const std::optional<model::RelativeRect> &area)
{
    m_area = area;
    m_areaText->setText(area ? tr("%1 × %2 px")
                                   .arg(qRound(area->width * (m_recording ? m_recording->info.width : 0)))
                                   .arg(qRound(area->height * (m_recording ? m_recording->info.height : 0)))
                             : tr("whole frame"));
    m_wholeFrameAction->setEnabled(area.has_value());
}

const model::Scan *ScanPanel::recorded() const
{
    const auto &scans = m_workspace.contents().scans;
    const auto found = std::find_if(scans.begin(), scans.end(), [this](const auto &s) { return s.id == m_scan; });
    return found == scans.end() ? nullptr : &*found;
}

qint64 ScanPanel::doneTo() const
{
    if (isScanningHere())
        return m_runningTo;
    const auto *scan = recorded();
    return scan && (scan->state == model::Scan::State::Cancelled || scan->state == model::Scan::State::Running)
               ? scan->doneTo
               : -1;
}

void ScanPanel::follow()
{
    if (m_recording && !recorded()) {
        // The newest is the one that somebody wants to go on with.
        const auto before = std::exchange(m_scan, {});
        for (const auto &scan : m_workspace.contents().scans)
            if (scan.evidence == m_recording->item.id)
                m_scan = scan.id;
        if (m_scan != before && !isScanningHere())
            m_tracks->clear(); // a row of one scan is nobody in another
    }
    listScans();
    readTracks();
}

void ScanPanel::listScans()
{
    m_scans->clear();
    if (m_recording)
        for (const auto &scan : m_workspace.contents().scans) {
            if (scan.evidence != m_recording->item.id)
                continue;
            const qint64 last = scan.settings.lastFrame;
            const bool isWhole =
                scan.settings.firstFrame == 0 && last >= qint64(m_recording->index.frames.size()) - 1;
            QString text = isWhole ? tr("Scan %1: all").arg(m_scans->count() + 1)
                                   : tr("Scan %1: %2 to %3")
                                         .arg(m_scans->count() + 1)
                                         .arg(scan.settings.firstFrame)
                                         .arg(last);
            if (scan.state == model::Scan::State::Closed)
                text = tr("%1, closed").arg(text);
            m_scans->addItem(text, scan.id.value());
            if (scan.id == m_scan)
                m_scans->setCurrentIndex(m_scans->count() - 1);
        }
    m_scans->setVisible(m_scans->count() > 1);
}

void ScanPanel::showScan(const model::ScanId &id)
{
    if (id == m_scan)
        return;
    m_scan = id;
    m_wanted.reset();
    m_tracks->clear(); // a row of one scan is nobody in another
    readTracks();
}

void ScanPanel::readTracks()
{
    const auto *scan = recorded();
    m_state.scan = scan ? std::optional(scan->state) : std::nullopt;
    m_state.isReading = false;
    if (isScanningHere()) {
        update(); // the worker tells of its tracks
        return;
    }
    if (!scan) {
        m_tracks->clear();
        update();
        return;
    }
    using Tracks = std::vector<model::ScannedTrack>;
    const auto *job = m_workspace.runInCase<Tracks>(
        tr("Reading the tracks"), QStringLiteral("recording/tracks"), this,
        [id = m_scan](casework::CaseSession &file, base::Progress &) { return file.tracks(id); },
        [this, id = m_scan, recording = m_recording](base::Result<Tracks> tracks) {
            if (id == m_scan && recording == m_recording && !isScanningHere())
                tracksRead(std::move(tracks));
        });
    m_state.isReading = job && (m_tracks->scan() != m_scan || !m_tracks->standsStill());
    update();
}

void ScanPanel::tracksRead(base::Result<std::vector<model::ScannedTrack>> tracks)
{
    m_state.isReading = false;
    if (tracks) {
        const bool isClosed = m_state.isClosed() || m_scan == m_closing;
        showTracks(std::move(*tracks), isClosed, true);
        if (isClosed && m_forgotten != m_scan) {
            // Once more: until now somebody may have looked at rows that did not know it yet.
            m_workspace.thumbnails().forget(models::TrackModel::keyPrefix(m_scan));
            m_forgotten = m_scan;
        }
    } else {
        if (tracks.error().code != base::ErrorCode::Cancelled)
            emit m_workspace.failed(tracks.error());
        m_tracks->clear();
        m_wanted.reset();
    }
    update();
}

void ScanPanel::showTracks(std::vector<model::ScannedTrack> tracks, bool isClosed, bool standsStill)
{
    const auto before = m_wanted ? std::exchange(m_wanted, {}) : m_tracks->beginning(currentRow());
    m_tracks->show(m_recording, m_scan, std::move(tracks), isClosed, standsStill);
    const int row = before ? m_tracks->rowOf(*before) : -1;
    if (row == currentRow())
        return;
    const QScopedValueRollback restoring(m_isRestoring, true);
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_tracks->index(row));
}

bool ScanPanel::isScanningHere() const
{
    return m_job && m_recording && m_scanned == m_recording->item.id;
}

// Scanning
// -----------------------------------------------------------------------------------------------------

void ScanPanel::startScan(const std::optional<model::ScanId> &goOn)
{
    if (!(goOn ? m_state.mayGoOn() : m_state.mayScan()))
        return;
    model::ScanSettings settings;
    settings.firstFrame = m_span.first;
    const qint64 last = qint64(m_recording->index.frames.size()) - 1;
    settings.lastFrame = m_span.last >= last ? -1 : m_span.last;
    settings.area = m_area;
    settings.smallestFacePx = m_smallest->value();
    const auto box = std::make_shared<SoFarBox>();
    m_scanned = m_recording->item.id;
    m_runningTo = -1;
    if (!goOn) {
        m_scan = {};
        m_tracks->clear();
    }
    m_job = m_workspace.runInCase<model::Scan>(
        tr("Looking for faces in %1").arg(m_recording->item.fileName), QStringLiteral("recording/scan"), this,
        [goOn, settings, box, evidence = m_scanned](casework::CaseSession &file, base::Progress &progress) {
            const auto soFar = [&](qint64 doneTo, const std::vector<model::FaceTrack> &tracks) {
                const std::lock_guard lock(box->mutex);
                box->doneTo = doneTo;
                box->tracks = tracks;
            };
            return goOn ? file.resumeScan(*goOn, progress, soFar) : file.scan(evidence, settings, progress, soFar);
        },
        [this](base::Result<model::Scan> scan) { scanEnded(scan); });
    if (m_job)
        // The job tells of its progress some ten times a second: tracks come as they are found.
        connect(m_job, &jobs::Job::changed, this, [this, box] {
            std::optional<std::vector<model::FaceTrack>> tracks;
            qint64 doneTo = -1;
            {
                const std::lock_guard lock(box->mutex);
                tracks = std::exchange(box->tracks, std::nullopt);
                doneTo = box->doneTo;
            }
            if (tracks && isScanningHere())
                showSoFar(doneTo, *tracks);
        });
    update();
}

void ScanPanel::showSoFar(qint64 doneTo, const std::vector<model::FaceTrack> &tracks)
{
    m_runningTo = doneTo;
    std::vector<model::ScannedTrack> rows;
    for (const auto &track : tracks)
        rows.push_back({m_scan, track, false});
    showTracks(std::move(rows), false, false);
    update();
}

void ScanPanel::scanEnded(const base::Result<model::Scan> &scan)
{
    const bool isOfThis = m_recording && m_scanned == m_recording->item.id;
    m_job = nullptr;
    m_runningTo = -1;
    if (isOfThis)
        m_wanted = m_tracks->beginning(currentRow());
    if (scan && isOfThis)
        m_scan = scan->id;
    m_workspace.refresh();
    follow();
    if (scan || scan.error().code == base::ErrorCode::Cancelled)
        return;
    emit m_workspace.failed(scan.error());
    if (isOfThis)
        emit scanFailed(scan.error());
}

void ScanPanel::closeScan()
{
    if (!m_state.mayClose())
        return;
    int unchosen = 0;
    for (int row = 0; row < m_tracks->rowCount(); ++row)
        unchosen += !m_tracks->track(row)->chosen;
    const auto id = m_scan;
    const bool isSure = common::prompts().confirm(
        this, tr("Close the scan"),
        tr("Of %n track(s) that nobody chose only the boxes are kept, by which exports hide them: no picture, "
           "no template. No face of this scan can be chosen any more; a new scan can be made.",
           nullptr, unchosen),
        tr("Close the scan"));
    if (!isSure || id != m_scan || !m_state.mayClose())
        return;
    m_closing = id;
    m_forgotten = {};
    // From now on nothing of those whom nobody chose is shown, and nothing is drawn again.
    m_tracks->setClosed();
    m_workspace.thumbnails().forget(models::TrackModel::keyPrefix(id));
    const auto *job = m_workspace.runInCase<void>(
        tr("Closing the scan"), QStringLiteral("recording/close"), this,
        [id](casework::CaseSession &file, base::Progress &) { return file.closeScan(id); },
        [this](const base::Outcome &outcome) { scanClosed(outcome); });
    if (!job)
        m_closing = {};
    update();
}

void ScanPanel::scanClosed(const base::Outcome &outcome)
{
    m_closing = {};
    if (!outcome && outcome.error().code != base::ErrorCode::Cancelled)
        emit m_workspace.failed(outcome.error());
    m_workspace.refresh();
    follow();
}

void ScanPanel::makeProbes(const model::ScanId &scan, int number, const std::vector<qint64> &frames)
{
    // Which row is current does not count: it is about the track that was asked about.
    const auto missing = m_state.missing();
    const bool mayMake =
        missing == RecordingState::Missing::Nothing || missing == RecordingState::Missing::Choice;
    if (scan != m_scan || !mayMake || frames.empty())
        return;
    m_state.isMakingProbes = true;
    update();
    using Probes = std::vector<model::Probe>;
    auto *job = m_workspace.runInCase<Probes>(
        tr("Making the probes"), QStringLiteral("recording/probes"), this,
        [scan, number, frames](casework::CaseSession &file, base::Progress &progress) {
            return file.makeTrackProbes(scan, number, frames, progress);
        },
        [this, asked = int(frames.size())](base::Result<Probes> probes) {
            m_state.isMakingProbes = false;
            if (!probes) {
                update();
                if (probes.error().code != base::ErrorCode::Cancelled)
                    emit m_workspace.failed(probes.error());
                return;
            }
            m_workspace.refresh();
            follow();
            // One that is not good enough would hold up the search of the others.
            std::vector<model::ProbeId> ids;
            for (const auto &probe : *probes)
                if (probe.quality.grade != model::FaceQuality::Grade::Unsuitable)
                    ids.push_back(probe.id);
            if (ids.empty())
                ids.push_back(probes->front().id); // the Search page says why it is not searched for
            m_workspace.chooseProbes(ids);
            if (const int left = asked - int(ids.size()); left > 0)
                emit m_workspace.notice(
                    tr("In %n of the frames the face was not found again, or is of unsuitable quality there; they "
                       "are left out.",
                       nullptr, left));
            emit probesMade();
        });
    if (!job) {
        m_state.isMakingProbes = false;
        update();
    }
}

// What is shown
// ------------------------------------------------------------------------------------------------

int ScanPanel::currentRow() const
{
    return m_list->currentIndex().row();
}

void ScanPanel::chooseTrack(int number)
{
    const int row = m_tracks->rowOf(number);
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_tracks->index(row));
}

QString ScanPanel::summary() const
{
    if (m_state.recording != RecordingState::Recording::Open)
        return {};
    const int count = m_tracks->rowCount();
    if (m_state.isScanning && !isScanningHere())
        return tr("Another recording is being scanned just now.");
    if (m_state.isScanning)
        return m_runningTo < 0 ? tr("Looking for faces …")
                               : tr("At frame %1; %n track(s) so far.", nullptr, count).arg(m_runningTo);
    if (m_state.isClosing)
        return tr("The scan is being closed.");
    if (m_state.isReading)
        return tr("The tracks are being read.");
    if (!m_state.scan)
        return tr("A scan finds faces and joins them through time. It makes boxes only: nobody gets a template "
                  "who is not chosen.");
    switch (*m_state.scan) {
    case model::Scan::State::Running:
        return tr("The scan was cut off at frame %1. Go on, or begin anew.").arg(doneTo());
    case model::Scan::State::Cancelled:
        return tr("The scan was cancelled at frame %1. Go on, or begin anew.").arg(doneTo());
    case model::Scan::State::Done:
        return count == 0 ? tr("No face was found. That is a result, too.")
                          : tr("%n face(s) through time. Choose one to search with it.", nullptr, count);
    case model::Scan::State::Closed:
        break;
    }
    return tr("This scan is closed. Of tracks that nobody chose only the boxes are kept.");
}

QString ScanPanel::missingText() const
{
    switch (m_state.missing()) {
    case RecordingState::Missing::Nothing:
        return {};
    case RecordingState::Missing::Recording:
        return m_state.recording == RecordingState::Recording::Opening ? tr("The recording is being opened.")
                                                                       : tr("This recording cannot be used.");
    case RecordingState::Missing::Scan:
        return tr("Scan the recording, or take the shown frame as a still (F).");
    case RecordingState::Missing::Choice:
        return m_tracks->rowCount() == 0 ? tr("No face was found. Take a frame as a still (F) to draw one.")
                                         : tr("Choose a track.");
    case RecordingState::Missing::Closed:
        return tr("This scan is closed. Scan again to choose a face.");
    case RecordingState::Missing::ReadOnly:
        return words::sentence(policy::Rule::ReadOnly);
    case RecordingState::Missing::Role:
        return words::sentence(m_state.unmetRole.front());
    case RecordingState::Missing::Scanning:
        return tr("The scan is running. Its tracks can be chosen when it has ended.");
    case RecordingState::Missing::Reading:
        return tr("The tracks are being read.");
    case RecordingState::Missing::Closing:
        return tr("The scan is being closed.");
    case RecordingState::Missing::Work:
        break;
    }
    return tr("The probes are being made.");
}

void ScanPanel::update()
{
    m_state.isReadOnly = m_workspace.isReadOnly();
    m_state.unmetRole =
        policy::unmetRoleRules(policy::Deed::ChooseFaces, m_workspace.actor(), m_workspace.today());
    m_state.isScanning = m_job != nullptr;
    m_state.isClosing = !m_closing.isEmpty();
    m_state.tracks = m_tracks->rowCount();
    m_state.isTrackChosen = m_tracks->track(currentRow()) != nullptr;
    m_state.isTrackForgotten = m_tracks->isForgotten(currentRow());
    const auto show = [](QAction *action, bool isShown, bool isEnabled) {
        action->setVisible(isShown);
        action->setEnabled(isShown && isEnabled);
    };
    show(m_scanAction, !m_state.isScanning, m_state.mayScan());
    show(m_goOnAction, m_state.mayGoOn(), true);
    show(m_cancelAction, m_state.isScanning, true);
    show(m_closeAction, m_state.mayClose(), true);
    // Why the button is grey stands in its tooltip, too.
    const QString why = m_state.isReadOnly            ? words::sentence(policy::Rule::ReadOnly)
                        : !m_state.unmetRole.empty() ? words::sentence(m_state.unmetRole.front())
                                                     : tr("Finds faces in the span and the area (%1)")
                                                           .arg(m_scanAction->shortcut().toString(
                                                               QKeySequence::NativeText));
    m_scanAction->setToolTip(why);
    m_smallest->setEnabled(m_state.mayScan());
    m_scans->setEnabled(!m_state.isScanning && !m_state.isClosing);
    m_text->setText(summary());
    m_text->setVisible(!m_text->text().isEmpty());
    emit changed();
}

} // namespace likeness::pages
