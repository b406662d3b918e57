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
QByteArray filtered(const base::Picture &picture)
{
    const qsizetype width = picture.bytesPerLine();
    QByteArray rows((width + 1) * picture.height(), Qt::Uninitialized);
    uchar *to = reinterpret_cast<uchar *>(rows.data());
    for (int y = 0; y < picture.height(); ++y) {
        const uchar *row = picture.line(y);
        const uchar *above = y > 0 ? picture.line(y - 1) : nullptr;
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

} // namespace

QByteArray toPng(const base::Picture &picture)
{
    QByteArray header;
    appendNumber(header, quint32(picture.width()));
    appendNumber(header, quint32(picture.height()));
    header.append(char(8)); // bits a channel
    header.append(char(picture.format() == base::Picture::Format::Rgb ? 2 : 0));
    header.append(3, '\0'); // deflate, the five filters, no interlace

    QByteArray png("\x89PNG\r\n\x1a\n", 8);
    appendChunk(png, "IHDR", header);
    appendChunk(png, "IDAT", deflated(filtered(picture)));
    appendChunk(png, "IEND", {});
    return png;
}

} // namespace likeness::imaging
