// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/portraitwork.h"

#include <set>

namespace likeness::casework
{

/// One run over the files of a plan: reads and checks on one thread, finds and describes on all processors,
/// and stores on the calling thread in the plan's order. Files of the same bytes are looked at once.
class EnrolmentRun
{
public:
    EnrolmentRun(const Workstation &workstation, store::GalleryStore &store,
                 std::shared_ptr<const face::FaceEngine> engine, face::DescriberSettings settings,
                 model::OperationId run, model::OperationId enrolment);

    /// One item per file is added to `report`, in order. The first error that concerns every later file too
    /// ends it.
    base::Outcome enrol(const std::vector<EnrolmentFile> &files,
                        const std::function<void(const model::EnrolItem &)> &onItem, base::Progress &progress,
                        GallerySession::EnrolmentReport &report);

private:
    struct Read {
        const EnrolmentFile *file = nullptr;
        std::unique_ptr<QFile> source;        ///< open, when there is face work to do
        QString sha256;                       ///< empty when the file could not be read
        std::optional<model::EnrolItem> item; ///< what became of it, when that is known already
        bool isRecorded = false;              ///< `item` stands in the gallery, from a run before
        bool isRepeated = false;              ///< the same bytes are under way
        std::optional<base::Error> error;     ///< that ends the run, or is about this file
    };
    struct Made {
        Read read;
        base::Result<DescribedPortrait> portrait;
    };
    using Stages = base::OrderedStages<Read, Made>;

    Stages::Weighed read(const EnrolmentFile &file, base::Progress &progress);
    base::Outcome lookUp(Read &read);
    base::Result<DescribedPortrait> describe(Read &read, const base::Progress &progress);
    base::Result<model::EnrolItem> store(Made &made, base::Progress &progress);
    base::Result<model::EnrolItem> storeRepeated(Made &made, base::Progress &progress);
    base::Result<model::EnrolItem> storeDescribed(Made &made, base::Progress &progress);
    base::Outcome commitPortrait(const Made &made, const QString &sha256);
    base::Outcome keep(const Read &read, const model::EnrolItem &item);
    base::Outcome commitJudged();
    void forget(const QString &sha256);

    const Workstation &m_workstation;
    store::GalleryStore &m_store;
    const std::shared_ptr<const face::FaceEngine> m_engine;
    const face::DescriberSettings m_settings;
    const model::EngineVersion m_version;
    const model::OperationId m_run;
    const model::OperationId m_enrolment;
    StageClock m_clock;
    std::vector<model::JudgedFile> m_judged; ///< duplicates that are not recorded yet
    std::mutex m_underWayMutex;
    std::set<QString> m_underWay; ///< SHA-256 of what is read and not yet stored
};

/// What makes two plans the same, so that the second run goes on with the first: a digest of the paths, the
/// list's bytes, and where the persons come from. Errors of reading the list.
base::Result<QString> planDigest(const GallerySession::EnrolmentPlan &plan);

} // namespace likeness::casework
