// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/decode/stillstructure.h"

#include <QByteArray>
#include <QJsonObject>

namespace likeness::decode {

struct StillMetadata
{
    int exifOrientation = 1; ///< 1 also when absent or out of range
    /// Exif, IPTC and XMP by exiv2's keys ("Exif.Image.Make"), a comment as "File.Comment", a colour profile
    /// as "File.ColorProfile". At most 2,000 entries; a value of over 512 bytes, or a binary one, is given by
    /// its length: "(1234 bytes)". Metadata that cannot be read leaves "File.MetadataError".
    QJsonObject entries;
};

/// Never fails: a picture with broken metadata is still a picture. Thread-safe (one caller at a time inside,
/// because exiv2's XMP parser keeps global state).
StillMetadata stillMetadata(StillKind kind, const QByteArray &bytes);

} // namespace likeness::decode
