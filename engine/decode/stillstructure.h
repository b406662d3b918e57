// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace likeness::decode {

enum class StillKind { Jpeg, Png, Tiff, WebP, Bmp, Heic, Avif };

/// By the first bytes alone; nothing for every other kind. The file's ending never matters.
std::optional<StillKind> stillKind(QByteArrayView bytes);
QString mediaType(StillKind kind);     ///< "image/jpeg"
QByteArray pluginName(StillKind kind); ///< "jpeg", as QImageReader names it and the media type ends

/// What the container says about the picture, found without allocating a pixel. It exists because image
/// libraries are forgiving: they hand out half a grey picture for half a file.
struct StillStructure
{
    /// As stored, before any turning (of HEIC and AVIF: of the largest picture in the file, which may be a
    /// thumbnail's or a tile's where the main one says less). 0 when the header does not get that far.
    qint64 width = 0;
    qint64 height = 0;
    int frames = 1;
    int bitsPerChannel = 8;
    bool grey = false;   ///< stored with one colour channel (and no palette)
    QString unsupported; ///< not empty: a sound file of a sort that is not decoded here, and why
    QString damage;      ///< not empty: truncated or inconsistent, and where
};

/// Walks the whole container: every part must lie inside the file, and the file must end where its format
/// says that it ends (bytes after that end are let be: phones append to JPEG). Reads no pixel.
StillStructure stillStructure(StillKind kind, QByteArrayView bytes);

// One each, in <kind>structure.cpp.
StillStructure jpegStructure(QByteArrayView bytes);
StillStructure pngStructure(QByteArrayView bytes);
StillStructure tiffStructure(QByteArrayView bytes);
StillStructure webpStructure(QByteArrayView bytes);
StillStructure bmpStructure(QByteArrayView bytes);
StillStructure heifStructure(QByteArrayView bytes); ///< HEIC and AVIF

} // namespace likeness::decode
