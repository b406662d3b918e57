// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/workstation.h"
#include "engine/media/mediadecoder.h"
#include "engine/policy/blindness.h"
#include "engine/policy/examinationrules.h"
#include "engine/report/casereport.h"
#include "engine/match/calibration.h"
#include "engine/match/gallerysearch.h"
#include "engine/store/casestore.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>

namespace likeness::casework
{

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
    /// As the account that is signed in may see it (policy::visibleTo).
    base::Result<model::CaseContents> contents() const;
    /// Why the case was opened for reading although nobody holds it: a head that is known says it was rolled
    /// back or forked (RolledBack), or it was made in the other mode (NotAllowed with the rule).
    std::optional<base::Error> distrust() const { return m_distrust; }
    const Workstation &workstation() const { return *m_workstation; }

    // Evidence ---------------------------------------------------------------------------------------------
    struct IntakeItem {
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
    base::Result<model::Still> openEvidence(const model::EvidenceId &evidence, base::Progress &progress);

    /// The picture that faces are found in and probes are made of: an item, a frame of a recording, or what a
    /// derivation makes of either. Evidence is hashed again (of a recording that is open, the frame is proved by
    /// its digest); a derivation is replayed and its pixels compared
    /// with its record. Looks at cancel as decoding and imaging::replay do. Errors: those of openEvidence;
    /// NotFound; InvalidArgument for a frame of a still, a recording without a frame, or a derivation of
    /// another picture; DerivationDiffers.
    base::Result<base::Picture> openPicture(const model::PictureSource &source, base::Progress &progress);

    // Derivations ------------------------------------------------------------------------------------------
    /// Replays the edits (engine/imaging/derivation.h) and records them with the hash of what came out,
    /// entered as derivation-made. The same edits of the same picture give the derivation that is there
    /// already. `frame` is of a recording and nothing for a still. InvalidArgument for no edits or one that
    /// imaging::replay refuses.
    base::Result<model::Derivation> derive(const model::EvidenceId &evidence, std::optional<qint64> frame,
                                           const std::vector<model::Edit> &edits, base::Progress &progress);
    /// Entered as derivation-viewed.
    base::Result<base::Picture> openDerivation(const model::DerivationId &derivation,
                                               base::Progress &progress);

    // Recordings -------------------------------------------------------------------------------------------
    /// A recording of the case, open for looking. `video` gives exact frames and is thread-safe.
    struct OpenedRecording {
        model::EvidenceItem item;
        model::VideoInfo info;
        model::VideoIndex index;
        std::shared_ptr<media::Video> video;
    };
    /// Hashed again and opened with the index that was made when it was taken in; entered as recording-viewed.
    /// The last one opened stays open: asking again for it costs no hashing, and each frame is proved by its
    /// digest. One whose decoder failed is opened anew. Errors: those of openEvidence; InvalidArgument for a
    /// still; FileDamaged when its decoder fails.
    base::Result<std::shared_ptr<const OpenedRecording>> openRecording(const model::EvidenceId &evidence,
                                                                       base::Progress &progress);

