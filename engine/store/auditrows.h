// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/audit/signedhead.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/model/audit.h"

#include <QSqlDatabase>

#include <functional>
#include <vector>

namespace likeness::store
{

/// The table audit_entry, the same in every database.

/// InvalidArgument when the entry's details would not read back as they were hashed (not a number, say).
base::Outcome insertEntry(const QSqlDatabase &database, const model::AuditEntry &entry);
/// In order of number. AuditBroken when a row is not in the form in which entries are written.
base::Outcome forEachEntry(const QSqlDatabase &database, qint64 fromNumber, qint64 atMost,
                           const std::function<base::Outcome(const model::AuditEntry &)> &visit);
base::Result<std::vector<model::AuditEntry>> entries(const QSqlDatabase &database, qint64 fromNumber,
                                                     qint64 atMost);
/// As the last row says; verifies nothing.
base::Result<model::AuditHead> lastHead(const QSqlDatabase &database);
/// How the rows stand to a head that is known from elsewhere; verifies nothing.
base::Result<audit::HeadRelation> relationOf(const QSqlDatabase &database, const model::AuditHead &known);
/// ClockChanged, with both times in the detail, when `now` stands too far before the last entry
/// (audit::verbs::isSigned).
base::Outcome checkClock(const QSqlDatabase &database, const QDateTime &now);
/// Compares the rows' hashes with a head file's, without verifying the chain. AuditBroken.
base::Outcome checkHead(const QSqlDatabase &database, const model::AuditHead &stored);
/// Every entry, and the head file, which must have been read before `database` was. Reports entries; looks
/// at cancel every 1,000. AuditBroken.
base::Result<model::AuditHead> verifyChain(const QSqlDatabase &database, const model::AuditHead &stored,
                                           base::Progress &progress);

} // namespace likeness::store
