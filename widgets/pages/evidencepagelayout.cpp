// SPDX-License-Identifier: GPL-3.0-or-later
// EvidencePage: how it is put together.
#include "widgets/pages/evidencepage.h"

#include "widgets/common/icons.h"
#include "widgets/common/prompts.h"
#include "widgets/common/theme.h"
#include "widgets/models/evidencemodel.h"
#include "widgets/models/outcomemodel.h"
#include "widgets/pages/metadataview.h"
#include "widgets/pages/outcomepanel.h"
#include "widgets/pages/parts.h"
#include "widgets/pages/pictureeditor.h"
#include "widgets/pages/recordingpanel.h"
#include "widgets/viewer/viewertoolbar.h"
#include "widgets/words/errortext.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace likeness::pages
{

using common::gridPx;
using viewer::PictureViewer;

EvidencePage::EvidencePage(models::Workspace &workspace, QWidget *parent)
    : WorkPage(Step::Evidence, workspace, parent)
{
    m_evidence = new models::EvidenceModel(workspace, this);
    m_faces = new models::FaceModel(this);
    m_outcomes = new models::OutcomeModel(this);
    m_preview = new AlignmentPreview(workspace, this);

    m_addAction = pageAction(this, tr("Add evidence"), QKeySequence(Qt::CTRL | Qt::Key_I), [this] {
        addFiles(common::prompts().openFiles(
            this, tr("Choose pictures or recordings to take in as evidence"),
            tr("Pictures and recordings (%1);;All files (*)")
                .arg(QStringLiteral("*.jpg *.jpeg *.png *.tif *.tiff *.webp *.bmp *.heic *.avif *.mp4 *.m4v *.mov "
                                    "*.mkv *.webm *.avi *.ts *.mts *.m2ts *.mpg *.mpeg *.3gp *.wmv *.flv *.dv"))));
    });
    m_removeAction =
        pageAction(this, tr("Remove the drawn region"), QKeySequence::Delete, [this] { removeChosen(); });

    m_undoAction = pageAction(this, tr("Undo"), QKeySequence::Undo, [this] { m_undo.undo(); });
    m_redoAction = pageAction(this, tr("Redo"), QKeySequence::Redo, [this] { m_undo.redo(); });
    m_redoAction->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    m_editAction =
        pageAction(this, tr("Edit picture …"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] { edit(m_shown); });
    m_metadataAction = pageAction(this, tr("Metadata"), QKeySequence(Qt::CTRL | Qt::Key_M), [] {});
    m_metadataAction->setCheckable(true);

    m_views = new QStackedWidget(this);
    auto *splitter = new QSplitter(m_views);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(2 * gridPx);
    splitter->addWidget(makeLeft());
    splitter->addWidget(m_stillMiddle = makeMiddle());
    splitter->addWidget(m_stillRight = makeRight());
    splitter->addWidget(makeRecording(splitter));
    splitter->setStretchFactor(1, 1);
    splitter->setStretchFactor(3, 1);
    splitter->setSizes({232, 640, 264, 904});
    m_views->addWidget(splitter);
    makeEditor();
    content()->addWidget(m_views);

    setAcceptDrops(true);
    connectAll();
    followWorkspace();
}

QWidget *EvidencePage::makeLeft()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridPx);
    layout->addWidget(heading(tr("Evidence"), side));
    m_evidenceList = cardList(m_evidence, 56, tr("Evidence items"), side);
    m_evidenceList->setObjectName(QStringLiteral("evidenceList"));
    layout->addWidget(m_evidenceList, 2);
    m_outcomePanel = new OutcomePanel(m_outcomes, side);
    m_outcomePanel->hide();
    layout->addWidget(m_outcomePanel, 1);
    layout->addWidget(buttonFor(m_editAction, QStringLiteral("sliders-horizontal"), side));
    layout->addWidget(buttonFor(m_metadataAction, QStringLiteral("info"), side));
    layout->addWidget(buttonFor(m_addAction, QStringLiteral("image-plus"), side));
    return side;
}

QWidget *EvidencePage::makeMiddle()
{
    auto *middle = new QWidget(this);
    auto *layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridPx / 2);
    m_viewer = new PictureViewer(middle);
    m_viewer->setObjectName(QStringLiteral("evidenceViewer"));
    m_tools =
        new viewer::ViewerToolBar(m_viewer, {PictureViewer::Tool::Box, PictureViewer::Tool::Eyes}, middle);
    for (const auto &[action, icon] : {std::pair{m_undoAction, QStringLiteral("undo-2")},
                                       std::pair{m_redoAction, QStringLiteral("redo-2")}}) {
        action->setIcon(common::icon(icon));
        m_tools->addButton(action);
    }
    m_removeAction->setIcon(common::icon(QStringLiteral("trash-2")));
    m_tools->addButton(m_removeAction);
    m_metadata = new MetadataView(middle);
    m_metadataTitle = heading({}, middle);
    m_metadataTitle->hide();
    auto *bar = new QHBoxLayout;
    bar->setSpacing(gridPx);
    bar->addWidget(m_tools, 1);
    bar->addWidget(m_metadataTitle, 1);
    layout->addLayout(bar);
    m_middle = new QStackedWidget(middle);
    m_middle->addWidget(m_viewer);
    m_middle->addWidget(m_metadata);
    layout->addWidget(m_middle, 1);
    layout->addWidget(makeDerivationPart(middle));
    return middle;
}

