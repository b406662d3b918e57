// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace likeness::decode {

/// The metadata of the main picture of a HEIC or AVIF file, as bytes; empty where there is none.
struct HeifBlocks
{
    QByteArray exif; ///< from the TIFF header on
    QByteArray xmp;
    long profileBytes = 0; ///< of an ICC profile
};

/// Nothing of a block that is over 4 MiB or cannot be read. Never fails.
HeifBlocks heifBlocks(const QByteArray &bytes);

} // namespace likeness::decode
