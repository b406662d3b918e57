// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/workstation.h"
#include "engine/match/calibration.h"
#include "engine/match/gallerysearch.h"
#include "engine/match/strangers.h"
#include "engine/store/gallerystore.h"

#include <memory>
#include <mutex>

namespace likeness::casework {

/// An open gallery: enrolment, and the templates ready to be searched. Thread-safe; verbs that take
/// Progress belong on a job.
class GallerySession
{
public:
    static base::Result<std::shared_ptr<GallerySession>>
    create(std::shared_ptr<const Workstation> workstation, const QString &folder, const QString &name);
    /// With an engine version of other settings than those that ship; the engine has to be there.
    static base::Result<std::shared_ptr<GallerySession>>
    create(std::shared_ptr<const Workstation> workstation, const QString &folder, const QString &name,
           const face::DescriberSettings &settings);
    static base::Result<std::shared_ptr<GallerySession>>
    open(std::shared_ptr<const Workstation> workstation, const QString &folder,
         store::AccessWanted wanted = store::AccessWanted::Write);
    ~GallerySession();

    QString folder() const;
    const store::Opening &opening() const;
    bool isReadOnly() const;
    model::Gallery gallery() const;
    base::Result<model::GalleryCounts> counts() const; ///< for the version that serves
    /// The engine version that is enrolled and searched with; before the first enrolment that of the engine
    /// that runs here, unless the gallery was made with another.
    base::Result<model::EngineVersion> serving() const;
    base::Result<std::vector<model::Person>> persons() const;
    base::Result<std::optional<model::PersonId>> personOf(const QString &reference) const
    {
        return m_store->personOf(reference);
    }
    base::Result<std::vector<model::Portrait>> portraits(qint64 offset, qint64 atMost) const;
    base::Result<model::Portrait> portrait(const model::PortraitId &id) const;
    /// Re-hashed and decoded, upright.
    base::Result<model::Still> openPortrait(const model::PortraitId &id, base::Progress &progress) const;

    /// Where the person's reference comes from when no CSV gives it.
    enum class PersonFrom {
        File,  ///< the file's name without ending, before a last "_NNNN" of digits
        Folder ///< the name of the folder the file lies in
    };
    struct EnrolmentPlan
    {
        QStringList paths; ///< files and folders (walked recursively, in name order; links not followed)
        QString csv;       ///< "file,person,source,taken,legal_basis,retain_until"; files relative to it
        PersonFrom personFrom = PersonFrom::File;
    };
    /// Time spent, over all threads, in milliseconds.
    struct StageTimes
    {
        qint64 read = 0, decode = 0, find = 0, describe = 0, store = 0;
    };
    struct EnrolmentReport
    {
        std::vector<model::EnrolItem> items; ///< one per file, in order
        StageTimes times;
        qint64 count(model::EnrolOutcome outcome) const;
    };
    /// Eyes nearer than this are low_quality.
    static constexpr double smallestEyeDistancePx = 24;

    /// Enrols the largest face of each file, in the order of the plan and with one transaction per file,
    /// whatever the number of processors that work on them. Bytes that are enrolled already are "duplicate".
    /// The same plan after a run that was cut off, stopped or failed goes on with that run: files it has come
    /// to keep their outcome, and the report is that of a run in one piece. `onItem` runs on the calling
    /// thread after each file. Reports files; looks at cancel before each, and while looking for faces. The
    /// outer error is for a gallery that cannot be written, one of an engine version that cannot be made here
    /// (InvalidArgument), a CSV that cannot be read (FileUnreadable, FileDamaged with the line), or Cancelled.
    base::Result<EnrolmentReport> enrol(const EnrolmentPlan &plan,
                                        const std::function<void(const model::EnrolItem &)> &onItem,
                                        base::Progress &progress);

