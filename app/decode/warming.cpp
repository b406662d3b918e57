// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/decode/serving.h"

#include "engine/decode/stilldecoder.h"

#include <QBuffer>
#include <QImage>

#include <iconv.h>
#include <sys/mman.h>

namespace likeness::decoder
{

namespace
{

// 16 x 16 grey pixels each, written by libheif, which also could not write them quickly enough here.
constexpr auto smallHeic =
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAa1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA"
    "AA5waXRtAAAAAAACAAAAEGlkYXQAAAAAABAAEAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHRAAEAAAAAAAAAIQACAAEAAAAAAAAA"
    "AQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADYaXBycAAA"
    "ALZpcGNvAAAAdmh2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAAAQAYQAEMAf//A3AAAAMAkAAAAwAAAwAeugJAIQABACpCAQED"
    "cAAAAwCQAAADAAADAB6gIIEFluqumubgQEDAgAAAAwCAAAADAIQiAAEABkQBwXPBiQAAABRpc3BlAAAAAAAAAEAAAABAAAAAFGlz"
    "cGUAAAAAAAAAEAAAABAAAAAQcGl4aQAAAAADCAgIAAAAGmlwbWEAAAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGlt"
    "ZwACAAEAAQAAACltZGF0AAAAHSgBrwQSEgzg+AROY96hVASArOi0dKHIlxCTu2rA";
constexpr auto smallAvif =
    "AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAOptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA"
    "AA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAEOAAEAAAAAAAAAGAAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEA"
    "AGF2MDEAAAAAamlwcnAAAABLaXBjbwAAABNjb2xybmNseAACAAIABoAAAAAMYXYxQ4EADAAAAAAUaXNwZQAAAAAAAAAQAAAAEAAA"
    "ABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAAAAABAAEEgYIDhAAAACBtZGF0EgAKCRgM/9ggQEDQgDIJHkA////EAACc";

/// An EXIF block in a JPEG, so that the reader of metadata has its tables.
QByteArray withExif(const QByteArray &jpeg)
{
    const QByteArray exif("Exif\0\0II*\0\x08\0\0\0\x01\0\x0f\x01\x02\0\x02\0\0\0X\0\0\0\0\0\0\0", 32);
    const int length = int(exif.size()) + 2;
    return jpeg.left(2) + "\xff\xe1" + char(length >> 8) + char(length & 0xff) + exif + jpeg.mid(2);
}

void decodeOnce(const QByteArray &bytes)
{
    const int descriptor = memfd_create("likeness-warming", MFD_CLOEXEC);
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadWrite, QFileDevice::AutoCloseHandle))
        return;
    file.write(bytes);
    file.flush();
    base::Progress progress;
    decode::makeInProcessDecoder()->decode(file, QString(), progress);
}

} // namespace

void warmUp()
{
    QImage image(16, 16, QImage::Format_RGB888);
    image.fill(Qt::gray);
    for (const char *format : {"png", "tiff", "webp", "bmp", "jpeg"}) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        if (image.save(&buffer, format))
            decodeOnce(QByteArrayView(format) == "jpeg" ? withExif(bytes) : bytes);
    }
    decodeOnce(QByteArray::fromBase64(smallHeic));
    decodeOnce(QByteArray::fromBase64(smallAvif));
    // Character sets of metadata are modules of the C library; one that is open stays loaded.
    for (const char *set : {"UTF-16LE", "UTF-16BE", "UCS-2LE", "UCS-2BE", "ISO-8859-1", "WINDOWS-1252"})
        iconv_open("UTF-8", set);
}

} // namespace likeness::decoder
