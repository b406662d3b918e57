// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/snapshot.h"

#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <sys/stat.h>

namespace likeness::store
{

namespace
{

using FileState = std::array<qint64, 4>;

FileState stateOf(const QString &path)
{
    struct stat info {
    };
    if (::stat(QFile::encodeName(path), &info) != 0)
        return {-1, 0, 0, 0};
    return {info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec, qint64(info.st_ino)};
}

base::Outcome copyFile(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::FileUnreadable, from, source.errorString());
    QFile::remove(to);
    errno = 0;
    if (!source.copy(to))
        return tl::unexpected(base::writeError(to, errno));
    // The copy of a read-only file is read-only, and SQLite has to work on this one.
    QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

} // namespace

base::Result<DatabaseSnapshot> takeSnapshot(const QString &databasePath, SnapshotUse use)
{
    const QString log = databasePath + QStringLiteral("-wal");
    if (use == SnapshotUse::Read && QFileInfo(log).size() == 0)
        return DatabaseSnapshot{nullptr, std::make_unique<Database>(databasePath, Database::Mode::Immutable)};

    auto folder = std::make_unique<QTemporaryDir>();
    if (!folder->isValid())
        return base::fail(base::ErrorCode::WriteFailed, folder->path(), folder->errorString());
    const QString copy = folder->filePath(QFileInfo(databasePath).fileName());
    constexpr int attempts = 20;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const auto before = std::pair(stateOf(databasePath), stateOf(log));
        LIKENESS_TRY(copyFile(databasePath, copy));
        QFile::remove(copy + QStringLiteral("-wal")); // of an earlier attempt
        if (before.second[0] > 0)
            LIKENESS_TRY(copyFile(log, copy + QStringLiteral("-wal")));
        if (before == std::pair(stateOf(databasePath), stateOf(log)))
            return DatabaseSnapshot{std::move(folder),
                                    std::make_unique<Database>(copy, Database::Mode::ReadWrite)};
    }
    return base::fail(base::ErrorCode::DatabaseLocked, QFileInfo(databasePath).fileName(),
                      QStringLiteral("it changes while it is copied"));
}

} // namespace likeness::store
