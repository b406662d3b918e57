// SPDX-License-Identifier: GPL-3.0-or-later
// ComparisonView's second half: its rows of tools, and the words that say what they wait for.
#include "widgets/common/theme.h"
#include "widgets/viewer/comparisonbar.h"
#include "widgets/viewer/comparisonview.h"
#include "widgets/viewer/levelsrow.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QStackedWidget>

namespace likeness::viewer
{

using model::Mark;

QWidget *ComparisonView::makeUpperBar()
{
    auto *bar = new ComparisonBar(this);
    const auto addMode = [&](Mode mode, const QString &icon, const QString &text, const QString &what,
                             Qt::Key key) {
        m_modeActions[mode] = bar->addSwitch(
            icon, text, what, QKeySequence(key),
            [this, mode](bool on) {
                setMode(on ? mode : Mode::SideBySide);
                m_modeActions[Mode::SideBySide]->setChecked(m_mode == Mode::SideBySide);
            },
            true);
    };
    addMode(Mode::SideBySide, QStringLiteral("columns-2"), tr("Side by side"),
            tr("The two pictures beside each other"), Qt::Key_D);
    addMode(Mode::Split, QStringLiteral("square-split-horizontal"), tr("Split"),
            tr("One picture over the other, with a divider"), Qt::Key_S);
    addMode(Mode::Blink, QStringLiteral("repeat-2"), tr("Blink"),
            tr("One picture, then the other, in the same place"), Qt::Key_B);
    addMode(Mode::Overlay, QStringLiteral("blend"), tr("Overlay"), tr("The probe over the portrait"),
            Qt::Key_O);
    m_modeActions[Mode::SideBySide]->setChecked(true);
    bar->addGap();
    bar->addWidget(makeModeControls(), 1);

    const auto addStep = [&](const QString &icon, const QString &text, const QKeySequence &key, auto act) {
        bar->add(icon, text, text, key, [this, act] { act(active()); });
    };
    addStep(QStringLiteral("zoom-out"), tr("Zoom out"), QKeySequence(Qt::Key_Minus),
            [](PictureViewer *picture) { picture->zoomStep(false); });
    addStep(QStringLiteral("zoom-in"), tr("Zoom in"), QKeySequence(Qt::Key_Plus),
            [](PictureViewer *picture) { picture->zoomStep(true); });
    addStep(QStringLiteral("maximize"), tr("Fit the whole picture"), QKeySequence(Qt::Key_0),
            [](PictureViewer *picture) { picture->fit(); });
    addStep(QStringLiteral("square"), tr("100%: one picture pixel per screen pixel"), QKeySequence(Qt::Key_1),
            [](PictureViewer *picture) { picture->setZoom(1); });
    return bar;
}

QWidget *ComparisonView::makeModeControls()
{
    // All have their room from the start, so that nothing moves when the mode changes.
    m_controls = new QStackedWidget(this);
    m_controls->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_controls->addWidget(new QWidget(m_controls));

    m_pace = new QComboBox(m_controls);
    m_pace->setObjectName(QStringLiteral("pace"));
    m_pace->setAccessibleName(tr("How fast the pictures blink"));
    m_pace->setToolTip(tr("How fast the pictures blink: slower with comma, faster with full stop. Never more "
                          "than three changes a second."));
    m_pace->setFocusPolicy(Qt::TabFocus);
    m_pace->setMinimumContentsLength(6);
    m_pace->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_pace->addItem(tr("By hand"), 0);
    for (const int ms : {2000, 1000, 700, 500, Blinker::leastMs})
        m_pace->addItem(tr("%1 s").arg(locale().toString(ms / 1000.0, 'g', 2)), ms);
    m_pace->setCurrentIndex(2);
    connect(m_pace, &QComboBox::currentIndexChanged, this,
            [this] { m_blinker.setPace(m_pace->currentData().toInt()); });
    m_controls->addWidget(m_pace);

    auto *over = new QWidget(m_controls);
    auto *row = new QHBoxLayout(over);
    row->setContentsMargins({});
    m_opacity = new QSlider(Qt::Horizontal, over);
    m_opacity->setObjectName(QStringLiteral("opacity"));
    m_opacity->setAccessibleName(tr("Opacity of the probe"));
    m_opacity->setToolTip(tr("Opacity of the probe: less with comma, more with full stop"));
    m_opacity->setRange(0, 100);
    m_opacity->setValue(50);
    m_opacity->setMinimumWidth(72);
    m_percent = new QLabel(over);
    m_percent->setFont(common::figureFont());
    const auto showPercent = [this] {
        m_percent->setText(tr("%1%").arg(m_opacity->value()));
        if (m_mode == Mode::Overlay)
            m_left->setUnderlay(m_right, opacity());
    };
    connect(m_opacity, &QSlider::valueChanged, this, showPercent);
    showPercent();
    m_percent->setMinimumWidth(m_percent->fontMetrics().horizontalAdvance(tr("%1%").arg(100)));
    row->addWidget(m_opacity, 1);
    row->addWidget(m_percent);
    m_controls->addWidget(over);

    for (const auto &[key, steps, text] :
         {std::tuple{Qt::Key_Comma, -1, tr("Blink slower, or less of the probe")},
          std::tuple{Qt::Key_Period, 1, tr("Blink faster, or more of the probe")}}) {
        auto *action = new QAction(text, this);
        action->setShortcut(key);
        addAction(action);
        connect(action, &QAction::triggered, this, [this, by = steps] { adjust(by); });
    }
    return m_controls;
}

QWidget *ComparisonView::makeLowerBar()
{
    auto *bar = new ComparisonBar(this);
    const auto addMark = [&](Mark::Kind kind, const QString &icon, const QString &text, Qt::Key key) {
        m_markActions[kind] = bar->addSwitch(icon, text, text, QKeySequence(key), [this, kind](bool on) {
            if (on)
                setMarkKind(kind);
            else
                endMarking();
        });
    };
    addMark(Mark::Kind::Point, QStringLiteral("map-pin"), tr("Set pairs of points"), Qt::Key_P);
    addMark(Mark::Kind::Arrow, QStringLiteral("move-up-right"), tr("Draw arrows"), Qt::Key_A);
    addMark(Mark::Kind::Box, QStringLiteral("square-dashed"), tr("Draw boxes"), Qt::Key_R);
    addMark(Mark::Kind::Text, QStringLiteral("type"), tr("Write on the picture"), Qt::Key_T);
    bar->addGap();
    m_undoAction = bar->add(QStringLiteral("undo-2"), tr("Undo"), tr("Take the last step back"),
                            QKeySequence(Qt::CTRL | Qt::Key_Z), [this] { m_document.undoStack()->undo(); });
    const QKeySequence redo(Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
    m_redoAction = bar->add(QStringLiteral("redo-2"), tr("Redo"), tr("Do it again"), redo,
                            [this] { m_document.undoStack()->redo(); });
    m_redoAction->setShortcuts({redo, QKeySequence(Qt::CTRL | Qt::Key_Y)});
    const auto followUndo = [this] {
        const bool editable = !m_document.isReadOnly();
        m_undoAction->setEnabled(editable && m_document.undoStack()->canUndo());
        m_redoAction->setEnabled(editable && m_document.undoStack()->canRedo());
    };
    connect(m_document.undoStack(), &QUndoStack::canUndoChanged, this, followUndo);
    connect(m_document.undoStack(), &QUndoStack::canRedoChanged, this, followUndo);
    bar->addGap();

    m_hint = new QLabel(bar);
    m_hint->setObjectName(QStringLiteral("markHint"));
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_hint->setMinimumWidth(0);
    m_hint->setWordWrap(true);
    common::makeSecondary(m_hint);
    bar->addWidget(m_hint, 1);

    m_linkAction = bar->addSwitch(QStringLiteral("link-2"), tr("Linked"),
                                  tr("Zoom, move and turn both pictures together"), QKeySequence(Qt::Key_L),
                                  [this](bool linked) { setLinked(linked); });
    m_linkAction->setChecked(true);
    connect(m_synchroniser, &ViewSynchroniser::linkedChanged, m_linkAction, &QAction::setChecked);
    m_gridAction =
        bar->addSwitch(QStringLiteral("grid-3x3"), tr("Grid"), tr("The same grid over both pictures"),
                       QKeySequence(Qt::Key_G), [this](bool shown) { setGrid(shown); });
    m_mirrorAction = bar->addSwitch(QStringLiteral("flip-horizontal-2"), tr("Mirror"),
                                    tr("Exchange left and right of this picture, for viewing only"),
                                    QKeySequence(Qt::Key_H), [this](bool) {
                                        active()->mirror();
                                        m_mirrorAction->setChecked(active()->isMirrored());
                                    });
    m_levelsAction = bar->addSwitch(QStringLiteral("sliders-horizontal"), tr("Levels"),
                                    tr("Black, white and gamma, for viewing only"), QKeySequence(Qt::Key_V),
                                    [this](bool shown) {
                                        m_levels->setVisible(shown);
                                        if (!shown)
                                            focusPicture();
                                    });
    m_smoothAction = bar->addSwitch(QStringLiteral("spline"), tr("Smoothed"),
                                    tr("Smooth what is larger than 100%, for viewing only"),
                                    QKeySequence(Qt::Key_M), [this](bool smooth) { setSmooth(smooth); });
    bar->add(QStringLiteral("rotate-ccw"), tr("Turn left by one degree"), tr("Turn left by one degree"),
             QKeySequence(Qt::Key_BracketLeft), [this] { active()->rotateBy(-1); });
    bar->add(QStringLiteral("rotate-cw"), tr("Turn right by one degree"), tr("Turn right by one degree"),
             QKeySequence(Qt::Key_BracketRight), [this] { active()->rotateBy(1); });
    return bar;
}

void ComparisonView::sayWhatToDo()
{
    QString words;
    if (m_markKind) {
        const auto waiting = m_document.waiting(*m_markKind);
        switch (*m_markKind) {
        case Mark::Kind::Point:
            words = !waiting ? tr("Click, or move the cross and press Enter.")
                    : waiting->on == Side::Probe
                        ? tr("Point %1 waits for its partner on the probe.").arg(waiting->number)
                        : tr("Point %1 waits for its partner on the portrait.").arg(waiting->number);
            break;
        case Mark::Kind::Arrow:
            words = !waiting ? tr("Drag to what it points at, or press Enter twice.")
                    : waiting->on == Side::Probe
                        ? tr("Arrow %1 waits for its partner on the probe.").arg(waiting->number)
                        : tr("Arrow %1 waits for its partner on the portrait.").arg(waiting->number);
            break;
        case Mark::Kind::Box:
            words = tr("Drag, or press Enter at two corners.");
            break;
        case Mark::Kind::Text:
            words = tr("Click, or press Enter, then write.");
            break;
        }
    }
    m_hint->setText(words);
    m_hint->setToolTip(words);
    for (PictureViewer *picture : {m_left, m_right})
        if (picture->hasFocus() && !words.isEmpty())
            picture->setAccessibleDescription(words);
}

} // namespace likeness::viewer
