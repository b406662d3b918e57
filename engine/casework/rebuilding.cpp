// SPDX-License-Identifier: GPL-3.0-or-later
// GallerySession: every portrait gets a template of another engine version, then that version serves.
#include "engine/audit/verbs.h"
#include "engine/casework/partprogress.h"
#include "engine/casework/permission.h"
#include "engine/casework/portraitwork.h"

#include <QJsonArray>

#include <cmath>

namespace likeness::casework
{

using base::ErrorCode;
using model::EnrolItem;
using model::EnrolOutcome;

namespace
{

constexpr qint64 portraitsAPage = 200;

struct Read {
    model::Portrait portrait;
    base::Result<std::unique_ptr<QFile>> file;
};
struct Made {
    model::Portrait portrait;
    base::Result<DescribedPortrait> described;
};
using Stages = base::OrderedStages<Read, Made>;

/// New weights may see another face of a group first; its template must not go under this portrait.
bool isFaceOf(const model::Portrait &portrait, const model::EyePoints &eyes)
{
    constexpr double apart = 0.2;
    const auto isNear = [&](const model::RelativePoint &a, const model::RelativePoint &b) {
        return std::abs(a.x - b.x) <= apart * portrait.box.width &&
               std::abs(a.y - b.y) <= apart * portrait.box.height;
    };
    return isNear(portrait.eyes.left, eyes.left) && isNear(portrait.eyes.right, eyes.right);
}

/// One rebuild: all that its stages share.
class Rebuild
{
public:
    Rebuild(const Workstation &workstation, store::GalleryStore &store, const face::FaceEngine &engine,
            const face::DescriberSettings &settings, model::OperationId operation,
            GallerySession::RebuildReport &report)
        : m_workstation(workstation), m_store(store), m_engine(engine), m_settings(settings),
          m_operation(std::move(operation)), m_report(report)
    {
    }

    /// Until none is left but those that failed: portraits may be enrolled meanwhile.
    base::Outcome run(bool acceptMissing, base::Progress &progress)
    {
        bool isComplete = false;
        while (!isComplete) {
            LIKENESS_TRY(describeAll(progress));
            if (!m_report.failed.empty() && !acceptMissing)
                return {};
            const auto outcome = moveOver();
            isComplete = outcome.has_value();
            if (!isComplete && !m_wereEnrolledMeanwhile)
                return outcome;
        }
        m_report.moved = true;
        return {};
    }

private:
    base::Outcome describeAll(base::Progress &progress)
    {
        const auto left = m_store.undescribedCount(m_report.version.id());
        LIKENESS_TRY(left);
        const qint64 total = m_done + *left - qint64(m_report.failed.size());
        progress.report(m_done, total);
        return Stages::run(
            {portraitWorkers(), portraitsAtOnce(), pixelsAtOnce}, [&] { return read(progress); },
            [&](Read read) {
                auto described = describe(read, progress);
                return Made{std::move(read.portrait), std::move(described)};
            },
            [&](Made made) -> base::Outcome {
                if (progress.isCancelled())
                    return base::fail(ErrorCode::Cancelled, made.portrait.fileName);
                LIKENESS_TRY(store(made));
                progress.report(++m_done, total);
                return {};
            });
    }

    base::Result<std::optional<Stages::Weighed>> read(base::Progress &progress)
    {
        const Timed timed(m_clock.read);
        if (m_page.empty()) {
            auto page = m_store.undescribed(m_report.version.id(), m_lastRow, portraitsAPage);
            if (!page)
                return tl::unexpected(page.error());
            m_page.assign(page->begin(), page->end());
        }
        if (m_page.empty())
            return std::nullopt;
        if (progress.isCancelled())
            return base::fail(ErrorCode::Cancelled, m_page.front().portrait.fileName);
        auto next = std::move(m_page.front());
        m_page.pop_front();
        m_lastRow = next.row;
        PartProgress inner(progress);
        auto file = m_store.openPortrait(next.portrait.sha256, inner);
        const auto pixels = file ? m_workstation.decoder().pixels(**file, next.portrait.fileName, inner)
                                 : base::Result<qint64>(0);
        return Stages::Weighed{Read{std::move(next.portrait), std::move(file)}, pixels.value_or(0)};
    }

    base::Result<DescribedPortrait> describe(Read &read, const base::Progress &progress)
    {
        if (!read.file)
            return tl::unexpected(read.file.error());
        PartProgress inner(progress);
        return describePortrait(m_workstation, m_engine, m_settings, **read.file, read.portrait.fileName,
                                inner, m_clock);
    }