    struct RebuildPlan {
        std::optional<face::DescriberSettings> settings; ///< nothing: those of the version that serves
        bool acceptMissing = false; ///< move over although some portraits could not be described
    };
    struct RebuildReport {
        model::EngineVersion version;         ///< that was built
        qint64 described = 0;                 ///< portraits that got a template in this run
        std::vector<model::EnrolItem> failed; ///< portraits without one, and why; never Enrolled
        bool moved = false;                   ///< the version serves
    };
    /// Describes every portrait for the version that the engine makes with these settings; then one act makes
    /// it the version that serves. Until that act the old version serves, also for searches and enrolments on
    /// other threads; what they enrol is described too. Portraits that have their template are passed over,
    /// so a rebuild that was cut off goes on when it is started again. With failed portraits the gallery does
    /// not move unless the plan accepts that; it is recorded which are missing. Reports portraits; looks at
    /// cancel before each, and while looking for faces. Errors: ReadOnly, NotAllowed, of the engine's
    /// opening, of the disk and the record, Cancelled.
    base::Result<RebuildReport> rebuild(const RebuildPlan &plan, base::Progress &progress);

    /// Templates of the version that serves and their snapshot. Mapped from the gallery's matrix file, which is checked
    /// whole and made again (with progress) when it is missing, damaged, another gallery's, or older than the
    /// last entry of the chain that is no search. The holder of the lock keeps it in the gallery; a session
    /// that only reads, or finds no room there, makes one for itself in the temporary folder, without a name.
    struct Snapshot {
        std::shared_ptr<const match::TemplateMatrix> matrix;
        QString hash;
        QString engineId; ///< of the version that the templates are of
        /// How near strangers come in this gallery (match/calibration.h): none for one of few persons. Kept beside the
        /// matrix; for portraits that came since only these are measured.
        std::shared_ptr<const match::StrangerScores> strangers;
    };
    base::Result<Snapshot> snapshot(base::Progress &progress);

    /// Draws the persons anew that scores are normalised against (match/cohort.h), from all there are: an act that is
    /// entered as cohort-drawn. The next snapshot measures every portrait against them. Enrolment and rebuilding do it
    /// when the gallery has come to Cohort::smallest persons, and again whenever it has twice as many as were drawn (a
    /// tenth more while what ships serves as its calibration, which is of galleries that are all cohort), up to
    /// Cohort::largest. Returns how many were drawn. InvalidArgument with too few persons; ReadOnly; NotAllowed.
    base::Result<qint64> drawCohort();

    /// Enters a search in the gallery's chain; in the workstation's when read-only.
    base::Outcome recordSearch(const model::Search &search, const model::CaseId &caseId);

    base::Result<std::vector<model::AuditEntry>> auditEntries(qint64 fromNumber, qint64 atMost) const;
    base::Result<model::AuditHead> auditHead() const { return m_store->auditHead(); } ///< not verified
    base::Result<model::AuditHead> verifyAudit(base::Progress &progress) const;

private:
    static base::Result<std::shared_ptr<GallerySession>>
    createServing(std::shared_ptr<const Workstation> workstation, const QString &folder, const QString &name,
                  const std::optional<model::EngineVersion> &serving);
    base::Outcome rememberHead() const;
    base::Outcome drawCohortWhenDue();
    // How the matrix comes to be: gallerymatrix.cpp
    base::Result<match::Cohort> cohortFor(const QString &engineId, const model::CohortDraw &draw,
                                          base::Progress &progress) const;
    base::Result<bool> isCurrent(const match::MatrixOrigin &origin, const QString &engineId) const;
    base::Result<std::shared_ptr<const match::TemplateMatrix>> storedMatrix(const QString &engineId,
                                                                            base::Progress &progress) const;
    base::Outcome build(QIODevice &out, const QString &engineId, base::Progress &progress);
    base::Result<std::shared_ptr<const match::TemplateMatrix>> newMatrix(const QString &engineId,
                                                                         base::Progress &progress);

    GallerySession(std::shared_ptr<const Workstation> workstation,
                   std::unique_ptr<store::GalleryStore> store);

    std::shared_ptr<const Workstation> m_workstation;
    std::unique_ptr<store::GalleryStore> m_store;
    // How near strangers come in it: gallerycalibration.cpp
    base::Result<match::StrangerScores> calibrated(const match::TemplateMatrix &matrix, base::Progress &progress);

    std::mutex m_snapshotMutex;
    Snapshot m_snapshot;
    /// What the matrix that was built last has over the one before, whose snapshot this is; empty when that had rows
    /// which are gone.
    QString m_grownFrom;
    std::vector<qint64> m_newRows;
};

} // namespace likeness::casework
