// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/regularfile.h"

#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace likeness::base
{

Outcome openRegularFile(QFile &file, const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const auto unreadable = [&](const QString &why) { return fail(ErrorCode::FileUnreadable, path, why); };
    const auto systemMessage = [] { return QString::fromLocal8Bit(std::strerror(errno)); };
    // Before opening: to open a device can already do something. After it the decoder looks again at what was
    // really opened, and O_NONBLOCK lets no FIFO that was put there in between hold us up.
    struct stat status {
    };
    if (lstat(name.constData(), &status) != 0)
        return unreadable(systemMessage());
    if (!S_ISREG(status.st_mode))
        return unreadable(QStringLiteral("not a regular file"));
    const int descriptor = ::open(name.constData(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        return unreadable(systemMessage());
    if (!file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return unreadable(file.errorString());
    }
    return {};
}

bool isHeldForWriting(const QFile &file)
{
    // A read lease is given only while nobody has the file open for writing. Should somebody open it so before
    // the lease is given back, the kernel signals: by SIGURG, which does nothing, and not by SIGIO, which kills.
    const int descriptor = file.handle();
    if (fcntl(descriptor, F_SETSIG, SIGURG) != 0)
        return false;
    if (fcntl(descriptor, F_SETLEASE, F_RDLCK) == 0) {
        fcntl(descriptor, F_SETLEASE, F_UNLCK);
        return false;
    }
    return errno == EAGAIN;
}

} // namespace likeness::base
