// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/store/filewriting.h"
#include "engine/store/folderlock.h"

#include <QFile>

namespace likeness::casework
{

/// What the files of the agency's folder share.

/// FileUnreadable; TooLarge over 16 MiB, which none of them comes near.
inline base::Result<QByteArray> readFile(const QString &path)
{
    constexpr qint64 most = 16 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::FileUnreadable, path, file.errorString());
    if (file.size() > most)
        return base::fail(base::ErrorCode::TooLarge, path, QString::number(most));
    return file.readAll();
}

/// Holds the lock of one writer for its own life. The window and the command line take turns.
class LockedFolder
{
public:
    explicit LockedFolder(const QString &folder) : m_folder(folder), m_lock(folder)
    {
        m_attempt = m_lock.takeWithin(5000, model::Actor::ofThisProcess());
    }
    /// DatabaseLocked, WriteFailed.
    base::Outcome outcome() const
    {
        if (m_attempt == store::FolderLock::Attempt::Taken)
            return {};
        return m_attempt == store::FolderLock::Attempt::HeldByOther
                   ? base::fail(base::ErrorCode::DatabaseLocked, m_folder, m_lock.otherHolder())
                   : base::fail(base::ErrorCode::WriteFailed, m_folder, QStringLiteral("lock"));
    }

private:
    QString m_folder;
    store::FolderLock m_lock;
    store::FolderLock::Attempt m_attempt;
};

} // namespace likeness::casework
