// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/media/processdecoder.h"

#include "engine/base/regularfile.h"

#include <cerrno>
#include <cstring>
#include <new>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

namespace likeness::media
{

using base::ErrorCode;
using base::fail;
using base::Result;
using wire::Request;

namespace
{

/// What is told apart about a file before and after.
struct OpenFile {
    Descriptor descriptor; ///< read-only, with a position of its own
    qint64 bytes = 0;
};

/// The file again, for a decoder: read-only whatever the caller's is, so that nothing can be written through
/// it, and with a position of its own.
Result<OpenFile> reopened(QFile &file)
{
    struct stat status {
    };
    const int given = file.handle();
    if (!file.isReadable() || given < 0 || fstat(given, &status) != 0)
        return fail(ErrorCode::FileUnreadable, {}, QStringLiteral("not open for reading"));
    if (!S_ISREG(status.st_mode))
        return fail(ErrorCode::FileUnreadable, {}, QStringLiteral("not a regular file"));
    Descriptor again(
        ::open(qPrintable(QStringLiteral("/proc/self/fd/%1").arg(given)), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    // Permission may be gone since: then the caller's own, if nothing can be written through it.
    if (!again.isOpen() && (fcntl(given, F_GETFL) & O_ACCMODE) == O_RDONLY)
        again = Descriptor(fcntl(given, F_DUPFD_CLOEXEC, 0));
    if (!again.isOpen())
        return fail(ErrorCode::FileUnreadable, {}, QString::fromLocal8Bit(std::strerror(errno)));
    return OpenFile{std::move(again), status.st_size};
}

/// What a file gave, unless somebody wrote to it meanwhile.
template <class Value>
Result<Value> ifUnchanged(const OpenFile &file, Result<Value> result)
{
    struct stat status {
    };
    const bool isCancelled = !result && result.error().code == ErrorCode::Cancelled;
    if (!isCancelled && (fstat(file.descriptor.get(), &status) != 0 || status.st_size != file.bytes))
        return fail(ErrorCode::FileDamaged, {}, QStringLiteral("grows"));
    return result;
}

template <class Work>
auto guarded(const QString &subject, const Work &work) -> decltype(work())
{
    try {
        auto result = work();
        if (!result)
            result.error().subject = subject;
        return result;
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::TooLarge, subject, QStringLiteral("memory"));
    }
}

} // namespace

Result<model::Still> askForStill(Conversation &conversation, const MediaLimits &limits,
                                 base::Progress &progress)
{
    const auto answer = conversation.ask({.kind = Request::Kind::DecodeStill}, progress);
    if (!answer)
        return tl::unexpected(answer.error());
    const auto size = wire::pictureBytes(*answer, limits);
    if (!size || answer->bitsPerChannel != 8)
        return conversation.refuse();
    const auto text = conversation.text(*answer);
    if (!text)
        return tl::unexpected(text.error());
    auto still = wire::stillOfText(*text);
    if (!still)
        return conversation.refuse();
    auto pixels = conversation.bytes(*size);
    if (!pixels)
        return tl::unexpected(pixels.error());
    still->picture = base::Picture(
        answer->width, answer->height,
        answer->channels == 1 ? base::Picture::Format::Grey : base::Picture::Format::Rgb, std::move(*pixels));
    return std::move(*still);
}

Result<qint64> askForPixels(Conversation &conversation, const MediaLimits &limits, base::Progress &progress)
{
    const auto answer = conversation.ask({.kind = Request::Kind::StillPixels}, progress);
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->number < 1 || answer->number > limits.pixels)
        return conversation.refuse();
    return answer->number;
}

Result<MediaDecoder::Kind> askForKind(Conversation &conversation, base::Progress &progress)
{
    const auto answer = conversation.ask({.kind = Request::Kind::TellKind}, progress);
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->number != 0 && answer->number != 1)
        return conversation.refuse();
    return answer->number == 1 ? MediaDecoder::Kind::Video : MediaDecoder::Kind::Still;
}

