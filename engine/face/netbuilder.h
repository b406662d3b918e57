// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/networks.h"

#include <opencv2/dnn.hpp>

namespace likeness::face
{

/// Builds a cv::dnn::Net layer by layer. Each call returns the id of the new layer's output; id 0 is the
/// network's input.
class NetBuilder
{
public:
    int convolution(int input, const Convolution &weights);
    int relu(int input);
    int pool(int input, const char *kind, int kernel, int stride);
    /// Mean over all rows and columns.
    int globalAverage(int input);
    /// Adds zeros behind the last channel, row and column.
    int padEnd(int input, int channels, int rows, int columns);
    int sum(int a, int b);
    /// Multiplies the flattened input with `matrix` (inputs x outputs); no bias.
    int project(int input, const std::vector<float> &matrix, int outputs);

    cv::dnn::Net take();

private:
    int add(const char *type, cv::dnn::LayerParams params, std::initializer_list<int> inputs);

    cv::dnn::Net m_net;
    int m_layers = 0;
};

} // namespace likeness::face
