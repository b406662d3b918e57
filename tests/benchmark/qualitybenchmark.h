// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QTextStream>

namespace likeness::benchmark
{

/// How much of rank 1 is lost when a probe gets worse, and what engine/face/quality.h measures meanwhile:
/// what its thresholds are read from. Each person's first picture of the shared faces is in the gallery;
/// `probes` second pictures are scaled to 60 pixels between the eyes and made worse in each way of
/// degradations.h, found again (where the finder no longer sees them, aligned by the eyes, as a person
/// would), described as shipped and compared by normalised distance. Poses are not made: all pictures that
/// are no first ones are sorted by theirs.
///
/// For each step: the median of the measure, rank 1 with its 95% interval, and the loss, one minus rank 1
/// over that of the same probes undegraded. For each component: the values at which 5% and 30% are lost,
/// between the steps of a series linearly; where more than 3 (for the second 0.3) of 100 undegraded probes
/// are beyond, the value which those are beyond. Takes some minutes.
///
/// With a `patternsFile` only the means of engine/face/facepatterns.cpp are made and written there.
/// {"gallery","probes","series":[{"name","component","steps":[...],"limited","unsuitable"}],"poses":[...]};
/// null without the shared faces.
QJsonObject qualityBenchmark(int probes, const QString &patternsFile, QTextStream &table);

} // namespace likeness::benchmark
