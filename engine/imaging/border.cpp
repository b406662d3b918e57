// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/border.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace likeness::imaging {

Bordered::Bordered(const base::Picture &picture, double factor)
    : m_width(picture.width()), m_height(picture.height()), m_left(int(std::lround(m_width * factor))),
      m_top(int(std::lround(m_height * factor)))
{
    m_picture = base::Picture(m_width + 2 * m_left, m_height + 2 * m_top, picture.format());
    const int channels = picture.channels();
    for (int y = 0; y < m_picture.height(); ++y) {
        const uchar *from = picture.line(std::clamp(y - m_top, 0, m_height - 1));
        uchar *to = m_picture.line(y);
        for (int x = 0; x < m_left; ++x) {
            std::memcpy(to + qsizetype(x) * channels, from, size_t(channels));
            std::memcpy(to + qsizetype(m_left + m_width + x) * channels,
                        from + qsizetype(m_width - 1) * channels, size_t(channels));
        }
        std::memcpy(to + qsizetype(m_left) * channels, from, size_t(picture.bytesPerLine()));
    }
}

model::RelativePoint Bordered::inside(const model::RelativePoint &point) const
{
    return {std::clamp((point.x * m_picture.width() - m_left) / m_width, 0.0, 1.0),
            std::clamp((point.y * m_picture.height() - m_top) / m_height, 0.0, 1.0)};
}

model::RelativeRect Bordered::inside(const model::RelativeRect &rect) const
{
    const auto topLeft = inside(model::RelativePoint{rect.x, rect.y});
    const auto bottomRight = inside(model::RelativePoint{rect.right(), rect.bottom()});
    return {topLeft.x, topLeft.y, bottomRight.x - topLeft.x, bottomRight.y - topLeft.y};
}

model::EyePoints Bordered::inside(const model::EyePoints &eyes) const
{
    return {inside(eyes.left), inside(eyes.right)};
}

} // namespace likeness::imaging
