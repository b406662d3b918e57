// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"

namespace likeness::imaging {

/// The picture as an uncompressed 24-bit Windows bitmap (BITMAPINFOHEADER): lossless, and the same bytes for
/// the same picture everywhere. `picture` is not null. Pure; thread-safe.
QByteArray toBmp(const base::Picture &picture);

} // namespace likeness::imaging
