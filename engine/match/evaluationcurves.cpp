// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/evaluationcurves.h"

#include "engine/match/ratedscores.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace likeness::match
{

namespace
{

/// What `valuesOf` gives for the whole and for the bootstrap's samples, at each x.
template <class ValuesOf>
std::vector<CurvePoint> banded(const EvaluatedFaces &faces, const std::vector<double> &xs, const ValuesOf &valuesOf)
{
    const auto figures = bootstrapped(faces.personCount(), valuesOf);
    std::vector<CurvePoint> curve;
    for (size_t i = 0; i < xs.size(); ++i)
        curve.push_back({xs[i], figures[i]});
    return curve;
}

/// Of what should be near and what should not.
std::vector<CurvePoint> detCurve(std::vector<double> mated, std::vector<double> nonMated, int points)
{
    std::vector<CurvePoint> curve;
    if (mated.empty() || nonMated.empty())
        return curve;
    std::sort(mated.begin(), mated.end());
    std::sort(nonMated.begin(), nonMated.end());
    // From one of them to all.
    const double count = double(nonMated.size());
    for (int point = 0; point < points; ++point) {
        const double under = std::floor(std::pow(count, double(point) / (points - 1)));
        const double threshold =
            under >= count ? std::numeric_limits<double>::infinity() : nonMated[size_t(under)];
        const auto found = std::lower_bound(mated.begin(), mated.end(), threshold) - mated.begin();
        const double missed = 1 - double(found) / double(mated.size());
        if (curve.empty() || curve.back().x != under / count)
            curve.push_back({under / count, {missed, missed, missed}});
    }
    return curve;
}

} // namespace

std::vector<CurvePoint> detCurve(const IdentificationScores &scores, int points)
{
    std::vector<double> mated, nonMated;
    for (const auto &probe : scores.mated)
        mated.push_back(probe.score);
    for (const auto &probe : scores.nonMated)
        nonMated.push_back(probe.best);
    return detCurve(std::move(mated), std::move(nonMated), points);
}

std::vector<CurvePoint> detCurve(const std::vector<FacePair> &pairs, const std::vector<double> &scores, int points)
{
    std::vector<double> same, others;
    for (size_t i = 0; i < pairs.size(); ++i)
        (pairs[i].isSame ? same : others).push_back(scores[i]);
    return detCurve(std::move(same), std::move(others), points);
}

std::vector<CurvePoint> bandedDet(const EvaluatedFaces &faces, const IdentificationScores &scores, int points)
{
    const auto line = detCurve(scores, points);
    const RatedScores rated(faces.personNumbers(), scores);
    // Half a probe further: the share of the probes under a threshold is that of this point, whatever is rounded.
    const double half = 0.5 / double(std::max<size_t>(1, scores.nonMated.size()));
    std::vector<double> xs;
    for (const auto &point : line)
        xs.push_back(point.x);
    return banded(faces, xs, [&](const Weights &weights) {
        std::vector<double> values;
        for (const double x : xs)
            values.push_back(rated.fnir(x + half, weights));
        return values;
    });
}

std::vector<CurvePoint> bandedRanks(const EvaluatedFaces &faces, const IdentificationScores &scores, int ranks)
{
    const RatedScores rated(faces.personNumbers(), scores);
    std::vector<double> xs;
    for (int rank = 1; rank <= ranks && !scores.mated.empty(); ++rank)
        xs.push_back(rank);
    return banded(faces, xs, [&](const Weights &weights) {
        std::vector<double> values;
        for (const double x : xs)
            values.push_back(rated.rank(int(x), weights));
        return values;
    });
}

} // namespace likeness::match
