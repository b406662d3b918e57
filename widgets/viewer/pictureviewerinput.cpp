// SPDX-License-Identifier: GPL-3.0-or-later
// PictureViewer's second half: what the mouse and the keys do.
#include "widgets/viewer/pictureviewer.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cmath>

namespace likeness::viewer
{

namespace
{

constexpr double wheelFactor = 1.25; // per notch
constexpr double clickPx = 4;        // a shorter drag is a click
constexpr double keyPan = 1.0 / 8;   // of the canvas
constexpr double nudgePixels = 1;    // picture pixels per key
constexpr double farNudgePixels = 5;

std::optional<QPointF> arrowDirection(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return QPointF(-1, 0);
    case Qt::Key_Right:
        return QPointF(1, 0);
    case Qt::Key_Up:
        return QPointF(0, -1);
    case Qt::Key_Down:
        return QPointF(0, 1);
    default:
        return std::nullopt;
    }
}

Qt::CursorShape cursorOf(BoxTool::Grip grip)
{
    switch (grip) {
    case BoxTool::Grip::TopLeft:
    case BoxTool::Grip::BottomRight:
        return Qt::SizeFDiagCursor;
    case BoxTool::Grip::TopRight:
    case BoxTool::Grip::BottomLeft:
        return Qt::SizeBDiagCursor;
    case BoxTool::Grip::Left:
    case BoxTool::Grip::Right:
        return Qt::SizeHorCursor;
    case BoxTool::Grip::Top:
    case BoxTool::Grip::Bottom:
        return Qt::SizeVerCursor;
    case BoxTool::Grip::None:
        break;
    }
    return Qt::CrossCursor;
}

} // namespace

void PictureViewer::wheelEvent(QWheelEvent *event)
{
    if (!hasPicture() || event->angleDelta().y() == 0) {
        event->ignore();
        return;
    }
    const double factor = std::pow(wheelFactor, event->angleDelta().y() / 120.0);
    const double wanted = m_view.zoom * factor;
    // Turning the wheel through 100% stops there: it is the one size that matters.
    const bool passesFull = (m_view.zoom - 1) * (wanted - 1) < 0;
    changeView(transform().zoomed(passesFull ? 1 / m_view.zoom : factor, event->position()));
    event->accept();
}

void PictureViewer::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    if (!hasPicture())
        return;
    m_pressedAt = event->position();
    if (event->button() == Qt::MiddleButton) {
        m_panFrom = event->position();
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    if (m_tool == Tool::Eyes && m_eyesTool.begin(event->position(), transform())) {
        update();
        return;
    }
    if (m_tool == Tool::Marks) {
        m_marksTool.begin(event->position(), transform());
        update();
        return;
    }
    if (m_tool == Tool::Box) {
        const auto box = resizableBox();
        const auto grip = box ? BoxTool::gripAt(*box, event->position(), transform()) : BoxTool::Grip::None;
        if (grip != BoxTool::Grip::None)
            m_boxTool.beginResize(*box, grip);
        else
            m_boxTool.begin(event->position(), transform());
        update();
        return;
    }
    m_panFrom = event->position();
    updateCursor(event->position());
}

void PictureViewer::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position();
    if (m_panFrom) {
        const QPointF delta = event->position() - *m_panFrom;
        const bool isClick =
            (event->position() - m_pressedAt).manhattanLength() < clickPx && *m_panFrom == m_pressedAt;
        if (!isClick) {
            m_panFrom = event->position();
            changeView(transform().panned(delta));
        }
    } else if (m_eyesTool.isDragging()) {
        m_eyesTool.drag(event->position(), transform());
        emit eyesMoved(*m_eyesTool.eyes());
    } else if (m_marksTool.isDragging()) {
        const bool isClick = (event->position() - m_pressedAt).manhattanLength() < clickPx;
        if (!isClick || m_marksTool.draftOf() < 0)
            m_marksTool.drag(event->position(), transform());
    } else if (m_boxTool.isActive() && (event->buttons() & Qt::LeftButton)) {
        m_boxTool.drag(event->position(), transform());
    } else {
        updateCursor(event->position());
    }
    update();
}

