// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/cohort.h"

#include "engine/base/digest.h"
#include "engine/match/gallerysearch.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace likeness::match
{

Cohort::Cohort(std::vector<Member> members) : m_members(std::move(members))
{
    if (m_members.size() < smallest)
        m_members.clear();
}

std::vector<Cohort::Neighbour> Cohort::neighbours(const model::Template &values, const QString &person,
                                                  size_t count) const
{
    std::vector<Neighbour> all;
    all.reserve(m_members.size());
    for (size_t i = 0; i < m_members.size(); ++i)
        if (person.isEmpty() || m_members[i].person != person)
            all.push_back({distance(values, m_members[i].values), i});
    const auto end = all.begin() + qsizetype(std::min(count, all.size()));
    std::partial_sort(all.begin(), end, all.end(), [](const Neighbour &a, const Neighbour &b) {
        return a.distance != b.distance ? a.distance < b.distance : a.member < b.member;
    });
    all.erase(end, all.end());
    return all;
}

float Cohort::scale(const model::Template &values, const QString &person) const
{
    return scaleOf(neighbours(values, person, nearest));
}

float scaleOf(const std::vector<Cohort::Neighbour> &neighbours)
{
    const size_t count = std::min(neighbours.size(), Cohort::nearest);
    double sum = 0;
    for (size_t i = 0; i < count; ++i)
        sum += neighbours[i].distance;
    const float scale = count == 0 ? 1.0F : float(std::sqrt(sum / double(count)));
    // Of portraits that are all one picture, or of values that are no numbers, nothing can be said.
    return std::isfinite(scale) && scale > 1e-3F ? scale : 1.0F;
}

std::vector<size_t> drawnPersons(const std::vector<QString> &persons, const QString &seed)
{
    std::vector<size_t> places(persons.size());
    std::iota(places.begin(), places.end(), size_t(0));
    if (places.size() <= Cohort::largest)
        return places;
    std::vector<QString> lots;
    for (const QString &person : persons)
        lots.push_back(base::sha256((seed + u'\n' + person).toUtf8()));
    const auto end = places.begin() + qsizetype(Cohort::largest);
    std::nth_element(places.begin(), end, places.end(), [&](size_t a, size_t b) {
        return lots[a] != lots[b] ? lots[a] < lots[b] : a < b;
    });
    places.erase(end, places.end());
    std::sort(places.begin(), places.end());
    return places;
}

} // namespace likeness::match
