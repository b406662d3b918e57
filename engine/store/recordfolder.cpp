// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/recordfolder.h"

#include "engine/audit/chain.h"
#include "engine/audit/verbs.h"
#include "engine/base/digest.h"
#include "engine/base/log.h"
#include "engine/store/auditrows.h"

#include <QScopeGuard>

#include <exception>

namespace likeness::store
{

using base::ErrorCode;

const RecordKind &caseKind()
{
    static const RecordKind kind{&caseSchema(),
                                 QStringLiteral("case.sqlite"),
                                 RecordKind::Writers::One,
                                 QStringLiteral("evidence"),
                                 QStringLiteral("evidence_item"),
                                 audit::verbs::evidenceAdded};
    return kind;
}

const RecordKind &galleryKind()
{
    static const RecordKind kind{&gallerySchema(),           QStringLiteral("gallery.sqlite"),
                                 RecordKind::Writers::One,   QStringLiteral("portraits"),
                                 QStringLiteral("portrait"), audit::verbs::portraitEnrolled};
    return kind;
}

const RecordKind &workstationKind()
{
    static const RecordKind kind{&workstationSchema(),
                                 QStringLiteral("workstation.sqlite"),
                                 RecordKind::Writers::TakeTurns,
                                 {},
                                 {},
                                 {}};
    return kind;
}

RecordFolder::RecordFolder(const RecordKind &kind, QString folder, const base::Clock &clock)
    : m_kind(kind), m_folder(std::move(folder)), m_clock(clock), m_lock(m_folder), m_head(m_folder)
{
    if (!kind.vaultName.isEmpty())
        m_vault.emplace(m_folder + u'/' + kind.vaultName);
}

base::Outcome RecordFolder::requireWritable() const
{
    if (m_opening.readOnly)
        return base::fail(ErrorCode::ReadOnly, m_folder, m_opening.lockHolder);
    return {};
}

base::Outcome RecordFolder::commit(const model::Act &requested, const model::Actor &actor,
                                   const DetailedChange &change)
{
    model::Act act = requested;
    LIKENESS_TRY(requireWritable());
    if (act.verb.isEmpty() || act.subject.isEmpty())
        return base::fail(ErrorCode::InvalidArgument, act.verb,
                          QStringLiteral("an act needs a verb and a subject"));
    const std::lock_guard turn(m_writing);
    if (m_committing)
        return base::fail(ErrorCode::InvalidArgument, act.verb, QStringLiteral("a commit within a commit"));
    m_committing = true;
    const bool takeTurn = !m_lock.isTaken();
    const auto done = qScopeGuard([this, takeTurn] {
        m_committing = false;
        if (takeTurn)
            m_lock.release();
    });
    if (takeTurn) {
        const auto attempt = m_lock.takeWithin(Database::busyTimeoutMs, actor);
        if (attempt == FolderLock::Attempt::HeldByOther)
            return base::fail(ErrorCode::DatabaseLocked, m_folder, m_lock.otherHolder());
        if (attempt == FolderLock::Attempt::NotPermitted)
            return base::fail(ErrorCode::ReadOnly, m_folder);
    }

    const auto database = m_database->connection();
    LIKENESS_TRY(database);
    auto transaction = Transaction::beginWriting(*database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    try {
        LIKENESS_TRY(change(*database, act.details));
    } catch (const std::exception &exception) {
        return base::fail(ErrorCode::DatabaseFailed, act.verb, QString::fromLocal8Bit(exception.what()));
    }
    const auto head = lastHead(*database);
    LIKENESS_TRY(head);
    const auto entry = audit::nextEntry(*head, act, actor, m_clock.now());
    if (audit::verbs::isSigned(act.verb))
        LIKENESS_TRY(checkClock(*database, entry.time));
    LIKENESS_TRY(insertEntry(*database, entry));

    if (auto outcome = m_head.prepare(audit::headAfter(entry)); !outcome) {
        m_head.discard();
        return outcome;
    }
    if (auto outcome = transaction->commit(); !outcome) {
        m_head.discard();
        return outcome;
    }
    // The act has happened, whatever comes now. A head that stays behind is sound: the next commit or the
    // next opening brings it up.
    if (const auto published = m_head.publish(); !published)
        qCWarning(base::logStore) << "audit.head stays behind:" << published.error().detail;
    return {};
}

base::Outcome RecordFolder::signHead(const model::Actor &actor, const audit::HeadSigner &sign)
{
    bool isSigned = true;
    const model::Act act{audit::verbs::headSigned, QStringLiteral("audit.head"), {}};
    const auto outcome =
        commit(act, actor, [&](const QSqlDatabase &database, QJsonObject &details) -> base::Outcome {
            // Within the writer's turn, so that nobody enters anything between the head and its signature.
            const auto head = lastHead(database);
            LIKENESS_TRY(head);
            const auto signature = sign(audit::headObject(*head));
            LIKENESS_TRY(signature);
            isSigned = signature->isSigned();
            if (!isSigned)
                return base::fail(ErrorCode::NotSignedIn, actor.name);
            details = audit::signedHeadAct(*head, *signature).details;
            return {};
        });
    return isSigned ? outcome : base::Outcome();
}

base::Result<std::vector<model::AuditEntry>> RecordFolder::auditEntries(qint64 fromNumber,
                                                                        qint64 atMost) const
{
    const auto database = connection();
    LIKENESS_TRY(database);
    return entries(*database, fromNumber, atMost);
}

base::Result<model::AuditHead> RecordFolder::auditHead() const
{
    const auto database = connection();
    LIKENESS_TRY(database);
    return lastHead(*database);
}

base::Result<model::AuditHead> RecordFolder::verifyAudit(base::Progress &progress) const
{
    // The head first: while somebody else writes, the chain may only be ahead of what was read.
    const auto stored = m_head.read();
    LIKENESS_TRY(stored);
    const auto database = connection();
    LIKENESS_TRY(database);
    return verifyChain(*database, *stored, progress);
}

base::Result<Vault::Stored> RecordFolder::storeInVault(QFile &source, base::Progress &progress) const
{
    LIKENESS_TRY(requireWritable());
    return m_vault->store(source, progress);
}

base::Result<bool> RecordFolder::isRecorded(const QString &sha256) const
{
    const auto database = connection();
    LIKENESS_TRY(database);
    const auto record = firstValue(
        *database, QStringLiteral("SELECT count(*) FROM %1 WHERE sha256 = ?").arg(m_kind.vaultTable),
        {sha256});
    LIKENESS_TRY(record);
    if (record->toInt() > 0)
        return true;
    // A record that somebody took out of the table still stands in the chain: its bytes are not removed.
    const auto mention = firstValue(*database,
                                    QStringLiteral("SELECT count(*) FROM audit_entry WHERE act = ? "
                                                   "AND instr(details, ?) > 0"),
                                    {m_kind.vaultVerb, sha256});
    LIKENESS_TRY(mention);
    return mention->toInt() > 0;
}

base::Outcome RecordFolder::discardFromVault(const QString &sha256) const
{
    LIKENESS_TRY(requireWritable());
    const std::lock_guard turn(m_writing);
    const auto recorded = isRecorded(sha256);
    LIKENESS_TRY(recorded);
    if (*recorded)
        return base::fail(ErrorCode::AlreadyExists, sha256);
    return base::isSha256(sha256) ? m_vault->remove(sha256) : base::Outcome();
}

} // namespace likeness::store