void PictureViewer::mouseReleaseEvent(QMouseEvent *event)
{
    if (!hasPicture())
        return;
    const bool isClick = (event->position() - m_pressedAt).manhattanLength() < clickPx;
    if (m_eyesTool.isDragging()) {
        m_eyesTool.finish();
        emit eyesReleased(*m_eyesTool.eyes());
    } else if (m_marksTool.isDragging() && event->button() == Qt::LeftButton) {
        carryOut(m_marksTool.finish(transform()));
        announceMark();
    } else if (m_boxTool.isActive() && event->button() == Qt::LeftButton) {
        if (isClick) {
            m_boxTool.cancel();
            if (const int box = boxAt(event->position()); box >= 0)
                emit boxPicked(box);
        } else {
            finishBox();
        }
    } else if (m_panFrom && isClick && event->button() == Qt::LeftButton) {
        if (const int box = boxAt(event->position()); box >= 0)
            emit boxPicked(box);
    }
    m_panFrom.reset();
    updateCursor(event->position());
    update();
}

void PictureViewer::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_tool == Tool::Pan)
        fit();
}

void PictureViewer::leaveEvent(QEvent *)
{
    m_pointer.reset();
    update();
}

void PictureViewer::finishBox()
{
    const bool resized = m_boxTool.isResizing();
    const int index = m_chosenBox;
    const auto box = m_boxTool.finish();
    if (!box)
        return;
    if (resized)
        emit boxResized(index, *box);
    else
        emit boxDrawn(*box);
}

void PictureViewer::updateCursor(const QPointF &point)
{
    if (!hasPicture()) {
        unsetCursor();
    } else if (m_tool == Tool::Box) {
        const auto box = resizableBox();
        setCursor(cursorOf(box ? BoxTool::gripAt(*box, point, transform()) : BoxTool::Grip::None));
    } else if (m_tool == Tool::Eyes && m_eyesTool.handleAt(point, transform()) != EyesTool::Handle::None) {
        setCursor(Qt::SizeAllCursor);
    } else if (m_tool == Tool::Marks) {
        setCursor(m_marksTool.handleAt(point, transform()).mark >= 0 ? Qt::SizeAllCursor : Qt::CrossCursor);
    } else {
        setCursor(m_panFrom           ? Qt::ClosedHandCursor
                  : boxAt(point) >= 0 ? Qt::PointingHandCursor
                                      : Qt::OpenHandCursor);
    }
}

void PictureViewer::keyPressEvent(QKeyEvent *event)
{
    if (!hasPicture() ||
        !(keyInBoxTool(event) || keyInEyesTool(event) || keyInMarksTool(event) || keyInView(event)))
        QWidget::keyPressEvent(event);
}

bool PictureViewer::keyInBoxTool(QKeyEvent *event)
{
    if (m_tool != Tool::Box)
        return false;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const auto direction = arrowDirection(event->key());
    if (event->key() == Qt::Key_Escape) {
        m_boxTool.isActive() ? m_boxTool.cancel() : setTool(Tool::Pan);
    } else if (isEnter && event->modifiers() == Qt::NoModifier && !m_boxTool.isActive()) {
        m_boxTool.beginWithKeys(transform());
        announce(
            tr("A box is in the middle. Arrow keys move it, Shift and arrow keys size it, Enter accepts."));
    } else if (isEnter && event->modifiers() == Qt::NoModifier) {
        finishBox();
    } else if (direction && m_boxTool.isByKeys()) {
        // A step one can see at any zoom.
        const double step = std::max(1.0, 4 / m_view.zoom);
        if (event->modifiers() & Qt::ShiftModifier)
            m_boxTool.grow(direction->x() * step, direction->y() * step, transform());
        else
            m_boxTool.nudge(direction->x() * step, direction->y() * step, transform());
    } else {
        return false;
    }
    update();
    return true;
}

bool PictureViewer::keyInEyesTool(QKeyEvent *event)
{
    if (m_tool != Tool::Eyes)
        return false;
    if (event->key() == Qt::Key_Escape) {
        setTool(Tool::Pan);
        return true;
    }
    const auto direction = arrowDirection(event->key());
    const double step = event->modifiers() & Qt::ShiftModifier ? farNudgePixels : nudgePixels;
    if (!direction || !m_eyesTool.nudge(direction->x() * step, direction->y() * step, transform()))
        return false;
    m_eyesNudged = true;
    update();
    emit eyesMoved(*m_eyesTool.eyes());
    return true;
}

