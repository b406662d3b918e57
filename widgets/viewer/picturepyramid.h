// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "widgets/viewer/levels.h"

#include <QImage>

#include <vector>

class QPainter;

namespace likeness::viewer
{

/// A picture and its halves, quarters, eighths ..., so that a reduced view costs what is seen of it and not
/// what the picture holds. The picture's own pixels are shared, never converted.
class PicturePyramid
{
public:
    PicturePyramid() = default;
    explicit PicturePyramid(const base::Picture &picture); ///< the full level only

    /// The reduced levels, each a mean of 2x2 pixels of the one before. Some 3 ms per million pixels; any
    /// thread.
    static std::vector<QImage> reducedLevels(const base::Picture &picture);
    void setReducedLevels(std::vector<QImage> levels);
    bool isComplete() const { return m_complete; }

    bool isNull() const { return m_full.isNull(); }
    const QImage &full() const { return m_full; }

    /// Draws the part under `exposed` (canvas pixels) through `toCanvas` (picture pixels to canvas pixels).
    /// `zoom` is screen pixels per picture pixel: at 1 and above each screen pixel is one picture pixel's
    /// own value unless `smooth`; below 1 it is a mean of those it covers. `levels` change what is painted.
    void paint(QPainter &painter, const QTransform &toCanvas, const QRectF &exposed, double zoom, bool smooth,
               const Levels &levels = {}) const;

private:
    QImage m_full;
    std::vector<QImage> m_reduced;
    bool m_complete = false;
};

} // namespace likeness::viewer
