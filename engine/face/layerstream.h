// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/convolver.h"

#include <functional>
#include <vector>

namespace likeness::face
{

/// Runs layers one after another over a picture of any height without holding more of it than they look at:
/// of each layer's output only the rows that the next layer still needs are kept. Nothing is computed twice,
/// and what a layer sees is what it would see of the whole picture. Each layer but the last is followed by
/// ReLU. Memory grows with the width alone: about 2.6 KB a pixel of it.
class LayerStream
{
public:
    /// Fills `rows` rows of the picture from row `first` on, three values a pixel.
    using Read = std::function<void(int first, int rows, float *values)>;
    /// Rows of the last layer's one output; `scores` holds `columns` of each. False ends the run.
    using Take = std::function<bool(int first, int rows, int columns, const float *scores)>;

    /// `layers` must outlive the stream.
    explicit LayerStream(const std::vector<Convolver> &layers) : m_layers(layers) {}

    /// For a picture of `width` x `height`; rows come in order, some at a time.
    void run(int width, int height, const Read &read, const Take &take);

private:
    /// Rows begin to end of a layer's input, those outside the picture zeros.
    struct Rows {
        Activations values;
        int height = 0;
        int begin = 0;
        int end = 0;
        float *row(int y) { return values.cell(0, y - begin); }
        void drop(int before);
    };

    int rowsAtOnce(size_t layer) const;
    int rowsLookedAt(size_t layer, int outputs) const;
    void need(size_t input, int end, const Read &read);
    int make(size_t layer, const Read &read);

    const std::vector<Convolver> &m_layers;
    std::vector<Rows> m_rows; ///< the inputs of the layers, and the output of the last
};

} // namespace likeness::face