    /// Hears of a scan under way, on the calling thread, some times a second: the last frame looked at, and
    /// the tracks as if that were the last there is.
    using ScanSoFar = std::function<void(qint64 doneTo, const std::vector<model::FaceTrack> &tracks)>;
    /// Finds the faces of a recording and joins them through time (engine/face/facetracker.h): boxes only, no
    /// template and no crop of anybody. Reports frames; looks at cancel every frame. Cancelled or cut off it
    /// can be resumed where it stopped. InvalidArgument for a span or an area that it does not have.
    base::Result<model::Scan> scan(const model::EvidenceId &evidence, const model::ScanSettings &settings,
                                   base::Progress &progress, const ScanSoFar &soFar = {});
    /// Goes on with a scan that is neither done nor closed, with the same result as if it had not stopped.
    /// InvalidArgument for one that has ended or is running in this session.
    base::Result<model::Scan> resumeScan(const model::ScanId &scan, base::Progress &progress,
                                         const ScanSoFar &soFar = {});
    base::Result<std::vector<model::ScannedTrack>> tracks(const model::ScanId &scan) const;
    /// The frames of a track that a search with several should take: the best one, then found ones that lie
    /// far from those chosen, by time. At most `atMost`.
    static std::vector<qint64> framesToSearch(const model::FaceTrack &track, int atMost = 5);
    /// Chooses one track of a scan: probes of the face in these frames of it, best frame first, others in
    /// order; the first is what a search is named for. In each the finder looks again; a frame in which it
    /// does not find the face where the track says is left out. NotFound for no such track or when none of
    /// them shows it; InvalidArgument for a frame in which the track has no box; NotAllowed.
    base::Result<std::vector<model::Probe>> makeTrackProbes(const model::ScanId &scan, int track,
                                                            std::vector<qint64> frames,
                                                            base::Progress &progress);
    /// Ends the work on a scan for good. Of tracks that nobody chose only the boxes stay, by which exports
    /// hide them. Closing it again is no error; InvalidArgument while it runs in this session.
    base::Outcome closeScan(const model::ScanId &scan);

    enum class Bystanders {
        Pixelated, ///< every face of the frame that is no probe of this case
        Shown      ///< the exact native pixels, for which a reason is asked
    };
    /// Writes a frame as a lossless PNG, and beside it (same name, .json) what is needed to find it again:
    /// source and its SHA-256, number, time, digest, hashes. Both are entered as frame-exported; the sidecar's
    /// content is returned. NotAllowed, also without the reason (detail: the rule).
    base::Result<QJsonObject> exportFrame(const model::EvidenceId &evidence, qint64 frame,
                                          const QString &pngPath, Bystanders bystanders,
                                          const QString &reason, base::Progress &progress);

    // Faces ------------------------------------------------------------------------------------------------
    /// What the finder finds, by falling confidence; found once per item, engine and smallest face, then
    /// remembered as boxes (no crop, no template). `soFar` hears of faces while the finder still looks, on the
    /// calling thread; nothing of that is recorded.
    base::Result<std::vector<model::FoundFace>> findFaces(const model::PictureSource &source,
                                                          const face::FinderSettings &settings,
                                                          base::Progress &progress,
                                                          const face::FacesSoFar &soFar = {});
    /// A live look at how a box and eyes would be aligned; records nothing.
    base::Result<face::FaceEngine::HandAligned>
    previewAlignment(const base::Picture &picture, const model::RelativeRect &box,
                     const std::optional<model::EyePoints> &eyes) const;
    /// Records a drawn box (and eyes, whose middle must lie in the box), relative to that picture. Undo is
    /// removeRegion, redo restoreRegion.
    base::Result<model::Region> drawRegion(const model::PictureSource &source, const model::RelativeRect &box,
                                           const std::optional<model::EyePoints> &eyes);
    base::Outcome removeRegion(const model::RegionId &region);
    base::Outcome restoreRegion(const model::RegionId &region);

    /// Aligns and describes a found face or a drawn region. Only what is asked for here gets a template.
    base::Result<model::Probe> makeProbe(const model::PictureSource &source, const model::FoundFace &face,
                                         base::Progress &progress);
    base::Result<model::Probe> makeProbe(const model::RegionId &region, base::Progress &progress);

    /// The aligned face of a probe, made again from the picture of its source.
    base::Result<model::AlignedChip> chipOf(const model::Probe &probe, const base::Picture &picture) const;

    // Analysis ---------------------------------------------------------------------------------------------
    /// Signs what is visible in a probe. Id, time, actor and signature are filled in here; `reason` says why
    /// an earlier analysis is changed. NotAllowed.
    base::Result<model::Analysis> signAnalysis(model::Analysis analysis);
    /// A supervisor lets an unsuitable probe pass.
    base::Outcome overrideRule(const model::ProbeId &probe, policy::Rule rule, const QString &reason);

