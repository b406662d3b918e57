// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/model/still.h"
#include "engine/model/video.h"

#include <QFile>

#include <memory>

namespace likeness::media
{

/// What a file may ask of the machine. Checked inside the decoder against its header before a pixel is
/// allocated, and again by the parent against what the decoder answers.
struct MediaLimits {
    qint64 bytes = qint64(512) << 20; ///< of a still; a video may be larger
    qint64 pixels = 120'000'000;      ///< of a picture or frame
    int side = 30'000;
    int secondsWithoutAnswer = 30; ///< after so much silence of the decoder: FileDamaged, "hang"
};

/// An open recording. One request at a time: calls from several threads take turns. Errors as of
/// MediaDecoder; after a decoder that died or was stopped every further call answers FileDamaged.
class Video
{
public:
    virtual ~Video() = default;
    virtual const model::VideoInfo &info() const = 0;
    /// Decodes the whole file once. Reports bytes of the file; looks at cancel at least every 50 ms.
    virtual base::Result<model::VideoIndex> makeIndex(base::Progress &progress) = 0;
    /// An index of this file made before. Needed before frame(); makeIndex() gives one by itself.
    virtual base::Outcome useIndex(const model::VideoIndex &index) = 0;
    /// The exact frame, proved by its digest: FileDamaged rather than a frame that is not the index's.
    /// InvalidArgument for a number that the index does not have. Frames in order are quickest.
    virtual base::Result<model::VideoFrame> frame(qint64 number, base::Progress &progress) = 0;
    virtual base::Result<model::NativeFrame> nativeFrame(qint64 number, base::Progress &progress) = 0;
};

/// How much of its confinement this kernel gave the decoder: the window says when something is missing.
struct Confinement {
    bool noNewPrivileges = false;
    bool systemCallFilter = false;
    bool fileSystemRules = false; ///< Landlock
    bool resourceLimits = false;
    bool isWhole() const { return noNewPrivileges && systemCallFilter && fileSystemRules && resourceLimits; }
};

/// Everything untrusted goes through here: an open file in, pixels and plain values out. The bytes are
/// decoded in a process of their own, one for each file, that can open nothing, reach nothing and start
/// nothing.
///
/// Thread-safe. Errors: FileUnreadable (missing, no permission, or no regular file), FormatUnsupported (also
/// an empty file, a playlist, a format that is not on the list), FileDamaged (truncated, inconsistent; the
/// decoder crashed: detail "crash", spoke nonsense: "answer", did not answer: "hang", the file was being
/// written: "grows"), TooLarge (detail: "bytes", "side", "pixels" or "memory"), Cancelled. Never crashes this
/// process, whatever the file holds.
class MediaDecoder
{
public:
    enum class Kind { Still, Video };

    virtual ~MediaDecoder() = default;
    /// By the content alone, never by the name.
    virtual base::Result<Kind> kind(QFile &file, const QString &subject, base::Progress &progress) const = 0;
    /// Decodes `file` (open for reading, any position; left anywhere), from its descriptor alone: its name is
    /// not used. `subject` is the name used in errors. Looks at cancel at least every 50 ms.
    virtual base::Result<model::Still> decode(QFile &file, const QString &subject,
                                              base::Progress &progress) const = 0;
    /// How many pixels a decoded still will have, by its header alone: what to plan memory with.
    virtual base::Result<qint64> pixels(QFile &file, const QString &subject,
                                        base::Progress &progress) const = 0;
    /// The file may be closed afterwards; the decoder has a descriptor of its own.
    virtual base::Result<std::unique_ptr<Video>> openVideo(QFile &file, const QString &subject,
                                                           base::Progress &progress) const = 0;
    virtual Confinement confinement() const = 0;
    /// decode() by path. Follows no symbolic link at its end, and waits for no FIFO or device.
    base::Result<model::Still> decodeFile(const QString &path, base::Progress &progress) const;
    /// openVideo() by path, as decodeFile().
    base::Result<std::unique_ptr<Video>> openVideoFile(const QString &path, base::Progress &progress) const;
};

/// The decoder program beside this one, or beside the folder of the tests. FileUnreadable when it is missing.
base::Result<std::shared_ptr<MediaDecoder>> makeProcessDecoder(const MediaLimits &limits = {});

} // namespace likeness::media
