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
constexpr int gridPx = 8; // three convolutions of stride two
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
    const auto add = [&](int index, int width, int height, int offsetX, int offsetY) {
        m_levels.push_back({index, width, height, offsetX, offsetY, width + offsetX + int(aroundAll),
                            height + offsetY + int(aroundAll)});
    };
    for (int index = firstLevel; index < 0; ++index) {
        const double scale = std::pow(ratio, -index);
        add(index, int(std::lround(picture.width() * scale)), int(std::lround(picture.height() * scale)),
            aroundAll, aroundAll);
    }
    // Asking dlib where it would put each level keeps the grid the same as its own.
    std::vector<dlib::rectangle> places;
    long height = 0, width = 0;
    dlib::impl::compute_tiled_image_pyramid_details(Shrinker(), picture.height(), picture.width(),
                                                    betweenLevels, aroundAll, places, height, width);
    for (int index = std::max(firstLevel, 0); index < int(places.size()); ++index) {
        const auto &place = places[index];
        // A level under half a window would be a face more than twice the picture.
        if (std::min(place.width(), place.height()) * 2 < (unsigned long)windowPx)
            break;
        const auto onGrid = [](long position) {
            return int(aroundAll + (position - long(aroundAll)) % gridPx);
        };
        add(index, int(place.width()), int(place.height()), onGrid(place.left()), onGrid(place.top()));
    }
}

void Pyramid::enter(const PyramidLevel &level)
{
    while (m_shrunk < level.index)
        shrink();
    m_entered = level;
}

void Pyramid::shrink()
{
    const int fromWidth = m_shrunk == 0 ? m_picture.width() : m_width;
    const int fromHeight = m_shrunk == 0 ? m_picture.height() : m_height;
    long width = fromWidth, height = fromHeight;
    dlib::find_pyramid_down_output_image_size(Shrinker(), height, width);
    std::vector<quint16> pixels(size_t(width) * height * 3);
    const auto columns = samples(0, int(width), int(width), fromWidth);
    inRows(int(height), [&](int row) {
        const Sample at = sampleAt(row, int(height), fromHeight);
        quint16 *out = pixels.data() + size_t(row) * width * 3;
        const auto from = [&](const auto *base, float scale) {
            const size_t step = size_t(fromWidth) * 3;
            sampleRow(base + at.first * step, base + at.second * step, int(step), at.fraction, columns,
                      [&](size_t i, const Pixel &pixel) {
                          for (int c = 0; c < 3; ++c)
                              out[3 * i + c] = quint16(pixel[c] * scale + 0.5F);
                      });
        };
        if (m_shrunk == 0)
            from(m_picture.line(0), fixedPoint);
        else
            from(m_pixels.data(), 1);
    });
    m_pixels = std::move(pixels);
    m_width = int(width);
    m_height = int(height);
    ++m_shrunk;
}

void Pyramid::read(const CanvasRect &rect, const InputMean &mean, float *values) const
{
    std::fill_n(values, size_t(rect.width) * rect.height * 3, 0.0F);
    const int left = std::max(rect.x, m_entered.offsetX);
    const int right = std::min(rect.x + rect.width, m_entered.offsetX + m_entered.width);
    const int top = std::max(rect.y, m_entered.offsetY);
    const int bottom = std::min(rect.y + rect.height, m_entered.offsetY + m_entered.height);
    if (left >= right)
        return;

    const bool shrunk = m_entered.index > 0;
    const int fromWidth = shrunk ? m_width : m_picture.width();
    const int fromHeight = shrunk ? m_height : m_picture.height();
    const auto columns =
        samples(left - m_entered.offsetX, right - m_entered.offsetX, m_entered.width, fromWidth);
    const size_t step = size_t(fromWidth) * 3;
    inRows(std::max(bottom - top, 0), [&](int offset) {
        const int row = top + offset;
        const Sample at = sampleAt(row - m_entered.offsetY, m_entered.height, fromHeight);
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
        if (shrunk)
            from(m_pixels.data(), 1.0F / fixedPoint);
        else
            from(m_picture.line(0), 1);
    });
}

Detection Pyramid::toPicture(const PyramidLevel &level, double canvasX, double canvasY, double score) const
{
    const dlib::dpoint centre(canvasX - level.offsetX, canvasY - level.offsetY);
    dlib::drectangle box = dlib::centered_drect(centre, m_windowPx, m_windowPx);
    if (level.index >= 0) {
        box = Shrinker().rect_up(box, level.index);
    } else {
        const double x = (m_picture.width() - 1) / double(std::max(level.width - 1, 1));
        const double y = (m_picture.height() - 1) / double(std::max(level.height - 1, 1));
        box = dlib::drectangle(box.left() * x, box.top() * y, box.right() * x, box.bottom() * y);
    }
    const dlib::rectangle whole = box;
    return {whole.left(), whole.top(), whole.right(), whole.bottom(), score};
}

} // namespace likeness::face
