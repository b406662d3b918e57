// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/base/progress.h"
#include "engine/face/detection.h"
#include "engine/face/networks.h"

#include <vector>

namespace likeness::face
{

/// One scale of a picture: where it lies on a canvas.
struct PyramidLevel {
    int index = 0; ///< 0 is the picture itself, each further level 5/6 of it; negative: enlarged by 6/5
    int x = 0, y = 0, width = 0, height = 0;
};

/// What the network looks at in one go: levels with mean grey (zero after normalisation) between them.
struct Canvas {
    int width = 0, height = 0;
    std::vector<PyramidLevel> levels;
};

/// A rectangle of canvas pixels.
struct CanvasRect {
    int x = 0, y = 0, width = 0, height = 0;
};

/// dlib's image pyramid (pyramid_down<6>, bilinear, corners aligned) on the canvas that dlib itself makes
/// (create_tiled_pyramid): the levels stand below each other ten pixels apart, the smallest beside them. Near
/// the edge of a level the network sees its neighbours, and a shift of its grid of eight pixels changes every
/// score: so the canvas, not the level, is what gives dlib's answers. Levels below zero, which dlib does not
/// know, have a canvas each.
///
/// Levels are 16-bit (1/256 of a grey level); enlarged ones are sampled from the picture where they are asked
/// for. A picture of n pixels needs about 14 n bytes beside itself.
class Pyramid
{
public:
    /// Level whose detector window fits faces of that size best: 0 at the window's own size.
    static int levelForFace(int facePx, int windowPx);

    /// `picture` must be RGB and outlive the pyramid. Canvases of enlarged levels down to `firstLevel`.
    Pyramid(const base::Picture &picture, int firstLevel, int windowPx);

    /// Makes the smaller levels; looks at cancel before each. False when cancelled.
    bool make(const base::Progress &progress);

    /// dlib's, then those of enlarged levels by rising size.
    const std::vector<Canvas> &canvases() const { return m_canvases; }
    /// Row by row, red, green and blue of each pixel as (value - mean) / 256. After make().
    void read(const Canvas &canvas, const CanvasRect &rect, const InputMean &mean, float *values) const;

    /// The level that a point of the canvas belongs to: that which is nearest.
    static const PyramidLevel &levelAt(const Canvas &canvas, double x, double y);
    /// The square of `windowPx` around a canvas point, in pixels of the picture.
    Detection toPicture(const Canvas &canvas, double x, double y, double score) const;

private:
    struct Pixels {
        int width = 0, height = 0;
        std::vector<quint16> values;
    };
    Pixels shrunk(int index) const;
    void readLevel(const PyramidLevel &level, const CanvasRect &rect, const InputMean &mean,
                   float *values) const;

    const base::Picture &m_picture;
    int m_windowPx;
    std::vector<Canvas> m_canvases;
    std::vector<Pixels> m_shrunk; ///< of levels 1 and up
};

} // namespace likeness::face
