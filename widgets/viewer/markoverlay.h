// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/viewer/markstool.h"

#include <QLineF>
#include <QRectF>
#include <QSizeF>

#include <vector>

class QPainter;

/// Marks as they are drawn over a picture: of one size at any zoom, light lines with a dark rim, which are
/// seen on any ground. Never red or green.
namespace likeness::viewer::overlay
{

/// A label wants to be beside `anchor`, and not nearer than `clear`.
struct LabelWish {
    QPointF anchor;
    double clear = 0;
    QSizeF size;
    QLineF line{}; ///< drawn at the anchor: an arrow's shaft
};
/// Where each label stands: beside its own anchor, never on it, and as far as there is room on no other
/// anchor or line, on no other label and inside `canvas`.
std::vector<QRectF> placeLabels(const std::vector<LabelWish> &wishes, const QRectF &canvas);

/// The marks, the one under way and the cursor. `active`: handles and focus are shown, too.
void paintMarks(QPainter &painter, const ViewTransform &transform, const MarksTool &marks,
                const QRectF &canvas, bool active);

/// A dark plate with words that stands on a picture ("MIRRORED"); returns its rectangle.
QRectF paintPlate(QPainter &painter, const QPointF &corner, const QString &words, bool rightAligned);

/// Lines `spacing` logical pixels apart, one of them through the middle of the canvas.
void paintGrid(QPainter &painter, const QRectF &canvas, double spacing);

} // namespace likeness::viewer::overlay
