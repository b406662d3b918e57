// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"
#include "engine/model/geometry.h"

#include <QByteArray>

#include <memory>

namespace likeness::face
{

/// A frame as it is followed: grey (ITU-R BT.601), shrunk so that the smallest face is 32 px wide, with
/// halved levels above for larger faces. Immutable and cheap to copy.
class SmallFrame
{
public:
    SmallFrame() = default;
    /// `shrink` is at most 1: the size of the kept frame over that of the picture.
    SmallFrame(const base::Picture &picture, double shrink);
    bool isNull() const { return !d; }
    QByteArray digest() const; ///< SHA-256 of the kept grey values
    qint64 byteCount() const;  ///< of all levels
    /// How much smaller than the picture a frame is kept: the smallest face is 32 px wide, or narrower where
    /// `frames` of them would take more than `bytes` together.
    static double shrinkFor(int width, int height, int smallestFacePx, qint64 frames, qint64 bytes);
    /// Whether anything has changed in `later`: a value of the coarsest level, which has 32 to 63 rows or
    /// columns, whichever are fewer, by four grey values.
    bool hasChangedIn(const SmallFrame &later) const;

    /// Whether `next`, the frame right after this one, is of another shot. Looked at are 32x24 cells of both:
    /// their mean difference is over 8 grey values, and either they correlate by less than 0.5, or by less
    /// than 0.8 while their histograms of 32 values share less than 0.6. A lamp or a flash changes all cells
    /// alike and is none; nor is a slow dissolve.
    bool isCutBefore(const SmallFrame &next) const;

private:
    friend class FacePatch;
    struct Levels;
    std::shared_ptr<const Levels> d;
};

/// What a face looks like in one frame, 32x32 grey values in memory. It is only slid over the frames around
/// it and never written anywhere.
class FacePatch
{
public:
    struct Place {
        model::RelativeRect box; ///< may reach over the frame's border
        double score = -1;       ///< normalised correlation (mean taken off), -1..1
    };

    FacePatch(const SmallFrame &frame, const model::RelativeRect &box);
    /// The best place near `expected`: its middle within `reach` times the box's sides, its size as expected
    /// or 6% smaller or larger. A patch or place without structure scores -1.
    Place findIn(const SmallFrame &frame, const model::RelativeRect &expected, double reach) const;

private:
    struct Values;
    std::shared_ptr<const Values> d;
};

/// Inner area over united area, 0..1.
double overlapOf(const model::RelativeRect &a, const model::RelativeRect &b);

} // namespace likeness::face
