// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/activations.h"
#include "engine/face/networks.h"

#include <memory>
#include <span>

namespace likeness::face
{

struct Kernels;

/// One convolution with its bias.
///
/// Kernels of 3x3 and 5x5 over enough channels run by Winograd's minimal filtering (Lavin and Gray, "Fast
/// Algorithms for Convolutional Neural Networks", 2016): a tile of 4x4 outputs at once, for a fourth to a
/// sixth of the multiplications; others directly. Sums run in a fixed order whatever the number of threads
/// and pictures, with or without fused multiply-add, whichever the processor has. A tile's outputs also
/// depend, in their last bits, on where the tile lies, so output row 0 and column 0 must fall on a multiple
/// of 4 of the same picture for two runs to agree to the bit.
class Convolver
{
public:
    enum class Then { Nothing, Relu };

    explicit Convolver(const Convolution &weights);
    /// By those of availableKernels() instead of the fastest.
    Convolver(const Convolution &weights, const Kernels &kernels);
    Convolver(Convolver &&) noexcept;
    ~Convolver();

    int padding() const;
    int sizeAfter(int size) const;
    /// Outputs of a row, and rows, that are made together.
    int unit() const;
    /// Zeros that the input must have around it.
    Border border() const;
    int stride() const;
    int kernel() const;
    int outputs() const; ///< channels, without what fills up the last vector

    /// Each of `in` has the layer's inputs as stored channels and its border(). Each `out` gets a border of
    /// `border`. Uses OpenCV's threads.
    void apply(std::span<const Activations> in, Then then, Border border, std::span<Activations> out) const;
    /// One picture, some rows: `rows` outputs whose first needs the input rows from `inRow` on (its padding
    /// included), to `out` from `outRow` on. `in` holds all the rows that a whole unit() looks at.
    void applyRows(const Activations &in, int inRow, Then then, Activations &out, int outRow, int rows) const;

private:
    struct Layer;
    std::unique_ptr<const Layer> m_layer;
};

} // namespace likeness::face
