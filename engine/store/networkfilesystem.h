// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace likeness::store
{

/// SQLite's write-ahead log needs shared memory and locks that work, which these do not give: NFS, SMB and
/// CIFS, 9P, AFS, Ceph, Coda, Lustre, NCP, GFS2, OCFS2. What a FUSE program does behind the system's back
/// (sshfs) cannot be seen from here and is let through.

/// Its name for a magic number of statfs(2); empty when it is a local one.
QString networkFileSystemName(quint32 magic);
/// Of the file system a folder lies on; empty when local or when the folder cannot be asked.
QString networkFileSystemOf(const QString &folder);

} // namespace likeness::store
