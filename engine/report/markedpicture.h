// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/examination.h"
#include "engine/report/pageflow.h"

namespace likeness::report
{

/// The part of a picture that shows a face with some of what is around it and all marks, as near to `aspect`
/// (width by height, of pixels) as the picture allows. A box that is not valid gives the whole picture.
model::RelativeRect viewOf(const model::RelativeRect &box, const std::vector<model::Mark> &marks,
                           const QSize &pixels, double aspect);

/// A part of a picture with marks drawn over it as lines: points as a ring with a number beside it, arrows
/// with their number at the tail, boxes, and texts on a white plate. Numbers never lie on the place that they
/// point at, and not on each other where there is room. A text longer than a few words is cut on the picture;
/// the legend has it all. The pixels are drawn as they are.
Fragment markedPicture(const QImage &image, const model::RelativeRect &view,
                       const std::vector<model::Mark> &marks, const QSizeF &limit);

} // namespace likeness::report
