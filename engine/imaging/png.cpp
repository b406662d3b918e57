// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/png.h"

#include <QtEndian>

#include <new>
#include <zlib.h>

namespace likeness::imaging
{

namespace
{

void appendNumber(QByteArray &to, quint32 number)
{
    char bytes[4];
    qToBigEndian(number, bytes);
    to.append(bytes, 4);
}

void appendChunk(QByteArray &to, const char *type, const QByteArray &data)
{
    appendNumber(to, quint32(data.size()));
    const qsizetype start = to.size();
    to.append(type, 4).append(data);
    appendNumber(to, quint32(crc32(0, reinterpret_cast<const Bytef *>(to.constData()) + start,
                                   uInt(to.size() - start))));
}

/// Each row as its differences from the row above (filter "up"), which deflates far better than the pixels.
QByteArray filtered(const QByteArray &pixels, int height)
{
    const qsizetype width = pixels.size() / height;
    QByteArray rows((width + 1) * height, Qt::Uninitialized);
    const uchar *row = reinterpret_cast<const uchar *>(pixels.constData());
    uchar *to = reinterpret_cast<uchar *>(rows.data());
    for (int y = 0; y < height; ++y, row += width) {
        const uchar *above = y > 0 ? row - width : nullptr;
        *to++ = 2;
        for (qsizetype i = 0; i < width; ++i)
            *to++ = uchar(row[i] - (above ? above[i] : 0));
    }
    return rows;
}

QByteArray deflated(const QByteArray &bytes)
{
    uLongf size = compressBound(uLong(bytes.size()));
    QByteArray out(qsizetype(size), Qt::Uninitialized);
    // Out of memory is its only failure here.
    if (compress2(reinterpret_cast<Bytef *>(out.data()), &size,
                  reinterpret_cast<const Bytef *>(bytes.constData()), uLong(bytes.size()), 6) != Z_OK)
        throw std::bad_alloc();
    out.truncate(qsizetype(size));
    return out;
}

QByteArray png(int width, int height, int channels, int bitsPerChannel, const QByteArray &pixels)
{
    QByteArray header;
    appendNumber(header, quint32(width));
    appendNumber(header, quint32(height));
    header.append(char(bitsPerChannel));
    header.append(char(channels == 3 ? 2 : 0));
    header.append(3, '\0'); // deflate, the five filters, no interlace

    QByteArray file("\x89PNG\r\n\x1a\n", 8);
    appendChunk(file, "IHDR", header);
    appendChunk(file, "IDAT", deflated(filtered(pixels, height)));
    appendChunk(file, "IEND", {});
    return file;
}

} // namespace

QByteArray toPng(const base::Picture &picture)
{
    return png(picture.width(), picture.height(), picture.channels(), 8, picture.pixels());
}

QByteArray toPng(const model::NativeFrame &frame)
{
    return png(frame.width, frame.height, frame.channels, frame.bitsPerChannel, frame.pixels);
}

} // namespace likeness::imaging
