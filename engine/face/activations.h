// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace likeness::face
{

/// Zeros around the cells, in cells.
struct Border {
    int before = 0; ///< left and above
    int after = 0;  ///< right and below
};

/// What a network holds between two layers: `height` rows of `width` cells of `channels` values each, cell by
/// cell, in a border of zeros.
class Activations
{
public:
    /// How many values a cell of that many channels holds: whole vectors, the last filled up with zeros; but
    /// a picture's three are kept as they are.
    static int storedChannels(int channels) { return channels < 8 ? channels : (channels + 15) / 16 * 16; }

    /// Gives it a shape and a border of zeros; what the cells hold is undefined. Keeps memory that it has.
    void reshape(int width, int height, int channels, Border border);

    int width() const { return m_width; }
    int height() const { return m_height; }
    int channels() const { return m_channels; } ///< values of a cell
    /// Values of a cell and, after them, of those to the right of it. The border has negative coordinates and
    /// those from the width or height on.
    float *cell(int x, int y) { return m_values.data() + offset(x, y); }
    const float *cell(int x, int y) const { return m_values.data() + offset(x, y); }
    /// Values from a cell to the one below it.
    size_t rowStep() const { return m_rowStep; }
    /// Zeros in a row and its border.
    void clearRow(int y);
    /// Moves `rows` rows, with their borders, up by `by`.
    void moveUp(int firstRow, int rows, int by);

private:
    size_t offset(int x, int y) const
    {
        return size_t(y + m_border.before) * m_rowStep + size_t(x + m_border.before) * size_t(m_channels);
    }

    int m_width = 0, m_height = 0, m_channels = 0;
    Border m_border;
    size_t m_rowStep = 0;
    std::vector<float> m_values;
};

} // namespace likeness::face
