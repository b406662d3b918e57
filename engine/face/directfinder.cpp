// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/directfinder.h"

#include "engine/face/layerstream.h"
#include "engine/face/pyramid.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace likeness::face
{

namespace
{

/// The geometry of the network, worked out from its layers: first those that shrink (stride over one, no
/// padding), then those that keep the size.
struct Grid {
    int stride = 1; ///< canvas pixels from one cell to the next
    int patch = 1;  ///< canvas pixels that one cell of the last shrinking layer sees
    int centre = 0; ///< canvas pixel at the centre of cell 0, as dlib rounds it

    explicit Grid(const std::vector<Convolution> &layers)
    {
        for (const Convolution &layer : layers) {
            patch += (layer.kernel - 1) * (layer.padding == 0 ? stride : 0);
            centre += (layer.kernel / 2 - layer.padding) * stride;
            stride *= layer.stride;
        }
    }
    int cells(int canvasPx) const { return canvasPx < patch ? 0 : (canvasPx - patch) / stride + 1; }
};

struct Span {
    int begin = 0;
    int end = 0;
    int size() const { return end - begin; }
    bool holds(int cell) const { return cell >= begin && cell < end; }
    int overlap(int from, int count) const
    {
        return std::max(std::min(end, from + count) - std::max(begin, from), 0);
    }
};

/// How far, in cells, the border of what is searched can reach into the answer: a tile of four sees two cells
/// to either side, three times, and the last layer four. Searched parts begin and end on whole tiles.
constexpr int borderCells = 20;
constexpr int tileCells = 4;

/// Cells of one level whose windows can matter for a region of the picture: those with their centre in it,
/// and one window around, because a stronger face outside may suppress one inside.
Span cellsOf(double regionBegin, double regionEnd, int picturePx, int levelPx, int offset, int windowPx,
             const Grid &grid, int cells)
{
    const double scale = double(levelPx) / picturePx;
    const double begin = regionBegin * picturePx * scale + offset - windowPx;
    const double end = regionEnd * picturePx * scale + offset + windowPx;
    return {std::clamp(int(std::floor((begin - grid.centre) / grid.stride)), 0, cells),
            std::clamp(int(std::ceil((end - grid.centre) / grid.stride)) + 1, 0, cells)};
}

/// `span` and what must be computed around it for its scores to be those of the whole level.
Span withBorder(const Span &span, int cells)
{
    const int begin = std::max(span.begin - borderCells, 0) / tileCells * tileCells;
    const int end = (span.end + borderCells + tileCells - 1) / tileCells * tileCells;
    return {begin, std::min(end, cells)};
}

class DirectFinder : public Finder
{
public:
    explicit DirectFinder(const FinderWeights &weights)
        : m_mean(weights.mean), m_window(weights.window), m_overlap(weights.overlap),
          m_grid(weights.convolutions), m_layers(weights.convolutions.begin(), weights.convolutions.end())
    {
    }

    base::Result<std::vector<Detection>> detect(const base::Picture &picture, const FinderSettings &settings,
                                                double threshold, base::Progress &progress,
                                                const SoFar &soFar) const override
    {
        Pyramid pyramid(picture, Pyramid::levelForFace(settings.smallestFacePx, m_window), m_window);
        const model::RelativeRect region = settings.region.value_or(model::RelativeRect{0, 0, 1, 1});
        std::vector<Part> parts;
        for (const PyramidLevel &level : pyramid.levels()) {
            const Span columns = cellsOf(region.x, region.right(), picture.width(), level.width,
                                         level.offsetX, m_window, m_grid, m_grid.cells(level.canvasWidth));
            const Span rows = cellsOf(region.y, region.bottom(), picture.height(), level.height,
                                      level.offsetY, m_window, m_grid, m_grid.cells(level.canvasHeight));
            if (columns.size() > 0 && rows.size() > 0)
                parts.push_back({&level, columns, rows});
        }
        // Large faces are there at once; enlarged levels, last, cost most.
        std::sort(parts.begin(), parts.end(), [](const Part &a, const Part &b) {
            const int first = a.level->index, second = b.level->index;
            return (first < 0) != (second < 0) ? first >= 0 : std::abs(first) < std::abs(second);
        });

        Run run{{}, progress, 0, 0};
        for (const Part &part : parts)
            run.total += qint64(part.columns.size()) * part.rows.size();
        LayerStream stream(m_layers);
        for (const Part &part : parts) {
            const size_t before = run.found.size();
            pyramid.enter(*part.level);
            if (progress.isCancelled() || !scan(pyramid, part, threshold, stream, run))
                return base::fail(base::ErrorCode::Cancelled, {});
            if (soFar && run.found.size() > before)
                soFar(suppressOverlaps(run.found, m_overlap));
        }
        return suppressOverlaps(std::move(run.found), m_overlap);
    }

private:
    struct Part {
        const PyramidLevel *level;
        Span columns;
        Span rows;
    };
    struct Run {
        std::vector<Detection> found;
        base::Progress &progress;
        qint64 done;
        qint64 total;
    };

    /// False when cancelled.
    bool scan(const Pyramid &pyramid, const Part &part, double threshold, LayerStream &stream, Run &run) const
    {
        const Span columns = withBorder(part.columns, m_grid.cells(part.level->canvasWidth));
        const Span rows = withBorder(part.rows, m_grid.cells(part.level->canvasHeight));
        const auto pixels = [&](const Span &span) {
            return (span.size() - 1) * m_grid.stride + m_grid.patch;
        };
        const CanvasRect whole{columns.begin * m_grid.stride, rows.begin * m_grid.stride, pixels(columns),
                               pixels(rows)};
        const auto read = [&](int first, int count, float *values) {
            pyramid.read({whole.x, whole.y + first, whole.width, count}, m_mean, values);
        };
        const auto take = [&](int first, int count, int width, const float *scores) {
            for (int i = 0; i < count * width; ++i) {
                const int column = columns.begin + i % width, row = rows.begin + first + i / width;
                if (scores[i] > threshold && part.columns.holds(column) && part.rows.holds(row))
                    run.found.push_back(pyramid.toPicture(*part.level, column * m_grid.stride + m_grid.centre,
                                                          row * m_grid.stride + m_grid.centre, scores[i]));
            }
            run.done += qint64(part.columns.size()) * part.rows.overlap(rows.begin + first, count);
            run.progress.report(run.done, run.total);
            return !run.progress.isCancelled();
        };
        stream.run(whole.width, whole.height, read, take);
        return !run.progress.isCancelled();
    }

    InputMean m_mean;
    int m_window;
    OverlapLimit m_overlap;
    Grid m_grid;
    std::vector<Convolver> m_layers;
};

} // namespace

std::unique_ptr<Finder> makeDirectFinder(const FinderWeights &weights)
{
    return std::make_unique<DirectFinder>(weights);
}

} // namespace likeness::face
