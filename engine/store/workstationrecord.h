// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/workstationstore.h"

#include <QSqlDatabase>

namespace likeness::store
{

/// What the chain of a workstation remembers, from its entries case-head-seen and gallery-head-seen.
base::Result<std::vector<WorkstationStore::Remembered>> rememberedIn(const QSqlDatabase &database,
                                                                     WorkstationStore::Kind kind);

} // namespace likeness::store
