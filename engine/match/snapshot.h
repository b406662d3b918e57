// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/gallery.h"

#include <QCryptographicHash>

namespace likeness::match
{

class Cohort;
class TemplateMatrix;

/// The name of exactly this content: SHA-256 over the engine version id and, in order of portrait id, each
/// row's portrait id, person id, portrait SHA-256 and template bytes, each field preceded by its length as
/// 4 bytes little-endian. Where there is a cohort, the word "cohort" and the ids of its persons, in its order, come
/// before the rows. Two galleries with the same snapshot answer every search alike, unless portraits
/// past their retention date are left out: that date is no part of it.
class SnapshotHasher
{
public:
    SnapshotHasher(const QString &engineVersionId, const Cohort &cohort);
    void add(const model::EnrolledTemplate &row); ///< by ascending portrait id
    QString result() const;

private:
    void addField(const QByteArray &field);
    QCryptographicHash m_hash;
};

/// The same over the rows of a matrix, all of them read again.
QString snapshotHash(const TemplateMatrix &gallery, const QString &engineVersionId);

} // namespace likeness::match
