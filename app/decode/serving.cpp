// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decode/serving.h"

#include "app/decode/confinement.h"
#include "app/decode/servedvideo.h"
#include "engine/decode/stilldecoder.h"
#include "engine/decode/stillstructure.h"

#include <QElapsedTimer>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <memory>
#include <new>
#include <optional>

#include <unistd.h>

namespace likeness::decoder
{

using base::ErrorCode;
using media::wire::Answer;
using media::wire::Request;
using media::wire::Start;

namespace
{

constexpr int progressPeriod = 100; // milliseconds

/// What the parent asks to stop, by SIGUSR1.
std::atomic<base::Progress *> current = nullptr;

void stopCurrent(int)
{
    if (base::Progress *const progress = current.load())
        progress->cancel();
}

Bounds boundsOf(const Start &start)
{
    // A still: the file, the picture as its plugin decodes it (8 bytes a pixel at most), as we keep it, and
    // turned; a video: some frames that wait for others.
    constexpr qint64 bytesPerPixel = 16;
    constexpr qint64 forLibraries = qint64(256) << 20;
    constexpr qint64 forFrames = qint64(2) << 30;
    Bounds bounds;
    bounds.memoryBytes =
        start.bytes + start.pixels * bytesPerPixel + forLibraries + (start.isVideo ? forFrames : 0);
    bounds.fileBytes =
        media::wire::bytesAt +
        (start.isVideo ? std::max(start.pixels * 6, media::wire::longestIndex) : start.pixels * 3);
    bounds.cpuSeconds = std::max(1, start.cpuSeconds);
    bounds.conversation = conversationDescriptor;
    bounds.memory = memoryDescriptor;
    bounds.descriptors = firstClosedDescriptor;
    return bounds;
}

/// False when the parent is gone.
bool say(const Answer &answer)
{
    ssize_t count = 0;
    do
        count = write(conversationDescriptor, &answer, sizeof answer);
    while (count < 0 && errno == EINTR);
    return count == ssize_t(sizeof answer);
}

bool put(Answer &answer, QByteArrayView text, QByteArrayView bytes = {})
{
    answer.textBytes = text.size();
    answer.bytes = bytes.size();
    return media::wire::writeAt(memoryDescriptor, media::wire::textAt, text) &&
           media::wire::writeAt(memoryDescriptor, media::wire::bytesAt, bytes);
}

Answer failed(const base::Error &error)
{
    Answer answer;
    answer.kind = Answer::Kind::Failed;
    answer.code = media::wire::wireCode(error.code);
    if (answer.code == 0)
        answer.code = media::wire::wireCode(ErrorCode::FileDamaged);
    put(answer, error.detail.left(media::wire::longestDetail).toUtf8());
    return answer;
}

Answer noMemory()
{
    return failed({ErrorCode::TooLarge, {}, QStringLiteral("memory")});
}

class Server
{
public:
    explicit Server(const Start &start)
        : m_start(start), m_stills(decode::makeInProcessDecoder({start.bytes, start.pixels, start.side}))
    {
        m_file.open(fileDescriptor, QIODevice::ReadOnly, QFileDevice::DontCloseHandle);
    }

    Answer answer(const Request &request)
    {
        QElapsedTimer sinceProgress;
        sinceProgress.start();
        base::Progress progress([&](qint64 done, qint64 total) {
            if (!sinceProgress.hasExpired(progressPeriod))
                return;
            sinceProgress.restart();
            Answer answer;
            answer.kind = Answer::Kind::Progress;
            answer.sequence = request.sequence;
            answer.done = done;
            answer.total = std::max(done, total);
            if (!say(answer))
                _exit(0);
        });
        current = &progress;
        Answer answer = worked(request, progress);
        current = nullptr;
        answer.sequence = request.sequence;
        return answer;
    }

private:
    Answer worked(const Request &request, base::Progress &progress)
    {
        try {
            switch (request.kind) {
            case Request::Kind::TellKind:
                return kind();
            case Request::Kind::DecodeStill:
                return still(progress);
            case Request::Kind::StillPixels:
                return pixels(progress);
            case Request::Kind::None:
                return failed({ErrorCode::InvalidArgument, {}, {}});
            default:
                return video(request, progress);
            }
        } catch (const std::bad_alloc &) {
            return noMemory();
        } catch (const std::exception &error) {
            return failed({ErrorCode::FileDamaged, {}, QString::fromLocal8Bit(error.what())});
        }
    }

