// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/dict.h>
#include <libavutil/frame.h>
#include <libswscale/swscale.h>
}

namespace likeness::decode
{

/// What libav allocates, with its own way of freeing.
struct FreeAv {
    void operator()(AVFormatContext *context) const { avformat_close_input(&context); }
    void operator()(AVCodecContext *context) const { avcodec_free_context(&context); }
    void operator()(AVPacket *packet) const { av_packet_free(&packet); }
    void operator()(AVFrame *frame) const { av_frame_free(&frame); }
    void operator()(SwsContext *context) const { sws_freeContext(context); }
    void operator()(AVIOContext *context) const
    {
        av_freep(&context->buffer);
        avio_context_free(&context);
    }
};
template <class T>
using AvHandle = std::unique_ptr<T, FreeAv>;

/// A dictionary of options to be handed over; frees what libav left in it.
class AvOptions
{
public:
    AvOptions() = default;
    ~AvOptions() { av_dict_free(&m_options); }
    AvOptions(const AvOptions &) = delete;
    AvOptions &operator=(const AvOptions &) = delete;
    void set(const char *name, const char *value) { av_dict_set(&m_options, name, value, 0); }
    void setNumber(const char *name, qint64 value) { av_dict_set_int(&m_options, name, value, 0); }
    AVDictionary **handle() { return &m_options; }

private:
    AVDictionary *m_options = nullptr;
};

/// libav's own words for one of its error numbers: a technical detail.
inline QString avErrorText(int error)
{
    char text[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(error, text, sizeof text);
    return QString::fromUtf8(text);
}

} // namespace likeness::decode
