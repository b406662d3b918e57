// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/face/detection.h"
#include "engine/face/networks.h"

#include <vector>

namespace likeness::face
{

/// One scale of a picture. The network sees it on a canvas: the level with a margin of mean grey (zero after
/// normalisation) around it. The margin puts the network's grid of eight pixels where it falls in dlib's
/// tiled pyramid image, because a shift of the grid changes every score.
struct PyramidLevel {
    int index =
        0; ///< 0 is the picture itself, each further level 5/6 of it; negative ones are enlarged by 6/5
    int width = 0;
    int height = 0;
    int offsetX = 0; ///< of the level on its canvas
    int offsetY = 0;
    int canvasWidth = 0;
    int canvasHeight = 0;
};

/// A rectangle of canvas pixels.
struct CanvasRect {
    int x = 0, y = 0, width = 0, height = 0;
};

/// dlib's image pyramid (pyramid_down<6>, bilinear, corners aligned), one level in memory at a time: a level
/// is 16-bit (1/256 of a grey level), made from the one before it, and freed after the next is made. Levels
/// below zero are sampled from the picture where they are asked for and take no memory at all. So a picture
/// of n pixels needs about 7 n bytes beside itself.
class Pyramid
{
public:
    /// Level whose detector window fits faces of that size best: 0 at the window's own size.
    static int levelForFace(int facePx, int windowPx);

    /// `picture` must be RGB and outlive the pyramid.
    Pyramid(const base::Picture &picture, int firstLevel, int windowPx);

    /// From fine to coarse; empty when the picture is too small for a face.
    const std::vector<PyramidLevel> &levels() const { return m_levels; }
    /// Makes a level's pixels; levels must be asked for in rising order.
    void enter(const PyramidLevel &level);
    /// The entered level's canvas, row by row, red, green and blue of each pixel as (value - mean) / 256.
    void read(const CanvasRect &rect, const InputMean &mean, float *values) const;

    /// The square of `windowPx` around a canvas point, in pixels of the picture.
    Detection toPicture(const PyramidLevel &level, double canvasX, double canvasY, double score) const;

private:
    void shrink();

    const base::Picture &m_picture;
    int m_windowPx;
    std::vector<PyramidLevel> m_levels;
    PyramidLevel m_entered;
    int m_shrunk = 0; ///< index of the level that m_pixels holds; 0: none, the picture itself
    int m_width = 0;
    int m_height = 0;
    std::vector<quint16> m_pixels;
};

} // namespace likeness::face
