// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/decode/stilldecoder.h"

#include <QImage>

#include <sys/mman.h>

namespace likeness::tests {

/// Decodes bytes through a file that has no path.
inline base::Result<model::Still> decodeBytes(const QByteArray &bytes,
                                               const decode::StillLimits &limits = {})
{
    const int descriptor = memfd_create("still", MFD_CLOEXEC);
    QFile file;
    file.open(descriptor, QIODevice::ReadWrite, QFileDevice::AutoCloseHandle);
    file.write(bytes);
    file.flush();
    base::Progress progress;
    return decode::makeInProcessDecoder(limits)->decode(file, QStringLiteral("subject"), progress);
}

inline QRgb pixel(const base::Picture &picture, int x, int y)
{
    const uchar *p = picture.line(y) + x * picture.channels();
    return picture.channels() == 1 ? qRgb(p[0], p[0], p[0]) : qRgb(p[0], p[1], p[2]);
}

inline bool equal(const base::Picture &picture, const QImage &image)
{
    if (picture.width() != image.width() || picture.height() != image.height())
        return false;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (pixel(picture, x, y) != (image.pixel(x, y) | 0xff000000))
                return false;
    return true;
}

} // namespace likeness::tests
