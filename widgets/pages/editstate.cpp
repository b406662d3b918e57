// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/editstate.h"

#include "engine/imaging/derivation.h"
#include "widgets/models/editmodel.h"

#include <algorithm>

namespace likeness::pages
{

using Kind = model::Edit::Kind;

const std::vector<Kind> &allEditKinds()
{
    static const std::vector<Kind> kinds{Kind::Crop,        Kind::Rotate,      Kind::Mirror,  Kind::Aspect,
                                         Kind::Levels,      Kind::Gamma,       Kind::Denoise, Kind::Sharpen,
                                         Kind::Deinterlace, Kind::FrameAverage};
    return kinds;
}

EditState::Obstacle EditState::obstacle(Kind kind) const
{
    if (int(edits.size()) >= imaging::maximumEdits)
        return Obstacle::Full;
    if (kind == Kind::FrameAverage) {
        if (framesBefore + framesAfter == 0)
            return Obstacle::NoOtherFrames;
        if (std::any_of(edits.begin(), edits.end(),
                        [](const auto &edit) { return edit.kind == Kind::FrameAverage; }))
            return Obstacle::OnceOnly;
    }
    const QSize now = sizeOfResult();
    if (kind == Kind::Deinterlace && now.isValid() && now.height() < 2)
        return Obstacle::OneLine;
    return Obstacle::None;
}

EditState::Missing EditState::missing() const
{
    if (isKeeping)
        return Missing::Work;
    if (isReadOnly)
        return Missing::ReadOnly;
    if (rule)
        return Missing::Rule;
    if (edits.empty())
        return Missing::Edits;
    if (!isChanged())
        return Missing::SameAsKept;
    if (isDrawing)
        return Missing::Drawing;
    // Only what was seen is kept.
    if (isPreviewing)
        return Missing::Preview;
    if (previewError)
        return wasCancelled() ? Missing::Cancelled : Missing::Impossible;
    return Missing::Nothing;
}

QSize EditState::sizeBefore(int row) const
{
    const auto end = edits.begin() + std::clamp(row, 0, int(edits.size()));
    return models::editedSize({edits.begin(), end}, original);
}

model::Edit EditState::fresh(Kind kind) const
{
    switch (kind) {
    case Kind::Crop:
        return {kind, {{"box", model::toJson(model::RelativeRect{0, 0, 1, 1})}}};
    case Kind::Rotate:
        return {kind, {{"degrees", 90}}};
    case Kind::Mirror:
        return {kind, {{"axis", "vertical"}}};
    case Kind::Levels:
        return {kind, {{"black", 0}, {"white", 255}}};
    case Kind::Gamma:
        return {kind, {{"gamma", 1}}};
    case Kind::Deinterlace:
        return {kind, {{"field", "top"}, {"method", "linear"}}};
    case Kind::Aspect:
        return {kind, {{"x", 16}, {"y", 15}}}; // PAL at 4:3, what most recorders stored
    case Kind::Denoise:
        return {kind, {{"radius", 1}, {"strength", 100}}};
    case Kind::Sharpen:
        return {kind, {{"radius", 1}, {"amount", 50}}};
    case Kind::FrameAverage:
        break;
    }
    return {kind,
            {{"before", std::min<qint64>(1, framesBefore)}, {"after", std::min<qint64>(1, framesAfter)}}};
}

} // namespace likeness::pages
