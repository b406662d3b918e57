// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <QList>
#include <QString>

#include <optional>

namespace likeness::tests {

/// One file that a careless or hostile person could hand us.
struct BrokenFile
{
    QString name; ///< what is wrong with it, as the row name of a test: "truncated jpeg, half"
    QString path;
    /// What the still decoder must answer; nothing when it is a sound (if odd) picture without a face.
    std::optional<base::ErrorCode> error;
    /// The row holds only for a process that is not root (permission).
    bool needsOrdinaryUser = false;
};

/// Makes the table in `folder`, which must exist and be empty. Every row has a file name of its own; no row
/// shows a face. To delete the folder afterwards is the caller's (QTemporaryDir does).
QList<BrokenFile> makeBrokenFiles(const QString &folder);

} // namespace likeness::tests
