// SPDX-License-Identifier: GPL-3.0-or-later
// Boxes of ISO 14496-12 (ISOBMFF) and items of ISO 23008-12 (HEIF), which HEIC and AVIF both are.
#include "engine/decode/bytereader.h"
#include "engine/decode/stillstructure.h"

namespace likeness::decode {

namespace {

// What no writer comes near; a hostile file may have millions of boxes of eight bytes.
constexpr int mostBoxes = 100'000;
constexpr qint64 mostItems = 100'000;

struct Box
{
    QByteArrayView type;
    qint64 body = 0;
    qint64 end = 0;
};

/// Boxes side by side in [at, end). Stops at one that does not lie inside, which is damage.
class Boxes
{
public:
    Boxes(const ByteReader &in, qint64 at, qint64 end, int &budget)
        : m_in(in), m_at(at), m_end(end), m_budget(budget)
    {
    }

    bool next(Box &box)
    {
        if (m_at >= m_end || m_damaged)
            return false;
        qint64 size = m_in.u32(m_at);
        qint64 head = 8;
        if (size == 1) {
            head = 16;
            size = qint64(m_in.u32(m_at + 8)) << 32 | m_in.u32(m_at + 12);
        } else if (size == 0) {
            size = m_end - m_at; // to the end of what it stands in
        }
        m_damaged = size < head || size > m_end - m_at || --m_budget < 0;
        if (m_damaged)
            return false;
        box = {m_in.tag(m_at + 4), m_at + head, m_at + size};
        m_at += size;
        return true;
    }
    bool isDamaged() const { return m_damaged; }

private:
    const ByteReader &m_in;
    qint64 m_at;
    const qint64 m_end;
    int &m_budget;
    bool m_damaged = false;
};

/// A number of 0, 4 or 8 bytes.
qint64 sized(const ByteReader &in, qint64 &at, int size)
{
    const qint64 value = size == 8   ? qint64(in.u32(at)) << 32 | in.u32(at + 4)
                         : size == 4 ? qint64(in.u32(at))
                                     : 0;
    at += size;
    return value;
}

/// Every item must lie inside the file, or inside "idat" where it says so.
QString locationDamage(const ByteReader &in, const Box &box, qint64 dataBytes)
{
    const QString damage = QStringLiteral("an item reaches past the end of the file");
    const int version = in.u8(box.body);
    const int sizes = in.u16(box.body + 4);
    const int offsetSize = sizes >> 12;
    const int lengthSize = sizes >> 8 & 15;
    const int baseSize = sizes >> 4 & 15;
    const int indexSize = version > 0 ? sizes & 15 : 0;
    for (const int size : {offsetSize, lengthSize, baseSize, indexSize})
        if (version > 2 || (size != 0 && size != 4 && size != 8))
            return QStringLiteral("where its items are makes no sense");
    qint64 at = box.body + 6;
    const qint64 count = version < 2 ? in.u16(at) : in.u32(at);
    at += version < 2 ? 2 : 4;
    if (count > mostItems)
        return QStringLiteral("more items than any writer makes");
    for (qint64 item = 0; item < count; ++item) {
        at += version < 2 ? 2 : 4;
        int method = 0;
        if (version > 0) {
            method = in.u16(at) & 15;
            at += 2;
        }
        at += 2; // the data reference: only 0, this file, is followed by libheif
        const qint64 base = sized(in, at, baseSize);
        const int extents = in.u16(at);
        at += 2;
        for (int extent = 0; extent < extents; ++extent) {
            at += indexSize;
            const qint64 offset = sized(in, at, offsetSize);
            const qint64 length = sized(in, at, lengthSize);
            const qint64 whole = method == 1 ? dataBytes : in.size();
            if (at > box.end)
                return damage;
            if (method < 2 && (base < 0 || offset < 0 || length < 0 || base > whole ||
                               offset > whole - base || length > whole - base - offset))
                return damage;
        }
    }
    return {};
}

} // namespace

StillStructure heifStructure(QByteArrayView bytes)
{
    const ByteReader in(bytes, ByteReader::Order::BigEndian);
    StillStructure structure;
    int budget = mostBoxes;
    const auto damaged = [&](const char *where) {
        structure.damage = QLatin1String(where);
        return structure;
    };
    Boxes top(in, 0, bytes.size(), budget);
    Box meta;
    for (Box box; top.next(box);)
        if (box.type == "meta" && meta.end == 0)
            meta = box;
    // Phones append to a picture what is no box; but the picture itself must be whole.
    if (meta.end == 0)
        return top.isDamaged() ? damaged("a box reaches past the end of the file")
                               : damaged("no picture in it");

    Box location;
    qint64 dataBytes = 0;
    bool hasMain = false;
    Boxes inMeta(in, meta.body + 4, meta.end, budget);
    for (Box box; inMeta.next(box);) {
        hasMain |= box.type == "pitm";
        if (box.type == "iloc")
            location = box;
        if (box.type == "idat")
            dataBytes = box.end - box.body;
        if (box.type != "iprp")
            continue;
        Boxes properties(in, box.body, box.end, budget);
        for (Box group; properties.next(group);) {
            if (group.type != "ipco")
                continue;
            Boxes each(in, group.body, group.end, budget);
            for (Box property; each.next(property);) {
                const qint64 at = property.body;
                if (property.type == "ispe" && property.end - at >= 12) {
                    const qint64 width = in.u32(at + 4);
                    const qint64 height = in.u32(at + 8);
                    if (width == 0 || height == 0)
                        return damaged("the header makes no sense");
                    // Sides of 32 bits: their product stays below 2^62 once each is within 2^31.
                    if (qMax(width, height) >= qint64(1) << 31) {
                        structure.width = width;
                        structure.height = 1;
                        return damaged("the header makes no sense");
                    }
                    if (width * height > structure.width * structure.height) {
                        structure.width = width;
                        structure.height = height;
                    }
                } else if (property.type == "pixi" && in.u8(at + 4) > 0) {
                    structure.bitsPerChannel = qMax<int>(structure.bitsPerChannel, in.u8(at + 5));
                }
            }
            if (each.isDamaged())
                return damaged("a property reaches past its box");
        }
        if (properties.isDamaged())
            return damaged("a property reaches past its box");
    }
    if (inMeta.isDamaged() || !hasMain || location.end == 0)
        return damaged("its list of pictures is not whole");
    if (structure.width == 0)
        return damaged("its picture has no size");
    structure.damage = locationDamage(in, location, dataBytes);
    return structure;
}

} // namespace likeness::decode
