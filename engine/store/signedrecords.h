// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/casefile.h"

#include <QSqlDatabase>

#include <functional>

namespace likeness::store
{

/// Records that are kept as the document that was signed: its canonical JSON, and beside it who signed, with
/// which key, and the signature (empty texts when it was not signed). Columns repeat only what other rows
/// refer to. Views and takings are kept the same way and never signed.
///
/// The entry of the act that writes them names each by its seal in details "records", so that a record can
/// be neither slipped in nor taken out nor lose its signature. Form: engine/audit/FORMAT.md.

/// SHA-256 of the canonical JSON {"document","signature"}.
QString sealOf(const QJsonObject &document, const model::Signature &signature);

/// Each gives the record's seal. Errors as of database.h's run().
base::Result<QString> insertRecord(const QSqlDatabase &database, const model::Analysis &record);
base::Result<QString> insertRecord(const QSqlDatabase &database, const model::Examination &record);
base::Result<QString> insertRecord(const QSqlDatabase &database, const model::VerificationRequest &record);
base::Result<QString> insertRecord(const QSqlDatabase &database, const model::VerificationTaken &record);
base::Result<QString> insertRecord(const QSqlDatabase &database, const model::VerificationResult &record);
base::Result<QString> insertRecord(const QSqlDatabase &database, const model::Adjudication &record);
base::Result<QString> insertRecord(const QSqlDatabase &database, const model::NullResult &record);
base::Result<QString> insertRecord(const QSqlDatabase &database, const model::Override &record);
base::Result<QString> insertRecord(const QSqlDatabase &database, const model::ListView &record);

/// Reads them all into `contents`. DatabaseCorrupt when a document does not give itself back, or says
/// something else than its row's columns.
base::Outcome readSignedRecords(const QSqlDatabase &database, model::CaseContents &contents);

/// The same rows as they stand, for whoever checks them one by one. Older examinations without a document
/// are left out.
struct StoredRecord {
    QString table;
    QString document;
    model::Signature signature;
};
base::Outcome forEachSignedRecord(const QSqlDatabase &database,
                                  const std::function<void(const StoredRecord &)> &visit);

} // namespace likeness::store
