// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/geometry.h"

#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QSize>
#include <QTransform>

namespace likeness::viewer
{

/// Where a viewer looks, in picture coordinates, so that two viewers of different pictures can move alike.
struct View {
    double zoom = 1; ///< 1 is one picture pixel per screen pixel, also on scaled displays
    model::RelativePoint center{0.5, 0.5};
    double degrees = 0;    ///< clockwise
    bool mirrored = false; ///< left and right of the picture are exchanged, for viewing only
    friend bool operator==(const View &, const View &) = default;
};

/// The arithmetic of looking: picture pixels to logical pixels of a canvas whose origin is 0,0. A plain
/// value; any thread. At turns of 90 degrees picture pixels lie on whole screen pixels: the view is moved by
/// less than half a screen pixel for it.
class ViewTransform
{
public:
    static constexpr double leastZoom = 1.0 / 128;
    static constexpr double mostZoom = 64;

    /// `canvas` in logical pixels, `scale` screen pixels per logical pixel.
    ViewTransform(QSize picture, QSizeF canvas, double scale, const View &view);

    const View &view() const { return m_view; }
    QSize picture() const { return m_picture; }
    QTransform toCanvas() const { return m_toCanvas; } ///< from picture pixels
    QTransform toPicture() const { return m_toCanvas.inverted(); }

    QPointF map(const model::RelativePoint &point) const;
    QPolygonF map(const model::RelativeRect &rect) const; ///< four corners from the top left, clockwise
    model::RelativePoint unmap(const QPointF &canvasPoint) const; ///< may lie outside 0..1
    QPointF pictureVector(const QPointF &canvasVector) const;     ///< in picture pixels
    QPointF pictureDirection(const QPointF &canvasVector) const;  ///< turned and mirrored, of the same length

    /// The view that shows all of `region`, turned as now, as large as fits. Enlargement is by whole
    /// numbers, so that picture pixels stay squares of one size.
    View showing(const model::RelativeRect &region) const;
    /// Zoomed by `factor`; what is under `anchor` stays there. Between leastZoom and mostZoom.
    View zoomed(double factor, const QPointF &anchor) const;
    /// Moved with the hand by `delta` logical pixels; the middle of the canvas stays on the picture.
    View panned(const QPointF &delta) const;
    View turned(double degrees) const; ///< around the middle of the canvas; -180 < degrees <= 180
    View mirrored() const;             ///< left and right of the screen exchanged, around the middle

    /// The next round zoom above (or below) this one: 25%, 50%, 100%, 200% ...
    static double nextStop(double zoom, bool up);

private:
    QSize m_picture;
    QSizeF m_canvas;
    double m_scale;
    View m_view;
    QTransform m_toCanvas;
};

} // namespace likeness::viewer
