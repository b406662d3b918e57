// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/convolver.h"
#include "engine/face/kernels.h"
#include "engine/face/layerstream.h"

#include <QTest>

#include <opencv2/core/utility.hpp>

#include <cmath>
#include <cstring>
#include <random>

using namespace likeness::face;

namespace
{

struct Shape {
    int inputs, outputs, kernel, stride, padding;
};

Convolution randomLayer(const Shape &shape, std::mt19937 &random)
{
    std::normal_distribution<float> normal;
    Convolution layer{shape.outputs, shape.inputs, shape.kernel, shape.stride, shape.padding, {}, {}};
    const size_t products = size_t(shape.inputs) * shape.kernel * shape.kernel;
    for (size_t i = 0; i < products * shape.outputs; ++i)
        layer.filters.push_back(normal(random) / std::sqrt(float(products)));
    for (int i = 0; i < shape.outputs; ++i)
        layer.bias.push_back(normal(random));
    return layer;
}

Activations randomPicture(int width, int height, const Shape &shape, Border border, std::mt19937 &random)
{
    std::normal_distribution<float> normal;
    Activations picture;
    picture.reshape(width, height, Activations::storedChannels(shape.inputs), border);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int i = 0; i < picture.channels(); ++i)
                picture.cell(x, y)[i] = i < shape.inputs ? normal(random) : 0;
    return picture;
}

/// The definition of a convolution, in double.
double expected(const Convolution &layer, const Activations &in, int x, int y, int output)
{
    double sum = layer.bias[output];
    for (int row = 0; row < layer.kernel; ++row)
        for (int column = 0; column < layer.kernel; ++column) {
            const int inX = x * layer.stride - layer.padding + column;
            const int inY = y * layer.stride - layer.padding + row;
            if (inX < 0 || inY < 0 || inX >= in.width() || inY >= in.height())
                continue;
            for (int input = 0; input < layer.inputs; ++input)
                sum += double(layer.filters[((size_t(output) * layer.inputs + input) * layer.kernel + row) *
                                                layer.kernel +
                                            column]) *
                       double(in.cell(inX, inY)[input]);
        }
    return sum;
}

bool sameBits(const Activations &a, const Activations &b, int channels)
{
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            if (std::memcmp(a.cell(x, y), b.cell(x, y), channels * sizeof(float)) != 0)
                return false;
    return a.width() == b.width() && a.height() == b.height();
}

} // namespace

class TestConvolver : public QObject
{
    Q_OBJECT
private slots:
    void isAConvolution_data();
    void isAConvolution();
    void streamIsTheWhole_data();
    void streamIsTheWhole();
};

void TestConvolver::isAConvolution_data()
{
    QTest::addColumn<int>("inputs");
    QTest::addColumn<int>("outputs");
    QTest::addColumn<int>("kernel");
    QTest::addColumn<int>("stride");
    QTest::addColumn<int>("padding");
    // Those of the two networks, and others that fill their vectors badly.
    QTest::newRow("finder 1") << 3 << 16 << 5 << 2 << 0;
    QTest::newRow("finder 2") << 16 << 32 << 5 << 2 << 0;
    QTest::newRow("finder 3") << 32 << 32 << 5 << 2 << 0;
    QTest::newRow("finder 4") << 32 << 45 << 5 << 1 << 2;
    QTest::newRow("finder 5") << 45 << 45 << 5 << 1 << 2;
    QTest::newRow("finder 7") << 45 << 1 << 9 << 1 << 4;
    QTest::newRow("describer 1") << 3 << 32 << 7 << 2 << 0;
    QTest::newRow("describer 2") << 32 << 32 << 3 << 1 << 1;
    QTest::newRow("describer shrinking") << 32 << 64 << 3 << 2 << 0;
    QTest::newRow("describer 64") << 64 << 64 << 3 << 1 << 1;
    QTest::newRow("describer 128") << 128 << 128 << 3 << 1 << 1;
    QTest::newRow("few of many") << 17 << 20 << 3 << 1 << 1;
    QTest::newRow("three at a time") << 16 << 96 << 3 << 1 << 1;
}

