// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/vault.h"

#include "engine/base/digest.h"
#include "engine/store/filewriting.h"

#include <QCryptographicHash>
#include <QDir>
#include <QUuid>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace likeness::store
{

using base::ErrorCode;

namespace
{

const QString incoming = QStringLiteral(".incoming-");
constexpr qsizetype blockBytes = 1 << 20;

base::Result<Vault::Stored> copy(QFile &source, int target, const QString &targetPath,
                                 base::Progress &progress)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray block(blockBytes, Qt::Uninitialized);
    const qint64 total = source.size();
    qint64 done = 0;
    while (true) {
        if (progress.isCancelled())
            return base::fail(ErrorCode::Cancelled, source.fileName());
        const qint64 read = source.read(block.data(), blockBytes);
        if (read < 0)
            return base::fail(ErrorCode::FileUnreadable, source.fileName(), source.errorString());
        if (read == 0)
            return Vault::Stored{QString::fromLatin1(hash.result().toHex()), done};
        const auto bytes = QByteArray::fromRawData(block.constData(), read);
        hash.addData(bytes);
        LIKENESS_TRY(writeAll(target, bytes, targetPath));
        done += read;
        if (done > total) // somebody writes to it: there may be no end
            return base::fail(ErrorCode::FileDamaged, source.fileName(), QStringLiteral("grows"));
        progress.report(done, total);
    }
}

} // namespace

base::Result<Vault::Stored> Vault::store(QFile &source, base::Progress &progress) const
{
    if (!source.isSequential() && !source.seek(0))
        return base::fail(ErrorCode::FileUnreadable, source.fileName(), source.errorString());
    const QString aside =
        QStringLiteral("%1/%2%3").arg(m_folder, incoming, QUuid::createUuid().toString(QUuid::WithoutBraces));
    const QByteArray asideName = QFile::encodeName(aside);
    const int file = ::open(asideName, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (file < 0)
        return tl::unexpected(base::writeError(m_folder, errno));

    auto stored = copy(source, file, aside, progress);
    if (stored && (::fchmod(file, 0444) != 0 || ::fsync(file) != 0))
        stored = tl::unexpected(base::writeError(aside, errno));
    if (::close(file) != 0 && stored)
        stored = tl::unexpected(base::writeError(aside, errno));
    if (!stored) {
        ::unlink(asideName);
        if (stored.error().subject == aside)
            stored.error().subject = source.fileName();
        return stored;
    }

    const QString final = m_folder + u'/' + stored->sha256;
    if (QFile::exists(final)) {
        ::unlink(asideName);
        // Putting the good bytes over changed ones would hide that somebody changed them.
        base::Progress silent;
        const auto known = open(stored->sha256, silent);
        if (!known)
            return tl::unexpected(known.error());
        return stored;
    }
    if (const auto renamed = renameSynced(aside, final); !renamed) {
        ::unlink(asideName);
        return tl::unexpected(renamed.error());
    }
    return stored;
}

base::Result<std::unique_ptr<QFile>> Vault::open(const QString &sha256, base::Progress &progress) const
{
    if (!base::isSha256(sha256))
        return base::fail(ErrorCode::NotFound, sha256, QStringLiteral("not a SHA-256"));
    const QString path = m_folder + u'/' + sha256;
    const int descriptor = ::open(QFile::encodeName(path), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) {
        if (errno == ELOOP)
            return base::fail(ErrorCode::EvidenceChanged, sha256, QStringLiteral("a link instead of a file"));
        return base::fail(errno == ENOENT ? ErrorCode::EvidenceMissing : ErrorCode::FileUnreadable, sha256,
                          QString::fromLocal8Bit(std::strerror(errno)));
    }
    struct stat info {
    };
    auto file = std::make_unique<QFile>(path);
    if (::fstat(descriptor, &info) != 0 || !S_ISREG(info.st_mode) ||
        !file->open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return base::fail(ErrorCode::EvidenceChanged, sha256, QStringLiteral("not a regular file"));
    }
    const auto found = base::sha256(*file, progress);
    if (!found)
        return tl::unexpected(found.error());
    if (*found != sha256)
        return base::fail(ErrorCode::EvidenceChanged, sha256, QStringLiteral("SHA-256 is now ") + *found);
    if (!file->seek(0))
        return base::fail(ErrorCode::FileUnreadable, sha256, file->errorString());
    return file;
}

QStringList Vault::fileNames() const
{
    QStringList names =
        QDir(m_folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    names.removeIf([](const QString &name) { return name.startsWith(incoming); });
    return names;
}

QStringList Vault::unfinishedCopies() const
{
    return QDir(m_folder).entryList({incoming + u'*'}, QDir::Files | QDir::Hidden | QDir::System);
}

base::Outcome Vault::remove(const QString &name) const
{
    const QString path = m_folder + u'/' + name;
    if (::unlink(QFile::encodeName(path)) != 0 && errno != ENOENT)
        return tl::unexpected(base::writeError(path, errno));
    return syncFolder(m_folder);
}

} // namespace likeness::store
