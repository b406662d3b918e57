// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/match/evaluation.h"

namespace likeness::match
{

/// A point of a curve, and its 95% interval over persons. Without one, low and high are the value.
struct CurvePoint {
    double x = 0;
    Figure y;
};

/// detCurve and rankCurve (evaluation.h) with the bootstrap's intervals; at most `points`, or `ranks`, of them. The
/// samples are those of every other figure.
std::vector<CurvePoint> bandedDet(const EvaluatedFaces &faces, const IdentificationScores &scores, int points = 40);
std::vector<CurvePoint> bandedRanks(const EvaluatedFaces &faces, const IdentificationScores &scores, int ranks = 50);

/// FMR and FNMR for falling thresholds, at most `points` of them, in even steps of the logarithm of FMR; without
/// intervals. Empty when there is no pair of one kind.
std::vector<CurvePoint> detCurve(const std::vector<FacePair> &pairs, const std::vector<double> &scores,
                                 int points = 40);

} // namespace likeness::match
