// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"

#include <QFile>
#include <QStringList>

#include <memory>

namespace likeness::store
{

/// A folder of read-only files named after the SHA-256 of their bytes. A copy under way is
/// `.incoming-<uuid>`. Thread-safe.
class Vault
{
public:
    explicit Vault(QString folder) : m_folder(std::move(folder)) {}

    struct Stored {
        QString sha256;
        qint64 bytes = 0;
    };
    /// Copies from the source's beginning: aside, synced, read-only, renamed, folder synced. Bytes that are
    /// there already are not stored again. Reports bytes; looks at cancel every MiB. On any error nothing
    /// stays. FileUnreadable, Cancelled, DiskFull, WriteFailed; EvidenceChanged when a file of that name is
    /// there with other bytes.
    base::Result<Stored> store(QFile &source, base::Progress &progress) const;
    /// The open file, at its beginning, after hashing it. EvidenceMissing, EvidenceChanged, FileUnreadable,
    /// Cancelled.
    base::Result<std::unique_ptr<QFile>> open(const QString &sha256, base::Progress &progress) const;

    QStringList fileNames() const;                   ///< everything in it, except copies under way
    QStringList unfinishedCopies() const;            ///< names of copies under way, or cut off
    base::Outcome remove(const QString &name) const; ///< one that is not there is no error

private:
    QString m_folder;
};

} // namespace likeness::store
