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

/// A path that is safe on every system: relative, parts of ASCII letters, digits, '.', '_' and '-' between
/// single '/', none of them "." or "..", at most 200 characters.
bool isSafePath(const QString &path);

/// One file to put in: bytes, or a file to copy.
struct ZipItem {
    QString path; ///< inside; isSafePath
    QByteArray bytes;
    QFile *file = nullptr; ///< read from its beginning when set; opened and closed here if it is not open
    QString sha256{};      ///< when set, other bytes are refused (EvidenceChanged)

    qint64 size() const { return file ? file->size() : bytes.size(); }
};
/// Hands the bytes of an item to `take` in pieces of at most a MiB (bytes in memory at once), and compares
/// its SHA-256. FileUnreadable, EvidenceChanged, errors of `take`.
base::Outcome readItem(const ZipItem &item, const std::function<base::Outcome(const QByteArray &)> &take);
/// Writes into an open file from its position on. Reports bytes; looks at cancel every MiB. DiskFull,
/// WriteFailed, FileUnreadable, EvidenceChanged, Cancelled; InvalidArgument for a path that is not safe or
/// there twice. Does not sync.
base::Outcome writeZip(QFile &to, const std::vector<ZipItem> &items, base::Progress &progress);
/// The same in memory, for small items without files.
base::Result<QByteArray> zipBytes(const std::vector<ZipItem> &items);

struct ReadLimits {
    qint64 files = 64;
    qint64 bytesEach = 64LL << 20;
    qint64 bytesAll = 256LL << 20;
};
/// All files of a small zip from outside, in memory, in the order of its directory. FileDamaged for anything
/// that is not a plain zip of stored or deflated regular files with safe names, distinct without regard to
/// case; TooLarge over a limit (looked at before memory is taken; detail: "files", "bytes each", "bytes").
/// Never crashes on hostile bytes.
base::Result<std::vector<ZipItem>> readZip(const QByteArray &bytes, const QString &subject,
                                           const ReadLimits &limits = {});

} // namespace likeness::interchange
