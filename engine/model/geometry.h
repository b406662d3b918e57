// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QString>

#include <optional>

namespace likeness::model
{

/// A point of the upright picture: 0,0 is the top left corner of the top left pixel, 1,1 the bottom right
/// corner of the bottom right pixel. It outlives every zoom and rescale.
struct RelativePoint {
    double x = 0;
    double y = 0;
    friend bool operator==(const RelativePoint &, const RelativePoint &) = default;
};

/// A rectangle in the same coordinates.
struct RelativeRect {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    RelativePoint center() const { return {x + width / 2, y + height / 2}; }
    /// Finite, of positive size, and inside the picture.
    bool isValid() const;
    friend bool operator==(const RelativeRect &, const RelativeRect &) = default;
};

/// Where the two eyes are, as seen in the picture: "left" is the eye nearer the picture's left side in an
/// upright face. Each point is the middle of the eye opening (between its two corners).
struct EyePoints {
    RelativePoint left;
    RelativePoint right;
    /// Finite, inside the picture, and apart.
    bool isValid() const;
    /// The middle between the eyes lies in the box. A template is made where the eyes are while records show
    /// the box: both must be about the same face. A single eye may lie outside a tight box.
    bool areAbout(const RelativeRect &box) const;
    friend bool operator==(const EyePoints &, const EyePoints &) = default;
};

/// "x,y,w,h" with 0..1 values, as the command line and records write it. Nothing when not valid.
std::optional<RelativeRect> rectFromText(const QString &text);
/// "lx,ly,rx,ry".
std::optional<EyePoints> eyesFromText(const QString &text);

QJsonArray toJson(const RelativeRect &rect);   ///< [x,y,w,h]
QJsonArray toJson(const EyePoints &eyes);      ///< [lx,ly,rx,ry]
std::optional<RelativeRect> rectFromJson(const QJsonValue &value);
std::optional<EyePoints> eyesFromJson(const QJsonValue &value);
/// Also eyes that lie outside the picture, where the finder takes them to be beyond its border.
std::optional<EyePoints> foundEyesFromJson(const QJsonValue &value);

/// Distance between the eyes in pixels of a picture of that size.
double eyeDistancePx(const EyePoints &eyes, int pictureWidth, int pictureHeight);

} // namespace likeness::model
