// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/pictures.h"

#include "tests/support/testdata.h"

#include <QImage>

#include <cstring>

namespace likeness::benchmark
{

namespace
{

QImage read(const QString &path)
{
    const QImage image(path);
    if (image.isNull())
        qFatal("%s cannot be read: run installer/setup", qPrintable(path));
    return image.convertToFormat(QImage::Format_RGB888);
}

QImage sample(int index, const QSize &size)
{
    const QImage whole =
        read(samplePath(index)).scaled(size, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    return whole.copy({{(whole.width() - size.width()) / 2, (whole.height() - size.height()) / 2}, size});
}

} // namespace

base::Picture toPicture(const QImage &image)
{
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    base::Picture picture(rgb.width(), rgb.height(), base::Picture::Format::Rgb);
    for (int row = 0; row < rgb.height(); ++row)
        std::memcpy(picture.line(row), rgb.constScanLine(row), size_t(picture.bytesPerLine()));
    return picture;
}

QString samplePath(int index)
{
    return QStringLiteral("%1/sample%2.jpg").arg(tests::samplesDirectory()).arg(index + 1);
}

base::Picture readPicture(const QString &path)
{
    return toPicture(read(path));
}

base::Picture samplePicture(int index, const QSize &size)
{
    return toPicture(sample(index, size));
}

void writeSample(int index, const QSize &size, const QString &path)
{
    if (!sample(index, size).save(path, "JPEG", 92))
        qFatal("%s cannot be written", qPrintable(path));
}

} // namespace likeness::benchmark
