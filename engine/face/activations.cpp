// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/activations.h"

#include <algorithm>
#include <cstring>

namespace likeness::face
{

void Activations::reshape(int width, int height, int channels, Border border)
{
    m_width = width;
    m_height = height;
    m_channels = channels;
    m_border = border;
    m_rowStep = size_t(border.before + width + border.after) * size_t(channels);
    m_values.resize(m_rowStep * size_t(border.before + height + border.after));
    for (int y = -border.before; y < 0; ++y)
        clearRow(y);
    for (int y = 0; y < height; ++y) {
        std::fill_n(cell(-border.before, y), size_t(border.before) * channels, 0.0F);
        std::fill_n(cell(width, y), size_t(border.after) * channels, 0.0F);
    }
    for (int y = height; y < height + border.after; ++y)
        clearRow(y);
}

void Activations::clearRow(int y)
{
    std::fill_n(cell(-m_border.before, y), m_rowStep, 0.0F);
}

void Activations::moveUp(int firstRow, int rows, int by)
{
    std::memmove(cell(-m_border.before, firstRow - by), cell(-m_border.before, firstRow),
                 size_t(rows) * m_rowStep * sizeof(float));
}

} // namespace likeness::face
