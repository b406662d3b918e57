// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/examination.h"
#include "widgets/viewer/viewtransform.h"

#include <optional>
#include <vector>

namespace likeness::viewer
{

/// Setting, moving and choosing marks on one picture, with the mouse or with keys. Knows nothing of widgets
/// and changes no list: what was done comes back as a Deed. A mark has one handle (point, text) or two (the
/// ends of an arrow, two corners of a box). Points stay inside the picture.
class MarksTool
{
public:
    static constexpr double gripPx = 12;     ///< logical pixels around a handle that catch it
    static constexpr double leastSidePx = 6; ///< a shorter arrow or box is a click

    struct Handle {
        int mark = -1;
        bool isEnd = false; ///< Mark::to
        friend bool operator==(const Handle &, const Handle &) = default;
    };
    struct Deed {
        enum class What { Nothing, Add, Change, WriteText };
        What what = What::Nothing;
        int index = -1; ///< -1: a new mark
        model::Mark mark{};
    };

    void setMarks(const std::vector<model::Mark> &marks); ///< the focus stays while its mark is there
    const std::vector<model::Mark> &marks() const { return m_marks; }
    void setKind(model::Mark::Kind kind); ///< of new ones; drops what is under way
    model::Mark::Kind kind() const { return m_kind; }

    Handle handleAt(const QPointF &point, const ViewTransform &transform) const;
    const std::optional<Handle> &focused() const { return m_focused; }
    void setFocused(const std::optional<Handle> &handle);
    /// From handle to handle in the order of numbers set; false at the last (first) one.
    bool focusNext(bool forward);
    void focusLast();

    // Mouse: takes hold of the handle at the point, or begins a new mark there
    void begin(const QPointF &point, const ViewTransform &transform);
    void drag(const QPointF &point, const ViewTransform &transform);
    Deed finish(const ViewTransform &transform);
    bool isDragging() const { return m_dragging; }

    // Keys: a cursor, moved by screen directions in picture pixels
    void showCursor(const ViewTransform &transform); ///< in the middle of what is seen, unless it is there
    void hideCursor() { m_cursor.reset(); }
    const std::optional<model::RelativePoint> &cursor() const { return m_cursor; }
    /// Moves the focused handle (a Change) or the cursor.
    Deed nudge(double dxPixels, double dyPixels, const ViewTransform &transform);
    /// Sets what is at the cursor: a point, the first end, then the second. With a focused handle: its text.
    Deed accept(const ViewTransform &transform);

    /// Gives up what is under way, else the focus; false when there was neither.
    bool cancel();
    /// The mark being made or moved, as it would be now.
    const std::optional<model::Mark> &draft() const { return m_draft; }
    int draftOf() const { return m_draftOf; } ///< the index of the moved one, -1: a new one

private:
    model::RelativePoint &end(model::Mark &mark, bool isEnd) const;
    bool isLongEnough(const model::Mark &mark, const ViewTransform &transform) const;
    Deed added();

    std::vector<model::Mark> m_marks;
    model::Mark::Kind m_kind = model::Mark::Kind::Point;
    std::optional<Handle> m_focused;
    std::optional<model::RelativePoint> m_cursor;
    std::optional<model::Mark> m_draft;
    int m_draftOf = -1;
    bool m_draftEnd = false;
    bool m_dragging = false;
    bool m_moved = false;
    QPointF m_grabOffset;
};

/// Points and texts are one place, arrows and boxes two.
bool hasTwoEnds(model::Mark::Kind kind);

} // namespace likeness::viewer
