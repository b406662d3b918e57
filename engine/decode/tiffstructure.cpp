// SPDX-License-Identifier: GPL-3.0-or-later
// Directories of TIFF 6.0 (section 2) and the tags that say where the pixels lie.
#include "engine/decode/bytereader.h"
#include "engine/decode/stillstructure.h"

#include <map>
#include <set>

namespace likeness::decode {

namespace {

enum Tag {
    NewSubfileType = 254,
    ImageWidth = 256,
    ImageLength = 257,
    BitsPerSample = 258,
    Photometric = 262,
    StripOffsets = 273,
    SamplesPerPixel = 277,
    RowsPerStrip = 278,
    StripByteCounts = 279,
    PlanarConfiguration = 284,
    TileWidth = 322,
    TileLength = 323,
    TileOffsets = 324,
    TileByteCounts = 325,
    SampleFormat = 339,
    DngVersion = 50706,
};

// What no writer comes near. Directories of a hostile file may overlap, so that a small file is a long walk.
constexpr int mostEntries = 4096;
constexpr size_t mostDirectories = 10'000;
constexpr qint64 mostParts = 10'000'000;
constexpr qint64 longestSide = 1 << 20;

/// Where the values of an entry stand; only the two whole-number types of the tags above, others are empty.
struct Values
{
    qint64 at = 0;
    qint64 count = 0;
    int size = 0;
};

class Directory
{
public:
    Directory(const ByteReader &in, qint64 at) : m_in(in)
    {
        const int count = in.u16(at);
        m_whole = count > 0 && count <= mostEntries && in.has(at, 2 + 12 * qint64(count) + 4);
        if (!m_whole)
            return;
        for (int i = 0; i < count; ++i) {
            const qint64 entry = at + 2 + 12 * i;
            const int type = in.u16(entry + 2);
            const int size = type == 1 ? 1 : type == 3 ? 2 : type == 4 ? 4 : 0;
            const qint64 values = in.u32(entry + 4);
            const qint64 place = values * size <= 4 ? entry + 8 : qint64(in.u32(entry + 8));
            if (size > 0 && in.has(place, values * size))
                m_entries.emplace(in.u16(entry), Values{place, values, size});
        }
        m_next = in.u32(at + 2 + 12 * qint64(count));
    }

    bool isWhole() const { return m_whole; }
    qint64 next() const { return m_next; }
    qint64 count(int tag) const
    {
        const auto found = m_entries.find(tag);
        return found == m_entries.end() ? 0 : found->second.count;
    }
    qint64 value(int tag, qint64 otherwise, qint64 index = 0) const
    {
        const auto found = m_entries.find(tag);
        if (found == m_entries.end() || index >= found->second.count)
            return otherwise;
        const Values &v = found->second;
        const qint64 at = v.at + index * v.size;
        return v.size == 1 ? m_in.u8(at) : v.size == 2 ? m_in.u16(at) : m_in.u32(at);
    }

private:
    const ByteReader &m_in;
    std::map<int, Values> m_entries;
    qint64 m_next = 0;
    bool m_whole = false;
};

qint64 parts(qint64 size, qint64 step)
{
    return (size + step - 1) / step;
}

/// What is wrong with where a directory says its pixels are, or nothing. Takes the strips and tiles it looked
/// at from `budget`.
QString pixelDamage(const ByteReader &in, const Directory &directory, qint64 &budget)
{
    const qint64 width = directory.value(ImageWidth, 0);
    const qint64 height = directory.value(ImageLength, 0);
    const bool tiled = directory.count(TileOffsets) > 0;
    const int offsets = tiled ? TileOffsets : StripOffsets;
    const int counts = tiled ? TileByteCounts : StripByteCounts;
    const qint64 stepX = tiled ? directory.value(TileWidth, 0) : width;
    const qint64 stepY =
        tiled ? directory.value(TileLength, 0) : qMin(height, directory.value(RowsPerStrip, height));
    if (width == 0 || height == 0 || stepX == 0 || stepY == 0)
        return QStringLiteral("a directory without a size");
    if (qMax(qMax(width, height), qMax(stepX, stepY)) > longestSide)
        return QStringLiteral("a side of over a million pixels");
    // A tile is a buffer in the decoder: a small picture may have one tile, but not one of gigabytes.
    if (tiled && stepX * stepY > qMax<qint64>(4 * width * height, 4096 * 4096))
        return QStringLiteral("tiles far larger than the picture");
    const qint64 planes =
        directory.value(PlanarConfiguration, 1) == 2 ? directory.value(SamplesPerPixel, 1) : 1;
    const qint64 expected = parts(width, stepX) * parts(height, stepY) * planes;
    if (directory.count(offsets) < expected || directory.count(counts) < expected)
        return QStringLiteral("strips or tiles are missing");
    budget -= expected;
    if (budget < 0)
        return QStringLiteral("more strips or tiles than any writer makes");
    for (qint64 i = 0; i < expected; ++i) {
        const qint64 bytes = directory.value(counts, 0, i);
        if (bytes == 0 || !in.has(directory.value(offsets, 0, i), bytes))
            return QStringLiteral("a strip or tile reaches past the end of the file");
    }
    return {};
}

} // namespace

StillStructure tiffStructure(QByteArrayView bytes)
{
    const ByteReader in(bytes,
                        bytes[0] == 'I' ? ByteReader::Order::LittleEndian : ByteReader::Order::BigEndian);
    StillStructure structure;
    std::set<qint64> seen;
    qint64 budget = mostParts;
    for (qint64 at = in.u32(4); at != 0 || seen.empty();) {
        const Directory directory(in, at);
        if (!directory.isWhole()) {
            structure.damage = QStringLiteral("a directory is empty or outside the file");
            return structure;
        }
        if (!seen.insert(at).second || seen.size() > mostDirectories) {
            structure.damage = QStringLiteral("its directories form a loop");
            return structure;
        }
        if (seen.size() == 1) {
            const qint64 samples = directory.value(SamplesPerPixel, 1);
            const qint64 photometric = directory.value(Photometric, -1);
            structure.width = directory.value(ImageWidth, 0);
            structure.height = directory.value(ImageLength, 0);
            structure.bitsPerChannel = photometric == 3 ? 8 : int(directory.value(BitsPerSample, 1));
            structure.grey = photometric == 0 || photometric == 1;
            // Raw files of cameras are TIFF outside: their first directory is a preview or sensor data.
            if (in.sliced(8, 2) == "CR" || directory.count(DngVersion) > 0 ||
                (directory.value(NewSubfileType, 0) & 1))
                structure.unsupported = QStringLiteral("a camera's raw file");
            else if (structure.bitsPerChannel > 16 || samples < 1 || samples > 8 ||
                     directory.value(SampleFormat, 1) != 1)
                structure.unsupported = QStringLiteral("TIFF samples other than whole numbers up to 16 bits");
        }
        structure.damage = pixelDamage(in, directory, budget);
        if (!structure.damage.isEmpty())
            return structure;
        at = directory.next();
    }
    structure.frames = int(seen.size());
    return structure;
}

} // namespace likeness::decode
