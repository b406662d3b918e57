// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/geometry.h"

#include <QStringList>

#include <array>
#include <cmath>

namespace likeness::model
{

namespace
{

bool inside(double value)
{
    return std::isfinite(value) && value >= 0 && value <= 1;
}

std::optional<std::array<double, 4>> fourNumbers(const QString &text)
{
    const auto parts = text.split(u',');
    if (parts.size() != 4)
        return std::nullopt;
    std::array<double, 4> numbers{};
    for (int i = 0; i < 4; ++i) {
        bool ok = false;
        numbers[i] = parts[i].trimmed().toDouble(&ok);
        if (!ok)
            return std::nullopt;
    }
    return numbers;
}

std::optional<std::array<double, 4>> fourNumbers(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    if (array.size() != 4)
        return std::nullopt;
    std::array<double, 4> numbers{};
    for (int i = 0; i < 4; ++i) {
        if (!array[i].isDouble())
            return std::nullopt;
        numbers[i] = array[i].toDouble();
    }
    return numbers;
}

std::optional<RelativeRect> validRect(const std::optional<std::array<double, 4>> &n)
{
    if (!n)
        return std::nullopt;
    const RelativeRect rect{(*n)[0], (*n)[1], (*n)[2], (*n)[3]};
    return rect.isValid() ? std::optional(rect) : std::nullopt;
}

std::optional<EyePoints> validEyes(const std::optional<std::array<double, 4>> &n)
{
    if (!n)
        return std::nullopt;
    const EyePoints eyes{{(*n)[0], (*n)[1]}, {(*n)[2], (*n)[3]}};
    return eyes.isValid() ? std::optional(eyes) : std::nullopt;
}

} // namespace

bool RelativeRect::isValid() const
{
    // A region that reaches the border may exceed 1 by the rounding of x + width.
    constexpr double rounding = 1e-9;
    return inside(x) && inside(y) && std::isfinite(width) && std::isfinite(height) && width > 0 && height > 0
        && right() <= 1 + rounding && bottom() <= 1 + rounding;
}

bool EyePoints::isValid() const
{
    return inside(left.x) && inside(left.y) && inside(right.x) && inside(right.y) && left != right;
}

bool EyePoints::areAbout(const RelativeRect &box) const
{
    const double x = (left.x + right.x) / 2;
    const double y = (left.y + right.y) / 2;
    return x >= box.x && x <= box.right() && y >= box.y && y <= box.bottom();
}

std::optional<RelativeRect> rectFromText(const QString &text)
{
    return validRect(fourNumbers(text));
}

std::optional<EyePoints> eyesFromText(const QString &text)
{
    return validEyes(fourNumbers(text));
}

QJsonArray toJson(const RelativeRect &rect)
{
    return {rect.x, rect.y, rect.width, rect.height};
}

QJsonArray toJson(const EyePoints &eyes)
{
    return {eyes.left.x, eyes.left.y, eyes.right.x, eyes.right.y};
}

std::optional<RelativeRect> rectFromJson(const QJsonValue &value)
{
    return validRect(fourNumbers(value));
}

std::optional<EyePoints> eyesFromJson(const QJsonValue &value)
{
    return validEyes(fourNumbers(value));
}

std::optional<EyePoints> foundEyesFromJson(const QJsonValue &value)
{
    const auto n = fourNumbers(value);
    return n ? std::optional(EyePoints{{(*n)[0], (*n)[1]}, {(*n)[2], (*n)[3]}}) : std::nullopt;
}

double eyeDistancePx(const EyePoints &eyes, int pictureWidth, int pictureHeight)
{
    return std::hypot((eyes.right.x - eyes.left.x) * pictureWidth,
                      (eyes.right.y - eyes.left.y) * pictureHeight);
}

} // namespace likeness::model
