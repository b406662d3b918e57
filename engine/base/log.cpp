// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/log.h"

namespace likeness::base
{
Q_LOGGING_CATEGORY(logDecode, "likeness.decode", QtInfoMsg)
Q_LOGGING_CATEGORY(logFace, "likeness.face", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "likeness.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logCasework, "likeness.casework", QtInfoMsg)
Q_LOGGING_CATEGORY(logWindow, "likeness.window", QtInfoMsg)
} // namespace likeness::base
