// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/kernels.h"

#include "engine/face/winograd.h"

#include <algorithm>
#include <utility>

namespace likeness::face
{

namespace
{

#define LIKENESS_INLINE [[gnu::always_inline]] inline

/// Compilers turn it into what the processor of the calling function has.
template <int Lanes>
struct Simd {
    typedef float Vector
        __attribute__((vector_size(Lanes * sizeof(float)), aligned(sizeof(float)), may_alias));
    LIKENESS_INLINE static Vector load(const float *from) { return *reinterpret_cast<const Vector *>(from); }
    LIKENESS_INLINE static void store(float *to, const Vector &value)
    {
        *reinterpret_cast<Vector *>(to) = value;
    }
};

/// work(0) to work(N - 1), each with its number as a constant.
template <int N, class Work>
LIKENESS_INLINE void unroll(Work work)
{
    [&]<int... I>(std::integer_sequence<int, I...>) __attribute__((always_inline))
    {
        (work(std::integral_constant<int, I>()), ...);
    }
    (std::make_integer_sequence<int, N>());
}

/// Cells whose sums are kept in registers together: with 2 vectors each and what is multiplied, 16 of them.
constexpr int blockCells = 6;

template <int Lanes, int Vectors>
LIKENESS_INLINE void multiplyBlock(const Multiplication &m, int firstCell, int firstVector,
                                   const float *filters)
{
    using S = Simd<Lanes>;
    const float *in[blockCells];
    typename S::Vector sums[blockCells][Vectors];
    for (int c = 0; c < blockCells; ++c) {
        in[c] = m.in[std::min(firstCell + c, m.cells - 1)];
        for (int v = 0; v < Vectors; ++v)
            sums[c][v] = m.bias ? S::load(m.bias + (firstVector + v) * Lanes) : typename S::Vector{};
    }
    for (int row = 0; row < m.rows; ++row) {
        for (int i = 0; i < m.depth; ++i, filters += Vectors * Lanes)
#pragma GCC unroll 8
            for (int v = 0; v < Vectors; ++v) {
                const typename S::Vector filter = S::load(filters + v * Lanes);
#pragma GCC unroll 8
                for (int c = 0; c < blockCells; ++c)
                    sums[c][v] += filter * in[c][i];
            }
        for (int c = 0; c < blockCells; ++c)
            in[c] += m.rowStep;
    }
    for (int c = 0; c < blockCells && firstCell + c < m.cells; ++c)
        for (int v = 0; v < Vectors; ++v) {
            typename S::Vector sum = sums[c][v];
            if (m.relu)
                sum = sum > 0 ? sum : typename S::Vector{};
            S::store(m.out[firstCell + c] + (firstVector + v) * Lanes, sum);
        }
}

template <int Lanes, int Vectors>
LIKENESS_INLINE void multiplyGroups(const Multiplication &m)
{
    const float *filters = m.filters;
    for (int v = 0; v < m.vectors; v += Vectors) {
        for (int cell = 0; cell < m.cells; cell += blockCells)
            multiplyBlock<Lanes, Vectors>(m, cell, v, filters);
        filters += size_t(m.rows) * m.depth * Vectors * Lanes;
    }
}

template <int Lanes>
LIKENESS_INLINE void multiplyAny(const Multiplication &m)
{
    switch (m.group) {
    case 4:
        multiplyGroups<Lanes, 4>(m);
        break;
    case 3:
        multiplyGroups<Lanes, 3>(m);
        break;
    case 2:
        multiplyGroups<Lanes, 2>(m);
        break;
    default:
        multiplyGroups<Lanes, 1>(m);
    }
}

/// `Cells` x `Vectors` sums in registers.
template <int Lanes, int Vectors, int Cells, int CellStep>
LIKENESS_INLINE void multiplyRowBlock(const RowMultiplication &m, int firstCell, int firstVector,
                                      const float *filters)
{
    using S = Simd<Lanes>;
    typename S::Vector sums[Cells][Vectors];
    for (int v = 0; v < Vectors; ++v) {
        const typename S::Vector bias =
            m.bias ? S::load(m.bias + (firstVector + v) * Lanes) : typename S::Vector{};
        for (int c = 0; c < Cells; ++c)
            sums[c][v] = bias;
    }
    for (int row = 0; row < m.rows; ++row) {
        const float *in = m.in + size_t(firstCell) * CellStep + row * m.rowStep;
        for (int i = 0; i < m.depth; ++i, ++in, filters += Vectors * Lanes)
#pragma GCC unroll 8
            for (int v = 0; v < Vectors; ++v) {
                const typename S::Vector filter = S::load(filters + v * Lanes);
#pragma GCC unroll 16
                for (int c = 0; c < Cells; ++c)
                    sums[c][v] += filter * in[c * CellStep];
            }
    }
    float *out = m.out + size_t(firstCell) * m.outStep + firstVector * Lanes;
    for (int c = 0; c < Cells; ++c, out += m.outStep)
        for (int v = 0; v < Vectors; ++v) {
            typename S::Vector sum = sums[c][v];
            if (m.relu)
                sum = sum > 0 ? sum : typename S::Vector{};
            S::store(out + v * Lanes, sum);
        }
}

/// Blocks of `Cells`, then what is left in halves of that.
template <int Lanes, int Vectors, int Cells, int CellStep>
LIKENESS_INLINE void multiplyRowBlocks(const RowMultiplication &m, int cell, int firstVector,
                                       const float *filters)
{
    for (; cell + Cells <= m.cells; cell += Cells)
        multiplyRowBlock<Lanes, Vectors, Cells, CellStep>(m, cell, firstVector, filters);
    if constexpr (Cells > 1)
        multiplyRowBlocks<Lanes, Vectors, Cells / 2, CellStep>(m, cell, firstVector, filters);
}

template <int Lanes, int Vectors, int CellStep>
LIKENESS_INLINE void multiplyRowGroups(const RowMultiplication &m)
{
    // Sums in 12 of 16 registers, or 24 of the 32 that AVX-512 has.
    constexpr int cells = std::min((Lanes > 8 ? 24 : 12) / Vectors, 12);
    const float *filters = m.filters;
    for (int v = 0; v < m.vectors; v += Vectors) {
        multiplyRowBlocks<Lanes, Vectors, cells, CellStep>(m, 0, v, filters);
        filters += size_t(m.rows) * m.depth * Vectors * Lanes;
    }
}

template <int Lanes, int CellStep>
LIKENESS_INLINE void multiplyRowAny(const RowMultiplication &m)
{
    switch (m.group) {
    case 4:
        multiplyRowGroups<Lanes, 4, CellStep>(m);
        break;
    case 3:
        multiplyRowGroups<Lanes, 3, CellStep>(m);
        break;
    case 2:
        multiplyRowGroups<Lanes, 2, CellStep>(m);
        break;
    default:
        multiplyRowGroups<Lanes, 1, CellStep>(m);
    }
}

template <int Cells>
LIKENESS_INLINE void dotBlock(const DotProduct &d, int firstCell)
{
    using S = Simd<8>;
    const float *in[Cells];
    S::Vector sums[Cells] = {};
    for (int c = 0; c < Cells; ++c)
        in[c] = d.in[firstCell + c];
    const float *filters = d.filters;
    for (int row = 0; row < d.rows; ++row) {
        for (int i = 0; i < d.depth; i += 8, filters += 8) {
            const S::Vector filter = S::load(filters);
#pragma GCC unroll 8
            for (int c = 0; c < Cells; ++c)
                sums[c] += filter * S::load(in[c] + i);
        }
        for (int c = 0; c < Cells; ++c)
            in[c] += d.rowStep;
    }
    for (int c = 0; c < Cells; ++c) {
        float sum = 0;
        for (int i = 0; i < 8; ++i)
            sum += sums[c][i];
        d.out[firstCell + c] = sum + d.bias;
    }
}

LIKENESS_INLINE void dotAny(const DotProduct &d)
{
    int cell = 0;
    for (; cell + 8 <= d.cells; cell += 8)
        dotBlock<8>(d, cell);
    for (; cell < d.cells; ++cell)
        dotBlock<1>(d, cell);
}

/// sum of Factor(j) * in[j] over j = First, First + Step, ... below Count, leaving out zeros.
template <int First, int Step, int Count, class Vector, class Factor>
LIKENESS_INLINE Vector weigh(const Vector *in, Factor factor)
{
    Vector sum{};
    unroll<(Count - First + Step - 1) / Step>([&](auto number) __attribute__((always_inline)) {
        constexpr int j = First + number * Step;
        constexpr double f = decltype(factor(std::integral_constant<int, j>()))::value();
        if constexpr (f == 1)
            sum += in[j];
        else if constexpr (f == -1)
            sum -= in[j];
        else if constexpr (f != 0)
            sum += float(f) * in[j];
    });
    return sum;
}

template <int R, int Row, int Column>
struct InputFactor {
    static constexpr double value() { return MinimalFilter<R>::input[Row][Column]; }
};

/// B times `in`.
template <int R, class Vector>
LIKENESS_INLINE void filterInput(const Vector *in, Vector *out)
{
    using F = MinimalFilter<R>;
    const auto row = [&]<int I, int First, int Step>() __attribute__((always_inline))
    {
        return weigh<First, Step, F::products>(
            in, []<int J>(std::integral_constant<int, J>) { return InputFactor<R, I, J>(); });
    };
    if constexpr (F::symmetric) {
        out[0] = row.template operator()<0, 0, 1>();
        unroll<F::pairs>([&](auto pair) __attribute__((always_inline)) {
            constexpr int i = 1 + 2 * pair;
            const Vector even = row.template operator()<i, 0, 2>();
            const Vector odd = row.template operator()<i, 1, 2>();
            out[i] = even + odd;
            // Row -p is row p with the other sign in odd columns, times the sign of the degree's parity.
            constexpr bool same = F::input[i + 1][F::products - 2] == F::input[i][F::products - 2];
            out[i + 1] = same == (F::products % 2 == 0) ? even - odd : odd - even;
        });
        out[F::products - 1] = row.template operator()<F::products - 1, 0, 1>();
    } else {
        unroll<F::products>([&](auto i) __attribute__((always_inline)) {
            out[i] = row.template operator()<i, 0, 1>();
        });
    }
}

/// Adds the outputs that these products give.
template <int R, class Vector>
LIKENESS_INLINE void addOutput(const Vector *in, Vector *out)
{
    using F = MinimalFilter<R>;
    const auto add = [&]<int I, int K>(const Vector &value) __attribute__((always_inline))
    {
        constexpr double f = F::power(I, K);
        if constexpr (f == 1)
            out[K] += value;
        else if constexpr (f != 0)
            out[K] += float(f) * value;
    };
    unroll<F::products>([&](auto i) __attribute__((always_inline)) {
        if constexpr (i >= 1 && i <= 2 * F::pairs) {
            if constexpr (i % 2 == 1) {
                const Vector sum = in[i] + in[i + 1], difference = in[i] - in[i + 1];
                unroll<tileOutputs>([&](auto k) __attribute__((always_inline)) {
                    add.template operator()<i, k>(k % 2 == 0 ? sum : difference);
                });
            }
        } else {
            unroll<tileOutputs>([&](auto k)
                                    __attribute__((always_inline)) { add.template operator()<i, k>(in[i]); });
        }
    });
}

template <Tiling tiling, class Vector>
LIKENESS_INLINE void toProducts(const Vector *in, Vector *out)
{
    if constexpr (tiling == Tiling::Kernel3) {
        filterInput<3>(in, out);
    } else if constexpr (tiling == Tiling::Kernel5) {
        filterInput<5>(in, out);
    } else {
        const Vector even[] = {in[0], in[2], in[4], in[6], in[8], in[10]};
        const Vector odd[] = {in[1], in[3], in[5], in[7], in[9]};
        filterInput<3>(even, out);
        filterInput<2>(odd, out + 6);
    }
}

template <Tiling tiling, class Vector>
LIKENESS_INLINE void toOutputs(const Vector *in, Vector *out)
{
    for (int k = 0; k < tileOutputs; ++k)
        out[k] = Vector{};
    if constexpr (tiling == Tiling::Kernel3) {
        addOutput<3>(in, out);
    } else if constexpr (tiling == Tiling::Kernel5) {
        addOutput<5>(in, out);
    } else {
        addOutput<3>(in, out);
        addOutput<2>(in + 6, out);
    }
}

template <Tiling tiling, int Lanes>
LIKENESS_INLINE void tileInAny(const TileInput &t)
{
    using S = Simd<Lanes>;
    constexpr TilingShape shape = TilingShape::of(tiling);
    constexpr int n = shape.products, inputs = shape.inputs;
    for (int c = 0; c < t.channels; c += Lanes) {
        typename S::Vector half[n][inputs];
        for (int column = 0; column < inputs; ++column) {
            typename S::Vector in[inputs], out[n];
            for (int row = 0; row < inputs; ++row)
                in[row] = S::load(t.in + row * t.rowStep + size_t(column) * t.channels + c);
            toProducts<tiling>(in, out);
            for (int i = 0; i < n; ++i)
                half[i][column] = out[i];
        }
        for (int i = 0; i < n; ++i) {
            typename S::Vector out[n];
            toProducts<tiling>(half[i], out);
            for (int j = 0; j < n; ++j)
                S::store(t.out + size_t(i * n + j) * t.productStep + c, out[j]);
        }
    }
}

template <Tiling tiling, int Lanes>
LIKENESS_INLINE void tileOutAny(const TileOutput &t)
{
    using S = Simd<Lanes>;
    constexpr int n = TilingShape::of(tiling).products;
    for (int c = 0; c < t.channels; c += Lanes) {
        typename S::Vector half[tileOutputs][n];
        for (int j = 0; j < n; ++j) {
            typename S::Vector in[n], out[tileOutputs];
            for (int i = 0; i < n; ++i)
                in[i] = S::load(t.in + size_t(i * n + j) * t.productStep + c);
            toOutputs<tiling>(in, out);
            for (int i = 0; i < tileOutputs; ++i)
                half[i][j] = out[i];
        }
        const typename S::Vector bias = S::load(t.bias + c);
        for (int row = 0; row < t.rows; ++row) {
            typename S::Vector out[tileOutputs];
            toOutputs<tiling>(half[row], out);
            for (int column = 0; column < t.columns; ++column) {
                typename S::Vector sum = out[column] + bias;
                if (t.relu)
                    sum = sum > 0 ? sum : typename S::Vector{};
                S::store(t.out + row * t.rowStep + size_t(column) * t.channels + c, sum);
            }
        }
    }
}

// One set for each kind of processor: the same templates, compiled for other instructions.
#define LIKENESS_KERNELS(name, instructions, lanes, group, target)                                           \
    struct name {                                                                                            \
        target static void multiply(const Multiplication &m) { multiplyAny<lanes>(m); }                      \
        template <int CellStep>                                                                              \
        target static void multiplyRowOf(const RowMultiplication &m)                                         \
        {                                                                                                    \
            multiplyRowAny<lanes, CellStep>(m);                                                              \
        }                                                                                                    \
        static void multiplyRow(const RowMultiplication &m)                                                  \
        {                                                                                                    \
            switch (m.cellStep) {                                                                            \
            case 6:                                                                                          \
                return multiplyRowOf<6>(m);                                                                  \
            case 16:                                                                                         \
                return multiplyRowOf<16>(m);                                                                 \
            case 32:                                                                                         \
                return multiplyRowOf<32>(m);                                                                 \
            case 48:                                                                                         \
                return multiplyRowOf<48>(m);                                                                 \
            case 64:                                                                                         \
                return multiplyRowOf<64>(m);                                                                 \
            }                                                                                                \
        }                                                                                                    \
        target static void dot(const DotProduct &d) { dotAny(d); }                                           \
        template <Tiling tiling>                                                                             \
        target static void tileIn(const TileInput &t)                                                        \
        {                                                                                                    \
            tileInAny<tiling, lanes>(t);                                                                     \
        }                                                                                                    \
        template <Tiling tiling>                                                                             \
        target static void tileOut(const TileOutput &t)                                                      \
        {                                                                                                    \
            tileOutAny<tiling, lanes>(t);                                                                    \
        }                                                                                                    \
        static Kernels all()                                                                                 \
        {                                                                                                    \
            return {instructions,                                                                            \
                    lanes,                                                                                   \
                    group,                                                                                   \
                    multiply,                                                                                \
                    multiplyRow,                                                                             \
                    dot,                                                                                     \
                    {tileIn<Tiling::Kernel3>, tileIn<Tiling::Kernel5>, tileIn<Tiling::Kernel5Stride2>},      \
                    {tileOut<Tiling::Kernel3>, tileOut<Tiling::Kernel5>, tileOut<Tiling::Kernel5Stride2>}};  \
        }                                                                                                    \
    }

LIKENESS_KERNELS(Plain, "plain", 8, 2, );
#ifdef __x86_64__
LIKENESS_KERNELS(Avx2, "avx2", 8, 2, [[gnu::target("avx2,fma")]]);
LIKENESS_KERNELS(Avx512, "avx512", 16, 4, [[gnu::target("avx512f,avx512vl,avx512dq,avx2,fma")]]);
#endif

} // namespace

const std::vector<Kernels> &availableKernels()
{
    static const std::vector<Kernels> available = [] {
        std::vector<Kernels> all;
#ifdef __x86_64__
        if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
            __builtin_cpu_supports("avx512dq"))
            all.push_back(Avx512::all());
        if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
            all.push_back(Avx2::all());
#endif
        all.push_back(Plain::all());
        return all;
    }();
    return available;
}

} // namespace likeness::face
