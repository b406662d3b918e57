// SPDX-License-Identifier: GPL-3.0-or-later
// A packet from outside, with a signature that always holds: what a sender with a key could do.
#include "engine/interchange/verificationpacket.h"
#include "engine/interchange/zip.h"

#include <cstdlib>

using namespace likeness;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString subject = QStringLiteral("fuzz");
    const interchange::ReadLimits limits{8, 1 << 20, 4 << 20};
    if (const auto items = interchange::readZip(bytes, subject, limits)) {
        qint64 all = 0;
        for (const auto &item : *items) {
            if (!interchange::isSafePath(item.path) || item.bytes.size() > limits.bytesEach)
                std::abort();
            all += item.bytes.size();
        }
        if (qint64(items->size()) > limits.files || all > limits.bytesAll)
            std::abort();
    }

    // What is taken is what would be written again.
    const auto sign = [](const QByteArray &) -> base::Result<QByteArray> { return QByteArray("sound"); };
    const auto check = [](const QByteArray &, const QByteArray &) -> base::Result<QString> {
        return QStringLiteral("verifier");
    };
    if (const auto read = interchange::readTask(bytes, subject, check)) {
        const auto again = interchange::writeTask(read->task, sign);
        if (!again || !interchange::readTask(*again, subject, check))
            std::abort();
    }
    if (const auto result = interchange::readResult(bytes, subject, check)) {
        const auto again = interchange::writeResult(*result, sign);
        if (!again || !interchange::readResult(*again, subject, check))
            std::abort();
    }
    return 0;
}
