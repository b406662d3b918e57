// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/video.h"

#include <QCryptographicHash>

#include <algorithm>
#include <limits>

namespace likeness::model
{

namespace
{

// magic, version, time base (2), endedBy (length, UTF-8), number of frames, the frames, checksum. Numbers are
// LEB128, signed ones folded to and fro; times, places and decoding times are distances, because those are
// small.
constexpr char magic[] = "LikenessVideoIndex\n";
constexpr qsizetype magicBytes = sizeof magic - 1;
constexpr qsizetype checksumBytes = 16;
constexpr qsizetype fewestBytesOfFrame = 12; // flags, three distances, eight of the digest
constexpr quint64 longestEnding = 4096;

enum Flag : uchar { TimeFound = 1, Key = 2, Interlaced = 4, TopFieldFirst = 8, Damaged = 16, AllFlags = 31 };

QByteArray checksum(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return hash.result().left(checksumBytes);
}

// Distances are taken modulo 2^64, so that no pair of hostile numbers overflows.
quint64 folded(quint64 value)
{
    return value << 1 ^ (value >> 63 ? ~quint64(0) : 0);
}

quint64 unfolded(quint64 value)
{
    return value >> 1 ^ (value & 1 ? ~quint64(0) : 0);
}

void appendNumber(QByteArray &bytes, quint64 value)
{
    for (; value >= 0x80; value >>= 7)
        bytes.append(char(value | 0x80));
    bytes.append(char(value));
}

void appendDigest(QByteArray &bytes, quint64 digest)
{
    for (int shift = 0; shift < 64; shift += 8)
        bytes.append(char(digest >> shift));
}

/// Reads from the front. After a read beyond the end, or of a number that does not fit, it is broken for
/// good.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes) : m_rest(bytes) {}
    bool isBroken() const { return m_isBroken; }
    qsizetype left() const { return m_rest.size(); }
    QByteArrayView take(quint64 count)
    {
        if (m_isBroken || count > quint64(m_rest.size())) {
            m_isBroken = true;
            return {};
        }
        const auto taken = m_rest.first(qsizetype(count));
        m_rest = m_rest.sliced(qsizetype(count));
        return taken;
    }
    quint64 number()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const auto byte = take(1);
            if (byte.isEmpty())
                return 0;
            const auto bits = quint64(uchar(byte[0]));
            if (shift == 63 && bits > 1)
                break;
            value |= (bits & 0x7f) << shift;
            if (!(bits & 0x80))
                return value;
        }
        m_isBroken = true;
        return 0;
    }
    quint64 digest()
    {
        const auto bytes = take(8);
        quint64 value = 0;
        for (qsizetype i = 0; i < bytes.size(); ++i)
            value |= quint64(uchar(bytes[i])) << 8 * i;
        return value;
    }

private:
    QByteArrayView m_rest;
    bool m_isBroken = false;
};

double difference(qint64 later, qint64 earlier)
{
    return double(later) - double(earlier);
}

} // namespace

double VideoIndex::seconds(qint64 frame) const
{
    if (frames.empty())
        return 0;
    const auto &asked = frames[size_t(std::clamp<qint64>(frame, 0, qint64(frames.size()) - 1))];
    return difference(asked.time, frames.front().time) * timeBase.value();
}

qint64 VideoIndex::frameAt(double seconds) const
{
    // From the end, because times may run backwards where a recording was spliced. The small allowance lets a
    // time that seconds() gave, written down with its microseconds, find its frame again.
    const double step = timeBase.value();
    for (auto frame = qint64(frames.size()) - 1; frame > 0; --frame)
        if (difference(frames[size_t(frame)].time, frames.front().time) * step <= seconds + 1e-6)
            return frame;
    return 0;
}