void TestConvolver::isAConvolution()
{
    QFETCH(int, inputs);
    QFETCH(int, outputs);
    QFETCH(int, kernel);
    QFETCH(int, stride);
    QFETCH(int, padding);
    const Shape shape{inputs, outputs, kernel, stride, padding};
    std::mt19937 random(inputs * 1000 + outputs);
    const Convolution layer = randomLayer(shape, random);
    Activations fused; // with fused multiply-add, on vectors of any width, every bit is the same
    for (const Kernels &kernels : availableKernels()) {
        const Convolver convolver(layer, kernels);
        // The smallest that gives one cell, whole tiles, and what hangs over.
        for (const int size : {kernel - 2 * padding, 16, 21, 30}) {
            if (size < 1 || size + 2 * padding < kernel)
                continue;
            std::mt19937 pixels(size);
            std::vector<Activations> in, out(2);
            for (int i = 0; i < 2; ++i)
                in.push_back(randomPicture(size + 3, size, shape, convolver.border(), pixels));
            convolver.apply(in, Convolver::Then::Nothing, {1, 2}, out);
            for (int i = 0; i < 2; ++i) {
                QCOMPARE(out[i].width(), convolver.sizeAfter(size + 3));
                QCOMPARE(out[i].height(), convolver.sizeAfter(size));
                for (int y = 0; y < out[i].height(); ++y)
                    for (int x = 0; x < out[i].width(); ++x)
                        for (const int output : {0, outputs / 2, outputs - 1}) {
                            const double wanted = expected(layer, in[i], x, y, output);
                            QVERIFY2(std::abs(out[i].cell(x, y)[output] - wanted) < 3e-5,
                                     qPrintable(QString("%1 instead of %2, %3 lanes")
                                                    .arg(double(out[i].cell(x, y)[output]))
                                                    .arg(wanted)
                                                    .arg(kernels.lanes)));
                        }
                QCOMPARE(out[i].cell(-1, 0)[0], 0.0F);
                QCOMPARE(out[i].cell(out[i].width() + 1, out[i].height() + 1)[0], 0.0F);
            }
            std::vector<Activations> rectified(2), single(1);
            convolver.apply(in, Convolver::Then::Relu, {}, rectified);
            convolver.apply(std::span(in).last(1), Convolver::Then::Nothing, {1, 2}, single);
            QVERIFY(sameBits(single[0], out[1], outputs)); // alone or with others
            if (outputs > 1)
                QCOMPARE(rectified[0].cell(0, 0)[0], std::max(out[0].cell(0, 0)[0], 0.0F));
            if (size == 30 && &kernels != &availableKernels().back()) {
                if (fused.width() == 0)
                    fused = out[0];
                QVERIFY(sameBits(fused, out[0], outputs));
            }
        }
    }
}

void TestConvolver::streamIsTheWhole_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("one cell") << 29 << 29;
    QTest::newRow("less than a tile") << 45 << 37;
    QTest::newRow("wide") << 400 << 61;
    QTest::newRow("tall") << 61 << 400;
}

/// Row by row, all layers of a finder-like network give what they give one after another.
void TestConvolver::streamIsTheWhole()
{
    QFETCH(int, width);
    QFETCH(int, height);
    std::mt19937 random(1);
    const Shape shapes[] = {{3, 16, 5, 2, 0},  {16, 32, 5, 2, 0}, {32, 32, 5, 2, 0},
                            {32, 45, 5, 1, 2}, {45, 45, 5, 1, 2}, {45, 1, 9, 1, 4}};
    std::vector<Convolver> layers;
    for (const Shape &shape : shapes)
        layers.emplace_back(randomLayer(shape, random));
    std::vector<Activations> in(1), out(1);
    in[0] = randomPicture(width, height, shapes[0], layers[0].border(), random);
    const Activations picture = in[0];
    for (size_t i = 0; i < layers.size(); ++i) {
        const bool last = i + 1 == layers.size();
        layers[i].apply(in, last ? Convolver::Then::Nothing : Convolver::Then::Relu,
                        last ? Border{} : layers[i + 1].border(), out);
        std::swap(in, out);
    }
    const Activations &whole = in[0];

    LayerStream stream(layers);
    for (int again = 0; again < 2; ++again) { // what is left of the first run does not matter
        int rowsRead = 0, rowsTaken = 0;
        stream.run(
            width, height,
            [&](int first, int rows, float *values) {
                QCOMPARE(first, rowsRead);
                for (int y = 0; y < rows; ++y)
                    std::copy_n(picture.cell(0, first + y), 3 * width, values + size_t(y) * 3 * width);
                rowsRead += rows;
            },
            [&](int first, int rows, int columns, const float *scores) {
                [&] {
                    QCOMPARE(first, rowsTaken);
                    QCOMPARE(columns, whole.width());
                    for (int y = 0; y < rows; ++y)
                        QVERIFY(std::memcmp(scores + size_t(y) * columns, whole.cell(0, first + y),
                                            columns * sizeof(float)) == 0);
                }();
                rowsTaken += rows;
                return true;
            });
        QCOMPARE(rowsTaken, whole.height());
    }
    int taken = 0;
    stream.run(
        width, height,
        [&](int, int rows, float *values) { std::fill_n(values, size_t(3) * width * rows, 0.0F); },
        [&](int, int rows, int, const float *) {
            taken += rows;
            return false;
        });
    QVERIFY(taken > 0 && taken <= 8); // ends when told to
}

QTEST_GUILESS_MAIN(TestConvolver)
#include "tst_convolver.moc"
