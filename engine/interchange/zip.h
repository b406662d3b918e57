// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <functional>
#include <vector>

namespace likeness::interchange
{

/// A zip whose files are stored, not compressed: any tool opens it, and its bytes can be looked at. Written
/// with fixed times (1980-01-01), so that the same files give the same bytes.

/// One file to put in: bytes, or an open file to copy.
struct ZipItem {
    QString path; ///< inside, with '/', relative, without ".."
    QByteArray bytes;
    QFile *file = nullptr; ///< read from its beginning when set
};
/// Writes into an open file. Reports bytes; looks at cancel every MiB. DiskFull, WriteFailed,
/// FileUnreadable, Cancelled.
base::Outcome writeZip(QFile &to, const std::vector<ZipItem> &items, base::Progress &progress);

struct ReadLimits {
    qint64 files = 64;
    qint64 bytesEach = 64LL << 20;
    qint64 bytesAll = 256LL << 20;
};
/// All files of a small zip from outside, in memory. FileDamaged for anything that is not a plain zip of
/// stored or deflated regular files with safe, distinct names; TooLarge over a limit (looked at before memory
/// is taken). Never crashes on hostile bytes.
base::Result<std::vector<ZipItem>> readZip(const QByteArray &bytes, const QString &subject,
                                           const ReadLimits &limits = {});

} // namespace likeness::interchange
