// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QTextStream>

namespace likeness::benchmark
{

/// Enrols at most `atMost` pictures of a folder into a new gallery, as likeness-cli does, on all cores:
/// {"per_second","peak_mib"} and what the stages take.
QJsonObject enrolBenchmark(const QString &facesDirectory, int atMost, QTextStream &table);

} // namespace likeness::benchmark
