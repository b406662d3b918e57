// SPDX-License-Identifier: GPL-3.0-or-later
// GallerySession: photographs become portraits.
#include "engine/audit/verbs.h"
#include "engine/base/digest.h"
#include "engine/casework/enrolment.h"
#include "engine/casework/gallerysession.h"
#include "engine/casework/partprogress.h"
#include "engine/casework/permission.h"

#include <QFileInfo>

#include <algorithm>

namespace likeness::casework {

using base::ErrorCode;
using model::EnrolItem;
using model::EnrolOutcome;

namespace {

/// Errors of the disk or the record concern every later file too; all others are about this file.
bool endsTheRun(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Cancelled:
    case ErrorCode::ReadOnly:
    case ErrorCode::DatabaseFailed:
    case ErrorCode::DatabaseLocked:
    case ErrorCode::DatabaseCorrupt:
    case ErrorCode::DiskFull:
    case ErrorCode::WriteFailed:
        return true;
    default:
        return false;
    }
}

} // namespace

qint64 GallerySession::EnrolmentReport::count(EnrolOutcome outcome) const
{
    return std::count_if(items.begin(), items.end(),
                         [&](const EnrolItem &i) { return i.outcome == outcome; });
}

base::Result<EnrolItem> GallerySession::enrolFile(const face::FaceEngine &engine, const EnrolmentFile &file,
                                                  base::Progress &progress)
{
    const auto unreadable = [&](ErrorCode code) -> EnrolItem {
        return {file.name, EnrolOutcome::Unreadable, base::errorCodeName(code)};
    };
    QFile source(file.path);
    if (!QFileInfo(file.path).isFile() || !source.open(QIODevice::ReadOnly))
        return unreadable(ErrorCode::FileUnreadable);
    const auto sha256 = base::sha256(source, progress);
    if (!sha256)
        return tl::unexpected(sha256.error());
    const auto known = m_store->portraitBySha256(*sha256);
    if (!known)
        return tl::unexpected(known.error());
    if (*known)
        return EnrolItem{file.name, EnrolOutcome::Duplicate, file.person};

    const auto still = m_workstation->decoder().decode(source, file.name, progress);
    if (!still)
        return tl::unexpected(still.error());
    const auto result = findPortraitFace(engine, still->picture, progress);
    if (!result)
        return tl::unexpected(result.error());
    if (result->outcome != EnrolOutcome::Enrolled)
        return EnrolItem{file.name, result->outcome, file.person};
    const PortraitFace &found = result->found;
    const auto templates = engine.describe({found.chip});
    if (!templates)
        return tl::unexpected(templates.error());

    source.seek(0);
    const auto stored = m_store->storePortrait(source, progress);
    if (!stored)
        return tl::unexpected(stored.error());
    if (stored->sha256 != *sha256) { // changed under our hands: what was looked at is not what was stored
        LIKENESS_TRY(m_store->discardPortrait(stored->sha256));
        return unreadable(ErrorCode::FileDamaged);
    }

    model::Portrait portrait;
    portrait.id = model::PortraitId::create();
    portrait.sha256 = stored->sha256;
    portrait.fileName = QFileInfo(file.path).fileName();
    portrait.mediaType = still->mediaType;
    portrait.provenance = file.provenance;
    portrait.box = found.face.box;
    portrait.eyes = found.face.eyes;
    portrait.quality = found.face.quality;
    portrait.enrolled = m_workstation->clock().now();
    const model::EngineVersion version = engine.version();
    LIKENESS_TRY(m_store->commit({audit::verbs::portraitEnrolled,
                                  portrait.id.value(),
                                  {{"sha256", portrait.sha256},
                                   {"file_name", portrait.fileName},
                                   {"person", file.person},
                                   {"box", model::toJson(portrait.box)},
                                   {"eyes", model::toJson(portrait.eyes)},
                                   {"border", found.border},
                                   {"quality", model::toJson(portrait.quality)},
                                   {"chip_sha256", found.chip.sha256},
                                   {"engine", version.id()}}},
                                 m_workstation->actor(), [&](store::GalleryWriter &writer) -> base::Outcome {
                                     const auto person = writer.personFor(file.person);
                                     if (!person)
                                         return tl::unexpected(person.error());
                                     portrait.person = *person;
                                     return writer.insert(portrait).and_then([&] {
                                         return writer.insert(portrait.id, version, templates->front());
                                     });
                                 }));
    return EnrolItem{file.name, EnrolOutcome::Enrolled, file.person};
}

base::Result<GallerySession::EnrolmentReport>
GallerySession::enrol(const EnrolmentPlan &plan, const std::function<void(const EnrolItem &)> &onItem,
                      base::Progress &progress)
{
    LIKENESS_TRY(requireAllowed(*m_workstation, policy::Deed::Enrol, folder()));
    if (isReadOnly())
        return base::fail(ErrorCode::ReadOnly, folder(), opening().lockHolder);
    const auto engine = m_workstation->engine();
    if (!engine)
        return tl::unexpected(engine.error());
    const auto files = enrolmentFiles(plan);
    if (!files)
        return tl::unexpected(files.error());

    const QString subject = !plan.csv.isEmpty()     ? QFileInfo(plan.csv).fileName()
                            : !plan.paths.isEmpty() ? QFileInfo(plan.paths.front()).fileName()
                                                    : gallery().name;
    const model::Operation operation{model::OperationId::create(), QStringLiteral("enrolment"), subject,
                                     m_workstation->clock().now()};
    LIKENESS_TRY(m_store->commit(
        {audit::verbs::operationStarted,
         gallery().id.value(),
         {{"operation", operation.id.value()}, {"kind", operation.kind}, {"files", qint64(files->size())}}},
        m_workstation->actor(), [&](store::GalleryWriter &writer) { return writer.begin(operation); }));

    EnrolmentReport report;
    const auto finish = [&](const QString &outcome) {
        QJsonObject details{{"operation", operation.id.value()}, {"outcome", outcome}};
        for (const auto kind : {EnrolOutcome::Enrolled, EnrolOutcome::NoFace, EnrolOutcome::LowQuality,
                                EnrolOutcome::Duplicate, EnrolOutcome::Unreadable})
            details[model::enrolOutcomeName(kind)] = report.count(kind);
        return m_store->commit(
            {audit::verbs::enrolmentFinished, gallery().id.value(), details}, m_workstation->actor(),
            [&](store::GalleryWriter &writer) { return writer.finish(operation.id, outcome); });
    };

    for (const EnrolmentFile &file : *files) {
        progress.report(qint64(report.items.size()), qint64(files->size()));
        PartProgress inner(progress);
        auto item = progress.isCancelled() ? base::fail(ErrorCode::Cancelled, file.name)
                                           : enrolFile(**engine, file, inner);
        if (!item && endsTheRun(item.error().code)) {
            // If even this entry cannot be written, the next opening finds the run unfinished and says so.
            static_cast<void>(finish(base::errorCodeName(item.error().code)));
            return tl::unexpected(item.error());
        }
        report.items.push_back(
            item ? *item
                 : EnrolItem{file.name, EnrolOutcome::Unreadable, base::errorCodeName(item.error().code)});
        if (onItem)
            onItem(report.items.back());
    }
    progress.report(qint64(files->size()), qint64(files->size()));
    LIKENESS_TRY(finish(QStringLiteral("finished")));
    return report;
}

} // namespace likeness::casework