    // Search -----------------------------------------------------------------------------------------------
    /// Which rules a search would break now; empty when it may be made.
    std::vector<policy::Rule> unmetSearchRules(const std::optional<model::Probe> &probe,
                                               const GallerySession *gallery,
                                               const model::SearchSettings &settings) const;
    /// Exact search, recorded in the case and in the gallery's chain (or the workstation's when the gallery
    /// is read-only). NotAllowed with rule names in detail; NotFound for an excluded reference that the gallery
    /// does not have.
    base::Result<model::Search> search(const model::ProbeId &probe, GallerySession &gallery,
                                       const model::SearchSettings &settings, base::Progress &progress);
    static constexpr size_t maximumFramesSearched = 8;
    /// One list for several frames of one chosen track (makeTrackProbes): a person stands at the least of the
    /// distances of the frames, exactly, and Candidate::framesPresent says in how many of the frames' own
    /// lists. The search is named for the first. InvalidArgument for none or more than maximumFramesSearched,
    /// or when no track of this case goes through all of them.
    base::Result<model::Search> search(const std::vector<model::ProbeId> &probes, GallerySession &gallery,
                                       const model::SearchSettings &settings, base::Progress &progress);

    /// Opens the candidate list of a search, once the analysis of its probe is signed. From then on
    /// contents() shows it to this account, which can no longer verify it blind. Entered as
    /// candidates-viewed.
    base::Result<model::Search> openCandidates(const model::SearchId &search);
    /// Which rules stand in the way of that.
    std::vector<policy::Rule> unmetListRules(const model::SearchId &search) const;
    /// Opens what lies beyond the line of a list for this account (policy/weakercandidates.h), and says why. Entered as
    /// weaker-candidates-opened.
    base::Outcome openWeaker(const model::SearchId &search, const QString &reason);
    /// Which rules stand in the way of that.
    std::vector<policy::Rule> unmetWeakerRules(const model::SearchId &search, const QString &reason) const;

    // Review -----------------------------------------------------------------------------------------------
    base::Outcome setAside(const model::SearchId &search, const model::PortraitId &portrait,
                           const QString &reason);
    base::Outcome takeBack(const model::SearchId &search, const model::PortraitId &portrait);
    base::Result<model::Examination> conclude(const model::SearchId &search,
                                              const model::PortraitId &portrait, model::Conclusion conclusion,
                                              const QString &note);
    /// Saves a comparison under way, entered as comparison-edited with what changed.
    base::Outcome saveDraft(const model::SearchId &search, const model::PortraitId &portrait,
                            const model::Comparison &comparison);
    /// Signs it: the checklist without blanks and a conclusion. The draft goes with it.
    base::Result<model::Examination> signExamination(const model::SearchId &search,
                                                     const model::PortraitId &portrait,
                                                     const model::Comparison &comparison);
    std::vector<policy::Rule> unmetSigningRules(const model::SearchId &search,
                                                const model::PortraitId &portrait,
                                                const model::Comparison &comparison) const;
    /// The whole list was looked at and led nowhere.
    base::Outcome noteNullResult(const model::SearchId &search, const QString &note);