bool PictureViewer::keyInView(QKeyEvent *event)
{
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    if (const auto direction = arrowDirection(event->key())) {
        changeView(transform().panned({-direction->x() * canvasRect().width() * keyPan,
                                       -direction->y() * canvasRect().height() * keyPan}));
        return true;
    }
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomStep(true);
        return true;
    case Qt::Key_Minus:
        zoomStep(false);
        return true;
    case Qt::Key_0:
        fit();
        return true;
    case Qt::Key_1:
        setZoom(1);
        return true;
    case Qt::Key_BracketLeft:
        rotateBy(-1);
        return true;
    case Qt::Key_BracketRight:
        rotateBy(1);
        return true;
    case Qt::Key_BraceLeft:
        rotateBy(-90);
        return true;
    case Qt::Key_BraceRight:
        rotateBy(90);
        return true;
    default:
        return false;
    }
}

void PictureViewer::keyReleaseEvent(QKeyEvent *event)
{
    // The key was let go: that is where the eye stays.
    if (m_eyesNudged && !event->isAutoRepeat() && arrowDirection(event->key())) {
        m_eyesNudged = false;
        emit eyesReleased(*m_eyesTool.eyes());
    }
    QWidget::keyReleaseEvent(event);
}

void PictureViewer::focusInEvent(QFocusEvent *event)
{
    if (m_tool == Tool::Marks && event->reason() == Qt::BacktabFocusReason)
        m_marksTool.focusLast();
    if (m_tool == Tool::Marks && hasPicture())
        m_marksTool.showCursor(transform());
    if (m_tool == Tool::Eyes && event->reason() == Qt::BacktabFocusReason)
        m_eyesTool.setFocused(EyesTool::Handle::Right);
    else if (m_tool == Tool::Eyes && event->reason() == Qt::TabFocusReason)
        m_eyesTool.setFocused(EyesTool::Handle::Left);
    update();
}

void PictureViewer::focusOutEvent(QFocusEvent *)
{
    if (m_eyesNudged && m_eyesTool.eyes()) {
        m_eyesNudged = false;
        emit eyesReleased(*m_eyesTool.eyes());
    }
    update();
}

bool PictureViewer::focusNextPrevChild(bool next)
{
    const auto from = next ? EyesTool::Handle::Left : EyesTool::Handle::Right;
    if (m_tool == Tool::Eyes && m_eyesTool.focused() == from) {
        m_eyesTool.setFocused(next ? EyesTool::Handle::Right : EyesTool::Handle::Left);
        announce(next ? tr("The eye at the right of the picture. Arrow keys move it.")
                      : tr("The eye at the left of the picture. Arrow keys move it."));
        update();
        return true;
    }
    if (m_tool == Tool::Marks && hasPicture() && m_marksTool.focusNext(next)) {
        announceMark();
        update();
        return true;
    }
    return QWidget::focusNextPrevChild(next);
}

bool PictureViewer::event(QEvent *event)
{
    // Keys that the viewer uses must not be taken by single-letter or digit shortcuts of the window.
    if (event->type() == QEvent::ShortcutOverride && hasPicture()) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool isOurs =
            arrowDirection(key->key()) || (key->key() == Qt::Key_Escape && m_tool != Tool::Pan) ||
            ((m_tool == Tool::Box || m_tool == Tool::Marks) && key->modifiers() == Qt::NoModifier &&
             (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter));
        if (isOurs && !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

QList<QPair<QString, QString>> PictureViewer::keyHelp()
{
    return {
        {QStringLiteral("+  -"), tr("Zoom in, zoom out")},
        {QStringLiteral("0"), tr("Fit the whole picture")},
        {QStringLiteral("1"), tr("100%: one picture pixel per screen pixel")},
        {tr("Arrow keys"), tr("Move the picture")},
        {QStringLiteral("[  ]"), tr("Turn by one degree")},
        {QStringLiteral("{  }"), tr("Turn by 90 degrees")},
        {tr("Enter"), tr("With the box tool: put a box in the middle, then accept it")},
        {tr("Arrow keys"), tr("With the box tool: move the box; with Shift, size it")},
        {tr("Tab"), tr("With the eyes tool: go to the other eye")},
        {tr("Arrow keys"), tr("With the eyes tool: move the eye by one pixel; with Shift, by five")},
        {tr("Arrow keys"),
         tr("With a marks tool: move the cross or the mark by a pixel; with Shift, by ten")},
        {tr("Enter"), tr("With a marks tool: set it at the cross; on a mark, write its text")},
        {tr("Tab"), tr("With a marks tool: go to the next mark")},
        {tr("Del"), tr("With a marks tool: remove the mark")},
        {tr("Esc"), tr("Leave the tool")},
    };
}

} // namespace likeness::viewer
