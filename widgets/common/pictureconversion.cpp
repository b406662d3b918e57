// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/pictureconversion.h"

#include <algorithm>
#include <cmath>

namespace likeness::common
{

QImage toImage(const base::Picture &picture)
{
    if (picture.isNull())
        return {};
    // The bytes live as long as the image: it holds a share of them.
    auto *shared = new QByteArray(picture.pixels());
    return QImage(
        reinterpret_cast<const uchar *>(shared->constData()), picture.width(), picture.height(),
        picture.bytesPerLine(),
        picture.format() == base::Picture::Format::Grey ? QImage::Format_Grayscale8 : QImage::Format_RGB888,
        [](void *bytes) { delete static_cast<QByteArray *>(bytes); }, shared);
}

QImage cutOut(const base::Picture &picture, const model::RelativeRect &region, double margin, QSize atMost)
{
    if (picture.isNull() || !region.isValid())
        return {};
    const double grow = margin * std::max(region.width * picture.width(), region.height * picture.height());
    const QRect part = QRectF(region.x * picture.width(), region.y * picture.height(),
                              region.width * picture.width(), region.height * picture.height())
                           .adjusted(-grow, -grow, grow, grow)
                           .toAlignedRect()
                           .intersected(QRect(0, 0, picture.width(), picture.height()));
    const QImage cut = toImage(picture).copy(part);
    if (cut.width() <= atMost.width() && cut.height() <= atMost.height())
        return cut;
    return cut.scaled(atMost, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

} // namespace likeness::common
