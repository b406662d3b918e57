// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/account.h"
#include "engine/model/face.h"
#include "engine/model/ids.h"

#include <QDateTime>

#include <optional>
#include <vector>

/// What examiners record: analysis, comparison, verification, adjudication. Every record is append-only. Its
/// document (toJson, without the signature) is what is signed and stored; from...Json gives back what went
/// in, or nothing when the document is not one of ours.
namespace likeness::model
{

/// The parts of a face that are compared, after the component list of ASTM E3149, in its order.
enum class Component {
    Skin,
    FaceOutline,
    Hairline,
    Hair,
    Forehead,
    Eyebrows,
    Eyes,
    Cheeks,
    Nose,
    Ears,
    Mouth,
    Chin,
    Jawline,
    Neck,
    FacialHair,
    FacialLines,
    Scars,
    Marks,
    Alterations,
};
const std::vector<Component> &allComponents();
QString componentName(Component component); ///< "face-outline", ...
std::optional<Component> componentFromName(const QString &name);

// Analysis -------------------------------------------------------------------------------------------------

enum class Visibility { Visible, PartlyVisible, NotVisible };
QString visibilityName(Visibility visibility); ///< "visible", "partly-visible", "not-visible"
std::optional<Visibility> visibilityFromName(const QString &name);

struct ComponentVisibility {
    Component component = Component::Skin;
    Visibility visibility = Visibility::NotVisible;
    QString note;
    friend bool operator==(const ComponentVisibility &, const ComponentVisibility &) = default;
};

/// What a picture is. Only recorded pictures of a person may be searched for; policy says which are refused.
enum class ProbeKind { Photograph, VideoFrame, Sketch, Composite, LookAlike, Generated };
const std::vector<ProbeKind> &allProbeKinds();
QString probeKindName(
    ProbeKind kind); ///< "photograph", "video-frame", "sketch", "composite", "look-alike", "generated"
std::optional<ProbeKind> probeKindFromName(const QString &name);

/// What an examiner saw in a probe before any candidate. A later one of the same probe replaces it and says
/// why; all are kept.
struct Analysis {
    AnalysisId id;
    ProbeId probe;
    ProbeKind kind = ProbeKind::Photograph;
    std::vector<ComponentVisibility> components;                   ///< those filled in, in the list's order
    FaceQuality::Grade suitability = FaceQuality::Grade::Suitable; ///< as the examiner judges it
    QString limitations;                                           ///< light, angle, occlusion, ... in words
    QString reason; ///< why an earlier analysis was changed; empty for the first
    QDateTime time;
    QString actor;
    Signature signature{};

    const ComponentVisibility *component(Component component) const; ///< null when not filled in
};
QJsonObject toJson(const Analysis &analysis);
std::optional<Analysis> analysisFromJson(const QJsonObject &document);

/// One thing that a later analysis says otherwise: a component's name, "kind", "suitability" or
/// "limitations".
struct AnalysisDifference {
    QString what;
    QString before;
    QString after;
    friend bool operator==(const AnalysisDifference &, const AnalysisDifference &) = default;
};
std::vector<AnalysisDifference> differences(const Analysis &before, const Analysis &after);

// Comparison -----------------------------------------------------------------------------------------------

/// The scale of product.md. A lead, whatever it says.
enum class Conclusion { SupportSameSource, Inconclusive, SupportDifferentSource, NotSuitable };
QString conclusionName(Conclusion conclusion); ///< "support-same-source", ...
std::optional<Conclusion> conclusionFromName(const QString &name);

enum class Finding { Similar, Different, NotUsable };
QString findingName(Finding finding); ///< "similar", "different", "not-usable"
std::optional<Finding> findingFromName(const QString &name);

struct ComponentFinding {
    Component component = Component::Skin;
    std::optional<Finding> finding; ///< nothing yet: a blank, which cannot be signed
    QString note;
    friend bool operator==(const ComponentFinding &, const ComponentFinding &) = default;
};

/// Something drawn on a picture to point at, kept apart from its pixels.
struct Mark {
    enum class Kind { Point, Arrow, Box, Text };
    Kind kind = Kind::Point;
    int number = 0;     ///< of points and arrows: the same number on both pictures is a pair; 0 for none
    RelativePoint from; ///< the point; the arrow's tail; a corner of the box; where the text starts
    RelativePoint to;   ///< the arrow's head; the box's other corner; equal to `from` otherwise
    QString text;
    std::optional<Component> component; ///< that it is about
    friend bool operator==(const Mark &, const Mark &) = default;
};
QString markKindName(Mark::Kind kind); ///< "point", "arrow", "box", "text"
std::optional<Mark::Kind> markKindFromName(const QString &name);

/// Two pictures compared, finished or under way.
struct Comparison {
    std::vector<ComponentFinding> components; ///< in the list's order; missing ones are blanks
    std::vector<Mark> probeMarks;
    std::vector<Mark> portraitMarks;
    std::optional<Conclusion> conclusion;
    QString note;

