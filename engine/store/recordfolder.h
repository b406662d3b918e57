// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/audit/signedhead.h"
#include "engine/base/clock.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/model/audit.h"
#include "engine/store/database.h"
#include "engine/store/folderlock.h"
#include "engine/store/headfile.h"
#include "engine/store/opening.h"
#include "engine/store/schema.h"
#include "engine/store/snapshot.h"
#include "engine/store/vault.h"

#include <QString>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace likeness::store
{

/// What a kind of folder is made of.
struct RecordKind {
    const Schema *schema = nullptr;
    QString databaseName;
    enum class Writers {
        One,      ///< holds the lock as long as the folder is open
        TakeTurns ///< take the lock for each commit
    };
    Writers writers = Writers::One;
    // Empty for a folder without a vault and without operations:
    QString vaultName;
    QString vaultTable; ///< whose sha256 column names the files
    QString vaultVerb;  ///< entries with this verb name files in details "sha256"
};

const RecordKind &caseKind();
const RecordKind &galleryKind();
const RecordKind &workstationKind();

/// A folder with a database, its audit chain and head, its lock and perhaps a vault: what cases, galleries
/// and the workstation have in common. Thread-safe.
class RecordFolder
{
public:
    using Change = std::function<base::Outcome(const QSqlDatabase &)>;
    /// May add to the details of the act's entry.
    using DetailedChange = std::function<base::Outcome(const QSqlDatabase &, QJsonObject &)>;

    /// AlreadyExists unless the folder is missing, empty, or holds what a cut-off create() left. The first
    /// rows and their entry (none if `act` has no verb) are there when the database appears.
    static base::Result<std::unique_ptr<RecordFolder>> create(const RecordKind &kind, const QString &folder,
                                                              const model::Actor &actor,
                                                              const base::Clock &clock, const model::Act &act,
                                                              const Change &firstRows);
    static base::Result<std::unique_ptr<RecordFolder>> open(const RecordKind &kind, const QString &folder,
                                                            const model::Actor &actor,
                                                            const base::Clock &clock, AccessWanted wanted);

    const QString &folder() const { return m_folder; }
    const Opening &opening() const { return m_opening; }
    const Vault &vault() const { return *m_vault; }
    base::Result<QSqlDatabase> connection() const { return m_database->connection(); }
    /// ReadOnly with the lock's holder, or success.
    base::Outcome requireWritable() const;

    base::Outcome commit(const model::Act &act, const model::Actor &actor, const DetailedChange &change);

    /// As CaseStore::signHead.
    base::Outcome signHead(const model::Actor &actor, const audit::HeadSigner &sign);

    base::Result<std::vector<model::AuditEntry>> auditEntries(qint64 fromNumber, qint64 atMost) const;
    base::Result<model::AuditHead> auditHead() const;
    base::Result<model::AuditHead> verifyAudit(base::Progress &progress) const;

    base::Result<Vault::Stored> storeInVault(QFile &source, base::Progress &progress) const;
    /// Removes a vault file; one that is not there is no error. AlreadyExists when a record or the chain
    /// names it.
    base::Outcome discardFromVault(const QString &sha256) const;

private:
    RecordFolder(const RecordKind &kind, QString folder, const base::Clock &clock);

    // How it comes open: recordopening.cpp
    base::Outcome build(const model::Actor &actor, const model::Act &act, const Change &firstRows);
    base::Outcome openDatabase(const model::Actor &actor, AccessWanted wanted);
    base::Outcome upgrade(const model::Actor &actor, int fromVersion);
    base::Outcome readUpgradedCopy(int fromVersion);
    base::Outcome enterInterruptedOperations(const model::Actor &actor);
    base::Outcome removeLeftovers();

    base::Result<bool> isRecorded(const QString &sha256) const;
    QString databasePath() const { return m_folder + u'/' + m_kind.databaseName; }

    const RecordKind &m_kind;
    QString m_folder;
    const base::Clock &m_clock;
    FolderLock m_lock;
    HeadFile m_head;
    Opening m_opening;
    std::optional<Vault> m_vault;
    std::unique_ptr<QTemporaryDir> m_copyFolder;
    std::unique_ptr<Database> m_database; ///< closed before the lock is freed
    mutable std::recursive_mutex m_writing;
    bool m_committing = false;
};

} // namespace likeness::store
