// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/decode/stillstructure.h"

#include "engine/decode/bytereader.h"

namespace likeness::decode {

namespace {

/// By the brands that the file says it is made for (ISO 14496-12, 4.3).
std::optional<StillKind> heifKind(QByteArrayView bytes)
{
    constexpr qint64 mostBrands = 64;
    const ByteReader in(bytes, ByteReader::Order::BigEndian);
    const qint64 end = qMin<qint64>(in.u32(0), 16 + 4 * mostBrands);
    std::optional<StillKind> kind;
    for (qint64 at = 8; at + 4 <= end; at += at == 8 ? 8 : 4) {
        const QByteArrayView brand = in.tag(at);
        if (brand == "avif" || brand == "avis")
            return StillKind::Avif;
        if (brand == "heic" || brand == "heix" || brand == "heim" || brand == "heis")
            kind = StillKind::Heic;
    }
    return kind;
}

} // namespace

std::optional<StillKind> stillKind(QByteArrayView bytes)
{
    const ByteReader in(bytes, ByteReader::Order::LittleEndian);
    if (bytes.startsWith("\xff\xd8\xff"))
        return StillKind::Jpeg;
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return StillKind::Png;
    if (bytes.startsWith(QByteArrayView("II*\0", 4)) || bytes.startsWith(QByteArrayView("MM\0*", 4)))
        return StillKind::Tiff;
    if (in.tag(0) == "RIFF" && in.tag(8) == "WEBP")
        return StillKind::WebP;
    if (in.tag(4) == "ftyp")
        return heifKind(bytes);
    // "BM" alone begins many a text: the size of the second header must be one that exists.
    if (bytes.startsWith("BM")) {
        for (const quint32 headerSize : {12u, 40u, 52u, 56u, 64u, 108u, 124u})
            if (in.u32(14) == headerSize)
                return StillKind::Bmp;
    }
    return std::nullopt;
}

QString mediaType(StillKind kind)
{
    return QStringLiteral("image/") + QString::fromLatin1(pluginName(kind));
}

QByteArray pluginName(StillKind kind)
{
    switch (kind) {
    case StillKind::Jpeg:
        return "jpeg";
    case StillKind::Png:
        return "png";
    case StillKind::Tiff:
        return "tiff";
    case StillKind::WebP:
        return "webp";
    case StillKind::Heic:
        return "heic";
    case StillKind::Avif:
        return "avif";
    case StillKind::Bmp:
        break;
    }
    return "bmp";
}

StillStructure stillStructure(StillKind kind, QByteArrayView bytes)
{
    switch (kind) {
    case StillKind::Jpeg:
        return jpegStructure(bytes);
    case StillKind::Png:
        return pngStructure(bytes);
    case StillKind::Tiff:
        return tiffStructure(bytes);
    case StillKind::WebP:
        return webpStructure(bytes);
    case StillKind::Heic:
    case StillKind::Avif:
        return heifStructure(bytes);
    case StillKind::Bmp:
        break;
    }
    return bmpStructure(bytes);
}

} // namespace likeness::decode
