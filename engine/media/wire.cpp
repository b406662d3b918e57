// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/media/wire.h"

#include <QJsonDocument>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>

#include <unistd.h>

namespace likeness::media::wire
{

namespace
{

using base::ErrorCode;

/// Bare numbers, so that codes may be added to base without changing what goes over the wire.
constexpr std::pair<quint32, ErrorCode> codes[] = {
    {1, ErrorCode::FileUnreadable}, {2, ErrorCode::FormatUnsupported}, {3, ErrorCode::FileDamaged},
    {4, ErrorCode::TooLarge},       {5, ErrorCode::Cancelled},         {6, ErrorCode::InvalidArgument},
};

constexpr const char *stillTypes[] = {"image/jpeg", "image/png",  "image/tiff", "image/webp",
                                      "image/bmp",  "image/heic", "image/avif"};
constexpr qsizetype longestName = 200;
constexpr qint64 mostFrames = 1'000'000'000;

template <class Packet>
std::optional<Packet> packetOf(QByteArrayView bytes)
{
    Packet packet;
    if (bytes.size() != qsizetype(sizeof packet))
        return std::nullopt;
    std::memcpy(&packet, bytes.data(), sizeof packet);
    if (packet.magic != magic || packet.version != version)
        return std::nullopt;
    return packet;
}

/// Reads the values of an object and remembers whether each was there, of its sort and in its range.
class Reading
{
public:
    explicit Reading(const QByteArray &text)
    {
        const QJsonDocument document = QJsonDocument::fromJson(text);
        m_isWhole = document.isObject();
        m_object = document.object();
    }
    qint64 number(const char *key, qint64 least, qint64 most)
    {
        const QJsonValue value = m_object[QLatin1String(key)];
        const qint64 number = value.toInteger(least);
        m_isWhole = m_isWhole && value.isDouble() && number >= least && number <= most &&
                    value.toDouble() == double(number);
        return std::clamp(number, least, most);
    }
    double real(const char *key, double least, double most)
    {
        const QJsonValue value = m_object[QLatin1String(key)];
        const double number = value.toDouble();
        m_isWhole =
            m_isWhole && value.isDouble() && std::isfinite(number) && number >= least && number <= most;
        return number;
    }
    QString name(const char *key)
    {
        const QJsonValue value = m_object[QLatin1String(key)];
        m_isWhole = m_isWhole && value.isString() && value.toString().size() <= longestName;
        return value.toString().left(longestName);
    }
    model::Fraction fraction(const char *numerator, const char *denominator)
    {
        constexpr qint64 most = qint64(1) << 32;
        return {number(numerator, 0, most), number(denominator, 1, most)};
    }
    QJsonObject object(const char *key)
    {
        const QJsonValue value = m_object[QLatin1String(key)];
        m_isWhole = m_isWhole && value.isObject();
        return value.toObject();
    }
    bool isWhole() const { return m_isWhole; }

private:
    QJsonObject m_object;
    bool m_isWhole = false;
};

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// With the metadata, or with a word about their size where they are too long to be told.
QByteArray textWith(QJsonObject object, const QJsonObject &metadata)
{
    const QString key = QStringLiteral("metadata");
    object.insert(key, metadata);
    const QByteArray text = compact(object);
    if (text.size() <= longestText)
        return text;
    object.insert(key, QJsonObject{{"File.MetadataError", "longer than is read"}});
    return compact(object);
}

} // namespace

std::optional<Start> startOf(QByteArrayView packet)
{
    return packetOf<Start>(packet);
}

std::optional<Request> requestOf(QByteArrayView packet)
{
    return packetOf<Request>(packet);
}

std::optional<Answer> answerOf(QByteArrayView packet)
{
    return packetOf<Answer>(packet);
}

quint32 wireCode(ErrorCode code)
{
    const auto *found = std::find_if(std::begin(codes), std::end(codes),
                                     [&](const auto &pair) { return pair.second == code; });
    return found == std::end(codes) ? 0 : found->first;
}

std::optional<ErrorCode> errorOf(quint32 wireCode)
{
    for (const auto &[number, code] : codes)
        if (number == wireCode)
            return code;
    return std::nullopt;
}

std::optional<QByteArray> readAt(int descriptor, qint64 at, qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qint64 done = 0; done < size;) {
        const ssize_t count = pread(descriptor, bytes.data() + done, size_t(size - done), at + done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return std::nullopt;
        done += count;
    }
    return bytes;
}

bool writeAt(int descriptor, qint64 at, QByteArrayView bytes)
{
    for (qint64 done = 0; done < bytes.size();) {
        const ssize_t count = pwrite(descriptor, bytes.data() + done, size_t(bytes.size() - done), at + done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        done += count;
    }
    return true;
}

QByteArray stillText(const model::Still &still)
{
    return textWith({{"type", still.mediaType},
                     {"orientation", still.exifOrientation},
                     {"frames", still.frames},
                     {"bits", still.bitsPerChannel}},
                    still.metadata);
}

std::optional<model::Still> stillOfText(const QByteArray &text)
{
    Reading in(text);
    model::Still still;
    still.mediaType = in.name("type");
    still.exifOrientation = int(in.number("orientation", 1, 8));
    still.frames = int(in.number("frames", 1, mostFrames));
    still.bitsPerChannel = int(in.number("bits", 1, 64));
    still.metadata = in.object("metadata");
    const bool isKnown = std::any_of(std::begin(stillTypes), std::end(stillTypes), [&](const char *type) {
        return still.mediaType == QLatin1String(type);
    });
    if (!in.isWhole() || !isKnown)
        return std::nullopt;
    return still;
}

QByteArray infoText(const model::VideoInfo &info)
{
    return textWith({{"type", info.mediaType},
                     {"container", info.container},
                     {"codec", info.codec},
                     {"profile", info.profile},
                     {"pixel_format", info.pixelFormat},
                     {"bits", info.bitsPerChannel},
                     {"stored_width", info.storedWidth},
                     {"stored_height", info.storedHeight},
                     {"rotation", info.rotation},
                     {"width", info.width},
                     {"height", info.height},
                     {"aspect_numerator", info.pixelAspect.numerator},
                     {"aspect_denominator", info.pixelAspect.denominator},
                     {"rate_numerator", info.averageRate.numerator},
                     {"rate_denominator", info.averageRate.denominator},
                     {"base_numerator", info.timeBase.numerator},
                     {"base_denominator", info.timeBase.denominator},
                     {"seconds", info.claimedSeconds},
                     {"fields", int(info.fields)}},
                    info.metadata);
}

std::optional<model::VideoInfo> infoOfText(const QByteArray &text, const MediaLimits &limits)
{
    constexpr double longestRecording = 1e9; // seconds; thirty years
    Reading in(text);
    model::VideoInfo info;
    info.mediaType = in.name("type");
    info.container = in.name("container");
    info.codec = in.name("codec");
    info.profile = in.name("profile");
    info.pixelFormat = in.name("pixel_format");
    info.bitsPerChannel = int(in.number("bits", 1, 16));
    info.storedWidth = int(in.number("stored_width", 1, limits.side));
    info.storedHeight = int(in.number("stored_height", 1, limits.side));
    info.rotation = int(in.number("rotation", 0, 270));
    info.width = int(in.number("width", 1, limits.side));
    info.height = int(in.number("height", 1, limits.side));
    info.pixelAspect = in.fraction("aspect_numerator", "aspect_denominator");
    info.averageRate = in.fraction("rate_numerator", "rate_denominator");
    info.timeBase = in.fraction("base_numerator", "base_denominator");
    info.claimedSeconds = in.real("seconds", 0, longestRecording);
    info.fields =
        model::VideoInfo::Fields(in.number("fields", 0, int(model::VideoInfo::Fields::BottomFirst)));
    info.metadata = in.object("metadata");
    const bool turned = info.rotation == 90 || info.rotation == 270;
    const bool fits = info.width == (turned ? info.storedHeight : info.storedWidth) &&
                      info.height == (turned ? info.storedWidth : info.storedHeight);
    if (!in.isWhole() || info.rotation % 90 != 0 || !fits || !info.mediaType.startsWith(u"video/") ||
        qint64(info.width) * info.height > limits.pixels)
        return std::nullopt;
    return info;
}

std::optional<qint64> pictureBytes(const Answer &answer, const MediaLimits &limits)
{
    const bool isSample = answer.bitsPerChannel == 8 || answer.bitsPerChannel == 16;
    const bool isColour = answer.channels == 1 || answer.channels == 3;
    if (!isSample || !isColour || answer.width < 1 || answer.height < 1 || answer.width > limits.side ||
        answer.height > limits.side)
        return std::nullopt;
    // Two sides of 31 bits and a factor of 6 could pass 63 bits.
    qint64 pixels = 0;
    qint64 bytes = 0;
    if (__builtin_mul_overflow(qint64(answer.width), qint64(answer.height), &pixels) ||
        pixels > limits.pixels ||
        __builtin_mul_overflow(pixels, qint64(answer.channels * answer.bitsPerChannel / 8), &bytes) ||
        bytes != answer.bytes)
        return std::nullopt;
    return bytes;
}

} // namespace likeness::media::wire
