// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/folderlock.h"

#include "engine/base/canonicaljson.h"
#include "engine/store/filewriting.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <fcntl.h>
#include <unistd.h>

namespace likeness::store
{

namespace
{

struct flock wholeFile()
{
    struct flock range {
    };
    range.l_type = F_WRLCK;
    range.l_whence = SEEK_SET;
    return range;
}

} // namespace

FolderLock::FolderLock(const QString &folder) : m_path(folder + QStringLiteral("/lock")) {}

FolderLock::~FolderLock()
{
    release();
}

FolderLock::Attempt FolderLock::tryTake(const model::Actor &actor)
{
    const int file = ::open(QFile::encodeName(m_path), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (file < 0)
        return Attempt::NotPermitted;
    auto range = wholeFile();
    if (::fcntl(file, F_OFD_SETLK, &range) != 0) {
        ::close(file);
        return Attempt::HeldByOther;
    }
    m_file = file;
    // On a full disk the name stays out, and the lock holds all the same.
    if (::ftruncate(m_file, 0) == 0)
        (void)writeAll(m_file,
                       base::canonicalJson(QJsonObject{
                           {"host", actor.host}, {"pid", qint64(::getpid())}, {"user", actor.name}}) +
                           '\n',
                       m_path);
    return Attempt::Taken;
}

FolderLock::Attempt FolderLock::takeWithin(int milliseconds, const model::Actor &actor)
{
    const QDeadlineTimer deadline(milliseconds);
    Attempt attempt = tryTake(actor);
    while (attempt == Attempt::HeldByOther && !deadline.hasExpired()) {
        QThread::msleep(2); // the system offers no waiting for a lock with an end
        attempt = tryTake(actor);
    }
    return attempt;
}

void FolderLock::release()
{
    if (m_file >= 0)
        ::close(std::exchange(m_file, -1));
}

QString FolderLock::otherHolder() const
{
    QFile file(m_path);
    if (m_file >= 0 || !file.open(QIODevice::ReadOnly))
        return {};
    auto range = wholeFile();
    if (::fcntl(file.handle(), F_OFD_GETLK, &range) != 0 || range.l_type == F_UNLCK)
        return {};
    const QJsonObject holder = QJsonDocument::fromJson(file.readAll()).object();
    const QString user = holder.value("user").toString(QStringLiteral("?"));
    return QStringLiteral("%1 on %2").arg(user, holder.value("host").toString(QStringLiteral("?")));
}

} // namespace likeness::store
