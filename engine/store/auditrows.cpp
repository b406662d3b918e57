// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/auditrows.h"

#include "engine/audit/chain.h"
#include "engine/audit/verbs.h"
#include "engine/base/canonicaljson.h"
#include "engine/base/clock.h"
#include "engine/store/database.h"

#include <QJsonDocument>

#include <limits>

namespace likeness::store
{

using base::ErrorCode;

base::Outcome insertEntry(const QSqlDatabase &database, const model::AuditEntry &entry)
{
    const QByteArray details = base::canonicalJson(entry.act.details);
    if (base::canonicalJson(QJsonDocument::fromJson(details).object()) != details)
        return base::fail(ErrorCode::InvalidArgument, entry.act.verb,
                          QStringLiteral("the details cannot be written as JSON"));
    return run(database,
               QStringLiteral("INSERT INTO audit_entry (number, time, actor, host, act, subject, details, "
                              "previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
               {entry.number, base::timeText(entry.time), entry.actor, entry.host, entry.act.verb,
                entry.act.subject, QString::fromUtf8(details), entry.previousHash, entry.hash})
        .map([](const QSqlQuery &) {});
}

base::Outcome forEachEntry(const QSqlDatabase &database, qint64 fromNumber, qint64 atMost,
                           const std::function<base::Outcome(const model::AuditEntry &)> &visit)
{
    return forEachRow(
        database,
        QStringLiteral("SELECT number, time, actor, host, act, subject, details, previous, hash "
                       "FROM audit_entry WHERE number >= ? ORDER BY number LIMIT ?"),
        {fromNumber, atMost}, [&](const QSqlQuery &row) -> base::Outcome {
            model::AuditEntry entry;
            entry.number = row.value(0).toLongLong();
            entry.time = base::timeFromText(row.value(1).toString());
            entry.actor = row.value(2).toString();
            entry.host = row.value(3).toString();
            const QByteArray details = row.value(6).toString().toUtf8();
            entry.act = {row.value(4).toString(), row.value(5).toString(),
                         QJsonDocument::fromJson(details).object()};
            entry.previousHash = row.value(7).toString();
            entry.hash = row.value(8).toString();
            // The hash is over values, the row holds text: another text for the same value was not ours.
            if (!entry.time.isValid() || base::canonicalJson(entry.act.details) != details)
                return base::fail(
                    ErrorCode::AuditBroken, QString::number(entry.number),
                    QStringLiteral("the entry is not in the form in which entries are written"));
            return visit(entry);
        });
}

base::Result<std::vector<model::AuditEntry>> entries(const QSqlDatabase &database, qint64 fromNumber,
                                                     qint64 atMost)
{
    std::vector<model::AuditEntry> found;
    LIKENESS_TRY(
        forEachEntry(database, fromNumber, atMost, [&](const model::AuditEntry &entry) -> base::Outcome {
            found.push_back(entry);
            return {};
        }));
    return found;
}

base::Result<model::AuditHead> lastHead(const QSqlDatabase &database)
{
    model::AuditHead head{0, audit::emptyHash()};
    LIKENESS_TRY(forEachRow(
        database, QStringLiteral("SELECT number, hash FROM audit_entry ORDER BY number DESC LIMIT 1"), {},
        [&](const QSqlQuery &row) -> base::Outcome {
            head = {row.value(0).toLongLong(), row.value(1).toString()};
            return {};
        }));
    return head;
}

base::Result<audit::HeadRelation> relationOf(const QSqlDatabase &database, const model::AuditHead &known)
{
    const auto last = lastHead(database);
    LIKENESS_TRY(last);
    const auto there =
        firstValue(database, QStringLiteral("SELECT hash FROM audit_entry WHERE number = ?"), {known.count});
    LIKENESS_TRY(there);
    return audit::relationTo(known, *last, there->toString());
}

base::Outcome checkClock(const QSqlDatabase &database, const QDateTime &now)
{
    const auto last =
        firstValue(database, QStringLiteral("SELECT time FROM audit_entry ORDER BY number DESC LIMIT 1"));
    LIKENESS_TRY(last);
    const QDateTime entered = base::timeFromText(last->toString());
    if (!entered.isValid() || now.msecsTo(entered) <= audit::verbs::clockToleranceMs)
        return {};
    return base::fail(ErrorCode::ClockChanged, QStringLiteral("clock"),
                      QStringLiteral("the clock says %1, and the last entry is of %2")
                          .arg(base::timeText(now), base::timeText(entered)));
}

base::Outcome checkHead(const QSqlDatabase &database, const model::AuditHead &stored)
{
    const auto last = lastHead(database);
    LIKENESS_TRY(last);
    const auto count = firstValue(database, QStringLiteral("SELECT count(*) FROM audit_entry"));
    LIKENESS_TRY(count);
    if (count->toLongLong() < stored.count || last->count < stored.count)
        return base::fail(ErrorCode::AuditBroken, QString::number(last->count + 1),
                          QStringLiteral("the head file knows of entries that are missing"));
    if (stored.count == 0)
        return {};
    const auto hash =
        firstValue(database, QStringLiteral("SELECT hash FROM audit_entry WHERE number = ?"), {stored.count});
    LIKENESS_TRY(hash);
    if (hash->toString() != stored.hash)
        return base::fail(ErrorCode::AuditBroken, QString::number(stored.count),
                          QStringLiteral("the entry has another hash than the head file says"));
    return {};
}

base::Result<model::AuditHead> verifyChain(const QSqlDatabase &database, const model::AuditHead &stored,
                                           base::Progress &progress)
{
    const auto moment = Transaction::beginReading(database);
    if (!moment)
        return tl::unexpected(moment.error());
    const auto last = lastHead(database);
    LIKENESS_TRY(last);
    audit::ChainVerifier chain(stored.count);
    LIKENESS_TRY(forEachEntry(database, std::numeric_limits<qint64>::min(),
                              std::numeric_limits<qint64>::max(),
                              [&](const model::AuditEntry &entry) -> base::Outcome {
                                  if (entry.number % 1000 == 0) {
                                      if (progress.isCancelled())
                                          return base::fail(ErrorCode::Cancelled, QStringLiteral("audit"));
                                      progress.report(entry.number, last->count);
                                  }
                                  return chain.add(entry);
                              }));
    LIKENESS_TRY(audit::compareHead(chain, stored));
    progress.report(last->count, last->count);
    return chain.head();
}

} // namespace likeness::store
