// SPDX-License-Identifier: GPL-3.0-or-later
// How a record folder is made and comes open; the rest of the class is in recordfolder.cpp.
#include "engine/audit/chain.h"
#include "engine/audit/verbs.h"
#include "engine/base/clock.h"
#include "engine/base/digest.h"
#include "engine/store/auditrows.h"
#include "engine/store/filewriting.h"
#include "engine/store/migration.h"
#include "engine/store/networkfilesystem.h"
#include "engine/store/recordfolder.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace likeness::store
{

using base::ErrorCode;

namespace
{

bool mayWrite(const QString &path)
{
    return ::faccessat(AT_FDCWD, QFile::encodeName(path), W_OK, AT_EACCESS) == 0;
}

/// A write over the file-size limit then fails with EFBIG, which is DiskFull, instead of ending the program.
void ignoreFileSizeSignal()
{
    static const bool once = [] {
        struct sigaction current {
        };
        if (::sigaction(SIGXFSZ, nullptr, &current) == 0 && current.sa_handler == SIG_DFL)
            ::signal(SIGXFSZ, SIG_IGN);
        return true;
    }();
    (void)once;
}

base::Outcome refuseNetwork(const QString &folder)
{
    const QString name = networkFileSystemOf(folder);
    if (!name.isEmpty())
        return base::fail(ErrorCode::DatabaseFailed, folder, QStringLiteral("network file system ") + name);
    return {};
}

/// Whether it looks like nothing is there, or only what a cut-off create() leaves behind.
bool isFree(const RecordKind &kind, const QString &folder)
{
    const QFileInfo info(folder);
    if (!info.exists() && !info.isSymLink())
        return true;
    if (!info.isDir())
        return false;
    const QStringList leftovers{QStringLiteral("lock"), QStringLiteral("audit.head"),
                                kind.databaseName + QStringLiteral(".creating"),
                                kind.databaseName + QStringLiteral(".creating-journal")};
    const auto names =
        QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    return std::all_of(names.begin(), names.end(), [&](const QString &name) {
        const QString path = folder + u'/' + name;
        return leftovers.contains(name) || name.startsWith(QStringLiteral(".audit.head-")) ||
               (name == kind.vaultName &&
                QDir(path).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot));
    });
}

void removeCreated(const RecordKind &kind, const QString &folder, bool folderWasMade)
{
    const QString creating = folder + u'/' + kind.databaseName + QStringLiteral(".creating");
    for (const QString &path : {creating, creating + QStringLiteral("-journal"),
                                folder + QStringLiteral("/audit.head"), folder + QStringLiteral("/lock")})
        QFile::remove(path);
    if (!kind.vaultName.isEmpty())
        QDir(folder).rmdir(kind.vaultName);
    if (folderWasMade)
        QDir().rmdir(folder);
}

} // namespace

base::Result<std::unique_ptr<RecordFolder>>
RecordFolder::create(const RecordKind &kind, const QString &folder, const model::Actor &actor,
                     const base::Clock &clock, const model::Act &act, const Change &firstRows)
{
    ignoreFileSizeSignal();
    const QString path = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    if (!isFree(kind, path))
        return base::fail(ErrorCode::AlreadyExists, folder);
    const bool folderWasMade = !QFileInfo::exists(path);
    LIKENESS_TRY(makeFolder(path));
    LIKENESS_TRY(refuseNetwork(path));

    std::unique_ptr<RecordFolder> records(new RecordFolder(kind, path, clock));
    switch (records->m_lock.takeWithin(kind.writers == RecordKind::Writers::One ? 0 : Database::busyTimeoutMs,
                                       actor)) {
    case FolderLock::Attempt::Taken:
        break;
    case FolderLock::Attempt::HeldByOther:
        return base::fail(ErrorCode::AlreadyExists, folder, records->m_lock.otherHolder());
    case FolderLock::Attempt::NotPermitted:
        return tl::unexpected(base::writeError(folder, errno));
    }
    // Again under the lock: somebody may have been quicker.
    if (!isFree(kind, path))
        return base::fail(ErrorCode::AlreadyExists, folder);
    base::Outcome outcome = records->build(actor, act, firstRows);
    if (!outcome) {
        removeCreated(kind, path, folderWasMade);
        return tl::unexpected(outcome.error());
    }
    LIKENESS_TRY(records->openDatabase(actor, AccessWanted::Write));
    records->m_opening.outcome = Opening::Outcome::Created;
    return records;
}

