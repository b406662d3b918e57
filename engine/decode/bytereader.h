// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace likeness::decode {

/// Numbers out of untrusted bytes. Reading outside gives 0 (or an empty tag): callers that must know ask
/// has() first. Positions are 64 bit, so that sums of 32-bit fields do not wrap.
class ByteReader
{
public:
    enum class Order { LittleEndian, BigEndian };

    ByteReader(QByteArrayView bytes, Order order) : m_bytes(bytes), m_order(order) {}

    qint64 size() const { return m_bytes.size(); }
    bool has(qint64 at, qint64 count) const
    {
        return at >= 0 && count >= 0 && at <= size() && count <= size() - at;
    }
    quint8 u8(qint64 at) const { return has(at, 1) ? quint8(m_bytes[at]) : 0; }
    quint16 u16(qint64 at) const { return quint16(number(at, 2)); }
    quint32 u24(qint64 at) const { return number(at, 3); }
    quint32 u32(qint64 at) const { return number(at, 4); }
    /// Four characters.
    QByteArrayView tag(qint64 at) const { return has(at, 4) ? m_bytes.sliced(at, 4) : QByteArrayView(); }
    QByteArrayView sliced(qint64 at, qint64 count) const
    {
        return has(at, count) ? m_bytes.sliced(at, count) : QByteArrayView();
    }

private:
    quint32 number(qint64 at, int count) const
    {
        if (!has(at, count))
            return 0;
        quint32 value = 0;
        for (int i = 0; i < count; ++i) {
            const int from = m_order == Order::BigEndian ? i : count - 1 - i;
            value = value << 8 | quint8(m_bytes[at + from]);
        }
        return value;
    }

    QByteArrayView m_bytes;
    Order m_order;
};

} // namespace likeness::decode
