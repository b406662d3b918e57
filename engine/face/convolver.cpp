// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/convolver.h"

#include <opencv2/core/utility.hpp>

#include <algorithm>
#include <numeric>

namespace likeness::face
{

namespace
{

constexpr int vectorLanes = 8;
/// Compilers turn it into what the processor of the calling function has.
typedef float Vector
    __attribute__((vector_size(vectorLanes * sizeof(float)), aligned(sizeof(float)), may_alias));

/// Part of a kernel row for one row of output cells: adds to `sums` (cell by cell, `lanes` apart) the
/// products of `depth` input values, of which each next cell has its own `step` values on, with depth x group
/// filters.
struct Part {
    const float *in;
    int step;
    const float *filters;
    int depth;
    float *sums;
    int lanes;
    int cells;
};

/// Keeps the sums of some cells in registers; Vectors x Cells of them, and what is multiplied, fit in 16.
template <int Vectors, int Cells>
[[gnu::always_inline]] inline void addBlock(const Part &part, int cell)
{
    const float *in = part.in + size_t(cell) * part.step;
    float *out = part.sums + size_t(cell) * part.lanes;
    Vector sums[Cells][Vectors];
    for (int c = 0; c < Cells; ++c)
        for (int v = 0; v < Vectors; ++v)
            sums[c][v] = *reinterpret_cast<const Vector *>(out + c * part.lanes + v * vectorLanes);
    const float *filters = part.filters;
    for (int i = 0; i < part.depth; ++i, filters += Vectors * vectorLanes)
#pragma GCC unroll 8
        for (int v = 0; v < Vectors; ++v) {
            const Vector filter = *reinterpret_cast<const Vector *>(filters + v * vectorLanes);
#pragma GCC unroll 8
            for (int c = 0; c < Cells; ++c)
                sums[c][v] += filter * in[size_t(c) * part.step + i];
        }
    for (int c = 0; c < Cells; ++c)
        for (int v = 0; v < Vectors; ++v)
            *reinterpret_cast<Vector *>(out + c * part.lanes + v * vectorLanes) = sums[c][v];
}

template <int Vectors, int Cells>
[[gnu::always_inline]] inline void addRow(const Part &part)
{
    int cell = 0;
    for (; cell + Cells <= part.cells; cell += Cells)
        addBlock<Vectors, Cells>(part, cell);
    for (; cell < part.cells; ++cell)
        addBlock<Vectors, 1>(part, cell);
}

/// For a layer of one output: eight sums for each cell, to be added up in the end. Value i goes to sum i % 8.
template <int Cells>
[[gnu::always_inline]] inline void addDots(const Part &part, int cell)
{
    const float *in = part.in + size_t(cell) * part.step;
    float *out = part.sums + size_t(cell) * part.lanes;
    Vector sums[Cells];
    for (int c = 0; c < Cells; ++c)
        sums[c] = *reinterpret_cast<const Vector *>(out + c * part.lanes);
    int i = 0;
    for (; i + vectorLanes <= part.depth; i += vectorLanes) {
        const Vector filter = *reinterpret_cast<const Vector *>(part.filters + i);
#pragma GCC unroll 8
        for (int c = 0; c < Cells; ++c)
            sums[c] += filter * *reinterpret_cast<const Vector *>(in + size_t(c) * part.step + i);
    }
    for (int c = 0; c < Cells; ++c) {
        *reinterpret_cast<Vector *>(out + c * part.lanes) = sums[c];
        for (int rest = i; rest < part.depth; ++rest)
            out[c * part.lanes + rest - i] += part.filters[rest] * in[size_t(c) * part.step + rest];
    }
}

[[gnu::always_inline]] inline void addAny(const Part &part, int group)
{
    if (group == 6 * vectorLanes) {
        addRow<6, 2>(part);
    } else if (group == 4 * vectorLanes) {
        addRow<4, 3>(part);
    } else if (group == 2 * vectorLanes) {
        addRow<2, 6>(part);
    } else if (group == vectorLanes) {
        addRow<1, 8>(part);
    } else {
        int cell = 0;
        for (; cell + 8 <= part.cells; cell += 8)
            addDots<8>(part, cell);
        for (; cell < part.cells; ++cell)
            addDots<1>(part, cell);
    }
}

#ifdef __x86_64__
[[gnu::target("avx2,fma")]] void addFused(const Part &part, int group)
{
    addAny(part, group);
}
#endif
void addPlain(const Part &part, int group)
{
    addAny(part, group);
}

using Add = void (*)(const Part &part, int group);
Add fastest()
{
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        return addFused;
#endif
    return addPlain;
}

/// How many outputs are worked on together; 1 for a layer of one output, else whole vectors.
int groupOf(int outputs)
{
    const int vectors = (outputs + vectorLanes - 1) / vectorLanes;
    for (const int group : {4, 6, 2})
        if (vectors % group == 0)
            return group * vectorLanes;
    return outputs == 1 ? 1 : vectorLanes;
}

} // namespace

void Activations::reshape(int width, int height, int channels, int border)
{
    m_width = width;
    m_height = height;
    m_channels = channels;
    m_border = border;
    m_values.resize(offset(width + border, height + border - 1));
    if (border == 0)
        return;
    const size_t side = size_t(border) * channels;
    std::fill(cell(-border, -border), cell(-border, 0), 0.0F);
    for (int y = 0; y < height; ++y) {
        std::fill_n(cell(-border, y), side, 0.0F);
        std::fill_n(cell(width, y), side, 0.0F);
    }
    std::fill_n(cell(-border, height), size_t(border) * size_t(width + 2 * border) * channels, 0.0F);
}

Convolver::Convolver(const Convolution &weights)
    : m_outputs(weights.outputs), m_inputs(weights.inputs), m_kernel(weights.kernel),
      m_stride(weights.stride), m_padding(weights.padding), m_group(groupOf(weights.outputs)),
      m_groups((weights.outputs + m_group - 1) / m_group), m_lanes(std::max(m_groups * m_group, vectorLanes)),
      m_bias(m_lanes)
{
    std::copy(weights.bias.begin(), weights.bias.end(), m_bias.begin());
    const size_t filters = size_t(m_kernel) * m_kernel * m_inputs * m_groups * m_group;
    m_filters.resize((filters + vectorLanes - 1) / vectorLanes);
    float *filter = m_filters.front().values;
    for (int row = 0; row < m_kernel; ++row)
        for (int group = 0; group < m_groups; ++group)
            for (int column = 0; column < m_kernel; ++column)
                for (int input = 0; input < m_inputs; ++input)
                    for (int i = 0; i < m_group; ++i, ++filter) {
                        const int output = group * m_group + i;
                        if (output < m_outputs)
                            *filter = weights.filters[((size_t(output) * m_inputs + input) * m_kernel + row) *
                                                          m_kernel +
                                                      column];
                    }
}

void Convolver::apply(const Activations &in, Then then, int border, Activations &out) const
{
    out.reshape(sizeAfter(in.width()), sizeAfter(in.height()), m_outputs, border);
    cv::parallel_for_(cv::Range(0, out.height()), [&](const cv::Range &rows) {
        std::vector<float> sums(size_t(out.width()) * m_lanes);
        for (int y = rows.start; y < rows.end; ++y) {
            for (int x = 0; x < out.width(); ++x)
                std::copy(m_bias.begin(), m_bias.end(), sums.begin() + size_t(x) * m_lanes);
            addKernel(in, y, sums.data(), out.width());
            float *values = out.cell(0, y);
            for (int x = 0; x < out.width(); ++x) {
                const float *cell = sums.data() + size_t(x) * m_lanes;
                if (m_group == 1)
                    *values++ = std::accumulate(cell, cell + vectorLanes, 0.0F);
                else
                    values = std::copy_n(cell, m_outputs, values);
            }
            if (then == Then::Relu)
                for (float *value = out.cell(0, y); value != values; ++value)
                    *value = std::max(*value, 0.0F);
        }
    });
}

void Convolver::addKernel(const Activations &in, int y, float *sums, int cells) const
{
    static const Add add = fastest();
    constexpr int filtersAtOnce = 4096; // 16 KiB, half of a small first-level cache
    const int depth = m_kernel * m_inputs;
    const float *filters = m_filters.front().values;
    for (int row = 0; row < m_kernel; ++row) {
        const float *values = in.cell(-m_padding, y * m_stride + row - m_padding);
        for (int group = 0; group < m_groups; ++group)
            for (int done = 0; done < depth;) {
                const int now = std::min(depth - done, filtersAtOnce / m_group);
                add({values + done, m_stride * m_inputs, filters, now, sums + group * m_group, m_lanes,
                     cells},
                    m_group);
                filters += size_t(now) * m_group;
                done += now;
            }
    }
}

} // namespace likeness::face
