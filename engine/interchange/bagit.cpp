// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/interchange/bagit.h"

#include <QCryptographicHash>

#include <algorithm>

namespace likeness::interchange
{

using base::ErrorCode;

namespace
{

struct Digests {
    QString sha256;
    QString sha512;
};

/// Reads an item once for both manifests. `report` is told the bytes and may stop it.
base::Result<Digests> digestsOf(const ZipItem &item, const std::function<base::Outcome(qint64)> &report)
{
    QCryptographicHash sha256(QCryptographicHash::Sha256), sha512(QCryptographicHash::Sha512);
    LIKENESS_TRY(readItem(item, [&](const QByteArray &chunk) {
        sha256.addData(chunk);
        sha512.addData(chunk);
        return report(chunk.size());
    }));
    return Digests{QString::fromLatin1(sha256.result().toHex()),
                   QString::fromLatin1(sha512.result().toHex())};
}

/// A label and its text on one line, as RFC 8493 2.2.2 wants it.
QByteArray infoLine(const QString &label, const QString &value)
{
    return (label + QStringLiteral(": ") + value.simplified() + u'\n').toUtf8();
}

} // namespace

base::Outcome writeBag(QFile &to, const Bag &bag, const Signer &sign, base::Progress &progress)
{
    qint64 payloadBytes = 0;
    for (const ZipItem &item : bag.payload)
        payloadBytes += item.size();
    qint64 done = 0;
    const auto hashed = [&](qint64 bytes) -> base::Outcome {
        if (progress.isCancelled())
            return base::fail(ErrorCode::Cancelled, to.fileName());
        progress.report(done += bytes, 2 * payloadBytes);
        return {};
    };

    std::vector<ZipItem> items;
    QByteArray sha256Lines, sha512Lines;
    const auto add = [&](ZipItem item, const QString &path,
                         const std::function<base::Outcome(qint64)> &report) -> base::Outcome {
        item.path = path;
        const auto digests = digestsOf(item, report);
        if (!digests)
            return tl::unexpected(digests.error());
        item.sha256 = digests->sha256;
        sha256Lines += (digests->sha256 + QStringLiteral("  ") + path + u'\n').toLatin1();
        sha512Lines += (digests->sha512 + QStringLiteral("  ") + path + u'\n').toLatin1();
        items.push_back(std::move(item));
        return {};
    };

    for (const ZipItem &item : bag.payload)
        LIKENESS_TRY(add(item, QStringLiteral("data/") + item.path, hashed));
    const QByteArray payload256 = std::exchange(sha256Lines, {});
    const QByteArray payload512 = std::exchange(sha512Lines, {});

    QByteArray info;
    for (const auto &[label, value] : bag.info)
        info += infoLine(label, value);
    info += infoLine(QStringLiteral("Payload-Oxum"),
                     QStringLiteral("%1.%2").arg(payloadBytes).arg(bag.payload.size()));
    std::vector<ZipItem> tags{
        {QStringLiteral("bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"},
        {QStringLiteral("bag-info.txt"), info},
        {QStringLiteral("manifest-sha256.txt"), payload256},
        {QStringLiteral("manifest-sha512.txt"), payload512}};
    if (sign) {
        const auto minisig = sign(payload256);
        if (!minisig)
            return tl::unexpected(minisig.error());
        tags.push_back({QStringLiteral("manifest-sha256.txt.minisig"), *minisig});
    }
    tags.insert(tags.end(), bag.tags.begin(), bag.tags.end());
    for (const ZipItem &item : tags)
        LIKENESS_TRY(add(item, item.path, [](qint64) { return base::Outcome(); }));
    items.push_back({QStringLiteral("tagmanifest-sha256.txt"), sha256Lines});
    items.push_back({QStringLiteral("tagmanifest-sha512.txt"), sha512Lines});

    // Who opens it reads what it is before the files themselves.
    std::rotate(items.begin(), items.begin() + qsizetype(bag.payload.size()), items.end());
    for (ZipItem &item : items)
        item.path = bag.name + u'/' + item.path;
    base::Progress copying([&](qint64 bytes, qint64) {
        progress.report(std::min(done + bytes, 2 * payloadBytes), 2 * payloadBytes);
        if (progress.isCancelled())
            copying.cancel();
    });
    return writeZip(to, items, copying);
}

} // namespace likeness::interchange
