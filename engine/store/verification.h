// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/model/audit.h"
#include "engine/store/workstationstore.h"

#include <functional>
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
        SizeDiffers,            ///< the record states another size than the file has
        RecordNotEntered,       ///< a record that no entry speaks of
        RecordMissing,          ///< an entry speaks of a file that no record names
        FileNotRecorded,        ///< subject: a file name; nobody entered it
        SignedRecordUnreadable, ///< subject: the table; a document is not in the form in which it was written
        SignedRecordNotEntered, ///< subject: the record; no entry speaks of it as it stands
        SignedRecordMissing,    ///< subject: entry number; detail: the seal of a record that is not there
        SignatureWrong,         ///< subject: the record or "head N"; detail: what does not hold
        SignerUnknown,          ///< the same; detail: the key, which is not the account's by the agency file
        SearchDiffers,          ///< subject: search id; its list is not the one that was entered
        IndexDiffers,           ///< subject: evidence id; the frames of a recording are not as entered
        DerivationDiffers,      ///< subject: derivation id; it is not the one that was entered
        RolledBack,             ///< subject: COUNT:HASH of a known head; detail: where it is known from
        Forked,                 ///< the same
        ReportNotEntered,       ///< subject: the report's SHA-256; no export of it was entered
        ReportDiffers,          ///< detail: what the report says otherwise
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
    enum class FolderKind { Case, Gallery, Workstation };
    FolderKind folderKind = FolderKind::Case;
    QString id;         ///< the case's or gallery's
    QString title;      ///< case number or gallery name
    QString lockHolder; ///< "user on host" who has it open
    qint64 files = 0;   ///< recorded evidence items or portraits
    qint64 soundFiles = 0;
    qint64 bytes = 0;      ///< that were hashed
    model::AuditHead head; ///< of the chain as far as it holds
    std::optional<model::AuditHead> storedHead;
    qint64 signedHeads = 0;   ///< entries head-signed
    qint64 signedRecords = 0; ///< with a signature; without one are those of training
    qint64 unsignedRecords = 0;
    bool signaturesChecked = false; ///< false: taken as they stand
    /// How many heads were known from elsewhere. With none, it is undecidable whether the whole folder was
    /// rolled back or forked.
    qint64 knownHeads = 0;
    /// Of a workstation: what it remembers.
    std::vector<WorkstationStore::Remembered> cases;
    std::vector<WorkstationStore::Remembered> galleries;
    std::vector<Finding> findings;

    bool isSound() const;
};

/// What a folder is held against besides itself.
struct Against {
    audit::SignatureCheck
        signatures{}; ///< Ed25519 (crypto::verify); null: signatures are taken as they stand
    /// Whose key it is, by an agency file that was checked; empty when nobody's. Null: without one.
    std::function<QString(const QString &publicKey)> accountOf{};
    /// A head that was printed or exported.
    std::optional<model::AuditHead> head{};
    /// What a workstation remembers of cases and galleries.
    std::vector<WorkstationStore::Remembered> remembered{};
    std::optional<QByteArray> report{}; ///< the JSON of a report of this case
    bool hashFiles = true;              ///< false: chain and records only
};

/// Checks everything that can be checked in a case, gallery or workstation folder: database and schema, every
/// file's SHA-256 against its record, the records against the chain, signatures, the chain, the head. Changes
/// not one byte of the folder; a database that is in use is copied to a private temporary folder and read
/// there. Reports bytes of the file being hashed; looks at cancel every MiB and every 1,000 entries.
///
/// Errors are for what cannot be checked: NotFound (no such folder), FileUnreadable, DatabaseForeign,
/// DatabaseNewer, DatabaseLocked (it changed meanwhile), Cancelled, DatabaseFailed.
base::Result<Verification> verifyFolder(const QString &folder, base::Progress &progress,
                                        const Against &against = {});

} // namespace likeness::store
