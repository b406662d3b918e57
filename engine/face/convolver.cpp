// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/convolver.h"

#include "engine/face/kernels.h"
#include "engine/face/winograd.h"

#include <opencv2/core/utility.hpp>

#include <algorithm>
#include <optional>
#include <vector>

namespace likeness::face
{

namespace
{

/// Bytes of products that are worked on together: half of a usual second-level cache.
constexpr size_t productBytes = 448 << 10;

/// On one cache line: a load across two takes twice as long.
struct alignas(64) CacheLine {
    float values[16] = {};
};

class AlignedFloats
{
public:
    explicit AlignedFloats(size_t count = 0) : m_lines((count + 15) / 16) {}
    float *data() { return m_lines.empty() ? nullptr : m_lines.front().values; }
    const float *data() const { return m_lines.empty() ? nullptr : m_lines.front().values; }
    void needs(size_t count) { m_lines.resize(std::max(m_lines.size(), (count + 15) / 16)); }

private:
    std::vector<CacheLine> m_lines;
};

/// Where tiles pay: the transformed filters are 2.6 to 4.8 times as many as the filters, and with many
/// channels (where pictures are small, too) fetching them costs more than the multiplications.
std::optional<Tiling> tilingFor(const Convolution &weights)
{
    if (weights.inputs < 16 || weights.outputs < 16 || weights.inputs * weights.outputs > 64 * 64)
        return {};
    for (const Tiling tiling : {Tiling::Kernel3, Tiling::Kernel5, Tiling::Kernel5Stride2}) {
        const TilingShape shape = TilingShape::of(tiling);
        if (shape.kernel == weights.kernel && shape.stride == weights.stride)
            return tiling;
    }
    return {};
}

} // namespace

struct Convolver::Layer {
    const Kernels &kernels;
    int outputs, inputs, kernel, stride, padding;
    int storedIn, storedOut;
    std::optional<Tiling> tiling;
    int group; ///< vectors worked on together
    AlignedFloats bias;
    AlignedFloats filters; ///< see Multiplication; of tiles one such block for each product

    Layer(const Convolution &weights, const Kernels &with)
        : kernels(with), outputs(weights.outputs), inputs(weights.inputs), kernel(weights.kernel),
          stride(weights.stride), padding(weights.padding), storedIn(Activations::storedChannels(inputs)),
          storedOut(outputs == 1 ? 1 : (outputs + 15) / 16 * 16), tiling(tilingFor(weights)),
          group(kernels.group(storedOut / kernels.lanes)), bias(storedOut)
    {
        std::copy(weights.bias.begin(), weights.bias.end(), bias.data());
        if (tiling)
            tileFilters(weights);
        else
            directFilters(weights);
    }

    float weight(const Convolution &weights, int output, int input, int row, int column) const
    {
        return output < outputs && input < inputs
                   ? weights.filters[((size_t(output) * inputs + input) * kernel + row) * kernel + column]
                   : 0;
    }

    void directFilters(const Convolution &weights)
    {
        const int together = outputs == 1 ? 1 : group * kernels.lanes;
        filters = AlignedFloats(size_t(storedOut) * kernel * kernel * storedIn);
        float *filter = filters.data();
        for (int first = 0; first < storedOut; first += together)
            for (int row = 0; row < kernel; ++row)
                for (int column = 0; column < kernel; ++column)
                    for (int input = 0; input < storedIn; ++input)
                        for (int i = 0; i < together; ++i)
                            *filter++ = weight(weights, first + i, input, row, column);
    }

    void tileFilters(const Convolution &weights)
    {
        const int n = TilingShape::of(*tiling).products, together = group * kernels.lanes;
        filters = AlignedFloats(size_t(n) * n * storedOut * inputs);
        float *filter = filters.data();
        for (int product = 0; product < n * n; ++product)
            for (int first = 0; first < storedOut; first += together)
                for (int input = 0; input < inputs; ++input)
                    for (int i = 0; i < together; ++i) {
                        double sum = 0;
                        for (int row = 0; row < kernel; ++row)
                            for (int column = 0; column < kernel; ++column)
                                sum += TilingShape::filter(*tiling, product / n, row) *
                                       TilingShape::filter(*tiling, product % n, column) *
                                       weight(weights, first + i, input, row, column);
                        *filter++ = float(sum);
                    }
    }

