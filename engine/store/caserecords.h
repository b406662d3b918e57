// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/casestore.h"

#include <QSqlDatabase>

namespace likeness::store
{

/// The case's nouns as rows of case.sqlite: reading here, writing through the CaseWriter.

base::Outcome insertCase(const QSqlDatabase &database, const model::Case &file);
/// At one moment.
base::Result<model::CaseContents> readContents(const QSqlDatabase &database);
/// NotFound when there is none.
base::Result<model::Probe> readProbe(const QSqlDatabase &database, const model::ProbeId &id);
base::Result<model::Search> readSearch(const QSqlDatabase &database, const model::SearchId &id);
base::Result<model::EvidenceItem> readEvidence(const QSqlDatabase &database, const model::EvidenceId &id);
base::Result<std::optional<std::vector<model::FoundFace>>>
readFoundFaces(const QSqlDatabase &database, const model::EvidenceId &evidence, const QString &finderKey);
base::Result<std::vector<model::FoundFace>> readAllFoundFaces(const QSqlDatabase &database,
                                                              const model::EvidenceId &evidence);

} // namespace likeness::store
