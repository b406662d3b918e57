// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/selftest.h"

#include <QStringList>

namespace likeness::cli
{

/// Writes the curves of a self-test into a folder, which is made when it is not there: det.svg and, of an
/// identification, rank.svg. Gives their paths. An older file of the name is replaced only by a whole one. WriteFailed,
/// DiskFull. Needs a QGuiApplication.
base::Result<QStringList> writeCurves(const QString &folder, const model::SelfTest &test);

} // namespace likeness::cli
