// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/match/templatematrix.h"

#include <algorithm>

namespace likeness::match
{

/// A template that rows are measured against, as the sieves read it.
struct Scanned {
    model::Template values;
    QuantisedProbe quantised;
    double scale; ///< cohort.h
    Scanned(const model::Template &of, double cohortScale)
        : values(of), quantised(quantisedProbe(of)), scale(cohortScale)
    {
    }
};

/// The exact distance of gallerysearch.h, of 128 numbers each.
double distance(const float *a, const float *b);

inline model::Template templateAt(const Columns &columns, qint64 row)
{
    model::Template values;
    std::copy_n(columns.values + row * 128, values.size(), values.begin());
    return values;
}

/// Measures a row exactly unless it provably is no nearer than reach(), and then calls take(row, normalised, distance).
template <class Reach, class Take>
void scanRow(const Columns &columns, const Sieve &sieve, qint64 row, const Scanned &probe, const Reach &reach,
             const Take &take)
{
    const float *values = columns.values + row * 128;
    const double scale = probe.scale * double(columns.cohortScales[row]);
    if (!sieve.fine(values, probe.values, reach() * scale))
        return;
    const double apart = distance(values, probe.values.data());
    take(row, apart / scale, apart);
}

/// The same for the rows first ... first + count - 1, at most Sieve::blockRows, in order; what the coarse sieve leaves
/// out is not looked at. `reach` may fall while rows are taken.
template <class Reach, class Take>
void scanBlock(const Columns &columns, const Sieve &sieve, qint64 first, int count, const Scanned &probe,
               const Reach &reach, const Take &take)
{
    quint16 passed[Sieve::blockRows];
    const int found = sieve.coarse(columns, first, count, probe.quantised, reach() * probe.scale, passed);
    // The templates lie far apart: all are asked for before the first is needed.
    for (int i = 0; i < found; ++i)
        for (int line = 0; line < 8; ++line)
            __builtin_prefetch(columns.values + (first + passed[i]) * 128 + 16 * line);
    for (int i = 0; i < found; ++i)
        scanRow(columns, sieve, first + passed[i], probe, reach, take);
}

} // namespace likeness::match
