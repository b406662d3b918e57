// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/viewer/boxtool.h"
#include "widgets/viewer/eyestool.h"
#include "widgets/viewer/picturepyramid.h"
#include "widgets/viewer/viewtransform.h"

#include <QString>

class QPainter;

/// What is drawn over a picture: lines of light and dark side by side, so that they are seen on any skin and
/// any ground, and of one width at any zoom. Never red or green.
namespace likeness::viewer::overlay
{

struct BoxLook {
    bool chosen = false;
    bool unsuitable = false; ///< quieter, dashed
    bool handles = false;
};
void paintBox(QPainter &painter, const ViewTransform &transform, const model::RelativeRect &box,
              const QString &label, const BoxLook &look);

/// Two rings whose middle stays free; the focused one is marked. `movable` draws them larger.
void paintEyes(QPainter &painter, const ViewTransform &transform, const EyesTool &eyes, bool movable);

/// The pixels around the point, three times as large as they are seen (6 screen pixels each at least), beside
/// it and inside `canvas`.
void paintLoupe(QPainter &painter, const ViewTransform &transform, const PicturePyramid &picture,
                const model::RelativePoint &point, const QRectF &canvas, double scale);

} // namespace likeness::viewer::overlay
