// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/decode/framecolour.h"
#include "engine/decode/framestream.h"
#include "engine/decode/videoformats.h"
#include "engine/decode/videometadata.h"

#include <deque>
#include <map>
#include <set>

namespace likeness::decode
{

/// An open recording: its index, and each of its frames exactly. Meant for a confined process: one thread,
/// one descriptor, one caller at a time.
///
/// A frame is the n-th that decoding from the first byte gives, as of the `ffmpeg` program (see FrameStream),
/// and what is handed out has the digest that the index has for it, whichever way it was reached: by going
/// on, from a key frame, or from the beginning. A frame of another size than the first is handed out in its
/// own size.
///
/// Errors: FileUnreadable, FormatUnsupported, FileDamaged, TooLarge, Cancelled as of FrameStream::open;
/// InvalidArgument. All look at cancel at every packet.
class VideoReader
{
public:
    /// `fd` is duplicated; its position is neither used nor moved.
    static base::Result<std::unique_ptr<VideoReader>>
    open(int fd, const QString &subject, const VideoLimits &limits, base::Progress &progress);

    const model::VideoInfo &info() const { return m_info; }

    /// Decodes everything once and uses the result. Reports bytes of the file. FileDamaged when not one frame
    /// comes out; TooLarge ("frames").
    base::Result<model::VideoIndex> makeIndex(base::Progress &progress);
    /// InvalidArgument when it is empty or of another time base: not an index of this file.
    base::Outcome useIndex(model::VideoIndex index);

    /// Upright. InvalidArgument for a number outside the index or before there is one; FileDamaged when even
    /// decoding from the beginning does not give the index's frame.
    base::Result<model::VideoFrame> frame(qint64 number, base::Progress &progress);
    base::Result<model::NativeFrame> nativeFrame(qint64 number, base::Progress &progress);
    /// Its pixels as decoded, neither turned nor converted: the layout of rawvideo, as `ffmpeg -f framemd5`
    /// hashes.
    base::Result<QByteArray> storedPixels(qint64 number, base::Progress &progress);

private:
    VideoReader(std::shared_ptr<AvSource> source, const QString &subject, const VideoLimits &limits);
    using Found = base::Result<const StoredFrame *>; // null: not this way
    base::Outcome reopen(base::Progress &progress);
    Found fetch(qint64 number, base::Progress &progress);
    Found decodeTo(qint64 number, qint64 entry, base::Progress &progress);
    Found decodeFromStart(qint64 number, base::Progress &progress);
    std::vector<qint64> entriesFor(qint64 number) const;
    qint64 locate(const model::IndexedFrame &facts, qint64 expected) const;
    const StoredFrame *keep(qint64 number, StoredFrame &&frame);
    void letGo();

    std::shared_ptr<AvSource> m_source;
    QString m_subject;
    VideoLimits m_limits;
    model::VideoInfo m_info;
    std::unique_ptr<FrameStream> m_stream; // null after an error: to be opened anew
    FrameColour m_colour;
    model::VideoIndex m_index;
    std::vector<qint64> m_keys;                         // numbers of key frames, ascending
    std::vector<std::pair<quint64, qint64>> m_byDigest; // digest, number; ascending
    bool m_timesAscend = false;
    qint64 m_next = -1;                   // the frame that m_stream gives next, -1 unknown
    std::map<qint64, qint64> m_firstFrom; // key frame -> the first frame that a seek to it was seen to give
    std::set<qint64> m_useless;           // key frames from which the index's frames do not come
    std::map<qint64, StoredFrame> m_kept;
    std::deque<qint64> m_keptOrder; // oldest first
    qint64 m_keptBytes = 0;
};

} // namespace likeness::decode
