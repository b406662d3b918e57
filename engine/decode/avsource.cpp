// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/decode/avsource.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace likeness::decode
{

namespace
{

constexpr int bufferBytes = 1 << 15; // as libav's own file reader: positions of packets then agree with it

} // namespace

base::Result<std::shared_ptr<AvSource>> AvSource::open(int descriptor, const QString &subject)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return base::fail(base::ErrorCode::FileUnreadable, subject, QString::fromLocal8Bit(strerror(errno)));
    if (!S_ISREG(status.st_mode))
        return base::fail(base::ErrorCode::FileUnreadable, subject, QStringLiteral("not a regular file"));
    const int own = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
    if (own < 0)
        return base::fail(base::ErrorCode::FileUnreadable, subject, QString::fromLocal8Bit(strerror(errno)));
    return std::shared_ptr<AvSource>(new AvSource(own, status.st_size));
}

AvSource::~AvSource()
{
    close(m_descriptor);
}

QByteArray AvSource::read(qint64 position, qint64 bytes) const
{
    if (position < 0 || position >= m_size || bytes <= 0)
        return {};
    QByteArray result(qsizetype(std::min(bytes, m_size - position)), Qt::Uninitialized);
    qsizetype done = 0;
    while (done < result.size()) {
        const auto count =
            pread(m_descriptor, result.data() + done, size_t(result.size() - done), position + done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        done += count;
    }
    result.truncate(done);
    return result;
}

AvHandle<AVIOContext> AvSource::newContext()
{
    auto *buffer = static_cast<uint8_t *>(av_malloc(bufferBytes));
    if (!buffer)
        return nullptr;
    m_position = 0;
    AvHandle<AVIOContext> context(
        avio_alloc_context(buffer, bufferBytes, 0, this, &AvSource::readPacket, nullptr, &AvSource::seek));
    if (!context)
        av_free(buffer);
    return context;
}

AVIOInterruptCB AvSource::interruption()
{
    return {[](void *opaque) { return static_cast<AvSource *>(opaque)->isCancelled() ? 1 : 0; }, this};
}

int AvSource::readPacket(void *opaque, uint8_t *buffer, int bytes)
{
    auto *source = static_cast<AvSource *>(opaque);
    if (source->isCancelled())
        return AVERROR_EXIT;
    if (source->m_position >= source->m_size || bytes <= 0)
        return AVERROR_EOF;
    const auto wanted = std::min<qint64>(bytes, source->m_size - source->m_position);
    for (;;) {
        const auto count = pread(source->m_descriptor, buffer, size_t(wanted), source->m_position);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return AVERROR(errno);
        if (count == 0)
            return AVERROR_EOF;
        source->m_position += count;
        return int(count);
    }
}

int64_t AvSource::seek(void *opaque, int64_t offset, int whence)
{
    auto *source = static_cast<AvSource *>(opaque);
    qint64 from = 0;
    switch (whence & ~AVSEEK_FORCE) {
    case AVSEEK_SIZE:
        return source->m_size;
    case SEEK_SET:
        break;
    case SEEK_CUR:
        from = source->m_position;
        break;
    case SEEK_END:
        from = source->m_size;
        break;
    default:
        return AVERROR(EINVAL);
    }
    qint64 position = 0;
    if (__builtin_add_overflow(from, qint64(offset), &position) || position < 0)
        return AVERROR(EINVAL);
    source->m_position = position;
    return position;
}

} // namespace likeness::decode
