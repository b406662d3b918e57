// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/policy/profile.h"

#include <QDateTime>

namespace likeness::casework
{

/// attempts.json in the agency's folder:
/// {"format":"likeness-attempts-1","accounts":[{"name","wrong","last"}]}. An attempt counts as wrong from
/// before the password is looked at until it proves right, so that a process that is killed in between has
/// not tried for nothing. Under the folder's lock, written aside and renamed. Names that are no accounts are
/// counted like the others, so that the two cannot be told apart. Errors: FileUnreadable, FileDamaged,
/// DatabaseLocked, DiskFull, WriteFailed; then nobody may be let in.
namespace attempts
{

/// AccountLocked, with the time it opens again, or the attempt is counted.
base::Outcome count(const QString &folder, const QString &name, const policy::Profile &profile,
                    const QDateTime &now);
/// It was the right one.
base::Outcome forget(const QString &folder, const QString &name);

} // namespace attempts

} // namespace likeness::casework
