// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/decode/framestream.h"

#include "engine/decode/videoformats.h"

#include <algorithm>

extern "C" {
#include <libavutil/opt.h>
}

namespace likeness::decode
{

using base::ErrorCode;
using base::fail;

namespace
{

// After so many reads or attempts to drain without a frame, a packet or an end: the file leads libav in
// circles.
constexpr int mostFruitless = 10'000;

/// While it lives, libav asks this progress for cancel.
class Asking
{
public:
    Asking(AvSource &source, base::Progress &progress) : m_source(source) { source.setProgress(&progress); }
    ~Asking() { m_source.setProgress(nullptr); }
    Asking(const Asking &) = delete;
    Asking &operator=(const Asking &) = delete;

private:
    AvSource &m_source;
};

int refuseToOpen(AVFormatContext *, AVIOContext **, const char *, int, AVDictionary **)
{
    return AVERROR(EACCES);
}

ErrorCode codeOf(int error)
{
    return error == AVERROR_EXIT ? ErrorCode::Cancelled : ErrorCode::FileDamaged;
}

bool isSoughtByByte(const AVInputFormat *format)
{
    // Streams without an index of their own, whose readers find their feet at any byte.
    static constexpr const char *names[] = {"mpegts", "mpeg", "mpegvideo", "h264", "hevc", "m4v",
                                            "h261",   "h263", "vc1",       "obu",  "mjpeg"};
    return std::any_of(std::begin(names), std::end(names),
                       [&](const char *name) { return qstrcmp(name, format->name) == 0; });
}

bool isSoughtByPresentation(const AVInputFormat *format)
{
    static constexpr const char *names[] = {"mov,mp4,m4a,3gp,3g2,mj2", "matroska,webm", "nut", "ogg", "mxf"};
    return std::any_of(std::begin(names), std::end(names),
                       [&](const char *name) { return qstrcmp(name, format->name) == 0; });
}

} // namespace

FrameStream::FrameStream(std::shared_ptr<AvSource> source, const QString &subject, const VideoLimits &limits)
    : m_source(std::move(source)), m_subject(subject), m_limits(limits)
{
}

FrameStream::~FrameStream() = default;

base::Result<bool> FrameStream::failed(ErrorCode code, const QString &detail) const
{
    return fail(code, m_subject, detail);
}

base::Result<std::unique_ptr<FrameStream>> FrameStream::open(std::shared_ptr<AvSource> source,
                                                             const QString &subject,
                                                             const VideoLimits &limits,
                                                             base::Progress &progress)
{
    silenceLibav();
    const Asking asking(*source, progress);
    std::unique_ptr<FrameStream> stream(new FrameStream(std::move(source), subject, limits));
    stream->m_packet.reset(av_packet_alloc());
    stream->m_frame.reset(av_frame_alloc());
    stream->m_bytes = stream->m_source->newContext();
    if (!stream->m_packet || !stream->m_frame || !stream->m_bytes)
        return fail(ErrorCode::TooLarge, subject, QStringLiteral("memory"));
    LIKENESS_TRY(stream->openContainer());
    LIKENESS_TRY(stream->chooseStream());
    LIKENESS_TRY(stream->openDecoder());
    return stream;
}

base::Outcome FrameStream::openContainer()
{
    const AVInputFormat *format = nullptr;
    const int score = av_probe_input_buffer2(m_bytes.get(), &format, "", nullptr, 0, 0);
    if (score == AVERROR_EXIT)
        return fail(ErrorCode::Cancelled, m_subject);
    if (score < 0 || !format || !isAllowedContainer(format))
        return fail(ErrorCode::FormatUnsupported, m_subject,
                    format ? QString::fromUtf8(format->name) : QString());
    if (QByteArrayView(format->name).startsWith("mov") && hasExternalReference(*m_source))
        return fail(ErrorCode::FormatUnsupported, m_subject, QStringLiteral("external"));

    auto *context = avformat_alloc_context();
    if (!context)
        return fail(ErrorCode::TooLarge, m_subject, QStringLiteral("memory"));
    context->pb = m_bytes.get();
    context->flags |= AVFMT_FLAG_CUSTOM_IO;
    context->io_open = refuseToOpen;
    context->interrupt_callback = m_source->interruption();
    context->format_whitelist = av_strdup(allowedContainers());
    context->codec_whitelist = av_strdup(allowedCodecs());
    context->protocol_whitelist = av_strdup("none"); // is the name of no protocol
    AvOptions options;
    if (QByteArrayView(format->name).startsWith("mov")) {
        options.setNumber("enable_drefs", 0);
        options.setNumber("use_absolute_path", 0);
    }
    if (qstrcmp(format->name, "mpegts") == 0)
        options.setNumber("scan_all_pmts", 1); // as the ffmpeg program does
    const int error = avformat_open_input(&context, "", format, options.handle()); // frees it when it fails
    if (error < 0)
        return fail(codeOf(error), m_subject, avErrorText(error));
    m_container.reset(context);

    std::vector<AVDictionary *> perStream(m_container->nb_streams, nullptr);
    for (AVDictionary *&stream : perStream) {
        av_dict_set(&stream, "threads", "1", 0);
        av_dict_set_int(&stream, "max_pixels", m_limits.pixels, 0);
    }
    const int found = avformat_find_stream_info(m_container.get(), perStream.data());
    for (AVDictionary *&stream : perStream)
        av_dict_free(&stream);
    if (found < 0 && found != AVERROR_EOF)
        return fail(codeOf(found), m_subject, avErrorText(found));
    if (m_source->isCancelled())
        return fail(ErrorCode::Cancelled, m_subject);
    return {};
}

base::Outcome FrameStream::chooseStream()
{
    bool hasOnlyCovers = true;
    for (unsigned i = 0; i < m_container->nb_streams; ++i) {
        AVStream *stream = m_container->streams[i];
        stream->discard = AVDISCARD_ALL;
        if (stream->codecpar->codec_type == AVMEDIA_TYPE_VIDEO &&
            !(stream->disposition & AV_DISPOSITION_ATTACHED_PIC))
            hasOnlyCovers = false;
    }
    const int chosen = av_find_best_stream(m_container.get(), AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    if (chosen < 0 || hasOnlyCovers)
        return fail(ErrorCode::FormatUnsupported, m_subject, QStringLiteral("no picture stream"));
    m_stream = m_container->streams[chosen];
    if (m_stream->disposition & AV_DISPOSITION_ATTACHED_PIC)
        return fail(ErrorCode::FormatUnsupported, m_subject, QStringLiteral("no picture stream"));
    m_stream->discard = AVDISCARD_DEFAULT;
    return {};
}

base::Outcome FrameStream::openDecoder()
{
    const AVCodecParameters &parameters = *m_stream->codecpar;
    const AVCodec *codec = avcodec_find_decoder(parameters.codec_id);
    if (!codec || !isAllowedCodec(codec))
        return fail(ErrorCode::FormatUnsupported, m_subject,
                    QString::fromUtf8(avcodec_get_name(parameters.codec_id)));
    if (parameters.width > m_limits.side || parameters.height > m_limits.side)
        return fail(ErrorCode::TooLarge, m_subject, QStringLiteral("side"));
    if (qint64(parameters.width) * parameters.height > m_limits.pixels)
        return fail(ErrorCode::TooLarge, m_subject, QStringLiteral("pixels"));
    m_decoder.reset(avcodec_alloc_context3(codec));
    if (!m_decoder || avcodec_parameters_to_context(m_decoder.get(), &parameters) < 0)
        return fail(ErrorCode::TooLarge, m_subject, QStringLiteral("memory"));
    m_decoder->pkt_timebase = m_stream->time_base;
    m_decoder->framerate = m_stream->avg_frame_rate;
    m_decoder->max_pixels = m_limits.pixels;
    // No BITEXACT: the ffmpeg program does without, and some old codecs round otherwise with it.
    AvOptions options;
    options.setNumber("threads", 1);
    options.set("codec_whitelist", allowedCodecs());
    const int error = avcodec_open2(m_decoder.get(), codec, options.handle());
    if (error < 0)
        return fail(codeOf(error), m_subject, avErrorText(error));
    return {};
}

base::Result<bool> FrameStream::next(StoredFrame &frame, base::Progress &progress)
{
    const Asking asking(*m_source, progress);
    while (m_state != State::Ended) {
        if (progress.isCancelled())
            return failed(ErrorCode::Cancelled);
        if (m_state == State::Reading) {
            LIKENESS_TRY(readPacket());
            if (m_state == State::Reading)
                continue;
        }
        const auto given = receive(frame);
        if (!given || *given)
            return given;
    }
    if (m_source->isCancelled())
        return failed(ErrorCode::Cancelled);
    return false;
}

// One step of reading. Repeating when a packet went into the decoder, Draining at the end.
base::Outcome FrameStream::readPacket()
{
    const int error = av_read_frame(m_container.get(), m_packet.get());
    if (error == AVERROR_EXIT)
        return fail(ErrorCode::Cancelled, m_subject);
    if (error == AVERROR(EAGAIN) && ++m_fruitless < mostFruitless)
        return {};
    if (error < 0) {
        if (error != AVERROR_EOF)
            m_endedBy = avErrorText(error);
        else if (looksTruncated())
            m_endedBy = QStringLiteral("truncated");
        m_fruitless = 0;
        m_state = State::Draining;
        avcodec_send_packet(m_decoder.get(), nullptr);
        return {};
    }
    m_fruitless = 0;
    if (m_packet->pos >= 0)
        m_lastPosition = m_packet->pos;
    // An empty packet stands for a frame that was dropped: it would end the decoder.
    if (m_packet->stream_index == m_stream->index && m_packet->size > 0) {
        ++m_ordinal;
        const qint64 time = m_packet->dts != AV_NOPTS_VALUE   ? m_packet->dts
                            : m_packet->pts != AV_NOPTS_VALUE ? m_packet->pts
                                                              : 0;
        m_packets[size_t(m_ordinal) % m_packets.size()] = {m_ordinal, m_packet->pos, time};
        m_decoder->reordered_opaque = m_ordinal;
        const int sent = avcodec_send_packet(m_decoder.get(), m_packet.get());
        if (sent >= 0 || sent == AVERROR_EOF)
            m_state = State::Repeating;
    }
    av_packet_unref(m_packet.get());
    return {};
}

base::Result<bool> FrameStream::receive(StoredFrame &frame)
{
    const int error = avcodec_receive_frame(m_decoder.get(), m_frame.get());
    if (error < 0) {
        if (m_state == State::Repeating)
            m_state = State::Reading;
        else if (error == AVERROR_EOF || ++m_fruitless >= mostFruitless)
            m_state = State::Ended;
        return false;
    }
    m_fruitless = 0;
    takeFacts(*m_frame, frame.facts);
    base::Outcome stored;
    if (m_frame->width > m_limits.side || m_frame->height > m_limits.side)
        stored = fail(ErrorCode::TooLarge, m_subject, QStringLiteral("side"));
    else
        stored = storePixels(*m_frame, m_subject, frame);
    av_frame_unref(m_frame.get());
    LIKENESS_TRY(stored);
    return true;
}

void FrameStream::takeFacts(const AVFrame &frame, model::IndexedFrame &facts)
{
    facts = {};
    facts.timeFound = frame.best_effort_timestamp != AV_NOPTS_VALUE;
    facts.time = facts.timeFound ? frame.best_effort_timestamp : m_expectedTime.value_or(0);
    qint64 distance = frame.pkt_duration;
    if (distance <= 0 && m_stream->avg_frame_rate.num > 0 && m_stream->avg_frame_rate.den > 0)
        distance = av_rescale_q(1, av_inv_q(m_stream->avg_frame_rate), m_stream->time_base);
    qint64 expected = 0;
    if (__builtin_add_overflow(facts.time, std::max<qint64>(distance, 1), &expected))
        expected = facts.time;
    m_expectedTime = expected;
    facts.key = frame.key_frame;
    facts.interlaced = frame.interlaced_frame;
    facts.topFieldFirst = frame.top_field_first;
    facts.damaged = frame.decode_error_flags != 0 || (frame.flags & AV_FRAME_FLAG_CORRUPT);
    facts.position = std::max<qint64>(frame.pkt_pos, -1);
    facts.decodeTime = frame.pkt_dts != AV_NOPTS_VALUE ? frame.pkt_dts : facts.time;
    // Better from the very packet: libav gives the frame the decoding time of the packet that pushed it out.
    const qint64 ordinal = frame.reordered_opaque;
    if (ordinal > 0 && ordinal <= m_ordinal) {
        const PacketFacts &packet = m_packets[size_t(ordinal) % m_packets.size()];
        if (packet.ordinal == ordinal) {
            facts.decodeTime = packet.decodeTime;
            facts.position = std::max<qint64>(packet.position, -1);
        }
    }
}

// Readers with a table of all packets stop at the end of a cut file as if it were the end of the recording.
bool FrameStream::looksTruncated() const
{
    if (!QByteArrayView(m_container->iformat->name).startsWith("mov"))
        return false;
    const int entries = avformat_index_get_entries_count(m_stream);
    if (entries == 0)
        return false;
    const AVIndexEntry *last = avformat_index_get_entry(m_stream, entries - 1);
    return last && (last->pos >= m_source->size() || last->size > m_source->size() - last->pos);
}

bool FrameStream::seek(const model::IndexedFrame &frame, base::Progress &progress)
{
    const Asking asking(*m_source, progress);
    avcodec_flush_buffers(m_decoder.get());
    m_state = State::Reading;
    m_endedBy.clear();
    m_expectedTime.reset();
    m_fruitless = 0;
    const AVInputFormat *format = m_container->iformat;
    int error = 0;
    if (isSoughtByByte(format)) {
        if (frame.position < 0)
            return false;
        error = av_seek_frame(m_container.get(), -1, frame.position, AVSEEK_FLAG_BYTE);
    } else {
        const qint64 time = isSoughtByPresentation(format) ? frame.time : frame.decodeTime;
        error = av_seek_frame(m_container.get(), m_stream->index, time, AVSEEK_FLAG_BACKWARD);
    }
    return error >= 0;
}

} // namespace likeness::decode
