// SPDX-License-Identifier: GPL-3.0-or-later
// BITMAPFILEHEADER, then BITMAPCOREHEADER (12 bytes) or BITMAPINFOHEADER and its successors (40 and more).
#include "engine/decode/bytereader.h"
#include "engine/decode/stillstructure.h"

namespace likeness::decode {

namespace {

enum Compression : quint32 { Plain = 0, Rle8 = 1, Rle4 = 2, BitFields = 3 };

/// Run-length data has no length field that can be trusted: it is whole when its end code is reached.
bool runsReachTheirEnd(const ByteReader &in, qint64 at, bool fourBit)
{
    while (in.has(at, 2)) {
        const int count = in.u8(at);
        const int code = in.u8(at + 1);
        at += 2;
        if (count > 0 || code == 0)
            continue;
        if (code == 1)
            return true;
        if (code == 2) {
            at += 2;
        } else {
            const int used = fourBit ? (code + 1) / 2 : code;
            at += used + (used & 1);
        }
    }
    return false;
}

} // namespace

StillStructure bmpStructure(QByteArrayView bytes)
{
    const ByteReader in(bytes, ByteReader::Order::LittleEndian);
    StillStructure structure;
    const auto damaged = [&](const char *where) {
        structure.damage = QLatin1String(where);
        return structure;
    };
    const qint64 pixels = in.u32(10);
    const qint64 headerSize = in.u32(14);
    if (!in.has(14, headerSize))
        return damaged("ends within its header");
    const bool core = headerSize == 12;
    // A negative height says that rows run from the top.
    structure.width = core ? qint64(in.u16(18)) : qint64(qint32(in.u32(18)));
    structure.height = core ? qint64(in.u16(20)) : qAbs(qint64(qint32(in.u32(22))));
    const int planes = in.u16(core ? 22 : 26);
    const int depth = in.u16(core ? 24 : 28);
    const quint32 compression = core ? quint32(Plain) : in.u32(30);
    if (structure.width <= 0 || structure.height <= 0 || planes != 1)
        return damaged("the header makes no sense");
    if ((headerSize != 12 && headerSize != 40 && headerSize != 108 && headerSize != 124) ||
        compression > BitFields) {
        structure.unsupported = QStringLiteral("a BMP header or compression that is hardly ever written");
        return structure;
    }
    const bool runs = compression == Rle8 || compression == Rle4;
    const bool depthFits = compression == Plain ? depth == 1 || depth == 4 || depth == 8 || depth == 16 ||
                                                      depth == 24 || depth == 32
                           : compression == Rle8 ? depth == 8
                           : compression == Rle4 ? depth == 4
                                                 : depth == 16 || depth == 32;
    if (!depthFits)
        return damaged("its colour depth does not exist");
    if (pixels < 14 + headerSize)
        return damaged("its pixels begin within the header");
    const qint64 bytesPerLine = (structure.width * depth + 31) / 32 * 4;
    // Sizes over any limit are refused by the caller; the product must only not overflow here.
    const bool fits =
        structure.height <= in.size() / bytesPerLine && in.has(pixels, bytesPerLine * structure.height);
    if (runs ? !runsReachTheirEnd(in, pixels, compression == Rle4) : !fits)
        return damaged("ends before its last row");
    return structure;
}

} // namespace likeness::decode
