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

/// FPIR and FNIR, or FMR and FNMR, for falling thresholds, at most `points` of them, in even steps of the logarithm of the
/// first; without intervals. Empty when there are no probes, or pairs, of one kind.
std::vector<CurvePoint> detCurve(const IdentificationScores &scores, int points = 200);
std::vector<CurvePoint> detCurve(const std::vector<FacePair> &pairs, const std::vector<double> &scores,
                                 int points = 40);

/// With the bootstrap's intervals, whose samples are those of every other figure: detCurve, and the share of mated probes
/// at rank 1 to `ranks`.
std::vector<CurvePoint> bandedDet(const EvaluatedFaces &faces, const IdentificationScores &scores, int points = 40);
std::vector<CurvePoint> bandedRanks(const EvaluatedFaces &faces, const IdentificationScores &scores, int ranks = 50);

} // namespace likeness::match
