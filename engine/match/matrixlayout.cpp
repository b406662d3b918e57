// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/matrixlayout.h"

#include <cstring>

namespace likeness::match
{

namespace
{

// Odd, so that multiplying loses nothing; the bits of the golden ratio.
constexpr quint64 multiplier = 0x9e3779b97f4a7c15u;

quint64 mixed(quint64 sum, quint64 word)
{
    sum = (sum ^ word) * multiplier;
    return sum ^ (sum >> 29); // high bits reach the low ones, which multiplying alone never does
}

} // namespace

void Checksum::add(const char *bytes, qint64 size)
{
    m_size += quint64(size);
    qint64 done = 0;
    for (; done + 64 <= size; done += 64) {
        quint64 words[8];
        std::memcpy(words, bytes + done, sizeof words);
        for (int lane = 0; lane < 8; ++lane) // side by side: one alone would wait for its multiplication
            m_lanes[lane] = mixed(m_lanes[lane], words[lane]);
    }
    if (done < size) {
        char rest[64] = {};
        std::memcpy(rest, bytes + done, size_t(size - done));
        m_size -= quint64(size - done);
        add(rest, sizeof rest);
        m_size -= sizeof rest - quint64(size - done);
    }
}

quint64 Checksum::value() const
{
    quint64 sum = m_size;
    for (const quint64 lane : m_lanes)
        sum = mixed(sum, lane);
    return sum;
}

} // namespace likeness::match
