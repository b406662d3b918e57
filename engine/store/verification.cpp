// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/verification.h"

#include "engine/audit/signedhead.h"
#include "engine/audit/verbs.h"
#include "engine/base/digest.h"
#include "engine/store/auditrows.h"
#include "engine/store/migration.h"
#include "engine/store/recordfolder.h"
#include "engine/store/recordverification.h"
#include "engine/store/workstationrecord.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <limits>

namespace likeness::store
{

using base::ErrorCode;

namespace
{

struct FileRecord {
    QString sha256;
    qint64 bytes = -1; ///< -1 when the record states none
};

class Verifier
{
public:
    Verifier(const RecordKind &kind, QString folder, base::Progress &progress, const Against &against)
        : m_kind(kind), m_folder(std::move(folder)), m_vault(m_folder + u'/' + kind.vaultName),
          m_progress(progress), m_against(against)
    {
    }

    base::Result<Verification> run()
    {
        m_found.folderKind = m_kind.schema == &caseSchema()      ? Verification::FolderKind::Case
                             : m_kind.schema == &gallerySchema() ? Verification::FolderKind::Gallery
                                                                 : Verification::FolderKind::Workstation;
        m_found.signaturesChecked = bool(m_against.signatures);
        m_found.lockHolder = FolderLock(m_folder).otherHolder();
        // The head before the database: somebody at work can only have moved the chain ahead of it.
        const auto stored = HeadFile(m_folder).read();
        if (stored)
            m_found.storedHead = *stored;
        else if (stored.error().code == ErrorCode::AuditBroken)
            note(Finding::Kind::HeadUnreadable, QStringLiteral("audit.head"), stored.error().detail);
        else
            return tl::unexpected(stored.error());

        const QString path = m_folder + u'/' + m_kind.databaseName;
        const QFileInfo before(path);
        const auto changed = before.lastModified();
        const auto size = before.size();
        const auto snapshot =
            takeSnapshot(path, m_found.lockHolder.isEmpty() ? SnapshotUse::Read : SnapshotUse::Upgrade);
        if (!snapshot)
            return tl::unexpected(snapshot.error());
        if (const auto outcome = checkDatabase(*snapshot->database); !outcome)
            return tl::unexpected(outcome.error());
        const QFileInfo after(path);
        if (!snapshot->copyFolder && (after.lastModified() != changed || after.size() != size))
            return base::fail(ErrorCode::DatabaseLocked, m_kind.databaseName,
                              QStringLiteral("it changed while it was checked"));
        return m_found;
    }

private:
    void note(Finding::Kind kind, const QString &subject, const QString &detail = {})
    {
        m_found.findings.push_back({kind, subject, detail});
    }

    base::Outcome checkDatabase(const Database &opened)
    {
        const auto damaged = [this](const base::Error &error) -> base::Outcome {
            if (error.code != ErrorCode::DatabaseCorrupt)
                return tl::unexpected(error);
            note(Finding::Kind::DatabaseDamaged, m_kind.databaseName, error.detail);
            return {};
        };
        const auto database = opened.connection();
        if (!database)
            return damaged(database.error());
        const auto version = identify(*database, *m_kind.schema);
        if (!version)
            return damaged(version.error());
        if (const auto schema = checkSchema(*database, *m_kind.schema, *version); !schema) {
            if (schema.error().code != ErrorCode::DatabaseCorrupt)
                return schema;
            note(Finding::Kind::SchemaDiffers, m_kind.databaseName, schema.error().detail);
        }
        const base::Outcome outcome = checkRecords(*database, *version);
        return outcome ? outcome : damaged(outcome.error());
    }

