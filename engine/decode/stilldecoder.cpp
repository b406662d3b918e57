// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/decode/stilldecoder.h"

#include "engine/base/regularfile.h"
#include "engine/decode/orientation.h"
#include "engine/decode/stillmetadata.h"
#include "engine/decode/stillpixels.h"
#include "engine/decode/stillstructure.h"

#include <QImageReader>

#include <cerrno>
#include <cstring>
#include <mutex>
#include <new>

#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace likeness::decode {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

// Qt's own limit is one number for the whole program. It is set above what StillLimits can ask for and stays
// as a second fence: 8 bytes a pixel is a 16-bit picture with alpha.
constexpr qint64 mostPixels = 128 << 20;
constexpr int qtAllocationLimitMiB = int(mostPixels * 8 >> 20);

QString systemMessage()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

/// Without a path: the decoder process may ask about what it was given and about nothing else, and the C
/// library's fstat() goes through the call that takes paths.
bool statusOf(int descriptor, struct stat &status)
{
    return syscall(SYS_fstat, descriptor, &status) == 0;
}

/// The whole file. It is decoded from memory, so that what was checked is what is decoded, even if somebody
/// writes to the file meanwhile.
Result<QByteArray> contents(QFile &file, const QString &subject, qint64 limit, const base::Progress &progress)
{
    struct stat status
    {
    };
    if (!file.isReadable() || file.handle() < 0 || !statusOf(file.handle(), status))
        return fail(ErrorCode::FileUnreadable, subject, QStringLiteral("not open for reading"));
    if (!S_ISREG(status.st_mode))
        return fail(ErrorCode::FileUnreadable, subject, QStringLiteral("not a regular file"));
    if (status.st_size > limit)
        return fail(ErrorCode::TooLarge, subject, QStringLiteral("bytes"));
    QByteArray bytes(status.st_size, Qt::Uninitialized);
    qint64 size = 0;
    while (size < bytes.size()) {
        if (progress.isCancelled())
            return fail(ErrorCode::Cancelled, subject);
        const ssize_t count =
            pread(file.handle(), bytes.data() + size, size_t(qMin<qint64>(1 << 20, bytes.size() - size)), size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fail(ErrorCode::FileUnreadable, subject, systemMessage());
        if (count == 0)
            break; // it was cut while we read; the structure tells
        size += count;
    }
    bytes.truncate(size);
    return bytes;
}

class InProcessDecoder : public StillDecoder
{
public:
    explicit InProcessDecoder(const StillLimits &limits) : m_limits(limits)
    {
        m_limits.pixels = qMin(m_limits.pixels, mostPixels);
        static std::once_flag once;
        std::call_once(once, [] { QImageReader::setAllocationLimit(qtAllocationLimitMiB); });
    }

    Result<model::Still> decode(QFile &file, const QString &subject, base::Progress &progress) const override
    {
        return guarded(subject, [&] { return decoded(file, subject, progress); });
    }

    Result<qint64> pixels(QFile &file, const QString &subject, base::Progress &progress) const override
    {
        return guarded(subject, [&]() -> Result<qint64> {
            const auto container = checkedContainer(file, subject, progress);
            if (!container)
                return tl::unexpected(container.error());
            return container->structure.width * container->structure.height;
        });
    }

private:
    struct Container {
        QByteArray bytes;
        StillKind kind;
        StillStructure structure;
    };

    template <class Work>
    static auto guarded(const QString &subject, const Work &work) -> decltype(work())
    {
        try {
            auto result = work();
            if (!result)
                result.error().subject = subject;
            return result;
        } catch (const std::bad_alloc &) {
            return fail(ErrorCode::TooLarge, subject, QStringLiteral("memory"));
        } catch (const std::exception &error) {
            return fail(ErrorCode::FileDamaged, subject, QString::fromLocal8Bit(error.what()));
        }
    }

    Result<Container> checkedContainer(QFile &file, const QString &subject, base::Progress &progress) const
    {
        auto bytes = contents(file, subject, m_limits.bytes, progress);
        if (!bytes)
            return tl::unexpected(bytes.error());
        const auto kind = stillKind(*bytes);
        if (!kind)
            return fail(ErrorCode::FormatUnsupported, subject,
                        QStringLiteral("not JPEG, PNG, TIFF, WebP, BMP, HEIC or AVIF by its content"));
        const StillStructure structure = stillStructure(*kind, *bytes);
        LIKENESS_TRY(checked(structure, subject));
        return Container{std::move(*bytes), *kind, structure};
    }

    Result<model::Still> decoded(QFile &file, const QString &subject, base::Progress &progress) const
    {
        const auto container = checkedContainer(file, subject, progress);
        if (!container)
            return tl::unexpected(container.error());
        if (progress.isCancelled())
            return fail(ErrorCode::Cancelled, subject);

        const auto &[bytes, kind, structure] = *container;
        auto stored = stillPixels(kind, bytes, structure, progress);
        if (!stored)
            return tl::unexpected(stored.error());
        StillMetadata metadata = stillMetadata(kind, bytes);
        // Turned already: in these containers the picture's own properties say how, and Exif only repeats it.
        if (kind == StillKind::Heic || kind == StillKind::Avif)
            metadata.exifOrientation = 1;
        model::Still still;
        still.picture = turnedUpright(*std::exchange(stored, base::Picture()), metadata.exifOrientation);
        still.mediaType = mediaType(kind);
        still.exifOrientation = metadata.exifOrientation;
        still.frames = structure.frames;
        still.bitsPerChannel = structure.bitsPerChannel;
        still.metadata = metadata.entries;
        if (progress.isCancelled())
            return fail(ErrorCode::Cancelled, subject);
        return still;
    }

    base::Outcome checked(const StillStructure &structure, const QString &subject) const
    {
        // Size first: a file that claims too much is refused for that, whatever else is wrong with it.
        if (structure.width > m_limits.side || structure.height > m_limits.side)
            return fail(ErrorCode::TooLarge, subject, QStringLiteral("side"));
        if (structure.width * structure.height > m_limits.pixels)
            return fail(ErrorCode::TooLarge, subject, QStringLiteral("pixels"));
        if (!structure.unsupported.isEmpty())
            return fail(ErrorCode::FormatUnsupported, subject, structure.unsupported);
        if (!structure.damage.isEmpty())
            return fail(ErrorCode::FileDamaged, subject, structure.damage);
        return {};
    }

    StillLimits m_limits;
};

} // namespace

Result<base::Picture> stillPixels(StillKind kind, const QByteArray &bytes, const StillStructure &structure,
                                  base::Progress &progress)
{
    switch (kind) {
    case StillKind::Jpeg:
        return jpegPixels(bytes, structure, progress);
    case StillKind::Heic:
    case StillKind::Avif:
        return heifPixels(bytes, structure);
    default:
        return pluginPixels(kind, bytes, structure);
    }
}

Result<model::Still> StillDecoder::decodeFile(const QString &path, base::Progress &progress) const
{
    QFile file;
    LIKENESS_TRY(base::openRegularFile(file, path));
    return decode(file, path, progress);
}

std::unique_ptr<StillDecoder> makeInProcessDecoder(const StillLimits &limits)
{
    return std::make_unique<InProcessDecoder>(limits);
}

} // namespace likeness::decode
