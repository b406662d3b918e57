// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/model/geometry.h"

#include <QImage>

namespace likeness::common
{

/// The same pixels as a QImage, shared and not copied: Grayscale8 or RGB888. Null for a null picture.
QImage toImage(const base::Picture &picture);

/// The part of a picture under `region`, grown by `margin` of its longer side on all sides and cut at the
/// picture's edges, scaled down (never up) to fit `atMost`: for cards and list rows.
QImage cutOut(const base::Picture &picture, const model::RelativeRect &region, double margin, QSize atMost);

} // namespace likeness::common
