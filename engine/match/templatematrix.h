// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/match/cohort.h"
#include "engine/match/matrixlayout.h"
#include "engine/match/sieve.h"
#include "engine/model/audit.h"
#include "engine/model/gallery.h"

#include <QFile>
#include <QSet>

#include <cstdlib>
#include <memory>
#include <vector>

namespace likeness::match
{

/// Which moment of which gallery a matrix shows.
struct MatrixOrigin {
    QString gallery;
    QString engineVersionId;
    model::AuditHead head; ///< of the gallery's chain, read before the rows
    QString cohort = {};   ///< names the draw; empty without one
    friend bool operator==(const MatrixOrigin &, const MatrixOrigin &) = default;
};

/// All templates of one engine version of a gallery, at one moment, ready to be searched. Immutable, so it
/// may be searched from several threads. It lies in memory or is mapped from a file that a MatrixBuilder
/// wrote (matrixlayout.h): then templates and texts are not on the heap, and several processes share what they
/// read. The columns that every search reads from end to end, 144 bytes a row, are copied to large pages.
class TemplateMatrix
{
public:
    /// In memory, without an origin. Rows may come in any order; they are kept sorted by portrait id. `cohort` holds
    /// templates of some of them.
    explicit TemplateMatrix(std::vector<model::EnrolledTemplate> rows, Cohort cohort = {});

    /// Maps a file that is open for reading and checks all of it: some 10 GB a second. Looks at cancel and
    /// reports every 16 MiB. FileDamaged for anything but a whole file of this format with its checksum;
    /// FileUnreadable when it cannot be mapped; Cancelled. Whoever may write beside the gallery's database
    /// can make a false file with a right checksum, as he can make a false database; reading it stays within
    /// its bytes. The file must not be shortened while it is mapped: writers replace it.
    static base::Result<std::shared_ptr<const TemplateMatrix>> open(std::unique_ptr<QFile> file,
                                                                    base::Progress &progress);

    qint64 portraits() const { return m_layout.rows; }
    qint64 persons() const { return m_layout.persons; }
    const MatrixOrigin &origin() const { return m_origin; }
    /// As snapshot.h defines it, taken when the matrix was built.
    const QString &snapshotHash() const { return m_snapshotHash; }

    const Cohort &cohort() const { return m_cohort; }

    /// Row 0 to portraits() - 1, by portrait id.
    model::EnrolledTemplate row(qint64 number) const;
    model::PortraitId portraitId(qint64 row) const;
    std::optional<qint64> rowOf(const model::PortraitId &portrait) const; ///< rows are sorted by it
    QString personId(quint32 person) const; ///< of personNumbers()
    float cohortScale(qint64 row) const { return m_columns.cohortScales[row]; }

    /// For the search.
    const Columns &columns() const { return m_columns; }
    const quint32 *personNumbers() const { return m_personNumbers; }
    const qint32 *lastDays() const { return m_lastDays; } ///< Julian, 0 for none
    /// One flag a person: whether it is one of `ids`. Reads the ids of all persons when there are any.
    std::vector<bool> personFlags(const QSet<QString> &ids) const;

private:
    TemplateMatrix() = default;
    /// Reads the head and points at the columns; FileDamaged.
    base::Outcome attach(const char *bytes, qint64 size, base::Progress &progress);
    QString textAt(quint64 offset, int which) const;
    /// Points codes, scales, norms and errors at a copy; leaves them be where memory is short.
    void copyScannedColumns();

    struct Free {
        void operator()(void *memory) const { std::free(memory); }
    };
    std::unique_ptr<char, Free> m_scanned;
    QByteArray m_memory;
    std::unique_ptr<QFile> m_file;
    const char *m_bytes = nullptr;
    MatrixLayout m_layout;
    MatrixOrigin m_origin;
    QString m_snapshotHash;
    Cohort m_cohort;
    Columns m_columns;
    const quint32 *m_personNumbers = nullptr;
    const qint32 *m_lastDays = nullptr;
};

} // namespace likeness::match
