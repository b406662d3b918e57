// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/evaluation.h"
#include "engine/match/gallerysearch.h"
#include "engine/match/ratedscores.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace likeness::match
{

namespace
{

using base::ErrorCode;

constexpr double nowhere = std::numeric_limits<double>::infinity();
constexpr int folds = 4;

/// Whose pictures are where in the protocol.
struct Plan {
    struct Person {
        size_t first = 0;             ///< the picture in the gallery
        std::optional<size_t> second; ///< the mated probe
        int fold = -1;                ///< of persons with one picture
    };
    std::vector<Person> persons;

    explicit Plan(const std::vector<QString> &names)
    {
        int single = 0;
        for (size_t i = 0; i < names.size();) {
            size_t end = i + 1;
            while (end < names.size() && names[end] == names[i])
                ++end;
            const bool isSingle = end == i + 1;
            persons.push_back({i, isSingle ? std::nullopt : std::optional(i + 1),
                               isSingle ? single++ % folds : -1});
            i = end;
        }
    }
};

/// Some of the persons, ready to be searched.
class Enrolled
{
public:
    Enrolled(const EvaluatedFaces &faces, std::vector<size_t> portraits, Comparison comparison)
        : m_faces(faces), m_portraits(std::move(portraits)), m_scales(m_portraits.size(), 1.0F)
    {
        if (comparison == Comparison::Distance)
            return;
        m_cohort = faces.cohortOf(m_portraits);
        for (size_t i = 0; i < m_portraits.size(); ++i) {
            // One more than counts: what stands in when one of them is taken out.
            m_near.push_back(
                m_cohort.neighbours(faces.values[m_portraits[i]], faces.persons[m_portraits[i]], Cohort::nearest + 1));
            m_scales[i] = scaleOf(m_near.back());
        }
    }

    size_t size() const { return m_portraits.size(); }

    /// Scores of all portraits for a probe; with `without`, as if that person were in neither gallery nor cohort.
    std::vector<double> scores(size_t probe, const QString &without = {}) const
    {
        const model::Template &values = m_faces.values[probe];
        const double scale = double(m_cohort.scale(values, without));
        std::vector<double> scores;
        scores.reserve(size());
        for (size_t i = 0; i < size(); ++i) {
            const bool isOut = !without.isEmpty() && m_faces.persons[m_portraits[i]] == without;
            scores.push_back(isOut ? nowhere
                                   : distance(values, m_faces.values[m_portraits[i]]) /
                                         (scale * double(without.isEmpty() ? m_scales[i] : scaleWithout(i, without))));
        }
        return scores;
    }

private:
    float scaleWithout(size_t portrait, const QString &person) const
    {
        if (m_near.empty())
            return 1.0F;
        const auto isThem = [&](const Cohort::Neighbour &near) {
            return m_cohort.members()[near.member].person == person;
        };
        auto near = m_near[portrait];
        near.erase(std::remove_if(near.begin(), near.end(), isThem), near.end());
        return scaleOf(near);
    }

    const EvaluatedFaces &m_faces;
    std::vector<size_t> m_portraits;
    std::vector<float> m_scales;
    Cohort m_cohort;
    std::vector<std::vector<Cohort::Neighbour>> m_near;
};

} // namespace

std::vector<size_t> EvaluatedFaces::personNumbers() const
{
    std::vector<size_t> numbers(persons.size(), 0);
    for (size_t i = 1; i < persons.size(); ++i)
        numbers[i] = numbers[i - 1] + (persons[i] == persons[i - 1] ? 0 : 1);
    return numbers;
}

size_t EvaluatedFaces::personCount() const
{
    return persons.empty() ? 0 : personNumbers().back() + 1;
}

Cohort EvaluatedFaces::cohortOf(const std::vector<size_t> &portraits) const
{
    std::vector<QString> names;
    for (const size_t portrait : portraits)
        names.push_back(persons[portrait]);
    std::vector<Cohort::Member> members;
    for (const size_t place : drawnPersons(names, {}))
        members.push_back({names[place], values[portraits[place]]});
    return Cohort(std::move(members));
}

base::Result<IdentificationScores> identificationScores(const EvaluatedFaces &faces, Comparison comparison,
                                                        base::Progress &progress)
{
    const Plan plan(faces.persons);
    const auto singles = std::count_if(plan.persons.begin(), plan.persons.end(),
                                       [](const Plan::Person &person) { return person.fold >= 0; });
    if (singles < folds || size_t(singles) == plan.persons.size())
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("pictures"),
                          QStringLiteral("some persons need two pictures, and four need one"));

    IdentificationScores result;
    qint64 done = 0;
    const auto goOn = [&]() -> base::Outcome {
        if (progress.isCancelled())
            return base::fail(ErrorCode::Cancelled, QStringLiteral("evaluation"));
        progress.report(done++, qint64(plan.persons.size()));
        return {};
    };
    for (int fold = 0; fold < folds; ++fold) {
        std::vector<size_t> portraits;
        for (const Plan::Person &person : plan.persons)
            if (person.fold != fold)
                portraits.push_back(person.first);
        const Enrolled gallery(faces, std::move(portraits), comparison);
        for (const Plan::Person &person : plan.persons) {
            if (person.fold != fold)
                continue;
            LIKENESS_TRY(goOn());
            const auto scores = gallery.scores(person.first);
            result.nonMated.push_back({person.first, *std::min_element(scores.begin(), scores.end())});
        }
        if (fold != 0)
            continue;
        result.gallery = qint64(gallery.size());
        size_t place = 0; // in the gallery, whose order is the plan's
        for (const Plan::Person &person : plan.persons) {
            if (person.fold == 0)
                continue;
            const size_t own = place++;
            if (!person.second)
                continue;
            LIKENESS_TRY(goOn());
            const auto scores = gallery.scores(*person.second);
            const double score = scores[own];
            const qint64 nearer = std::count_if(scores.begin(), scores.end(), [&](double s) { return s < score; });
            result.mated.push_back({*person.second, score, nearer + 1});
            const auto others = gallery.scores(*person.second, faces.persons[*person.second]);
            result.nonMated.push_back({*person.second, *std::min_element(others.begin(), others.end())});
        }
    }
    return result;
}

