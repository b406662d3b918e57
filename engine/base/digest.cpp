// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/digest.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <algorithm>

namespace likeness::base
{

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

bool isSha256(const QString &text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

Result<QString> sha256(QFile &openFile, Progress &progress)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray block(1 << 20, Qt::Uninitialized);
    const qint64 total = openFile.size();
    qint64 done = 0;
    while (true) {
        if (progress.isCancelled())
            return fail(ErrorCode::Cancelled, openFile.fileName());
        const qint64 read = openFile.read(block.data(), block.size());
        if (read < 0)
            return fail(ErrorCode::FileUnreadable, openFile.fileName(), openFile.errorString());
        if (read == 0)
            return QString::fromLatin1(hash.result().toHex());
        hash.addData(QByteArrayView(block.constData(), read));
        done += read;
        progress.report(done, total);
    }
}

Result<QString> sha256OfFile(const QString &path, Progress &progress)
{
    const QFileInfo info(path);
    if (!info.isFile() || info.isSymLink())
        return fail(ErrorCode::FileUnreadable, path, QStringLiteral("not a regular file"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    return sha256(file, progress);
}

} // namespace likeness::base