    base::Outcome store(const Made &made)
    {
        const model::Portrait &portrait = made.portrait;
        if (!made.described && endsTheRun(made.described.error().code))
            return tl::unexpected(made.described.error());
        EnrolItem item{portrait.fileName, EnrolOutcome::Unreadable, {}};
        if (!made.described)
            item.detail = base::errorCodeName(made.described.error().code);
        else
            item.outcome = made.described->outcome;
        if (item.outcome == EnrolOutcome::Enrolled && !isFaceOf(portrait, made.described->found.face.eyes))
            item.outcome = EnrolOutcome::NoFace;
        if (item.outcome != EnrolOutcome::Enrolled) {
            m_failedSha256.append(portrait.sha256);
            m_report.failed.push_back(std::move(item));
            return {};
        }
        const Timed timed(m_clock.store);
        const auto committed =
            m_store.commit({audit::verbs::portraitDescribed,
                            portrait.id.value(),
                            {{"operation", m_operation.value()},
                             {"sha256", portrait.sha256},
                             {"chip_sha256", made.described->found.chip.sha256},
                             {"engine", m_report.version.id()}}},
                           m_workstation.actor(), [&](store::GalleryWriter &writer) {
                               return writer.insert(portrait.id, m_report.version, made.described->values);
                           });
        LIKENESS_TRY(committed);
        ++m_report.described;
        return {};
    }

    /// The act that moves the gallery, unless somebody was enrolled since the last look.
    base::Outcome moveOver()
    {
        m_wereEnrolledMeanwhile = false;
        return m_store.commit({audit::verbs::versionServed,
                               m_report.version.id(),
                               {{"operation", m_operation.value()},
                                {"engine", m_report.version.toJson()},
                                {"accepted_missing", m_failedSha256}}},
                              m_workstation.actor(), [&](store::GalleryWriter &writer) -> base::Outcome {
                                  const auto left = m_store.undescribedCount(m_report.version.id());
                                  LIKENESS_TRY(left);
                                  m_wereEnrolledMeanwhile = *left != qint64(m_report.failed.size());
                                  if (m_wereEnrolledMeanwhile)
                                      return base::fail(ErrorCode::InvalidArgument, m_report.version.id());
                                  return writer.serve(m_report.version);
                              });
    }

    const Workstation &m_workstation;
    store::GalleryStore &m_store;
    const face::FaceEngine &m_engine;
    const face::DescriberSettings m_settings;
    const model::OperationId m_operation;
    GallerySession::RebuildReport &m_report;
    StageClock m_clock;
    std::deque<store::GalleryStore::Undescribed> m_page;
    qint64 m_lastRow = 0; ///< those before it are described, or have failed
    qint64 m_done = 0;
    QJsonArray m_failedSha256;
    bool m_wereEnrolledMeanwhile = false;
};

} // namespace

base::Result<GallerySession::RebuildReport> GallerySession::rebuild(const RebuildPlan &plan,
                                                                    base::Progress &progress)
{
    LIKENESS_TRY(requireAllowed(*m_workstation, policy::Deed::Enrol, folder()));
    if (isReadOnly())
        return base::fail(ErrorCode::ReadOnly, folder(), opening().lockHolder);
    const auto engine = m_workstation->engine();
    if (!engine)
        return tl::unexpected(engine.error());
    const auto now = serving();
    if (!now)
        return tl::unexpected(now.error());
    const auto settings = plan.settings ? plan.settings : face::describerSettings(now->options);
    if (!settings)
        return base::fail(ErrorCode::InvalidArgument, now->id(),
                          QStringLiteral("the gallery's options are not known here: ") + now->options);

    RebuildReport report;
    report.version = (*engine)->version(*settings);
    const model::Operation operation{model::OperationId::create(), QStringLiteral("rebuild"), gallery().name,
                                     m_workstation->clock().now()};
    const auto begun =
        m_store->commit({audit::verbs::operationStarted,
                         gallery().id.value(),
                         {{"operation", operation.id.value()},
                          {"kind", operation.kind},
                          {"engine", report.version.toJson()}}},
                        m_workstation->actor(), [&](store::GalleryWriter &writer) {
                            // So that what is enrolled from here on is of the old version.
                            return writer.begin(operation).and_then([&] { return writer.serve(*now); });
                        });
    LIKENESS_TRY(begun);
    Rebuild rebuild(*m_workstation, *m_store, **engine, *settings, operation.id, report);
    const auto outcome = rebuild.run(plan.acceptMissing, progress);

    const QString word = !outcome       ? base::errorCodeName(outcome.error().code)
                         : report.moved ? QStringLiteral("finished")
                                        : QStringLiteral("incomplete");
    const auto finished = m_store->commit({audit::verbs::rebuildFinished,
                                           gallery().id.value(),
                                           {{"operation", operation.id.value()},
                                            {"outcome", word},
                                            {"described", report.described},
                                            {"failed", qint64(report.failed.size())}}},
                                          m_workstation->actor(), [&](store::GalleryWriter &writer) {
                                              return writer.finish(operation.id, word);
                                          });
    if (!outcome)
        return tl::unexpected(outcome.error());
    LIKENESS_TRY(finished);
    LIKENESS_TRY(drawCohortWhenDue());
    return report;
}

} // namespace likeness::casework
