// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/ratedscores.h"

#include <algorithm>
#include <limits>

namespace likeness::match
{

namespace
{

template <class Entries, class Counts>
double share(const Entries &entries, const Weights &weights, const Counts &counts)
{
    double total = 0, counted = 0;
    for (const auto &entry : entries) {
        total += weights[entry.person];
        if (counts(entry))
            counted += weights[entry.person];
    }
    return counted / total;
}

} // namespace

RatedScores::RatedScores(const std::vector<size_t> &personOf, const IdentificationScores &scores,
                         const std::vector<bool> *only)
{
    const auto isIn = [&](size_t face) { return !only || (*only)[personOf[face]]; };
    for (const auto &probe : scores.mated)
        if (isIn(probe.face))
            m_mated.push_back({personOf[probe.face], probe.score, probe.rank});
    for (const auto &probe : scores.nonMated)
        if (isIn(probe.face))
            m_nonMated.push_back({personOf[probe.face], probe.best, 0});
    std::sort(m_nonMated.begin(), m_nonMated.end(), [](const Entry &a, const Entry &b) { return a.score < b.score; });
}

double RatedScores::threshold(double fpir, const Weights &weights) const
{
    double total = 0;
    for (const Entry &entry : m_nonMated)
        total += weights[entry.person];
    double under = 0;
    for (const Entry &entry : m_nonMated) {
        under += weights[entry.person];
        if (under > fpir * total)
            return entry.score;
    }
    return std::numeric_limits<double>::infinity();
}

double RatedScores::rank(int limit, const Weights &weights) const
{
    return share(m_mated, weights, [&](const Entry &entry) { return entry.rank <= limit; });
}

double RatedScores::fnirAt(double threshold, const Weights &weights) const
{
    return share(m_mated, weights, [&](const Entry &entry) { return entry.score >= threshold; });
}

double RatedScores::fpirAt(double threshold, const Weights &weights) const
{
    return share(m_nonMated, weights, [&](const Entry &entry) { return entry.score < threshold; });
}

} // namespace likeness::match