    int unit() const { return tiling ? tileOutputs : 1; }

    /// A part of an output: `columns` x `rows` cells whose first is made from the input cell at `in`.
    struct Part {
        const float *in;
        size_t inStep;
        float *out;
        size_t outStep;
        int columns, rows;
    };

    void run(const std::vector<Part> &parts, Then then) const
    {
        if (tiling)
            runTiles(parts, then == Then::Relu);
        else
            runDirect(parts, then == Then::Relu);
    }

    void runDirect(const std::vector<Part> &parts, bool relu) const
    {
        struct Row {
            const float *in;
            float *out;
            int cells;
        };
        std::vector<Row> rows;
        int cells = 0;
        for (const Part &part : parts)
            for (int row = 0; row < part.rows; ++row) {
                rows.push_back({part.in + size_t(row) * stride * part.inStep,
                                part.out + size_t(row) * part.outStep, part.columns});
                cells += part.columns;
            }
        if (rows.empty())
            return;
        // Long rows of a layer that reads pixels; elsewhere rows have a few cells, and blocks go across them.
        const bool inSteps = stride * storedIn == 6 && outputs > 1;
        // Threads are worth their while from some tenth of a millisecond on.
        constexpr double workOfThread = 2e6;
        const double work = double(cells) * kernel * kernel * storedIn * storedOut;
        const auto some = [&](const cv::Range &range) {
            if (inSteps) {
                for (int i = range.start; i < range.end; ++i)
                    kernels.multiplyRow({rows[i].in, rows[i].out, rows[i].cells, stride * storedIn,
                                         size_t(storedOut), kernel, parts.front().inStep, kernel * storedIn,
                                         filters.data(), bias.data(), storedOut / kernels.lanes, group,
                                         relu});
                return;
            }
            std::vector<const float *> in;
            std::vector<float *> out;
            for (int i = range.start; i < range.end; ++i)
                for (int x = 0; x < rows[i].cells; ++x) {
                    in.push_back(rows[i].in + size_t(x) * stride * storedIn);
                    out.push_back(rows[i].out + size_t(x) * storedOut);
                }
            if (in.empty())
                return;
            if (outputs > 1) {
                kernels.multiply({in.data(), out.data(), int(in.size()), kernel, parts.front().inStep,
                                  kernel * storedIn, filters.data(), bias.data(), storedOut / kernels.lanes,
                                  group, relu});
                return;
            }
            // The cells of one output lie side by side, row by row.
            for (int i = range.start, first = 0; i < range.end; first += rows[i].cells, ++i)
                kernels.dot({in.data() + first, rows[i].out, rows[i].cells, kernel, parts.front().inStep,
                             kernel * storedIn, filters.data(), *bias.data()});
        };
        inParallel(int(rows.size()), work < workOfThread ? 1 : int(rows.size()), some);
    }

