// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/gallery.h"

#include <QSqlDatabase>

#include <functional>
#include <optional>

namespace likeness::store
{

/// Rows of a gallery that are sealed: the entry of the act that writes them names each by its seal in details
/// "records", as with the signed records of a case. Form: engine/audit/FORMAT.md. Errors as of database.h.

/// The number of an engine version's row, made when missing.
base::Result<qint64> engineVersionNumber(const QSqlDatabase &database, const model::EngineVersion &version);

/// Each gives the row's seal.
base::Result<QString> insertSealed(const QSqlDatabase &database, const model::JudgedFile &file);
base::Result<QString> insertSealed(const QSqlDatabase &database, const model::CohortDraw &draw);
base::Result<QString> insertServing(const QSqlDatabase &database, const model::EngineVersion &version,
                                    const QDateTime &since);

QString sealOfServing(const model::EngineVersion &version, const QDateTime &since);

/// What became of these bytes in an enrolment, over all its runs; the last word on them. With a file, under
/// that path only.
base::Result<std::optional<model::JudgedFile>> judgedBefore(const QSqlDatabase &database,
                                                            const model::OperationId &enrolment,
                                                            const QString &sha256,
                                                            const std::optional<QString> &file);

/// The last version that was served; in galleries from before there was a record of it, the one that the last
/// template is of. Nothing for a gallery without both.
base::Result<std::optional<model::EngineVersion>> servingVersion(const QSqlDatabase &database);

/// The last draw; nothing in a gallery that is too small for one, or of an older schema.
base::Result<std::optional<model::CohortDraw>> lastCohort(const QSqlDatabase &database);

/// All sealed rows as they stand in a gallery of that schema version: a name for people, and the seal.
base::Outcome forEachSealedRow(const QSqlDatabase &database, int version,
                               const std::function<void(const QString &name, const QString &seal)> &visit);

} // namespace likeness::store
