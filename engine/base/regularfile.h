// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <QFile>

namespace likeness::base
{

/// Opens a file of a stranger for reading: a regular file, no link at its end; waits for no FIFO or device.
/// FileUnreadable, with `path` as its subject. Thread-safe.
Outcome openRegularFile(QFile &file, const QString &path);

} // namespace likeness::base
