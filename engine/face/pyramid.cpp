// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/pyramid.h"

#include <opencv2/core/utility.hpp>

#include <dlib/geometry.h>
#include <dlib/image_transforms/image_pyramid.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace likeness::face
{

namespace
{

using Shrinker = dlib::pyramid_down<6>;
constexpr double ratio = 6.0 / 5.0;
// dlib's input_rgb_image_pyramid: set in the model file, and the same in every version of it.
constexpr unsigned long betweenLevels = 10;
constexpr unsigned long aroundAll = 11;
constexpr int fixedPoint = 256;

/// Where output pixel i of n falls among the m input pixels, corners aligned, as dlib's resize_image.
struct Sample {
    int first;
    int second;
    float fraction;
};
Sample sampleAt(int i, int n, int m)
{
    const double position = i * ((m - 1) / double(std::max(n - 1, 1)));
    const int first = std::min(int(position), m - 1);
    return {first, std::min(first + 1, m - 1), float(position - first)};
}

std::vector<Sample> samples(int begin, int end, int n, int m)
{
    std::vector<Sample> all;
    all.reserve(end - begin);
    for (int i = begin; i < end; ++i)
        all.push_back(sampleAt(i, n, m));
    return all;
}

/// A pixel as a processor likes it; the fourth value is whatever comes next.
typedef float Pixel __attribute__((vector_size(16), aligned(sizeof(float)), may_alias));

/// Calls put(column, pixel) for the columns of a row between two rows of an image of interleaved values.
template <class Value, class Put>
void sampleRow(const Value *upper, const Value *lower, int values, float fraction,
               const std::vector<Sample> &columns, Put put)
{
    thread_local std::vector<float> between;
    between.resize(size_t(values) + 1);
    for (int i = 0; i < values; ++i)
        between[i] = float(upper[i]) + fraction * (float(lower[i]) - float(upper[i]));
    for (size_t i = 0; i < columns.size(); ++i) {
        const auto [first, second, across] = columns[i];
        const Pixel from = *reinterpret_cast<const Pixel *>(between.data() + 3 * size_t(first));
        const Pixel to = *reinterpret_cast<const Pixel *>(between.data() + 3 * size_t(second));
        put(i, from + across * (to - from));
    }
}

/// work(row) for each row, by OpenCV's threads.
template <class Work>
void inRows(int rows, Work work)
{
    cv::parallel_for_(cv::Range(0, rows), [&](const cv::Range &range) {
        for (int row = range.start; row < range.end; ++row)
            work(row);
    });
}

} // namespace

int Pyramid::levelForFace(int facePx, int windowPx)
{
    return int(std::floor(std::log(double(facePx) / windowPx) / std::log(ratio) + 0.5));
}

Pyramid::Pyramid(const base::Picture &picture, int firstLevel, int windowPx)
    : m_picture(picture), m_windowPx(windowPx)
{
    // dlib says itself where it would put each level.
    std::vector<dlib::rectangle> places;
    long height = 0, width = 0;
    dlib::impl::compute_tiled_image_pyramid_details(Shrinker(), picture.height(), picture.width(),
                                                    betweenLevels, aroundAll, places, height, width);
    Canvas tiled{int(width), int(height), {}};
    for (size_t i = 0; i < places.size(); ++i)
        tiled.levels.push_back({int(i), int(places[i].left()), int(places[i].top()), int(places[i].width()),
                                int(places[i].height())});
    m_canvases.push_back(std::move(tiled));
    for (int index = -1; index >= firstLevel; --index) {
        const double scale = std::pow(ratio, -index);
        const PyramidLevel level{index, int(aroundAll), int(aroundAll),
                                 int(std::lround(picture.width() * scale)),
                                 int(std::lround(picture.height() * scale))};
        m_canvases.push_back({level.width + 2 * int(aroundAll), level.height + 2 * int(aroundAll), {level}});
    }
}

bool Pyramid::make(const base::Progress &progress)
{
    for (size_t index = 1; index < m_canvases.front().levels.size(); ++index) {
        if (progress.isCancelled())
            return false;
        m_shrunk.push_back(shrunk(int(index)));
    }
    return !progress.isCancelled();
}

Pyramid::Pixels Pyramid::shrunk(int index) const
{
    const PyramidLevel &level = m_canvases.front().levels[index];
    const PyramidLevel &before = m_canvases.front().levels[index - 1];
    Pixels pixels{level.width, level.height, std::vector<quint16>(size_t(level.width) * level.height * 3)};
    const auto columns = samples(0, level.width, level.width, before.width);
    inRows(level.height, [&](int row) {
        const Sample at = sampleAt(row, level.height, before.height);
        quint16 *out = pixels.values.data() + size_t(row) * level.width * 3;
        const auto from = [&](const auto *base, float scale) {
            const size_t step = size_t(before.width) * 3;
            sampleRow(base + at.first * step, base + at.second * step, int(step), at.fraction, columns,
                      [&](size_t i, const Pixel &pixel) {
                          for (int c = 0; c < 3; ++c)
                              out[3 * i + c] = quint16(pixel[c] * scale + 0.5F);
                      });
        };
        if (index == 1)
            from(m_picture.line(0), fixedPoint);
        else
            from(m_shrunk[index - 2].values.data(), 1);
    });
    return pixels;
}

void Pyramid::read(const Canvas &canvas, const CanvasRect &rect, const InputMean &mean, float *values) const
{
    std::fill_n(values, size_t(rect.width) * rect.height * 3, 0.0F);
    for (const PyramidLevel &level : canvas.levels)
        readLevel(level, rect, mean, values);
}

void Pyramid::readLevel(const PyramidLevel &level, const CanvasRect &rect, const InputMean &mean,
                        float *values) const
{
    const int left = std::max(rect.x, level.x), right = std::min(rect.x + rect.width, level.x + level.width);
    const int top = std::max(rect.y, level.y),
              bottom = std::min(rect.y + rect.height, level.y + level.height);
    if (left >= right || top >= bottom)
        return;
    const Pixels *pixels = level.index > 0 ? &m_shrunk[level.index - 1] : nullptr;
    const int fromWidth = pixels ? pixels->width : m_picture.width();
    const int fromHeight = pixels ? pixels->height : m_picture.height();
    const auto columns = samples(left - level.x, right - level.x, level.width, fromWidth);
    const size_t step = size_t(fromWidth) * 3;
    inRows(bottom - top, [&](int offset) {
        const int row = top + offset;
        const Sample at = sampleAt(row - level.y, level.height, fromHeight);
        float *out = values + (size_t(row - rect.y) * rect.width + (left - rect.x)) * 3;
        const auto from = [&](const auto *base, float unit) {
            const Pixel means{mean.red, mean.green, mean.blue};
            const size_t last = columns.size() - 1;
            sampleRow(base + at.first * step, base + at.second * step, int(step), at.fraction, columns,
                      [&](size_t i, const Pixel &pixel) {
                          const Pixel value = (pixel * unit - means) / 256;
                          if (i < last) // the fourth value is written over by the next pixel
                              *reinterpret_cast<Pixel *>(out + 3 * i) = value;
                          else
                              std::copy_n(&value[0], 3, out + 3 * i);
                      });
        };
        if (pixels)
            from(pixels->values.data(), 1.0F / fixedPoint);
        else
            from(m_picture.line(0), 1);
    });
}

const PyramidLevel &Pyramid::levelAt(const Canvas &canvas, double x, double y)
{
    std::vector<dlib::rectangle> places;
    for (const PyramidLevel &level : canvas.levels)
        places.emplace_back(level.x, level.y, level.x + level.width - 1, level.y + level.height - 1);
    return canvas.levels[dlib::nearest_rect(places, dlib::dpoint(x, y))];
}

Detection Pyramid::toPicture(const Canvas &canvas, double x, double y, double score) const
{
    const PyramidLevel &level = levelAt(canvas, x, y);
    const dlib::dpoint centre(x - level.x, y - level.y);
    dlib::drectangle box = dlib::centered_drect(centre, m_windowPx, m_windowPx);
    if (level.index >= 0) {
        box = Shrinker().rect_up(box, level.index);
    } else {
        const double across = (m_picture.width() - 1) / double(std::max(level.width - 1, 1));
        const double down = (m_picture.height() - 1) / double(std::max(level.height - 1, 1));
        box = dlib::drectangle(box.left() * across, box.top() * down, box.right() * across,
                               box.bottom() * down);
    }
    const dlib::rectangle whole = box;
    return {whole.left(), whole.top(), whole.right(), whole.bottom(), score};
}

} // namespace likeness::face
