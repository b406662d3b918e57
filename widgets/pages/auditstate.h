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

    Chain chain() const;
};

} // namespace likeness::pages
