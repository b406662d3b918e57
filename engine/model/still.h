// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"

#include <QJsonObject>
#include <QString>

namespace likeness::model
{

/// A decoded still: upright, 8 bits a channel, sRGB assumed, transparency over white.
struct Still {
    base::Picture picture;
    QString mediaType;       ///< by content: image/jpeg, image/png, image/tiff, image/webp, image/bmp, image/heic, image/avif
    int exifOrientation = 1; ///< 1..8 as found, 1 when absent or senseless; the picture has been turned by it
    int frames = 1;          ///< pictures in the file; only the first is decoded
    int bitsPerChannel = 8;  ///< as found; 16 is reduced to 8
    QJsonObject metadata;    ///< as found, "Exif.Image.Make": "..."
};

} // namespace likeness::model
