// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/derivation.h"
#include "engine/model/examination.h"
#include "engine/model/face.h"
#include "engine/model/ids.h"
#include "engine/model/track.h"

#include <QDateTime>
#include <QJsonArray>
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

/// How often a person who is not in the gallery would get a candidate at least as close, with its 95% interval. It is
/// measured (engine/match/calibration.h), and is not the chance that the candidate is the wrong person.
struct Frequency {
    double share = 0, low = 0, high = 1;
    friend bool operator==(const Frequency &, const Frequency &) = default;
};

/// One in so many, rounded to two digits: 40 for a share of 0.0247. The largest there is for a share of 0.
qint64 oneIn(double share);

/// What the frequencies of a search rest on, and where its line is.
struct Calibration {
    enum class Source {
        None,    ///< nothing is known: no candidate has a frequency
        Shipped, ///< persons of the engine's development, for a gallery of this size
        Gallery  ///< persons of this gallery, each searched in the rest of it
    };
    Source source = Source::None;
    QString probeClass = {}; ///< of eye distance and focus, as match::probeClassName() says it
    qint64 probes = 0;       ///< persons searched who are not in it
    int oneIn = 0;           ///< candidates less rare than one in so many lie beyond the line; 0: there is no line
    friend bool operator==(const Calibration &, const Calibration &) = default;
};
QString calibrationSourceName(Calibration::Source source); ///< "none", "shipped", "gallery"
QJsonObject toJson(const Calibration &calibration);
std::optional<Calibration> calibrationFromJson(const QJsonObject &object);

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
    std::optional<Frequency> frequency = {}; ///< nothing where it is not known
    /// How many other persons of the gallery are as close to this portrait as the probe is.
    std::optional<qint64> lookAlikes = {};
    /// In how many lists of harmless variations of the probe the person stands too, of how many; nothing when none
    /// were searched.
    struct Robustness {
        int kept = 0, of = 0;
        friend bool operator==(const Robustness &, const Robustness &) = default;
    };
    std::optional<Robustness> robustness = {};
    bool isFragile() const { return robustness && robustness->kept < robustness->of; }
};

/// What is known of a candidate beside its distance, as the record has it: `[frequency, look-alikes, variations kept,
/// variations]`, each null where it is not known, and a frequency as `[share, low, high]`.
QJsonArray weightJson(const Candidate &candidate);

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
    std::optional<Calibration> calibration = {}; ///< nothing for searches from before there was any
    /// How many candidates were left out of this copy (policy::foldWeaker). Not recorded.
    int folded = 0;
};

/// Above the line of a list stands who is known to be rare: even the upper end of the interval of how often a stranger
/// would get a candidate this close is under the set frequency, so that the line errs for the innocent. Nobody lies
/// beyond it in a search without a line (Calibration::oneIn of 0, or from before there were any).
bool isBeyondLine(const Search &search, const Candidate &candidate);

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
    QString weakerReason = {}; ///< why the candidates beyond the line were opened too; empty: they were not
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