    Answer kind()
    {
        constexpr qint64 enough = 64 << 10; // to know a transport stream by
        QByteArray first(enough, Qt::Uninitialized);
        first.truncate(std::max<ssize_t>(0, pread(fileDescriptor, first.data(), size_t(enough), 0)));
        Answer answer;
        answer.kind = Answer::Kind::Done;
        if (!decode::stillKind(first)) {
            if (!isServedVideo(first))
                return failed({ErrorCode::FormatUnsupported,
                               {},
                               QStringLiteral("no picture and no recording that is read here")});
            answer.number = 1;
        }
        return answer;
    }

    Answer still(base::Progress &progress)
    {
        const auto still = m_stills->decode(m_file, QString(), progress);
        if (!still)
            return failed(still.error());
        Answer answer;
        answer.kind = Answer::Kind::Done;
        answer.width = still->picture.width();
        answer.height = still->picture.height();
        answer.channels = still->picture.channels();
        answer.bitsPerChannel = 8;
        return put(answer, media::wire::stillText(*still), still->picture.pixels()) ? answer : noMemory();
    }

    Answer pixels(base::Progress &progress)
    {
        const auto pixels = m_stills->pixels(m_file, QString(), progress);
        if (!pixels)
            return failed(pixels.error());
        Answer answer;
        answer.kind = Answer::Kind::Done;
        answer.number = *pixels;
        return answer;
    }

    Answer video(const Request &request, base::Progress &progress)
    {
        if (request.bytes < 0 || request.bytes > media::wire::longestIndex)
            return failed({ErrorCode::InvalidArgument, {}, {}});
        const auto given = media::wire::readAt(memoryDescriptor, media::wire::bytesAt, request.bytes);
        if (!given)
            return failed({ErrorCode::InvalidArgument, {}, {}});
        auto served = m_video.serve(request, *given, m_start, fileDescriptor, progress);
        if (!served)
            return failed(served.error());
        served->answer.kind = Answer::Kind::Done;
        return put(served->answer, served->text, served->bytes) ? served->answer : noMemory();
    }

    const Start m_start;
    QFile m_file;
    std::unique_ptr<decode::StillDecoder> m_stills;
    ServedVideo m_video;
};

} // namespace

void serve(const Start &start)
{
    struct sigaction stop {
    };
    stop.sa_handler = stopCurrent;
    sigaction(SIGUSR1, &stop, nullptr);
    Server server(start);
    const media::Confinement reached = confine(boundsOf(start));
    Answer ready;
    ready.kind = Answer::Kind::Ready;
    ready.flags = (reached.noNewPrivileges ? Answer::NoNewPrivileges : 0u) |
                  (reached.systemCallFilter ? Answer::SystemCallFilter : 0u) |
                  (reached.fileSystemRules ? Answer::FileSystemRules : 0u) |
                  (reached.resourceLimits ? Answer::ResourceLimits : 0u);
    if (!say(ready))
        _exit(0);
    Request request;
    while (true) {
        const ssize_t count = read(conversationDescriptor, &request, sizeof request);
        if (count < 0 && errno == EINTR)
            continue;
        const auto asked =
            media::wire::requestOf({reinterpret_cast<const char *>(&request), std::max<ssize_t>(0, count)});
        if (!asked)
            _exit(0);
        try {
            if (!say(server.answer(*asked)))
                _exit(0);
        } catch (const std::bad_alloc &) {
            _exit(media::wire::outOfMemory); // not even for the answer
        }
    }
}

} // namespace likeness::decoder
