// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/geometry.h"

#include <QImage>

namespace likeness::tests
{

/// Cuts a face out of a photograph, with some of what is around it, as the picture `name`_0001.png; and with `hasTwo`
/// mirrored and smaller as `name`_0002.png. False when one is not saved.
inline bool savePerson(const QImage &photo, const model::RelativeRect &box, const QString &name, bool hasTwo)
{
    const double w = box.width * photo.width(), h = box.height * photo.height();
    const QRectF around(box.x * photo.width() - w * 0.4, box.y * photo.height() - h * 0.5, w * 1.8, h * 1.9);
    const QImage one = photo.copy(around.toRect().intersected(photo.rect()));
    const QImage other = one.mirrored(true, false).scaledToWidth(one.width() * 4 / 5, Qt::SmoothTransformation);
    return one.save(name + QStringLiteral("_0001.png")) && (!hasTwo || other.save(name + QStringLiteral("_0002.png")));
}

} // namespace likeness::tests
