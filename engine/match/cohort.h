// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/face.h"

#include <QString>

#include <vector>

namespace likeness::match
{

/// How near a stranger comes to a face depends on the face: some have many look-alikes. A cohort, persons that are
/// fixed, shows how many. The scale of a face is the root of its mean distance to the persons of the cohort that are
/// nearest to it, its own person left out where that is known; and a distance is normalised by the scales of both
/// faces:
///
///     normalised = distance / (scale of one * scale of the other)
///
/// This is adaptive symmetric normalisation (Karam et al., "Towards reduced false-alarms using cohorts", 2011; adaptive
/// s-norm in speaker recognition) as a ratio, so that a face has one number. Around 1 is how near the cohort's nearest
/// are; a lead is well under it.
class Cohort
{
public:
    static constexpr size_t nearest = 10;    ///< persons that make a scale
    static constexpr size_t smallest = 200;  ///< fewer persons make no cohort: all scales are 1
    static constexpr size_t largest = 2000;  ///< what a person's scale costs does not grow with the gallery

    struct Member {
        QString person; ///< id; one member a person
        model::Template values{};
    };
    /// One of the cohort and how far it is.
    struct Neighbour {
        double distance = 0;
        size_t member = 0;
    };

    Cohort() = default; ///< of nobody: all scales are 1
    /// With fewer members than `smallest` it is as if there were none.
    explicit Cohort(std::vector<Member> members);

    size_t size() const { return m_members.size(); }
    const std::vector<Member> &members() const { return m_members; }

    /// The `count` nearest members that are neither `person` nor `further`, by exact distance, then place.
    std::vector<Neighbour> neighbours(const model::Template &values, const QString &person, size_t count,
                                      const QString &further = {}) const;
    /// 1 without members. Rounded to single precision, as the matrix keeps it; over 0.
    float scale(const model::Template &values, const QString &person = {}, const QString &further = {}) const;

private:
    std::vector<Member> m_members;
};

/// The scale that these neighbours make, Cohort::nearest at most of them.
float scaleOf(const std::vector<Cohort::Neighbour> &neighbours);

/// Places of the persons that make a cohort out of these, ascending: all, or the Cohort::largest whose SHA-256 of
/// `seed` and id is least. The draw depends on nothing else, so that anybody can repeat it.
std::vector<size_t> drawnPersons(const std::vector<QString> &persons, const QString &seed);

} // namespace likeness::match
