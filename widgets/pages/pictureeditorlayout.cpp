// SPDX-License-Identifier: GPL-3.0-or-later
// PictureEditor: how it is put together.
#include "widgets/pages/pictureeditor.h"

#include "widgets/common/icons.h"
#include "widgets/common/shortcutsheet.h"
#include "widgets/common/theme.h"
#include "widgets/pages/editparameters.h"
#include "widgets/pages/editpreview.h"
#include "widgets/pages/parts.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace likeness::pages
{

using common::gridPx;
using viewer::PictureViewer;

namespace
{

constexpr int panelWidth = 320;

QToolButton *toolButton(QAction *action, const QString &icon, QWidget *parent)
{
    action->setIcon(common::icon(icon));
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

PictureEditor::PictureEditor(models::Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace)
{
    m_model = new models::EditModel(this);
    m_preview = new EditPreview(workspace, this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2 * gridPx);
    layout->addWidget(makePictures(), 1);
    layout->addWidget(makePanel());
    connectAll();
    updateAll();
}

QWidget *PictureEditor::makePictures()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(gridPx / 2);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(gridPx / 2);
    column->addLayout(bar);

    auto *pictures = new QHBoxLayout;
    pictures->setSpacing(gridPx / 2);
    m_left = new PictureViewer(side);
    m_left->setObjectName(QStringLiteral("editOriginal"));
    m_left->setTitle(tr("Original"));
    m_right = new PictureViewer(side);
    m_right->setObjectName(QStringLiteral("editResult"));
    m_right->setTitle(tr("Result"));
    pictures->addWidget(m_left, 1);
    pictures->addWidget(m_right, 1);
    column->addLayout(pictures, 1);
    m_synchroniser = new viewer::ViewSynchroniser(m_left, m_right, this);

    const auto step = [&](const QString &icon, const QString &text, Qt::Key key, auto act) {
        // The keys of the viewers: whichever has the keyboard, both are moved when they are linked.
        auto *action =
            pageAction(this, text, key, [this, act] { act(m_right->hasFocus() ? m_right : m_left); });
        bar->addWidget(toolButton(action, icon, side));
        return action;
    };
    step(QStringLiteral("zoom-out"), tr("Zoom out"), Qt::Key_Minus,
         [](PictureViewer *v) { v->zoomStep(false); });
    step(QStringLiteral("zoom-in"), tr("Zoom in"), Qt::Key_Plus, [](PictureViewer *v) { v->zoomStep(true); });
    step(QStringLiteral("maximize"), tr("Fit both pictures"), Qt::Key_0, [this](PictureViewer *) {
        m_left->fit();
        m_right->fit();
    });
    step(QStringLiteral("square"), tr("100%: one picture pixel per screen pixel"), Qt::Key_1,
         [](PictureViewer *v) { v->setZoom(1); });
    auto *link = pageAction(this, tr("Zoom and move both pictures together"), Qt::Key_L, [] {});
    link->setCheckable(true);
    link->setChecked(true);
    connect(link, &QAction::toggled, m_synchroniser, &viewer::ViewSynchroniser::setLinked);
    bar->addWidget(toolButton(link, QStringLiteral("link-2"), side));
    bar->addSpacing(2 * gridPx);
    m_resultText = quiet({}, side);
    m_resultText->setObjectName(QStringLiteral("editResultText"));
    bar->addWidget(m_resultText, 1);
    m_replayAction = pageAction(this, tr("Replay the edits"), QKeySequence(Qt::Key_F5), [this] {
        requestPreview();
        updateAll();
    });
    m_replayAction->setVisible(false);
    m_replayAction->setEnabled(false);
    bar->addWidget(buttonFor(m_replayAction, QStringLiteral("refresh-cw"), side));
    return side;
}

QWidget *PictureEditor::makePanel()
{
    auto *panel = new QWidget(this);
    panel->setFixedWidth(panelWidth);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins({});
    layout->setSpacing(gridPx);
    layout->addWidget(makeListButtons(panel));

    m_empty = quiet({}, panel);
    m_empty->setObjectName(QStringLiteral("editEmpty"));
    m_empty->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    layout->addWidget(m_empty, 1);
    m_list = cardList(m_model, 0, tr("Edits, in their order"), panel, 2);
    m_list->setObjectName(QStringLiteral("editList"));
    m_list->setToolTip({});
    layout->addWidget(m_list, 1);

    m_drawAction = pageAction(this, tr("Draw the box of the crop"), Qt::Key_B,
                              [this] { setDrawing(!m_state.isDrawing); });
    m_drawAction->setCheckable(true);
    m_parameters = new EditParameters(m_drawAction, panel);
    layout->addWidget(m_parameters);

    m_leaveAction = pageAction(this, tr("Cancel"), Qt::Key_Escape, [this] {
        if (m_state.isDrawing)
            setDrawing(false);
        else
            emit leaveWanted();
    });
    m_leaveAction->setToolTip(tr("Goes back to the evidence; the evidence stays as it is (Esc)"));
    layout->addWidget(buttonFor(m_leaveAction, {}, panel));
    return panel;
}

QWidget *PictureEditor::makeListButtons(QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *buttons = new QHBoxLayout(row);
    buttons->setContentsMargins({});
    buttons->setSpacing(gridPx / 2);
    m_addButton = new QPushButton(tr("Add edit"), row);
    m_addButton->setObjectName(QStringLiteral("addEdit"));
    makeAddMenu();
    buttons->addWidget(m_addButton);
    buttons->addStretch(1);

    const auto make = [this](const QString &text, const QKeySequence &key, auto act) {
        return pageAction(this, text, key, act);
    };
    m_undoAction = make(tr("Undo"), QKeySequence::Undo, [this] { m_undo.undo(); });
    m_redoAction = make(tr("Redo"), QKeySequence::Redo, [this] { m_undo.redo(); });
    m_upAction = make(tr("Earlier"), Qt::CTRL | Qt::Key_Up, [this] { move(-1); });
    m_downAction = make(tr("Later"), Qt::CTRL | Qt::Key_Down, [this] { move(1); });
    m_removeAction = make(tr("Remove the edit"), QKeySequence::Delete, [this] { remove(); });
    m_resetAction = make(tr("As it was at the beginning"), QKeySequence(), [this] { reset(); });
    for (const auto &[action, icon] :
         {std::pair{m_upAction, "arrow-up"}, std::pair{m_downAction, "arrow-down"},
          std::pair{m_removeAction, "trash-2"}, std::pair{m_undoAction, "undo-2"},
          std::pair{m_redoAction, "redo-2"}, std::pair{m_resetAction, "repeat-2"}})
        buttons->addWidget(toolButton(action, QLatin1String(icon), row));
    return row;
}

void PictureEditor::makeAddMenu()
{
    auto *menu = new QMenu(m_addButton);
    menu->setToolTipsVisible(true);
    menu->setObjectName(QStringLiteral("addEditMenu"));
    for (const auto kind : allEditKinds()) {
        QAction *action = menu->addAction(QString(), this, [this, kind] { add(kind); });
        action->setData(model::editName(kind));
        m_addActions[kind] = action;
    }
    // Not setMenu(), whose arrow the style draws over the text.
    const auto open = [this, menu] {
        if (m_addButton->isEnabled())
            menu->popup(m_addButton->mapToGlobal(QPoint(0, m_addButton->height())));
    };
    connect(m_addButton, &QPushButton::clicked, this, open);
    pageAction(this, tr("Add an edit"), Qt::Key_A, open);
}

void PictureEditor::connectAll()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { chooseRow(); });
    connect(m_parameters, &EditParameters::changed, this, &PictureEditor::change);
    connect(m_right, &PictureViewer::boxDrawn, this, &PictureEditor::drawn);
    connect(m_right, &PictureViewer::boxResized, this,
            [this](int, const model::RelativeRect &box) { drawn(box); });
    connect(&m_undo, &QUndoStack::canUndoChanged, m_undoAction, &QAction::setEnabled);
    connect(&m_undo, &QUndoStack::canRedoChanged, m_redoAction, &QAction::setEnabled);
    connect(&m_undo, &QUndoStack::undoTextChanged, m_undoAction, [this](const QString &text) {
        m_undoAction->setText(text.isEmpty() ? tr("Undo") : tr("Undo: %1").arg(text));
    });
    connect(&m_undo, &QUndoStack::redoTextChanged, m_redoAction, [this](const QString &text) {
        m_redoAction->setText(text.isEmpty() ? tr("Redo") : tr("Redo: %1").arg(text));
    });
    m_list->installEventFilter(this);
    m_redoAction->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    m_undoAction->setEnabled(false);
    m_redoAction->setEnabled(false);
    connect(m_preview, &EditPreview::made, this,
            [this](const base::Picture &result, const base::Picture &before,
                   const std::vector<model::Edit> &edits) {
                m_result = result;
                m_beforeChosen = before;
                m_beforeEdits = edits;
                m_state.previewError.reset();
                m_state.isPreviewing = m_preview->isWaiting();
                showResult();
                updateAll();
            });
    connect(m_preview, &EditPreview::failed, this, [this](const base::Error &error) {
        m_state.previewError = error;
        m_state.isPreviewing = false;
        updateAll();
    });
    // Escape in the viewer puts its tool away.
    connect(m_right, &PictureViewer::toolChanged, this, [this] {
        if (m_right->tool() != PictureViewer::Tool::Box)
            setDrawing(false);
    });
}

} // namespace likeness::pages
