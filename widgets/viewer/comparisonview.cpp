// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/comparisonview.h"

#include "widgets/common/theme.h"
#include "widgets/viewer/levelsrow.h"
#include "widgets/viewer/wipedivider.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QRegion>
#include <QSlider>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace likeness::viewer
{

using model::Mark;

namespace
{

constexpr int gapPx = 4;   // between the two pictures side by side
constexpr int gridPx = 64; // between the lines of the reference grid
constexpr int opacityStep = 10;

} // namespace

ComparisonView::ComparisonView(QWidget *parent) : QWidget(parent)
{
    m_area = new QWidget(this);
    m_area->setMinimumSize(320, 160);
    m_area->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_left = new PictureViewer(m_area);
    m_right = new PictureViewer(m_area);
    m_divider = new WipeDivider(m_area);
    m_divider->hide();
    m_synchroniser = new ViewSynchroniser(m_left, m_right, this);
    m_levels = new LevelsRow(m_left, m_right, this);
    m_levels->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(common::gridPx / 2);
    layout->addWidget(makeUpperBar());
    layout->addWidget(makeLowerBar());
    layout->addWidget(m_levels);
    layout->addWidget(m_area, 1);
    setTabOrder(m_left, m_divider);
    setTabOrder(m_divider, m_right);

    for (QWidget *watched : {m_area, static_cast<QWidget *>(m_left), static_cast<QWidget *>(m_right)})
        watched->installEventFilter(this);
    connect(m_divider, &WipeDivider::movedBy, this, [this](int pixels) {
        setDividerPosition(m_divide + double(pixels) / std::max(1, m_area->width()));
    });
    connect(m_divider, &WipeDivider::movedToEnd, this,
            [this](bool right) { setDividerPosition(right ? 1 : 0); });
    connect(m_levels, &LevelsRow::closeWanted, this, [this] { m_levelsAction->trigger(); });
    connect(&m_blinker, &Blinker::shownChanged, this, &ComparisonView::followBlinker);
    connect(&m_document, &ComparisonDocument::changed, this, &ComparisonView::followDocument);
    connect(&m_document, &ComparisonDocument::markingAboutChanged, this, &ComparisonView::sayWhatToDo);
    for (const Side side : {Side::Probe, Side::Portrait}) {
        PictureViewer *picture = viewer(side);
        connect(picture, &PictureViewer::markAdded, this,
                [this, side](const Mark &mark) { marked(side, mark); });
        connect(picture, &PictureViewer::markChanged, this,
                [this, side](int index, const Mark &mark) { m_document.changeMark(side, index, mark); });
        connect(picture, &PictureViewer::markRemoved, this,
                [this, side](int index) { m_document.removeMark(side, index); });
        connect(picture, &PictureViewer::toolLeft, this, &ComparisonView::endMarking);
        connect(picture, &PictureViewer::viewChanged, this, [this] {
            m_mirrorAction->setChecked(active()->isMirrored());
            if (m_mode == Mode::Overlay)
                m_left->update();
        });
        connect(picture, &PictureViewer::levelsChanged, m_left, qOverload<>(&QWidget::update));
    }
    followDocument();
}

PictureViewer *ComparisonView::active() const
{
    if (m_mode == Mode::Blink)
        return m_blinker.showsSecond() ? m_right : m_left;
    return m_rightIsActive && m_mode != Mode::Overlay ? m_right : m_left;
}

void ComparisonView::focusPicture()
{
    active()->setFocus(Qt::OtherFocusReason);
}

void ComparisonView::setMode(Mode mode)
{
    if (m_mode == mode)
        return;
    const bool hadFocus = m_left->hasFocus() || m_right->hasFocus();
    m_mode = mode;
    for (auto it = m_modeActions.constBegin(); it != m_modeActions.constEnd(); ++it)
        it.value()->setChecked(it.key() == mode);
    m_controls->setCurrentIndex(mode == Mode::Blink ? 1 : mode == Mode::Overlay ? 2 : 0);
    m_right->setVisible(mode != Mode::Overlay); // its picture is painted by the left one
    m_left->setUnderlay(mode == Mode::Overlay ? m_right : nullptr, opacity());
    m_right->setStatusAlignment(mode == Mode::Split ? Qt::AlignRight : Qt::AlignLeft);
    m_divider->setVisible(mode == Mode::Split);
    m_blinker.setRunning(mode == Mode::Blink && !m_markKind && isVisible());
    arrange();
    if (hadFocus)
        focusPicture();
    m_levels->setPicture(active());
    sayWhatToDo();
    emit modeChanged();
}

void ComparisonView::setSmooth(bool smooth)
{
    m_left->setSmooth(smooth);
    m_right->setSmooth(smooth);
    m_smoothAction->setChecked(smooth);
}

void ComparisonView::fitBoth()
{
    m_left->fit();
    m_right->fit();
}

void ComparisonView::zoomTo(const model::RelativeRect &leftRegion, const model::RelativeRect &rightRegion)
{
    m_left->zoomTo(leftRegion);
    m_right->zoomTo(rightRegion);
}

void ComparisonView::setDividerPosition(double position)
{
    m_divide = std::clamp(position, 0.0, 1.0);
    arrange();
}

double ComparisonView::opacity() const
{
    return m_opacity->value() / 100.0;
}

void ComparisonView::setOpacity(double opacity)
{
    m_opacity->setValue(int(std::lround(std::clamp(opacity, 0.0, 1.0) * 100)));
}

bool ComparisonView::hasGrid() const
{
    return m_gridAction->isChecked();
}

void ComparisonView::setGrid(bool shown)
{
    m_gridAction->setChecked(shown);
    for (PictureViewer *picture : {m_left, m_right})
        picture->setGridSpacing(shown ? gridPx : 0);
}

void ComparisonView::adjust(int steps)
{
    if (m_mode == Mode::Blink)
        m_pace->setCurrentIndex(std::clamp(m_pace->currentIndex() + steps, 0, m_pace->count() - 1));
    else if (m_mode == Mode::Overlay)
        m_opacity->setValue(m_opacity->value() + steps * opacityStep);
}

void ComparisonView::arrange()
{
    const QRect area = m_area->rect();
    m_left->clearMask();
    if (m_mode == Mode::SideBySide) {
        const int half = (area.width() - gapPx) / 2;
        m_left->setGeometry(0, 0, half, area.height());
        m_right->setGeometry(area.width() - half, 0, half, area.height());
        return;
    }
    // Both fill the area, so that their views mean the same.
    m_left->setGeometry(area);
    m_right->setGeometry(area);
    if (m_mode == Mode::Blink) {
        active()->raise();
        return;
    }
    m_left->raise();
    if (m_mode == Mode::Split) {
        // The left one, in front, shows only its part.
        const int at = int(std::lround(m_divide * area.width()));
        m_left->setMask(QRegion(0, 0, std::max(at, 1), area.height()));
        m_divider->setGeometry(
            std::clamp(at - WipeDivider::widthPx / 2, 0, area.width() - WipeDivider::widthPx), 0,
            WipeDivider::widthPx, area.height());
        m_divider->raise();
    }
}

void ComparisonView::followBlinker()
{
    if (m_mode != Mode::Blink)
        return;
    const bool hadFocus = m_left->hasFocus() || m_right->hasFocus();
    active()->raise();
    if (hadFocus)
        focusPicture();
    m_levels->setPicture(active());
    m_mirrorAction->setChecked(active()->isMirrored());
}

bool ComparisonView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_area && event->type() == QEvent::Resize)
        arrange();
    if (event->type() == QEvent::FocusIn && (watched == m_left || watched == m_right)) {
        m_rightIsActive = watched == m_right;
        m_levels->setPicture(active());
        m_mirrorAction->setChecked(active()->isMirrored());
    }
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    if (m_mode == Mode::Blink && isKey && (watched == m_left || watched == m_right)) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool isPress = event->type() == QEvent::KeyPress;
        if (key->modifiers() == Qt::NoModifier && (key->key() == Qt::Key_Space || key->key() == Qt::Key_X)) {
            if (!key->isAutoRepeat() && key->key() == Qt::Key_X)
                m_blinker.hold(isPress);
            else if (!key->isAutoRepeat() && isPress)
                m_blinker.toggle();
            return true;
        }
    }
    if (event->type() == QEvent::FocusOut && (watched == m_left || watched == m_right) &&
        !m_area->isAncestorOf(focusWidget()))
        m_blinker.hold(false);
    return QWidget::eventFilter(watched, event);
}

