// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/match/cohort.h"
#include "engine/match/snapshot.h"
#include "engine/match/templatematrix.h"

#include <QHash>
#include <QIODevice>

namespace likeness::match
{

/// Writes a matrix row by row, so that three million rows need no more memory than three hundred: only the
/// ids of the persons are kept until the end. Errors: WriteFailed (the device's words), InvalidArgument.
class MatrixBuilder
{
public:
    /// `out` is empty, random-access, open for reading and writing, and stays the caller's: what is in it is
    /// a matrix when finish() went well, and is refused by TemplateMatrix::open before.
    /// `cohort` holds templates of rows to come; its persons are those of Cohort::Member::person.
    MatrixBuilder(QIODevice &out, qint64 rows, MatrixOrigin origin, Cohort cohort = {});
    ~MatrixBuilder();

    /// By ascending portrait id; InvalidArgument otherwise. `cohortScale` when it is known already for this cohort;
    /// the others are measured on all processors, some thousand rows at a time.
    base::Outcome add(const model::EnrolledTemplate &row, std::optional<float> cohortScale = {});
    /// InvalidArgument unless as many rows came as were announced, and all of the cohort.
    base::Outcome finish();

private:
    struct Pending; ///< rows on their way to the columns
    base::Outcome flush();
    base::Outcome write(qint64 position, const char *bytes, qint64 size);
    base::Result<quint64> checksum();
    quint64 appendTexts(const QString &first, const QString &second);

    void measureScales();

    QIODevice &m_out;
    MatrixLayout m_layout;
    Cohort m_cohort;
    QHash<QString, size_t> m_members; ///< of the cohort, by person
    std::vector<quint64> m_cohortRows;
    MatrixOrigin m_origin;
    SnapshotHasher m_hasher;
    std::unique_ptr<Pending> m_pending;
    qint64 m_written = 0; ///< rows in the columns
    model::PortraitId m_last;
    QHash<QByteArray, quint32> m_numbers; ///< of the persons seen
    std::vector<quint64> m_personTexts;
};

/// The head of a matrix, a canonical JSON object behind a magic number and its own checksum.
struct MatrixHead {
    MatrixLayout layout;
    MatrixOrigin origin;
    QString snapshotHash;
    quint64 checksum = 0; ///< of everything behind the head

    QByteArray toBytes() const; ///< MatrixLayout::headBytes
    /// FileDamaged
    static base::Result<MatrixHead> fromBytes(const char *bytes, qint64 size);
};

} // namespace likeness::match