    void runTiles(const std::vector<Part> &parts, bool relu) const
    {
        struct Tile {
            const Part *part;
            int x, y;
        };
        std::vector<Tile> tiles;
        for (const Part &part : parts)
            for (int y = 0; y < part.rows; y += tileOutputs)
                for (int x = 0; x < part.columns; x += tileOutputs)
                    tiles.push_back({&part, x, y});
        const TilingShape shape = TilingShape::of(*tiling);
        const int products = shape.products * shape.products;
        const size_t tileBytes = size_t(products) * (storedIn + storedOut) * sizeof(float);
        const int atOnce = std::max(int(productBytes / tileBytes), 6);
        const int batches = (int(tiles.size()) + atOnce - 1) / atOnce;

        const auto some = [&](const cv::Range &range) {
            // Memory that is asked for anew is slow to touch; some hundred KiB stay with each thread.
            thread_local AlignedFloats values;
            for (int batch = range.start; batch < range.end; ++batch) {
                const int first = int(qint64(tiles.size()) * batch / batches);
                const int count = int(qint64(tiles.size()) * (batch + 1) / batches) - first;
                values.needs(size_t(products) * count * (storedIn + storedOut));
                float *in = values.data(), *out = in + size_t(products) * count * storedIn;
                for (int i = 0; i < count; ++i) {
                    const Tile &tile = tiles[first + i];
                    kernels.tileIn[int(*tiling)](
                        {tile.part->in + size_t(tile.y) * stride * tile.part->inStep +
                             size_t(tile.x) * stride * storedIn,
                         tile.part->inStep, storedIn, in + size_t(i) * storedIn, size_t(count) * storedIn});
                }
                for (int product = 0; product < products; ++product)
                    kernels.multiplyRow({in + size_t(product) * count * storedIn,
                                         out + size_t(product) * count * storedOut, count, storedIn,
                                         size_t(storedOut), 1, 0, inputs,
                                         filters.data() + size_t(product) * inputs * storedOut, nullptr,
                                         storedOut / kernels.lanes, group, false});
                for (int i = 0; i < count; ++i) {
                    const Tile &tile = tiles[first + i];
                    kernels.tileOut[int(*tiling)](
                        {out + size_t(i) * storedOut, size_t(count) * storedOut, bias.data(), relu, storedOut,
                         tile.part->out + size_t(tile.y) * tile.part->outStep + size_t(tile.x) * storedOut,
                         tile.part->outStep, std::min(tile.part->columns - tile.x, tileOutputs),
                         std::min(tile.part->rows - tile.y, tileOutputs)});
                }
            }
        };
        inParallel(batches, batches, some);
    }

    /// In `stripes` pieces, if there is more than one.
    template <class Work>
    static void inParallel(int count, int stripes, Work work)
    {
        if (stripes > 1 && cv::getNumThreads() > 1)
            cv::parallel_for_(cv::Range(0, count), work, std::min(stripes, 2 * cv::getNumThreads()));
        else
            work(cv::Range(0, count));
    }
};

Convolver::Convolver(const Convolution &weights) : Convolver(weights, availableKernels().front()) {}
Convolver::Convolver(const Convolution &weights, const Kernels &kernels)
    : m_layer(std::make_unique<Layer>(weights, kernels))
{
}
Convolver::Convolver(Convolver &&) noexcept = default;
Convolver::~Convolver() = default;

int Convolver::padding() const
{
    return m_layer->padding;
}
int Convolver::stride() const
{
    return m_layer->stride;
}
int Convolver::kernel() const
{
    return m_layer->kernel;
}
int Convolver::outputs() const
{
    return m_layer->outputs;
}
int Convolver::unit() const
{
    return m_layer->unit();
}

int Convolver::sizeAfter(int size) const
{
    return (size + 2 * m_layer->padding - m_layer->kernel) / m_layer->stride + 1;
}

Border Convolver::border() const
{
    return {m_layer->padding, m_layer->padding + (m_layer->unit() - 1) * m_layer->stride};
}

void Convolver::apply(std::span<const Activations> in, Then then, Border border,
                      std::span<Activations> out) const
{
    std::vector<Layer::Part> parts;
    for (size_t i = 0; i < in.size(); ++i) {
        out[i].reshape(sizeAfter(in[i].width()), sizeAfter(in[i].height()), m_layer->storedOut, border);
        parts.push_back({in[i].cell(-m_layer->padding, -m_layer->padding), in[i].rowStep(), out[i].cell(0, 0),
                         out[i].rowStep(), out[i].width(), out[i].height()});
    }
    m_layer->run(parts, then);
}

void Convolver::applyRows(const Activations &in, int inRow, Then then, Activations &out, int outRow,
                          int rows) const
{
    m_layer->run({{in.cell(-m_layer->padding, inRow), in.rowStep(), out.cell(0, outRow), out.rowStep(),
                   out.width(), rows}},
                 then);
}

} // namespace likeness::face
