// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QTextStream>

namespace likeness::benchmark
{

/// What each part of comparing faces brings on the shared faces, against plain dlib in the same run: more views of a
/// face, normalisation, the projection. What is fitted is fitted on one half of the persons and measured on the other,
/// both ways, with the probes of both halves taken together. Writes the projection that is fitted on all of them to
/// `projectionFile` when it is not empty: the file that ships. Takes some minutes.
/// {"persons","variants":[{"name","rank1_error","fnir_at_fpir":{...},"ratio":{...}}]}; null without the shared faces.
QJsonObject accuracyBenchmark(const QString &projectionFile, QTextStream &table);

} // namespace likeness::benchmark
