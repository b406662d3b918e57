// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"

namespace likeness::decode {

/// The picture turned upright by an EXIF orientation (tag 274 of TIFF 6.0 and Exif 2.3: 1 as stored,
/// 2 mirrored, 3 by 180 degrees, 4 upside down mirrored, 5 transposed, 6 by 90 clockwise, 7 transposed
/// over the other diagonal, 8 by 90 anticlockwise). Any other number leaves it as it is.
base::Picture turnedUpright(const base::Picture &stored, int orientation);

} // namespace likeness::decode
