// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/cohort.h"

#include "engine/base/digest.h"
#include "engine/match/gallerysearch.h"
#include "engine/match/sieve.h"

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
                                                  size_t count, const QString &further) const
{
    const auto isLeftOut = [&](const QString &member) {
        return (!person.isEmpty() && member == person) || (!further.isEmpty() && member == further);
    };
    // Members come by place: of equal distances the earlier is kept, so only who is nearer than the last comes in.
    std::vector<Neighbour> found;
    found.reserve(count + 1);
    const Sieve sieve(SievePath::Fastest);
    for (size_t i = 0; i < m_members.size() && count > 0; ++i) {
        const bool isFull = found.size() == count;
        if (isFull && !sieve.fine(m_members[i].values.data(), values, found.back().distance))
            continue;
        if (isLeftOut(m_members[i].person))
            continue;
        const double apart = distance(values, m_members[i].values);
        if (!std::isfinite(apart) || (isFull && !(apart < found.back().distance)))
            continue;
        const auto place = std::upper_bound(found.begin(), found.end(), apart,
                                            [](double value, const Neighbour &near) { return value < near.distance; });
        found.insert(place, {apart, i});
        if (found.size() > count)
            found.pop_back();
    }
    return found;
}

float Cohort::scale(const model::Template &values, const QString &person, const QString &further) const
{
    return scaleOf(neighbours(values, person, nearest, further));
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
