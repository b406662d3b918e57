// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/casefile.h"

#include <QStringList>

#include <vector>

namespace likeness::store
{

enum class AccessWanted { Read, Write };

/// How a database came open. The other outcomes are errors: DatabaseNewer, DatabaseForeign,
/// DatabaseCorrupt, DatabaseFailed.
struct Opening {
    /// Upgraded and read-only: a temporary copy was upgraded, the folder is as old as before.
    enum class Outcome { Created, Current, Upgraded };
    Outcome outcome = Outcome::Current;
    bool readOnly = false;
    QString lockHolder;                        ///< "user on host", when somebody else holds it
    std::vector<model::Operation> interrupted; ///< cut off by a crash or power cut, found now
    QString backup;                            ///< path of the copy made before an upgrade
};

} // namespace likeness::store
