// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/directfinder.h"

#include "engine/face/layerstream.h"
#include "engine/face/pyramid.h"

#include <algorithm>
#include <cmath>
#include <limits>

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
Span cellsOf(double regionBegin, double regionEnd, int levelPlace, int levelPx, int windowPx,
             const Grid &grid, int cells)
{
    const double begin = levelPlace + regionBegin * levelPx - windowPx;
    const double end = levelPlace + regionEnd * levelPx + windowPx;
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
        const int first = Pyramid::levelForFace(settings.smallestFacePx, m_window);
        Pyramid pyramid(picture, first, m_window);
        if (!pyramid.make(progress))
            return base::fail(base::ErrorCode::Cancelled, {});
        const std::vector<Part> parts = partsOf(pyramid, first, settings.region);
        Run run{{}, progress, 0, 0};
        for (const Part &part : parts)
            run.total += qint64(part.columns.size()) * part.rows.size();
        LayerStream stream(m_layers);
        for (const Part &part : parts) {
            const auto take = [&](const std::vector<Detection> &found) {
                run.found.insert(run.found.end(), found.begin(), found.end());
                if (soFar && !found.empty())
                    soFar(suppressOverlaps(run.found, m_overlap));
            };
            if (!scan(pyramid, part, threshold, stream, run, take))
                return base::fail(base::ErrorCode::Cancelled, {});
        }
        return suppressOverlaps(std::move(run.found), m_overlap);
    }

private:
    /// A part of a canvas, and which of its levels are meant.
    struct Part {
        const Canvas *canvas;
        Span columns;
        Span rows;
        int firstLevel;
        int lastLevel;
        bool isMeant(int level) const { return level >= firstLevel && level <= lastLevel; }
    };
    struct Run {
        std::vector<Detection> found;
        base::Progress &progress;
        qint64 done;
        qint64 total;
    };

    std::vector<Part> partsOf(const Pyramid &pyramid, int first,
                              const std::optional<model::RelativeRect> &region) const
    {
        std::vector<Part> parts;
        constexpr int last = std::numeric_limits<int>::max();
        for (const Canvas &canvas : pyramid.canvases()) {
            const int width = m_grid.cells(canvas.width), height = m_grid.cells(canvas.height);
            if (region) {
                for (const PyramidLevel &level : canvas.levels)
                    if (level.index >= first)
                        parts.push_back({&canvas,
                                         cellsOf(region->x, region->right(), level.x, level.width, m_window,
                                                 m_grid, width),
                                         cellsOf(region->y, region->bottom(), level.y, level.height, m_window,
                                                 m_grid, height),
                                         level.index, level.index});
            } else if (first <= 0) {
                parts.push_back({&canvas, {0, width}, {0, height}, first, last});
            } else {
                // Fine levels lie on top, above the first that is wanted. Coarse ones may stand beside them.
                Span below{height, height}, columns{width, width}, rows{height, height};
                for (const PyramidLevel &level : canvas.levels) {
                    if (level.index < first)
                        continue;
                    const Span here = cellsOf(0, 1, level.y, level.height, m_window, m_grid, height);
                    if (level.index == first) {
                        below.begin = rows.end = rows.begin = here.begin;
                    } else if (here.begin < below.begin) {
                        rows.begin = std::min(rows.begin, here.begin);
                        columns.begin =
                            std::min(columns.begin,
                                     cellsOf(0, 1, level.x, level.width, m_window, m_grid, width).begin);
                    }
                }
                parts.push_back({&canvas, columns, rows, first, last});
                parts.push_back({&canvas, {0, width}, below, first, last});
            }
        }
        std::erase_if(parts,
                      [](const Part &part) { return part.columns.size() <= 0 || part.rows.size() <= 0; });
        return parts;
    }

    /// Hands over what it finds, some rows at a time. False when cancelled.
    template <class Take>
    bool scan(const Pyramid &pyramid, const Part &part, double threshold, LayerStream &stream, Run &run,
              Take take) const
    {
        const Span columns = withBorder(part.columns, m_grid.cells(part.canvas->width));
        const Span rows = withBorder(part.rows, m_grid.cells(part.canvas->height));
        const auto pixels = [&](const Span &span) {
            return (span.size() - 1) * m_grid.stride + m_grid.patch;
        };
        const CanvasRect whole{columns.begin * m_grid.stride, rows.begin * m_grid.stride, pixels(columns),
                               pixels(rows)};
        const auto read = [&](int first, int count, float *values) {
            pyramid.read(*part.canvas, {whole.x, whole.y + first, whole.width, count}, m_mean, values);
        };
        const auto look = [&](int first, int count, int width, const float *scores) {
            std::vector<Detection> found;
            for (int i = 0; i < count * width; ++i) {
                const int column = columns.begin + i % width, row = rows.begin + first + i / width;
                if (scores[i] <= threshold || !part.columns.holds(column) || !part.rows.holds(row))
                    continue;
                const int x = column * m_grid.stride + m_grid.centre, y = row * m_grid.stride + m_grid.centre;
                if (part.isMeant(Pyramid::levelAt(*part.canvas, x, y).index))
                    found.push_back(pyramid.toPicture(*part.canvas, x, y, scores[i]));
            }
            take(found);
            run.done += qint64(part.columns.size()) * part.rows.overlap(rows.begin + first, count);
            run.progress.report(run.done, run.total);
            return !run.progress.isCancelled();
        };
        stream.run(whole.width, whole.height, read, look);
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
