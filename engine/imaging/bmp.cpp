// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/bmp.h"

#include <QtEndian>

namespace likeness::imaging {

QByteArray toBmp(const base::Picture &picture)
{
    constexpr qsizetype headers = 14 + 40;
    const qsizetype lineBytes = (qsizetype(picture.width()) * 3 + 3) / 4 * 4;
    QByteArray bytes(headers + lineBytes * picture.height(), '\0');
    uchar *out = reinterpret_cast<uchar *>(bytes.data());
    out[0] = 'B';
    out[1] = 'M';
    qToLittleEndian(quint32(bytes.size()), out + 2);
    qToLittleEndian(quint32(headers), out + 10);
    qToLittleEndian(quint32(40), out + 14);
    qToLittleEndian(qint32(picture.width()), out + 18);
    qToLittleEndian(qint32(picture.height()), out + 22);
    qToLittleEndian(quint16(1), out + 26);  // planes
    qToLittleEndian(quint16(24), out + 28); // bits a pixel
    qToLittleEndian(quint32(lineBytes * picture.height()), out + 34);

    const bool grey = picture.format() == base::Picture::Format::Grey;
    for (int y = 0; y < picture.height(); ++y) {
        const uchar *from = picture.line(y);
        uchar *to = out + headers + lineBytes * (picture.height() - 1 - y); // rows run from the bottom
        for (int x = 0; x < picture.width(); ++x)
            for (int channel = 0; channel < 3; ++channel)
                to[3 * x + channel] = grey ? from[x] : from[3 * x + 2 - channel]; // blue, green, red
    }
    return bytes;
}

} // namespace likeness::imaging
