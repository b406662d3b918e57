// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/picture.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace likeness::model
{

struct Fraction {
    qint64 numerator = 0;
    qint64 denominator = 1;
    double value() const { return denominator ? double(numerator) / double(denominator) : 0; }
    friend bool operator==(const Fraction &, const Fraction &) = default;
};

/// What the headers of a recording say, before a frame is decoded.
struct VideoInfo {
    enum class Fields { Unknown, Progressive, TopFirst, BottomFirst };
    QString mediaType;       ///< by content: "video/mp4", "video/x-matroska", ...
    QString container;       ///< libavformat's short name
    QString codec;           ///< libavcodec's short name
    QString profile;         ///< as found, may be empty
    QString pixelFormat;     ///< libav's name, "yuv420p10le"
    int bitsPerChannel = 8;
    int storedWidth = 0;     ///< of a frame as decoded, in native pixels
    int storedHeight = 0;
    int rotation = 0;        ///< clockwise, 0, 90, 180 or 270: what makes a stored frame upright
    int width = 0;           ///< of the upright frame; pixels are never rescaled, see pixelAspect
    int height = 0;
    Fraction pixelAspect{1, 1};
    Fraction averageRate;    ///< frames a second as claimed; 0/1 when not
    Fraction timeBase{1, 1000};
    double claimedSeconds = 0; ///< 0 when not said
    Fields fields = Fields::Unknown;
    QJsonObject metadata;    ///< as found: "Container.creation_time", "Stream.0.codec", ...
    friend bool operator==(const VideoInfo &, const VideoInfo &) = default;
};

/// One frame in the order of presentation.
struct IndexedFrame {
    qint64 time = 0;          ///< presentation, in VideoInfo::timeBase, as found; may be negative
    bool timeFound = true;    ///< false: the file says none, and it was counted on from the frame before
    bool key = false;
    bool interlaced = false;
    bool topFieldFirst = false;
    bool damaged = false;     ///< the decoder found errors in it and still gave a picture
    quint64 digest = 0;       ///< of the native pixels as decoded in sequence: first 8 bytes of their MurmurHash3 x64 128
    qint64 position = -1;     ///< byte of the packet in the file, -1 unknown: a help for seeking, nothing else
    qint64 decodeTime = 0;    ///< of the packet: the same
    friend bool operator==(const IndexedFrame &, const IndexedFrame &) = default;
};

/// All frames that decoding the file from its first byte to its last gives, in that order. Made once, by
/// decoding everything, and kept with the evidence: a frame number means the same frame for everybody.
struct VideoIndex {
    static constexpr int currentVersion = 1;
    int version = currentVersion;
    Fraction timeBase{1, 1000};
    QString endedBy;          ///< empty: the file was read to its end; otherwise what cut it off
    std::vector<IndexedFrame> frames;

    /// Seconds since the first frame.
    double seconds(qint64 frame) const;
    /// The frame that is shown at `seconds` since the first one: the last whose time is not later. Clamped.
    qint64 frameAt(double seconds) const;
    bool isVariableRate() const; ///< the distances of neighbouring frames differ by more than 1 ms
    /// A compact form of its own with a checksum; nothing when it is not one, or of another version.
    QByteArray toBytes() const;
    static std::optional<VideoIndex> fromBytes(const QByteArray &bytes);
    friend bool operator==(const VideoIndex &, const VideoIndex &) = default;
};

/// A frame to look at: upright, RGB, 8 bits.
struct VideoFrame {
    qint64 number = 0; ///< from 0, in VideoIndex::frames
    base::Picture picture;
};

/// A frame to hand out: upright, in its native size and depth. 16-bit samples are big-endian, as in PNG.
struct NativeFrame {
    qint64 number = 0;
    int width = 0;
    int height = 0;
    int channels = 3;
    int bitsPerChannel = 8; ///< 8 or 16
    QByteArray pixels;
    quint64 digest = 0;     ///< as in IndexedFrame
};

} // namespace likeness::model