QWidget *EvidencePage::makeRight()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridPx);
    layout->addWidget(heading(tr("Faces"), side));
    m_facesText = quiet({}, side);
    m_facesText->setObjectName(QStringLiteral("facesText"));
    layout->addWidget(m_facesText);
    m_faceList = cardList(m_faces, 64, tr("Faces in the picture"), side);
    m_faceList->setObjectName(QStringLiteral("faceList"));
    m_faceList->setToolTip(tr("Arrow keys choose a face, 1 to 9 choose one by its number."));
    layout->addWidget(m_faceList, 1);

    m_chipPart = new QWidget(side);
    auto *chipRow = new QHBoxLayout(m_chipPart);
    chipRow->setContentsMargins(0, 0, 0, 0);
    chipRow->setSpacing(gridPx + gridPx / 2);
    m_chip = new PictureLabel({112, 112}, m_chipPart);
    m_chip->setObjectName(QStringLiteral("chip"));
    m_chip->setToolTip(tr("The aligned face as the engine reads it, 150 by 150 pixels."));
    m_chipText = quiet({}, m_chipPart);
    m_chipText->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_chipText->setObjectName(QStringLiteral("chipText"));
    chipRow->addWidget(m_chip, 0, Qt::AlignTop);
    chipRow->addWidget(m_chipText, 1);
    layout->addWidget(m_chipPart);
    return side;
}

void EvidencePage::connectAll()
{
    auto &space = workspace();
    connect(&space, &models::Workspace::caseChanged, this, [this] {
        m_editor->close();
        leaveEditor();
        m_undo.clear();
        m_outcomes->clear();
        m_outcomePanel->hide();
        m_recorded = {};
        followWorkspace();
    });
    connect(&space, &models::Workspace::selectionChanged, this, &EvidencePage::followWorkspace);
    connect(&space, &models::Workspace::contentsChanged, this, [this] {
        followWorkspace();
        takeRecords();
    });
    connect(&space, &models::Workspace::accountChanged, this, &EvidencePage::updateEditing);
    connect(&m_undo, &QUndoStack::indexChanged, this, &EvidencePage::updateEditing);
    connect(m_metadataAction, &QAction::toggled, this, &EvidencePage::showMetadata);
    connect(this, &Page::mainActionTriggered, this, [this] {
        if (isEditing())
            m_editor->keep();
        else if (isRecording())
            m_recording->searchWithTrack();
        else
            useAsProbe();
    });
    connect(this, &Page::emptyStateActionTriggered, this, [this] {
        if (this->workspace().hasCase())
            m_addAction->trigger();
        else
            emit stepWanted(Step::Case);
    });
    connect(m_evidenceList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                // One frame of a recording stands under the row of the recording.
                if (now.isValid() && now.row() != m_evidence->rowOf(this->workspace().chosenPicture()))
                    this->workspace().choosePicture(m_evidence->sourceAt(now.row()));
            });
    connect(m_faceList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &EvidencePage::showFace);
    connect(m_faceList, &QListView::activated, this, &EvidencePage::useAsProbe);
    connect(m_viewer, &PictureViewer::boxPicked, this, &EvidencePage::chooseFace);
    connect(m_viewer, &PictureViewer::boxDrawn, this, &EvidencePage::draw);
    connect(m_viewer, &PictureViewer::boxResized, this, [this](int row, const model::RelativeRect &box) {
        const auto *face = m_faces->face(row);
        if (!face)
            return;
        // A box that was moved off its eyes is about another face: they are looked for again.
        const auto eyes = face->eyes();
        replace(row, box, eyes && eyes->areAbout(box) ? eyes : std::nullopt);
    });
    connect(m_viewer, &PictureViewer::eyesMoved, this, [this](const model::EyePoints &eyes) {
        m_eyes = eyes;
        if (const auto *face = m_faces->face(chosenRow()))
            m_preview->request(m_picture, face->box(), eyes);
    });
    connect(m_viewer, &PictureViewer::eyesReleased, this, [this](const model::EyePoints &eyes) {
        if (const auto *face = m_faces->face(chosenRow()))
            replace(chosenRow(), face->box(), eyes);
    });
    connect(m_preview, &AlignmentPreview::aligned, this, &EvidencePage::showAligned);
    connect(m_preview, &AlignmentPreview::failed, this, [this](const base::Error &error) {
        clearChip();
        m_chipText->setText(words::sentence(error));
        m_chipPart->show();
    });
    m_faceList->installEventFilter(this);
}

} // namespace likeness::pages
