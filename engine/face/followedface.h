// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/framepatches.h"
#include "engine/model/track.h"

#include <QDataStream>

#include <deque>
#include <optional>
#include <vector>

namespace likeness::face
{

/// The frames in memory, by number, without a gap.
class FrameMemory
{
public:
    void add(qint64 number, SmallFrame frame);
    void forgetBefore(qint64 number);
    void clear() { m_frames.clear(); }
    bool isEmpty() const { return m_frames.empty(); }
    qint64 first() const { return m_first; }
    qint64 last() const { return m_first + qint64(m_frames.size()) - 1; }
    bool has(qint64 number) const { return !isEmpty() && number >= first() && number <= last(); }
    const SmallFrame &at(qint64 number) const { return m_frames[size_t(number - m_first)]; }

private:
    qint64 m_first = 0;
    std::deque<SmallFrame> m_frames;
};

/// How far and how strictly faces are followed.
struct FollowingRules {
    static constexpr double followed = 0.7; ///< correlation
    static constexpr double interpolated = 0.6;
    static constexpr double agree = 0.5;    ///< overlap of the boxes followed from both sides
    static constexpr double farthest = 1.5; ///< the reach at most, however long a face is lost
    static constexpr double grows = 1.5;    ///< and shrinks, at most, since the patch was seen
    static constexpr double aloneConfidence = 1;
    double reach = 0.35; ///< per frame, in sides of the box
    std::optional<model::RelativeRect> area;

    bool inside(const model::RelativeRect &box) const;
};

/// One face under way. All its values are plain, so that it can be written and read; what it looks like is
/// taken from the frames in memory.
struct FollowedFace {
    struct Step {
        qint64 frame = 0;
        model::RelativeRect box;
        double score = -1;
        bool isFollowed() const { return score >= FollowingRules::followed; }
    };

    std::vector<model::TrackBox> boxes; ///< settled: up to the last confirmation
    qint64 confirmedFrame = 0;
    model::RelativeRect confirmedBox;
    qint64 earlierFrame = 0; ///< the confirmation before that, or the same
    model::RelativeRect earlierBox;
    bool isWeak =
        false; ///< it hardly resembled itself in that look: half hidden, not fit to be followed from
    int confirmations = 0;
    double confidence = 0;         ///< the largest
    qint64 deniedFrame = -1;       ///< the first look since the last confirmation that did not find it
    std::vector<Step> ahead;       ///< one for every frame since
    model::RelativeRect at;        ///< where it is, or is expected while it is lost
    double speedX = 0, speedY = 0; ///< of the box's middle, a frame
    model::RelativeRect expected;  ///< what `at` would be, had the last follow() found nothing
    qint64 bestFrame = 0;
    model::FoundFace best;

    /// The face as found in a look: begins a track, with the frames before it from `from` on.
    static FollowedFace begun(const FrameMemory &memory, qint64 frame, const model::FoundFace &face,
                              qint64 from, const FollowingRules &rules);
    /// Goes one frame on.
    void follow(const FrameMemory &memory, qint64 frame, const FollowingRules &rules);
    /// Goes one frame on in which nothing of its shot is to be seen.
    void miss(qint64 frame);
    /// After all faces were followed: how fast this one is.
    void settleSpeed();
    void lose(); ///< what the last follow() took for it was another face
    bool isLost() const { return !ahead.empty() && !ahead.back().isFollowed(); }
    qint64 framesLost() const;
    /// How well a found face looks like it did when it was confirmed, in one of the last two looks that did.
    double correlation(const FrameMemory &memory, qint64 frame, const model::RelativeRect &box) const;
    /// Found again: settles the frames between. `weak` becomes isWeak.
    void confirm(const FrameMemory &memory, qint64 frame, const model::FoundFace &face, bool weak,
                 const FollowingRules &rules);
    /// As a track that ends here. Nothing when it has not been confirmed enough.
    std::optional<model::FaceTrack> finished() const;

private:
    void take(qint64 frame, const model::FoundFace &face, bool weak);
};

/// The form of FaceTracker::state(). A stream that is not of this form has a status other than Ok after
/// reading.
void write(QDataStream &stream, const std::optional<model::RelativeRect> &rect);
void write(QDataStream &stream, const FollowedFace &face);
void write(QDataStream &stream, const model::FaceTrack &track);
void read(QDataStream &stream, std::optional<model::RelativeRect> &rect);
void read(QDataStream &stream, FollowedFace &face);
void read(QDataStream &stream, model::FaceTrack &track);

} // namespace likeness::face
