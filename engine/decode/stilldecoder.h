// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"

#include <QFile>
#include <QJsonObject>

#include <memory>

namespace likeness::decode {

/// What a still may ask of the machine. A header is checked against these before a pixel is allocated.
struct StillLimits
{
    qint64 bytes = qint64(512) << 20;
    qint64 pixels = 120'000'000; ///< at most 128 Mi, whatever is asked for
    int side = 30'000;
};

/// A decoded still: upright, 8 bits a channel, sRGB assumed, transparency over white.
struct Still
{
    base::Picture picture;
    QString mediaType;       ///< by content: image/jpeg, image/png, image/tiff, image/webp, image/bmp
    int exifOrientation = 1; ///< 1..8 as found, 1 when absent or senseless; the picture has been turned by it
    int frames = 1;          ///< pictures in the file; only the first is decoded
    int bitsPerChannel = 8;  ///< as found; 16 is reduced to 8
    QJsonObject metadata;    ///< as found, "Exif.Image.Make": "..."; see engine/decode/stillmetadata.h
};

/// The seam around untrusted bytes. Today they are decoded in this process; a later decoder process takes
/// the same file descriptor and gives the same answer.
///
/// Thread-safe. Errors: FileUnreadable (missing, no permission, or no regular file), FormatUnsupported (also
/// an empty file, and sorts of the five kinds that are hardly ever written: 12-bit JPEG, camera raw or
/// floating-point TIFF), FileDamaged (truncated, inconsistent, a decoder that complains), TooLarge (detail:
/// "bytes", "side", "pixels" or "memory"), Cancelled. Never crashes, never opens anything but the given file.
/// A file with sound pixels and broken metadata is decoded; the metadata says what was wrong with it.
class StillDecoder
{
public:
    virtual ~StillDecoder() = default;

    /// Decodes `file` (open for reading, any position; left anywhere), from its descriptor alone: its name is
    /// not used. `subject` is the name used in errors. Looks at cancel every MiB read, before the pixels are
    /// decoded and after, and within a JPEG.
    virtual base::Result<Still> decode(QFile &file, const QString &subject,
                                       base::Progress &progress) const = 0;
    /// How many pixels a decoded still will have, by its header alone: what to plan memory with. Errors as of
    /// decode(), as far as the header shows them.
    virtual base::Result<qint64> pixels(QFile &file, const QString &subject,
                                        base::Progress &progress) const = 0;
    /// decode() by path. Follows no symbolic link at its end, and waits for no FIFO or device.
    base::Result<Still> decodeFile(const QString &path, base::Progress &progress) const;
};

std::unique_ptr<StillDecoder> makeInProcessDecoder(const StillLimits &limits = {});

} // namespace likeness::decode
