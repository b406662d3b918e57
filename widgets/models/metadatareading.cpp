// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/metadatareading.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace likeness::models
{

namespace
{

using Kind = MetadataGroup::Kind;
using Facts = QList<QPair<QString, QString>>;

class MetadataReading
{
    Q_DECLARE_TR_FUNCTIONS(MetadataReading)
};

enum class Reading { Text, Ratio, Seconds, FNumber, Millimetres, Bits, Microseconds, Metres, Degrees, Turn };

struct Name {
    const char *key; ///< of engine/decode; "Stream.*.codec" stands for every stream
    Kind kind;
    const char *caption;
    Reading reading = Reading::Text;
};

// In the order in which they are shown. A caption that comes again gets the next value too.
constexpr Name names[] = {
    {"Container.format_name", Kind::Container, QT_TRANSLATE_NOOP("MetadataReading", "Container")},
    {"Container.major_brand", Kind::Container, QT_TRANSLATE_NOOP("MetadataReading", "Brand")},
    {"Container.compatible_brands", Kind::Container,
     QT_TRANSLATE_NOOP("MetadataReading", "Compatible brands")},
    {"Container.streams", Kind::Container, QT_TRANSLATE_NOOP("MetadataReading", "Streams")},
    {"Container.duration_us", Kind::Container, QT_TRANSLATE_NOOP("MetadataReading", "Length"),
     Reading::Microseconds},
    {"Container.bit_rate", Kind::Container, QT_TRANSLATE_NOOP("MetadataReading", "Bit rate"), Reading::Bits},
    {"Container.title", Kind::Container, QT_TRANSLATE_NOOP("MetadataReading", "Title")},
    {"Container.comment", Kind::Container, QT_TRANSLATE_NOOP("MetadataReading", "Comment")},
    {"File.Comment", Kind::Container, QT_TRANSLATE_NOOP("MetadataReading", "Comment")},
    {"File.ColorProfile", Kind::Container, QT_TRANSLATE_NOOP("MetadataReading", "Colour profile")},
    {"File.MetadataError", Kind::Container, QT_TRANSLATE_NOOP("MetadataReading", "Could not be read")},

    {"Stream.*.type", Kind::Picture, QT_TRANSLATE_NOOP("MetadataReading", "Kind")},
    {"Stream.*.codec", Kind::Picture, QT_TRANSLATE_NOOP("MetadataReading", "Codec")},
    {"Stream.*.profile", Kind::Picture, QT_TRANSLATE_NOOP("MetadataReading", "Profile")},
    {"Stream.*.width", Kind::Picture, QT_TRANSLATE_NOOP("MetadataReading", "Stored width")},
    {"Stream.*.height", Kind::Picture, QT_TRANSLATE_NOOP("MetadataReading", "Stored height")},
    {"Stream.*.sample_aspect_ratio", Kind::Picture, QT_TRANSLATE_NOOP("MetadataReading", "Shape of a pixel")},
    {"Stream.*.pixel_format", Kind::Picture, QT_TRANSLATE_NOOP("MetadataReading", "Pixel format")},
    {"Stream.*.average_rate", Kind::Picture, QT_TRANSLATE_NOOP("MetadataReading", "Frames a second"),
     Reading::Ratio},
    {"Stream.*.frames_claimed", Kind::Picture, QT_TRANSLATE_NOOP("MetadataReading", "Frames, as claimed")},
    {"Stream.*.field_order", Kind::Picture, QT_TRANSLATE_NOOP("MetadataReading", "Fields")},
    {"Stream.*.bit_rate", Kind::Picture, QT_TRANSLATE_NOOP("MetadataReading", "Bit rate"), Reading::Bits},
    {"Stream.*.sample_rate", Kind::Picture, QT_TRANSLATE_NOOP("MetadataReading", "Sound samples a second")},
    {"Stream.*.channels", Kind::Picture, QT_TRANSLATE_NOOP("MetadataReading", "Sound channels")},
    {"Stream.*.color_space", Kind::Picture, QT_TRANSLATE_NOOP("MetadataReading", "Colour space")},
    {"Stream.*.color_range", Kind::Picture, QT_TRANSLATE_NOOP("MetadataReading", "Colour range")},
    {"Stream.*.tag.rotate", Kind::Picture, QT_TRANSLATE_NOOP("MetadataReading", "Turned by (degrees)")},
    {"Stream.*.tag.handler_name", Kind::Picture, QT_TRANSLATE_NOOP("MetadataReading", "Handler")},
    {"Stream.*.tag.language", Kind::Picture, QT_TRANSLATE_NOOP("MetadataReading", "Language")},

    {"Exif.Image.Make", Kind::Camera, QT_TRANSLATE_NOOP("MetadataReading", "Make")},
    {"Exif.Image.Model", Kind::Camera, QT_TRANSLATE_NOOP("MetadataReading", "Model")},
    {"Container.com.apple.quicktime.make", Kind::Camera, QT_TRANSLATE_NOOP("MetadataReading", "Make")},
    {"Container.com.apple.quicktime.model", Kind::Camera, QT_TRANSLATE_NOOP("MetadataReading", "Model")},
    {"Container.com.android.manufacturer", Kind::Camera, QT_TRANSLATE_NOOP("MetadataReading", "Make")},
    {"Container.com.android.model", Kind::Camera, QT_TRANSLATE_NOOP("MetadataReading", "Model")},
    {"Container.make", Kind::Camera, QT_TRANSLATE_NOOP("MetadataReading", "Make")},
    {"Container.model", Kind::Camera, QT_TRANSLATE_NOOP("MetadataReading", "Model")},
    {"Exif.Photo.BodySerialNumber", Kind::Camera, QT_TRANSLATE_NOOP("MetadataReading", "Serial number")},
    {"Exif.Image.CameraSerialNumber", Kind::Camera, QT_TRANSLATE_NOOP("MetadataReading", "Serial number")},
    {"Exif.Photo.CameraOwnerName", Kind::Camera, QT_TRANSLATE_NOOP("MetadataReading", "Owner")},
    {"Exif.Photo.LensMake", Kind::Camera, QT_TRANSLATE_NOOP("MetadataReading", "Lens make")},
    {"Exif.Photo.LensModel", Kind::Camera, QT_TRANSLATE_NOOP("MetadataReading", "Lens")},
    {"Exif.Photo.ExposureTime", Kind::Camera, QT_TRANSLATE_NOOP("MetadataReading", "Exposure"),
     Reading::Seconds},
    {"Exif.Photo.FNumber", Kind::Camera, QT_TRANSLATE_NOOP("MetadataReading", "Aperture"), Reading::FNumber},
    {"Exif.Photo.ISOSpeedRatings", Kind::Camera, QT_TRANSLATE_NOOP("MetadataReading", "ISO")},
    {"Exif.Photo.FocalLength", Kind::Camera, QT_TRANSLATE_NOOP("MetadataReading", "Focal length"),
     Reading::Millimetres},
    {"Exif.Photo.FocalLengthIn35mmFilm", Kind::Camera,
     QT_TRANSLATE_NOOP("MetadataReading", "Focal length at 35 mm film")},
    {"Exif.Photo.DigitalZoomRatio", Kind::Camera, QT_TRANSLATE_NOOP("MetadataReading", "Digital zoom"),
     Reading::Ratio},
    {"Exif.Image.Orientation", Kind::Camera, QT_TRANSLATE_NOOP("MetadataReading", "Held"), Reading::Turn},
    {"Exif.Photo.PixelXDimension", Kind::Camera, QT_TRANSLATE_NOOP("MetadataReading", "Width, as claimed")},
    {"Exif.Photo.PixelYDimension", Kind::Camera, QT_TRANSLATE_NOOP("MetadataReading", "Height, as claimed")},

    {"Exif.Photo.DateTimeOriginal", Kind::Times, QT_TRANSLATE_NOOP("MetadataReading", "Taken")},
    {"Exif.Photo.SubSecTimeOriginal", Kind::Times,
     QT_TRANSLATE_NOOP("MetadataReading", "Taken, fraction of a second")},
    {"Exif.Photo.OffsetTimeOriginal", Kind::Times,
     QT_TRANSLATE_NOOP("MetadataReading", "Taken, offset from UTC")},
    {"Exif.Photo.DateTimeDigitized", Kind::Times, QT_TRANSLATE_NOOP("MetadataReading", "Digitised")},
    {"Exif.Photo.OffsetTimeDigitized", Kind::Times,
     QT_TRANSLATE_NOOP("MetadataReading", "Digitised, offset from UTC")},
    {"Exif.Image.DateTime", Kind::Times, QT_TRANSLATE_NOOP("MetadataReading", "Changed")},
    {"Exif.Photo.OffsetTime", Kind::Times, QT_TRANSLATE_NOOP("MetadataReading", "Changed, offset from UTC")},
    {"Exif.GPSInfo.GPSDateStamp", Kind::Times, QT_TRANSLATE_NOOP("MetadataReading", "Satellite date (UTC)")},
    {"Exif.GPSInfo.GPSTimeStamp", Kind::Times, QT_TRANSLATE_NOOP("MetadataReading", "Satellite time (UTC)")},
    {"Xmp.xmp.CreateDate", Kind::Times, QT_TRANSLATE_NOOP("MetadataReading", "Made (XMP)")},
    {"Xmp.xmp.ModifyDate", Kind::Times, QT_TRANSLATE_NOOP("MetadataReading", "Changed (XMP)")},
    {"Xmp.xmp.MetadataDate", Kind::Times, QT_TRANSLATE_NOOP("MetadataReading", "Metadata changed (XMP)")},
    {"Xmp.photoshop.DateCreated", Kind::Times, QT_TRANSLATE_NOOP("MetadataReading", "Made (Photoshop)")},
    {"Iptc.Application2.DateCreated", Kind::Times, QT_TRANSLATE_NOOP("MetadataReading", "Made (IPTC), date")},
    {"Iptc.Application2.TimeCreated", Kind::Times, QT_TRANSLATE_NOOP("MetadataReading", "Made (IPTC), time")},
    {"Container.creation_time", Kind::Times, QT_TRANSLATE_NOOP("MetadataReading", "Recorded")},
    {"Container.com.apple.quicktime.creationdate", Kind::Times,
     QT_TRANSLATE_NOOP("MetadataReading", "Recorded (QuickTime)")},
    {"Container.date", Kind::Times, QT_TRANSLATE_NOOP("MetadataReading", "Date")},
    {"Stream.*.tag.creation_time", Kind::Times, QT_TRANSLATE_NOOP("MetadataReading", "Recorded")},
    {"Stream.*.tag.timecode", Kind::Times, QT_TRANSLATE_NOOP("MetadataReading", "Time code")},

    {"Exif.GPSInfo.GPSLatitude", Kind::Place, QT_TRANSLATE_NOOP("MetadataReading", "Latitude"),
     Reading::Degrees},
    {"Exif.GPSInfo.GPSLongitude", Kind::Place, QT_TRANSLATE_NOOP("MetadataReading", "Longitude"),
     Reading::Degrees},
    {"Exif.GPSInfo.GPSAltitude", Kind::Place, QT_TRANSLATE_NOOP("MetadataReading", "Altitude"),
     Reading::Metres},
    {"Exif.GPSInfo.GPSImgDirection", Kind::Place,
     QT_TRANSLATE_NOOP("MetadataReading", "Direction of view (degrees)"), Reading::Ratio},
    {"Exif.GPSInfo.GPSMapDatum", Kind::Place, QT_TRANSLATE_NOOP("MetadataReading", "Map datum")},
    {"Container.location", Kind::Place, QT_TRANSLATE_NOOP("MetadataReading", "Coordinates")},
    {"Container.com.apple.quicktime.location.ISO6709", Kind::Place,
     QT_TRANSLATE_NOOP("MetadataReading", "Coordinates (QuickTime)")},
    {"Iptc.Application2.SubLocation", Kind::Place, QT_TRANSLATE_NOOP("MetadataReading", "Place")},
    {"Iptc.Application2.City", Kind::Place, QT_TRANSLATE_NOOP("MetadataReading", "City")},
    {"Iptc.Application2.CountryName", Kind::Place, QT_TRANSLATE_NOOP("MetadataReading", "Country")},
    {"Xmp.photoshop.City", Kind::Place, QT_TRANSLATE_NOOP("MetadataReading", "City (XMP)")},
    {"Xmp.photoshop.Country", Kind::Place, QT_TRANSLATE_NOOP("MetadataReading", "Country (XMP)")},

    {"Exif.Image.Software", Kind::Software, QT_TRANSLATE_NOOP("MetadataReading", "Software")},
    {"Exif.Image.HostComputer", Kind::Software, QT_TRANSLATE_NOOP("MetadataReading", "Computer")},
    {"Xmp.xmp.CreatorTool", Kind::Software, QT_TRANSLATE_NOOP("MetadataReading", "Made with (XMP)")},
    {"Iptc.Application2.Program", Kind::Software, QT_TRANSLATE_NOOP("MetadataReading", "Program (IPTC)")},
    {"Container.encoder", Kind::Software, QT_TRANSLATE_NOOP("MetadataReading", "Encoder")},
    {"Container.com.apple.quicktime.software", Kind::Software,
     QT_TRANSLATE_NOOP("MetadataReading", "Software")},
    {"Container.com.android.version", Kind::Software, QT_TRANSLATE_NOOP("MetadataReading", "Android")},
    {"Stream.*.tag.encoder", Kind::Software, QT_TRANSLATE_NOOP("MetadataReading", "Encoder")},
    {"Exif.Image.Artist", Kind::Software, QT_TRANSLATE_NOOP("MetadataReading", "Author")},
    {"Exif.Image.Copyright", Kind::Software, QT_TRANSLATE_NOOP("MetadataReading", "Copyright")},
    {"Exif.Image.ImageDescription", Kind::Software, QT_TRANSLATE_NOOP("MetadataReading", "Description")},
};

std::optional<double> ratio(const QString &text)
{
    const auto parts = text.trimmed().split(QLatin1Char('/'));
    bool isNumber = false, isDivisor = true;
    const double number = parts[0].toDouble(&isNumber);
    const double divisor = parts.size() > 1 ? parts[1].toDouble(&isDivisor) : 1;
    if (!isNumber || !isDivisor || parts.size() > 2 || divisor == 0)
        return std::nullopt;
    return number / divisor;
}

QString number(double value, int digits = 6)
{
    return QLocale().toString(value, 'g', digits);
}

/// "52/1 31/1 1234/100" as degrees; nothing when it is no three ratios.
std::optional<double> degrees(const QString &text)
{
    const auto parts = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (parts.isEmpty() || parts.size() > 3)
        return std::nullopt;
    double sum = 0, unit = 1;
    for (const auto &part : parts) {
        const auto value = ratio(part);
        if (!value)
            return std::nullopt;
        sum += *value / unit;
        unit *= 60;
    }
    return sum;
}

QString heldText(const QString &found)
{
    switch (found.toInt()) {
    case 1:
        return MetadataReading::tr("upright");
    case 3:
        return MetadataReading::tr("upside down");
    case 6:
        return MetadataReading::tr("turned, to be rotated by 90° to the right");
    case 8:
        return MetadataReading::tr("turned, to be rotated by 90° to the left");
    case 2:
    case 4:
    case 5:
    case 7:
        return MetadataReading::tr("mirrored");
    default:
        return {};
    }
}

/// What a value says to people; empty when it says nothing more than it does itself.
QString readable(const Name &name, const QString &found, const QJsonObject &all)
{
    const auto value = ratio(found);
    switch (name.reading) {
    case Reading::Text:
        return {};
    case Reading::Ratio:
        return value && found.contains(QLatin1Char('/')) ? number(*value) : QString();
    case Reading::Seconds:
        return MetadataReading::tr("%1 s").arg(
            found.startsWith(QLatin1String("1/")) || !value ? found : number(*value));
    case Reading::FNumber:
        return value ? MetadataReading::tr("f/%1").arg(number(*value, 3)) : QString();
    case Reading::Millimetres:
        return value ? MetadataReading::tr("%1 mm").arg(number(*value, 4)) : QString();
    case Reading::Bits:
        return value
                   ? MetadataReading::tr("%1 kbit a second").arg(QLocale().toString(qRound64(*value / 1000)))
                   : QString();
    case Reading::Microseconds:
        return value ? MetadataReading::tr("%1 s").arg(QLocale().toString(*value / 1e6, 'f', 3)) : QString();
    case Reading::Metres: {
        if (!value)
            return {};
        const bool isBelow =
            all[QStringLiteral("Exif.GPSInfo.GPSAltitudeRef")].toString() == QLatin1String("1");
        return (isBelow ? MetadataReading::tr("%1 m below sea level") : MetadataReading::tr("%1 m"))
            .arg(number(*value));
    }
    case Reading::Degrees: {
        const auto angle = degrees(found);
        if (!angle)
            return {};
        const QString side = all[QLatin1String(name.key) + QStringLiteral("Ref")].toString();
        return (QLocale().toString(*angle, 'f', 6) + QLatin1Char(' ') + side).trimmed();
    }
    case Reading::Turn:
        return heldText(found);
    }
    return {};
}

QString valueText(const Name &name, const QString &found, const QJsonObject &all)
{
    const QString said = readable(name, found, all);
    return said.isEmpty() || said == found ? found : MetadataReading::tr("%1   (found: %2)").arg(said, found);
}

QString caption(const Name &name)
{
    return MetadataReading::tr(name.caption);
}

constexpr qsizetype mostStreams = 16; // that stand in words: a file can claim thousands

/// Every stream has its own value; the captions say which where there are several.
void addStreams(const Name &name, const QJsonObject &all, const QList<int> &streams, Facts &facts)
{
    const QString rest = QString::fromLatin1(name.key).mid(int(qstrlen("Stream.*")));
    for (const int stream : streams.first(std::min(streams.size(), mostStreams))) {
        const QString found = all[QStringLiteral("Stream.%1").arg(stream) + rest].toString();
        if (!found.isEmpty())
            facts << qMakePair(streams.last() > 0
                                   ? MetadataReading::tr("Stream %1: %2").arg(stream + 1).arg(caption(name))
                                   : caption(name),
                               valueText(name, found, all));
    }
}

/// By number, each once.
QList<int> streamsOf(const QJsonObject &all)
{
    static const QRegularExpression number(QStringLiteral("^Stream\\.(\\d{1,4})\\."));
    QList<int> streams;
    for (auto it = all.begin(); it != all.end(); ++it)
        if (const auto found = number.match(it.key()); found.hasMatch())
            streams << found.captured(1).toInt();
    std::sort(streams.begin(), streams.end());
    streams.erase(std::unique(streams.begin(), streams.end()), streams.end());
    return streams;
}

Facts measured(const model::EvidenceItem &item)
{
    const QLocale locale;
    Facts facts{
        {MetadataReading::tr("Name"), item.fileName},
        {MetadataReading::tr("Kind, by content"), item.mediaType},
        {MetadataReading::tr("Size"), MetadataReading::tr("%1 bytes").arg(locale.toString(item.bytes))},
        {MetadataReading::tr("Picture"), MetadataReading::tr("%1 × %2 px").arg(item.width).arg(item.height)}};
    if (item.isVideo())
        facts << qMakePair(MetadataReading::tr("Frames, counted"), locale.toString(item.frames));
    facts << qMakePair(MetadataReading::tr("SHA-256"), item.sha256)
          << qMakePair(MetadataReading::tr("Taken in"),
                       MetadataReading::tr("%1 by %2")
                           .arg(item.added.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'")),
                                item.addedBy));
    return facts;
}

} // namespace

QList<MetadataGroup> readMetadata(const model::EvidenceItem &item)
{
    QList<MetadataGroup> groups{{Kind::File, measured(item)}};
    const auto streams = streamsOf(item.metadata);
    for (const Kind kind :
         {Kind::Container, Kind::Picture, Kind::Camera, Kind::Times, Kind::Place, Kind::Software}) {
        MetadataGroup group{kind, {}};
        for (const Name &name : names) {
            if (name.kind != kind)
                continue;
            if (qstrncmp(name.key, "Stream.*", qstrlen("Stream.*")) == 0) {
                addStreams(name, item.metadata, streams, group.facts);
                continue;
            }
            const QString found = item.metadata[QLatin1String(name.key)].toString();
            if (!found.isEmpty())
                group.facts << qMakePair(caption(name), valueText(name, found, item.metadata));
        }
        if (kind == Kind::Picture && streams.size() > 1) // stream by stream, not value by value
            std::stable_sort(group.facts.begin(), group.facts.end(), [](const auto &a, const auto &b) {
                return a.first.section(QLatin1Char(':'), 0, 0) < b.first.section(QLatin1Char(':'), 0, 0);
            });
        if (kind == Kind::Picture && streams.size() > mostStreams)
            group.facts << qMakePair(MetadataReading::tr("Further streams"),
                                     MetadataReading::tr("… and %n more stream(s), below", nullptr,
                                                         int(streams.size() - mostStreams)));
        if (!group.facts.isEmpty())
            groups << group;
    }
    return groups;
}

QString title(Kind kind)
{
    switch (kind) {
    case Kind::File:
        return MetadataReading::tr("File, as it was taken in");
    case Kind::Container:
        return MetadataReading::tr("Container");
    case Kind::Picture:
        return MetadataReading::tr("Codec");
    case Kind::Camera:
        return MetadataReading::tr("Camera");
    case Kind::Times:
        return MetadataReading::tr("Times, as found");
    case Kind::Place:
        return MetadataReading::tr("Place");
    case Kind::Software:
        break;
    }
    return MetadataReading::tr("Software and author");
}

bool hasClaims(const model::EvidenceItem &item)
{
    return !item.metadata.isEmpty();
}

} // namespace likeness::models
