// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <QFile>

namespace likeness::base
{

/// Opens a file of a stranger for reading: a regular file, no link at its end; waits for no FIFO or device.
/// FileUnreadable, with `path` as its subject. Thread-safe.
Outcome openRegularFile(QFile &file, const QString &path);

/// Whether some process holds the open file for writing now. False where the kernel does not say: for a file of
/// another user, and on most network file systems.
bool isHeldForWriting(const QFile &file);

} // namespace likeness::base
