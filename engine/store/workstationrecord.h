// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/workstationstore.h"

#include <QSqlDatabase>

namespace likeness::store
{

/// What the chain of a workstation remembers, from its entries case-head-seen and gallery-head-seen.
base::Result<std::vector<WorkstationStore::Remembered>> rememberedIn(const QSqlDatabase &database,
                                                                     WorkstationStore::Kind kind);

/// The heads of one of them: by its id; of entries without one, by folder and title.
std::vector<model::AuditHead> headsOf(const std::vector<WorkstationStore::Remembered> &remembered,
                                      const QString &id, const QString &folder, const QString &title);

} // namespace likeness::store
