// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/groupevaluation.h"

#include "engine/match/ratedscores.h"

#include <algorithm>
#include <map>

namespace likeness::match
{

namespace
{

/// The probes of one way of comparing: all of them, and those of each group.
struct Side {
    RatedScores all;
    std::vector<RatedScores> groups;
};

constexpr size_t perSide = 12; // ranks, FNIR, FPIR

void addShares(std::vector<double> &values, const RatedScores &group, const std::array<double, 4> &thresholds,
               const Weights &weights)
{
    for (const int rank : IdentificationFigures::ranks)
        values.push_back(group.rank(rank, weights));
    for (const double threshold : thresholds)
        values.push_back(group.fnirAt(threshold, weights));
    for (const double threshold : thresholds)
        values.push_back(group.fpirAt(threshold, weights));
}

GroupShares sharesAt(const std::vector<Figure> &figures, size_t place)
{
    GroupShares shares;
    for (size_t i = 0; i < 4; ++i) {
        shares.rank[i] = figures[place + i];
        shares.fnir[i] = figures[place + 4 + i];
        shares.fpir[i] = figures[place + 8 + i];
    }
    return shares;
}

} // namespace

std::vector<GroupFigures> groupFigures(const EvaluatedFaces &faces, const std::vector<QString> &groupOf,
                                       const IdentificationScores &ours, const IdentificationScores &plain)
{
    const std::vector<size_t> personOf = faces.personNumbers();
    std::map<QString, std::vector<bool>> members;
    for (size_t person = 0; person < groupOf.size(); ++person)
        if (!groupOf[person].isEmpty()) {
            auto &flags = members[groupOf[person]];
            flags.resize(groupOf.size(), false);
            flags[person] = true;
        }

    std::vector<GroupFigures> result;
    Side first{RatedScores(personOf, ours), {}}, second{RatedScores(personOf, plain), {}};
    for (const auto &[name, flags] : members) {
        first.groups.emplace_back(personOf, ours, &flags);
        second.groups.emplace_back(personOf, plain, &flags);
        GroupFigures group;
        group.name = name;
        group.persons = std::count(flags.begin(), flags.end(), true);
        group.mated = qint64(first.groups.back().mated());
        group.nonMated = qint64(first.groups.back().nonMated());
        result.push_back(std::move(group));
    }
    const auto statistics = [&](const Weights &weights) {
        std::vector<double> values;
        for (const Side *side : {&first, &second}) {
            std::array<double, 4> thresholds;
            for (size_t i = 0; i < 4; ++i)
                thresholds[i] = side->all.threshold(IdentificationFigures::rates[i], weights);
            for (const RatedScores &group : side->groups)
                addShares(values, group, thresholds, weights);
        }
        return values;
    };
    const auto figures = bootstrapped(groupOf.size(), statistics);
    for (size_t i = 0; i < result.size(); ++i) {
        result[i].ours = sharesAt(figures, i * perSide);
        result[i].plain = sharesAt(figures, (result.size() + i) * perSide);
    }
    return result;
}

} // namespace likeness::match
