// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/evaluation.h"
#include "engine/match/gallerysearch.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace likeness::match
{

namespace
{

using base::ErrorCode;

constexpr int foldCount = 10;
constexpr double nowhere = std::numeric_limits<double>::infinity();

} // namespace

std::vector<FacePair> allPairs(const EvaluatedFaces &faces, qint64 others)
{
    std::vector<FacePair> pairs;
    const size_t count = faces.persons.size();
    for (size_t i = 0; i < count; ++i)
        for (size_t k = i + 1; k < count && faces.persons[k] == faces.persons[i]; ++k)
            pairs.push_back({i, k, true, int(pairs.size() % foldCount)});
    const bool hasTwo = count > 0 && faces.persons.front() != faces.persons.back();
    std::mt19937_64 random(1);
    for (qint64 drawn = 0; hasTwo && drawn < others;) {
        const size_t a = random() % count, b = random() % count;
        if (faces.persons[a] == faces.persons[b])
            continue;
        pairs.push_back({a, b, false, int(drawn % foldCount)});
        ++drawn;
    }
    return pairs;
}

base::Result<std::vector<double>> pairScores(const EvaluatedFaces &faces, const std::vector<FacePair> &pairs,
                                             Comparison comparison, base::Progress &progress)
{
    std::vector<double> scales(faces.persons.size(), 1.0);
    if (comparison == Comparison::Normalised) {
        std::vector<size_t> firsts;
        for (size_t i = 0; i < faces.persons.size(); ++i)
            if (i == 0 || faces.persons[i] != faces.persons[i - 1])
                firsts.push_back(i);
        const Cohort cohort = faces.cohortOf(firsts);
        for (size_t i = 0; i < scales.size(); ++i) {
            if (progress.isCancelled())
                return base::fail(ErrorCode::Cancelled, QStringLiteral("evaluation"));
            progress.report(qint64(i), qint64(scales.size()));
            scales[i] = double(cohort.scale(faces.values[i], faces.persons[i]));
        }
    }
    std::vector<double> scores;
    scores.reserve(pairs.size());
    for (const FacePair &pair : pairs) {
        if (scores.size() % size_t(cancelPeriod) == 0 && progress.isCancelled())
            return base::fail(ErrorCode::Cancelled, QStringLiteral("evaluation"));
        scores.push_back(distance(faces.values[pair.a], faces.values[pair.b]) / (scales[pair.a] * scales[pair.b]));
    }
    return scores;
}

namespace
{

/// Pairs with the numbers of their persons; of two persons only the nearest are kept, which is where thresholds lie.
class RatedPairs
{
public:
    RatedPairs(const std::vector<size_t> &personOf, const std::vector<FacePair> &pairs,
               const std::vector<double> &scores)
    {
        for (size_t i = 0; i < pairs.size(); ++i)
            (pairs[i].isSame ? m_same : m_others)
                .push_back({personOf[pairs[i].a], personOf[pairs[i].b], scores[i]});
        m_total = double(m_others.size());
        const auto isNearer = [](const Pair &a, const Pair &b) { return a.score < b.score; };
        const size_t kept = std::min(m_others.size(), size_t(m_total * 10 * VerificationFigures::rates[0]) + 1);
        std::partial_sort(m_others.begin(), m_others.begin() + qsizetype(kept), m_others.end(), isNearer);
        m_others.resize(kept);
    }

    double fnmr(double fmr, const Weights &weights) const
    {
        // A pair of two persons comes in a sample as often as both together: once on average, so that the total stays.
        double under = 0;
        double threshold = nowhere;
        for (const Pair &pair : m_others) {
            under += double(weights[pair.a]) * weights[pair.b];
            if (under > fmr * m_total) {
                threshold = pair.score;
                break;
            }
        }
        double total = 0, missed = 0;
        for (const Pair &pair : m_same) {
            total += weights[pair.a];
            if (pair.score >= threshold)
                missed += weights[pair.a];
        }
        return missed / total;
    }

private:
    struct Pair {
        size_t a, b;
        double score;
    };
    std::vector<Pair> m_same;
    std::vector<Pair> m_others; ///< nearest first
    double m_total = 0;
};

/// Share of pairs of some folds that a threshold tells rightly, over all thresholds at once: the best threshold.
double bestThreshold(const std::vector<FacePair> &pairs, const std::vector<double> &scores, int without)
{
    std::vector<std::pair<double, bool>> sorted;
    for (size_t i = 0; i < pairs.size(); ++i)
        if (pairs[i].fold != without)
            sorted.push_back({scores[i], pairs[i].isSame});
    std::sort(sorted.begin(), sorted.end());
    // Under the threshold is "one person": start with none, then move over one pair after the other.
    qint64 right = std::count_if(sorted.begin(), sorted.end(), [](const auto &pair) { return !pair.second; });
    qint64 most = right;
    double best = sorted.empty() ? 0 : sorted.front().first;
    for (size_t i = 0; i < sorted.size(); ++i) {
        right += sorted[i].second ? 1 : -1;
        const bool isEnd = i + 1 == sorted.size();
        if (right > most && (isEnd || sorted[i + 1].first > sorted[i].first)) {
            most = right;
            best = isEnd ? nowhere : (sorted[i].first + sorted[i + 1].first) / 2;
        }
    }
    return best;
}

} // namespace

ComparedVerification compared(const EvaluatedFaces &faces, const std::vector<FacePair> &pairs,
                              const std::vector<double> &ours, const std::vector<double> &plain)
{
    const std::vector<size_t> personOf = faces.personNumbers();
    const RatedPairs first(personOf, pairs, ours), second(personOf, pairs, plain);
    const auto statistics = [&](const Weights &weights) {
        std::vector<double> values;
        for (const RatedPairs *rated : {&first, &second})
            for (const double rate : VerificationFigures::rates)
                values.push_back(rated->fnmr(rate, weights));
        for (size_t i = 0; i < 3; ++i)
            values.push_back(values[i] / values[3 + i]);
        return values;
    };
    const auto figures = bootstrapped(faces.personCount(), statistics);
    ComparedVerification result;
    for (size_t i = 0; i < 3; ++i) {
        result.ours.fnmr[i] = figures[i];
        result.plain.fnmr[i] = figures[3 + i];
        result.fnmrRatio[i] = figures[6 + i];
    }
    return result;
}

FoldAccuracy foldAccuracy(const std::vector<FacePair> &pairs, const std::vector<double> &scores)
{
    std::vector<double> shares;
    for (int fold = 0; fold < foldCount; ++fold) {
        const double threshold = bestThreshold(pairs, scores, fold);
        qint64 right = 0, all = 0;
        for (size_t i = 0; i < pairs.size(); ++i) {
            if (pairs[i].fold != fold)
                continue;
            ++all;
            right += (scores[i] < threshold) == pairs[i].isSame;
        }
        if (all > 0)
            shares.push_back(double(right) / double(all));
    }
    FoldAccuracy result;
    if (shares.empty())
        return result;
    for (const double share : shares)
        result.mean += share / double(shares.size());
    double squares = 0;
    for (const double share : shares)
        squares += (share - result.mean) * (share - result.mean);
    if (shares.size() > 1)
        result.standardError = std::sqrt(squares / double(shares.size() - 1) / double(shares.size()));
    return result;
}

} // namespace likeness::match