ProcessDecoder::ProcessDecoder(DecoderProgram &program, const MediaLimits &limits)
    : m_program(program), m_limits(limits)
{
}

template <class Ask>
auto ProcessDecoder::asked(QFile &file, const QString &subject, MediaDecoder::Kind kind,
                           base::Progress &progress, const Ask &ask) const
    -> decltype(ask(std::unique_ptr<Conversation>()))
{
    using Answer = decltype(ask(std::unique_ptr<Conversation>()));
    return guarded(subject, [&]() -> Answer {
        const auto opened = reopened(file);
        if (!opened)
            return tl::unexpected(opened.error());
        if (kind == Kind::Still && opened->bytes > m_limits.bytes)
            return fail(ErrorCode::TooLarge, {}, QStringLiteral("bytes"));
        auto conversation =
            Conversation::open(m_program, opened->descriptor.get(), kind == Kind::Video, m_limits, progress);
        if (!conversation)
            return tl::unexpected(conversation.error());
        return ifUnchanged(*opened, ask(std::move(*conversation)));
    });
}

Result<model::Still> ProcessDecoder::decode(QFile &file, const QString &subject,
                                            base::Progress &progress) const
{
    return asked(file, subject, Kind::Still, progress, [&](std::unique_ptr<Conversation> conversation) {
        return askForStill(*conversation, m_limits, progress);
    });
}

Result<qint64> ProcessDecoder::pixels(QFile &file, const QString &subject, base::Progress &progress) const
{
    return asked(file, subject, Kind::Still, progress, [&](std::unique_ptr<Conversation> conversation) {
        return askForPixels(*conversation, m_limits, progress);
    });
}

Result<std::unique_ptr<Video>> ProcessDecoder::openVideo(QFile &file, const QString &subject,
                                                         base::Progress &progress) const
{
    return asked(file, subject, Kind::Video, progress, [&](std::unique_ptr<Conversation> conversation) {
        return askForVideo(std::move(conversation), subject, m_limits, progress);
    });
}

Result<MediaDecoder::Kind> ProcessDecoder::kind(QFile &file, const QString &subject,
                                                base::Progress &progress) const
{
    return guarded(subject, [&]() -> Result<Kind> {
        const auto opened = reopened(file);
        if (!opened)
            return tl::unexpected(opened.error());
        const auto conversation =
            Conversation::open(m_program, opened->descriptor.get(), false, m_limits, progress);
        if (!conversation)
            return tl::unexpected(conversation.error());
        return askForKind(**conversation, progress);
    });
}

Confinement ProcessDecoder::confinement() const
{
    const std::lock_guard lock(m_mutex);
    if (m_confinement)
        return *m_confinement;
    // An empty file will do: the decoder says how it is confined before it reads.
    base::Progress progress;
    const Descriptor empty(memfd_create("likeness-empty", MFD_CLOEXEC));
    const auto conversation = Conversation::open(m_program, empty.get(), false, m_limits, progress);
    if (!conversation)
        return {};
    const auto answer = askForKind(**conversation, progress);
    // It is no picture, and the decoder said so; another error is no answer to our question.
    if (!answer && answer.error().code != ErrorCode::FormatUnsupported)
        return {};
    m_confinement = (*conversation)->confinement();
    return *m_confinement;
}

Result<model::Still> MediaDecoder::decodeFile(const QString &path, base::Progress &progress) const
{
    QFile file;
    LIKENESS_TRY(base::openRegularFile(file, path));
    return decode(file, path, progress);
}

Result<std::unique_ptr<Video>> MediaDecoder::openVideoFile(const QString &path,
                                                           base::Progress &progress) const
{
    QFile file;
    LIKENESS_TRY(base::openRegularFile(file, path));
    return openVideo(file, path, progress);
}

Result<std::shared_ptr<MediaDecoder>> makeProcessDecoder(const MediaLimits &limits)
{
    DecoderProgram &program = DecoderProgram::shared();
    LIKENESS_TRY(program.warmUp());
    return std::make_shared<ProcessDecoder>(program, limits);
}

} // namespace likeness::media