bool VideoIndex::isVariableRate() const
{
    double shortest = std::numeric_limits<double>::infinity();
    double longest = -shortest;
    for (size_t i = 1; i < frames.size(); ++i) {
        const double distance = difference(frames[i].time, frames[i - 1].time) * timeBase.value();
        shortest = std::min(shortest, distance);
        longest = std::max(longest, distance);
    }
    // Half a tick more: a rate that the time base cannot express is rounded to it on both sides.
    return longest - shortest > 0.001 + 1e-9;
}

QByteArray VideoIndex::toBytes() const
{
    QByteArray bytes(magic, magicBytes);
    bytes.reserve(qsizetype(frames.size()) * 18 + 256);
    appendNumber(bytes, quint64(version));
    appendNumber(bytes, folded(quint64(timeBase.numerator)));
    appendNumber(bytes, folded(quint64(timeBase.denominator)));
    const QByteArray ending = endedBy.toUtf8().left(qsizetype(longestEnding));
    appendNumber(bytes, quint64(ending.size()));
    bytes += ending;
    appendNumber(bytes, frames.size());
    quint64 time = 0;
    quint64 position = 0;
    for (const IndexedFrame &frame : frames) {
        uchar flags = 0;
        flags |= frame.timeFound ? TimeFound : 0;
        flags |= frame.key ? Key : 0;
        flags |= frame.interlaced ? Interlaced : 0;
        flags |= frame.topFieldFirst ? TopFieldFirst : 0;
        flags |= frame.damaged ? Damaged : 0;
        bytes.append(char(flags));
        appendNumber(bytes, folded(quint64(frame.time) - time));
        appendNumber(bytes, folded(quint64(frame.decodeTime) - quint64(frame.time)));
        appendNumber(bytes, folded(quint64(frame.position) - position));
        appendDigest(bytes, frame.digest);
        time = quint64(frame.time);
        position = quint64(frame.position);
    }
    return bytes + checksum(bytes);
}

std::optional<VideoIndex> VideoIndex::fromBytes(const QByteArray &bytes)
{
    if (!bytes.startsWith(magic) || bytes.size() < magicBytes + checksumBytes)
        return std::nullopt;
    const auto sealed = QByteArrayView(bytes).chopped(checksumBytes);
    if (checksum(sealed) != QByteArrayView(bytes).last(checksumBytes))
        return std::nullopt;
    Reader reader(sealed.sliced(magicBytes));
    VideoIndex index;
    if (reader.number() != quint64(currentVersion))
        return std::nullopt;
    index.timeBase.numerator = qint64(unfolded(reader.number()));
    index.timeBase.denominator = qint64(unfolded(reader.number()));
    const auto endingBytes = reader.number();
    if (endingBytes > longestEnding || index.timeBase.denominator == 0)
        return std::nullopt;
    index.endedBy = QString::fromUtf8(reader.take(endingBytes));
    const auto count = reader.number();
    // Before memory is asked for: a checksum proves no good will.
    if (reader.isBroken() || count > quint64(reader.left() / fewestBytesOfFrame))
        return std::nullopt;
    index.frames.reserve(size_t(count));
    quint64 time = 0;
    quint64 position = 0;
    for (quint64 i = 0; i < count; ++i) {
        const auto flagByte = reader.take(1);
        const uchar flags = flagByte.isEmpty() ? 0xff : uchar(flagByte[0]);
        if (flags > AllFlags)
            return std::nullopt;
        IndexedFrame frame;
        frame.timeFound = flags & TimeFound;
        frame.key = flags & Key;
        frame.interlaced = flags & Interlaced;
        frame.topFieldFirst = flags & TopFieldFirst;
        frame.damaged = flags & Damaged;
        time += unfolded(reader.number());
        frame.time = qint64(time);
        frame.decodeTime = qint64(time + unfolded(reader.number()));
        position += unfolded(reader.number());
        frame.position = qint64(position);
        frame.digest = reader.digest();
        if (reader.isBroken() || frame.position < -1)
            return std::nullopt;
        index.frames.push_back(frame);
    }
    if (reader.left() > 0)
        return std::nullopt;
    return index;
}

} // namespace likeness::model
