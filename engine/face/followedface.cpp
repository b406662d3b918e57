// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/face/followedface.h"

#include "engine/face/facetracker.h"

#include <algorithm>
#include <cmath>

namespace likeness::face
{

namespace
{

using model::RelativeRect;

/// Boxes are followed over the border of the picture and kept cut at it.
RelativeRect cut(const RelativeRect &box)
{
    const double left = std::clamp(box.x, 0.0, 1.0), top = std::clamp(box.y, 0.0, 1.0);
    return {left, top, std::clamp(box.right(), 0.0, 1.0) - left, std::clamp(box.bottom(), 0.0, 1.0) - top};
}

RelativeRect moved(RelativeRect box, double dx, double dy)
{
    box.x += dx;
    box.y += dy;
    return box;
}

RelativeRect between(const RelativeRect &a, const RelativeRect &b, double part)
{
    const auto mix = [part](double from, double to) { return from + (to - from) * part; };
    return {mix(a.x, b.x), mix(a.y, b.y), mix(a.width, b.width), mix(a.height, b.height)};
}

/// Whether `place` is that of the face whose patch is of `patchBox`. A half hidden face draws the box
/// together.
bool isGood(const FacePatch::Place &place, const RelativeRect &patchBox, const FollowingRules &rules)
{
    const double size = place.box.width / patchBox.width;
    return place.score >= FollowingRules::followed && size > 1 / FollowingRules::grows &&
           size < FollowingRules::grows && rules.inside(place.box);
}

double partOf(qint64 frame, qint64 from, qint64 to)
{
    return double(frame - from) / double(to - from);
}

/// Followed backwards from a found face to the frames before it, nearest first, down to `until`.
std::vector<FollowedFace::Step> followedBack(const FrameMemory &memory, qint64 frame, const RelativeRect &box,
                                             qint64 until, bool overGaps, const FollowingRules &rules)
{
    std::vector<FollowedFace::Step> steps;
    const FacePatch patch(memory.at(frame), box);
    RelativeRect at = box;
    double dx = 0, dy = 0, reach = rules.reach;
    for (qint64 number = frame - 1; number >= until && memory.has(number); --number) {
        const RelativeRect expected = moved(at, dx, dy);
        const FacePatch::Place place = patch.findIn(memory.at(number), expected, reach);
        const bool isFollowed = isGood(place, box, rules);
        if (!isFollowed && !overGaps)
            break;
        steps.push_back({number, place.box, isFollowed ? place.score : -1});
        if (isFollowed) {
            dx = (dx + place.box.center().x - at.center().x) / 2;
            dy = (dy + place.box.center().y - at.center().y) / 2;
            at = place.box;
            reach = rules.reach;
        } else {
            at = expected;
            reach = std::min(reach * 1.2, FollowingRules::farthest);
        }
    }
    return steps;
}

} // namespace

void FrameMemory::add(qint64 number, SmallFrame frame)
{
    if (m_frames.empty())
        m_first = number;
    m_frames.push_back(std::move(frame));
}

void FrameMemory::forgetBefore(qint64 number)
{
    while (!m_frames.empty() && m_first < number) {
        m_frames.pop_front();
        ++m_first;
    }
}

bool FollowingRules::inside(const RelativeRect &box) const
{
    const RelativeRect bounds = area.value_or(RelativeRect{0, 0, 1, 1});
    const model::RelativePoint middle = box.center();
    return middle.x >= bounds.x && middle.x <= bounds.right() && middle.y >= bounds.y &&
           middle.y <= bounds.bottom();
}

void FollowedFace::take(qint64 frame, const model::FoundFace &face, bool weak)
{
    boxes.push_back({frame, face.box, true});
    if (confirmations == 0 || promiseOf(face.quality) > promiseOf(best.quality)) {
        best = face;
        bestFrame = frame;
    }
    confidence = confirmations == 0 ? face.confidence : std::max(confidence, face.confidence);
    earlierFrame = confirmations == 0 ? frame : confirmedFrame;
    earlierBox = confirmations == 0 ? face.box : confirmedBox;
    ++confirmations;
    confirmedFrame = frame;
    confirmedBox = face.box;
    isWeak = weak;
    at = expected = face.box;
    ahead.clear();
    deniedFrame = -1;
}

FollowedFace FollowedFace::begun(const FrameMemory &memory, qint64 frame, const model::FoundFace &face,
                                 qint64 from, const FollowingRules &rules)
{
    FollowedFace begun;
    const std::vector<Step> back = followedBack(memory, frame, face.box, from, false, rules);
    for (auto step = back.rbegin(); step != back.rend(); ++step)
        begun.boxes.push_back({step->frame, cut(step->box), false});
    begun.take(frame, face, false);
    if (!back.empty()) {
        const double frames = double(frame - back.back().frame);
        begun.speedX = (face.box.center().x - back.back().box.center().x) / frames;
        begun.speedY = (face.box.center().y - back.back().box.center().y) / frames;
    }
    return begun;
}

void FollowedFace::follow(const FrameMemory &memory, qint64 frame, const FollowingRules &rules)
{
    const double reach =
        std::min(rules.reach * std::pow(1.2, double(framesLost())), FollowingRules::farthest);
    if (isWeak) {
        miss(frame);
        return;
    }
    expected = moved(at, speedX, speedY);
    const FacePatch patch(memory.at(confirmedFrame), confirmedBox);
    const FacePatch::Place place = patch.findIn(memory.at(frame), expected, reach);
    const bool isFollowed = isGood(place, confirmedBox, rules);
    ahead.push_back({frame, place.box, isFollowed ? place.score : -1});
    at = isFollowed ? place.box : expected;
}

void FollowedFace::miss(qint64 frame)
{
    expected = moved(at, speedX, speedY);
    ahead.push_back({frame, expected, -1});
    at = expected;
}

void FollowedFace::settleSpeed()
{
    // While something moves before the face, correlation is drawn along with it: only a sure step counts.
    constexpr double sure = 0.85;
    if (ahead.back().score < sure)
        return;
    // `expected` is where it was before this step, plus the speed.
    speedX += (at.center().x - expected.center().x) / 4;
    speedY += (at.center().y - expected.center().y) / 4;
}

void FollowedFace::lose()
{
    ahead.back().score = -1;
    at = expected;
}

qint64 FollowedFace::framesLost() const
{
    qint64 count = 0;
    for (auto step = ahead.rbegin(); step != ahead.rend() && !step->isFollowed(); ++step)
        ++count;
    return count;
}

double FollowedFace::correlation(const FrameMemory &memory, qint64 frame, const RelativeRect &box) const
{
    // The finder's boxes of one face differ by a step of its pyramid, 6/5, from look to look: the size that
    // the face is expected to have is tried as well. The look before the last may show what was half hidden
    // in the last.
    constexpr double slack = 0.3;
    const model::RelativePoint middle = box.center();
    const RelativeRect asExpected{middle.x - at.width / 2, middle.y - at.height / 2, at.width, at.height};
    double highest = -1;
    for (const auto &[number, seen] :
         {std::pair(confirmedFrame, confirmedBox), std::pair(earlierFrame, earlierBox)}) {
        const FacePatch patch(memory.at(number), seen);
        for (const RelativeRect &place : {asExpected, box})
            highest = std::max(highest, patch.findIn(memory.at(frame), place, slack).score);
    }
    return highest;
}

void FollowedFace::confirm(const FrameMemory &memory, qint64 frame, const model::FoundFace &face, bool weak,
                           const FollowingRules &rules)
{
    const qint64 from = confirmedFrame;
    const RelativeRect fromBox = confirmedBox;
    const FacePatch earlier(memory.at(from), fromBox), later(memory.at(frame), face.box);
    std::vector<Step> back;
    if (!weak)
        back = followedBack(memory, frame, face.box, from + 1, true, rules);
    std::reverse(back.begin(), back.end());

    // One entry for each frame between, followed or not.
    std::vector<Step> steps;
    for (size_t i = 0; i < ahead.size() && ahead[i].frame < frame; ++i) {
        const Step &a = ahead[i];
        const Step b = i < back.size() ? back[i] : Step{a.frame, a.box, -1};
        if (a.isFollowed() && b.isFollowed() && overlapOf(a.box, b.box) >= FollowingRules::agree)
            steps.push_back(
                {a.frame, between(a.box, b.box, partOf(a.frame, from, frame)), std::max(a.score, b.score)});
        else
            steps.push_back(a.score >= b.score ? a : b);
    }
    const qint64 settledTo = boxes.back().frame;
    Step before{from, fromBox, 1};
    for (size_t i = 0; i < steps.size(); ++i) {
        Step &step = steps[i];
        if (!step.isFollowed()) {
            Step after{frame, face.box, 1};
            for (size_t next = i + 1; next < steps.size(); ++next)
                if (steps[next].isFollowed()) {
                    after = steps[next];
                    break;
                }
            const RelativeRect line =
                between(before.box, after.box, partOf(step.frame, before.frame, after.frame));
            constexpr double slack = 0.1;
            const SmallFrame &grey = memory.at(step.frame);
            const double score = std::max(isWeak ? -1 : earlier.findIn(grey, line, slack).score,
                                          weak ? -1 : later.findIn(grey, line, slack).score);
            if (score < FollowingRules::interpolated || !rules.inside(line))
                continue;
            step.box = line;
        } else {
            before = step;
        }
        if (step.frame > settledTo)
            boxes.push_back({step.frame, cut(step.box), false});
    }

    // Over the whole way: single steps are less sure, and the finder's box jitters.
    if (!weak && !isWeak) {
        speedX = (face.box.center().x - fromBox.center().x) / double(frame - from);
        speedY = (face.box.center().y - fromBox.center().y) / double(frame - from);
    }
    take(frame, face, weak);
}

std::optional<model::FaceTrack> FollowedFace::finished() const
{
    if (confirmations < 2 && confidence < FollowingRules::aloneConfidence)
        return std::nullopt;
    model::FaceTrack track;
    track.boxes = boxes;
    for (const Step &step : ahead) {
        if (!step.isFollowed() || (deniedFrame >= 0 && step.frame >= deniedFrame))
            break;
        track.boxes.push_back({step.frame, cut(step.box), false});
    }
    track.firstFrame = track.boxes.front().frame;
    track.lastFrame = track.boxes.back().frame;
    track.bestFrame = bestFrame;
    track.best = best;
    return track;
}

} // namespace likeness::face
