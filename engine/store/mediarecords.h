// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/casefile.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <optional>
#include <vector>

namespace likeness::store
{

/// What a case keeps of recordings and of pictures made of others: derivations, indexes, scans and their
/// tracks. Errors as of database.h's run(); DatabaseCorrupt for a row that does not read back.

QVariant frameValue(const std::optional<qint64> &frame);
std::optional<qint64> frameAt(const QSqlQuery &row, int column);
QVariant derivationValue(const std::optional<model::DerivationId> &derivation);
std::optional<model::DerivationId> derivationAt(const QSqlQuery &row, int column);
QVariant idsValue(const std::vector<model::ProbeId> &probes);
std::vector<model::ProbeId> probesAt(const QSqlQuery &row, int column);

base::Outcome insertDerivation(const QSqlDatabase &database, const model::Derivation &derivation);
base::Result<std::vector<model::Derivation>> readDerivations(const QSqlDatabase &database);
base::Result<model::Derivation> readDerivation(const QSqlDatabase &database, const model::DerivationId &id);

base::Result<std::optional<QByteArray>> readVideoIndex(const QSqlDatabase &database,
                                                       const model::EvidenceId &evidence);

base::Outcome insertScan(const QSqlDatabase &database, const model::Scan &scan);
base::Outcome updateScan(const QSqlDatabase &database, const model::Scan &scan,
                         const QByteArray &checkpoint);
base::Result<QByteArray> readScanCheckpoint(const QSqlDatabase &database, const model::ScanId &scan);
base::Result<std::vector<model::Scan>> readScans(const QSqlDatabase &database);
base::Outcome replaceTracks(const QSqlDatabase &database, const model::ScanId &scan,
                            const std::vector<model::FaceTrack> &tracks);
base::Outcome markChosen(const QSqlDatabase &database, const model::ScanId &scan, int number);
/// By number; empty for a scan that has none.
base::Result<std::vector<model::ScannedTrack>> readTracks(const QSqlDatabase &database,
                                                          const model::ScanId &scan);

/// Of all scans, in their order.
base::Result<std::vector<model::ScannedTrack>> readChosenTracks(const QSqlDatabase &database);

} // namespace likeness::store
