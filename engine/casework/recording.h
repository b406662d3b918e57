// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/workstation.h"
#include "engine/media/mediadecoder.h"
#include "engine/model/track.h"

#include <memory>

namespace likeness::casework
{

/// A recording outside any case, as a file lies there: for looking at it on the command line.
class Recording
{
public:
    /// Decodes all of it once, for the index. Reports bytes. FileDamaged ("grows") when it is written to
    /// meanwhile; errors as of media::MediaDecoder.
    static base::Result<std::unique_ptr<Recording>> open(const Workstation &workstation, const QString &path,
                                                         base::Progress &progress);

    const QString &path() const { return m_path; }
    const QString &sha256() const { return m_sha256; }
    const model::VideoInfo &info() const { return m_video->info(); }
    const model::VideoIndex &index() const { return m_index; }
    base::Result<model::VideoFrame> frame(qint64 number, base::Progress &progress);

    /// Writes a frame as a lossless PNG in its native size and depth, and beside it (same name, .json) what
    /// is needed to find it again. Entered in the workstation's chain as frame-exported. Gives the facts of
    /// the sidecar: "source", "source_sha256", "frame", "time", "time_base", "seconds", "digest", "width",
    /// "height", "bits_per_channel", "png_sha256". InvalidArgument for a number that it does not have and for
    /// a name without ".png"; WriteFailed, DiskFull.
    base::Result<QJsonObject> exportFrame(qint64 number, const QString &pngPath, base::Progress &progress);

    /// The faces of a part of it, joined through time (engine/face/facetracker.h): boxes, no template and no
    /// crop. Entered in the workstation's chain as faces-found. Decoding goes on beside finding. Reports
    /// frames; looks at cancel at every frame and as FaceEngine::find does. InvalidArgument for a span or an
    /// area that the recording does not have.
    base::Result<std::vector<model::FaceTrack>> findTracks(const model::ScanSettings &settings,
                                                           base::Progress &progress);

private:
    Recording(const Workstation &workstation, const QString &path);

    const Workstation &m_workstation;
    QString m_path;
    QString m_sha256;
    std::unique_ptr<media::Video> m_video;
    model::VideoIndex m_index;
};

} // namespace likeness::casework
