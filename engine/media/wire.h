// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/media/mediadecoder.h"

#include <optional>
#include <type_traits>

/// What this process and likeness-decode say to each other. Both sides are of one build: numbers stand as the
/// processor has them, and a version that differs ends the conversation.
///
/// Three ends go to the decoder with each file: the file itself (read-only), a memory file for what is long,
/// and a socket of packets, the conversation. Every packet is one Request or one Answer, of fixed size. What
/// is long stands in the memory file, which only the side writes whose turn it is: a text (JSON, at most
/// longestText) at textAt, and bytes (pixels, an index) at bytesAt. It is read by pread() into memory of the
/// reader's own, never mapped, so that nothing can change after it was checked and a short file is an error
/// and no signal.
///
/// The answers come from a process that may have been taken over by the file: everything in them is checked
/// here, against limits and against itself, before it becomes a value.
namespace likeness::media::wire
{

constexpr quint32 magic = 0x4c4b4431; // "LKD1"
constexpr quint32 version = 1;
constexpr qint64 textAt = 0;
constexpr qint64 longestText = qint64(4) << 20;
constexpr qint64 bytesAt = longestText;
constexpr qint64 longestIndex = qint64(512) << 20;
constexpr int outOfMemory = 3;      ///< what a decoder exits with when it has no memory even to say so
constexpr int longestDetail = 1000; ///< characters of an error's detail; the rest is cut off

/// With each file, to the process that starts the decoders.
struct Start {
    quint32 magic = wire::magic;
    quint32 version = wire::version;
    qint64 bytes = 0;
    qint64 pixels = 0;
    qint32 side = 0;
    qint32 isVideo = 0; ///< larger bounds of time and memory file
    qint32 cpuSeconds = 0;
    qint32 reserved = 0;
    friend bool operator==(const Start &, const Start &) = default;
};

struct Request {
    enum class Kind : quint32 {
        None,
        TellKind,
        DecodeStill,
        StillPixels,
        OpenVideo,
        MakeIndex,
        UseIndex,
        Frame,
        NativeFrame
    };
    quint32 magic = wire::magic;
    quint32 version = wire::version;
    Kind kind = Kind::None;
    quint32 sequence = 0; ///< its answers repeat it
    qint64 number = 0;    ///< of a frame
    qint64 bytes = 0;     ///< at bytesAt: an index
};

struct Answer {
    enum class Kind : quint32 {
        Started,  ///< by the starter, before anything else: a pidfd of the decoder comes with it
        Ended,    ///< by the starter: the decoder is gone; number is its status as of wait()
        Ready,    ///< the decoder is confined: flags; nothing was read yet
        Progress, ///< done, total
        Failed,   ///< code; its detail is the text
        Done      ///< what was asked for
    };
    enum Flag : quint32 {
        NoNewPrivileges = 1,
        SystemCallFilter = 2,
        FileSystemRules = 4,
        ResourceLimits = 8
    };
    quint32 magic = wire::magic;
    quint32 version = wire::version;
    Kind kind = Kind::Failed;
    quint32 sequence = 0;
    quint32 code = 0; ///< wireCode() of an error
    quint32 flags = 0;
    qint32 width = 0;
    qint32 height = 0;
    qint32 channels = 0;
    qint32 bitsPerChannel = 0;
    qint64 number = 0; ///< frame, pixels of a still, 1 for a video
    quint64 digest = 0;
    qint64 textBytes = 0;
    qint64 bytes = 0;
    qint64 done = 0;
    qint64 total = 0;
};

static_assert(std::is_trivially_copyable_v<Start> && sizeof(Start) == 40);
static_assert(std::is_trivially_copyable_v<Request> && sizeof(Request) == 32);
static_assert(std::is_trivially_copyable_v<Answer> && sizeof(Answer) == 88);

/// A packet that has the right size, magic and version; nothing otherwise. Kinds are checked by whoever asks.
std::optional<Start> startOf(QByteArrayView packet);
std::optional<Request> requestOf(QByteArrayView packet);
std::optional<Answer> answerOf(QByteArrayView packet);

/// Errors that a decoder may give. What it says beyond them is no answer.
quint32 wireCode(base::ErrorCode code); ///< 0 for one that it may not give
std::optional<base::ErrorCode> errorOf(quint32 wireCode);

/// All of `size` bytes at `at`; nothing when the file is shorter or cannot be read.
std::optional<QByteArray> readAt(int descriptor, qint64 at, qint64 size);
bool writeAt(int descriptor, qint64 at, QByteArrayView bytes);

// Texts ----------------------------------------------------------------------------------------------------
QByteArray stillText(const model::Still &still); ///< without its pixels; metadata is cut to fit longestText
QByteArray infoText(const model::VideoInfo &info);
/// Nothing when a value is missing, of another sort or makes no sense. The still has no picture yet.
std::optional<model::Still> stillOfText(const QByteArray &text);
std::optional<model::VideoInfo> infoOfText(const QByteArray &text, const MediaLimits &limits);

// Pictures
// ---------------------------------------------------------------------------------------------------
/// Bytes of a picture within the limits; nothing when a number is no size, over a limit, or not what the
/// answer says. Does not overflow.
std::optional<qint64> pictureBytes(const Answer &answer, const MediaLimits &limits);

} // namespace likeness::media::wire
