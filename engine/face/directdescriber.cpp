// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/directdescriber.h"

#include "engine/face/convolver.h"

#include <algorithm>
#include <span>

namespace likeness::face
{

namespace
{

constexpr int chipPx = 150;

/// The greatest of each 3x3 cells, every second column and row; those that do not fill a window are dropped.
void poolMax(const Activations &in, Border border, Activations &out)
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
void addShortcut(const Activations &inner, const Activations &in, bool shrinks, Border border,
                 Activations &out)
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
        constexpr size_t batch = 16; // some 14 MB of activations
        std::vector<model::Template> templates;
        for (size_t first = 0; first < chips.size(); first += batch)
            describe(std::span(chips).subspan(first, std::min(batch, chips.size() - first)), templates);
        return templates;
    }

private:
    void describe(std::span<const base::Picture> chips, std::vector<model::Template> &templates) const
    {
        using Batch = std::vector<Activations>;
        Batch in(chips.size()), out(chips.size()), inner(chips.size()), residual(chips.size());
        for (size_t i = 0; i < chips.size(); ++i)
            in[i] = pixels(chips[i]);
        m_layers[0].apply(in, Convolver::Then::Relu, {}, out);
        for (size_t i = 0; i < chips.size(); ++i)
            poolMax(out[i], m_layers[1].border(), in[i]);
        for (size_t layer = 1; layer + 1 < m_layers.size(); layer += 2) {
            const Convolver &first = m_layers[layer], &second = m_layers[layer + 1];
            first.apply(in, Convolver::Then::Relu, second.border(), inner);
            second.apply(inner, Convolver::Then::Nothing, {}, residual);
            const Border border = layer + 2 < m_layers.size() ? m_layers[layer + 2].border() : Border{};
            for (size_t i = 0; i < chips.size(); ++i)
                addShortcut(residual[i], in[i], first.stride() > 1, border, out[i]);
            std::swap(in, out);
        }
        for (const Activations &last : in)
            templates.push_back(project(last));
    }

    Activations pixels(const base::Picture &chip) const
    {
        Activations in;
        in.reshape(chipPx, chipPx, 3, m_layers[0].border());
        const float mean[] = {m_mean.red, m_mean.green, m_mean.blue};
        for (int row = 0; row < chipPx; ++row)
            for (int i = 0; i < 3 * chipPx; ++i)
                in.cell(0, row)[i] = (float(chip.line(row)[i]) - mean[i % 3]) / 256;
        return in;
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