std::vector<LabelError> labelErrors(const EvaluatedFaces &plain)
{
    std::vector<LabelError> errors;
    for (size_t i = 0; i < plain.values.size(); ++i)
        for (size_t k = i + 1; k < plain.values.size(); ++k) {
            if (plain.persons[i] == plain.persons[k])
                continue;
            const double apart = distance(plain.values[i], plain.values[k]);
            if (apart < sameFaceDistance)
                errors.push_back({i, k, apart});
        }
    return errors;
}

void leaveOut(IdentificationScores &scores, const std::vector<LabelError> &errors)
{
    std::set<size_t> faces;
    for (const LabelError &error : errors)
        faces.insert({error.face, error.other});
    const auto isOut = [&](const auto &probe) { return faces.count(probe.face) > 0; };
    std::erase_if(scores.mated, isOut);
    std::erase_if(scores.nonMated, isOut);
}

ComparedFigures compared(const EvaluatedFaces &faces, const IdentificationScores &ours,
                         const IdentificationScores &plain)
{
    const std::vector<size_t> personOf = faces.personNumbers();
    const RatedScores first(personOf, ours), second(personOf, plain);
    const auto statistics = [&](const Weights &weights) {
        std::vector<double> values;
        for (const RatedScores *rated : {&first, &second}) {
            for (const int rank : IdentificationFigures::ranks)
                values.push_back(rated->rank(rank, weights));
            for (const double rate : IdentificationFigures::rates)
                values.push_back(rated->fnir(rate, weights));
        }
        values.push_back((1 - values[0]) / (1 - values[8]));
        for (size_t i = 0; i < 4; ++i)
            values.push_back(values[4 + i] / values[12 + i]);
        return values;
    };
    const auto figures = bootstrapped(faces.personCount(), statistics);
    ComparedFigures result;
    for (size_t i = 0; i < 4; ++i) {
        result.ours.rank[i] = figures[i];
        result.ours.fnir[i] = figures[4 + i];
        result.plain.rank[i] = figures[8 + i];
        result.plain.fnir[i] = figures[12 + i];
        result.fnirRatio[i] = figures[17 + i];
    }
    result.rank1ErrorRatio = figures[16];
    return result;
}

} // namespace likeness::match
