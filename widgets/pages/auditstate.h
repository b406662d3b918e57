// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/audit.h"

#include <optional>

namespace likeness::pages
{

/// What is known of a chain: nothing until it was checked, and nothing again once it grew.
struct AuditState {
    enum class Chain { NotChecked, Checking, Holds, Grown, Broken, Failed };

    qint64 length = 0; ///< entries in the list
    bool isChecking = false;
    std::optional<base::Result<model::AuditHead>> checked;
    std::optional<model::AuditEntry> signedHead; ///< the newest entry head-signed
    qint64 unsignedEntries() const;              ///< since then; the whole length without one
    /// With accounts: not in a role that reads the record.
    bool isRefused = false;
    bool isFinding = false; ///< a filter is being applied
    bool isCutOff = false;  ///< more entries were found than are listed

    Chain chain() const;
};

} // namespace likeness::pages