    base::Outcome checkRecords(const QSqlDatabase &database, int version)
    {
        if (m_found.folderKind == Verification::FolderKind::Workstation)
            return checkWorkstation(database);
        const bool isCase = m_found.folderKind == Verification::FolderKind::Case;
        bool isTraining = true;
        LIKENESS_TRY(forEachRow(database,
                                isCase ? QStringLiteral("SELECT id, number, training FROM case_file")
                                       : QStringLiteral("SELECT id, name, 1 FROM gallery"),
                                {}, [&](const QSqlQuery &row) -> base::Outcome {
                                    m_found.id = row.value(0).toString();
                                    m_found.title = row.value(1).toString();
                                    isTraining = row.value(2).toBool();
                                    return {};
                                }));
        LIKENESS_TRY(checkChain(database));
        LIKENESS_TRY(checkKnownHeads(database));
        if (isCase)
            LIKENESS_TRY(checkSearches(database, m_enteredRecords, version, m_found));
        if (isCase && version >= 5) // derivations came with version 5
            LIKENESS_TRY(checkDerivations(database, m_enteredRecords, m_found));
        if (isCase && version >= 5)
            LIKENESS_TRY(checkIndexes(database, m_enteredRecords, m_found));
        if (isCase && version >= 3) // signed records came with version 3
            LIKENESS_TRY(checkSignedRecords(database, m_enteredRecords, isTraining, m_against, m_found));
        if (!isCase && version >= 3)
            LIKENESS_TRY(checkSealedRows(database, m_enteredRecords, version, m_found));
        if (isCase && m_against.report)
            LIKENESS_TRY(checkReport(database, m_enteredRecords, *m_against.report, m_found));

        std::vector<FileRecord> records;
        LIKENESS_TRY(
            forEachRow(database,
                       QStringLiteral("SELECT sha256, %1 FROM %2 ORDER BY rowid")
                           .arg(isCase ? QStringLiteral("bytes") : QStringLiteral("-1"), m_kind.vaultTable),
                       {}, [&](const QSqlQuery &row) -> base::Outcome {
                           records.push_back({row.value(0).toString(), row.value(1).toLongLong()});
                           return {};
                       }));
        if (m_against.hashFiles) {
            for (const FileRecord &record : records)
                LIKENESS_TRY(checkFile(record));
            checkOtherFiles();
        }
        if (version < 2)
            return {}; // operations came with version 2
        return forEachRow(database, QStringLiteral("SELECT id, kind FROM operation WHERE finished IS NULL"),
                          {}, [&](const QSqlQuery &row) -> base::Outcome {
                              note(Finding::Kind::OperationUnfinished, row.value(0).toString(),
                                   row.value(1).toString());
                              return {};
                          });
    }

    base::Outcome checkChain(const QSqlDatabase &database)
    {
        const model::AuditHead empty{0, QString(64, u'0')};
        const auto head = verifyChain(database, m_found.storedHead.value_or(empty), m_progress);
        if (head) {
            m_found.head = *head;
            if (m_found.storedHead && head->count > m_found.storedHead->count)
                note(Finding::Kind::HeadBehind, QString::number(m_found.storedHead->count));
        } else if (head.error().code == ErrorCode::AuditBroken) {
            note(Finding::Kind::ChainBroken, head.error().subject, head.error().detail);
        } else {
            return tl::unexpected(head.error());
        }
        // What the chain says was taken in; of a broken chain, what can still be read.
        const auto read =
            forEachEntry(database, std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(),
                         [&](const model::AuditEntry &entry) -> base::Outcome {
                             gather(entry);
                             return {};
                         });
        return read || read.error().code == ErrorCode::AuditBroken ? base::Outcome() : read;
    }

