// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

#include <algorithm>
#include <random>

namespace likeness::tests
{

/// A broken form of a sound media file, by a number: always the same for the same bytes and number. One to
/// four of: flipped bits, overwritten bytes, a cut, a block zeroed, doubled or taken out, a length field made
/// senseless. Half of them are in the first 4 KiB, where the headers are.
inline QByteArray mutated(QByteArray bytes, quint32 number)
{
    std::mt19937 random(number);
    const auto below = [&](qsizetype bound) { return bound > 0 ? qsizetype(random() % quint64(bound)) : 0; };
    for (auto changes = 1 + below(4); changes > 0 && bytes.size() > 16; --changes) {
        const qsizetype reach = below(2) ? std::min<qsizetype>(bytes.size(), 4096) : bytes.size();
        const qsizetype at = below(reach - 8);
        const qsizetype length = std::min(bytes.size() - at, 1 + below(512));
        switch (below(7)) {
        case 0:
            bytes[at] = char(bytes[at] ^ (1 << below(8)));
            break;
        case 1:
            for (qsizetype i = 0; i < std::min<qsizetype>(length, 16); ++i)
                bytes[at + i] = char(random());
            break;
        case 2:
            bytes.truncate(16 + below(bytes.size() - 16));
            break;
        case 3:
            std::fill_n(bytes.begin() + at, length, '\0');
            break;
        case 4:
            bytes.insert(at, bytes.mid(at, length));
            break;
        case 5:
            bytes.remove(at, length);
            break;
        default: {
            static constexpr quint32 lengths[] = {0,          1,          7,          0x7fffffff,
                                                  0x80000000, 0xffffffff, 0x00ffffff, 0x10000};
            qToBigEndian<quint32>(lengths[below(8)], bytes.data() + at);
        }
        }
    }
    return bytes;
}

} // namespace likeness::tests
