// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/layerstream.h"

#include <algorithm>

namespace likeness::face
{

void LayerStream::Rows::drop(int before)
{
    if (before <= begin)
        return;
    values.moveUp(before - begin, end - before, before - begin);
    begin = before;
}

int LayerStream::rowsAtOnce(size_t layer) const
{
    constexpr int direct = 8; // where the layer itself does not care
    return std::max(m_layers[layer].unit(), m_layers[layer].unit() == 1 ? direct : 1);
}

int LayerStream::rowsLookedAt(size_t layer, int outputs) const
{
    return (outputs - 1) * m_layers[layer].stride() + m_layers[layer].kernel();
}

void LayerStream::run(int width, int height, const Read &read, const Take &take)
{
    m_rows.resize(m_layers.size() + 1);
    for (size_t i = 0; i <= m_layers.size(); ++i) {
        const bool last = i == m_layers.size();
        Rows &rows = m_rows[i];
        const int made = i == 0 ? 0 : rowsAtOnce(i - 1);
        const int channels = i == 0 ? 3 : Activations::storedChannels(m_layers[i - 1].outputs());
        rows.values.reshape(width, made + (last ? 0 : rowsLookedAt(i, rowsAtOnce(i))), channels,
                            last ? Border{} : m_layers[i].border());
        rows.height = height;
        rows.begin = rows.end = last ? 0 : -m_layers[i].padding();
        if (!last) {
            width = m_layers[i].sizeAfter(width);
            height = m_layers[i].sizeAfter(height);
        }
    }
    Rows &scores = m_rows.back();
    while (scores.end < scores.height) {
        scores.begin = scores.end;
        const int made = make(m_layers.size() - 1, read);
        if (!take(scores.begin, made, scores.values.width(), scores.row(scores.begin)))
            return;
    }
}

int LayerStream::make(size_t layer, const Read &read)
{
    const Convolver &convolver = m_layers[layer];
    Rows &in = m_rows[layer], &out = m_rows[layer + 1];
    const int rows = std::min(rowsAtOnce(layer), out.height - out.end);
    const int first = out.end * convolver.stride() - convolver.padding();
    in.drop(first);
    need(layer, first + rowsLookedAt(layer, std::max(rows, convolver.unit())), read);
    convolver.applyRows(in.values, first - in.begin,
                        layer + 1 == m_layers.size() ? Convolver::Then::Nothing : Convolver::Then::Relu,
                        out.values, out.end - out.begin, rows);
    out.end += rows;
    return rows;
}

void LayerStream::need(size_t input, int end, const Read &read)
{
    Rows &rows = m_rows[input];
    while (rows.end < end) {
        if (rows.end < 0 || rows.end >= rows.height) {
            rows.values.clearRow(rows.end - rows.begin);
            ++rows.end;
        } else if (input > 0) {
            make(input - 1, read);
        } else {
            const int count = std::min(end, rows.height) - rows.end;
            read(rows.end, count, rows.row(rows.end));
            rows.end += count;
        }
    }
}

} // namespace likeness::face
