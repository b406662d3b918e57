// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/netbuilder.h"

#include <algorithm>

namespace likeness::face
{

using cv::dnn::LayerParams;

int NetBuilder::add(const char *type, LayerParams params, std::initializer_list<int> inputs)
{
    params.type = type;
    params.name = cv::format("%s%d", type, ++m_layers);
    const int id = m_net.addLayer(params.name, params.type, params);
    int port = 0;
    for (const int input : inputs)
        m_net.connect(input, 0, id, port++);
    return id;
}

int NetBuilder::convolution(int input, const Convolution &weights)
{
    LayerParams params;
    params.set("num_output", weights.outputs);
    params.set("kernel_size", weights.kernel);
    params.set("stride", weights.stride);
    params.set("pad", weights.padding);
    params.set("bias_term", true);
    const int shape[] = {weights.outputs, weights.inputs, weights.kernel, weights.kernel};
    cv::Mat filters(4, shape, CV_32F);
    std::copy(weights.filters.begin(), weights.filters.end(), filters.ptr<float>());
    params.blobs = {filters, cv::Mat(weights.bias, true).reshape(1, 1)};
    return add("Convolution", params, {input});
}

int NetBuilder::relu(int input)
{
    return add("ReLU", {}, {input});
}

int NetBuilder::pool(int input, const char *kind, int kernel, int stride)
{
    LayerParams params;
    params.set("pool", kind);
    params.set("kernel_size", kernel);
    params.set("stride", stride);
    params.set("ceil_mode", false); // dlib drops what does not fill a window
    return add("Pooling", params, {input});
}

int NetBuilder::globalAverage(int input)
{
    LayerParams params;
    params.set("pool", "ave");
    params.set("global_pooling", true);
    return add("Pooling", params, {input});
}

int NetBuilder::padEnd(int input, int channels, int rows, int columns)
{
    LayerParams params;
    const int amounts[] = {0, 0, 0, channels, 0, rows, 0, columns};
    params.set("paddings", cv::dnn::DictValue::arrayInt(amounts, 8));
    return add("Padding", params, {input});
}

int NetBuilder::sum(int a, int b)
{
    LayerParams params;
    params.set("operation", "sum");
    return add("Eltwise", params, {a, b});
}

int NetBuilder::project(int input, const std::vector<float> &matrix, int outputs)
{
    const int inputs = int(matrix.size()) / outputs;
    LayerParams params;
    params.set("num_output", outputs);
    params.set("bias_term", false);
    // InnerProduct wants one row for each output.
    params.blobs = {cv::Mat(inputs, outputs, CV_32F, const_cast<float *>(matrix.data())).t()};
    return add("InnerProduct", params, {input});
}

cv::dnn::Net NetBuilder::take()
{
    m_net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
    m_net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
    return m_net;
}

} // namespace likeness::face
