// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <QByteArray>
#include <QString>

namespace likeness::store
{

/// Errors of all: DiskFull, WriteFailed.

/// Writes all bytes to an open descriptor.
base::Outcome writeAll(int descriptor, const QByteArray &bytes, const QString &path);
/// Makes or replaces a file and waits until its bytes are on the disk. A crash may leave a part of it.
base::Outcome writeSynced(const QString &path, const QByteArray &bytes);
/// Gives a synced file its final name and waits until the name is on the disk. All or nothing.
base::Outcome renameSynced(const QString &from, const QString &to);
/// Aside, synced, renamed: a reader sees the old bytes or the new ones, never a part.
base::Outcome replaceFile(const QString &path, const QByteArray &bytes);
base::Outcome syncFolder(const QString &folder);
base::Outcome makeFolder(const QString &folder);

} // namespace likeness::store
