// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/model/still.h"

#include <QFile>

#include <memory>

namespace likeness::decode {

/// What a still may ask of the machine. A header is checked against these before a pixel is allocated.
struct StillLimits
{
    qint64 bytes = qint64(512) << 20;
    qint64 pixels = 120'000'000; ///< at most 128 Mi, whatever is asked for
    int side = 30'000;
};

/// What decodes the untrusted bytes of stills, in the process that it is called in: only likeness-decode and
/// the tests of this room do. Everybody else asks media::MediaDecoder, which has the same promises.
///
/// Thread-safe. Errors: FileUnreadable (missing, no permission, or no regular file), FormatUnsupported (also
/// an empty file, and sorts of the seven kinds that are hardly ever written: 12-bit JPEG, camera raw or
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
    virtual base::Result<model::Still> decode(QFile &file, const QString &subject,
                                       base::Progress &progress) const = 0;
    /// How many pixels a decoded still will have, by its header alone: what to plan memory with. Errors as of
    /// decode(), as far as the header shows them.
    virtual base::Result<qint64> pixels(QFile &file, const QString &subject,
                                        base::Progress &progress) const = 0;
    /// decode() by path. Follows no symbolic link at its end, and waits for no FIFO or device.
    base::Result<model::Still> decodeFile(const QString &path, base::Progress &progress) const;
};

std::unique_ptr<StillDecoder> makeInProcessDecoder(const StillLimits &limits = {});

} // namespace likeness::decode
