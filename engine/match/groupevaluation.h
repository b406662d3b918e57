// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/match/evaluation.h"

namespace likeness::match
{

/// What one threshold does to the probes of a group. FNIR and FPIR are taken at the thresholds that give the FPIRs
/// of IdentificationFigures::rates over all persons: where a group's own FPIR is higher than that, its people are
/// listed more often than others without being in the gallery (NISTIR 8280, Grother, Ngan and Hanaoka, 2019, reports
/// groups this way, at one threshold for all).
struct GroupShares {
    std::array<Figure, 4> rank, fnir, fpir; ///< not a number where the group has no such probe
};
struct GroupFigures {
    QString name;
    qint64 persons = 0;
    qint64 mated = 0;    ///< probes
    qint64 nonMated = 0;
    GroupShares ours, plain;
};

/// By name. `groupOf` names the group of each person, by the number that EvaluatedFaces::personNumbers gives; who has
/// an empty name is in no group, and counts in the thresholds. In each sample of the bootstrap the thresholds are
/// those of that sample.
std::vector<GroupFigures> groupFigures(const EvaluatedFaces &faces, const std::vector<QString> &groupOf,
                                       const IdentificationScores &ours, const IdentificationScores &plain);

} // namespace likeness::match
