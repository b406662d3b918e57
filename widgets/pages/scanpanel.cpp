// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/scanpanel.h"

#include "widgets/common/prompts.h"
#include "widgets/common/theme.h"
#include "widgets/pages/parts.h"
#include "widgets/viewer/frametime.h"
#include "widgets/words/errortext.h"
#include "widgets/words/ruletext.h"

#include <QAction>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <mutex>

namespace likeness::pages
{

using common::gridPx;

namespace
{

constexpr int smallestFacePx = 20;
constexpr int largestFacePx = 1000;
constexpr int pictureSide = 56;

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
        m_job = nullptr; // cancelled with the case, and its end is not told any more
        m_runningTo = -1;
        update();
    });
    connect(&workspace, &models::Workspace::accountChanged, this, &ScanPanel::update);
    update();
}

void ScanPanel::makeActions()
{
    m_scanAction = pageAction(this, tr("Scan for faces"), QKeySequence(Qt::CTRL | Qt::Key_F),
                              [this] { startScan({}); });
    m_goOnAction =
        pageAction(this, tr("Go on"), QKeySequence(Qt::CTRL | Qt::Key_G), [this] { startScan(m_scan); });
    m_cancelAction = pageAction(this, tr("Cancel"), QKeySequence(Qt::Key_Escape), [this] {
        if (m_job)
            m_job->cancel();
    });
    m_closeAction = pageAction(this, tr("Close the scan"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
                               [this] { closeScan(); });
    m_wholeSpanAction = pageAction(this, tr("All"), QKeySequence(Qt::CTRL | Qt::Key_Backspace),
                                   [this] { emit wholeSpanWanted(); });
    m_wholeSpanAction->setToolTip(tr("The whole recording (%1)")
                                      .arg(m_wholeSpanAction->shortcut().toString(QKeySequence::NativeText)));
    m_wholeFrameAction = pageAction(this, tr("All"), QKeySequence(Qt::SHIFT | Qt::Key_Backspace),
                                    [this] { emit areaCleared(); });
    m_wholeFrameAction->setToolTip(
        tr("The whole frame (%1)").arg(m_wholeFrameAction->shortcut().toString(QKeySequence::NativeText)));
}

void ScanPanel::makeLayout()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridPx / 2);
    layout->addWidget(heading(tr("Faces through time"), this));

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(gridPx);
    grid->setVerticalSpacing(gridPx / 2);
    grid->setColumnStretch(1, 1);
    m_spanText = plain({}, this);
    m_spanText->setObjectName(QStringLiteral("spanText"));
    m_spanText->setToolTip(tr("I begins the span at the frame that is shown, O ends it there; or drag its handles."));
    m_areaText = plain({}, this);
    m_areaText->setObjectName(QStringLiteral("areaText"));
    m_areaText->setToolTip(tr("B draws an area on the frame: only faces whose middle lies in it are found."));
    m_smallest = new QSpinBox(this);
    m_smallest->setObjectName(QStringLiteral("smallestFace"));
    m_smallest->setRange(smallestFacePx, largestFacePx);
    m_smallest->setValue(m_workspace.finderSettings().smallestFacePx);
    m_smallest->setSuffix(tr(" px"));
    m_smallest->setToolTip(tr("Smaller faces are not looked for. Half the size takes some four times as long."));
    const auto addRow = [this, grid](int row, const QString &caption, QWidget *value, QWidget *button) {
        auto *label = new QLabel(caption, this);
        common::makeSecondary(label);
        label->setBuddy(value);
        grid->addWidget(label, row, 0);
        grid->addWidget(value, row, 1);
        if (button)
            grid->addWidget(button, row, 2);
    };
    addRow(0, tr("Span"), m_spanText, buttonFor(m_wholeSpanAction, {}, this));
    addRow(1, tr("Area"), m_areaText, buttonFor(m_wholeFrameAction, {}, this));
    addRow(2, tr("S&mallest face"), m_smallest, nullptr);
    layout->addLayout(grid);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(gridPx);
    for (auto *action : {m_scanAction, m_goOnAction, m_cancelAction})
        buttons->addWidget(buttonFor(action, {}, this));
    buttons->addStretch(1);
    layout->addLayout(buttons);

    m_scans = new QComboBox(this);
    m_scans->setObjectName(QStringLiteral("scans"));
    m_scans->setAccessibleName(tr("Scans of this recording"));
    m_scans->setMinimumContentsLength(8);
    m_scans->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *made = new QHBoxLayout;
    made->setSpacing(gridPx);
    made->addWidget(m_scans, 1);
    made->addWidget(buttonFor(m_closeAction, {}, this));
    made->addStretch();
    m_text = quiet({}, this);
    m_text->setObjectName(QStringLiteral("scanText"));
    layout->addWidget(m_text);
    layout->addLayout(made);
    m_list = cardList(m_tracks, pictureSide, tr("Tracks"), this);
    m_list->setObjectName(QStringLiteral("trackList"));
    layout->addWidget(m_list, 1);

    connect(m_scans, &QComboBox::activated, this, [this](int index) {
        showScan(model::ScanId(m_scans->itemData(index).toString()));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        update();
        const auto *chosen = m_tracks->track(currentRow());
        emit trackChosen(chosen ? chosen->track.number : 0);
    });
}

