// SPDX-License-Identifier: GPL-3.0-or-later
// GallerySession: how the matrix that is searched comes to be.
#include "engine/audit/verbs.h"
#include "engine/base/log.h"
#include "engine/casework/gallerysession.h"
#include "engine/match/matrixbuilder.h"

#include <QTemporaryFile>

namespace likeness::casework
{

using base::ErrorCode;
using Matrix = base::Result<std::shared_ptr<const match::TemplateMatrix>>;

base::Result<GallerySession::Snapshot> GallerySession::snapshot(base::Progress &progress)
{
    const std::lock_guard lock(m_snapshotMutex);
    const auto version = serving();
    if (!version)
        return tl::unexpected(version.error());
    const QString engineId = version->id();
    if (m_snapshot.matrix) {
        const auto current = isCurrent(m_snapshot.matrix->origin(), engineId);
        LIKENESS_TRY(current);
        if (*current)
            return m_snapshot;
    }
    auto matrix = storedMatrix(engineId, progress);
    if (!matrix && matrix.error().code != ErrorCode::Cancelled) {
        qCInfo(base::logCasework) << "the gallery's matrix is made:"
                                  << base::errorCodeName(matrix.error().code) << matrix.error().detail;
        m_snapshot = {}; // the memory of the old one is not needed beside the new one
        matrix = newMatrix(engineId, progress);
    }
    LIKENESS_TRY(matrix);
    m_snapshot = {*matrix, (*matrix)->snapshotHash(), engineId};
    return m_snapshot;
}

base::Result<bool> GallerySession::isCurrent(const match::MatrixOrigin &origin, const QString &engineId) const
{
    if (origin.gallery != gallery().id.value() || origin.engineVersionId != engineId)
        return false;
    // Every change of a gallery is an entry; of all entries only these are known to change no portrait.
    return m_store->isOnlyFollowedBy(origin.head, {audit::verbs::gallerySearched, audit::verbs::headSigned});
}

Matrix GallerySession::storedMatrix(const QString &engineId, base::Progress &progress) const
{
    auto file = m_store->openMatrix(engineId);
    if (!file)
        return tl::unexpected(file.error());
    auto matrix = match::TemplateMatrix::open(std::move(*file), progress);
    if (!matrix)
        return matrix;
    const auto current = isCurrent((*matrix)->origin(), engineId);
    LIKENESS_TRY(current);
    if (!*current)
        return base::fail(ErrorCode::NotFound, engineId, QStringLiteral("it shows another moment"));
    return matrix;
}

Matrix GallerySession::newMatrix(const QString &engineId, base::Progress &progress)
{
    const auto build = [&](QIODevice &out) -> base::Outcome {
        // The head is read first: what is enrolled while the rows are read is then at worst read twice.
        const auto head = m_store->auditHead();
        LIKENESS_TRY(head);
        std::optional<match::MatrixBuilder> builder;
        const match::MatrixOrigin origin{gallery().id.value(), engineId, *head};
        LIKENESS_TRY(m_store->forEachTemplate(
            engineId,
            [&](qint64 rows) -> base::Outcome {
                builder.emplace(out, rows, origin);
                return {};
            },
            [&](const model::EnrolledTemplate &row) { return builder->add(row); }, progress));
        return builder->finish();
    };

    if (!isReadOnly()) {
        const auto written = m_store->writeMatrix(engineId, build);
        if (written) {
            auto file = m_store->openMatrix(engineId);
            if (!file)
                return tl::unexpected(file.error());
            return match::TemplateMatrix::open(std::move(*file), progress);
        }
        if (written.error().code != ErrorCode::DiskFull && written.error().code != ErrorCode::WriteFailed)
            return tl::unexpected(written.error());
    }
    auto file = std::make_unique<QTemporaryFile>(); // readable by this user alone, and gone with the session
    if (!file->open())
        return base::fail(ErrorCode::WriteFailed, gallery().name, file->errorString());
    LIKENESS_TRY(build(*file));
    file->flush();
    return match::TemplateMatrix::open(std::move(file), progress);
}

} // namespace likeness::casework
