// SPDX-License-Identifier: GPL-3.0-or-later
// RecordingPanel: how it is put together.
#include "widgets/pages/recordingpanel.h"

#include "widgets/common/icons.h"
#include "widgets/common/shortcutsheet.h"
#include "widgets/common/theme.h"
#include "widgets/pages/framebar.h"
#include "widgets/pages/parts.h"
#include "widgets/words/errortext.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace likeness::pages
{

using common::gridPx;
using viewer::PictureViewer;

RecordingPanel::RecordingPanel(models::Workspace &workspace, QWidget *page, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_page(page), m_player(new viewer::RecordingPlayer(this))
{
    makeActions();
    makeLayout();
    connectAll();
    m_page->installEventFilter(this);
    updateActions();
}

void RecordingPanel::makeActions()
{
    m_againAction = pageAction(this, tr("Open again"), QKeySequence::Refresh, [this] { open(true); });
    m_stillAction = pageAction(this, tr("Take this frame as a still: find, draw and edit"), QKeySequence(Qt::Key_F),
                               [this] {
                                   m_player->pause();
                                   if (m_player->wanted() >= 0)
                                       emit stillWanted(m_player->wanted());
                               });
    m_exportAction = pageAction(this, tr("Export this frame"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E),
                                [this] { exportFrame(); });
    m_spanActions << pageAction(this, tr("Begin the span here"), QKeySequence(Qt::Key_I), [this] {
        m_timeline->setSpan({m_player->wanted(), std::max(m_player->wanted(), m_timeline->span().last)});
    });
    m_spanActions << pageAction(this, tr("End the span here"), QKeySequence(Qt::Key_O), [this] {
        m_timeline->setSpan({std::min(m_player->wanted(), m_timeline->span().first), m_player->wanted()});
    });
}

void RecordingPanel::makeLayout()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(2 * gridPx);
    row->addWidget(splitter);

    auto *left = new QWidget(splitter);
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridPx / 2);
    m_viewer = new PictureViewer(left);
    m_viewer->setObjectName(QStringLiteral("frameViewer"));
    m_viewer->installEventFilter(this);
    m_tools = new viewer::ViewerToolBar(m_viewer, {PictureViewer::Tool::Box}, left);
    if (auto *box = m_tools->toolAction(PictureViewer::Tool::Box)) {
        box->setText(tr("Draw the area that is scanned"));
        common::showKeyInToolTip(box);
    }
    layout->addWidget(m_tools);
    layout->addWidget(m_viewer, 1);

    auto *remarks = new QHBoxLayout;
    m_remarks = caution({}, left);
    m_remarks->setObjectName(QStringLiteral("remarks"));
    m_remarks->hide();
    remarks->addWidget(m_remarks, 1);
    remarks->addWidget(buttonFor(m_againAction, QStringLiteral("refresh-cw"), left), 0, Qt::AlignTop);
    layout->addLayout(remarks);

    m_bar = new FrameBar(this);
    m_bar->addButton(m_stillAction, QStringLiteral("scan-face"));
    m_bar->addButton(m_exportAction, QStringLiteral("image-down"));
    layout->addWidget(m_bar);
    m_timeline = new viewer::Timeline(left);
    m_timeline->setObjectName(QStringLiteral("timeline"));
    m_timeline->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_timeline->setMaximumHeight(m_timeline->sizeHint().height());
    layout->addWidget(m_timeline);

    m_scan = new ScanPanel(m_workspace, splitter);
    splitter->addWidget(left);
    splitter->addWidget(m_scan);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({640, 280});
    say({}, false);
}

void RecordingPanel::connectAll()
{
    using viewer::RecordingPlayer;
    connect(m_player, &RecordingPlayer::frameShown, this, &RecordingPanel::showFrame);
    connect(m_player, &RecordingPlayer::wantedChanged, this, [this] {
        m_timeline->setFrame(m_player->wanted());
        m_bar->setFrame(m_player->wanted(), m_player->shown().number);
    });
    connect(m_player, &RecordingPlayer::playingChanged, this, [this] {
        m_bar->setPlaying(m_player->isPlaying());
        if (!m_player->isPlaying())
            showFrame(); // with all that is to be said about it
    });
    connect(m_player, &RecordingPlayer::failed, this, [this](const base::Error &error) {
        m_broken = error;
        say({tr("Frame %1 could not be shown. %2").arg(m_player->wanted()).arg(words::sentence(error))}, true);
    });
    connect(m_bar, &FrameBar::frameWanted, m_player, &RecordingPlayer::goTo);
    connect(m_bar, &FrameBar::playPauseWanted, this, [this] {
        if (m_player->isPlaying())
            m_player->pause();
        else if (!m_scan->isScanningHere())
            m_player->play();
    });
    connect(m_timeline, &viewer::Timeline::frameWanted, m_player, &RecordingPlayer::goTo);
    connect(m_timeline, &viewer::Timeline::spanChanged, this,
            [this] { m_scan->setSpan(m_timeline->span(), m_timeline->isWholeSpan()); });
    connect(m_timeline, &viewer::Timeline::trackPicked, this, [this](int number) { trackPicked(number, true); });
    connect(m_viewer, &PictureViewer::boxPicked, this, [this](int index) {
        if (const int track = m_boxTracks[size_t(index)])
            trackPicked(track, false);
    });
    connect(m_viewer, &PictureViewer::boxDrawn, this, [this](const model::RelativeRect &box) {
        setArea(box);
        m_viewer->setTool(PictureViewer::Tool::Pan);
    });
    connect(m_viewer, &PictureViewer::boxResized, this,
            [this](int, const model::RelativeRect &box) { setArea(box); });
    connect(m_viewer, &PictureViewer::toolChanged, this, &RecordingPanel::drawBoxes);
    connect(m_scan, &ScanPanel::changed, this, &RecordingPanel::showTracks);
    connect(m_scan, &ScanPanel::trackChosen, this, [this](int number) {
        showTracks();
        const auto *chosen = m_scan->tracks()->track(m_scan->currentRow());
        if (chosen && number != m_trackAtHand)
            m_player->goTo(chosen->track.bestFrame);
    });
    connect(m_scan, &ScanPanel::wholeSpanWanted, this, [this] {
        if (m_index)
            m_timeline->setSpan({0, qint64(m_index->frames.size()) - 1});
    });
    connect(m_scan, &ScanPanel::areaCleared, this, [this] { setArea({}); });
    connect(m_scan, &ScanPanel::probesMade, this, &RecordingPanel::probesMade);
    connect(m_scan, &ScanPanel::scanFailed, this, [this](const base::Error &error) {
        m_broken = error;
        say({tr("The scan could not go on. %1").arg(words::sentence(error))}, true);
    });
    connect(&m_workspace, &models::Workspace::contentsChanged, m_scan, &ScanPanel::follow);
}

} // namespace likeness::pages
