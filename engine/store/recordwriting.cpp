// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/recordwriting.h"

#include "engine/store/database.h"
#include "engine/store/values.h"

namespace likeness::store
{

base::Outcome insertRow(const QSqlDatabase &database, const char *table, const char *columns,
                        const QVariantList &values)
{
    const QString places = QStringList(values.size(), QStringLiteral("?")).join(QStringLiteral(", "));
    return run(database,
               QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
                   .arg(QString::fromLatin1(table), QString::fromLatin1(columns), places),
               values)
        .map([](const QSqlQuery &) {});
}

base::Outcome changeOne(const QSqlDatabase &database, const QString &sql, const QVariantList &values,
                        const QString &id)
{
    const auto query = run(database, sql, values);
    if (!query)
        return tl::unexpected(query.error());
    if (query->numRowsAffected() != 1)
        return base::fail(base::ErrorCode::NotFound, id);
    return {};
}

base::Outcome beginOperation(const QSqlDatabase &database, const model::Operation &operation)
{
    return insertRow(database, "operation", "id, kind, subject, started",
                     {operation.id.value(), operation.kind, operation.subject, timeValue(operation.started)});
}

base::Outcome finishOperation(const QSqlDatabase &database, const model::OperationId &operation,
                              const QString &outcome, const QDateTime &time)
{
    return changeOne(database,
                     QStringLiteral("UPDATE operation SET finished = ?, outcome = ? "
                                    "WHERE id = ? AND finished IS NULL"),
                     {timeValue(time), outcome, operation.value()}, operation.value());
}

} // namespace likeness::store
