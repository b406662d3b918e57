// SPDX-License-Identifier: GPL-3.0-or-later
// PictureViewer's third part: the marks on the picture.
#include "widgets/viewer/marktextedit.h"
#include "widgets/viewer/pictureviewer.h"

#include <QKeyEvent>

#include <algorithm>

namespace likeness::viewer
{

namespace
{

constexpr double farPixels = 10;
constexpr double edgePx = 24; // the cross stays this far inside

QPointF arrowOf(int key)
{
    return {double(key == Qt::Key_Right) - double(key == Qt::Key_Left),
            double(key == Qt::Key_Down) - double(key == Qt::Key_Up)};
}

} // namespace

void PictureViewer::setMarks(const std::vector<model::Mark> &marks)
{
    if (m_marksTool.marks() == marks)
        return;
    m_marksTool.setMarks(marks);
    update();
}

void PictureViewer::setMarkKind(model::Mark::Kind kind)
{
    m_marksTool.setKind(kind);
    if (m_tool == Tool::Marks && hasFocus() && hasPicture())
        m_marksTool.showCursor(transform());
    update();
}

int PictureViewer::focusedMark() const
{
    return m_marksTool.focused() ? m_marksTool.focused()->mark : -1;
}

void PictureViewer::setMarksEditable(bool editable)
{
    m_marksEditable = editable;
    if (!editable && m_tool == Tool::Marks)
        setTool(Tool::Pan);
}

bool PictureViewer::keyInMarksTool(QKeyEvent *event)
{
    if (m_tool != Tool::Marks || event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        if (!m_marksTool.cancel())
            emit toolLeft();
    } else if (isEnter && event->modifiers() == Qt::NoModifier) {
        carryOut(m_marksTool.accept(transform()));
        if (m_marksTool.draft())
            announce(tr("One end is set. Arrow keys move the other, Enter sets it."));
    } else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        removeFocusedMark();
    } else if (const QPointF direction = arrowOf(event->key()); !direction.isNull()) {
        // At least a screen pixel, so that a step is seen at any zoom.
        double step = std::max(1.0, 1 / m_view.zoom);
        if (event->modifiers() & Qt::ShiftModifier)
            step *= farPixels;
        carryOut(m_marksTool.nudge(direction.x() * step, direction.y() * step, transform()));
        if (const auto focused = m_marksTool.focused()) {
            const model::Mark &mark = m_marksTool.marks()[size_t(focused->mark)];
            keepInView(focused->isEnd ? mark.to : mark.from);
        } else if (m_marksTool.cursor()) {
            keepInView(*m_marksTool.cursor());
        }
    } else {
        return false;
    }
    update();
    return true;
}

void PictureViewer::carryOut(const MarksTool::Deed &deed)
{
    using What = MarksTool::Deed::What;
    if (!m_marksEditable)
        return;
    switch (deed.what) {
    case What::Nothing:
        break;
    case What::Add:
        emit markAdded(deed.mark);
        break;
    case What::Change:
        emit markChanged(deed.index, deed.mark);
        break;
    case What::WriteText:
        writeText(deed.index, deed.mark);
        break;
    }
}

void PictureViewer::writeText(int index, const model::Mark &mark)
{
    auto *edit = new MarkTextEdit(mark.text, this);
    edit->placeAt(toWidget(mark.from), canvasRect());
    connect(edit, &MarkTextEdit::finished, this, [this, index, mark](const QString &text) {
        model::Mark written = mark;
        written.text = text;
        const bool isNothing = mark.kind == model::Mark::Kind::Text && text.isEmpty();
        if (index < 0 && !isNothing)
            emit markAdded(written);
        else if (index >= 0 && isNothing)
            emit markRemoved(index);
        else if (index >= 0)
            emit markChanged(index, written);
    });
}

void PictureViewer::removeFocusedMark()
{
    const int index = focusedMark();
    if (index < 0 || !m_marksEditable)
        return;
    m_marksTool.setFocused({});
    emit markRemoved(index);
    announce(tr("The mark is removed."));
}

void PictureViewer::announceMark()
{
    const int index = focusedMark();
    if (index < 0)
        return;
    const model::Mark &mark = m_marksTool.marks()[size_t(index)];
    QString what;
    switch (mark.kind) {
    case model::Mark::Kind::Point:
        what = tr("Point %1.").arg(mark.number);
        break;
    case model::Mark::Kind::Arrow:
        what = tr("Arrow %1.").arg(mark.number);
        break;
    case model::Mark::Kind::Box:
        what = tr("Box.");
        break;
    case model::Mark::Kind::Text:
        what = tr("Text.");
        break;
    }
    if (!mark.text.isEmpty())
        what += QLatin1Char(' ') + mark.text;
    announce(tr("%1 Arrow keys move it, Enter writes its text, Delete removes it.").arg(what));
}

void PictureViewer::keepInView(const model::RelativePoint &point)
{
    const QPointF at = toWidget(point);
    const QRectF room = canvasRect().adjusted(edgePx, edgePx, -edgePx, -edgePx);
    const QPointF nearest(std::clamp(at.x(), room.left(), std::max(room.left(), room.right())),
                          std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom())));
    if (nearest != at)
        changeView(transform().panned(nearest - at));
}

} // namespace likeness::viewer
