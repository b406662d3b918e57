// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/cvdescriber.h"

#include "engine/face/netbuilder.h"

#include <algorithm>

namespace likeness::face
{

namespace
{

constexpr int chipPx = 150;

/// Size after a convolution or pooling without ceiling.
int shrunk(int size, int kernel, int stride, int padding)
{
    return (size + 2 * padding - kernel) / stride + 1;
}

cv::dnn::Net build(const DescriberWeights &weights)
{
    NetBuilder builder;
    const auto &layers = weights.convolutions;
    int last = builder.relu(builder.convolution(0, layers[0]));
    int size = shrunk(chipPx, layers[0].kernel, layers[0].stride, layers[0].padding);
    last = builder.pool(last, "max", 3, 2);
    size = shrunk(size, 3, 2, 0);

    for (size_t i = 1; i + 1 < layers.size(); i += 2) {
        const Convolution &first = layers[i], &second = layers[i + 1];
        int shortcut = last;
        last = builder.convolution(builder.relu(builder.convolution(last, first)), second);
        int inner = shrunk(size, first.kernel, first.stride, first.padding);
        if (first.stride > 1) {
            shortcut = builder.pool(shortcut, "ave", 2, 2);
            size = shrunk(size, 2, 2, 0);
        }
        // dlib adds tensors of different shape as if the smaller one went on with zeros.
        const int outer = std::max(inner, size);
        const int channels = first.outputs - first.inputs;
        if (channels > 0 || outer > size)
            shortcut = builder.padEnd(shortcut, channels, outer - size, outer - size);
        if (outer > inner)
            last = builder.padEnd(last, 0, outer - inner, outer - inner);
        size = outer;
        last = builder.relu(builder.sum(last, shortcut));
    }
    builder.project(builder.globalAverage(last), weights.projection, int(model::Template().size()));
    return builder.take();
}

class CvDescriber : public Describer
{
public:
    explicit CvDescriber(const DescriberWeights &weights) : m_mean(weights.mean), m_net(build(weights)) {}

    model::Template describe(const base::Picture &chip) override
    {
        const int shape[] = {1, 3, chipPx, chipPx};
        cv::Mat input(4, shape, CV_32F);
        const float mean[] = {m_mean.red, m_mean.green, m_mean.blue};
        for (int c = 0; c < 3; ++c)
            for (int row = 0; row < chipPx; ++row) {
                float *out = input.ptr<float>(0, c, row);
                const uchar *in = chip.line(row);
                for (int column = 0; column < chipPx; ++column)
                    out[column] = (in[3 * column + c] - mean[c]) / 256;
            }
        m_net.setInput(input);
        const cv::Mat output = m_net.forward();
        model::Template result;
        std::copy_n(output.ptr<float>(), result.size(), result.begin());
        return result;
    }

private:
    InputMean m_mean;
    cv::dnn::Net m_net;
};

} // namespace

std::unique_ptr<Describer> makeCvDescriber(const DescriberWeights &weights)
{
    return std::make_unique<CvDescriber>(weights);
}

} // namespace likeness::face
