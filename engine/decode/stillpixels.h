// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/decode/stillstructure.h"

namespace likeness::decode {

/// The pixels as stored (not yet turned), 8 bits a channel, transparency over white. `bytes` must have passed
/// stillStructure() and the size limits. Errors (subject empty, the caller knows the name): FileDamaged,
/// FormatUnsupported, TooLarge when memory is short, Cancelled.
base::Result<base::Picture> stillPixels(StillKind kind, const QByteArray &bytes,
                                        const StillStructure &structure, base::Progress &progress);

/// JPEG with libjpeg itself and not Qt's plugin, because only libjpeg's own warnings tell a whole picture
/// from one that was filled up with grey, and because Qt takes every CMYK file for an inverted one. Looks at
/// cancel every few rows and between the passes of a progressive file.
base::Result<base::Picture> jpegPixels(const QByteArray &bytes, const StillStructure &structure,
                                       base::Progress &progress);

/// HEIC and AVIF with libheif, on this thread alone. It turns, mirrors and crops as the container says, so the
/// picture is upright.
base::Result<base::Picture> heifPixels(const QByteArray &bytes, const StillStructure &structure);

/// Everything else with Qt's image plugins. They work without a QGuiApplication.
base::Result<base::Picture> pluginPixels(StillKind kind, const QByteArray &bytes,
                                         const StillStructure &structure);

} // namespace likeness::decode
