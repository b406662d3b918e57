// SPDX-License-Identifier: GPL-3.0-or-later
// Markers of ITU-T T.81, annex B.
#include "engine/decode/bytereader.h"
#include "engine/decode/stillstructure.h"

#include <cstring>
#include <set>

namespace likeness::decode {

namespace {

constexpr int startOfScan = 0xda;
constexpr int endOfImage = 0xd9;
// A progressive file of a few kilobytes can name thousands of scans and keep a decoder busy for hours;
// encoders write about ten.
constexpr int mostScans = 500;

bool standsAlone(int marker)
{
    return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

bool isFrameHeader(int marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/// Position of the 0xff of the next marker that ends the entropy-coded data from `at` on, or -1.
qint64 endOfEntropyData(QByteArrayView bytes, qint64 at)
{
    while (at < bytes.size()) {
        const void *found = std::memchr(bytes.data() + at, 0xff, size_t(bytes.size() - at));
        if (!found)
            return -1;
        at = static_cast<const char *>(found) - bytes.data();
        const int next = at + 1 < bytes.size() ? quint8(bytes[at + 1]) : 0;
        const bool restart = next >= 0xd0 && next <= 0xd7;
        if (next != 0 && next != 0xff && !restart)
            return at;
        at += next == 0xff ? 1 : 2;
    }
    return -1;
}

} // namespace

StillStructure jpegStructure(QByteArrayView bytes)
{
    const ByteReader in(bytes, ByteReader::Order::BigEndian);
    StillStructure structure;
    std::set<int> components;
    std::set<int> scanned;
    int scans = 0;
    qint64 at = 2;
    const auto damaged = [&](const char *where) {
        structure.damage = QLatin1String(where);
        return structure;
    };
    while (true) {
        // Any number of 0xff may stand before a marker.
        while (in.u8(at) == 0xff && in.u8(at + 1) == 0xff)
            ++at;
        if (!in.has(at, 2))
            return damaged("ends before the end-of-image marker");
        if (in.u8(at) != 0xff)
            return damaged("no marker where one belongs");
        const int marker = in.u8(at + 1);
        at += 2;
        if (marker == endOfImage)
            break;
        if (standsAlone(marker))
            continue;
        const int length = in.u16(at);
        if (length < 2 || !in.has(at, length))
            return damaged("a segment reaches past the end of the file");
        if (isFrameHeader(marker)) {
            if (structure.width > 0)
                return damaged("a second frame header");
            const int count = in.u8(at + 7);
            structure.height = in.u16(at + 3);
            structure.width = in.u16(at + 5);
            structure.bitsPerChannel = in.u8(at + 2);
            structure.grey = count == 1;
            if (length != 8 + 3 * count || structure.width == 0 || structure.height == 0)
                return damaged("the frame header makes no sense");
            for (int i = 0; i < count; ++i)
                components.insert(in.u8(at + 8 + 3 * i));
            const bool known = marker <= 0xc2 || marker == 0xc9 || marker == 0xca;
            if (!known || structure.bitsPerChannel != 8 || (count != 1 && count != 3 && count != 4))
                structure.unsupported =
                    QStringLiteral("a JPEG process other than 8-bit sequential or progressive");
        }
        if (marker != startOfScan) {
            at += length;
            continue;
        }
        if (components.empty())
            return damaged("a scan before the frame header");
        if (++scans > mostScans)
            return damaged("more scans than any encoder writes");
        for (int i = 0; i < in.u8(at + 2) && i < 4; ++i)
            scanned.insert(in.u8(at + 3 + 2 * i));
        at = endOfEntropyData(bytes, at + length);
        if (at < 0)
            return damaged("ends within a scan");
    }
    // A colour without a scan would silently be decoded as flat grey.
    if (components.empty() || scanned != components)
        return damaged("not every colour has a scan");
    return structure;
}

} // namespace likeness::decode
