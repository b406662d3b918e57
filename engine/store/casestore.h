// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/audit/signedhead.h"
#include "engine/base/clock.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/model/audit.h"
#include "engine/model/casefile.h"
#include "engine/store/opening.h"

#include <QFile>

#include <functional>
#include <memory>
#include <vector>

namespace likeness::store
{

/// What one act may change in a case. Exists only inside CaseStore::commit.
///
/// Analyses, examinations and what follows from them are kept as their signed documents, append-only; the
/// entry of the act gains details "records", the seals of those it wrote (engine/audit/FORMAT.md). The store
/// checks no signature. InvalidArgument for a document that would not read back as it was signed (an invalid
/// time, say), AlreadyExists for an id, or a second result of one verification, NotFound for a reference to
/// nothing.
class CaseWriter
{
public:
    virtual ~CaseWriter() = default;
    virtual base::Outcome insert(const model::EvidenceItem &item) = 0;
    virtual base::Outcome insert(const model::Region &region) = 0;
    virtual base::Outcome removeRegion(const model::RegionId &region) = 0; ///< kept, marked removed
    virtual base::Outcome restoreRegion(const model::RegionId &region) = 0;
    virtual base::Outcome insert(const model::Probe &probe) = 0;
    virtual base::Outcome insert(const model::Derivation &derivation) = 0;
    /// The frames of a recording, VideoIndex::toBytes. AlreadyExists when it has its index: none replaces it.
    virtual base::Outcome insertVideoIndex(const model::EvidenceId &evidence, int version,
                                           const QByteArray &bytes) = 0;
    virtual base::Outcome insert(const model::Scan &scan) = 0;
    /// State and how far it came, with what resuming it needs (no pixel of anybody); what it is of stays.
    /// NotFound. A closed scan is refused.
    virtual base::Outcome update(const model::Scan &scan, const QByteArray &checkpoint) = 0;
    /// Replaces the tracks of a scan; which of them are chosen is kept by number.
    virtual base::Outcome setTracks(const model::ScanId &scan,
                                    const std::vector<model::FaceTrack> &tracks) = 0;
    virtual base::Outcome chooseTrack(const model::ScanId &scan, int number) = 0; ///< NotFound
    virtual base::Outcome insert(const model::Search &search) = 0;
    virtual base::Outcome insert(const model::CandidateDecision &decision) = 0;
    virtual base::Outcome insert(const model::Analysis &record) = 0;
    virtual base::Outcome insert(const model::Examination &record) = 0;
    virtual base::Outcome insert(const model::VerificationRequest &record) = 0;
    virtual base::Outcome insert(const model::VerificationTaken &record) = 0;
    virtual base::Outcome insert(const model::VerificationResult &record) = 0;
    virtual base::Outcome insert(const model::Adjudication &record) = 0;
    virtual base::Outcome insert(const model::NullResult &record) = 0;
    virtual base::Outcome insert(const model::Override &record) = 0;
    virtual base::Outcome insert(const model::ListView &record) = 0;
    /// Replaces the draft of the same (about, actor).
    virtual base::Outcome saveDraft(const model::ComparisonDraft &draft) = 0;
    /// One that is not there is no error.
    virtual base::Outcome removeDraft(const QString &about, const QString &actor) = 0;
    /// Replaces what the finder found in an item with this engine and smallest face; boxes only.
    virtual base::Outcome setFoundFaces(const model::EvidenceId &evidence, const QString &finderKey,
                                        const std::vector<model::FoundFace> &faces) = 0;
    virtual base::Outcome begin(const model::Operation &operation) = 0;
    virtual base::Outcome finish(const model::OperationId &operation, const QString &outcome) = 0;
};

/// A case folder: case.sqlite, evidence/<sha256>, audit.head, lock, backup/. All writing goes through
/// commit(), so no change exists without its audit entry.
///
/// Thread-safe: each thread gets its own connection, writers take turns. One process at a time holds the
/// lock; everybody else opens read-only. Closing is destruction; it releases the lock. The clock has to
/// outlive the store. Network file systems are refused (DatabaseFailed). The first opening makes the process
/// ignore SIGXFSZ, so that a file-size limit is DiskFull and not the end of the program.
///
/// Read-only means: no record changes. In a folder that this user may not write, not one byte changes; the
/// database, if it has a write-ahead log or an older schema, is then read from a private temporary copy.
///
/// Errors: ReadOnly, DatabaseLocked, DatabaseFailed, DatabaseCorrupt, DiskFull, WriteFailed, NotFound.
class CaseStore
{
public:
    /// Makes a case in a folder that is missing or empty. AlreadyExists otherwise. The first audit entry is
    /// case-created.
    static base::Result<std::unique_ptr<CaseStore>> create(const QString &folder, const model::Case &file,
                                                           const model::Actor &actor,
                                                           const base::Clock &clock);
    /// Opens for writing if nobody else does, otherwise read-only (see access()). Verifies nothing but the
    /// schema and the head; verifyAudit() and openEvidence() check the rest. Operations that were cut off
    /// are entered as operation-interrupted, listed in opening(), and half-copied files are removed.
    static base::Result<std::unique_ptr<CaseStore>> open(const QString &folder, const model::Actor &actor,
                                                         const base::Clock &clock,
                                                         AccessWanted wanted = AccessWanted::Write);
    virtual ~CaseStore() = default;

