// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/interchange/zip.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <cerrno>
#include <memory>
#include <unistd.h>

namespace likeness::interchange
{

using base::ErrorCode;

namespace
{

constexpr qint64 chunkBytes = 1 << 20;

using Writer = std::unique_ptr<archive, decltype(&archive_write_free)>;
using Reader = std::unique_ptr<archive, decltype(&archive_read_free)>;
using Entry = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;

/// Where the bytes go, and the system's errno when they could not.
struct Sink {
    QFile *file = nullptr;
    QByteArray *memory = nullptr;
    int systemErrno = 0;
};

la_ssize_t writeSink(archive *, void *data, const void *bytes, size_t count)
{
    auto &sink = *static_cast<Sink *>(data);
    if (sink.memory) {
        sink.memory->append(static_cast<const char *>(bytes), qsizetype(count));
        return la_ssize_t(count);
    }
    for (;;) {
        const ssize_t written = ::write(sink.file->handle(), bytes, count);
        if (written >= 0)
            return written;
        if (errno == EINTR)
            continue;
        sink.systemErrno = errno;
        return -1;
    }
}

base::Outcome write(Sink &sink, const QString &subject, const std::vector<ZipItem> &items,
                    base::Progress &progress)
{
    QSet<QString> paths;
    qint64 total = 0;
    for (const ZipItem &item : items) {
        if (!isSafePath(item.path) || paths.contains(item.path.toLower()))
            return base::fail(ErrorCode::InvalidArgument, item.path);
        paths.insert(item.path.toLower());
        total += item.size();
    }

    const Writer zip(archive_write_new(), archive_write_free);
    const auto failure = [&]() -> tl::unexpected<base::Error> {
        if (sink.systemErrno != 0)
            return tl::unexpected(base::writeError(subject, sink.systemErrno));
        return base::fail(ErrorCode::WriteFailed, subject,
                          QString::fromLocal8Bit(zip ? archive_error_string(zip.get()) : "memory"));
    };
    if (!zip || archive_write_set_format_zip(zip.get()) != ARCHIVE_OK ||
        archive_write_zip_set_compression_store(zip.get()) != ARCHIVE_OK ||
        archive_write_set_bytes_in_last_block(zip.get(), 1) != ARCHIVE_OK ||
        archive_write_open(zip.get(), &sink, nullptr, writeSink, nullptr) != ARCHIVE_OK)
        return failure();

    qint64 done = 0;
    for (const ZipItem &item : items) {
        const Entry entry(archive_entry_new(), archive_entry_free);
        if (!entry)
            return failure();
        archive_entry_set_pathname(entry.get(), item.path.toLatin1().constData());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_size(entry.get(), item.size()); // no time: the format's first day is written
        if (archive_write_header(zip.get(), entry.get()) != ARCHIVE_OK)
            return failure();
        LIKENESS_TRY(readItem(item, [&](const QByteArray &chunk) -> base::Outcome {
            if (progress.isCancelled())
                return base::fail(ErrorCode::Cancelled, subject);
            if (archive_write_data(zip.get(), chunk.constData(), size_t(chunk.size())) != chunk.size())
                return failure();
            progress.report(done += chunk.size(), total);
            return {};
        }));
        if (archive_write_finish_entry(zip.get()) != ARCHIVE_OK)
            return failure();
    }
    if (archive_write_close(zip.get()) != ARCHIVE_OK)
        return failure();
    return {};
}

bool isStoredOrDeflated(archive *zip)
{
    const QByteArray name = archive_format_name(zip);
    return name.endsWith("(uncompressed)") || name.endsWith("(deflation)");
}

} // namespace

bool isSafePath(const QString &path)
{
    if (path.isEmpty() || path.size() > 200)
        return false;
    const QStringList parts = path.split(u'/');
    return std::all_of(parts.begin(), parts.end(), [](const QString &part) {
        return !part.isEmpty() && part != QLatin1String(".") && part != QLatin1String("..") &&
               std::all_of(part.begin(), part.end(), [](QChar c) {
                   return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
                          c == u'.' || c == u'_' || c == u'-';
               });
    });
}

base::Outcome readItem(const ZipItem &item, const std::function<base::Outcome(const QByteArray &)> &take)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!item.file) {
        hash.addData(item.bytes);
        LIKENESS_TRY(take(item.bytes));
    } else {
        const bool closeAgain = !item.file->isOpen();
        if ((closeAgain && !item.file->open(QIODevice::ReadOnly)) || !item.file->seek(0))
            return base::fail(ErrorCode::FileUnreadable, item.file->fileName(), item.file->errorString());
        base::Outcome outcome;
        for (qint64 left = item.file->size(); outcome && left > 0;) {
            const QByteArray chunk = item.file->read(std::min(left, chunkBytes));
            left -= chunk.size();
            hash.addData(chunk);
            outcome = chunk.isEmpty() ? base::fail(ErrorCode::FileUnreadable, item.file->fileName(),
                                                   item.file->errorString())
                                      : take(chunk);
        }
        if (closeAgain)
            item.file->close();
        LIKENESS_TRY(outcome);
    }
    if (!item.sha256.isEmpty() && QString::fromLatin1(hash.result().toHex()) != item.sha256)
        return base::fail(ErrorCode::EvidenceChanged, item.path);
    return {};
}

