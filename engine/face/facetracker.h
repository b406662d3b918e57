// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/faceengine.h"
#include "engine/model/track.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace likeness::face
{

/// How much a found face promises for a search, to pick the best frame of a track. The grade counts first (0
/// unsuitable, 1 limited, 2 suitable); to it is added, always less than 1, the product of
///     eyeDistancePx / (eyeDistancePx + 52.5)   52.5 px is the eye distance of the chip
///     focus / (focus + 50)                     sharp faces of the samples have 31 to 529:
///     engine/face/quality.h plausibility
/// Each factor saturates, so that no size makes up for a blurred face.
double promiseOf(const model::FaceQuality &quality);

/// Turns the frames of a recording, in order, into faces through time. It makes boxes only: no template
/// and no crop is ever made or kept of any face.
///
/// Looks: the finder looks at the first frame, then at every n-th, n = frames a second / 3 rounded, at
/// least 1, and at the first frame of each shot. It searches the whole frame or, with ScanSettings::area,
/// that part. As long as no followed face is narrower than 2.5 times the smallest, every second look is for
/// faces from twice the smallest on, which takes a quarter of the time; smaller ones that the next look finds
/// are followed back over it. A look for all comes at least once a second, or in every frame. While no face
/// is followed and nothing has changed since the last look (SmallFrame::hasChangedIn), looks are left out for
/// up to a second.
///
/// Between looks a face is followed in grey pictures in which the smallest face is 32 px wide, by
/// normalised correlation with how it looked when it was last found (framepatches.h), and is lost where
/// that is under 0.7. Where two followed faces cover each other by more than half, the worse correlated
/// one is lost.
///
/// Confirmation: a face of a look belongs to the track whose expected box it overlaps by 0.3 and that it
/// resembles in one of the last two looks: correlation of 0.4, or of 0.2 where the overlap is 0.5 (half
/// hidden: it is then not followed from there). A track that was lost may also be within a reach that
/// grows with the time, with a correlation of 0.6. Where several could be, the pair of the largest
/// correlation + overlap / 2 goes first: two people who cross keep their tracks.
///
/// Frames between two confirmations are followed from both sides. Where both agree (overlap of 0.5) the
/// box is their mean by time, else the better one; where both are lost, the line between the neighbouring
/// boxes, when the face correlates there by 0.6. Otherwise the face is hidden in that frame and has no
/// box in it.
///
/// Ends: a track begins as far before its first confirmation, and ends as far after its last, as the face
/// can be followed without a frame missing, but not over a look that did not find it. After such a look
/// it waits a second, and at least one more look, for the next confirmation. A cut of the shot ends all
/// tracks: SmallFrame::isCutBefore; but not when the shot is back after at most a tenth of a second, and at
/// least one frame: a flash, or a frame that was lost. The faces then go on, hidden in between.
///
/// A track has two confirmations, or one of a confidence of at least 1, which most frontal faces reach.
/// The best frame is that of the found face with the largest promiseOf, the earlier one of equals.
///
/// The same frames give the same tracks whatever the number of threads. Not thread-safe: one thread at a
/// time. Kept in memory are shrunk grey frames of up to the last three seconds, or seven frames, in 256 MiB
/// at most: where they would take more (3840x2160 at 25 frames a second and faces from 40 px), they are
/// shrunk further, and small faces are followed in fewer pixels.
class FaceTracker
{
public:
    /// `width` and `height` are those of every frame. `framesPerSecond` may be anything; it is taken as
    /// between 1 and 240, and 25 when it is not a positive number.
    FaceTracker(std::shared_ptr<const FaceEngine> engine, const model::ScanSettings &settings,
                double framesPerSecond, int width, int height);
    ~FaceTracker();
    FaceTracker(FaceTracker &&) noexcept;
    FaceTracker &operator=(FaceTracker &&) noexcept;

    /// The next frame: nextFrame(), or, at the beginning, any. Frames outside the settings' span are passed
    /// over and may be left out. Looks at cancel as FaceEngine::find does; `progress` is not reported to.
    /// After an error nothing has changed and the frame can be added again. Errors: InvalidArgument (another
    /// size, another frame than the next, after resumed() a frame with other content), and those of
    /// FaceEngine::find.
    base::Outcome add(qint64 frame, const base::Picture &picture, base::Progress &progress);

    /// The frame that add() waits for; -1 when any will do.
    qint64 nextFrame() const;

    /// As if the last frame added were the last there is. Ordered by first frame, then from left to right.
    std::vector<model::FaceTrack> tracks() const;

    /// All that resumed() needs, without a pixel: boxes, numbers, and the SHA-256 of the grey frames in
    /// memory.
    QByteArray state() const;
    /// Goes on where state() was taken, with the same result as if nothing had happened. nextFrame() then
    /// lies up to three seconds, or seven frames, before the end of what was added: these frames are asked
    /// for again to fill the memory, and compared with their SHA-256. Errors: InvalidArgument (no state of
    /// this version, or one of other finder weights).
    static base::Result<FaceTracker> resumed(std::shared_ptr<const FaceEngine> engine,
                                             const QByteArray &state);

    const model::ScanSettings &settings() const;

private:
    struct Private;
    explicit FaceTracker(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace likeness::face
