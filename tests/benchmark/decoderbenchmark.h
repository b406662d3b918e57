// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QTextStream>

namespace likeness::benchmark
{

/// What a decoder of its own costs each file, beside starting the decoder program anew for each, and how long
/// the next file waits after one that ended its decoder: {"per_file_ms","program_per_file_ms","ratio",
/// "after_crash_ms","after_starter_died_ms","photograph_ms"}. The first five are of a picture so small that
/// nothing else counts; the last is a photograph of 12 MP. After-times are the longest of the rounds.
QJsonObject decoderBenchmark(bool quick, QTextStream &table);

} // namespace likeness::benchmark
