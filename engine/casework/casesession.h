// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/workstation.h"
#include "engine/policy/caserules.h"
#include "engine/report/casereport.h"
#include "engine/store/casestore.h"

#include <functional>
#include <memory>
#include <mutex>

namespace likeness::casework {

class GallerySession;

/// An open case and all that may be done with it. Every verb asks the policy first, then makes one
/// transaction with its audit entry. Thread-safe; verbs that take Progress belong on a job, the others are
/// quick. In a case opened read-only every changing verb returns ReadOnly, and views are entered in the
/// workstation's chain instead.
class CaseSession
{
public:
    /// NotAllowed with the rule names in detail when the policy refuses the details.
    static base::Result<std::shared_ptr<CaseSession>> create(std::shared_ptr<const Workstation> workstation,
                                                             const QString &folder,
                                                             const model::CaseDetails &details);
    static base::Result<std::shared_ptr<CaseSession>>
    open(std::shared_ptr<const Workstation> workstation, const QString &folder,
         store::AccessWanted wanted = store::AccessWanted::Write);
    /// Remembers the case's head at the workstation.
    ~CaseSession();

    QString folder() const;
    const store::Opening &opening() const;
    bool isReadOnly() const;
    base::Result<model::CaseContents> contents() const;
    const Workstation &workstation() const { return *m_workstation; }

    // Evidence ---------------------------------------------------------------------------------------------
    struct IntakeItem
    {
        QString file;
        base::Result<model::EvidenceItem> outcome;
    };
    /// Takes files in, one by one; a bad one never stops the others. Each is copied, decoded from the copy
    /// and recorded; a refused file leaves nothing but an evidence-refused entry. The same bytes again give
    /// the item that is there already. Reports files; looks at cancel before each file and while copying.
    /// The outer error is only for a case that cannot be written at all, or Cancelled (what was recorded
    /// before stays).
    base::Result<std::vector<IntakeItem>> addEvidence(const QStringList &files, base::Progress &progress);

    /// The upright picture of an item, re-hashed and decoded. A changed file is entered in the chain and
    /// refused (EvidenceChanged).
    base::Result<decode::Still> openEvidence(const model::EvidenceId &evidence, base::Progress &progress);

    // Faces ------------------------------------------------------------------------------------------------
    /// What the finder finds, by falling confidence; found once per item, engine and smallest face, then
    /// remembered as boxes (no crop, no template).
    base::Result<std::vector<model::FoundFace>> findFaces(const model::EvidenceId &evidence,
                                                          const face::FinderSettings &settings,
                                                          base::Progress &progress);
    /// A live look at how a box and eyes would be aligned; records nothing.
    base::Result<face::FaceEngine::HandAligned>
    previewAlignment(const base::Picture &picture, const model::RelativeRect &box,
                     const std::optional<model::EyePoints> &eyes) const;
    /// Records a drawn box (and eyes, whose middle must lie in the box). Undo is removeRegion, redo
    /// restoreRegion.
    base::Result<model::Region> drawRegion(const model::EvidenceId &evidence, const model::RelativeRect &box,
                                           const std::optional<model::EyePoints> &eyes);
    base::Outcome removeRegion(const model::RegionId &region);
    base::Outcome restoreRegion(const model::RegionId &region);

    /// Aligns and describes a found face or a drawn region. Only what is asked for here gets a template.
    base::Result<model::Probe> makeProbe(const model::EvidenceId &evidence, const model::FoundFace &face,
                                         base::Progress &progress);
    base::Result<model::Probe> makeProbe(const model::RegionId &region, base::Progress &progress);

    /// The aligned face of a probe, made again from the picture of its evidence.
    base::Result<model::AlignedChip> chipOf(const model::Probe &probe, const base::Picture &picture) const;

    // Search -----------------------------------------------------------------------------------------------
    /// Which rules a search would break now; empty when it may be made.
    std::vector<policy::Rule> unmetSearchRules(const std::optional<model::Probe> &probe,
                                               const GallerySession *gallery,
                                               const model::SearchSettings &settings) const;
    /// Exact search, recorded in the case and in the gallery's chain (or the workstation's when the gallery
    /// is read-only). NotAllowed with rule names in detail.
    base::Result<model::Search> search(const model::ProbeId &probe, GallerySession &gallery,
                                       const model::SearchSettings &settings, base::Progress &progress);

    // Review -----------------------------------------------------------------------------------------------
    base::Outcome setAside(const model::SearchId &search, const model::PortraitId &portrait,
                           const QString &reason);
    base::Outcome takeBack(const model::SearchId &search, const model::PortraitId &portrait);
    base::Result<model::Examination> conclude(const model::SearchId &search,
                                              const model::PortraitId &portrait, model::Conclusion conclusion,
                                              const QString &note);
    /// Enters that somebody looked: verbs::candidatesViewed, candidateCompared ...
    base::Outcome recordView(const QString &verb, const QString &subject, const QJsonObject &details = {});

    // Report -----------------------------------------------------------------------------------------------
    struct Exported
    {
        QString pdf;
        QString json;
        QString pdfSha256;
        QString jsonSha256;
    };
    /// Gathers the report, hands it to `toPdf` (the report room, with the caller's language), writes PDF and
    /// JSON (same name, .json) and records both hashes. `galleryFor` opens the gallery of a search, or
    /// returns null when it is not at hand; its portraits are then listed as missing.
    using PdfMaker = std::function<base::Result<QByteArray>(const report::CaseReport &)>;
    using GalleryFinder = std::function<std::shared_ptr<GallerySession>(const model::GalleryId &)>;
    base::Result<Exported> exportReport(const QString &pdfPath, const PdfMaker &toPdf,
                                        const GalleryFinder &galleryFor, base::Progress &progress);

    // Audit ------------------------------------------------------------------------------------------------
    base::Result<std::vector<model::AuditEntry>> auditEntries(qint64 fromNumber, qint64 atMost) const;
    base::Result<model::AuditHead> auditHead() const { return m_store->auditHead(); } ///< not verified
    base::Result<model::AuditHead> verifyAudit(base::Progress &progress) const;

    struct EvidenceCheck
    {
        model::EvidenceItem item;
        base::Outcome outcome;
    };
    /// Hashes every item again. Reports bytes.
    base::Result<std::vector<EvidenceCheck>> verifyEvidence(base::Progress &progress) const;

private:
    CaseSession(std::shared_ptr<const Workstation> workstation, std::unique_ptr<store::CaseStore> store);

    using Change = std::function<base::Outcome(store::CaseWriter &)>;
    base::Outcome commit(const model::Act &act, const Change &change);
    base::Outcome writable() const; ///< ReadOnly, naming who holds the lock
    base::Outcome rememberHead() const;

    base::Result<model::EvidenceItem> takeInStored(const model::OperationId &operation,
                                                   const QString &fileName,
                                                   const store::CaseStore::Stored &stored,
                                                   base::Progress &progress);
    base::Result<model::Probe> describeRegion(const model::Region &region, const model::AlignedChip &chip,
                                              const model::EyePoints &eyes, const model::FaceQuality &quality,
                                              bool newRegion);
    base::Result<model::Candidate> candidate(const model::SearchId &search,
                                             const model::PortraitId &portrait) const;
    base::Outcome decide(const model::CandidateDecision &decision);
    base::Result<report::CaseReport> gatherReport(const GalleryFinder &galleryFor, base::Progress &progress);

    std::shared_ptr<const Workstation> m_workstation;
    std::unique_ptr<store::CaseStore> m_store;
    std::mutex m_intakeMutex; ///< the same bytes from two threads become one item
};

} // namespace likeness::casework
