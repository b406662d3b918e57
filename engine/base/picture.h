// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace likeness::base
{

/// A plain 8-bit picture, upright, row by row without padding. Cheap to copy (shared until written).
/// Grey has one byte a pixel, Rgb three in the order red, green, blue.
class Picture
{
public:
    enum class Format { Grey, Rgb };

    Picture() = default;
    /// All pixels zero. Width and height at least 1.
    Picture(int width, int height, Format format);
    /// Takes over `pixels`, which must hold exactly width * height * channels bytes.
    Picture(int width, int height, Format format, QByteArray pixels);

    bool isNull() const { return m_pixels.isEmpty(); }
    int width() const { return m_width; }
    int height() const { return m_height; }
    Format format() const { return m_format; }
    int channels() const { return m_format == Format::Rgb ? 3 : 1; }
    qsizetype bytesPerLine() const { return qsizetype(m_width) * channels(); }
    qsizetype byteCount() const { return m_pixels.size(); }

    const uchar *line(int y) const
    {
        return reinterpret_cast<const uchar *>(m_pixels.constData()) + y * bytesPerLine();
    }
    uchar *line(int y) { return reinterpret_cast<uchar *>(m_pixels.data()) + y * bytesPerLine(); }
    const QByteArray &pixels() const { return m_pixels; }

    friend bool operator==(const Picture &, const Picture &) = default;

private:
    int m_width = 0;
    int m_height = 0;
    Format m_format = Format::Rgb;
    QByteArray m_pixels;
};

} // namespace likeness::base
