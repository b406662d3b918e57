// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/networkwork.h"

#include <cmath>
#include <vector>

namespace likeness::benchmark
{

namespace
{

struct Layer {
    int kernel, stride, padding, inputs, outputs;

    int sizeAfter(int size) const { return (size + 2 * padding - kernel) / stride + 1; }
    double operations(int widthAfter, int heightAfter) const
    {
        return 2.0 * kernel * kernel * inputs * outputs * widthAfter * heightAfter;
    }
};

const std::vector<Layer> finder{{5, 2, 0, 3, 16},  {5, 2, 0, 16, 32}, {5, 2, 0, 32, 32}, {5, 1, 2, 32, 45},
                                {5, 1, 2, 45, 45}, {5, 1, 2, 45, 45}, {9, 1, 4, 45, 1}};
constexpr int window = 80; // pixels of a level, the side of a face that the network answers to

} // namespace

double finderOperations(const QSize &picture, int smallestFacePx)
{
    double operations = 0;
    // A face of smallestFacePx is `window` pixels wide on the first level.
    double scale = std::pow(1.2, std::round(std::log(double(window) / smallestFacePx) / std::log(1.2)));
    for (; std::min(picture.width(), picture.height()) * scale >= window; scale /= 1.2) {
        int width = int(std::lround(picture.width() * scale));
        int height = int(std::lround(picture.height() * scale));
        for (const Layer &layer : finder) {
            width = layer.sizeAfter(width);
            height = layer.sizeAfter(height);
            operations += layer.operations(width, height);
        }
    }
    return operations;
}

double describerOperations()
{
    double operations = 0;
    int side = 150;
    const auto convolve = [&](const Layer &layer) {
        side = layer.sizeAfter(side);
        operations += layer.operations(side, side);
    };
    convolve({7, 2, 0, 3, 32});
    side = (side - 3) / 2 + 1; // the largest of 3x3
    // Residual blocks: channels, how many, whether the first of them halves the side.
    struct Blocks {
        int channels, count;
        bool shrinks;
    };
    int channels = 32;
    for (const Blocks &blocks :
         {Blocks{32, 3, false}, {64, 4, true}, {128, 3, true}, {256, 3, true}, {256, 1, true}})
        for (int i = 0; i < blocks.count; ++i) {
            const bool halves = blocks.shrinks && i == 0;
            const int pooled = side / 2; // of the shortcut, which the smaller of the two is filled up to
            convolve({3, halves ? 2 : 1, halves ? 0 : 1, channels, blocks.channels});
            channels = blocks.channels;
            convolve({3, 1, 1, channels, channels});
            if (halves)
                side = std::max(side, pooled);
        }
    return operations + 2.0 * 256 * 128;
}

} // namespace likeness::benchmark