// The recording and its scans
// -------------------------------------------------------------------------------------

void ScanPanel::setRecording(RecordingState::Recording state, const Recording &recording)
{
    const bool isOther = recording != m_recording;
    m_state.recording = state;
    m_recording = recording;
    if (isOther) {
        m_scan = {};
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
        m_scan = {};
        for (const auto &scan : m_workspace.contents().scans)
            if (scan.evidence == m_recording->item.id)
                m_scan = scan.id;
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
    readTracks();
}

void ScanPanel::readTracks()
{
    m_state.isScanning = m_job != nullptr;
    const auto *scan = recorded();
    m_state.scan = scan ? std::optional(scan->state) : std::nullopt;
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
    m_workspace.runInCase<Tracks>(
        tr("Reading the tracks"), QStringLiteral("recording/tracks"), this,
        [id = m_scan](casework::CaseSession &file, base::Progress &) { return file.tracks(id); },
        [this, id = m_scan, recording = m_recording](base::Result<Tracks> tracks) {
            if (id != m_scan || recording != m_recording || isScanningHere())
                return;
            if (!tracks) {
                emit m_workspace.failed(tracks.error());
                m_tracks->clear();
            } else {
                m_tracks->show(m_recording, m_scan, std::move(*tracks), m_state.isClosed(), true);
            }
            if (m_wantedTrack > 0)
                chooseTrack(std::exchange(m_wantedTrack, 0));
            update();
        });
    update();
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
    m_state.isScanning = m_job != nullptr;
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
    m_tracks->show(m_recording, m_scan, std::move(rows), false, false);
    update();
}

void ScanPanel::scanEnded(const base::Result<model::Scan> &scan)
{
    m_job = nullptr;
    m_state.isScanning = false;
    m_runningTo = -1;
    const auto *shown = m_tracks->track(currentRow());
    m_wantedTrack = shown ? shown->track.number : 0;
    if (scan && m_recording && scan->evidence == m_recording->item.id)
        m_scan = scan->id;
    m_workspace.refresh();
    follow();
    if (!scan && scan.error().code != base::ErrorCode::Cancelled)
        emit m_workspace.failed(scan.error());
}

void ScanPanel::closeScan()
{
    if (!m_state.mayClose())
        return;
    int unchosen = 0;
    for (int row = 0; row < m_tracks->rowCount(); ++row)
        unchosen += !m_tracks->track(row)->chosen;
    const bool isSure = common::prompts().confirm(
        this, tr("Close the scan"),
        tr("Of %n track(s) that nobody chose only the boxes are kept, by which exports hide them: no picture, "
           "no template. No face of this scan can be chosen any more; a new scan can be made.",
           nullptr, unchosen),
        tr("Close the scan"));
    const auto file = m_workspace.file();
    if (!isSure || !file || !m_workspace.check(file->closeScan(m_scan)))
        return;
    m_workspace.thumbnails().forget(models::TrackModel::keyPrefix(m_scan));
    m_workspace.refresh();
    follow();
}

void ScanPanel::makeProbes(const std::vector<qint64> &frames)
{
    const auto *chosen = m_tracks->track(currentRow());
    if (!chosen || m_state.missing() != RecordingState::Missing::Nothing || frames.empty())
        return;
    m_state.isMakingProbes = true;
    update();
    using Probes = std::vector<model::Probe>;
    auto *job = m_workspace.runInCase<Probes>(
        tr("Making the probes"), QStringLiteral("recording/probes"), this,
        [scan = m_scan, number = chosen->track.number, frames](casework::CaseSession &file,
                                                               base::Progress &progress) {
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
    if (!job)
        m_state.isMakingProbes = false;
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
    m_scans->setEnabled(!m_state.isScanning);
    m_text->setText(summary());
    m_text->setVisible(!m_text->text().isEmpty());
    emit changed();
}

} // namespace likeness::pages
