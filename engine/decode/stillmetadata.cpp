// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/decode/stillmetadata.h"

#include "engine/decode/heifblocks.h"

#include <exiv2/exiv2.hpp>
#include <exiv2/webpimage.hpp>

#include <mutex>

namespace likeness::decode {

namespace {

constexpr int mostEntries = 2000;
constexpr long longestValue = 512;
constexpr long longestBinary = 32;

QString sizeText(long bytes)
{
    return QStringLiteral("(%1 bytes)").arg(bytes);
}

QString text(const std::string &value)
{
    // Cameras pad text with NUL.
    QString string = QString::fromUtf8(value.data(), qsizetype(value.size()));
    string.remove(QChar(0));
    return string;
}

QString valueText(const Exiv2::Metadatum &datum)
{
    const auto type = datum.typeId();
    const bool binary = type == Exiv2::undefined || type == Exiv2::unsignedByte || type == Exiv2::signedByte;
    if (datum.size() > (binary ? longestBinary : longestValue))
        return sizeText(datum.size());
    return text(datum.toString());
}

template <class Data>
void add(QJsonObject &entries, const Data &data)
{
    for (const auto &datum : data) {
        if (entries.size() >= mostEntries)
            return;
        const QString key = text(datum.key());
        // IPTC keywords repeat their key.
        const QString before = entries.value(key).toString();
        const QString value =
            before.isEmpty() ? valueText(datum) : before + QStringLiteral("; ") + valueText(datum);
        entries.insert(key, value.size() > 4 * longestValue ? sizeText(value.size()) : value);
    }
}

Exiv2::Image::AutoPtr reader(StillKind kind, const QByteArray &bytes)
{
    // By kind, and not by exiv2's own guess: both must look at the same container.
    Exiv2::BasicIo::AutoPtr io(
        new Exiv2::MemIo(reinterpret_cast<const Exiv2::byte *>(bytes.constData()), long(bytes.size())));
    switch (kind) {
    case StillKind::Jpeg:
        return Exiv2::newJpegInstance(io, false);
    case StillKind::Png:
        return Exiv2::newPngInstance(io, false);
    case StillKind::Tiff:
        return Exiv2::newTiffInstance(io, false);
    case StillKind::WebP:
        return Exiv2::newWebPInstance(io, false);
    default:
        break;
    }
    return Exiv2::Image::AutoPtr();
}

/// HEIC and AVIF: exiv2 of Debian 12 may be built without them, so libheif finds the blocks.
void addHeif(StillMetadata &metadata, const QByteArray &bytes)
{
    const HeifBlocks blocks = heifBlocks(bytes);
    if (!blocks.exif.isEmpty()) {
        Exiv2::ExifData exif;
        Exiv2::ExifParser::decode(exif, reinterpret_cast<const Exiv2::byte *>(blocks.exif.constData()),
                                  uint32_t(blocks.exif.size()));
        add(metadata.entries, exif);
    }
    if (!blocks.xmp.isEmpty()) {
        Exiv2::XmpData xmp;
        Exiv2::XmpParser::decode(xmp, blocks.xmp.toStdString());
        add(metadata.entries, xmp);
    }
    if (blocks.profileBytes > 0)
        metadata.entries.insert(QStringLiteral("File.ColorProfile"), sizeText(blocks.profileBytes));
}

} // namespace

StillMetadata stillMetadata(StillKind kind, const QByteArray &bytes)
{
    static std::mutex oneAtATime;
    const std::lock_guard lock(oneAtATime);
    // exiv2 writes to standard error, where outsiders expect our own messages.
    Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);

    StillMetadata metadata;
    try {
        if (kind == StillKind::Heic || kind == StillKind::Avif) {
            addHeif(metadata, bytes);
            return metadata;
        }
        const auto image = reader(kind, bytes);
        if (!image.get())
            return metadata;
        image->readMetadata();
        const auto &exif = image->exifData();
        const auto turn = exif.findKey(Exiv2::ExifKey("Exif.Image.Orientation"));
        if (turn != exif.end() && turn->count() > 0) {
            const long value = turn->toLong();
            metadata.exifOrientation = value >= 1 && value <= 8 ? int(value) : 1;
        }
        add(metadata.entries, exif);
        add(metadata.entries, image->iptcData());
        add(metadata.entries, image->xmpData());
        const std::string comment = image->comment();
        if (!comment.empty())
            metadata.entries.insert(QStringLiteral("File.Comment"), long(comment.size()) > longestValue
                                                                        ? sizeText(long(comment.size()))
                                                                        : text(comment));
        if (image->iccProfileDefined())
            metadata.entries.insert(QStringLiteral("File.ColorProfile"),
                                    sizeText(image->iccProfile()->size_));
    } catch (const std::exception &error) {
        metadata.entries.insert(QStringLiteral("File.MetadataError"), text(error.what()));
    }
    return metadata;
}

} // namespace likeness::decode
