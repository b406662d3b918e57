// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/overlay.h"

#include "widgets/common/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace likeness::viewer::overlay
{

namespace
{

const QColor light(255, 255, 255, 230);
const QColor dark(0, 0, 0, 170);

QPen pen(const QColor &color, double width, Qt::PenStyle style = Qt::SolidLine)
{
    QPen result(color, width, style, Qt::FlatCap, Qt::MiterJoin);
    return result;
}

void paintTag(QPainter &painter, const QPointF &corner, const QString &label, bool chosen)
{
    if (label.isEmpty())
        return;
    const QFontMetricsF metrics(painter.font());
    const double height = metrics.height() + 2;
    const double width = std::max(metrics.horizontalAdvance(label) + 10, height);
    // Outside the box, so that it covers nothing of the face.
    const QRectF tag(corner.x() - 1, corner.y() - height - 2, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(chosen ? common::darkColors().accent : QColor(0, 0, 0, 190));
    painter.drawRoundedRect(tag, 3, 3);
    painter.setPen(Qt::white);
    painter.drawText(tag, Qt::AlignCenter, label);
}

} // namespace

void paintBox(QPainter &painter, const ViewTransform &transform, const model::RelativeRect &box,
              const QString &label, const BoxLook &look)
{
    const QPolygonF outline = transform.map(box);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    if (look.chosen) {
        painter.setPen(pen(dark, 5));
        painter.drawPolygon(outline);
        painter.setPen(pen(light, 3.4));
        painter.drawPolygon(outline);
        painter.setPen(pen(common::darkColors().accent, 2));
        painter.drawPolygon(outline);
    } else {
        painter.setPen(pen(dark, look.unsuitable ? 2 : 3));
        painter.drawPolygon(outline);
        painter.setPen(pen(QColor(255, 255, 255, look.unsuitable ? 150 : 230), look.unsuitable ? 1 : 1.4,
                           look.unsuitable ? Qt::DashLine : Qt::SolidLine));
        painter.drawPolygon(outline);
    }
    if (look.handles) {
        for (int i = int(BoxTool::Grip::TopLeft); i <= int(BoxTool::Grip::Left); ++i) {
            const QPointF at = transform.map(BoxTool::gripPoint(box, BoxTool::Grip(i)));
            painter.setPen(pen(dark, 1));
            painter.setBrush(Qt::white);
            painter.drawRect(QRectF(at.x() - 4, at.y() - 4, 8, 8));
        }
    }
    const QRectF bounds = outline.boundingRect();
    paintTag(painter, bounds.topLeft(), label, look.chosen);
    painter.restore();
}

void paintEyes(QPainter &painter, const ViewTransform &transform, const EyesTool &eyes, bool movable)
{
    if (!eyes.eyes())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    const double radius = movable ? 10 : 5;
    const auto paintOne = [&](const model::RelativePoint &eye, bool focused) {
        const QPointF at = transform.map(eye);
        const auto strokes = [&](const QPen &with) {
            painter.setPen(with);
            painter.drawEllipse(at, radius, radius);
            if (!movable)
                return;
            for (const QPointF &direction : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
                painter.drawLine(at + direction * (radius - 4), at + direction * (radius + 5));
        };
        strokes(pen(dark, 4));
        strokes(pen(light, focused ? 2.6 : 1.6));
        if (focused)
            strokes(pen(common::darkColors().accent, 1.8));
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::white);
        painter.drawEllipse(at, 1, 1);
        painter.setBrush(Qt::NoBrush);
    };
    paintOne(eyes.eyes()->left, movable && eyes.focused() == EyesTool::Handle::Left);
    paintOne(eyes.eyes()->right, movable && eyes.focused() == EyesTool::Handle::Right);
    painter.restore();
}

void paintLoupe(QPainter &painter, const ViewTransform &transform, const PicturePyramid &picture,
                const model::RelativePoint &point, const QRectF &canvas, double scale)
{
    constexpr double radius = 72;
    constexpr double away = 40;
    const QPointF at = transform.map(point);
    // Above the eye where there is room, else below; never over the point itself.
    QPointF middle(at.x(), at.y() - radius - away);
    if (middle.y() - radius < canvas.top())
        middle.setY(at.y() + radius + away);
    middle.setX(std::clamp(middle.x(), canvas.left() + radius + 2, canvas.right() - radius - 2));
    const QRectF circle(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius);

    View close = transform.view();
    close.zoom = std::clamp(std::ceil(close.zoom * 3), 6.0, ViewTransform::mostZoom);
    close.center = point;
    const ViewTransform closer(transform.picture(), circle.size(), scale, close);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    QPainterPath clip;
    clip.addEllipse(circle);
    painter.save();
    painter.setClipPath(clip);
    painter.fillRect(circle, common::colors().canvas);
    painter.translate(circle.topLeft());
    painter.setTransform(closer.toCanvas(), true);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    const QRectF seen = closer.toPicture().mapRect(QRectF({0, 0}, circle.size()));
    const QRect source = seen.toAlignedRect().intersected(picture.full().rect());
    painter.drawImage(QRectF(source), picture.full(), source);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen(dark, 4));
    painter.drawEllipse(circle);
    painter.setPen(pen(light, 2));
    painter.drawEllipse(circle);
    for (const QPointF &direction : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)}) {
        painter.setPen(pen(dark, 3));
        painter.drawLine(middle + direction * 8, middle + direction * 22);
        painter.setPen(pen(light, 1.2));
        painter.drawLine(middle + direction * 8, middle + direction * 22);
    }
    painter.restore();
}

} // namespace likeness::viewer::overlay