base::Outcome RecordFolder::build(const model::Actor &actor, const model::Act &act, const Change &firstRows)
{
    if (m_vault)
        LIKENESS_TRY(makeFolder(m_folder + u'/' + m_kind.vaultName));
    // Under another name until it is whole: a case.sqlite that can be seen is a case.
    const QString aside = databasePath() + QStringLiteral(".creating");
    QFile::remove(aside);
    QFile::remove(aside + QStringLiteral("-journal"));
    {
        const Database fresh(aside, Database::Mode::ReadWrite);
        const auto database = fresh.connection();
        LIKENESS_TRY(database);
        auto transaction = Transaction::beginWriting(*database);
        if (!transaction)
            return tl::unexpected(transaction.error());
        for (int version = 1; version <= m_kind.schema->version(); ++version)
            LIKENESS_TRY(applyStep(*database, *m_kind.schema, version));
        LIKENESS_TRY(firstRows(*database));
        model::AuditHead head{0, audit::emptyHash()};
        if (!act.verb.isEmpty()) {
            const auto entry = audit::nextEntry(head, act, actor, m_clock.now());
            LIKENESS_TRY(insertEntry(*database, entry));
            head = audit::headAfter(entry);
        }
        LIKENESS_TRY(transaction->commit());
        LIKENESS_TRY(replaceFile(m_folder + QStringLiteral("/audit.head"), audit::headText(head)));
    }
    return renameSynced(aside, databasePath());
}

base::Result<std::unique_ptr<RecordFolder>> RecordFolder::open(const RecordKind &kind, const QString &folder,
                                                               const model::Actor &actor,
                                                               const base::Clock &clock, AccessWanted wanted)
{
    ignoreFileSizeSignal();
    const QString path = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    std::unique_ptr<RecordFolder> records(new RecordFolder(kind, path, clock));
    const QString databasePath = records->databasePath();
    if (::faccessat(AT_FDCWD, QFile::encodeName(databasePath), R_OK, AT_EACCESS) != 0)
        return base::fail(errno == ENOENT || errno == ENOTDIR ? ErrorCode::NotFound
                                                              : ErrorCode::FileUnreadable,
                          folder, QString::fromLocal8Bit(std::strerror(errno)));
    LIKENESS_TRY(refuseNetwork(path));

    if (wanted == AccessWanted::Write) {
        const bool permitted = mayWrite(path) && mayWrite(databasePath);
        const int patience = kind.writers == RecordKind::Writers::One ? 0 : Database::busyTimeoutMs;
        const bool taken =
            permitted && records->m_lock.takeWithin(patience, actor) == FolderLock::Attempt::Taken;
        if (!taken && kind.writers == RecordKind::Writers::TakeTurns)
            return base::fail(permitted ? ErrorCode::DatabaseLocked : ErrorCode::ReadOnly, folder,
                              records->m_lock.otherHolder());
        wanted = taken ? AccessWanted::Write : AccessWanted::Read;
    }
    LIKENESS_TRY(records->openDatabase(actor, wanted));
    return records;
}

base::Outcome RecordFolder::openDatabase(const model::Actor &actor, AccessWanted wanted)
{
    m_opening.readOnly = wanted == AccessWanted::Read;
    // Before the database, so that a writer at work can only have moved the chain ahead of it.
    const auto stored = m_head.read();

    if (!m_opening.readOnly) {
        m_database = std::make_unique<Database>(databasePath(), Database::Mode::ReadWrite);
    } else {
        m_opening.lockHolder = m_lock.otherHolder();
        if (mayWrite(m_folder) && mayWrite(databasePath())) {
            m_database = std::make_unique<Database>(databasePath(), Database::Mode::QueryOnly);
        } else {
            auto snapshot = takeSnapshot(databasePath(), SnapshotUse::Read);
            if (!snapshot)
                return tl::unexpected(snapshot.error());
            m_copyFolder = std::move(snapshot->copyFolder);
            m_database = std::move(snapshot->database);
        }
    }

    int version = 0;
    {
        const auto database = m_database->connection();
        LIKENESS_TRY(database);
        const auto identified = identify(*database, *m_kind.schema);
        LIKENESS_TRY(identified);
        version = *identified;
        LIKENESS_TRY(stored);
        LIKENESS_TRY(checkHead(*database, *stored));
        if (!m_opening.readOnly)
            LIKENESS_TRY(run(*database, QStringLiteral("PRAGMA journal_mode = WAL")));
    }
    if (version < m_kind.schema->version())
        LIKENESS_TRY(m_opening.readOnly ? readUpgradedCopy(version) : upgrade(actor, version));
    {
        const auto database = m_database->connection();
        LIKENESS_TRY(database);
        LIKENESS_TRY(checkSchema(*database, *m_kind.schema, m_kind.schema->version()));
        if (!m_opening.readOnly) {
            const auto head = lastHead(*database);
            LIKENESS_TRY(head);
            if (m_head.read() != base::Result<model::AuditHead>(*head)) {
                LIKENESS_TRY(m_head.prepare(*head));
                LIKENESS_TRY(m_head.publish());
            }
            m_head.discard();
        }
    }
    if (m_opening.readOnly)
        return {};
    if (m_vault) {
        LIKENESS_TRY(removeLeftovers());
        LIKENESS_TRY(enterInterruptedOperations(actor));
    }
    if (m_kind.writers == RecordKind::Writers::TakeTurns)
        m_lock.release();
    return {};
}

