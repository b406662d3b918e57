// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/model/geometry.h"

namespace likeness::imaging {

/// A picture with a margin around it that repeats its outermost pixels, so that a face which fills the
/// picture stands free. Pure; thread-safe.
class Bordered
{
public:
    /// `factor` (over 0) of the width at the left and right, of the height at top and bottom, rounded to
    /// whole pixels. `picture` is not null.
    Bordered(const base::Picture &picture, double factor);

    const base::Picture &picture() const { return m_picture; }
    /// From the bordered picture's coordinates to those of the picture inside, cut at its border.
    model::RelativePoint inside(const model::RelativePoint &point) const;
    model::RelativeRect inside(const model::RelativeRect &rect) const;
    model::EyePoints inside(const model::EyePoints &eyes) const;

private:
    base::Picture m_picture;
    int m_width;
    int m_height;
    int m_left;
    int m_top;
};

} // namespace likeness::imaging
