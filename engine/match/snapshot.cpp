// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/snapshot.h"

#include "engine/match/cohort.h"
#include "engine/match/templatematrix.h"

#include <QtEndian>

namespace likeness::match
{

SnapshotHasher::SnapshotHasher(const QString &engineVersionId, const Cohort &cohort)
    : m_hash(QCryptographicHash::Sha256)
{
    addField(engineVersionId.toUtf8());
    if (cohort.size() > 0)
        addField(QByteArrayLiteral("cohort"));
    for (const Cohort::Member &member : cohort.members())
        addField(member.person.toUtf8());
}

void SnapshotHasher::addField(const QByteArray &field)
{
    char length[4];
    qToLittleEndian(quint32(field.size()), length);
    m_hash.addData(QByteArrayView(length, sizeof length));
    m_hash.addData(field);
}

void SnapshotHasher::add(const model::EnrolledTemplate &row)
{
    addField(row.portrait.value().toUtf8());
    addField(row.person.value().toUtf8());
    addField(row.portraitSha256.toUtf8());
    addField(model::templateBytes(row.values));
}

QString SnapshotHasher::result() const
{
    return QString::fromLatin1(m_hash.result().toHex());
}

QString snapshotHash(const TemplateMatrix &gallery, const QString &engineVersionId)
{
    SnapshotHasher hasher(engineVersionId, gallery.cohort());
    for (qint64 row = 0; row < gallery.portraits(); ++row)
        hasher.add(gallery.row(row));
    return hasher.result();
}

} // namespace likeness::match
