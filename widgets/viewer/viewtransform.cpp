// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/viewtransform.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace likeness::viewer
{

namespace
{

QPointF rotated(const QPointF &vector, double degrees)
{
    return QTransform().rotate(degrees).map(vector);
}

} // namespace

ViewTransform::ViewTransform(QSize picture, QSizeF canvas, double scale, const View &view)
    : m_picture(picture), m_canvas(canvas), m_scale(scale), m_view(view)
{
    const double factor = view.zoom / scale;
    m_toCanvas = QTransform()
                     .translate(canvas.width() / 2, canvas.height() / 2)
                     .rotate(view.degrees)
                     .scale(view.mirrored ? -factor : factor, factor)
                     .translate(-view.center.x * picture.width(), -view.center.y * picture.height());
    if (std::fmod(view.degrees, 90) == 0) {
        const QPointF corner = m_toCanvas.map(QPointF(0, 0)) * scale;
        const QPointF snapped(std::round(corner.x()), std::round(corner.y()));
        m_toCanvas *=
            QTransform::fromTranslate((snapped - corner).x() / scale, (snapped - corner).y() / scale);
    }
}

QPointF ViewTransform::map(const model::RelativePoint &point) const
{
    return m_toCanvas.map(QPointF(point.x * m_picture.width(), point.y * m_picture.height()));
}

QPolygonF ViewTransform::map(const model::RelativeRect &rect) const
{
    using Point = model::RelativePoint;
    return QPolygonF{map(Point{rect.x, rect.y}), map(Point{rect.right(), rect.y}),
                     map(Point{rect.right(), rect.bottom()}), map(Point{rect.x, rect.bottom()})};
}

model::RelativePoint ViewTransform::unmap(const QPointF &canvasPoint) const
{
    const QPointF pixel = toPicture().map(canvasPoint);
    return {pixel.x() / m_picture.width(), pixel.y() / m_picture.height()};
}

QPointF ViewTransform::pictureVector(const QPointF &canvasVector) const
{
    return pictureDirection(canvasVector) * m_scale / m_view.zoom;
}

QPointF ViewTransform::pictureDirection(const QPointF &canvasVector) const
{
    const QPointF upright = rotated(canvasVector, -m_view.degrees);
    return {m_view.mirrored ? -upright.x() : upright.x(), upright.y()};
}

View ViewTransform::showing(const model::RelativeRect &region) const
{
    const QRectF pixels(0, 0, region.width * m_picture.width(), region.height * m_picture.height());
    const QRectF turnedPixels = QTransform().rotate(m_view.degrees).mapRect(pixels);
    double zoom =
        std::min(m_canvas.width() / turnedPixels.width(), m_canvas.height() / turnedPixels.height()) *
        m_scale;
    if (zoom > 1)
        zoom = std::floor(zoom);
    return {std::clamp(zoom, leastZoom, mostZoom), region.center(), m_view.degrees, m_view.mirrored};
}

View ViewTransform::zoomed(double factor, const QPointF &anchor) const
{
    View result = m_view;
    result.zoom = std::clamp(m_view.zoom * factor, leastZoom, mostZoom);
    const QPointF fromMiddle = anchor - QPointF(m_canvas.width() / 2, m_canvas.height() / 2);
    const QPointF held = toPicture().map(anchor);
    const QPointF middle = held - pictureDirection(fromMiddle) * m_scale / result.zoom;
    result.center = {middle.x() / m_picture.width(), middle.y() / m_picture.height()};
    return result;
}

View ViewTransform::panned(const QPointF &delta) const
{
    const QPointF moved = pictureVector(delta);
    View result = m_view;
    result.center = {std::clamp(m_view.center.x - moved.x() / m_picture.width(), 0.0, 1.0),
                     std::clamp(m_view.center.y - moved.y() / m_picture.height(), 0.0, 1.0)};
    return result;
}

View ViewTransform::turned(double degrees) const
{
    View result = m_view;
    result.degrees = std::remainder(m_view.degrees + degrees, 360.0);
    if (result.degrees <= -180)
        result.degrees += 360;
    return result;
}

View ViewTransform::mirrored() const
{
    View result = m_view;
    result.mirrored = !m_view.mirrored;
    // A face that was turned upright stays upright.
    result.degrees = m_view.degrees == 180 ? 180 : -m_view.degrees;
    return result;
}

double ViewTransform::nextStop(double zoom, bool up)
{
    static constexpr std::array stops{1.0 / 64, 1.0 / 32, 1.0 / 16, 0.125, 0.25, 1.0 / 3, 0.5,
                                      2.0 / 3,  1.0,      2.0,      3.0,   4.0,  6.0,     8.0,
                                      12.0,     16.0,     24.0,     32.0,  64.0};
    constexpr double tolerance = 1.001; // a fit that falls almost on a stop counts as being there
    if (up) {
        const auto *next =
            std::find_if(stops.begin(), stops.end(), [&](double s) { return s > zoom * tolerance; });
        return next == stops.end() ? mostZoom : *next;
    }
    const auto next =
        std::find_if(stops.rbegin(), stops.rend(), [&](double s) { return s * tolerance < zoom; });
    return next == stops.rend() ? leastZoom : *next;
}

} // namespace likeness::viewer
