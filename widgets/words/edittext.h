// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/derivation.h"

#include <QSize>

namespace likeness::words
{

/// The reader's words for the edits of a picture. Short phrases, no full stop. Any thread.
QString editTitle(model::Edit::Kind kind); ///< "Rotate", "Average frames"
/// What one edit does, with its numbers: "Rotate by 12.5° clockwise". A crop is told in pixels of `before`,
/// the picture that it is applied to; in shares of it when that is not known.
QString phrase(const model::Edit &edit, const QSize &before = {});
/// The titles in their order, as one line: "Crop, rotate, gamma"; equal neighbours are counted.
QString phrase(const std::vector<model::Edit> &edits);

} // namespace likeness::words
