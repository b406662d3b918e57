// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/store/schema.h"

#include <QSqlDatabase>

namespace likeness::store
{

/// Whose database this is and how old. DatabaseForeign (another or no application_id), DatabaseNewer,
/// DatabaseCorrupt (not SQLite, or SQLite's quick_check finds damage). Returns the version, at least 1.
base::Result<int> identify(const QSqlDatabase &database, const Schema &schema);

/// Step `version` - 1 to `version`; inside the caller's transaction.
base::Outcome applyStep(const QSqlDatabase &database, const Schema &schema, int version);

/// A synced copy of the database as it is now, in the new file `path`.
base::Outcome backUp(const QSqlDatabase &database, const QString &path);

/// Every CREATE statement of a database, by type and name: one text to compare.
base::Result<QString> schemaText(const QSqlDatabase &database);
/// The same of a new database of this schema and version.
base::Result<QString> expectedSchemaText(const Schema &schema, int version);
/// DatabaseCorrupt when tables, indexes or triggers are not those of that version (a dropped trigger, say).
base::Outcome checkSchema(const QSqlDatabase &database, const Schema &schema, int version);

} // namespace likeness::store
