// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/media/conversation.h"

#include "engine/media/packets.h"

#include <QElapsedTimer>

#include <csignal>

#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>

namespace likeness::media
{

using base::Error;
using base::ErrorCode;
using wire::Answer;

namespace
{

constexpr int cancelPeriod = 50;      // milliseconds, as the header of MediaDecoder states
constexpr int graceAfterCancel = 400; // for a decoder that is asked to stop
constexpr int secondsToStart = 30;    // loading the libraries on a machine that is busy
constexpr int cpuSecondsOfVideo = 6 * 3600;

Error damaged(const char *detail)
{
    return {ErrorCode::FileDamaged, {}, QLatin1String(detail)};
}

} // namespace

base::Result<std::unique_ptr<Conversation>> Conversation::open(DecoderProgram &program, int file,
                                                               bool isVideo, const MediaLimits &limits,
                                                               base::Progress &progress)
{
    wire::Start start;
    start.bytes = limits.bytes;
    start.pixels = limits.pixels;
    start.side = limits.side;
    start.isVideo = isVideo;
    // Of processor time: a fence behind the one of silence, for a decoder whose parent is held up.
    start.cpuSeconds = isVideo ? cpuSecondsOfVideo : 4 * limits.secondsWithoutAnswer;
    const auto unreadable = [](const char *why) {
        return base::fail(ErrorCode::FileUnreadable, {}, QLatin1String(why));
    };
    for (int attempt = 0;; ++attempt) {
        Descriptor memory(memfd_create("likeness-pixels", MFD_CLOEXEC));
        auto pair = packets::makePair();
        if (!memory.isOpen() || !pair)
            return unreadable("no descriptors left");
        const auto asked = program.start(start, file, memory.get(), pair->theirs.get());
        if (!asked)
            return tl::unexpected(asked.error());
        pair->theirs = {};
        auto conversation =
            std::make_unique<Conversation>(std::move(pair->ours), std::move(memory), Descriptor(), limits);
        const auto started = conversation->awaitStart(progress);
        if (started)
            return conversation;
        if (started.error().code == ErrorCode::Cancelled)
            return tl::unexpected(started.error());
        // The program died, or is about to, between the request and the fork: no fault of this file. What is
        // left of it must not take the next request either.
        program.stop(*asked);
        if (attempt == 1)
            return unreadable("the decoder does not start");
    }
}

Conversation::Conversation(Descriptor socket, Descriptor memory, Descriptor process,
                           const MediaLimits &limits)
    : m_socket(std::move(socket)), m_memory(std::move(memory)), m_process(std::move(process)),
      m_limits(limits)
{
}

Conversation::~Conversation()
{
    // It ends by itself when its socket does, unless it hangs or does not want to.
    signal(SIGKILL);
}

void Conversation::signal(int number) const
{
    if (m_process.isOpen())
        syscall(SYS_pidfd_send_signal, m_process.get(), number, nullptr, 0);
}

tl::unexpected<Error> Conversation::endWith(Error error)
{
    signal(SIGKILL);
    m_socket = {};
    m_end = error.code == ErrorCode::Cancelled ? Error{ErrorCode::FileDamaged, {}, QStringLiteral("stopped")}
                                               : error;
    return tl::unexpected(std::move(error));
}

tl::unexpected<Error> Conversation::endedBy(qint64 status)
{
    const int code = int(status);
    if (WIFSIGNALED(code) && WTERMSIG(code) == SIGXCPU)
        return endWith(damaged("hang"));
    if (WIFEXITED(code) && WEXITSTATUS(code) == wire::outOfMemory)
        return endWith({ErrorCode::TooLarge, {}, QStringLiteral("memory")});
    return endWith(damaged("crash"));
}

tl::unexpected<Error> Conversation::refuse()
{
    return endWith(damaged("answer"));
}

base::Outcome Conversation::awaitStart(base::Progress &progress)
{
    QElapsedTimer timer;
    timer.start();
    while (true) {
        if (progress.isCancelled())
            return endWith({ErrorCode::Cancelled, {}, {}});
        if (timer.hasExpired(1000 * secondsToStart))
            return endWith(damaged("hang"));
        if (!packets::waitFor(m_socket.get(), cancelPeriod))
            continue;
        packets::Packet packet;
        const auto state = packets::receive(m_socket.get(), sizeof(Answer), packet);
        if (state == packets::State::Nothing)
            continue;
        const auto answer = wire::answerOf(packet.bytes);
        // The decoder runs beside its starter and may be the quicker one. It was asked for nothing yet, so it
        // has read nothing: its word is good.
        if (state == packets::State::Here && answer && answer->kind == Answer::Kind::Ready) {
            noteReady(*answer);
            continue;
        }
        if (state != packets::State::Here || !answer || answer->kind != Answer::Kind::Started ||
            packet.descriptors.size() != 1)
            return endWith(damaged("crash"));
        m_process = std::move(packet.descriptors.front());
        return {};
    }
}

void Conversation::noteReady(const Answer &answer)
{
    m_confinement = {
        bool(answer.flags & Answer::NoNewPrivileges), bool(answer.flags & Answer::SystemCallFilter),
        bool(answer.flags & Answer::FileSystemRules), bool(answer.flags & Answer::ResourceLimits)};
}

base::Result<Answer> Conversation::ask(wire::Request request, base::Progress &progress, Stop stop)
{
    if (m_end)
        return tl::unexpected(*m_end);
    if (progress.isCancelled())
        return base::fail(ErrorCode::Cancelled, {});
    request.sequence = ++m_sequence;
    if (!packets::send(m_socket.get(), {reinterpret_cast<const char *>(&request), sizeof request}))
        return endWith(damaged("crash"));
    const auto answer = awaitAnswer(request.sequence, progress, stop);
    if (answer && answer->kind == Answer::Kind::Failed)
        return tl::unexpected(failure(*answer));
    return answer;
}

base::Result<Answer> Conversation::awaitAnswer(quint32 sequence, base::Progress &progress, Stop stop)
{
    QElapsedTimer silence;
    QElapsedTimer sinceCancel;
    qint64 reached = 0;
    silence.start();
    while (true) {
        if (progress.isCancelled()) {
            if (stop == Stop::Kill || (sinceCancel.isValid() && sinceCancel.hasExpired(graceAfterCancel)))
                return endWith({ErrorCode::Cancelled, {}, {}});
            if (!sinceCancel.isValid()) {
                sinceCancel.start();
                signal(SIGUSR1);
            }
        }
        if (silence.hasExpired(qint64(1000) * m_limits.secondsWithoutAnswer))
            return endWith(damaged("hang"));
        if (!packets::waitFor(m_socket.get(), cancelPeriod))
            continue;
        packets::Packet packet;
        const auto state = packets::receive(m_socket.get(), sizeof(Answer), packet);
        if (state == packets::State::Nothing)
            continue;
        const auto answer = wire::answerOf(packet.bytes);
        if (state == packets::State::Gone)
            return endWith(damaged("crash"));
        if (!answer || !packet.descriptors.empty())
            return refuse();
        switch (answer->kind) {
        case Answer::Kind::Ready:
            noteReady(*answer);
            break;
        case Answer::Kind::Progress:
            // Only what goes on is a sign of life: one that says the same for ever is silent.
            if (answer->sequence != sequence || answer->done < 0 || answer->total < answer->done)
                return refuse();
            if (answer->done > reached) {
                reached = answer->done;
                silence.restart();
                progress.report(answer->done, answer->total);
            }
            break;
        case Answer::Kind::Ended:
            return endedBy(answer->number);
        case Answer::Kind::Failed:
        case Answer::Kind::Done:
            if (answer->sequence != sequence)
                return refuse();
            return *answer;
        default:
            return refuse();
        }
    }
}

Error Conversation::failure(const Answer &answer)
{
    const auto code = wire::errorOf(answer.code);
    const auto detail = code ? text(answer) : base::Result<QByteArray>(refuse());
    if (!detail)
        return detail.error();
    // It is shown to people: one line, whatever the decoder made of it.
    QString line = QString::fromUtf8(*detail).left(wire::longestDetail);
    for (QChar &character : line)
        if (!character.isPrint())
            character = u' ';
    return {*code, {}, line};
}

base::Result<QByteArray> Conversation::text(const Answer &answer)
{
    if (answer.textBytes < 0 || answer.textBytes > wire::longestText)
        return refuse();
    auto text = wire::readAt(m_memory.get(), wire::textAt, answer.textBytes);
    if (!text)
        return refuse();
    return *text;
}

base::Result<QByteArray> Conversation::bytes(qint64 size)
{
    auto read = wire::readAt(m_memory.get(), wire::bytesAt, size);
    if (!read)
        return refuse();
    return std::move(*read);
}

base::Outcome Conversation::put(QByteArrayView bytes)
{
    if (!wire::writeAt(m_memory.get(), wire::bytesAt, bytes))
        return base::fail(ErrorCode::TooLarge, {}, QStringLiteral("memory"));
    return {};
}

} // namespace likeness::media
