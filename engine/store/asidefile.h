// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <QFile>

#include <memory>

namespace likeness::store
{

/// A file of an export while it is written: `.NAME-MARK` beside its final place, which nobody takes for the
/// finished one. What stands at the final place stays until publish(). Destruction removes it again.
/// Errors: DiskFull, WriteFailed; their subject is the final path.
class AsideFile
{
public:
    /// Made empty, for this user alone. WriteFailed when one of that name is there.
    static base::Result<std::unique_ptr<AsideFile>> make(const QString &path, const QString &mark);
    ~AsideFile();

    QFile &file() { return m_file; } ///< open for writing and reading, unbuffered
    base::Outcome write(const QByteArray &bytes);
    base::Outcome sync();    ///< the bytes are on the disk
    base::Outcome publish(); ///< sync() first. Gives it its name, replacing what is there
    /// Removes what a crash left with this mark in a folder.
    static void removeLeftovers(const QString &folder, const QString &mark);

private:
    AsideFile(const QString &path, const QString &mark);
    QString m_path;
    QString m_aside;
    QFile m_file; ///< of the descriptor, and so without a name
};

} // namespace likeness::store
