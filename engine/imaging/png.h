// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/model/video.h"

namespace likeness::imaging
{

/// The picture as a PNG (ISO/IEC 15948), 8 bits a channel, grey or RGB, deflated by zlib. Lossless, and
/// pixels only: IHDR, IDAT and IEND, no text, time, colour profile or EXIF. `picture` is not null. Pure;
/// thread-safe.
QByteArray toPng(const base::Picture &picture);
/// The same of a frame, in its own 8 or 16 bits a channel.
QByteArray toPng(const model::NativeFrame &frame);

} // namespace likeness::imaging