    std::vector<Component> blanks() const;                        ///< components without a finding
    const ComponentFinding *component(Component component) const; ///< null when never touched
    void setFinding(Component component, std::optional<Finding> finding);
    void setNote(Component component, const QString &note);
    bool isEmpty() const; ///< nothing recorded at all
    friend bool operator==(const Comparison &, const Comparison &) = default;
};
QJsonObject toJson(const Comparison &comparison);
std::optional<Comparison> comparisonFromJson(const QJsonObject &object);

/// What an examiner concluded about one candidate. Append-only; the last one of an account counts, all are
/// reported. In training it may be a conclusion alone, without a checklist; with accounts it is signed.
struct Examination {
    ExaminationId id;
    SearchId search;
    PortraitId portrait;
    Conclusion conclusion = Conclusion::Inconclusive;
    QString note;
    QDateTime time;
    QString actor;
    Comparison comparison{};
    AnalysisId analysis{}; ///< that was in force; empty in training without one
    Signature signature{};
};
QJsonObject toJson(const Examination &examination);
std::optional<Examination> examinationFromJson(const QJsonObject &document);

/// A comparison under way, saved as it is made. One for each account and pair.
struct ComparisonDraft {
    QString about; ///< "<search>/<portrait>", or "<verification>/<label>"
    QString actor;
    Comparison comparison;
    QDateTime time;
};

// Verification ---------------------------------------------------------------------------------------------

/// One portrait as the verifier sees it: a letter.
struct LineupPortrait {
    QString label; ///< "A", "B", ...
    PortraitId portrait;
    QString sha256; ///< of the portrait's bytes
    friend bool operator==(const LineupPortrait &, const LineupPortrait &) = default;
};

/// A signed examination is to be repeated blind. Holds everything; who may see what of it is decided in
/// engine/policy/blindness.h.
struct VerificationRequest {
    VerificationId id;
    ExaminationId examination; ///< the first one
    SearchId search;
    ProbeId probe;
    PortraitId candidate;
    std::vector<LineupPortrait> lineup; ///< in the order shown: random
    QDateTime time;
    QString actor;
    Signature signature{};
};
QJsonObject toJson(const VerificationRequest &request);
std::optional<VerificationRequest> verificationRequestFromJson(const QJsonObject &document);

/// What the second account found, for each portrait of the line-up.
struct VerificationResult {
    VerificationId request;
    struct Part {
        QString label;
        Comparison comparison;
        friend bool operator==(const Part &, const Part &) = default;
    };
    std::vector<Part> parts;
    QDateTime time;
    QString actor;
    QString host;
    Signature signature{};

    const Comparison *part(const QString &label) const;
};
QJsonObject toJson(const VerificationResult &result);
std::optional<VerificationResult> verificationResultFromJson(const QJsonObject &document);

/// A third account settles a disagreement. Both originals stay.
struct Adjudication {
    AdjudicationId id;
    VerificationId request;
    Conclusion conclusion = Conclusion::Inconclusive;
    QString reason;
    QDateTime time;
    QString actor;
    Signature signature{};
};
QJsonObject toJson(const Adjudication &adjudication);
std::optional<Adjudication> adjudicationFromJson(const QJsonObject &document);

// Around it ------------------------------------------------------------------------------------------------

/// A search whose whole list was looked at and led nowhere. A result like any other.
struct NullResult {
    SearchId search;
    QString note;
    QDateTime time;
    QString actor;
    Signature signature{};
};
QJsonObject toJson(const NullResult &result);
std::optional<NullResult> nullResultFromJson(const QJsonObject &document);

/// A supervisor lets one rule pass for one probe, and says why.
struct Override {
    ProbeId probe;
    QString rule; ///< policy::ruleName
    QString reason;
    QDateTime time;
    QString actor;
    Signature signature{};
};
QJsonObject toJson(const Override &override);
std::optional<Override> overrideFromJson(const QJsonObject &document);

} // namespace likeness::model