void ComparisonView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_blinker.setRunning(m_mode == Mode::Blink && !m_markKind);
}

void ComparisonView::hideEvent(QHideEvent *event)
{
    m_blinker.setRunning(false);
    QWidget::hideEvent(event);
}

void ComparisonView::followDocument()
{
    m_left->setMarks(m_document.marks(Side::Probe));
    m_right->setMarks(m_document.marks(Side::Portrait));
    const bool editable = !m_document.isReadOnly();
    if (!editable && m_markKind)
        setMarkKind({});
    for (PictureViewer *picture : {m_left, m_right})
        picture->setMarksEditable(editable);
    for (QAction *action : std::as_const(m_markActions))
        action->setEnabled(editable);
    m_undoAction->setEnabled(editable && m_document.undoStack()->canUndo());
    m_redoAction->setEnabled(editable && m_document.undoStack()->canRedo());
    sayWhatToDo();
}

void ComparisonView::setMarkKind(std::optional<Mark::Kind> kind)
{
    if (kind && m_document.isReadOnly())
        kind.reset();
    m_markKind = kind;
    for (auto it = m_markActions.constBegin(); it != m_markActions.constEnd(); ++it)
        it.value()->setChecked(kind == it.key());
    for (PictureViewer *picture : {m_left, m_right}) {
        if (kind)
            picture->setMarkKind(*kind);
        picture->setTool(kind ? PictureViewer::Tool::Marks : PictureViewer::Tool::Pan);
    }
    if (kind)
        focusPicture();
    // A picture that goes away under the pointer cannot be marked.
    m_blinker.setRunning(m_mode == Mode::Blink && !kind && isVisible());
    sayWhatToDo();
    emit markKindChanged();
}

