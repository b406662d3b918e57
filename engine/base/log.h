// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace likeness::base
{
// One category a room; QT_LOGGING_RULES="likeness.*=true" shows all. Never logs names, paths of evidence
// or templates above debug level.
Q_DECLARE_LOGGING_CATEGORY(logDecode)
Q_DECLARE_LOGGING_CATEGORY(logFace)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logCasework)
Q_DECLARE_LOGGING_CATEGORY(logWindow)
} // namespace likeness::base
