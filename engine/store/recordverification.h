// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/verification.h"

#include <QMultiHash>
#include <QSet>
#include <QSqlDatabase>

namespace likeness::store
{

/// What the entries of a chain say of records, gathered while reading it.
struct EnteredRecords {
    QMultiHash<QString, qint64> seals;    ///< of signed records, with the number of their entry
    QHash<QString, QJsonObject> searches; ///< details of search-made, by the search's id
    QHash<QString, QString> indexes;         ///< SHA-256 of a recording's index, by the evidence's id
    QHash<QString, QJsonObject> derivations; ///< details of derivation-made, by the derivation's id
    QSet<QString> reports;                ///< SHA-256 of the JSON of exported reports
};

/// Signed records against the chain, their signatures and the agency's keys.
base::Outcome checkSignedRecords(const QSqlDatabase &database, const EnteredRecords &entered, bool isTraining,
                                 const Against &against, Verification &found);

/// The sealed rows of a gallery (galleryrecords.h) against the chain.
base::Outcome checkSealedRows(const QSqlDatabase &database, const EnteredRecords &entered, int version,
                              Verification &found);

/// Each search and its candidate list against the entry search-made, which names the probe, the limit and the
/// SHA-256 of every candidate's portrait by rank. From version 5 of the schema on also the other frames that
/// were searched with it, and in how many of their lists each candidate stands.
base::Outcome checkSearches(const QSqlDatabase &database, const EnteredRecords &entered, int version,
                            Verification &found);

/// The index of each recording against the entry evidence-added: by it a frame has its number.
base::Outcome checkIndexes(const QSqlDatabase &database, const EnteredRecords &entered, Verification &found);

/// Each derivation against the entry derivation-made: evidence, frame, edits, size and hash of the result.
base::Outcome checkDerivations(const QSqlDatabase &database, const EnteredRecords &entered,
                               Verification &found);

/// A report's JSON against the case: was it exported from here, and does it speak of this case, its evidence
/// and its chain?
base::Outcome checkReport(const QSqlDatabase &database, const EnteredRecords &entered,
                          const QByteArray &report, Verification &found);

} // namespace likeness::store
