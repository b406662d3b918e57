// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/networks.h"

#include <vector>

namespace likeness::face
{

/// What a network holds between two layers: `height` rows of `width` cells of `channels` values each, cell by
/// cell, with `border` cells of zeros on every side.
class Activations
{
public:
    /// Gives it a shape and a border of zeros; what the cells hold is undefined. Keeps memory that it has.
    void reshape(int width, int height, int channels, int border);

    int width() const { return m_width; }
    int height() const { return m_height; }
    int channels() const { return m_channels; }
    int border() const { return m_border; }
    /// Values of a cell and, after them, of those to the right of it. The border has negative coordinates and
    /// those from the width or height on.
    float *cell(int x, int y) { return m_values.data() + offset(x, y); }
    const float *cell(int x, int y) const { return m_values.data() + offset(x, y); }

private:
    size_t offset(int x, int y) const
    {
        return (size_t(y + m_border) * size_t(m_width + 2 * m_border) + size_t(x + m_border)) *
               size_t(m_channels);
    }

    int m_width = 0, m_height = 0, m_channels = 0, m_border = 0;
    std::vector<float> m_values;
};

/// One convolution with its bias. Direct, without a matrix of patches: a row of the kernel covers values that
/// lie side by side. Sums run in a fixed order whatever the shape and the number of threads; with or without
/// fused multiply-add, whichever the processor has.
class Convolver
{
public:
    enum class Then { Nothing, Relu };

    explicit Convolver(const Convolution &weights);

    int padding() const { return m_padding; }
    int stride() const { return m_stride; }
    int sizeAfter(int size) const { return (size + 2 * m_padding - m_kernel) / m_stride + 1; }
    /// `in` has as many channels as the layer has inputs, a border of its padding, and fills one kernel at
    /// least. `border` is that of the output. Uses OpenCV's threads.
    void apply(const Activations &in, Then then, int border, Activations &out) const;

private:
    /// On one cache line: a load across two takes twice as long.
    struct alignas(32) Lanes {
        float values[8] = {};
    };

    /// Adds the products of all kernel rows for row `y` of the output to `cells` times m_lanes sums.
    void addKernel(const Activations &in, int y, float *sums, int cells) const;

    int m_outputs, m_inputs, m_kernel, m_stride, m_padding;
    int m_group;                  ///< outputs that are worked on together
    int m_groups;                 ///< of them, the last one filled up
    int m_lanes;                  ///< sums kept for each cell of the output
    std::vector<float> m_bias;    ///< m_lanes
    std::vector<Lanes> m_filters; ///< kernel rows x groups x (kernel columns x inputs) x m_group
};

} // namespace likeness::face
