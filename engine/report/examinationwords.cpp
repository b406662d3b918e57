// SPDX-License-Identifier: GPL-3.0-or-later
// The words of analysis, comparison and verification.
#include "engine/report/words.h"

namespace likeness::report
{

QString Words::meaning(model::Conclusion conclusion) const
{
    switch (conclusion) {
    case model::Conclusion::SupportSameSource:
        return m_texts(QT_TRANSLATE_NOOP(
            "report",
            "What was seen supports that both pictures show the same person rather than two different "
            "people. It does not say that they do: other people may look like this, too."));
    case model::Conclusion::Inconclusive:
        return m_texts(QT_TRANSLATE_NOOP("report",
                                         "What was seen supports neither that both pictures show the same "
                                         "person nor that they show two different people."));
    case model::Conclusion::SupportDifferentSource:
        return m_texts(QT_TRANSLATE_NOOP(
            "report", "What was seen supports that the pictures show two different people rather than the "
                      "same person."));
    case model::Conclusion::NotSuitable:
        break;
    }
    return m_texts(QT_TRANSLATE_NOOP(
        "report", "Too little can be seen in at least one of the pictures. Nothing follows from it, neither "
                  "for nor against anybody."));
}

QString Words::component(model::Component component) const
{
    using model::Component;
    switch (component) {
    case Component::Skin:
        return m_texts(QT_TRANSLATE_NOOP("report", "Skin"));
    case Component::FaceOutline:
        return m_texts(QT_TRANSLATE_NOOP("report", "Face outline"));
    case Component::Hairline:
        return m_texts(QT_TRANSLATE_NOOP("report", "Hairline"));
    case Component::Hair:
        return m_texts(QT_TRANSLATE_NOOP("report", "Hair"));
    case Component::Forehead:
        return m_texts(QT_TRANSLATE_NOOP("report", "Forehead"));
    case Component::Eyebrows:
        return m_texts(QT_TRANSLATE_NOOP("report", "Eyebrows"));
    case Component::Eyes:
        return m_texts(QT_TRANSLATE_NOOP("report", "Eyes"));
    case Component::Cheeks:
        return m_texts(QT_TRANSLATE_NOOP("report", "Cheeks"));
    case Component::Nose:
        return m_texts(QT_TRANSLATE_NOOP("report", "Nose"));
    case Component::Ears:
        return m_texts(QT_TRANSLATE_NOOP("report", "Ears"));
    case Component::Mouth:
        return m_texts(QT_TRANSLATE_NOOP("report", "Mouth"));
    case Component::Chin:
        return m_texts(QT_TRANSLATE_NOOP("report", "Chin"));
    case Component::Jawline:
        return m_texts(QT_TRANSLATE_NOOP("report", "Jawline"));
    case Component::Neck:
        return m_texts(QT_TRANSLATE_NOOP("report", "Neck"));
    case Component::FacialHair:
        return m_texts(QT_TRANSLATE_NOOP("report", "Facial hair"));
    case Component::FacialLines:
        return m_texts(QT_TRANSLATE_NOOP("report", "Facial lines"));
    case Component::Scars:
        return m_texts(QT_TRANSLATE_NOOP("report", "Scars"));
    case Component::Marks:
        return m_texts(QT_TRANSLATE_NOOP("report", "Skin marks"));
    case Component::Alterations:
        break;
    }
    return m_texts(QT_TRANSLATE_NOOP("report", "Alterations"));
}

QString Words::visibility(model::Visibility visibility) const
{
    switch (visibility) {
    case model::Visibility::Visible:
        return m_texts(QT_TRANSLATE_NOOP("report", "Visible"));
    case model::Visibility::PartlyVisible:
        return m_texts(QT_TRANSLATE_NOOP("report", "Partly visible"));
    case model::Visibility::NotVisible:
        break;
    }
    return m_texts(QT_TRANSLATE_NOOP("report", "Not visible"));
}

QString Words::finding(std::optional<model::Finding> finding) const
{
    if (!finding)
        return m_texts(QT_TRANSLATE_NOOP("report", "Not filled in"));
    switch (*finding) {
    case model::Finding::Similar:
        return m_texts(QT_TRANSLATE_NOOP("report", "Similar"));
    case model::Finding::Different:
        return m_texts(QT_TRANSLATE_NOOP("report", "Different"));
    case model::Finding::NotUsable:
        break;
    }
    return m_texts(QT_TRANSLATE_NOOP("report", "Not usable"));
}

QString Words::probeKind(model::ProbeKind kind) const
{
    switch (kind) {
    case model::ProbeKind::Photograph:
        return m_texts(QT_TRANSLATE_NOOP("report", "Photograph"));
    case model::ProbeKind::VideoFrame:
        return m_texts(QT_TRANSLATE_NOOP("report", "Frame of a video"));
    case model::ProbeKind::Sketch:
        return m_texts(QT_TRANSLATE_NOOP("report", "Sketch"));
    case model::ProbeKind::Composite:
        return m_texts(QT_TRANSLATE_NOOP("report", "Composite picture"));
    case model::ProbeKind::LookAlike:
        return m_texts(QT_TRANSLATE_NOOP("report", "Picture of a look-alike"));
    case model::ProbeKind::Generated:
        break;
    }
    return m_texts(QT_TRANSLATE_NOOP("report", "Generated picture"));
}

QString Words::markKind(model::Mark::Kind kind) const
{
    switch (kind) {
    case model::Mark::Kind::Point:
        return m_texts(QT_TRANSLATE_NOOP("report", "Point"));
    case model::Mark::Kind::Arrow:
        return m_texts(QT_TRANSLATE_NOOP("report", "Arrow"));
    case model::Mark::Kind::Box:
        return m_texts(QT_TRANSLATE_NOOP("report", "Box"));
    case model::Mark::Kind::Text:
        break;
    }
    return m_texts(QT_TRANSLATE_NOOP("report", "Text"));
}

QString Words::roles(model::Roles roles) const
{
    static const std::pair<model::Role, const char *> names[] = {
        {model::Role::Detective, QT_TRANSLATE_NOOP("report", "detective")},
        {model::Role::Examiner, QT_TRANSLATE_NOOP("report", "examiner")},
        {model::Role::Verifier, QT_TRANSLATE_NOOP("report", "verifier")},
        {model::Role::Supervisor, QT_TRANSLATE_NOOP("report", "supervisor")},
        {model::Role::GalleryManager, QT_TRANSLATE_NOOP("report", "gallery manager")},
        {model::Role::Auditor, QT_TRANSLATE_NOOP("report", "auditor")},
    };
    QStringList words;
    for (const auto &[role, name] : names)
        if (roles.testFlag(role))
            words += m_texts(name);
    return value(words.join(QStringLiteral(", ")));
}

QString Words::rule(const QString &name) const
{
    if (name == u"probe-unsuitable")
        return m_texts(
            QT_TRANSLATE_NOOP("report", "A probe that is graded unsuitable may not be searched for."));
    return value(name);
}

QString Words::date(const QDate &date) const
{
    return date.isValid() ? date.toString(Qt::ISODate) : value({});
}

QString Words::differenceOf(const QString &what) const
{
    if (what == u"kind")
        return m_texts(QT_TRANSLATE_NOOP("report", "Kind of picture"));
    if (what == u"suitability")
        return m_texts(QT_TRANSLATE_NOOP("report", "Suitability"));
    if (what == u"limitations")
        return m_texts(QT_TRANSLATE_NOOP("report", "Limitations"));
    const auto found = model::componentFromName(what);
    return found ? component(*found) : value(what);
}

QString Words::differenceValue(const QString &what, const QString &words) const
{
    if (what == u"kind") {
        const auto kind = model::probeKindFromName(words);
        return kind ? probeKind(*kind) : value(words);
    }
    if (what == u"suitability") {
        for (const auto each : {model::FaceQuality::Grade::Suitable, model::FaceQuality::Grade::Limited,
                                model::FaceQuality::Grade::Unsuitable})
            if (model::gradeName(each) == words)
                return grade(each);
        return value(words);
    }
    // A component: "partly-visible", or "partly-visible: the note".
    const QString name = words.section(QStringLiteral(": "), 0, 0);
    const auto seen = model::componentFromName(what) ? model::visibilityFromName(name) : std::nullopt;
    return seen ? visibility(*seen) + words.mid(name.size()) : value(words);
}

} // namespace likeness::report
