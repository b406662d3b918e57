// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace likeness::face
{

/// Sums of products for some cells of a layer's output: for each cell and output, the bias and the products
/// of rows x depth values of the input, in that order.
struct Multiplication {
    const float *const *in; ///< of each cell, its first value
    float *const *out;      ///< of each cell, `vectors` x lanes sums
    int cells = 0;
    int rows = 1;
    size_t rowStep = 0; ///< values from one row of the input to the next
    int depth = 0;      ///< values of a row
    /// Outputs in groups of Kernels::group vectors: groups x rows x depth x the outputs of a group.
    const float *filters = nullptr;
    const float *bias = nullptr; ///< vectors x lanes, or null for zeros
    int vectors = 0;
    int group = 1; ///< Kernels::group of them
    bool relu = false;
};

/// The same for cells that lie side by side, `cellStep` values apart, and their outputs `outStep` values.
struct RowMultiplication {
    const float *in;
    float *out;
    int cells = 0;
    int cellStep = 0; ///< one of Kernels::cellSteps
    size_t outStep = 0;
    int rows = 1;
    size_t rowStep = 0;
    int depth = 0;
    const float *filters = nullptr;
    const float *bias = nullptr;
    int vectors = 0;
    int group = 1;
    bool relu = false;
};

/// The same for a layer of one output, whose cells are one float each. Eight sums run side by side; value i
/// of a row goes to sum i % 8, and they are added up in the end. `depth` is a multiple of 8.
struct DotProduct {
    const float *const *in;
    float *out; ///< of each cell one sum
    int cells = 0;
    int rows = 1;
    size_t rowStep = 0;
    int depth = 0;
    const float *filters = nullptr; ///< rows x depth
    float bias = 0;
};

/// Ways to make 4x4 outputs at once: see winograd.h.
enum class Tiling { Kernel3, Kernel5, Kernel5Stride2 };
constexpr int tilingCount = 3;
constexpr int tileOutputs = 4; ///< columns, and rows, of a tile's outputs

/// From a tile's input to what is multiplied.
struct TileInput {
    const float *in;
    size_t rowStep;
    int channels; ///< values of a cell of `in`, and as many for each product
    float *out;
    size_t productStep; ///< values from one product to the next
};
/// From the products to a tile's output.
struct TileOutput {
    const float *in;
    size_t productStep;
    const float *bias;
    bool relu;
    int channels;
    float *out;
    size_t rowStep;
    int columns, rows; ///< of the output that are wanted, up to 4
};

/// The inner loops, for one kind of processor. Their sums run in the same order on all.
struct Kernels {
    const char *instructions; ///< "avx512", "avx2" or "plain": stands with each template
    int lanes;                ///< floats of a vector
    int largestGroup; ///< vectors that leave room for the sums of some cells in this processor's registers
    void (*multiply)(const Multiplication &);
    void (*multiplyRow)(const RowMultiplication &);
    void (*dot)(const DotProduct &);
    void (*tileIn[tilingCount])(const TileInput &);
    void (*tileOut[tilingCount])(const TileOutput &);

    /// The addresses of a row's cells are part of the instructions, so there is a set of them for each step.
    static constexpr int cellSteps[] = {6, 16, 32, 48, 64};

    /// How many of a layer's vectors are worked on together.
    int group(int vectors) const
    {
        int group = largestGroup;
        while (vectors % group != 0)
            --group;
        return group;
    }
};

/// Those that this processor can run, the fastest first: AVX-512, AVX2 with fused multiply-add, and what
/// every processor has.
const std::vector<Kernels> &availableKernels();

} // namespace likeness::face