    // Verification: what the verifier gets to know is decided in engine/policy/blindness.h
    // -----------------------
    /// Asks for a blind repetition of the signed examination. The line-up is the candidate and others of the
    /// list, drawn and ordered at random.
    base::Result<model::VerificationRequest> requestVerification(const model::SearchId &search,
                                                                 const model::PortraitId &portrait);
    /// What this account may take on, or holds.
    base::Result<std::vector<policy::BlindTask>> verificationTasks() const;
    /// Disagreements that this account may settle, whether it opened the list or not.
    base::Result<std::vector<policy::Dispute>> disputes() const;
    base::Outcome takeVerification(const model::VerificationId &task);
    base::Outcome giveBackVerification(const model::VerificationId &task);
    struct BlindPicture {
        QString label;         ///< "probe", "A", "B", ...
        base::Picture picture; ///< probe: pixelated outside its region, as in reports
        model::RelativeRect box;
        model::EyePoints eyes;
    };
    using GalleryFinder = std::function<std::shared_ptr<GallerySession>(const model::GalleryId &)>;
    /// Probe first, then the portraits in their order. Only for who holds the task.
    base::Result<std::vector<BlindPicture>> verificationPictures(const model::VerificationId &task,
                                                                 const GalleryFinder &galleryFor,
                                                                 base::Progress &progress) const;
    /// The comparisons under way, by label.
    base::Result<std::map<QString, model::Comparison>>
    verificationDrafts(const model::VerificationId &task) const;
    base::Outcome saveVerificationDraft(const model::VerificationId &task, const QString &label,
                                        const model::Comparison &comparison);
    /// Signs all parts at once. Says nothing about what the first examiner concluded.
    base::Outcome signVerification(const model::VerificationId &task);
    /// For another workstation: a signed packet with what the verifier may see, and its answer coming back.
    base::Outcome exportVerification(const model::VerificationId &task, const QString &path,
                                     const GalleryFinder &galleryFor, base::Progress &progress);
    base::Outcome importVerification(const QString &path);
    /// A third account settles a disagreement.
    base::Result<model::Adjudication> signAdjudication(const model::VerificationId &task,
                                                       model::Conclusion conclusion, const QString &reason);

    /// Enters that somebody looked: verbs::candidatesViewed, candidateCompared ...
    base::Outcome recordView(const QString &verb, const QString &subject, const QJsonObject &details = {});

    // Report -----------------------------------------------------------------------------------------------
    struct Exported {
        QString pdf;
        QString json;
        QString pdfSha256;
        QString jsonSha256;
    };
    /// Gathers the report, hands it to `toPdf` (the report room, with the caller's language), writes PDF and
    /// JSON (same name, .json; with accounts a .minisig beside each) and records both hashes. `galleryFor`
    /// opens the gallery of a search, or returns null when it is not at hand: its portraits are then missing.
    using PdfMaker = std::function<base::Result<QByteArray>(const report::CaseReport &)>;
    base::Result<Exported> exportReport(const QString &pdfPath, const PdfMaker &toPdf,
                                        const GalleryFinder &galleryFor, base::Progress &progress);

    /// The disclosure packet for the defence: a BagIt bag in a stored zip with the report, the evidence as it
    /// was taken in, the audit log and its signed head. By a supervisor, with a reason; the only way
    /// originals leave.
    base::Outcome exportDisclosure(const QString &zipPath, const QString &reason, const PdfMaker &toPdf,
                                   const GalleryFinder &galleryFor, base::Progress &progress);

    // Audit ------------------------------------------------------------------------------------------------
    /// The chain as JSON lines with its signed head: engine/audit/FORMAT.md. Entered as audit-exported.
    base::Outcome exportAudit(const QString &path, base::Progress &progress);
    /// Signs the head of the chain now: entered as head-signed. Also done after every signed record, every
    /// 64 entries and at closing.
    base::Outcome signHead();
    /// With accounts: for supervisors and auditors, who thereby count as having seen every list.
    base::Result<std::vector<model::AuditEntry>> auditEntries(qint64 fromNumber, qint64 atMost);
    base::Result<model::AuditHead> auditHead() const { return m_store->auditHead(); } ///< not verified
    base::Result<model::AuditHead> verifyAudit(base::Progress &progress) const;

    struct EvidenceCheck {
        model::EvidenceItem item;
        base::Outcome outcome;
    };
    /// Hashes every item again. Reports bytes.
    base::Result<std::vector<EvidenceCheck>> verifyEvidence(base::Progress &progress) const;

private:
    CaseSession(std::shared_ptr<const Workstation> workstation, std::unique_ptr<store::CaseStore> store);

