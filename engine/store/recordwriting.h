// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/casefile.h"

#include <QSqlDatabase>
#include <QVariant>

namespace likeness::store
{

/// What the writers of cases and galleries share. All run inside a commit's transaction.

/// `columns` is a comma-separated list, as long as `values`.
base::Outcome insertRow(const QSqlDatabase &database, const char *table, const char *columns,
                        const QVariantList &values);
/// A statement that has to change exactly one row; NotFound (with `id`) when it changes none.
base::Outcome changeOne(const QSqlDatabase &database, const QString &sql, const QVariantList &values,
                        const QString &id);

base::Outcome beginOperation(const QSqlDatabase &database, const model::Operation &operation);
/// NotFound when there is no such operation, or it is finished.
base::Outcome finishOperation(const QSqlDatabase &database, const model::OperationId &operation,
                              const QString &outcome, const QDateTime &time);

} // namespace likeness::store
