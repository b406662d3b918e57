// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/audit.h"

#include <QString>

namespace likeness::store
{

/// The lock of one writer a folder: an open file description lock (fcntl F_OFD_SETLK) on the file `lock`, so
/// that the system frees it however its holder ends, and what stands in the file does not decide anything.
/// The file names the holder for others: one line of canonical JSON {"host","pid","user"}.
class FolderLock
{
public:
    explicit FolderLock(const QString &folder);
    ~FolderLock();
    FolderLock(const FolderLock &) = delete;
    FolderLock &operator=(const FolderLock &) = delete;

    enum class Attempt {
        Taken,
        HeldByOther,
        NotPermitted ///< the folder or the file cannot be written
    };
    Attempt tryTake(const model::Actor &actor);
    /// Tries until the time is over.
    Attempt takeWithin(int milliseconds, const model::Actor &actor);
    void release();
    bool isTaken() const { return m_file >= 0; }
    /// "user on host" of whoever else holds it now; empty when nobody does. Writes nothing.
    QString otherHolder() const;

private:
    QString m_path;
    int m_file = -1;
};

} // namespace likeness::store
