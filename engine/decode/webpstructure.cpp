// SPDX-License-Identifier: GPL-3.0-or-later
// The RIFF container of WebP, the VP8 frame header (RFC 6386, 9.1) and the VP8L header.
#include "engine/decode/bytereader.h"
#include "engine/decode/stillstructure.h"

namespace likeness::decode {

StillStructure webpStructure(QByteArrayView bytes)
{
    const ByteReader in(bytes, ByteReader::Order::LittleEndian);
    StillStructure structure;
    const auto damaged = [&](const char *where) {
        structure.damage = QLatin1String(where);
        return structure;
    };
    const qint64 end = 8 + qint64(in.u32(4));
    int animationFrames = 0;
    bool animated = false;
    bool hasPixels = false;
    for (qint64 at = 12; at + 8 <= end;) {
        const QByteArrayView name = in.tag(at);
        const qint64 length = in.u32(at + 4);
        const qint64 body = at + 8;
        if (at == 12) {
            // The first chunk carries the size, whichever of the three sorts of file it is.
            if (name == "VP8X") {
                animated = in.u8(body) & 0x02;
                structure.width = qint64(in.u24(body + 4)) + 1;
                structure.height = qint64(in.u24(body + 7)) + 1;
            } else if (name == "VP8 ") {
                if (in.u24(body + 3) != 0x2a019d)
                    return damaged("no VP8 key frame");
                structure.width = in.u16(body + 6) & 0x3fff;
                structure.height = in.u16(body + 8) & 0x3fff;
            } else if (name == "VP8L") {
                if (in.u8(body) != 0x2f)
                    return damaged("no VP8L signature");
                structure.width = qint64(in.u32(body + 1) & 0x3fff) + 1;
                structure.height = qint64(in.u32(body + 1) >> 14 & 0x3fff) + 1;
            } else {
                return damaged("its first chunk is no picture");
            }
            if (structure.width == 0 || structure.height == 0)
                return damaged("the header makes no sense");
        }
        if (!in.has(body, length) || body + length > end)
            return damaged("a chunk reaches past the end of the file");
        animationFrames += name == "ANMF";
        hasPixels |= name == "VP8 " || name == "VP8L" || name == "ANMF";
        at = body + length + (length & 1);
    }
    if (end > bytes.size())
        return damaged("shorter than its header says");
    if (!hasPixels)
        return damaged("no picture in it");
    if (animated)
        structure.frames = qMax(1, animationFrames);
    return structure;
}

} // namespace likeness::decode
