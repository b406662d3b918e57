// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/derivation.h"
#include "engine/model/examination.h"
#include "engine/model/face.h"
#include "engine/model/ids.h"
#include "engine/model/track.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace likeness::model
{

/// What a person states to open a case. engine/policy/caserules.h says what is refused.
struct CaseDetails {
    QString number;
    QString offence;
    QString purpose;
    QString requester;
    friend bool operator==(const CaseDetails &, const CaseDetails &) = default;
};

struct Case {
    CaseId id;
    CaseDetails details;
    QDateTime created;
    QString createdBy;
    bool training = true; ///< made without accounts: NOT FOR CASEWORK
};

/// A file taken in. Its unchanged bytes are evidence/<sha256> of the case folder.
struct EvidenceItem {
    EvidenceId id;
    QString sha256;
    QString fileName; ///< as it was called when it was added, without folder
    qint64 bytes = 0;
    QString mediaType;
    int width = 0; ///< of the upright picture
    int height = 0;
    QJsonObject metadata; ///< as found
    QDateTime added;
    QString addedBy;
    qint64 frames = 0; ///< of a recording, as its index counts them; 0 for a still
    bool isVideo() const { return frames > 0; }
};

/// Which picture it is: an item of evidence, one frame of it if it is a recording, and what edits made of
/// that.
struct PictureSource {
    EvidenceId evidence;
    std::optional<qint64> frame;
    std::optional<DerivationId> derivation;
    PictureSource(EvidenceId item = {}, std::optional<qint64> number = {},
                  std::optional<DerivationId> made = {})
        : evidence(std::move(item)), frame(number), derivation(std::move(made))
    {
    }
    friend bool operator==(const PictureSource &, const PictureSource &) = default;
};

/// A part of an evidence item that somebody chose: a found face or a box drawn by hand.
struct Region {
    RegionId id;
    EvidenceId evidence;
    RelativeRect box;
    std::optional<EyePoints> eyes; ///< set when alignment was by hand, or as found
    Alignment alignment = Alignment::Automatic;
    bool drawn = false;    ///< by hand, not found
    double confidence = 0; ///< of a found face
    QDateTime created;
    std::optional<qint64> frame = {};            ///< of a recording
    std::optional<DerivationId> derivation = {}; ///< box and eyes are then those of the derivation
    PictureSource source() const { return {evidence, frame, derivation}; }
};

/// A region made ready for searching: aligned and described.
struct Probe {
    ProbeId id;
    RegionId region;
    EvidenceId evidence;
    QString evidenceSha256;
    RelativeRect box;
    EyePoints eyes;
    Alignment alignment = Alignment::Automatic;
    FaceQuality quality;
    QString chipSha256;
    Template values{};
    EngineVersion engine;
    QDateTime created;
    std::optional<qint64> frame = {}; ///< as in its region
    std::optional<DerivationId> derivation = {};
    /// Around the box, in the picture that the derivation was made of. Worked out by casework, not recorded.
    std::optional<RelativeRect> originalBox = {};
    /// Which chosen tracks of scans go through it ("scan/number"). Worked out by casework, not recorded.
    QStringList tracks = {};
    PictureSource source() const { return {evidence, frame, derivation}; }
};

struct SearchSettings {
    static constexpr int defaultLimit = 20;
    static constexpr int maximumLimit = 50; ///< longer lists measurably hurt reviewers
    int limit = defaultLimit;
    ProbeKind probeKind = ProbeKind::Photograph; ///< as the person who searches states it
    QStringList excludedReferences;   ///< persons of the gallery who are left out; without doubles, sorted
    bool leaveOutPastRetention = false; ///< portraits whose retention ended before the day of the search
    friend bool operator==(const SearchSettings &, const SearchSettings &) = default;
};

/// A person of the gallery who looks like the probe: a lead, never an identification.
struct Candidate {
    int rank = 0; ///< 1 and up
    PersonId person;
    QString personReference; ///< what the list shows instead of a name
    PortraitId portrait;     ///< the person's portrait nearest to the probe
    QString portraitSha256;
    double distance = 0; ///< Euclidean, 0..2
    int framesPresent = 1; ///< in the lists of how many of the searched probes the person stands
    /// The distance by the scales of the gallery's cohort (engine/match/cohort.h); nothing without a cohort.
    std::optional<double> normalised = {};
    double score() const { return normalised.value_or(distance); } ///< what ranks: less is nearer
};

/// Everything needed to say later what was asked and what was answered.
struct Search {
    SearchId id;
    ProbeId probe;
    GalleryId gallery;
    QString galleryName;
    QString gallerySnapshot; ///< SHA-256; see engine/match/snapshot.h
    qint64 galleryPersons = 0;
    qint64 galleryPortraits = 0;
    EngineVersion engine;
    SearchSettings settings;
    QDateTime time;
    QString actor;
    std::vector<Candidate> candidates; ///< by rank; empty is a result
    std::vector<ProbeId> furtherProbes = {}; ///< other frames of the same face that were searched with it
};

/// A candidate set aside, taken back, or noted. Append-only; the last one of a kind counts.
struct CandidateDecision {
    SearchId search;
    PortraitId portrait;
    bool setAside = false;
    QString reason; ///< required when set aside
    QDateTime time;
    QString actor;
};

/// Somebody opened a candidate list. With accounts nobody sees a list before, and who saw it is no longer
/// blind to it.
struct ListView {
    SearchId search;
    QString actor;
    QDateTime time;
};

/// A verification that an account took on. It may be given back; then it has an end and no result.
struct VerificationTaken {
    VerificationId request;
    QString actor;
    QDateTime time;
    bool givenBack = false;
};

/// Everything a recording was looked at for. A scan that was cut off or cancelled goes on at doneTo + 1.
struct Scan {
    enum class State { Running, Cancelled, Done, Closed }; ///< closed: tracks nobody chose keep boxes only
    ScanId id;
    EvidenceId evidence;
    ScanSettings settings;
    EngineVersion engine;
    State state = State::Running;
    qint64 doneTo = -1; ///< the last frame that was looked at
    qint64 frames = 0;  ///< that were looked at
    double secondsOfVideo = 0;
    double secondsTaken = 0;
    QDateTime created;
    QString actor;
    friend bool operator==(const Scan &, const Scan &) = default;
};

/// A track as a case keeps it.
struct ScannedTrack {
    ScanId scan;
    FaceTrack track;
    bool chosen = false; ///< somebody made a probe of it
};

QString scanStateName(Scan::State state); ///< "running", "cancelled", "done", "closed"
std::optional<Scan::State> scanStateFromName(const QString &name);

/// A longer piece of work that can be cut off: intake, enrolment, search.
struct Operation {
    OperationId id;
    QString kind;    ///< "intake", "enrolment", "search", "rebuild"
    QString subject; ///< file or folder or probe
    QDateTime started;
};

/// All that a case holds, read at one moment.
struct CaseContents {
    Case file;
    std::vector<EvidenceItem> evidence;
    std::vector<Region> regions;
    std::vector<Derivation> derivations;
    std::vector<Probe> probes;
    std::vector<Scan> scans; ///< their tracks are read one scan at a time
    std::vector<Search> searches;
    std::vector<CandidateDecision> decisions;
    std::vector<Examination> examinations;
    std::vector<Analysis> analyses;
    std::vector<ComparisonDraft> drafts;
    std::vector<VerificationRequest> verificationRequests;
    std::vector<VerificationTaken> verificationsTaken; ///< append-only; the last of a request counts
    std::vector<VerificationResult> verificationResults;
    std::vector<Adjudication> adjudications;
    std::vector<NullResult> nullResults;
    std::vector<Override> overrides;
    std::vector<ListView> listViews;
    /// Searches whose list, decisions and examinations were left out because this account may not see them.
    std::vector<SearchId> withheld;
};

} // namespace likeness::model
