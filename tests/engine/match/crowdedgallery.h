// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/match/cohort.h"
#include "tests/engine/match/randomgallery.h"

#include <QSet>

#include <algorithm>

namespace likeness::tests
{

using Rows = std::vector<model::EnrolledTemplate>;

inline Rows sorted(Rows rows)
{
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.portrait < b.portrait; });
    return rows;
}

/// Persons in a dense place and in a sparse one, so that scales differ much.
inline Rows crowd(int persons)
{
    Rows rows = randomGallery(persons, 2, 3);
    for (auto &row : rows)
        if (qHash(row.person.value(), 5) % 3 == 0)
            for (float &value : row.values)
                value *= 0.4F;
    return sorted(std::move(rows));
}

inline match::Cohort cohortOf(const Rows &rows, size_t persons)
{
    std::vector<match::Cohort::Member> members;
    QSet<QString> seen;
    for (const auto &row : rows)
        if (members.size() < persons && !seen.contains(row.person.value())) {
            seen.insert(row.person.value());
            members.push_back({row.person.value(), row.values});
        }
    return match::Cohort(std::move(members));
}

} // namespace likeness::tests
