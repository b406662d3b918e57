// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/face.h"

#include <array>

namespace likeness::match
{

/// A template in 8 bits a dimension, and how far that can be off: x' = scale * codes, and x lies within
/// `error` of x'. Never fails: what 8 bits cannot hold has an error that says so.
///
/// - A template with a value that is no finite number has norm = infinity: it is at no distance.
/// - One longer than longestScanned has error = infinity and codes 0: nothing is known of where it is.
struct QuantisedRow {
    std::array<qint8, 128> codes{};
    float scale = 0;
    float norm = 0;  ///< |x'|^2, rounded to nearest
    float error = 0; ///< |x - x'| and, on top, 2^-20 of it and 1e-15: see the proof in sieve.h
};
constexpr double longestScanned = 1e9;

/// Rows have a scale each, so that one template with a huge value spoils no other.
QuantisedRow quantised(const model::Template &values);

/// A probe in 16 bits a dimension: p' = scale * codes, within `error` of p, which must be finite. A probe
/// longer than longestScanned has error = infinity and codes 0.
struct QuantisedProbe {
    alignas(32) std::array<qint16, 128> codes{};
    double scale = 0;
    double norm = 0;  ///< |p'|^2
    double error = 0; ///< |p - p'| and 2^-20 of it on top
};
QuantisedProbe quantisedProbe(const model::Template &values);

} // namespace likeness::match
