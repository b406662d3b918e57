// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/picture.h"

namespace likeness::base
{

Picture::Picture(int width, int height, Format format) : m_width(width), m_height(height), m_format(format)
{
    Q_ASSERT(width > 0 && height > 0);
    m_pixels = QByteArray(bytesPerLine() * height, '\0');
}

Picture::Picture(int width, int height, Format format, QByteArray pixels)
    : m_width(width), m_height(height), m_format(format), m_pixels(std::move(pixels))
{
    Q_ASSERT(m_pixels.size() == bytesPerLine() * height);
}

} // namespace likeness::base
