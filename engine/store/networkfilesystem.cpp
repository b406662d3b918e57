// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/networkfilesystem.h"

#include <QFile>

#include <sys/vfs.h>

namespace likeness::store
{

QString networkFileSystemName(quint32 magic)
{
    // From linux/magic.h and, for those that have no line there, the file systems' own sources.
    switch (magic) {
    case 0x6969:
        return QStringLiteral("NFS");
    case 0x517b:
        return QStringLiteral("SMB");
    case 0xff534d42:
        return QStringLiteral("CIFS");
    case 0xfe534d42:
        return QStringLiteral("SMB 2");
    case 0x01021997:
        return QStringLiteral("9P");
    case 0x5346414f:
    case 0x6b414653:
        return QStringLiteral("AFS");
    case 0x00c36400:
        return QStringLiteral("Ceph");
    case 0x73757245:
        return QStringLiteral("Coda");
    case 0x0bd00bd0:
        return QStringLiteral("Lustre");
    case 0x564c:
        return QStringLiteral("NCP");
    case 0x01161970:
        return QStringLiteral("GFS2");
    case 0x7461636f:
        return QStringLiteral("OCFS2");
    default:
        return {};
    }
}

QString networkFileSystemOf(const QString &folder)
{
    struct statfs info {
    };
    if (::statfs(QFile::encodeName(folder), &info) != 0)
        return {};
    return networkFileSystemName(quint32(info.f_type));
}

} // namespace likeness::store
