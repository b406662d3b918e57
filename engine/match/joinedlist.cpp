// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/joinedlist.h"

#include <QHash>

#include <algorithm>

namespace likeness::match
{

std::vector<model::Candidate> joinedList(const std::vector<std::vector<model::Candidate>> &lists, int limit)
{
    const auto isNearer = [](const model::Candidate &a, const model::Candidate &b) {
        return a.score() != b.score() ? a.score() < b.score() : a.portrait.value() < b.portrait.value();
    };
    QHash<QString, model::Candidate> persons;
    for (const auto &list : lists) {
        for (const model::Candidate &candidate : list) {
            const auto known = persons.find(candidate.person.value());
            if (known == persons.end()) {
                persons.insert(candidate.person.value(), candidate)->framesPresent = 1;
                continue;
            }
            const int present = known->framesPresent + 1;
            if (isNearer(candidate, *known))
                *known = candidate;
            known->framesPresent = present;
        }
    }
    std::vector<model::Candidate> joined(persons.cbegin(), persons.cend());
    std::sort(joined.begin(), joined.end(), isNearer);
    joined.resize(std::min(joined.size(), size_t(std::max(0, limit))));
    for (size_t i = 0; i < joined.size(); ++i)
        joined[i].rank = int(i) + 1;
    return joined;
}

} // namespace likeness::match
