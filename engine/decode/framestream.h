// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/decode/avsource.h"
#include "engine/decode/storedframe.h"

#include <array>
#include <optional>

namespace likeness::decode
{

/// What a recording may ask of the machine.
struct VideoLimits {
    qint64 pixels = 120'000'000;           ///< of a frame
    int side = 30'000;                     ///< of a frame
    qint64 frames = 20'000'000;            ///< of a recording
    qint64 cacheBytes = qint64(200) << 20; ///< of decoded frames that are kept for stepping back
};

/// One run of demuxer and decoder through the picture stream of a file, in one thread. Fresh from open() and
/// without a seek it gives the frames that `ffmpeg -i FILE -map 0:v:0 -vsync passthrough` gives, in that
/// order: the decoder is fed and drained in the same steps, and no option of it is changed.
class FrameStream
{
public:
    /// Errors: FormatUnsupported (no container or codec that is allowed, no picture stream, detail
    /// "external": samples in another file), FileDamaged, TooLarge ("side", "pixels", "memory"), Cancelled.
    static base::Result<std::unique_ptr<FrameStream>> open(std::shared_ptr<AvSource> source,
                                                           const QString &subject, const VideoLimits &limits,
                                                           base::Progress &progress);
    ~FrameStream();

    const AVFormatContext &container() const { return *m_container; }
    const AVStream &stream() const { return *m_stream; }
    const AvSource &source() const { return *m_source; }

    /// The next frame into `frame` (its memory is used again), false after the last. Looks at cancel at every
    /// packet; after Cancelled the stream is at no defined place. A frame over the limits: TooLarge.
    base::Result<bool> next(StoredFrame &frame, base::Progress &progress);

    /// Goes to about the packet of this frame and forgets what was decoded. False when the file cannot be
    /// sought so. What comes then need not be what decoding in sequence gives.
    bool seek(const model::IndexedFrame &frame, base::Progress &progress);

    /// What ended the stream when it was not the end of the file; set after next() gave false.
    const QString &endedBy() const { return m_endedBy; }
    /// Byte of the last packet read, for telling how far the work is.
    qint64 position() const { return m_lastPosition; }

private:
    struct PacketFacts {
        qint64 ordinal = -1;
        qint64 position = -1;
        qint64 decodeTime = 0;
    };

    FrameStream(std::shared_ptr<AvSource> source, const QString &subject, const VideoLimits &limits);
    base::Outcome openContainer();
    base::Outcome chooseStream();
    base::Outcome openDecoder();
    /// False when there was none to be had at the moment.
    base::Result<bool> receive(StoredFrame &frame);
    base::Outcome readPacket();
    void takeFacts(const AVFrame &frame, model::IndexedFrame &facts);
    bool looksTruncated() const;
    base::Result<bool> failed(base::ErrorCode code, const QString &detail = {}) const;

    std::shared_ptr<AvSource> m_source;
    QString m_subject;
    VideoLimits m_limits;
    AvHandle<AVIOContext> m_bytes; // before m_container: freed after it
    AvHandle<AVFormatContext> m_container;
    AVStream *m_stream = nullptr;
    AvHandle<AVCodecContext> m_decoder;
    AvHandle<AVPacket> m_packet;
    AvHandle<AVFrame> m_frame;
    enum class State { Reading, Repeating, Draining, Ended } m_state = State::Reading;
    std::array<PacketFacts, 1024> m_packets; // the last ones, by ordinal
    qint64 m_ordinal = 0;
    qint64 m_lastPosition = 0;
    int m_fruitless = 0;
    std::optional<qint64> m_expectedTime; // of the next frame, should it have none
    QString m_endedBy;
};

} // namespace likeness::decode
