// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/model/audit.h"

#include <optional>
#include <vector>

namespace likeness::store
{

/// One thing that was noticed in a case or gallery folder.
struct Finding {
    enum class Kind {
        // Wrong
        DatabaseDamaged, ///< detail: SQLite's words
        SchemaDiffers,   ///< detail: which statements
        ChainBroken,     ///< subject: entry number; detail: what does not hold
        HeadUnreadable,  ///< audit.head is missing or is no head
        FileMissing,     ///< subject: SHA-256 of a recorded file
        FileChanged,     ///< other bytes than its name says
        FileUnreadable,
        SizeDiffers,      ///< the record states another size than the file has
        RecordNotEntered, ///< a record that no entry speaks of
        RecordMissing,    ///< an entry speaks of a file that no record names
        FileNotRecorded,  ///< subject: a file name; nobody entered it
        // Worth knowing, and explained by a program that was cut off or is at work
        HeadBehind,         ///< the head file was not brought up after the last entries
        CopyUnfinished,     ///< subject: a file name
        FileLeftOver,       ///< subject: SHA-256 of a whole file that was never recorded
        OperationUnfinished ///< subject: operation id; detail: its kind
    };
    Kind kind;
    QString subject;
    QString detail;

    bool isWrong() const { return kind < Kind::HeadBehind; }
};
/// "database-damaged", ... for JSON.
QString findingName(Finding::Kind kind);

/// What an auditor gets to know about a folder.
struct Verification {
    enum class FolderKind { Case, Gallery };
    FolderKind folderKind = FolderKind::Case;
    QString title;      ///< case number or gallery name
    QString lockHolder; ///< "user on host" who has it open
    qint64 files = 0;   ///< recorded evidence items or portraits
    qint64 soundFiles = 0;
    qint64 bytes = 0;      ///< that were hashed
    model::AuditHead head; ///< of the chain as far as it holds
    std::optional<model::AuditHead> storedHead;
    std::vector<Finding> findings;

    bool isSound() const;
};

/// Checks everything that can be checked in a case or gallery folder: database and schema, every file's
/// SHA-256 against its record, the records against the chain, the chain, the head. Changes not one byte of
/// the folder; a database that is in use is copied to a private temporary folder and read there. Reports
/// bytes of the file being hashed; looks at cancel every MiB and every 1,000 entries.
///
/// Errors are for what cannot be checked: NotFound (no case or gallery), FileUnreadable, DatabaseForeign,
/// DatabaseNewer, DatabaseLocked (it changed meanwhile), Cancelled, DatabaseFailed.
base::Result<Verification> verifyFolder(const QString &folder, base::Progress &progress);

} // namespace likeness::store
