// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/decode/videometadata.h"

#include "engine/decode/videoformats.h"

#include <cmath>

extern "C" {
#include <libavutil/display.h>
#include <libavutil/pixdesc.h>
}

namespace likeness::decode
{

namespace
{

constexpr qsizetype mostEntries = 2000;
constexpr qsizetype longestValue = 512;
constexpr qsizetype longestName = 128;

class Entries
{
public:
    void put(const QString &name, const QString &value)
    {
        if (value.isEmpty() || name.size() > longestName || m_entries.size() >= mostEntries)
            return;
        const auto bytes = value.toUtf8().size();
        m_entries[name] = bytes > longestValue ? QStringLiteral("(%1 bytes)").arg(bytes) : value;
    }
    void put(const QString &name, const char *value) { put(name, QString::fromUtf8(value)); }
    void put(const QString &name, qint64 value)
    {
        if (value > 0)
            put(name, QString::number(value));
    }
    void put(const QString &name, AVRational value)
    {
        if (value.num > 0 && value.den > 0)
            put(name, QStringLiteral("%1/%2").arg(value.num).arg(value.den));
    }
    void putTags(const QString &prefix, const AVDictionary *tags)
    {
        const AVDictionaryEntry *tag = nullptr;
        while ((tag = av_dict_get(tags, "", tag, AV_DICT_IGNORE_SUFFIX)))
            put(prefix + QString::fromUtf8(tag->key), tag->value);
    }
    const QJsonObject &all() const { return m_entries; }

private:
    QJsonObject m_entries;
};

model::Fraction fraction(AVRational value)
{
    return value.num > 0 && value.den > 0 ? model::Fraction{value.num, value.den} : model::Fraction{0, 1};
}

model::VideoInfo::Fields fieldsOf(AVFieldOrder order)
{
    using Fields = model::VideoInfo::Fields;
    switch (order) {
    case AV_FIELD_PROGRESSIVE:
        return Fields::Progressive;
    case AV_FIELD_TT: // the second letter is the field that is shown first
    case AV_FIELD_BT:
        return Fields::TopFirst;
    case AV_FIELD_BB:
    case AV_FIELD_TB:
        return Fields::BottomFirst;
    default:
        return Fields::Unknown;
    }
}

const char *fieldOrderName(AVFieldOrder order)
{
    switch (order) {
    case AV_FIELD_PROGRESSIVE:
        return "progressive";
    case AV_FIELD_TT:
        return "tt";
    case AV_FIELD_BB:
        return "bb";
    case AV_FIELD_TB:
        return "tb";
    case AV_FIELD_BT:
        return "bt";
    default:
        return nullptr;
    }
}

const int32_t *displayMatrix(const AVStream &stream)
{
    size_t bytes = 0;
    const auto *data = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, &bytes);
    return data && bytes >= 9 * sizeof(int32_t) ? reinterpret_cast<const int32_t *>(data) : nullptr;
}

int rotationOf(const AVStream &stream)
{
    const int32_t *matrix = displayMatrix(stream);
    const double degrees = matrix ? -av_display_rotation_get(matrix) : 0; // libav turns the other way
    if (!std::isfinite(degrees))
        return 0;
    const double quarters = std::round(degrees / 90);
    if (std::abs(degrees - quarters * 90) > 1)
        return 0; // other turns are only told: "Stream.0.side_data.displaymatrix"
    return ((int(quarters) % 4 + 4) % 4) * 90;
}

void putStream(Entries &entries, const AVStream &stream)
{
    const QString prefix = QStringLiteral("Stream.%1.").arg(stream.index);
    const AVCodecParameters &codec = *stream.codecpar;
    entries.put(prefix + "type", av_get_media_type_string(codec.codec_type));
    entries.put(prefix + "codec", avcodec_get_name(codec.codec_id));
    char tag[AV_FOURCC_MAX_STRING_SIZE] = {};
    if (codec.codec_tag)
        entries.put(prefix + "codec_tag", av_fourcc_make_string(tag, codec.codec_tag));
    entries.put(prefix + "profile", avcodec_profile_name(codec.codec_id, codec.profile));
    entries.put(prefix + "level", qint64(codec.level));
    entries.put(prefix + "bit_rate", qint64(codec.bit_rate));
    entries.put(prefix + "frames_claimed", qint64(stream.nb_frames));
    entries.put(prefix + "time_base", stream.time_base);
    if (stream.start_time != AV_NOPTS_VALUE)
        entries.put(prefix + "start_time", QString::number(stream.start_time));
    if (stream.duration != AV_NOPTS_VALUE)
        entries.put(prefix + "duration", QString::number(stream.duration));
    if (codec.codec_type == AVMEDIA_TYPE_VIDEO) {
        entries.put(prefix + "width", qint64(codec.width));
        entries.put(prefix + "height", qint64(codec.height));
        entries.put(prefix + "pixel_format", av_get_pix_fmt_name(AVPixelFormat(codec.format)));
        entries.put(prefix + "sample_aspect_ratio", stream.sample_aspect_ratio);
        entries.put(prefix + "average_rate", stream.avg_frame_rate);
        entries.put(prefix + "real_base_rate", stream.r_frame_rate);
        entries.put(prefix + "field_order", fieldOrderName(codec.field_order));
        entries.put(prefix + "color_range", av_color_range_name(codec.color_range));
        entries.put(prefix + "color_space", av_color_space_name(codec.color_space));
        entries.put(prefix + "color_primaries", av_color_primaries_name(codec.color_primaries));
        entries.put(prefix + "color_transfer", av_color_transfer_name(codec.color_trc));
        entries.put(prefix + "chroma_location", av_chroma_location_name(codec.chroma_location));
    } else if (codec.codec_type == AVMEDIA_TYPE_AUDIO) {
        entries.put(prefix + "sample_rate", qint64(codec.sample_rate));
        entries.put(prefix + "channels", qint64(codec.ch_layout.nb_channels));
    }
    for (int i = 0; i < stream.nb_side_data; ++i) {
        const char *name = av_packet_side_data_name(stream.side_data[i].type);
        entries.put(prefix + "side_data." + QString::fromUtf8(name ? name : "unknown"),
                    QStringLiteral("(%1 bytes)").arg(stream.side_data[i].size));
    }
    if (const int32_t *matrix = displayMatrix(stream)) {
        QStringList numbers;
        for (int i = 0; i < 9; ++i)
            numbers += QString::number(matrix[i]);
        entries.put(prefix + "side_data.displaymatrix", numbers.join(u' '));
    }
    entries.putTags(prefix + "tag.", stream.metadata);
}

} // namespace

