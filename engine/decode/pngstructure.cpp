// SPDX-License-Identifier: GPL-3.0-or-later
// Chunks of the PNG specification (third edition, clauses 5 and 11), with the animation chunk acTL.
#include "engine/decode/bytereader.h"
#include "engine/decode/stillstructure.h"

#include <array>

namespace likeness::decode {

namespace {

constexpr std::array<quint32, 256> crcTable()
{
    std::array<quint32, 256> table{};
    for (quint32 n = 0; n < 256; ++n) {
        quint32 c = n;
        for (int bit = 0; bit < 8; ++bit)
            c = c & 1 ? 0xedb88320u ^ (c >> 1) : c >> 1;
        table[n] = c;
    }
    return table;
}

quint32 crc(QByteArrayView bytes)
{
    static constexpr auto table = crcTable();
    quint32 c = 0xffffffffu;
    for (const char byte : bytes)
        c = table[(c ^ quint8(byte)) & 0xff] ^ (c >> 8);
    return ~c;
}

bool isColourType(int type, int depth)
{
    switch (type) {
    case 0:
        return depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
    case 3:
        return depth == 1 || depth == 2 || depth == 4 || depth == 8;
    case 2:
    case 4:
    case 6:
        return depth == 8 || depth == 16;
    default:
        return false;
    }
}

} // namespace

StillStructure pngStructure(QByteArrayView bytes)
{
    const ByteReader in(bytes, ByteReader::Order::BigEndian);
    StillStructure structure;
    const auto damaged = [&](const char *where) {
        structure.damage = QLatin1String(where);
        return structure;
    };
    bool hasPixels = false;
    for (qint64 at = 8; true;) {
        const qint64 length = in.u32(at);
        const QByteArrayView name = in.tag(at + 4);
        if (!in.has(at, 12) || !in.has(at + 8, length + 4))
            return damaged("ends before its IEND chunk");
        const bool first = at == 8;
        if (first != (name == "IHDR"))
            return damaged("IHDR is not the first chunk");
        if (first) {
            if (length != 13)
                return damaged("IHDR has a wrong length");
            structure.width = in.u32(at + 8);
            structure.height = in.u32(at + 12);
            const int depth = in.u8(at + 16);
            const int type = in.u8(at + 17);
            if (structure.width == 0 || structure.height == 0 || !isColourType(type, depth))
                return damaged("IHDR makes no sense");
            structure.bitsPerChannel = type == 3 ? 8 : depth;
            structure.grey = type == 0 || type == 4;
        }
        if (crc(in.sliced(at + 4, length + 4)) != in.u32(at + 8 + length))
            return damaged("a chunk does not have its checksum");
        if (name == "acTL" && length == 8 && !hasPixels)
            structure.frames = int(qBound<quint32>(1, in.u32(at + 8), 1'000'000));
        hasPixels |= name == "IDAT";
        if (name == "IEND")
            break;
        at += 12 + length;
    }
    if (!hasPixels)
        return damaged("no IDAT chunk");
    return structure;
}

} // namespace likeness::decode
