// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/decode/framestream.h"

namespace likeness::decode
{

/// What the headers say, with everything as found in `metadata`: "Container.<tag>", "Stream.0.codec",
/// "Stream.0.tag.<tag>" ... At most 2,000 entries; a value of over 512 bytes is given by its length: "(1234
/// bytes)".
model::VideoInfo videoInfo(const FrameStream &stream);

} // namespace likeness::decode
