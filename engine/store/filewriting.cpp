// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/filewriting.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace likeness::store
{

namespace
{

tl::unexpected<base::Error> writeFailure(const QString &path)
{
    return tl::unexpected(base::writeError(path, errno));
}

} // namespace

base::Outcome writeAll(int descriptor, const QByteArray &bytes, const QString &path)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(descriptor, bytes.constData() + done, size_t(bytes.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return writeFailure(path);
        done += written;
    }
    return {};
}

base::Outcome writeSynced(const QString &path, const QByteArray &bytes)
{
    const int file =
        ::open(QFile::encodeName(path), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (file < 0)
        return writeFailure(path);
    base::Outcome outcome = writeAll(file, bytes, path);
    if (outcome && ::fsync(file) != 0)
        outcome = writeFailure(path);
    if (::close(file) != 0 && outcome)
        outcome = writeFailure(path);
    return outcome;
}

base::Outcome renameSynced(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from), QFile::encodeName(to)) != 0)
        return writeFailure(to);
    return syncFolder(QFileInfo(to).absolutePath());
}

base::Outcome replaceFile(const QString &path, const QByteArray &bytes)
{
    const QFileInfo info(path);
    const QString aside =
        QStringLiteral("%1/.%2-%3")
            .arg(info.absolutePath(), info.fileName(), QUuid::createUuid().toString(QUuid::WithoutBraces));
    base::Outcome outcome = writeSynced(aside, bytes);
    if (outcome)
        outcome = renameSynced(aside, path);
    if (!outcome) {
        ::unlink(QFile::encodeName(aside));
        outcome.error().subject = path; // the person never chose the name aside
    }
    return outcome;
}

base::Outcome syncFolder(const QString &folder)
{
    const int directory = ::open(QFile::encodeName(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0)
        return writeFailure(folder);
    const bool synced = ::fsync(directory) == 0;
    const int systemErrno = errno;
    ::close(directory);
    return synced ? base::Outcome() : base::Outcome(tl::unexpected(base::writeError(folder, systemErrno)));
}

base::Outcome makeFolder(const QString &folder)
{
    errno = 0;
    if (!QDir().mkpath(folder))
        return writeFailure(folder);
    return {};
}

} // namespace likeness::store
