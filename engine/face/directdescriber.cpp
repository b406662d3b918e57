// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/directdescriber.h"

#include "engine/face/convolver.h"

#include <algorithm>

namespace likeness::face
{

namespace
{

constexpr int chipPx = 150;

/// The greatest of each 3x3 cells, every second column and row; those that do not fill a window are dropped.
void poolMax(const Activations &in, int border, Activations &out)
{
    out.reshape((in.width() - 3) / 2 + 1, (in.height() - 3) / 2 + 1, in.channels(), border);
    for (int y = 0; y < out.height(); ++y)
        for (int x = 0; x < out.width(); ++x) {
            float *most = out.cell(x, y);
            std::copy_n(in.cell(2 * x, 2 * y), in.channels(), most);
            for (int i = 1; i < 9; ++i) {
                const float *value = in.cell(2 * x + i % 3, 2 * y + i / 3);
                for (int c = 0; c < in.channels(); ++c)
                    most[c] = std::max(most[c], value[c]);
            }
        }
}

/// What a residual block gives: `inner` and the shortcut from `in` (when the block shrinks, means of 2x2
/// cells), added up, then ReLU. dlib adds tensors of different shape as if the smaller one went on with
/// zeros.
void addShortcut(const Activations &inner, const Activations &in, bool shrinks, int border, Activations &out)
{
    const int step = shrinks ? 2 : 1;
    const int width = in.width() / step, height = in.height() / step;
    out.reshape(std::max(inner.width(), width), std::max(inner.height(), height), inner.channels(), border);
    for (int y = 0; y < out.height(); ++y)
        for (int x = 0; x < out.width(); ++x) {
            float *sum = out.cell(x, y);
            if (x < inner.width() && y < inner.height())
                std::copy_n(inner.cell(x, y), inner.channels(), sum);
            else
                std::fill_n(sum, inner.channels(), 0.0F);
            if (x < width && y < height)
                for (int i = 0; i < step * step; ++i) {
                    const float *value = in.cell(step * x + i % step, step * y + i / step);
                    for (int c = 0; c < in.channels(); ++c)
                        sum[c] += value[c] / float(step * step);
                }
            for (int c = 0; c < inner.channels(); ++c)
                sum[c] = std::max(sum[c], 0.0F);
        }
}

class DirectDescriber : public Describer
{
public:
    explicit DirectDescriber(const DescriberWeights &weights)
        : m_mean(weights.mean), m_layers(weights.convolutions.begin(), weights.convolutions.end()),
          m_projection(weights.projection)
    {
    }

    std::vector<model::Template> describe(const std::vector<base::Picture> &chips) const override
    {
        std::vector<model::Template> templates;
        Scratch scratch;
        for (const base::Picture &chip : chips)
            templates.push_back(describe(chip, scratch));
        return templates;
    }

private:
    struct Scratch {
        Activations in, out, inner, residual;
    };

    model::Template describe(const base::Picture &chip, Scratch &s) const
    {
        s.in.reshape(chipPx, chipPx, 3, m_layers[0].padding());
        const float mean[] = {m_mean.red, m_mean.green, m_mean.blue};
        for (int row = 0; row < chipPx; ++row)
            for (int i = 0; i < 3 * chipPx; ++i)
                s.in.cell(0, row)[i] = (chip.line(row)[i] - mean[i % 3]) / 256;
        m_layers[0].apply(s.in, Convolver::Then::Relu, 0, s.out);
        poolMax(s.out, m_layers[1].padding(), s.in);
        for (size_t i = 1; i + 1 < m_layers.size(); i += 2) {
            const Convolver &first = m_layers[i], &second = m_layers[i + 1];
            first.apply(s.in, Convolver::Then::Relu, second.padding(), s.inner);
            second.apply(s.inner, Convolver::Then::Nothing, 0, s.residual);
            const int border = i + 2 < m_layers.size() ? m_layers[i + 2].padding() : 0;
            addShortcut(s.residual, s.in, first.stride() > 1, border, s.out);
            std::swap(s.in, s.out);
        }
        return project(s.in);
    }

    /// The mean of all cells times the projection.
    model::Template project(const Activations &in) const
    {
        model::Template result{};
        const int cells = in.width() * in.height();
        for (int c = 0; c < in.channels(); ++c) {
            float mean = 0;
            for (int i = 0; i < cells; ++i)
                mean += in.cell(i % in.width(), i / in.width())[c] / float(cells);
            const float *row = m_projection.data() + size_t(c) * result.size();
            for (size_t i = 0; i < result.size(); ++i)
                result[i] += mean * row[i];
        }
        return result;
    }

    InputMean m_mean;
    std::vector<Convolver> m_layers;
    std::vector<float> m_projection;
};

} // namespace

std::unique_ptr<Describer> makeDirectDescriber(const DescriberWeights &weights)
{
    return std::make_unique<DirectDescriber>(weights);
}

} // namespace likeness::face
