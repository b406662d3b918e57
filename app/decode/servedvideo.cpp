// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decode/servedvideo.h"

#include "engine/decode/videoreader.h"

namespace likeness::decoder
{

using base::ErrorCode;
using media::wire::Request;

ServedVideo::ServedVideo() = default;
ServedVideo::~ServedVideo() = default;

bool isServedVideo(QByteArrayView firstBytes)
{
    return decode::isVideo(firstBytes);
}

base::Result<ServedVideo::Served> ServedVideo::serve(const Request &request, const QByteArray &given,
                                                     const media::wire::Start &start, int file,
                                                     base::Progress &progress)
{
    if (request.kind == Request::Kind::OpenVideo) {
        auto reader = decode::VideoReader::open(file, QString(), {start.pixels, int(start.side)}, progress);
        if (!reader)
            return tl::unexpected(reader.error());
        m_reader = std::move(*reader);
        return Served{{}, media::wire::infoText(m_reader->info()), {}};
    }
    if (!m_reader)
        return base::fail(ErrorCode::InvalidArgument, {}, QStringLiteral("no recording is open"));
    Served served;
    switch (request.kind) {
    case Request::Kind::MakeIndex: {
        const auto index = m_reader->makeIndex(progress);
        LIKENESS_TRY(index);
        served.bytes = index->toBytes();
        if (served.bytes.size() > media::wire::longestIndex)
            return base::fail(ErrorCode::TooLarge, {}, QStringLiteral("frames"));
        return served;
    }
    case Request::Kind::UseIndex: {
        auto index = model::VideoIndex::fromBytes(given);
        if (!index)
            return base::fail(ErrorCode::InvalidArgument, {}, QStringLiteral("no index"));
        LIKENESS_TRY(m_reader->useIndex(std::move(*index)));
        return served;
    }
    case Request::Kind::Frame: {
        auto frame = m_reader->frame(request.number, progress);
        LIKENESS_TRY(frame);
        served.answer.number = frame->number;
        served.answer.width = frame->picture.width();
        served.answer.height = frame->picture.height();
        served.answer.channels = frame->picture.channels();
        served.answer.bitsPerChannel = 8;
        served.bytes = frame->picture.pixels();
        return served;
    }
    case Request::Kind::NativeFrame: {
        auto frame = m_reader->nativeFrame(request.number, progress);
        LIKENESS_TRY(frame);
        served.answer.number = frame->number;
        served.answer.width = frame->width;
        served.answer.height = frame->height;
        served.answer.channels = frame->channels;
        served.answer.bitsPerChannel = frame->bitsPerChannel;
        served.answer.digest = frame->digest;
        served.bytes = std::move(frame->pixels);
        return served;
    }
    default:
        return base::fail(ErrorCode::InvalidArgument, {}, QStringLiteral("no such request"));
    }
}

} // namespace likeness::decoder
