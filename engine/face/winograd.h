// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/kernels.h"

#include <array>
#include <cstddef>

namespace likeness::face
{

/// Minimal filtering F(4, R): four neighbouring outputs of a filter of R values from R + 3 products, made of
/// R + 3 inputs. With the N - 1 points p (and infinity), N = R + 3: product i is (G filter)_i (B in)_i, and
/// output k is the sum over i of p_i^k times product i; the last product counts for output 3 alone. Row i of
/// B holds the coefficients of prod_{j != i} (x - p_j), the last one those of prod_j (x - p_j); row i of G is
/// p_i^k / prod_{j != i} (p_i - p_j). That is the transposed Toom-Cook algorithm.
template <int R>
struct MinimalFilter {
    static constexpr int products = R + tileOutputs - 1;
    using Points = std::array<double, products - 1>;

    /// Small ones, because their powers multiply rounding errors. Those from index 1 on stand in pairs p, -p,
    /// as many of them as `pairs` says.
    static constexpr Points points = [] {
        if constexpr (R == 5)
            return Points{0, 1, -1, 2, -2, 0.5, -0.5};
        else if constexpr (R == 3)
            return Points{0, 1, -1, 2, -2};
        else
            return Points{0, 1, -1, 2};
    }();
    static constexpr int pairs = R == 5 ? 3 : R == 3 ? 2 : 1;
    /// All points but 0 in pairs: then rows p and -p of B differ in the sign of every second column only.
    static constexpr bool symmetric = 2 * pairs + 1 == products - 1;

    static constexpr std::array<std::array<double, products>, products> input = [] {
        std::array<std::array<double, products>, products> rows{};
        for (int i = 0; i < products; ++i) {
            rows[i][0] = 1;
            for (int j = 0, degree = 0; j < products - 1; ++j) {
                if (j == i)
                    continue;
                ++degree;
                for (int k = degree; k >= 0; --k)
                    rows[i][k] = (k > 0 ? rows[i][k - 1] : 0) - points[j] * rows[i][k];
            }
        }
        return rows;
    }();
    static constexpr double power(int product, int output)
    {
        if (product == products - 1)
            return output == tileOutputs - 1;
        double power = 1;
        for (int i = 0; i < output; ++i)
            power *= points[product];
        return power;
    }
    static constexpr std::array<std::array<double, R>, products> filter = [] {
        std::array<std::array<double, R>, products> rows{};
        for (int i = 0; i < products - 1; ++i) {
            double divisor = 1;
            for (int j = 0; j < products - 1; ++j)
                divisor *= j == i ? 1 : points[i] - points[j];
            double power = 1;
            for (int k = 0; k < R; ++k, power *= points[i])
                rows[i][k] = power / divisor;
        }
        rows[products - 1][R - 1] = 1;
        return rows;
    }();
};

/// Geometry and filters of a Tiling, in one dimension; in two it is done for columns, then for rows.
/// A kernel of five with stride two is two filters on the inputs of even and of odd place, of three and of
/// two values: 6 + 5 products.
struct TilingShape {
    int kernel, stride, products, inputs;
    static constexpr TilingShape of(Tiling tiling)
    {
        switch (tiling) {
        case Tiling::Kernel3:
            return {3, 1, 6, 6};
        case Tiling::Kernel5:
            return {5, 1, 8, 8};
        case Tiling::Kernel5Stride2:
            break;
        }
        return {5, 2, 11, 11};
    }
    /// Of filter value k for product i.
    static double filter(Tiling tiling, int product, int k)
    {
        switch (tiling) {
        case Tiling::Kernel3:
            return MinimalFilter<3>::filter[product][k];
        case Tiling::Kernel5:
            return MinimalFilter<5>::filter[product][k];
        case Tiling::Kernel5Stride2:
            break;
        }
        constexpr int even = MinimalFilter<3>::products;
        if (product < even)
            return k % 2 == 0 ? MinimalFilter<3>::filter[product][k / 2] : 0;
        return k % 2 == 1 ? MinimalFilter<2>::filter[product - even][k / 2] : 0;
    }
};

} // namespace likeness::face