    void gather(const model::AuditEntry &entry)
    {
        const QJsonObject &details = entry.act.details;
        if (entry.act.verb == m_kind.vaultVerb)
            m_entered.insert(details.value("sha256").toString());
        if (entry.act.verb == audit::verbs::reportExported)
            m_enteredRecords.reports.insert(details.value("json_sha256").toString());
        if (entry.act.verb == audit::verbs::searchMade)
            m_enteredRecords.searches.insert(entry.act.subject, details);
        if (entry.act.verb == audit::verbs::evidenceAdded && details.contains(QStringLiteral("index_sha256")))
            m_enteredRecords.indexes.insert(entry.act.subject, details.value("index_sha256").toString());
        if (entry.act.verb == audit::verbs::derivationMade)
            m_enteredRecords.derivations.insert(entry.act.subject, details);
        const QJsonArray seals = details.value(audit::details::records).toArray();
        for (const QJsonValue &seal : seals)
            m_enteredRecords.seals.insert(seal.toString(), entry.number);
        if (entry.act.verb != audit::verbs::headSigned)
            return;
        m_found.signedHeads++;
        const QString name = QStringLiteral("head %1").arg(entry.number - 1);
        const auto held = audit::verifySignedHead(
            entry, m_against.signatures
                       ? m_against.signatures
                       : [](const QByteArray &, const QString &, const QString &) { return true; });
        if (!held)
            note(Finding::Kind::SignatureWrong, name, held.error().detail);
        else if (m_against.accountOf && m_against.accountOf(held->key) != held->account)
            note(Finding::Kind::SignerUnknown, name, held->key);
    }

    base::Outcome checkKnownHeads(const QSqlDatabase &database)
    {
        std::vector<std::pair<model::AuditHead, QString>> known;
        if (m_against.head)
            known.emplace_back(*m_against.head, QStringLiteral("given"));
        for (const auto &head : headsOf(m_against.remembered, m_found.id, m_folder, m_found.title))
            known.emplace_back(head, QStringLiteral("workstation"));
        for (const auto &[head, source] : known) {
            const auto relation = relationOf(database, head);
            LIKENESS_TRY(relation);
            m_found.knownHeads++;
            if (*relation == audit::HeadRelation::RolledBack)
                note(Finding::Kind::RolledBack, audit::headPrint(head), source);
            else if (*relation == audit::HeadRelation::Forked)
                note(Finding::Kind::Forked, audit::headPrint(head), source);
        }
        return {};
    }

    base::Outcome checkWorkstation(const QSqlDatabase &database)
    {
        LIKENESS_TRY(checkChain(database));
        LIKENESS_TRY(checkKnownHeads(database));
        auto cases = rememberedIn(database, WorkstationStore::Kind::Case);
        LIKENESS_TRY(cases);
        m_found.cases = std::move(*cases);
        auto galleries = rememberedIn(database, WorkstationStore::Kind::Gallery);
        LIKENESS_TRY(galleries);
        m_found.galleries = std::move(*galleries);
        return {};
    }

    base::Outcome checkFile(const FileRecord &record)
    {
        m_found.files++;
        m_recorded.insert(record.sha256);
        const auto file = m_vault.open(record.sha256, m_progress);
        if (!file) {
            const QString &detail = file.error().detail;
            switch (file.error().code) {
            case ErrorCode::Cancelled:
                return tl::unexpected(file.error());
            case ErrorCode::EvidenceMissing:
            case ErrorCode::NotFound:
                note(Finding::Kind::FileMissing, record.sha256, detail);
                break;
            case ErrorCode::EvidenceChanged:
                note(Finding::Kind::FileChanged, record.sha256, detail);
                break;
            default:
                note(Finding::Kind::FileUnreadable, record.sha256, detail);
                break;
            }
        } else {
            m_found.soundFiles++;
            m_found.bytes += (*file)->size();
            if (record.bytes >= 0 && record.bytes != (*file)->size())
                note(Finding::Kind::SizeDiffers, record.sha256, QString::number(record.bytes));
        }
        if (!m_entered.contains(record.sha256))
            note(Finding::Kind::RecordNotEntered, record.sha256);
        return {};
    }

    void checkOtherFiles()
    {
        QStringList missingRecords((m_entered - m_recorded).values());
        missingRecords.sort();
        for (const QString &sha256 : std::as_const(missingRecords))
            note(Finding::Kind::RecordMissing, sha256);
        for (const QString &name : m_vault.unfinishedCopies())
            note(Finding::Kind::CopyUnfinished, name);
        for (const QString &name : m_vault.fileNames()) {
            if (m_recorded.contains(name) || m_entered.contains(name))
                continue;
            // Whole and never spoken of: that is what intake leaves when it is cut off before its entry.
            const bool leftOver = base::isSha256(name) && m_vault.open(name, m_progress).has_value();
            note(leftOver ? Finding::Kind::FileLeftOver : Finding::Kind::FileNotRecorded, name);
        }
    }

