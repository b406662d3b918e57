// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// How much faster than they play recordings are scanned for faces from 80 px, on all cores: the shared clips,
/// where they are, and two seconds of 1920x1080 in which a sample photograph passes by. Only face::FaceTracker is
/// timed, not ffmpeg, which decodes. {"clips":[{"name","width","height","frames_per_second","frames","tracks",
/// "seconds","cpu_seconds","times_real_time"}]}. `quick` takes the generated clip in 640x360.
QJsonObject videoBenchmark(bool quick, QTextStream &table);

} // namespace likeness::benchmark
