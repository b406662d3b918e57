// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/media/processdecoder.h"

#include <new>

namespace likeness::media
{

using base::ErrorCode;
using base::Result;
using wire::Answer;
using wire::Request;

namespace
{

class ProcessVideo : public Video
{
public:
    ProcessVideo(std::unique_ptr<Conversation> conversation, QString subject, const MediaLimits &limits,
                 model::VideoInfo info)
        : m_conversation(std::move(conversation)), m_subject(std::move(subject)), m_limits(limits),
          m_info(std::move(info))
    {
    }

    const model::VideoInfo &info() const override { return m_info; }

    Result<model::VideoIndex> makeIndex(base::Progress &progress) override
    {
        return oneAtATime([&]() -> Result<model::VideoIndex> {
            const auto answer = ask({.kind = Request::Kind::MakeIndex}, progress);
            if (!answer)
                return tl::unexpected(answer.error());
            if (answer->bytes < 1 || answer->bytes > wire::longestIndex)
                return m_conversation->refuse();
            const auto bytes = m_conversation->bytes(answer->bytes);
            if (!bytes)
                return tl::unexpected(bytes.error());
            auto index = model::VideoIndex::fromBytes(*bytes);
            if (!index)
                return m_conversation->refuse();
            m_frames = qint64(index->frames.size());
            return std::move(*index);
        });
    }

    base::Outcome useIndex(const model::VideoIndex &index) override
    {
        return oneAtATime([&]() -> base::Outcome {
            const QByteArray bytes = index.toBytes();
            if (bytes.size() > wire::longestIndex)
                return base::fail(ErrorCode::TooLarge, {}, QStringLiteral("bytes"));
            LIKENESS_TRY(m_conversation->put(bytes));
            base::Progress progress;
            LIKENESS_TRY(ask({.kind = Request::Kind::UseIndex, .bytes = bytes.size()}, progress));
            m_frames = qint64(index.frames.size());
            return {};
        });
    }

    Result<model::VideoFrame> frame(qint64 number, base::Progress &progress) override
    {
        return oneAtATime([&]() -> Result<model::VideoFrame> {
            auto native = picture(Request::Kind::Frame, number, progress);
            if (!native)
                return tl::unexpected(native.error());
            if (native->bitsPerChannel != 8 || native->channels != 3)
                return m_conversation->refuse();
            return model::VideoFrame{number,
                                     base::Picture(native->width, native->height, base::Picture::Format::Rgb,
                                                   std::move(native->pixels))};
        });
    }

    Result<model::NativeFrame> nativeFrame(qint64 number, base::Progress &progress) override
    {
        return oneAtATime([&] { return picture(Request::Kind::NativeFrame, number, progress); });
    }

private:
    template <class Work>
    auto oneAtATime(const Work &work) -> decltype(work())
    {
        const std::lock_guard lock(m_mutex);
        try {
            auto result = work();
            if (!result)
                result.error().subject = m_subject;
            return result;
        } catch (const std::bad_alloc &) {
            return base::fail(ErrorCode::TooLarge, m_subject, QStringLiteral("memory"));
        }
    }

    Result<Answer> ask(const Request &request, base::Progress &progress)
    {
        return m_conversation->ask(request, progress, Conversation::Stop::Ask);
    }

    Result<model::NativeFrame> picture(Request::Kind kind, qint64 number, base::Progress &progress)
    {
        if (number < 0 || number >= m_frames)
            return base::fail(ErrorCode::InvalidArgument, {}, QStringLiteral("no such frame"));
        const auto answer = ask({.kind = kind, .number = number}, progress);
        if (!answer)
            return tl::unexpected(answer.error());
        const auto size = wire::pictureBytes(*answer, m_limits);
        if (!size || answer->number != number)
            return m_conversation->refuse();
        auto pixels = m_conversation->bytes(*size);
        if (!pixels)
            return tl::unexpected(pixels.error());
        model::NativeFrame frame;
        frame.number = number;
        frame.width = answer->width;
        frame.height = answer->height;
        frame.channels = answer->channels;
        frame.bitsPerChannel = answer->bitsPerChannel;
        frame.digest = answer->digest;
        frame.pixels = std::move(*pixels);
        return frame;
    }

    std::mutex m_mutex;
    std::unique_ptr<Conversation> m_conversation;
    const QString m_subject;
    const MediaLimits m_limits;
    const model::VideoInfo m_info;
    qint64 m_frames = 0;
};

} // namespace

Result<std::unique_ptr<Video>> askForVideo(std::unique_ptr<Conversation> conversation, const QString &subject,
                                           const MediaLimits &limits, base::Progress &progress)
{
    const auto answer = conversation->ask({.kind = Request::Kind::OpenVideo}, progress);
    if (!answer)
        return tl::unexpected(answer.error());
    const auto text = conversation->text(*answer);
    if (!text)
        return tl::unexpected(text.error());
    auto info = wire::infoOfText(*text, limits);
    if (!info)
        return conversation->refuse();
    return std::make_unique<ProcessVideo>(std::move(conversation), subject, limits, std::move(*info));
}

} // namespace likeness::media
