// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"

#include <QByteArray>
#include <QFile>

namespace likeness::base
{

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits, the one form used in records and file names.
QString sha256(const QByteArray &bytes);
bool isSha256(const QString &text);

/// Hashes from the current position to the end. Looks at cancel every MiB; reports bytes.
/// Errors: FileUnreadable, Cancelled.
Result<QString> sha256(QFile &openFile, Progress &progress);
/// The same for a whole file by its path. Follows no symbolic link at the end of the path.
Result<QString> sha256OfFile(const QString &path, Progress &progress);

} // namespace likeness::base