void ComparisonView::setPairAbout(model::Component component)
{
    if (m_document.isReadOnly())
        return;
    m_isPair = true;
    m_document.setMarkingAbout(component);
    if (m_mode == Mode::Overlay)
        setMode(Mode::SideBySide); // both pictures must be at hand
    if (m_mode == Mode::Blink && m_blinker.showsSecond())
        m_blinker.toggle();
    m_rightIsActive = false;
    setMarkKind(Mark::Kind::Point);
}

void ComparisonView::marked(Side side, const Mark &mark)
{
    const auto before = m_document.waiting(mark.kind);
    if (m_document.addMark(side, mark) < 0)
        return;
    const bool completed = before && before->on == side;
    if (m_isPair && mark.kind == Mark::Kind::Point && completed) {
        endMarking();
        return;
    }
    // The partner belongs on the other picture: go there.
    const auto waiting = m_document.waiting(mark.kind);
    if (waiting && waiting->on != side && viewer(side)->hasFocus()) {
        if (m_mode == Mode::Blink)
            m_blinker.toggle();
        else if (m_mode != Mode::Overlay)
            viewer(waiting->on)->setFocus(Qt::OtherFocusReason);
    }
}

void ComparisonView::endMarking()
{
    const auto about = m_document.markingAbout();
    const bool wasPair = std::exchange(m_isPair, false);
    setMarkKind({});
    m_document.setMarkingAbout({});
    if (wasPair && about)
        emit markingEnded(*about);
}

QList<QPair<QString, QString>> ComparisonView::keyHelp()
{
    return {
        {tr("Space"), tr("While blinking: show the other picture")},
        {QStringLiteral("X"), tr("While blinking: show the other picture as long as the key is held")},
        {tr("Arrow keys"), tr("On the divider: move it; with Shift, further")},
    };
}

} // namespace likeness::viewer
