// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/decode/stilldecoder.h"

#include "engine/decode/orientation.h"
#include "engine/decode/stillmetadata.h"
#include "engine/decode/stillpixels.h"
#include "engine/decode/stillstructure.h"

#include <QImageReader>

#include <cerrno>
#include <cstring>
#include <mutex>
#include <new>

#include <fcntl.h>
#include <sys/stat.h>
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

/// The whole file. It is decoded from memory, so that what was checked is what is decoded, even if somebody
/// writes to the file meanwhile.
Result<QByteArray> contents(QFile &file, const QString &subject, qint64 limit, const base::Progress &progress)
{
    struct stat status
    {
    };
    if (!file.isReadable() || file.handle() < 0 || fstat(file.handle(), &status) != 0)
        return fail(ErrorCode::FileUnreadable, subject, QStringLiteral("not open for reading"));
    if (!S_ISREG(status.st_mode))
        return fail(ErrorCode::FileUnreadable, subject, QStringLiteral("not a regular file"));
    if (status.st_size > limit)
        return fail(ErrorCode::TooLarge, subject, QStringLiteral("bytes"));
    if (!file.seek(0))
        return fail(ErrorCode::FileUnreadable, subject, file.errorString());
    QByteArray bytes;
    bytes.reserve(status.st_size);
    while (bytes.size() < status.st_size) {
        if (progress.isCancelled())
            return fail(ErrorCode::Cancelled, subject);
        const QByteArray block = file.read(qMin<qint64>(1 << 20, status.st_size - bytes.size()));
        if (block.isEmpty()) {
            if (file.error() != QFileDevice::NoError)
                return fail(ErrorCode::FileUnreadable, subject, file.errorString());
            break; // it was cut while we read; the structure tells
        }
        bytes += block;
    }
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

    Result<Still> decode(QFile &file, const QString &subject, base::Progress &progress) const override
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
                        QStringLiteral("not JPEG, PNG, TIFF, WebP or BMP by its content"));
        const StillStructure structure = stillStructure(*kind, *bytes);
        LIKENESS_TRY(checked(structure, subject));
        return Container{std::move(*bytes), *kind, structure};
    }

    Result<Still> decoded(QFile &file, const QString &subject, base::Progress &progress) const
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
        const StillMetadata metadata = stillMetadata(kind, bytes);
        Still still;
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
    return kind == StillKind::Jpeg ? jpegPixels(bytes, structure, progress)
                                   : pluginPixels(kind, bytes, structure);
}

Result<Still> StillDecoder::decodeFile(const QString &path, base::Progress &progress) const
{
    const QByteArray name = QFile::encodeName(path);
    // Before opening: to open a device can already do something. After it decode() looks again at what was
    // really opened, and O_NONBLOCK lets no FIFO that was put there in between hold us up.
    struct stat status
    {
    };
    if (lstat(name.constData(), &status) != 0)
        return fail(ErrorCode::FileUnreadable, path, systemMessage());
    if (!S_ISREG(status.st_mode))
        return fail(ErrorCode::FileUnreadable, path, QStringLiteral("not a regular file"));
    const int descriptor = ::open(name.constData(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        return fail(ErrorCode::FileUnreadable, path, systemMessage());
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    }
    return decode(file, path, progress);
}

std::unique_ptr<StillDecoder> makeInProcessDecoder(const StillLimits &limits)
{
    return std::make_unique<InProcessDecoder>(limits);
}

} // namespace likeness::decode
