// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/casefile.h"
#include "engine/model/video.h"
#include "engine/policy/accountrules.h"

#include <optional>
#include <vector>

namespace likeness::pages
{

/// What the window knows of a recording that is looked at and of its scan, and what may be done with them.
struct RecordingState {
    enum class Recording { None, Opening, Open, Failed };
    enum class Missing { Nothing, Recording, Scan, Choice, Closed, ReadOnly, Role, Scanning, Reading, Closing, Work };

    bool isReadOnly = false;
    std::vector<policy::Rule> unmetRole; ///< for choosing faces; of training, too
    Recording recording = Recording::None;
    std::optional<base::Error> error; ///< why it failed
    bool isScanning = false;          ///< a scan runs here and now
    std::optional<model::Scan::State> scan; ///< of the scan that is shown, as it is recorded
    int tracks = 0;
    bool isTrackChosen = false;
    bool isTrackForgotten = false; ///< nobody chose it before the scan was closed
    bool isReading = false;        ///< the rows are not yet those that the scan's record has
    bool isMakingProbes = false;
    bool isClosing = false; ///< the scan, just now

    bool mayScan() const;
    /// A scan that was cancelled, or cut off with the program.
    bool mayGoOn() const;
    bool mayClose() const;
    bool isClosed() const { return scan == model::Scan::State::Closed; }
    /// Why no face can be searched for now; the first reason that a person can do something about.
    Missing missing() const;
};

/// What stands beside the recording about itself and about one of its frames, as whole sentences.
QString frameReadout(const model::VideoIndex &index, qint64 frame);
QStringList frameRemarks(const model::VideoIndex &index, qint64 frame);
QStringList recordingRemarks(const model::VideoInfo &info, const model::VideoIndex &index);

/// "name-frame-000123.png": what an exported frame is called if nobody says otherwise. Nothing of the file's
/// name that a file system could stumble over.
QString frameFileName(const QString &recording, qint64 frame);

} // namespace likeness::pages