model::VideoInfo videoInfo(const FrameStream &stream)
{
    const AVFormatContext &container = stream.container();
    const AVStream &pictures = stream.stream();
    const AVCodecParameters &codec = *pictures.codecpar;
    model::VideoInfo info;
    info.mediaType = videoMediaType(container.iformat, stream.source().read(0, 64));
    info.container = QString::fromUtf8(container.iformat->name);
    info.codec = QString::fromUtf8(avcodec_get_name(codec.codec_id));
    info.profile = QString::fromUtf8(avcodec_profile_name(codec.codec_id, codec.profile));
    info.pixelFormat = QString::fromUtf8(av_get_pix_fmt_name(AVPixelFormat(codec.format)));
    if (const auto *format = av_pix_fmt_desc_get(AVPixelFormat(codec.format)))
        info.bitsPerChannel = format->comp[0].depth;
    info.storedWidth = codec.width;
    info.storedHeight = codec.height;
    info.rotation = rotationOf(pictures);
    const bool isSideways = info.rotation % 180 != 0;
    info.width = isSideways ? codec.height : codec.width;
    info.height = isSideways ? codec.width : codec.height;
    const AVRational aspect =
        pictures.sample_aspect_ratio.num > 0 ? pictures.sample_aspect_ratio : codec.sample_aspect_ratio;
    if (aspect.num > 0 && aspect.den > 0)
        info.pixelAspect = isSideways ? model::Fraction{aspect.den, aspect.num} : fraction(aspect);
    info.averageRate = fraction(pictures.avg_frame_rate);
    info.timeBase = fraction(pictures.time_base);
    if (pictures.duration > 0 && pictures.duration != AV_NOPTS_VALUE)
        info.claimedSeconds = double(pictures.duration) * av_q2d(pictures.time_base);
    else if (container.duration > 0 && container.duration != AV_NOPTS_VALUE)
        info.claimedSeconds = double(container.duration) / AV_TIME_BASE;
    info.fields = fieldsOf(codec.field_order);

    Entries entries;
    entries.put(QStringLiteral("Container.format"), container.iformat->name);
    entries.put(QStringLiteral("Container.format_name"), container.iformat->long_name);
    entries.put(QStringLiteral("Container.bytes"), stream.source().size());
    entries.put(QStringLiteral("Container.streams"), qint64(container.nb_streams));
    entries.put(QStringLiteral("Container.bit_rate"), qint64(container.bit_rate));
    if (container.duration != AV_NOPTS_VALUE)
        entries.put(QStringLiteral("Container.duration_us"), QString::number(container.duration));
    if (container.start_time != AV_NOPTS_VALUE)
        entries.put(QStringLiteral("Container.start_time_us"), QString::number(container.start_time));
    entries.putTags(QStringLiteral("Container."), container.metadata);
    for (unsigned i = 0; i < container.nb_streams; ++i)
        putStream(entries, *container.streams[i]);
    info.metadata = entries.all();
    return info;
}

} // namespace likeness::decode
