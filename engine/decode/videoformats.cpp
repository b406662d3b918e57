// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/decode/videoformats.h"

#include <QtEndian>

#include <array>
#include <mutex>

extern "C" {
#include <libavutil/avstring.h>
#include <libavutil/log.h>
}

namespace likeness::decode
{

namespace
{

constexpr char containers[] =
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo,asf,flv,mxf,dv,"
    "h264,hevc,m4v,h261,h263,vc1,vc1test,ivf,obu,av1,nut,ogg,mjpeg,dhav";

constexpr char codecs[] =
    "h264,hevc,mpeg1video,mpeg2video,mpegvideo,mpeg4,mjpeg,mjpegb,h261,h263,h263i,h263p,flv,msmpeg4v1,"
    "msmpeg4v2,"
    "msmpeg4,wmv1,wmv2,wmv3,vc1,vp3,vp6,vp6a,vp6f,vp7,vp8,vp9,libdav1d,av1,theora,prores,dnxhd,cfhd,dvvideo,"
    "jpeg2000,"
    "rawvideo,v210,v410,v308,v408,yuv4,r210,ffv1,huffyuv,ffvhuff,utvideo,lagarith,magicyuv,cinepak,svq1,svq3,"
    "indeo2,indeo3,indeo4,indeo5,msvideo1,msrle,qtrle,rpza,cyuv,fraps,zmbv,tscc";

// Below it libavformat itself would rather read more than believe its guess.
constexpr int leastScore = AVPROBE_SCORE_RETRY + 1;

bool startsWithStill(QByteArrayView bytes)
{
    if (bytes.size() < 12 || bytes.sliced(4, 4) != "ftyp")
        return false;
    constexpr std::array stills{"heic", "heix", "heim", "heis", "hevc",
                                "hevx", "mif1", "msf1", "avif", "avis"};
    const auto brand = bytes.sliced(8, 4);
    return std::any_of(stills.begin(), stills.end(), [&](const char *still) { return brand == still; });
}

struct Box {
    QByteArray type;
    qint64 begin = 0; // of its content
    qint64 end = 0;
};

/// The boxes between two positions, a bounded number of them.
std::vector<Box> boxesIn(const AvSource &source, qint64 begin, qint64 end)
{
    constexpr size_t mostBoxes = 4096;
    std::vector<Box> boxes;
    while (begin + 8 <= end && boxes.size() < mostBoxes) {
        const QByteArray head = source.read(begin, 16);
        if (head.size() < 8)
            break;
        qint64 size = qFromBigEndian<quint32>(head.constData());
        qint64 headBytes = 8;
        if (size == 1 && head.size() == 16) {
            size = qFromBigEndian<qint64>(head.constData() + 8);
            headBytes = 16;
        } else if (size == 0) {
            size = end - begin;
        }
        if (size < headBytes)
            break;
        const qint64 boxEnd = size > end - begin ? end : begin + size;
        boxes.push_back({head.mid(4, 4), begin + headBytes, boxEnd});
        begin = boxEnd;
    }
    return boxes;
}

std::vector<Box> boxesIn(const AvSource &source, const Box &parent, const char *type)
{
    auto boxes = boxesIn(source, parent.begin, parent.end);
    std::erase_if(boxes, [&](const Box &box) { return box.type != type; });
    return boxes;
}

bool pointsElsewhere(const AvSource &source, const Box &references)
{
    // Full boxes after version, flags and a count; the lowest flag says "in this file".
    for (const Box &entry : boxesIn(source, references.begin + 8, references.end)) {
        const QByteArray flags = source.read(entry.begin, 4);
        if (flags.size() < 4 || !(flags[3] & 1))
            return true;
    }
    return false;
}

bool isPictureTrack(const AvSource &source, const Box &media)
{
    for (const Box &handler : boxesIn(source, media, "hdlr"))
        if (source.read(handler.begin + 8, 4) == "vide")
            return true;
    return false;
}

} // namespace

bool isVideo(QByteArrayView firstBytes)
{
    silenceLibav();
    if (firstBytes.isEmpty() || startsWithStill(firstBytes))
        return false;
    constexpr qsizetype most = 1 << 20;
    firstBytes = firstBytes.first(std::min(firstBytes.size(), most));
    QByteArray padded(firstBytes.size() + AVPROBE_PADDING_SIZE, '\0');
    std::copy(firstBytes.begin(), firstBytes.end(), padded.begin());
    AVProbeData probe = {};
    probe.filename = "";
    probe.buf = reinterpret_cast<unsigned char *>(padded.data());
    probe.buf_size = int(firstBytes.size());
    int score = leastScore - 1;
    const AVInputFormat *format = av_probe_input_format2(&probe, 1, &score);
    return format && isAllowedContainer(format);
}

const char *allowedContainers()
{
    return containers;
}

const char *allowedCodecs()
{
    return codecs;
}

bool isAllowedContainer(const AVInputFormat *format)
{
    return av_match_list(format->name, containers, ',') > 0;
}

bool isAllowedCodec(const AVCodec *codec)
{
    return av_match_list(codec->name, codecs, ',') > 0;
}

QString videoMediaType(const AVInputFormat *format, QByteArrayView firstBytes)
{
    static constexpr struct {
        const char *container;
        const char *mediaType;
    } types[] = {{"avi", "video/x-msvideo"},  {"mpegts", "video/mp2t"},  {"mpeg", "video/mpeg"},
                 {"mpegvideo", "video/mpeg"}, {"asf", "video/x-ms-asf"}, {"flv", "video/x-flv"},
                 {"mxf", "application/mxf"},  {"dv", "video/x-dv"},      {"h264", "video/h264"},
                 {"hevc", "video/h265"},      {"m4v", "video/mp4v-es"},  {"h261", "video/h261"},
                 {"h263", "video/h263"},      {"vc1", "video/vc1"},      {"vc1test", "video/vc1"},
                 {"ivf", "video/x-ivf"},      {"obu", "video/av1"},      {"av1", "video/av1"},
                 {"nut", "video/x-nut"},      {"ogg", "video/ogg"},      {"mjpeg", "video/x-motion-jpeg"},
                 {"dhav", "video/x-dhav"}};
    if (av_match_name("mov", format->name)) {
        const auto brand = firstBytes.size() >= 12 && firstBytes.sliced(4, 4) == "ftyp"
                               ? firstBytes.sliced(8, 4)
                               : QByteArrayView("qt  ");
        if (brand == "qt  ")
            return QStringLiteral("video/quicktime");
        return brand.startsWith("3g") ? QStringLiteral("video/3gpp") : QStringLiteral("video/mp4");
    }
    if (av_match_name("matroska", format->name)) {
        const auto head = firstBytes.first(std::min<qsizetype>(firstBytes.size(), 64));
        return head.contains(QByteArrayView("webm")) ? QStringLiteral("video/webm")
                                                     : QStringLiteral("video/x-matroska");
    }
    for (const auto &type : types)
        if (qstrcmp(type.container, format->name) == 0)
            return QLatin1String(type.mediaType);
    return QStringLiteral("application/octet-stream");
}

bool hasExternalReference(const AvSource &source)
{
    for (const Box &movie : boxesIn(source, 0, source.size())) {
        if (movie.type != "moov")
            continue;
        for (const Box &track : boxesIn(source, movie, "trak"))
            for (const Box &media : boxesIn(source, track, "mdia")) {
                if (!isPictureTrack(source, media))
                    continue;
                for (const Box &mediaInfo : boxesIn(source, media, "minf"))
                    for (const Box &dataInfo : boxesIn(source, mediaInfo, "dinf"))
                        for (const Box &references : boxesIn(source, dataInfo, "dref"))
                            if (pointsElsewhere(source, references))
                                return true;
            }
    }
    return false;
}

void silenceLibav()
{
    static std::once_flag once;
    std::call_once(once, [] { av_log_set_callback([](void *, int, const char *, va_list) {}); });
}

} // namespace likeness::decode
