// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QTextStream>

namespace likeness::benchmark
{

/// Finding faces on one core against dlib's own network and against the processor's peak, and how the time
/// grows with picture and smallest face: {"ratio_vs_dlib","fraction_of_peak","sizes":[...]}. The two figures
/// are those of 1920x1280 and faces from 40 px. `quick` takes one small picture. `peak` is peakFlops().
QJsonObject finderBenchmark(double peak, bool quick, QTextStream &table);

/// One chip to a template, the same way: {"ratio_vs_dlib","fraction_of_peak","batches":[...]}.
QJsonObject templateBenchmark(double peak, bool quick, QTextStream &table);

/// What both ways find on the six sample photographs and on `atMost` of the shared faces (with the border
/// that enrolment gives them), on all cores.
/// {"samples":{"pictures","boxes","only_reference","only_shipped","box_px",
/// "confidence","template"},"faces":{...}}; the last three are the largest deviations.
QJsonObject boxesBenchmark(int atMost, QTextStream &table);

/// Seconds from starting `likeness-cli faces` on a sample photograph to its end, model files and all, and
/// where they go: {"seconds","open_engine_seconds","hash_models_seconds"}.
QJsonObject startBenchmark(QTextStream &table);

/// How much faster than they play recordings are scanned for faces, all cores, decoding and all: the shared
/// clips, where they are, as they are and in three sizes with four smallest faces, and two seconds over which a
/// camera moves over a sample photograph. One object for each: {"clip","width","height","fps","smallest_face",
/// "times_real_time","tracks","frames","boxes","looks","ms_a_frame":{"all","decode_alone","find","follow",
/// "processor"}}. `quick` scans the photograph in 640x360.
QJsonArray videoBenchmark(bool quick, QTextStream &table);

} // namespace likeness::benchmark
