// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/markstool.h"

#include <QLineF>

#include <algorithm>
#include <utility>

namespace likeness::viewer
{

using model::Mark;

namespace
{

model::RelativePoint inside(const model::RelativePoint &point)
{
    return {std::clamp(point.x, 0.0, 1.0), std::clamp(point.y, 0.0, 1.0)};
}

} // namespace

bool hasTwoEnds(Mark::Kind kind)
{
    return kind == Mark::Kind::Arrow || kind == Mark::Kind::Box;
}

void MarksTool::setMarks(const std::vector<Mark> &marks)
{
    m_marks = marks;
    if (m_focused && m_focused->mark >= int(m_marks.size()))
        m_focused.reset();
    if (m_draftOf >= int(m_marks.size())) {
        m_draft.reset();
        m_draftOf = -1;
        m_dragging = false;
    }
}

void MarksTool::setKind(Mark::Kind kind)
{
    m_kind = kind;
    m_draft.reset();
    m_draftOf = -1;
    m_dragging = false;
}

MarksTool::Handle MarksTool::handleAt(const QPointF &point, const ViewTransform &transform) const
{
    Handle nearest;
    double least = gripPx;
    for (int i = 0; i < int(m_marks.size()); ++i) {
        const Mark &mark = m_marks[size_t(i)];
        for (const bool isEnd : {false, true}) {
            if (isEnd && !hasTwoEnds(mark.kind))
                continue;
            const double distance = QLineF(transform.map(isEnd ? mark.to : mark.from), point).length();
            if (distance <= least) { // of two in one place, the later one, which is drawn on top
                least = distance;
                nearest = {i, isEnd};
            }
        }
    }
    return nearest;
}

void MarksTool::setFocused(const std::optional<Handle> &handle)
{
    m_focused = handle && handle->mark >= 0 && handle->mark < int(m_marks.size()) ? handle : std::nullopt;
}

bool MarksTool::focusNext(bool forward)
{
    if (m_marks.empty())
        return false;
    const int last = int(m_marks.size()) - 1;
    Handle next = m_focused.value_or(Handle{forward ? -1 : last + 1, forward});
    const bool two = m_focused && hasTwoEnds(m_marks[size_t(next.mark)].kind);
    if (two && next.isEnd != forward) {
        next.isEnd = forward;
    } else {
        next.mark += forward ? 1 : -1;
        if (next.mark < 0 || next.mark > last)
            return false;
        next.isEnd = !forward && hasTwoEnds(m_marks[size_t(next.mark)].kind);
    }
    m_focused = next;
    return true;
}

void MarksTool::focusLast()
{
    m_focused.reset();
    focusNext(false);
}

model::RelativePoint &MarksTool::end(Mark &mark, bool isEnd) const
{
    return isEnd ? mark.to : mark.from;
}

void MarksTool::begin(const QPointF &point, const ViewTransform &transform)
{
    hideCursor();
    m_dragging = true;
    m_moved = false;
    const Handle handle = handleAt(point, transform);
    if (handle.mark >= 0) {
        m_focused = handle;
        m_draft = m_marks[size_t(handle.mark)];
        m_draftOf = handle.mark;
        m_draftEnd = handle.isEnd;
        m_grabOffset = transform.map(end(*m_draft, m_draftEnd)) - point;
        return;
    }
    m_focused.reset();
    const model::RelativePoint at = inside(transform.unmap(point));
    m_draft = Mark{};
    m_draft->kind = m_kind;
    m_draft->from = m_draft->to = at;
    m_draftOf = -1;
    m_draftEnd = hasTwoEnds(m_kind);
    m_grabOffset = {};
}

void MarksTool::drag(const QPointF &point, const ViewTransform &transform)
{
    if (!m_dragging || !m_draft)
        return;
    m_moved = true;
    end(*m_draft, m_draftEnd) = inside(transform.unmap(point + m_grabOffset));
    if (!hasTwoEnds(m_draft->kind))
        m_draft->to = m_draft->from;
}

bool MarksTool::isLongEnough(const Mark &mark, const ViewTransform &transform) const
{
    return !hasTwoEnds(mark.kind) ||
           QLineF(transform.map(mark.from), transform.map(mark.to)).length() >= leastSidePx;
}

MarksTool::Deed MarksTool::added()
{
    const Mark mark = *std::exchange(m_draft, std::nullopt);
    return {mark.kind == Mark::Kind::Text ? Deed::What::WriteText : Deed::What::Add, -1, mark};
}

MarksTool::Deed MarksTool::finish(const ViewTransform &transform)
{
    m_dragging = false;
    if (!m_draft)
        return {};
    const int index = std::exchange(m_draftOf, -1);
    if (!isLongEnough(*m_draft, transform)) {
        m_draft.reset();
        return {};
    }
    if (index < 0)
        return added();
    const Mark mark = *std::exchange(m_draft, std::nullopt);
    return m_moved ? Deed{Deed::What::Change, index, mark} : Deed{};
}

void MarksTool::showCursor(const ViewTransform &transform)
{
    if (!m_cursor)
        m_cursor = inside(transform.view().center);
}

MarksTool::Deed MarksTool::nudge(double dxPixels, double dyPixels, const ViewTransform &transform)
{
    const QPointF pixels = transform.pictureDirection({dxPixels, dyPixels});
    const auto moved = [&](const model::RelativePoint &from) {
        return inside({from.x + pixels.x() / transform.picture().width(),
                       from.y + pixels.y() / transform.picture().height()});
    };
    if (m_focused) {
        Mark mark = m_marks[size_t(m_focused->mark)];
        end(mark, m_focused->isEnd) = moved(end(mark, m_focused->isEnd));
        if (!hasTwoEnds(mark.kind))
            mark.to = mark.from;
        return {Deed::What::Change, m_focused->mark, mark};
    }
    showCursor(transform);
    m_cursor = moved(*m_cursor);
    if (m_draft)
        m_draft->to = *m_cursor;
    return {};
}

MarksTool::Deed MarksTool::accept(const ViewTransform &transform)
{
    if (m_focused)
        return {Deed::What::WriteText, m_focused->mark, m_marks[size_t(m_focused->mark)]};
    showCursor(transform);
    if (!m_draft) {
        m_draft = Mark{};
        m_draft->kind = m_kind;
        m_draft->from = m_draft->to = *m_cursor;
        return hasTwoEnds(m_kind) ? Deed{} : added();
    }
    m_draft->to = *m_cursor;
    return isLongEnough(*m_draft, transform) ? added() : Deed{};
}

bool MarksTool::cancel()
{
    const bool underWay = m_draft.has_value() || m_focused.has_value();
    if (m_draft)
        m_draft.reset();
    else
        m_focused.reset();
    m_draftOf = -1;
    m_dragging = false;
    return underWay;
}

} // namespace likeness::viewer
