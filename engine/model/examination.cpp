// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/examination.h"

#include <algorithm>

namespace likeness::model
{

namespace
{

template <class Enum>
std::optional<Enum> fromName(const std::vector<Enum> &all, QString (*nameOf)(Enum), const QString &name)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&](Enum value) { return nameOf(value) == name; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

/// The component `value.component` of a list, or null.
template <class List>
auto *find(List &list, Component component)
{
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const auto &item) { return item.component == component; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

const std::vector<Component> &allComponents()
{
    static const std::vector<Component> components = [] {
        std::vector<Component> all;
        for (int i = int(Component::Skin); i <= int(Component::Alterations); ++i)
            all.push_back(Component(i));
        return all;
    }();
    return components;
}

QString componentName(Component component)
{
    switch (component) {
    case Component::Skin:
        return QStringLiteral("skin");
    case Component::FaceOutline:
        return QStringLiteral("face-outline");
    case Component::Hairline:
        return QStringLiteral("hairline");
    case Component::Hair:
        return QStringLiteral("hair");
    case Component::Forehead:
        return QStringLiteral("forehead");
    case Component::Eyebrows:
        return QStringLiteral("eyebrows");
    case Component::Eyes:
        return QStringLiteral("eyes");
    case Component::Cheeks:
        return QStringLiteral("cheeks");
    case Component::Nose:
        return QStringLiteral("nose");
    case Component::Ears:
        return QStringLiteral("ears");
    case Component::Mouth:
        return QStringLiteral("mouth");
    case Component::Chin:
        return QStringLiteral("chin");
    case Component::Jawline:
        return QStringLiteral("jawline");
    case Component::Neck:
        return QStringLiteral("neck");
    case Component::FacialHair:
        return QStringLiteral("facial-hair");
    case Component::FacialLines:
        return QStringLiteral("facial-lines");
    case Component::Scars:
        return QStringLiteral("scars");
    case Component::Marks:
        return QStringLiteral("marks");
    case Component::Alterations:
        break;
    }
    return QStringLiteral("alterations");
}

std::optional<Component> componentFromName(const QString &name)
{
    return fromName(allComponents(), componentName, name);
}

QString visibilityName(Visibility visibility)
{
    switch (visibility) {
    case Visibility::Visible:
        return QStringLiteral("visible");
    case Visibility::PartlyVisible:
        return QStringLiteral("partly-visible");
    case Visibility::NotVisible:
        break;
    }
    return QStringLiteral("not-visible");
}

std::optional<Visibility> visibilityFromName(const QString &name)
{
    return fromName({Visibility::Visible, Visibility::PartlyVisible, Visibility::NotVisible}, visibilityName,
                    name);
}

const std::vector<ProbeKind> &allProbeKinds()
{
    static const std::vector<ProbeKind> kinds{ProbeKind::Photograph, ProbeKind::VideoFrame,
                                              ProbeKind::Sketch,     ProbeKind::Composite,
                                              ProbeKind::LookAlike,  ProbeKind::Generated};
    return kinds;
}

QString probeKindName(ProbeKind kind)
{
    switch (kind) {
    case ProbeKind::Photograph:
        return QStringLiteral("photograph");
    case ProbeKind::VideoFrame:
        return QStringLiteral("video-frame");
    case ProbeKind::Sketch:
        return QStringLiteral("sketch");
    case ProbeKind::Composite:
        return QStringLiteral("composite");
    case ProbeKind::LookAlike:
        return QStringLiteral("look-alike");
    case ProbeKind::Generated:
        break;
    }
    return QStringLiteral("generated");
}

std::optional<ProbeKind> probeKindFromName(const QString &name)
{
    return fromName(allProbeKinds(), probeKindName, name);
}

const ComponentVisibility *Analysis::component(Component component) const
{
    return find(components, component);
}

std::vector<AnalysisDifference> differences(const Analysis &before, const Analysis &after)
{
    std::vector<AnalysisDifference> found;
    const auto compare = [&](const QString &what, const QString &old, const QString &now) {
        if (old != now)
            found.push_back({what, old, now});
    };
    const auto words = [](const ComponentVisibility *item) {
        if (!item)
            return QString();
        const QString name = visibilityName(item->visibility);
        return item->note.isEmpty() ? name : name + QStringLiteral(": ") + item->note;
    };
    compare(QStringLiteral("kind"), probeKindName(before.kind), probeKindName(after.kind));
    for (const Component component : allComponents())
        compare(componentName(component), words(before.component(component)),
                words(after.component(component)));
    compare(QStringLiteral("suitability"), gradeName(before.suitability), gradeName(after.suitability));
    compare(QStringLiteral("limitations"), before.limitations, after.limitations);
    return found;
}

QString conclusionName(Conclusion conclusion)
{
    switch (conclusion) {
    case Conclusion::SupportSameSource:
        return QStringLiteral("support-same-source");
    case Conclusion::Inconclusive:
        return QStringLiteral("inconclusive");
    case Conclusion::SupportDifferentSource:
        return QStringLiteral("support-different-source");
    case Conclusion::NotSuitable:
        break;
    }
    return QStringLiteral("not-suitable");
}

std::optional<Conclusion> conclusionFromName(const QString &name)
{
    return fromName({Conclusion::SupportSameSource, Conclusion::Inconclusive,
                     Conclusion::SupportDifferentSource, Conclusion::NotSuitable},
                    conclusionName, name);
}

QString findingName(Finding finding)
{
    switch (finding) {
    case Finding::Similar:
        return QStringLiteral("similar");
    case Finding::Different:
        return QStringLiteral("different");
    case Finding::NotUsable:
        break;
    }
    return QStringLiteral("not-usable");
}

std::optional<Finding> findingFromName(const QString &name)
{
    return fromName({Finding::Similar, Finding::Different, Finding::NotUsable}, findingName, name);
}

QString markKindName(Mark::Kind kind)
{
    switch (kind) {
    case Mark::Kind::Point:
        return QStringLiteral("point");
    case Mark::Kind::Arrow:
        return QStringLiteral("arrow");
    case Mark::Kind::Box:
        return QStringLiteral("box");
    case Mark::Kind::Text:
        break;
    }
    return QStringLiteral("text");
}

std::optional<Mark::Kind> markKindFromName(const QString &name)
{
    return fromName({Mark::Kind::Point, Mark::Kind::Arrow, Mark::Kind::Box, Mark::Kind::Text}, markKindName,
                    name);
}

std::vector<Component> Comparison::blanks() const
{
    std::vector<Component> open;
    for (const Component each : allComponents())
        if (const ComponentFinding *item = component(each); !item || !item->finding)
            open.push_back(each);
    return open;
}

const ComponentFinding *Comparison::component(Component component) const
{
    return find(components, component);
}

namespace
{

/// The entry of a component, put in at its place in the list's order when it is not there.
ComponentFinding &entry(std::vector<ComponentFinding> &list, Component component)
{
    const auto place = std::find_if(
        list.begin(), list.end(), [&](const ComponentFinding &item) { return item.component >= component; });
    if (place != list.end() && place->component == component)
        return *place;
    return *list.insert(place, {component, {}, {}});
}

} // namespace

void Comparison::setFinding(Component component, std::optional<Finding> finding)
{
    entry(components, component).finding = finding;
}

void Comparison::setNote(Component component, const QString &text)
{
    entry(components, component).note = text;
}

bool Comparison::isEmpty() const
{
    return *this == Comparison();
}

const Comparison *VerificationResult::part(const QString &label) const
{
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&](const Part &each) { return each.label == label; });
    return found == parts.end() ? nullptr : &found->comparison;
}

} // namespace likeness::model
