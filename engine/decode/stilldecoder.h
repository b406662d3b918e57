// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"

#include <QFile>
#include <QJsonObject>

#include <memory>

namespace likeness::decode
{

/// What a still may ask of the machine. A header is checked against these before a pixel is allocated.
struct StillLimits {
    qint64 bytes = qint64(512) << 20;
    qint64 pixels = 120'000'000;
    int side = 30'000;
};

/// A decoded still: upright, 8 bits a channel, sRGB assumed, transparency over white.
struct Still {
    base::Picture picture;
    QString mediaType;      ///< by content: image/jpeg, image/png, image/tiff, image/webp, image/bmp
    int exifOrientation = 1; ///< 1..8 as found; the picture has been turned by it
    int frames = 1;         ///< pictures in the file; only the first is decoded
    int bitsPerChannel = 8; ///< as found; 16 is reduced to 8
    QJsonObject metadata;   ///< as found, "Exif.Image.Make": "..."; long or binary values by their length
};

/// The seam around untrusted bytes. Today they are decoded in this process; a later decoder process takes
/// the same file descriptor and gives the same answer.
///
/// Thread-safe. Errors: FileUnreadable, FormatUnsupported, FileDamaged (truncated, inconsistent, a decoder
/// that complains), TooLarge, Cancelled. Never crashes, never opens anything but the given file.
class StillDecoder
{
public:
    virtual ~StillDecoder() = default;

    /// Decodes `file` (open for reading, any position). `subject` is the name used in errors. Looks at
    /// cancel before the pixels are decoded and after.
    virtual base::Result<Still> decode(QFile &file, const QString &subject,
                                       base::Progress &progress) const = 0;
    base::Result<Still> decodeFile(const QString &path, base::Progress &progress) const;
};

std::unique_ptr<StillDecoder> makeInProcessDecoder(const StillLimits &limits = {});

} // namespace likeness::decode
