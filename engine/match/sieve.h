// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/match/quantisation.h"

namespace likeness::match
{

/// The rows of a gallery as the scan reads them, column by column.
struct Columns {
    qint64 rows = 0;
    const qint8 *codes = nullptr; ///< 128 a row
    const float *scales = nullptr;
    const float *norms = nullptr;
    const float *errors = nullptr;
    const float *cohortScales = nullptr; ///< cohort.h: a row's reach is this many times that of the list
    const float *values = nullptr; ///< 128 a row: the templates themselves
};

/// Which code looks at the rows. Both let the same integers decide and differ at most in which rows they let
/// through in vain: a search's answer is the same.
enum class SievePath {
    Fastest, ///< AVX2 where the processor has it
    Portable
};

/// Two sieves that leave out rows which provably cannot be nearer than T, which is `reach` times the row's cohort
/// scale: the ranks are by normalised distance. What they let through is measured exactly afterwards, so they may let
/// through too much, never too little.
///
/// Coarse, over 8-bit codes. Let x be a row, p the probe, x' and p' what their codes say, e >= |x - x'| and
/// f >= |p - p'| their errors. By the triangle inequality |x - p| >= |x' - p'| - e - f, so a row is out when
/// |x' - p'| >= T + e + f. With A = |x'|^2 + |p'|^2 and B = 2 x'.p' the left side squared is A - B.
///   The dot product of the codes is exact: at most 127 * 32767 * 128 < 2^31 in 32-bit integers. All else is
/// float with u = 2^-24: a = norm + |p'|^2 is A within 2.1u A; b = float(dot) * (scale * 2s) is B within
/// 4.1u |B|, and |B| <= A. Subtracting, and scaling a by 1 - 2^-19 first, gives
///   a (1 - 2^-19) - b <= A - B - 32u A + (2.1u + 4.1u) A + 2.1u 2A < A - B,
/// a lower bound of the true square. With a scale s and T = s T', the sum s t' + f' + e in float, squared, is at least its true value
/// less 7.1u of it (a product and two sums, 1u each, twice in the square, which adds its own); the errors,
/// t' = T' (1 + 2^-20) and f' = f (1 + 2^-20), rounded up, carry 2^-20 = 16u each: an upper bound of (T + e + f)^2.
/// That also covers the rounding of the distance itself, less than 1e-13 of it. Products that underflow are
/// off by less than 1e-35; every error carries 1e-15, whose square is 1e-30. Nothing overflows below
/// longestScanned, and beyond it an error of infinity lets the row through.
///
/// Fine, over the templates in float: a sum of 128 squares, in any order, is within 131u / (1 - 131u) < 2^-16
/// of its true value, relatively, for all terms are positive; terms that underflow are off by 1e-38. A row is
/// out when that sum is at least T^2 (1 + 2^-15) + 1e-30. A sum that is not finite lets the row through.
class Sieve
{
public:
    static constexpr int blockRows = 256; ///< 32 KiB of codes, the first cache

    explicit Sieve(SievePath path);

    /// Writes the offsets of the rows first ... first + count - 1 that the coarse sieve lets through and
    /// returns how many; `count` at most blockRows. `reach` is T', infinite at first.
    int coarse(const Columns &columns, qint64 first, int count, const QuantisedProbe &probe, double reach,
               quint16 *passed) const;
    /// Whether the fine sieve lets a row through; `reach` is T here.
    bool fine(const float *row, const model::Template &probe, double reach) const;

private:
    bool m_vectors;
};

} // namespace likeness::match
