// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/snapshot.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace likeness::match {

QString snapshotHash(const TemplateMatrix &gallery, const QString &engineVersionId)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &field) {
        char length[4];
        qToLittleEndian(quint32(field.size()), length);
        hash.addData(QByteArrayView(length, sizeof length));
        hash.addData(field);
    };
    add(engineVersionId.toUtf8());
    for (const model::EnrolledTemplate &row : gallery.rows()) {
        add(row.portrait.value().toUtf8());
        add(row.person.value().toUtf8());
        add(row.portraitSha256.toUtf8());
        add(model::templateBytes(row.values));
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace likeness::match