base::Outcome RecordFolder::upgrade(const model::Actor &actor, int fromVersion)
{
    const QString time = m_clock.now().toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'"));
    const QString backup = QStringLiteral("%1/backup/%2-v%3-%4.sqlite")
                               .arg(m_folder, QFileInfo(m_kind.databaseName).completeBaseName())
                               .arg(fromVersion)
                               .arg(time);
    const auto database = m_database->connection();
    LIKENESS_TRY(database);
    LIKENESS_TRY(backUp(*database, backup));
    for (int version = fromVersion + 1; version <= m_kind.schema->version(); ++version) {
        const model::Act act{
            audit::verbs::schemaUpgraded,
            m_kind.databaseName,
            {{"from", version - 1}, {"to", version}, {"backup", QFileInfo(backup).fileName()}}};
        LIKENESS_TRY(commit(act, actor, [&](const QSqlDatabase &writing, QJsonObject &) {
            return applyStep(writing, *m_kind.schema, version);
        }));
    }
    m_opening.outcome = Opening::Outcome::Upgraded;
    m_opening.backup = backup;
    return {};
}

base::Outcome RecordFolder::readUpgradedCopy(int fromVersion)
{
    m_database.reset();
    auto snapshot = takeSnapshot(databasePath(), SnapshotUse::Upgrade);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    m_copyFolder = std::move(snapshot->copyFolder);
    m_database = std::move(snapshot->database);
    const auto database = m_database->connection();
    LIKENESS_TRY(database);
    for (int version = fromVersion + 1; version <= m_kind.schema->version(); ++version) {
        auto transaction = Transaction::beginWriting(*database);
        if (!transaction)
            return tl::unexpected(transaction.error());
        LIKENESS_TRY(applyStep(*database, *m_kind.schema, version));
        LIKENESS_TRY(transaction->commit());
    }
    m_opening.outcome = Opening::Outcome::Upgraded;
    return {};
}

base::Outcome RecordFolder::enterInterruptedOperations(const model::Actor &actor)
{
    const auto database = m_database->connection();
    LIKENESS_TRY(database);
    std::vector<model::Operation> interrupted;
    LIKENESS_TRY(forEachRow(*database,
                            QStringLiteral("SELECT id, kind, subject, started FROM operation "
                                           "WHERE finished IS NULL ORDER BY rowid"),
                            {}, [&](const QSqlQuery &row) -> base::Outcome {
                                interrupted.push_back({model::OperationId(row.value(0).toString()),
                                                       row.value(1).toString(), row.value(2).toString(),
                                                       base::timeFromText(row.value(3).toString())});
                                return {};
                            }));
    for (const auto &operation : interrupted) {
        const model::Act act{audit::verbs::operationInterrupted,
                             operation.id.value(),
                             {{"kind", operation.kind},
                              {"subject", operation.subject},
                              {"started", base::timeText(operation.started)}}};
        LIKENESS_TRY(commit(act, actor, [&](const QSqlDatabase &writing, QJsonObject &) {
            return run(writing,
                       QStringLiteral(
                           "UPDATE operation SET finished = ?, outcome = 'interrupted' WHERE id = ?"),
                       {base::timeText(m_clock.now()), operation.id.value()})
                .map([](const QSqlQuery &) {});
        }));
    }
    m_opening.interrupted = std::move(interrupted);
    return {};
}

base::Outcome RecordFolder::removeLeftovers()
{
    LIKENESS_TRY(makeFolder(m_folder + u'/' + m_kind.vaultName));
    for (const QString &name : m_vault->unfinishedCopies())
        LIKENESS_TRY(m_vault->remove(name));
    const auto database = m_database->connection();
    LIKENESS_TRY(database);
    QSet<QString> recorded;
    LIKENESS_TRY(forEachRow(*database, QStringLiteral("SELECT sha256 FROM %1").arg(m_kind.vaultTable), {},
                            [&](const QSqlQuery &row) -> base::Outcome {
                                recorded.insert(row.value(0).toString());
                                return {};
                            }));
    for (const QString &name : m_vault->fileNames())
        if (base::isSha256(name) && !recorded.contains(name))
            if (const auto outcome = discardFromVault(name);
                !outcome && outcome.error().code != ErrorCode::AlreadyExists)
                return outcome;
    return {};
}

} // namespace likeness::store
