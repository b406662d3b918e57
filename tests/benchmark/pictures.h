// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"

#include <QImage>
#include <QSize>
#include <QString>

namespace likeness::benchmark
{

constexpr int samplePhotographs = 6;
QString samplePath(int index); ///< 0 to 5, as the installer fetched them

base::Picture toPicture(const QImage &image); ///< RGB, whatever the image is
/// A picture file as it is. Ends the program when it cannot be read, as the next two do.
base::Picture readPicture(const QString &path);
/// A sample photograph, scaled and cut to a size.
base::Picture samplePicture(int index, const QSize &size);
/// The same as a JPEG file.
void writeSample(int index, const QSize &size, const QString &path);

} // namespace likeness::benchmark
