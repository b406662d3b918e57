// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/geometry.h"
#include "widgets/viewer/viewtransform.h"

#include <optional>

namespace likeness::viewer
{

/// Drawing one box, or resizing one, with the mouse or with keys. Holds the box while it is being made and
/// knows nothing of widgets. Boxes are upright in the picture, at least leastSide pixels a side, inside it.
class BoxTool
{
public:
    static constexpr int leastSide = 8;  ///< picture pixels
    static constexpr double gripPx = 10; ///< logical pixels around a handle that catch it

    enum class Grip { None, TopLeft, Top, TopRight, Right, BottomRight, Bottom, BottomLeft, Left };
    /// The handle of `box` at a canvas point.
    static Grip gripAt(const model::RelativeRect &box, const QPointF &point, const ViewTransform &transform);
    /// Where the handle lies, relative to the picture.
    static model::RelativePoint gripPoint(const model::RelativeRect &box, Grip grip);

    /// Begins a new box at the point, or resizes `box` by its handle.
    void begin(const QPointF &point, const ViewTransform &transform);
    void beginResize(const model::RelativeRect &box, Grip grip);
    void drag(const QPointF &point, const ViewTransform &transform);
    /// The finished box; nothing when it is too small to mean anything (a click).
    std::optional<model::RelativeRect> finish();

    /// With keys: a box in the middle of what is seen, to be moved, sized and finished.
    void beginWithKeys(const ViewTransform &transform);
    void nudge(double dxPixels, double dyPixels, const ViewTransform &transform);
    void grow(double dwPixels, double dhPixels, const ViewTransform &transform);

    void cancel();
    bool isActive() const { return m_box.has_value(); }
    bool isResizing() const { return m_grip != Grip::None; }
    bool isByKeys() const { return m_byKeys; }
    const std::optional<model::RelativeRect> &box() const { return m_box; }

private:
    std::optional<model::RelativeRect> m_box;
    model::RelativePoint m_anchor;
    Grip m_grip = Grip::None;
    bool m_byKeys = false;
    bool m_largeEnough = false;
};

} // namespace likeness::viewer
