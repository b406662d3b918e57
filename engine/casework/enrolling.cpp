// SPDX-License-Identifier: GPL-3.0-or-later
// GallerySession: photographs become portraits.
#include "engine/audit/verbs.h"
#include "engine/casework/enrolmentrun.h"
#include "engine/casework/permission.h"

#include <QFileInfo>

#include <algorithm>

namespace likeness::casework {

using base::ErrorCode;
using model::EnrolItem;
using model::EnrolOutcome;

qint64 GallerySession::EnrolmentReport::count(EnrolOutcome outcome) const
{
    return std::count_if(items.begin(), items.end(),
                         [&](const EnrolItem &i) { return i.outcome == outcome; });
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
    const auto version = serving();
    if (!version)
        return tl::unexpected(version.error());
    const auto settings = settingsFor(**engine, *version);
    if (!settings)
        return tl::unexpected(settings.error());
    const auto files = enrolmentFiles(plan);
    if (!files)
        return tl::unexpected(files.error());
    const auto digest = planDigest(plan);
    if (!digest)
        return tl::unexpected(digest.error());
    const auto unfinished = m_store->unfinishedEnrolment(*digest);
    if (!unfinished)
        return tl::unexpected(unfinished.error());

    const QString subject = !plan.csv.isEmpty()     ? QFileInfo(plan.csv).fileName()
                            : !plan.paths.isEmpty() ? QFileInfo(plan.paths.front()).fileName()
                                                    : gallery().name;
    const model::Operation operation{model::OperationId::create(), QStringLiteral("enrolment"), subject,
                                     m_workstation->clock().now()};
    const model::OperationId enrolment = unfinished->value_or(operation.id);
    const auto begun =
        m_store->commit({audit::verbs::operationStarted,
                         gallery().id.value(),
                         {{"operation", operation.id.value()},
                          {"kind", operation.kind},
                          {"enrolment", enrolment.value()},
                          {"plan", *digest},
                          {"engine", version->toJson()},
                          {"files", qint64(files->size())}}},
                        m_workstation->actor(), [&](store::GalleryWriter &writer) -> base::Outcome {
                            LIKENESS_TRY(writer.begin(operation));
                            LIKENESS_TRY(writer.insertRun(operation.id, enrolment, *digest));
                            return writer.serve(*version);
                        });
    LIKENESS_TRY(begun);

    EnrolmentReport report;
    EnrolmentRun run(*m_workstation, *m_store, *engine, *settings, operation.id, enrolment);
    const auto outcome = run.enrol(*files, onItem, progress, report);

    const QString word = outcome ? QStringLiteral("finished") : base::errorCodeName(outcome.error().code);
    QJsonObject details{{"operation", operation.id.value()}, {"outcome", word}};
    for (const auto kind : {EnrolOutcome::Enrolled, EnrolOutcome::NoFace, EnrolOutcome::LowQuality,
                            EnrolOutcome::Duplicate, EnrolOutcome::Unreadable})
        details[model::enrolOutcomeName(kind)] = report.count(kind);
    const auto finished = m_store->commit(
        {audit::verbs::enrolmentFinished, gallery().id.value(), details}, m_workstation->actor(),
        [&](store::GalleryWriter &writer) { return writer.finish(operation.id, word); });
    if (!outcome) // if even this entry cannot be written, the next opening finds the run unfinished
        return tl::unexpected(outcome.error());
    LIKENESS_TRY(finished);
    LIKENESS_TRY(drawCohortWhenDue());
    return report;
}

} // namespace likeness::casework