    const RecordKind &m_kind;
    QString m_folder;
    Vault m_vault;
    base::Progress &m_progress;
    const Against &m_against;
    Verification m_found;
    EnteredRecords m_enteredRecords;
    QSet<QString> m_entered;  ///< SHA-256 that the chain says were taken in
    QSet<QString> m_recorded; ///< SHA-256 of the records
};

} // namespace

QString findingName(Finding::Kind kind)
{
    switch (kind) {
    case Finding::Kind::DatabaseDamaged:
        return QStringLiteral("database-damaged");
    case Finding::Kind::SchemaDiffers:
        return QStringLiteral("schema-differs");
    case Finding::Kind::ChainBroken:
        return QStringLiteral("chain-broken");
    case Finding::Kind::HeadUnreadable:
        return QStringLiteral("head-unreadable");
    case Finding::Kind::FileMissing:
        return QStringLiteral("file-missing");
    case Finding::Kind::FileChanged:
        return QStringLiteral("file-changed");
    case Finding::Kind::FileUnreadable:
        return QStringLiteral("file-unreadable");
    case Finding::Kind::SizeDiffers:
        return QStringLiteral("size-differs");
    case Finding::Kind::RecordNotEntered:
        return QStringLiteral("record-not-entered");
    case Finding::Kind::RecordMissing:
        return QStringLiteral("record-missing");
    case Finding::Kind::FileNotRecorded:
        return QStringLiteral("file-not-recorded");
    case Finding::Kind::SignedRecordUnreadable:
        return QStringLiteral("signed-record-unreadable");
    case Finding::Kind::SignedRecordNotEntered:
        return QStringLiteral("signed-record-not-entered");
    case Finding::Kind::SignedRecordMissing:
        return QStringLiteral("signed-record-missing");
    case Finding::Kind::SignatureWrong:
        return QStringLiteral("signature-wrong");
    case Finding::Kind::SignerUnknown:
        return QStringLiteral("signer-unknown");
    case Finding::Kind::SearchDiffers:
        return QStringLiteral("search-differs");
    case Finding::Kind::IndexDiffers:
        return QStringLiteral("index-differs");
    case Finding::Kind::DerivationDiffers:
        return QStringLiteral("derivation-differs");
    case Finding::Kind::RolledBack:
        return QStringLiteral("rolled-back");
    case Finding::Kind::Forked:
        return QStringLiteral("forked");
    case Finding::Kind::ReportNotEntered:
        return QStringLiteral("report-not-entered");
    case Finding::Kind::ReportDiffers:
        return QStringLiteral("report-differs");
    case Finding::Kind::HeadBehind:
        return QStringLiteral("head-behind");
    case Finding::Kind::CopyUnfinished:
        return QStringLiteral("copy-unfinished");
    case Finding::Kind::FileLeftOver:
        return QStringLiteral("file-left-over");
    case Finding::Kind::OperationUnfinished:
        break;
    }
    return QStringLiteral("operation-unfinished");
}

bool Verification::isSound() const
{
    return std::none_of(findings.begin(), findings.end(),
                        [](const Finding &finding) { return finding.isWrong(); });
}

base::Result<Verification> verifyFolder(const QString &folder, base::Progress &progress,
                                        const Against &against)
{
    const QString path = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    for (const RecordKind *kind : {&caseKind(), &galleryKind(), &workstationKind()})
        if (QFileInfo::exists(path + u'/' + kind->databaseName))
            return Verifier(*kind, path, progress, against).run();
    return base::fail(ErrorCode::NotFound, folder);
}

} // namespace likeness::store
