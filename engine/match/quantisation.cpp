// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/quantisation.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace likeness::match
{

namespace
{

constexpr double slack = 1 + 0x1p-20; ///< covers the rounding of a sum of 128 squares in double many times
constexpr double unknown = std::numeric_limits<double>::infinity();

/// Codes of `values` in steps of `scale`, at most `largest`; the squares of the codes and of what is missing.
template <class Code>
void encode(const model::Template &values, double scale, int largest, std::array<Code, 128> &codes,
            double &codeSquares, double &missingSquares)
{
    codeSquares = 0;
    missingSquares = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        // A scale of 0 is that of a template which is 0 or too small for one.
        const double steps = scale > 0 ? std::nearbyint(values[i] / scale) : 0;
        const double code = std::clamp(steps, -double(largest), double(largest));
        codes[i] = Code(code);
        codeSquares += code * code;
        const double missing = values[i] - scale * code;
        missingSquares += missing * missing;
    }
}

struct Extent {
    bool finite = true;
    double largest = 0;
    double length = 0;
};

Extent extentOf(const model::Template &values)
{
    Extent extent;
    double squares = 0;
    for (const float value : values) {
        extent.finite = extent.finite && std::isfinite(value);
        extent.largest = std::max(extent.largest, std::abs(double(value)));
        squares += double(value) * value;
    }
    extent.length = std::sqrt(squares);
    return extent;
}

} // namespace

QuantisedRow quantised(const model::Template &values)
{
    QuantisedRow row;
    const Extent extent = extentOf(values);
    if (!extent.finite) {
        row.norm = float(unknown);
        return row;
    }
    if (extent.length > longestScanned) {
        row.error = float(unknown);
        return row;
    }
    row.scale = float(extent.largest / 127);
    double codeSquares = 0;
    double missingSquares = 0;
    encode(values, row.scale, 127, row.codes, codeSquares, missingSquares);
    row.norm = float(double(row.scale) * row.scale * codeSquares);
    const double error = std::sqrt(missingSquares) * slack + 1e-15;
    row.error = std::nextafter(float(error), std::numeric_limits<float>::infinity());
    return row;
}

QuantisedProbe quantisedProbe(const model::Template &values)
{
    QuantisedProbe probe;
    const Extent extent = extentOf(values);
    if (!extent.finite || extent.length > longestScanned) {
        probe.error = unknown;
        return probe;
    }
    probe.scale = extent.largest / 32767;
    double codeSquares = 0;
    double missingSquares = 0;
    encode(values, probe.scale, 32767, probe.codes, codeSquares, missingSquares);
    probe.norm = probe.scale * probe.scale * codeSquares;
    probe.error = std::sqrt(missingSquares) * slack;
    return probe;
}

} // namespace likeness::match
