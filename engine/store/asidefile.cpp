// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/asidefile.h"

#include "engine/store/filewriting.h"

#include <QDir>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace likeness::store
{

namespace
{

QString asidePath(const QString &path, const QString &mark)
{
    const QFileInfo info(path);
    return QStringLiteral("%1/.%2-%3").arg(info.absolutePath(), info.fileName(), mark);
}

} // namespace

AsideFile::AsideFile(const QString &path, const QString &mark) : m_path(path), m_aside(asidePath(path, mark))
{
}

base::Result<std::unique_ptr<AsideFile>> AsideFile::make(const QString &path, const QString &mark)
{
    std::unique_ptr<AsideFile> aside(new AsideFile(path, mark));
    // Exclusive, so that no link that somebody laid there is followed.
    const int descriptor =
        ::open(QFile::encodeName(aside->m_aside), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return tl::unexpected(base::writeError(path, errno));
    if (!aside->m_file.open(descriptor, QIODevice::ReadWrite | QIODevice::Unbuffered,
                            QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return base::fail(base::ErrorCode::WriteFailed, path, aside->m_file.errorString());
    }
    return aside;
}

AsideFile::~AsideFile()
{
    ::unlink(QFile::encodeName(m_aside)); // gone already when it was published
}

base::Outcome AsideFile::write(const QByteArray &bytes)
{
    return writeAll(m_file.handle(), bytes, m_path);
}

base::Outcome AsideFile::sync()
{
    // As any other file of this user: what the umask allows, which only asking for one tells.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    if (::fchmod(m_file.handle(), 0644 & ~mask) != 0 || ::fsync(m_file.handle()) != 0)
        return tl::unexpected(base::writeError(m_path, errno));
    return {};
}

base::Outcome AsideFile::publish()
{
    return renameSynced(m_aside, m_path);
}

void AsideFile::removeLeftovers(const QString &folder, const QString &mark)
{
    const QDir left(folder);
    for (const QString &name : left.entryList({QStringLiteral(".*-") + mark}, QDir::Files | QDir::Hidden))
        ::unlink(QFile::encodeName(left.filePath(name)));
}

} // namespace likeness::store