    virtual QString folder() const = 0;
    virtual const Opening &opening() const = 0; ///< how it was opened: outcome, access, what was unfinished

    /// One act: the changes, then its entry, in one transaction; then audit.head. When `change` or anything
    /// else fails nothing is changed. ReadOnly when not open for writing (detail: who holds the lock);
    /// ClockChanged for an act that writes a signed record (audit::verbs::isSigned) while the clock stands
    /// more than two minutes before the last entry; detail names both times. DatabaseLocked after some
    /// seconds when another tool locks the database. `change` may read this store and sees its own changes;
    /// it may not commit (InvalidArgument).
    ///
    /// Success means that act and entry are on the disk. The next head was synced under another name before
    /// that, so a full disk stops the act; should giving it its name fail all the same, the commit still
    /// succeeds (the act has happened), a warning is logged, and the next commit or opening brings the head
    /// up.
    virtual base::Outcome commit(const model::Act &act, const model::Actor &actor,
                                 const std::function<base::Outcome(CaseWriter &)> &change) = 0;
    /// An act that changes no record (a view).
    base::Outcome commit(const model::Act &act, const model::Actor &actor)
    {
        return commit(act, actor, [](CaseWriter &) -> base::Outcome { return {}; });
    }

    /// Removed regions left out; otherwise everything, whoever may see it. DatabaseCorrupt when a signed
    /// document does not give itself back.
    virtual base::Result<model::CaseContents> contents() const = 0;
    virtual base::Result<model::Probe> probe(const model::ProbeId &id) const = 0;
    virtual base::Result<model::Search> search(const model::SearchId &id) const = 0;
    virtual base::Result<model::EvidenceItem> evidence(const model::EvidenceId &id) const = 0;
    virtual base::Result<model::Derivation> derivation(const model::DerivationId &id) const = 0;
    /// Nothing when it has none.
    virtual base::Result<std::optional<QByteArray>> videoIndex(const model::EvidenceId &evidence) const = 0;
    virtual base::Result<std::vector<model::ScannedTrack>> tracks(const model::ScanId &scan) const = 0;
    /// Those of all scans that somebody chose.
    virtual base::Result<std::vector<model::ScannedTrack>> chosenTracks() const = 0;
    /// Empty when it has none. NotFound.
    virtual base::Result<QByteArray> scanCheckpoint(const model::ScanId &scan) const = 0;
    /// Nothing when the finder has not run with that key.
    virtual base::Result<std::optional<std::vector<model::FoundFace>>>
    foundFaces(const model::EvidenceId &evidence, const QString &finderKey) const = 0;
    /// What the finder found in an item with any key.
    virtual base::Result<std::vector<model::FoundFace>>
    allFoundFaces(const model::EvidenceId &evidence) const = 0;

    virtual base::Result<std::vector<model::AuditEntry>> auditEntries(qint64 fromNumber,
                                                                      qint64 atMost) const = 0;
    virtual base::Result<model::AuditHead> auditHead() const = 0;
    /// How the chain stands to a head that is known from elsewhere. Looks at hashes as they stand in the
    /// rows; verifyAudit() checks that they are those of the entries.
    virtual base::Result<audit::HeadRelation> compareWithHead(const model::AuditHead &known) const = 0;
    /// RolledBack when the chain is older than one of these heads, or another: subject is the folder, detail
    /// "rolled-back" or "forked" and the head as COUNT:HASH. No head at all holds.
    base::Outcome holdsAgainst(const std::vector<model::AuditHead> &known) const;
    /// Signs the head as it stands in this moment, with no entry between, and enters it as head-signed. When
    /// `sign` gives no signature (training), nothing is entered. Its error is returned.
    virtual base::Outcome signHead(const model::Actor &actor, const audit::HeadSigner &sign) = 0;
    /// The whole chain and the head file. Looks at cancel every 1,000 entries. AuditBroken says where.
    virtual base::Result<model::AuditHead> verifyAudit(base::Progress &progress) const = 0;

    /// Copies an open file into the vault: written aside, synced, renamed to its SHA-256, read-only. Returns
    /// the SHA-256 and size. The same bytes twice are stored once. Call before the commit that records it; a
    /// file without a record is harmless and is removed at the next opening.
    struct Stored {
        QString sha256;
        qint64 bytes = 0;
    };
    virtual base::Result<Stored> storeEvidence(QFile &source, base::Progress &progress) = 0;
    /// Removes stored bytes that turned out to be no evidence. A file that an item records stays
    /// (AlreadyExists); one that is not there is no error. ReadOnly when not open for writing.
    virtual base::Outcome discardEvidence(const QString &sha256) = 0;
    /// Opens the bytes of an item after hashing them again. EvidenceChanged, EvidenceMissing.
    virtual base::Result<std::unique_ptr<QFile>> openEvidence(const QString &sha256,
                                                              base::Progress &progress) const = 0;

    /// Writes a file that belongs to an export: aside, synced, renamed. `path` is where the person said.
    static base::Outcome writeFile(const QString &path, const QByteArray &bytes);
};

} // namespace likeness::store