    using Change = std::function<base::Outcome(store::CaseWriter &)>;
    base::Outcome commit(const model::Act &act, const Change &change);
    base::Outcome writable() const; ///< NotSignedIn; ReadOnly, naming who holds the lock
    /// NotAllowed when the role or its training date does not permit it.
    base::Outcome allowed(policy::Deed deed, const QString &subject) const;
    /// Settings as the gallery understands them; NotFound as search() says.
    base::Result<match::SearchRequest> requestFor(const GallerySession &gallery,
                                                  const model::SearchSettings &settings) const;
    /// What the case holds, whoever asks: for rules, never for a client.
    /// With the boxes of derivations placed in their originals (deriving.cpp).
    base::Result<model::CaseContents> everything() const;
    /// Signs the record's document, then one transaction with its entry; then the head is signed.
    template <class Record>
    base::Outcome commitSigned(Record &record, const QString &verb, const QString &subject,
                               QJsonObject details, const Change &change);
    base::Result<model::VerificationRequest> heldVerification(const model::VerificationId &task) const;
    base::Outcome keepDraft(const QString &about, const model::Comparison &comparison);
    base::Result<std::vector<BlindPicture>> blindPictures(const model::VerificationRequest &request,
                                                          const GalleryFinder &galleryFor,
                                                          base::Progress &progress) const;
    /// The answer of a held verification, from here or from a packet; the rules were asked before.
    base::Outcome recordVerification(const model::VerificationRequest &request,
                                     model::VerificationResult &result);
    base::Outcome signHeadWhenDue();
    /// RolledBack, NotAllowed: see distrust().
    static base::Outcome checkTrust(const store::CaseStore &store, const Workstation &workstation);
    base::Outcome requireList(const model::SearchId &search) const; ///< NotAllowed when it was not opened
    /// NotSignedIn; NotAllowed for who may not see all of this case (policy::unmetWholeRecordRules).
    base::Outcome mayReadAll(policy::Deed deed) const;
    /// For acts that show what all lists hold: afterwards the account is blind to none.
    base::Outcome openEveryList();
    base::Outcome enterListView(const model::SearchId &search);
    base::Outcome rememberHead() const;

