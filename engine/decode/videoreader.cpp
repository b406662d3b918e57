// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/decode/videoreader.h"

#include <algorithm>
#include <iterator>

namespace likeness::decode
{

using base::ErrorCode;
using base::fail;

namespace
{

// Frames after a seek that are not of the index: the broken ones before an open group's key frame, no more.
constexpr int mostStrangers = 64;

} // namespace

VideoReader::VideoReader(std::shared_ptr<AvSource> source, const QString &subject, const VideoLimits &limits)
    : m_source(std::move(source)), m_subject(subject), m_limits(limits)
{
}

base::Result<std::unique_ptr<VideoReader>>
VideoReader::open(int fd, const QString &subject, const VideoLimits &limits, base::Progress &progress)
{
    auto source = AvSource::open(fd, subject);
    if (!source)
        return tl::unexpected(source.error());
    if ((*source)->size() == 0)
        return fail(ErrorCode::FormatUnsupported, subject, QStringLiteral("empty"));
    std::unique_ptr<VideoReader> reader(new VideoReader(std::move(*source), subject, limits));
    LIKENESS_TRY(reader->reopen(progress));
    reader->m_info = videoInfo(*reader->m_stream);
    return reader;
}

base::Outcome VideoReader::reopen(base::Progress &progress)
{
    m_stream.reset();
    m_next = -1;
    auto stream = FrameStream::open(m_source, m_subject, m_limits, progress);
    if (!stream)
        return tl::unexpected(stream.error());
    m_stream = std::move(*stream);
    m_next = 0;
    return {};
}

void VideoReader::letGo()
{
    m_stream.reset();
    m_next = -1;
}

base::Result<model::VideoIndex> VideoReader::makeIndex(base::Progress &progress)
{
    LIKENESS_TRY(reopen(progress));
    model::VideoIndex index;
    index.timeBase = m_info.timeBase;
    StoredFrame frame;
    for (;;) {
        const auto given = m_stream->next(frame, progress);
        if (!given) {
            letGo();
            return tl::unexpected(given.error());
        }
        if (!*given)
            break;
        if (qint64(index.frames.size()) >= m_limits.frames) {
            letGo();
            return fail(ErrorCode::TooLarge, m_subject, QStringLiteral("frames"));
        }
        index.frames.push_back(frame.facts);
        progress.report(std::clamp<qint64>(m_stream->position(), 0, m_source->size()), m_source->size());
    }
    index.endedBy = m_stream->endedBy();
    if (index.frames.empty())
        return fail(ErrorCode::FileDamaged, m_subject, QStringLiteral("no frame"));
    m_next = -1;
    LIKENESS_TRY(useIndex(index));
    return index;
}

base::Outcome VideoReader::useIndex(model::VideoIndex index)
{
    if (index.frames.empty() || index.timeBase != m_info.timeBase)
        return fail(ErrorCode::InvalidArgument, m_subject, QStringLiteral("not an index of this file"));
    m_index = std::move(index);
    m_kept.clear();
    m_keptOrder.clear();
    m_keptBytes = 0;
    m_keys.clear();
    m_byDigest.clear();
    m_firstFrom.clear();
    m_useless.clear();
    m_byDigest.reserve(m_index.frames.size());
    m_timesAscend = true;
    for (size_t i = 0; i < m_index.frames.size(); ++i) {
        const model::IndexedFrame &frame = m_index.frames[i];
        if (frame.key)
            m_keys.push_back(qint64(i));
        m_byDigest.emplace_back(frame.digest, qint64(i));
        m_timesAscend = m_timesAscend && (i == 0 || m_index.frames[i - 1].time <= frame.time);
    }
    std::sort(m_byDigest.begin(), m_byDigest.end());
    return {};
}

base::Result<model::VideoFrame> VideoReader::frame(qint64 number, base::Progress &progress)
{
    const auto stored = fetch(number, progress);
    if (!stored)
        return tl::unexpected(stored.error());
    auto picture = m_colour.picture(**stored, m_info.rotation, m_subject);
    if (!picture)
        return tl::unexpected(picture.error());
    return model::VideoFrame{number, std::move(*picture)};
}

base::Result<model::NativeFrame> VideoReader::nativeFrame(qint64 number, base::Progress &progress)
{
    const auto stored = fetch(number, progress);
    if (!stored)
        return tl::unexpected(stored.error());
    auto native = m_colour.native(**stored, m_info.rotation, m_subject);
    if (native)
        native->number = number;
    return native;
}

base::Result<QByteArray> VideoReader::storedPixels(qint64 number, base::Progress &progress)
{
    const auto stored = fetch(number, progress);
    if (!stored)
        return tl::unexpected(stored.error());
    return (*stored)->pixels;
}

VideoReader::Found VideoReader::fetch(qint64 number, base::Progress &progress)
{
    if (number < 0 || number >= qint64(m_index.frames.size()))
        return fail(ErrorCode::InvalidArgument, m_subject, QStringLiteral("frame %1").arg(number));
    if (progress.isCancelled())
        return fail(ErrorCode::Cancelled, m_subject);
    if (const auto kept = m_kept.find(number); kept != m_kept.end())
        return &kept->second;
    const auto entries = entriesFor(number);
    // To go on is cheapest unless a key frame lies between.
    if (m_stream && m_next >= 0 && m_next <= number && (entries.empty() || entries.front() <= m_next)) {
        const auto found = decodeTo(number, m_next, progress);
        if (!found || *found)
            return found;
    }
    // A decoder that agrees neither from the nearest key frames nor from some far ones needs the beginning.
    for (const qint64 entry : entries) {
        if (!m_stream)
            LIKENESS_TRY(reopen(progress));
        m_next = -1;
        if (!m_stream->seek(m_index.frames[size_t(entry)], progress)) {
            m_useless.insert(entry);
            continue;
        }
        const auto found = decodeTo(number, entry, progress);
        if (!found || *found)
            return found;
    }
    return decodeFromStart(number, progress);
}

// Key frames to try, nearest first: the last three before the frame, then ever farther ones.
std::vector<qint64> VideoReader::entriesFor(qint64 number) const
{
    std::vector<qint64> entries;
    auto at = std::upper_bound(m_keys.begin(), m_keys.end(), number) - m_keys.begin();
    qint64 step = 1;
    for (--at; at >= 0 && entries.size() < 6; at -= step) {
        const qint64 key = m_keys[size_t(at)];
        const auto first = m_firstFrom.find(key);
        if (m_useless.contains(key) || (first != m_firstFrom.end() && first->second > number))
            continue;
        entries.push_back(key);
        if (entries.size() >= 3)
            step *= 2;
    }
    return entries;
}

// Which frame of the index this is: the expected one, or one of the same pixels, if possible of the same
// time.
qint64 VideoReader::locate(const model::IndexedFrame &facts, qint64 expected) const
{
    const auto &frames = m_index.frames;
    if (expected >= 0 && expected < qint64(frames.size()) && frames[size_t(expected)].digest == facts.digest)
        return expected;
    qint64 near = std::max<qint64>(expected, 0);
    if (facts.timeFound && m_timesAscend) {
        const auto byTime = [](const model::IndexedFrame &frame, qint64 time) { return frame.time < time; };
        const auto at = std::lower_bound(frames.begin(), frames.end(), facts.time, byTime);
        if (at != frames.end() && at->time == facts.time)
            near = at - frames.begin();
    }
    const auto above = std::lower_bound(m_byDigest.begin(), m_byDigest.end(), std::pair(facts.digest, near));
    if (above != m_byDigest.end() && above->first == facts.digest)
        return above->second;
    if (above != m_byDigest.begin() && std::prev(above)->first == facts.digest)
        return std::prev(above)->second;
    return -1;
}

const StoredFrame *VideoReader::keep(qint64 number, StoredFrame &&frame)
{
    const auto [at, isNew] = m_kept.insert_or_assign(number, std::move(frame));
    if (isNew) {
        m_keptOrder.push_back(number);
        m_keptBytes += at->second.pixels.size();
    }
    while (m_keptBytes > m_limits.cacheBytes && m_keptOrder.size() > 1) {
        const auto oldest = m_kept.find(m_keptOrder.front());
        m_keptOrder.pop_front();
        m_keptBytes -= oldest->second.pixels.size();
        m_kept.erase(oldest);
    }
    return &at->second;
}

// Goes on from where the stream is, which gives `entry` next or shortly after, if all is well.
VideoReader::Found VideoReader::decodeTo(qint64 number, qint64 entry, base::Progress &progress)
{
    qint64 expected = entry;
    const bool isAfterSeek = m_next < 0;
    bool isFirst = isAfterSeek;
    for (int strangers = 0; strangers <= mostStrangers;) {
        StoredFrame frame;
        const auto given = m_stream->next(frame, progress);
        if (!given) {
            letGo();
            return tl::unexpected(given.error());
        }
        if (!*given)
            break;
        const qint64 found = locate(frame.facts, expected);
        if (found < 0) {
            ++strangers;
            continue;
        }
        if (isFirst)
            m_firstFrom[entry] = std::max(found, entry);
        isFirst = false;
        expected = found + 1;
        m_next = expected;
        frame.facts = m_index.frames[size_t(found)];
        const StoredFrame *kept = keep(found, std::move(frame));
        if (found == number)
            return kept;
        if (found > number)
            break;
    }
    if (isAfterSeek && (isFirst || m_firstFrom[entry] <= number))
        m_useless.insert(entry);
    m_next = -1;
    return nullptr;
}

// As the index was made: counted, whatever the frames before look like.
VideoReader::Found VideoReader::decodeFromStart(qint64 number, base::Progress &progress)
{
    LIKENESS_TRY(reopen(progress));
    for (qint64 at = 0; at <= number; ++at) {
        StoredFrame frame;
        const auto given = m_stream->next(frame, progress);
        if (!given) {
            letGo();
            return tl::unexpected(given.error());
        }
        if (!*given)
            break;
        m_next = at + 1;
        const model::IndexedFrame &facts = m_index.frames[size_t(at)];
        if (frame.facts.digest != facts.digest)
            continue;
        frame.facts = facts;
        const StoredFrame *kept = keep(at, std::move(frame));
        if (at == number)
            return kept;
    }
    letGo();
    return fail(ErrorCode::FileDamaged, m_subject, QStringLiteral("frame %1 is not the index's").arg(number));
}

} // namespace likeness::decode