base::Outcome writeZip(QFile &to, const std::vector<ZipItem> &items, base::Progress &progress)
{
    Sink sink{&to, nullptr};
    return write(sink, to.fileName(), items, progress);
}

base::Result<QByteArray> zipBytes(const std::vector<ZipItem> &items)
{
    QByteArray bytes;
    Sink sink{nullptr, &bytes};
    base::Progress progress;
    LIKENESS_TRY(write(sink, QStringLiteral("zip"), items, progress));
    return bytes;
}

base::Result<std::vector<ZipItem>> readZip(const QByteArray &bytes, const QString &subject,
                                           const ReadLimits &limits)
{
    const Reader zip(archive_read_new(), archive_read_free);
    const auto damaged = [&](const QString &why) { return base::fail(ErrorCode::FileDamaged, subject, why); };
    const auto libraryError = [&] {
        const char *why = zip ? archive_error_string(zip.get()) : nullptr;
        return damaged(why ? QString::fromLocal8Bit(why) : QStringLiteral("not a zip"));
    };
    // By its directory at the end, as every other tool reads it, and never any other kind of archive.
    if (!zip || archive_read_support_format_zip_seekable(zip.get()) != ARCHIVE_OK ||
        archive_read_open_memory(zip.get(), bytes.constData(), size_t(bytes.size())) != ARCHIVE_OK)
        return libraryError();

    std::vector<ZipItem> items;
    QSet<QString> paths;
    qint64 all = 0;
    for (;;) {
        archive_entry *entry = nullptr;
        const int header = archive_read_next_header(zip.get(), &entry);
        if (header == ARCHIVE_EOF)
            return items;
        // Its warnings are sizes that disagree, names that cannot be read: nothing that we would write.
        if (header != ARCHIVE_OK)
            return libraryError();
        if (qint64(items.size()) >= limits.files)
            return base::fail(ErrorCode::TooLarge, subject, QStringLiteral("files"));
        const char *name = archive_entry_pathname(entry);
        const QString path = QString::fromUtf8(name ? name : "");
        if (!isSafePath(path) || paths.contains(path.toLower()))
            return damaged(QStringLiteral("unsafe or repeated name"));
        if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) ||
            archive_entry_symlink(entry))
            return damaged(QStringLiteral("no regular file: ") + path);
        if (archive_entry_is_encrypted(entry) || !isStoredOrDeflated(zip.get()))
            return damaged(QStringLiteral("neither stored nor deflated: ") + path);
        if (!archive_entry_size_is_set(entry) || archive_entry_size(entry) < 0)
            return damaged(QStringLiteral("no size: ") + path);
        const qint64 size = archive_entry_size(entry);
        if (size > limits.bytesEach)
            return base::fail(ErrorCode::TooLarge, subject, QStringLiteral("bytes each"));
        if (size > limits.bytesAll - all)
            return base::fail(ErrorCode::TooLarge, subject, QStringLiteral("bytes"));

        // A claimed size is not memory yet: it grows with what is really there.
        ZipItem item{path, {}};
        QByteArray chunk(std::min(size + 1, chunkBytes), Qt::Uninitialized);
        for (;;) {
            const la_ssize_t got = archive_read_data(zip.get(), chunk.data(), size_t(chunk.size()));
            if (got < 0)
                return libraryError();
            if (got == 0)
                break;
            if (item.bytes.size() + got > size)
                return damaged(QStringLiteral("longer than it says: ") + path);
            item.bytes.append(chunk.constData(), got);
        }
        if (item.bytes.size() != size)
            return damaged(QStringLiteral("shorter than it says: ") + path);
        all += size;
        paths.insert(path.toLower());
        items.push_back(std::move(item));
    }
}

} // namespace likeness::interchange
