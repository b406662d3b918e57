// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <array>

namespace likeness::viewer
{

/// How bright a picture is shown: what is at `black` and below becomes black, what is at `white` and above
/// becomes white, and between them a value v in 0..1 becomes v^(1/gamma), each colour channel alike. For
/// viewing only: it changes what is painted, never a picture.
struct Levels {
    int black = 0;
    int white = 255;
    double gamma = 1;

    static constexpr double leastGamma = 0.2;
    static constexpr double mostGamma = 5;

    bool isNeutral() const { return *this == Levels(); }
    /// The nearest one that makes sense: 0 <= black < white <= 255, gamma in its range.
    Levels bounded() const;
    std::array<uchar, 256> table() const;
    /// A copy with the levels applied, RGB32. Null for a null image.
    QImage applied(const QImage &image) const;

    friend bool operator==(const Levels &, const Levels &) = default;
};

} // namespace likeness::viewer
