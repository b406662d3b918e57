// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/store/database.h"

#include <QTemporaryDir>

#include <memory>

namespace likeness::store
{

/// A database as it is now, opened without changing one byte of its folder: works on a read-only medium.
/// When a write-ahead log lies beside it (a writer is there, or was cut off), both are copied to the user's
/// private temporary folder and read there; a database at rest is read in place.
struct DatabaseSnapshot {
    std::unique_ptr<QTemporaryDir> copyFolder; ///< null when read in place
    std::unique_ptr<Database> database;        ///< goes before the folder it lies in
};

enum class SnapshotUse { Read, Upgrade /**< a copy in any case, which may be written to */ };

/// DatabaseLocked when a writer is too busy for a copy of one moment; DiskFull, WriteFailed (temporary
/// folder); FileUnreadable.
base::Result<DatabaseSnapshot> takeSnapshot(const QString &databasePath, SnapshotUse use);

} // namespace likeness::store
