// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/directfinder.h"

#include "engine/face/convolver.h"
#include "engine/face/pyramid.h"

#include <algorithm>
#include <cmath>

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
    int reach = 0;  ///< cells that the later layers look to each side

    explicit Grid(const std::vector<Convolution> &layers)
    {
        for (const Convolution &layer : layers) {
            patch += (layer.kernel - 1) * (layer.padding == 0 ? stride : 0);
            centre += (layer.kernel / 2 - layer.padding) * stride;
            stride *= layer.stride;
            reach += layer.padding;
        }
    }
    int cells(int canvasPx) const { return canvasPx < patch ? 0 : (canvasPx - patch) / stride + 1; }
};

struct Span {
    int begin = 0;
    int end = 0;
    int size() const { return end - begin; }
};

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

/// Cuts a span into pieces of nearly equal size.
std::vector<Span> pieces(const Span &span, int atMost)
{
    const int count = (span.size() + atMost - 1) / atMost;
    std::vector<Span> result;
    for (int i = 0; i < count; ++i)
        result.push_back({span.begin + int(qint64(span.size()) * i / count),
                          span.begin + int(qint64(span.size()) * (i + 1) / count)});
    return result;
}

class DirectFinder : public Finder
{
public:
    DirectFinder(const FinderWeights &weights, int tileCells)
        : m_mean(weights.mean), m_window(weights.window), m_overlap(weights.overlap),
          m_grid(weights.convolutions), m_tileCells(tileCells),
          m_layers(weights.convolutions.begin(), weights.convolutions.end())
    {
    }

    base::Result<std::vector<Detection>> detect(const base::Picture &picture, const FinderSettings &settings,
                                                double threshold, base::Progress &progress,
                                                const SoFar &soFar) const override
    {
        Pyramid pyramid(picture, Pyramid::levelForFace(settings.smallestFacePx, m_window), m_window);
        struct Tile {
            const PyramidLevel *level;
            Span columns;
            Span rows;
        };
        std::vector<Tile> tiles;
        const model::RelativeRect region = settings.region.value_or(model::RelativeRect{0, 0, 1, 1});
        for (const PyramidLevel &level : pyramid.levels()) {
            const Span columns = cellsOf(region.x, region.right(), picture.width(), level.width,
                                         level.offsetX, m_window, m_grid, m_grid.cells(level.canvasWidth));
            const Span rows = cellsOf(region.y, region.bottom(), picture.height(), level.height,
                                      level.offsetY, m_window, m_grid, m_grid.cells(level.canvasHeight));
            for (const Span &row : pieces(rows, m_tileCells))
                for (const Span &column : pieces(columns, m_tileCells))
                    tiles.push_back({&level, column, row});
        }

        std::vector<Detection> found;
        Scratch scratch;
        qint64 done = 0;
        for (const Tile &tile : tiles) {
            if (progress.isCancelled())
                return base::fail(base::ErrorCode::Cancelled, {});
            progress.report(done++, qint64(tiles.size()));
            pyramid.enter(*tile.level);
            const size_t before = found.size();
            scan(pyramid, *tile.level, tile.columns, tile.rows, threshold, scratch, found);
            if (soFar && found.size() > before)
                soFar(suppressOverlaps(found, m_overlap));
        }
        progress.report(done, qint64(tiles.size()));
        return suppressOverlaps(std::move(found), m_overlap);
    }

private:
    struct Scratch {
        Activations in, out;
    };

    void scan(const Pyramid &pyramid, const PyramidLevel &level, const Span &columns, const Span &rows,
              double threshold, Scratch &s, std::vector<Detection> &found) const
    {
        // With `reach` more cells on every side the padding of the later layers touches no wanted cell. Where
        // the canvas ends, the tile ends too, and their padding is the same as for the whole canvas.
        const Span wideColumns{std::max(columns.begin - m_grid.reach, 0),
                               std::min(columns.end + m_grid.reach, m_grid.cells(level.canvasWidth))};
        const Span wideRows{std::max(rows.begin - m_grid.reach, 0),
                            std::min(rows.end + m_grid.reach, m_grid.cells(level.canvasHeight))};
        const auto pixels = [&](const Span &span) {
            return (span.size() - 1) * m_grid.stride + m_grid.patch;
        };
        const CanvasRect rect{wideColumns.begin * m_grid.stride, wideRows.begin * m_grid.stride,
                              pixels(wideColumns), pixels(wideRows)};
        s.in.reshape(rect.width, rect.height, 3, 0);
        pyramid.read(rect, m_mean, s.in.cell(0, 0));
        for (size_t i = 0; i < m_layers.size(); ++i) {
            const bool isLast = i + 1 == m_layers.size();
            m_layers[i].apply(s.in, isLast ? Convolver::Then::Nothing : Convolver::Then::Relu,
                              isLast ? 0 : m_layers[i + 1].padding(), s.out);
            std::swap(s.in, s.out);
        }

        for (int row = rows.begin; row < rows.end; ++row) {
            const float *scores = s.in.cell(0, row - wideRows.begin);
            for (int column = columns.begin; column < columns.end; ++column) {
                const float score = scores[column - wideColumns.begin];
                if (score > threshold)
                    found.push_back(pyramid.toPicture(level, column * m_grid.stride + m_grid.centre,
                                                      row * m_grid.stride + m_grid.centre, score));
            }
        }
    }

    InputMean m_mean;
    int m_window;
    OverlapLimit m_overlap;
    Grid m_grid;
    int m_tileCells;
    std::vector<Convolver> m_layers;
};

} // namespace

std::unique_ptr<Finder> makeDirectFinder(const FinderWeights &weights, int tileCells)
{
    return std::make_unique<DirectFinder>(weights, tileCells);
}

} // namespace likeness::face