    /// `storedSha256` names the copy in the vault as soon as there is one.
    base::Result<model::EvidenceItem> takeInFile(const model::OperationId &operation, const QString &path,
                                                 QString &storedSha256, base::Progress &progress);
    struct Decoded {
        model::EvidenceItem item;
        QJsonObject details;
        QByteArray index; ///< of a recording
    };
    base::Result<Decoded> decodeStored(const QString &fileName, const store::CaseStore::Stored &stored,
                                       base::Progress &progress) const;
    /// Templates as a version makes them, of what `chipsOf` makes of the probe's chip, which is cut again: it has to be
    /// the same chip.
    using ChipsOf = std::function<std::vector<model::AlignedChip>(const model::AlignedChip &)>;
    base::Result<std::vector<model::Template>> describeFor(const model::Probe &probe,
                                                           const model::EngineVersion &version,
                                                           const ChipsOf &chipsOf, base::Progress &progress);
    /// Gives the candidates of a search what is to be known beside their distance: how often a stranger would get one
    /// this close, how many look like them, whether they depend on how the probe was cut (weighing.cpp).
    base::Outcome weigh(model::Search &search, const std::vector<model::Probe> &probes,
                        const match::TemplateMatrix &matrix, const match::StrangerScores &strangers,
                        const match::SearchRequest &request, base::Progress &progress);
    /// A probe's template of a version; what had to be described again is added to `describedAs`.
    base::Result<model::Template> valuesFor(const model::Probe &probe, const model::EngineVersion &version,
                                            QJsonArray &describedAs, base::Progress &progress);
    base::Result<model::AlignedChip> cutAgain(const model::Probe &probe, const face::FaceEngine &engine,
                                              const base::Picture &picture) const;
    /// InvalidArgument, NotFound: what openPicture would say without decoding anything.
    base::Result<model::EvidenceItem> checkSource(const model::PictureSource &source) const;
    /// With a decoder of its own.
    base::Result<std::shared_ptr<const OpenedRecording>> openAlone(const model::EvidenceItem &item,
                                                                   const QString &name,
                                                                   base::Progress &progress) const;
    base::Result<std::shared_ptr<const OpenedRecording>>
    openedRecording(const model::EvidenceItem &item, const QString &name, base::Progress &progress) const;
    /// Asks the recording that is open; one whose decoder failed is forgotten, and one that was stopped before
    /// is opened anew and asked again.
    template <class Frame>
    base::Result<Frame>
    askRecording(const model::EvidenceItem &item, const QString &name, base::Progress &progress,
                 const std::function<base::Result<Frame>(media::Video &)> &ask) const;
    base::Result<model::VideoFrame> frameOf(const model::EvidenceItem &item, qint64 number,
                                            const QString &name, base::Progress &progress) const;
    /// Enters evidence-found-changed for the errors that say so.
    base::Outcome enterChange(const model::EvidenceItem &item, const base::Error &error);
    using Opener = base::Result<std::shared_ptr<const OpenedRecording>> (CaseSession::*)(
        const model::EvidenceItem &item, const QString &name, base::Progress &progress) const;
    /// By one of the two, for its own name; a changed file is entered. InvalidArgument for a still.
    base::Result<std::shared_ptr<const OpenedRecording>>
    openItem(const model::EvidenceId &evidence, Opener opener, base::Progress &progress);
    /// InvalidArgument while it runs. Under m_tracksMutex.
    base::Outcome isAtRest(const model::ScanId &scan) const;
    struct Tracking; ///< the tracker of a scan (scanning.cpp)
    base::Result<model::Scan> runScan(model::Scan scan, Tracking tracking, const OpenedRecording &recording,
                                      base::Progress &progress, const ScanSoFar &soFar);
    base::Outcome checkOneTrack(const std::vector<model::Probe> &probes) const;
    struct TrackName {
        model::ScanId scan;
        int number = 0;
    };
    /// Of each scan, the track that goes through this box if there is one.
    base::Result<std::vector<TrackName>> tracksThrough(const model::PictureSource &source,
                                                       const model::RelativeRect &box) const;
    /// Writes a probe, and that the tracks through it are chosen.
    base::Outcome commitProbe(const model::Probe &probe, const QJsonObject &details, const Change &change);
    /// Where faces are in a frame that are no probe of this case.
    base::Result<std::vector<model::RelativeRect>> bystanders(const model::EvidenceId &evidence, qint64 frame,
                                                              base::Progress &progress);
    /// An item or one frame of it as it is. `name` is what errors speak of.
    base::Result<base::Picture> openFrame(const model::EvidenceItem &item, const std::optional<qint64> &frame,
                                          const QString &name, base::Progress &progress) const;
    /// openPicture without an entry for evidence that changed.
    base::Result<base::Picture> openQuietly(const model::PictureSource &source, const QString &name,
                                            base::Progress &progress) const;
    base::Result<base::Picture> replayed(const base::Picture &original, const model::EvidenceItem &item,
                                         const std::optional<qint64> &frame,
                                         const std::vector<model::Edit> &edits, const QString &name,
                                         base::Progress &progress) const;
    base::Result<model::Probe> describeRegion(const model::Region &region, const model::AlignedChip &chip,
                                              const model::EyePoints &eyes, const model::FaceQuality &quality,
                                              bool newRegion);
    base::Result<model::Candidate> candidate(const model::SearchId &search,
                                             const model::PortraitId &portrait) const;
    base::Outcome decide(const model::CandidateDecision &decision);
    base::Result<report::CaseReport> gatherReport(const GalleryFinder &galleryFor, base::Progress &progress);

    std::shared_ptr<const Workstation> m_workstation;
    std::unique_ptr<store::CaseStore> m_store;
    std::optional<base::Error> m_distrust;
    std::atomic<qint64> m_signedCount = 0; ///< entries under the last signed head of this session
    std::mutex m_intakeMutex;              ///< the same bytes from two threads become one item
    mutable std::mutex m_recordingMutex;
    mutable std::shared_ptr<const OpenedRecording> m_recording; ///< the last one opened
    std::mutex m_tracksMutex;  ///< from reading the tracks of a scan to the commit that changes them
    std::set<QString> m_runningScans;   ///< by id, under m_tracksMutex
};

} // namespace likeness::casework
