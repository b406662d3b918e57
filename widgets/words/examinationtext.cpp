// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/words/examinationtext.h"

#include "widgets/words/nametext.h"

#include <QCoreApplication>
#include <QStringList>

namespace likeness::words
{

namespace
{

class ExaminationText
{
    Q_DECLARE_TR_FUNCTIONS(ExaminationText)
};

/// "visible: turned away" as people read it; an unknown word as it is.
QString valueText(const QString &what, const QString &value)
{
    if (value.isEmpty())
        return ExaminationText::tr("nothing");
    if (what == QStringLiteral("kind")) {
        const auto kind = model::probeKindFromName(value);
        return kind ? phrase(*kind) : value;
    }
    if (what == QStringLiteral("suitability")) {
        for (const auto grade : {model::FaceQuality::Grade::Suitable, model::FaceQuality::Grade::Limited,
                                 model::FaceQuality::Grade::Unsuitable})
            if (model::gradeName(grade) == value)
                return phrase(grade);
        return value;
    }
    const QString name = value.section(QStringLiteral(": "), 0, 0);
    const auto visibility = model::visibilityFromName(name);
    if (!visibility)
        return value;
    return phrase(*visibility) + value.mid(name.size());
}

} // namespace

QString phrase(model::Role role)
{
    using model::Role;
    switch (role) {
    case Role::Detective:
        return ExaminationText::tr("detective");
    case Role::Examiner:
        return ExaminationText::tr("examiner");
    case Role::Verifier:
        return ExaminationText::tr("verifier");
    case Role::Supervisor:
        return ExaminationText::tr("supervisor");
    case Role::GalleryManager:
        return ExaminationText::tr("gallery manager");
    case Role::Auditor:
        break;
    }
    return ExaminationText::tr("auditor");
}

QString phrase(model::Roles roles)
{
    QStringList names;
    for (const model::Role role : model::allRoles())
        if (roles.testFlag(role))
            names << phrase(role);
    return names.join(QStringLiteral(", "));
}

QString phrase(model::Component component)
{
    using model::Component;
    switch (component) {
    case Component::Skin:
        return ExaminationText::tr("Skin");
    case Component::FaceOutline:
        return ExaminationText::tr("Face outline");
    case Component::Hairline:
        return ExaminationText::tr("Hairline");
    case Component::Hair:
        return ExaminationText::tr("Hair");
    case Component::Forehead:
        return ExaminationText::tr("Forehead");
    case Component::Eyebrows:
        return ExaminationText::tr("Eyebrows");
    case Component::Eyes:
        return ExaminationText::tr("Eyes");
    case Component::Cheeks:
        return ExaminationText::tr("Cheeks");
    case Component::Nose:
        return ExaminationText::tr("Nose");
    case Component::Ears:
        return ExaminationText::tr("Ears");
    case Component::Mouth:
        return ExaminationText::tr("Mouth");
    case Component::Chin:
        return ExaminationText::tr("Chin");
    case Component::Jawline:
        return ExaminationText::tr("Jawline");
    case Component::Neck:
        return ExaminationText::tr("Neck");
    case Component::FacialHair:
        return ExaminationText::tr("Facial hair");
    case Component::FacialLines:
        return ExaminationText::tr("Facial lines");
    case Component::Scars:
        return ExaminationText::tr("Scars");
    case Component::Marks:
        return ExaminationText::tr("Skin marks");
    case Component::Alterations:
        break;
    }
    return ExaminationText::tr("Alterations");
}

QString whatToLookAt(model::Component component)
{
    using model::Component;
    switch (component) {
    case Component::Skin:
        return ExaminationText::tr("Tone, texture, pores, and what disturbs them.");
    case Component::FaceOutline:
        return ExaminationText::tr("The shape of head and face, from the crown to the chin.");
    case Component::Hairline:
        return ExaminationText::tr("Where the hair begins: its course, peaks and corners.");
    case Component::Hair:
        return ExaminationText::tr("Fullness, texture and where it is thin. Colour and cut change quickly.");
    case Component::Forehead:
        return ExaminationText::tr("Height, width and bulge, and the ridge above the brows.");
    case Component::Eyebrows:
        return ExaminationText::tr("Shape, thickness, course, and where they begin and end.");
    case Component::Eyes:
        return ExaminationText::tr(
            "The opening, the folds of the lids, the corners, and the iris if it is seen.");
    case Component::Cheeks:
        return ExaminationText::tr("The bone, fullness or hollows, and dimples.");
    case Component::Nose:
        return ExaminationText::tr("Root, bridge, tip, wings, nostrils and the strip between them.");
    case Component::Ears:
        return ExaminationText::tr(
            "The rim, the inner folds, the lobe and how it is attached, and how far they "
            "stand off.");
    case Component::Mouth:
        return ExaminationText::tr(
            "The groove above it, the red of the lips, the corners and the line between.");
    case Component::Chin:
        return ExaminationText::tr("Shape from the front and the side, and a cleft.");
    case Component::Jawline:
        return ExaminationText::tr("The course from ear to chin, and its angle.");
    case Component::Neck:
        return ExaminationText::tr("Width, folds, and the larynx.");
    case Component::FacialHair:
        return ExaminationText::tr("Where it grows and where not, and its density.");
    case Component::FacialLines:
        return ExaminationText::tr("Each line: forehead, between the brows, around eyes and mouth.");
    case Component::Scars:
        return ExaminationText::tr("Place, size, shape and course of each.");
    case Component::Marks:
        return ExaminationText::tr("Place, size and shape of each mole, freckle or birthmark.");
    case Component::Alterations:
        break;
    }
    return ExaminationText::tr(
        "What was done to the face on purpose, and where: piercings, tattoos, make-up, surgery.");
}

QString phrase(model::Visibility visibility)
{
    using model::Visibility;
    switch (visibility) {
    case Visibility::Visible:
        return ExaminationText::tr("visible");
    case Visibility::PartlyVisible:
        return ExaminationText::tr("partly visible");
    case Visibility::NotVisible:
        break;
    }
    return ExaminationText::tr("not visible");
}

QString phrase(model::ProbeKind kind)
{
    using model::ProbeKind;
    switch (kind) {
    case ProbeKind::Photograph:
        return ExaminationText::tr("A photograph");
    case ProbeKind::VideoFrame:
        return ExaminationText::tr("A frame of a video");
    case ProbeKind::Sketch:
        return ExaminationText::tr("A sketch");
    case ProbeKind::Composite:
        return ExaminationText::tr("A composite picture");
    case ProbeKind::LookAlike:
        return ExaminationText::tr("Somebody who looks alike");
    case ProbeKind::Generated:
        break;
    }
    return ExaminationText::tr("A generated or altered face");
}

QString phrase(model::Finding finding)
{
    using model::Finding;
    switch (finding) {
    case Finding::Similar:
        return ExaminationText::tr("similar");
    case Finding::Different:
        return ExaminationText::tr("different");
    case Finding::NotUsable:
        break;
    }
    return ExaminationText::tr("not usable");
}

QString phrase(model::Mark::Kind kind)
{
    using Kind = model::Mark::Kind;
    switch (kind) {
    case Kind::Point:
        return ExaminationText::tr("Point");
    case Kind::Arrow:
        return ExaminationText::tr("Arrow");
    case Kind::Box:
        return ExaminationText::tr("Box");
    case Kind::Text:
        break;
    }
    return ExaminationText::tr("Text");
}

QString sentence(model::Conclusion conclusion)
{
    using model::Conclusion;
    switch (conclusion) {
    case Conclusion::SupportSameSource:
        return ExaminationText::tr(
            "What was seen supports that both pictures show the same person rather than two different "
            "people. It does not say that they do: other people may look like this, too.");
    case Conclusion::Inconclusive:
        return ExaminationText::tr("What was seen supports neither that both pictures show the same "
                                   "person nor that they show two different people.");
    case Conclusion::SupportDifferentSource:
        return ExaminationText::tr(
            "What was seen supports that the pictures show two different people rather than the "
            "same person.");
    case Conclusion::NotSuitable:
        break;
    }
    return ExaminationText::tr(
        "Too little can be seen in at least one of the pictures. Nothing follows from it, neither "
        "for nor against anybody.");
}

QString sentence(const policy::Standing &standing)
{
    using State = policy::Standing::State;
    const QString outcome = standing.outcome ? phrase(*standing.outcome) : QString();
    const QString lead = standing.outcome ? QStringLiteral(" ") + leadOnly() : QString();
    switch (standing.state) {
    case State::NotExamined:
        return ExaminationText::tr("Nobody has examined this candidate yet.");
    case State::Examined:
        return ExaminationText::tr(
            "One account has examined this candidate. It is no lead until a second one "
            "has verified it blind.");
    case State::AwaitingVerification:
        return ExaminationText::tr("A second account is asked to verify this blind. The outcome stays locked "
                                   "until both examinations are in.");
    case State::Agreed:
        return ExaminationText::tr("Two accounts agree, the second one blind: %1.").arg(outcome) + lead;
    case State::Disagreed:
        return ExaminationText::tr(
            "Two accounts disagree. The outcome stays locked until a third account has "
            "settled it; both examinations are kept.");
    case State::Adjudicated:
        break;
    }
    return ExaminationText::tr("Two accounts disagreed and a third one settled it: %1.").arg(outcome) + lead;
}

QString phrase(policy::Standing::State state)
{
    using State = policy::Standing::State;
    switch (state) {
    case State::NotExamined:
        return ExaminationText::tr("Not compared yet");
    case State::Examined:
        return ExaminationText::tr("Concluded by one examiner");
    case State::AwaitingVerification:
        return ExaminationText::tr("Awaits blind verification");
    case State::Agreed:
        return ExaminationText::tr("Two examiners agree");
    case State::Disagreed:
        return ExaminationText::tr("Two examiners disagree");
    case State::Adjudicated:
        break;
    }
    return ExaminationText::tr("Settled by a third account");
}

QString phrase(const model::AnalysisDifference &difference)
{
    QString what = difference.what;
    if (const auto component = model::componentFromName(difference.what))
        what = phrase(*component);
    else if (what == QStringLiteral("kind"))
        what = ExaminationText::tr("What the picture is");
    else if (what == QStringLiteral("suitability"))
        what = ExaminationText::tr("Suitability");
    else if (what == QStringLiteral("limitations"))
        what = ExaminationText::tr("Limitations");
    return ExaminationText::tr("%1: %2, before: %3")
        .arg(what, valueText(difference.what, difference.after),
             valueText(difference.what, difference.before));
}

} // namespace likeness::words
