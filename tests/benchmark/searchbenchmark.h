// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QTextStream>

#include <vector>

namespace likeness::benchmark
{

/// One probe against galleries of `sizes` portraits on one core, beside a plain loop over floats, Debian's
/// faiss flat index (when it is installed) and the time that reading the floats from memory takes. One object
/// for each size: {"portraits","ms","ratio_vs_faiss","ratio_vs_loop","ratio_to_floor"}, and up to
/// 300,000 "normalised_ratio": the time of a search by normalised distance to that of one by distance.
QJsonArray searchBenchmark(const std::vector<qint64> &sizes, QTextStream &table);

} // namespace likeness::benchmark
