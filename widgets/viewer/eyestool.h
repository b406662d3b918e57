// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/geometry.h"
#include "widgets/viewer/viewtransform.h"

#include <optional>

namespace likeness::viewer
{

/// Moving the two eye points, with the mouse or with keys. Knows nothing of widgets. A point stays inside
/// the picture.
class EyesTool
{
public:
    enum class Handle { None, Left, Right };
    static constexpr double gripPx = 14; ///< logical pixels around a point that catch it

    void setEyes(const std::optional<model::EyePoints> &eyes);
    const std::optional<model::EyePoints> &eyes() const { return m_eyes; }

    Handle handleAt(const QPointF &point, const ViewTransform &transform) const;
    Handle focused() const { return m_focused; } ///< that keys move
    void setFocused(Handle handle) { m_focused = m_eyes ? handle : Handle::None; }
    model::RelativePoint focusedPoint() const; ///< only with a focused handle

    /// Takes hold of the handle at the point; false when there is none.
    bool begin(const QPointF &point, const ViewTransform &transform);
    void drag(const QPointF &point, const ViewTransform &transform);
    void finish() { m_dragging = false; }
    bool isDragging() const { return m_dragging; }

    /// Moves the focused point by screen directions, in picture pixels. False when none is focused.
    bool nudge(double dxPixels, double dyPixels, const ViewTransform &transform);

private:
    void moveFocused(const model::RelativePoint &to);

    std::optional<model::EyePoints> m_eyes;
    Handle m_focused = Handle::None;
    bool m_dragging = false;
    QPointF m_grabOffset; ///< from the pointer to the point, so that taking hold moves nothing
};

} // namespace likeness::viewer
