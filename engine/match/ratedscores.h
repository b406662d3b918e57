// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/match/evaluation.h"

namespace likeness::match
{

/// The scores of an identification evaluation in order, each with its person's number, so that a sample of persons only
/// needs their weights. With `only`, one flag a person, the probes of those persons alone. Pure.
class RatedScores
{
public:
    RatedScores(const std::vector<size_t> &personOf, const IdentificationScores &scores,
                const std::vector<bool> *only = nullptr);

    size_t mated() const { return m_mated.size(); }
    size_t nonMated() const { return m_nonMated.size(); }

    /// The score under which at most `fpir` of the non-mated probes have somebody; infinite for all of them.
    double threshold(double fpir, const Weights &weights) const;
    // Shares; not a number where no probe counts
    double rank(int limit, const Weights &weights) const;           ///< of mated probes found at that rank or before
    double fnirAt(double threshold, const Weights &weights) const;  ///< of mated probes no nearer than that
    double fpirAt(double threshold, const Weights &weights) const;  ///< of non-mated probes with somebody nearer
    double fnir(double fpir, const Weights &weights) const { return fnirAt(threshold(fpir, weights), weights); }

private:
    struct Entry {
        size_t person;
        double score;
        qint64 rank;
    };
    std::vector<Entry> m_mated;
    std::vector<Entry> m_nonMated; ///< nearest first
};

} // namespace likeness::match
