// SPDX-License-Identifier: GPL-3.0-or-later
// GallerySession: how the matrix that is searched comes to be.
#include "engine/audit/verbs.h"
#include "engine/base/digest.h"
#include "engine/base/log.h"
#include "engine/casework/gallerysession.h"
#include "engine/casework/permission.h"
#include "engine/match/matrixbuilder.h"

#include <QTemporaryFile>

#include <algorithm>

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
    const auto strangers = calibrated(**matrix, progress);
    LIKENESS_TRY(strangers);
    m_snapshot = {*matrix, (*matrix)->snapshotHash(), engineId, std::make_shared<match::StrangerScores>(*strangers)};
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

base::Result<qint64> GallerySession::drawCohort()
{
    if (isReadOnly())
        return base::fail(ErrorCode::ReadOnly, folder(), opening().lockHolder);
    LIKENESS_TRY(requireAllowed(*m_workstation, policy::Deed::Enrol, folder()));
    const auto persons = m_store->persons();
    const auto head = m_store->auditHead();
    if (!persons)
        return tl::unexpected(persons.error());
    LIKENESS_TRY(head);
    if (persons->size() < match::Cohort::smallest)
        return base::fail(ErrorCode::InvalidArgument, gallery().name, QStringLiteral("too few persons for a cohort"));
    std::vector<QString> ids;
    for (const model::Person &person : *persons)
        ids.push_back(person.id.value());
    std::sort(ids.begin(), ids.end());
    // The head is not known before all who are drawn from are there, and nobody can choose it.
    model::CohortDraw draw{head->hash, {}, m_workstation->clock().now()};
    for (const size_t place : match::drawnPersons(ids, draw.seed))
        draw.persons.push_back(model::PersonId(ids[place]));
    const auto count = qint64(draw.persons.size());
    LIKENESS_TRY(m_store->commit({audit::verbs::cohortDrawn,
                                  gallery().id.value(),
                                  {{"persons", count}, {"of", qint64(ids.size())}, {"seed", draw.seed}}},
                                 m_workstation->actor(),
                                 [&](store::GalleryWriter &writer) { return writer.insert(draw); }));
    return count;
}

base::Outcome GallerySession::drawCohortWhenDue()
{
    const auto count = counts();
    const auto drawn = m_store->cohort();
    LIKENESS_TRY(count);
    if (!drawn)
        return tl::unexpected(drawn.error());
    const auto persons = size_t(count->persons);
    const size_t have = *drawn ? (*drawn)->persons.size() : 0;
    const bool isSmall = count->persons < match::fewestPersonsCalibrated;
    const bool isDue = persons >= match::Cohort::smallest && have < match::Cohort::largest &&
                       (isSmall ? 10 * persons >= 11 * have : persons >= 2 * have);
    if (isDue)
        LIKENESS_TRY(drawCohort());
    return {};
}

/// Each person stands in it with the portrait of the least id, which is the one drawn when it was enrolled.
base::Result<match::Cohort> GallerySession::cohortFor(const QString &engineId, const model::CohortDraw &draw,
                                                      base::Progress &progress) const
{
    QSet<QString> wanted;
    for (const model::PersonId &person : draw.persons)
        wanted.insert(person.value());
    std::vector<match::Cohort::Member> members;
    LIKENESS_TRY(m_store->forEachTemplate(
        engineId, [](qint64) { return base::Outcome(); },
        [&](const model::EnrolledTemplate &row) -> base::Outcome {
            if (wanted.remove(row.person.value()))
                members.push_back({row.person.value(), row.values});
            return {};
        },
        progress));
    return match::Cohort(std::move(members));
}

base::Outcome GallerySession::build(QIODevice &out, const QString &engineId, base::Progress &progress)
{
    // The head is read first: what is enrolled while the rows are read is then at worst read twice.
    const auto head = m_store->auditHead();
    LIKENESS_TRY(head);
    const auto draw = m_store->cohort();
    if (!draw)
        return tl::unexpected(draw.error());
    match::Cohort cohort;
    if (*draw) {
        auto drawn = cohortFor(engineId, **draw, progress);
        if (!drawn)
            return tl::unexpected(drawn.error());
        cohort = std::move(*drawn);
    }
    QStringList names{engineId};
    for (const match::Cohort::Member &member : cohort.members())
        names += member.person;
    const QString cohortId = cohort.size() > 0 ? base::sha256(names.join(u'\n').toUtf8()) : QString();

    // Against the same cohort a portrait keeps its scale: only what was enrolled since is measured.
    std::shared_ptr<const match::TemplateMatrix> before;
    if (auto file = m_store->openMatrix(engineId))
        if (auto old = match::TemplateMatrix::open(std::move(*file), progress); old && (*old)->origin().cohort == cohortId)
            before = *old;
    qint64 next = 0, kept = 0, seen = 0;
    m_newRows.clear();
    const auto knownScale = [&](const model::PortraitId &portrait) -> std::optional<float> {
        const qint64 number = seen++;
        for (; before && next < before->portraits(); ++next) {
            const model::PortraitId id = before->portraitId(next);
            if (id == portrait) {
                ++kept;
                return before->cohortScale(next);
            }
            if (!(id < portrait))
                break;
        }
        m_newRows.push_back(number);
        return {};
    };

    std::optional<match::MatrixBuilder> builder;
    const match::MatrixOrigin origin{gallery().id.value(), engineId, *head, cohortId};
    LIKENESS_TRY(m_store->forEachTemplate(
        engineId,
        [&](qint64 rows) -> base::Outcome {
            builder.emplace(out, rows, origin, std::move(cohort));
            return {};
        },
        [&](const model::EnrolledTemplate &row) { return builder->add(row, knownScale(row.portrait)); }, progress));
    m_grownFrom = before && kept == before->portraits() ? before->snapshotHash() : QString();
    return builder->finish();
}

Matrix GallerySession::newMatrix(const QString &engineId, base::Progress &progress)
{
    const auto fill = [&](QIODevice &out) { return build(out, engineId, progress); };
    if (!isReadOnly()) {
        const auto written = m_store->writeMatrix(engineId, fill);
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
    LIKENESS_TRY(fill(*file));
    file->flush();
    return match::TemplateMatrix::open(std::move(file), progress);
}

} // namespace likeness::casework
