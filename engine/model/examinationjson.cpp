// SPDX-License-Identifier: GPL-3.0-or-later
// The documents of engine/model/examination.h, to and from JSON. Reading is strict: a document that does not
// give itself back was not written here, and nothing of it is taken.
#include "engine/base/clock.h"
#include "engine/model/examination.h"

#include <QJsonArray>

namespace likeness::model
{

namespace
{

template <class Item>
QJsonArray toArray(const std::vector<Item> &items, QJsonObject (*make)(const Item &))
{
    QJsonArray array;
    for (const Item &item : items)
        array.append(make(item));
    return array;
}

/// Nothing as soon as one item is not readable.
template <class Item>
std::optional<std::vector<Item>> fromArray(const QJsonValue &value,
                                           std::optional<Item> (*read)(const QJsonObject &))
{
    std::vector<Item> items;
    for (const QJsonValue &each : value.toArray()) {
        auto item = read(each.toObject());
        if (!item)
            return std::nullopt;
        items.push_back(std::move(*item));
    }
    return items;
}

/// What was read, if it would be written the same way again.
template <class Value>
std::optional<Value> sameAgain(Value value, const QJsonObject &document)
{
    return toJson(value) == document ? std::optional(std::move(value)) : std::nullopt;
}

QDateTime timeOf(const QJsonObject &object)
{
    return base::timeFromText(object["time"].toString());
}

QJsonArray toJson(const RelativePoint &point)
{
    return {point.x, point.y};
}

RelativePoint pointFromJson(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    return {array.at(0).toDouble(), array.at(1).toDouble()};
}

QJsonObject visibilityObject(const ComponentVisibility &item)
{
    return {{"component", componentName(item.component)},
            {"visibility", visibilityName(item.visibility)},
            {"note", item.note}};
}

std::optional<ComponentVisibility> visibilityFromObject(const QJsonObject &object)
{
    const auto component = componentFromName(object["component"].toString());
    const auto visibility = visibilityFromName(object["visibility"].toString());
    if (!component || !visibility)
        return std::nullopt;
    return ComponentVisibility{*component, *visibility, object["note"].toString()};
}

QJsonObject findingObject(const ComponentFinding &item)
{
    return {{"component", componentName(item.component)},
            {"finding", item.finding ? QJsonValue(findingName(*item.finding)) : QJsonValue()},
            {"note", item.note}};
}

std::optional<ComponentFinding> findingFromObject(const QJsonObject &object)
{
    const auto component = componentFromName(object["component"].toString());
    const auto finding = findingFromName(object["finding"].toString());
    if (!component || (!finding && !object["finding"].isNull()))
        return std::nullopt;
    return ComponentFinding{*component, finding, object["note"].toString()};
}

QJsonObject markObject(const Mark &mark)
{
    return {{"kind", markKindName(mark.kind)},
            {"number", mark.number},
            {"from", toJson(mark.from)},
            {"to", toJson(mark.to)},
            {"text", mark.text},
            {"component", mark.component ? QJsonValue(componentName(*mark.component)) : QJsonValue()}};
}

std::optional<Mark> markFromObject(const QJsonObject &object)
{
    const auto kind = markKindFromName(object["kind"].toString());
    const auto component = componentFromName(object["component"].toString());
    if (!kind || (!component && !object["component"].isNull()))
        return std::nullopt;
    return Mark{*kind,
                object["number"].toInt(),
                pointFromJson(object["from"]),
                pointFromJson(object["to"]),
                object["text"].toString(),
                component};
}

QJsonObject lineupObject(const LineupPortrait &item)
{
    return {{"label", item.label}, {"portrait", item.portrait.value()}, {"sha256", item.sha256}};
}

std::optional<LineupPortrait> lineupFromObject(const QJsonObject &object)
{
    return LineupPortrait{object["label"].toString(), PortraitId(object["portrait"].toString()),
                          object["sha256"].toString()};
}

QJsonObject partObject(const VerificationResult::Part &part)
{
    return {{"label", part.label}, {"comparison", toJson(part.comparison)}};
}

std::optional<VerificationResult::Part> partFromObject(const QJsonObject &object)
{
    auto comparison = comparisonFromJson(object["comparison"].toObject());
    if (!comparison)
        return std::nullopt;
    return VerificationResult::Part{object["label"].toString(), std::move(*comparison)};
}

} // namespace

QJsonObject toJson(const Analysis &analysis)
{
    return {{"type", "analysis"},
            {"id", analysis.id.value()},
            {"probe", analysis.probe.value()},
            {"kind", probeKindName(analysis.kind)},
            {"components", toArray(analysis.components, visibilityObject)},
            {"suitability", gradeName(analysis.suitability)},
            {"limitations", analysis.limitations},
            {"reason", analysis.reason},
            {"time", base::timeText(analysis.time)},
            {"actor", analysis.actor}};
}

std::optional<Analysis> analysisFromJson(const QJsonObject &document)
{
    const auto kind = probeKindFromName(document["kind"].toString());
    auto components = fromArray(document["components"], visibilityFromObject);
    if (!kind || !components)
        return std::nullopt;
    Analysis analysis;
    analysis.id = AnalysisId(document["id"].toString());
    analysis.probe = ProbeId(document["probe"].toString());
    analysis.kind = *kind;
    analysis.components = std::move(*components);
    const QString suitability = document["suitability"].toString();
    for (const auto grade :
         {FaceQuality::Grade::Suitable, FaceQuality::Grade::Limited, FaceQuality::Grade::Unsuitable})
        if (gradeName(grade) == suitability)
            analysis.suitability = grade;
    analysis.limitations = document["limitations"].toString();
    analysis.reason = document["reason"].toString();
    analysis.time = timeOf(document);
    analysis.actor = document["actor"].toString();
    return sameAgain(std::move(analysis), document);
}

QJsonObject toJson(const Comparison &comparison)
{
    return {{"components", toArray(comparison.components, findingObject)},
            {"probe_marks", toArray(comparison.probeMarks, markObject)},
            {"portrait_marks", toArray(comparison.portraitMarks, markObject)},
            {"conclusion",
             comparison.conclusion ? QJsonValue(conclusionName(*comparison.conclusion)) : QJsonValue()},
            {"note", comparison.note}};
}

std::optional<Comparison> comparisonFromJson(const QJsonObject &object)
{
    auto components = fromArray(object["components"], findingFromObject);
    auto probeMarks = fromArray(object["probe_marks"], markFromObject);
    auto portraitMarks = fromArray(object["portrait_marks"], markFromObject);
    if (!components || !probeMarks || !portraitMarks)
        return std::nullopt;
    return sameAgain(Comparison{std::move(*components), std::move(*probeMarks), std::move(*portraitMarks),
                                conclusionFromName(object["conclusion"].toString()),
                                object["note"].toString()},
                     object);
}

QJsonObject toJson(const Examination &examination)
{
    return {{"type", "examination"},
            {"id", examination.id.value()},
            {"search", examination.search.value()},
            {"portrait", examination.portrait.value()},
            {"conclusion", conclusionName(examination.conclusion)},
            {"note", examination.note},
            {"comparison", toJson(examination.comparison)},
            {"analysis", examination.analysis.value()},
            {"time", base::timeText(examination.time)},
            {"actor", examination.actor}};
}

std::optional<Examination> examinationFromJson(const QJsonObject &document)
{
    const auto conclusion = conclusionFromName(document["conclusion"].toString());
    auto comparison = comparisonFromJson(document["comparison"].toObject());
    if (!conclusion || !comparison)
        return std::nullopt;
    return sameAgain(Examination{ExaminationId(document["id"].toString()),
                                 SearchId(document["search"].toString()),
                                 PortraitId(document["portrait"].toString()),
                                 *conclusion,
                                 document["note"].toString(),
                                 timeOf(document),
                                 document["actor"].toString(),
                                 std::move(*comparison),
                                 AnalysisId(document["analysis"].toString()),
                                 {}},
                     document);
}

QJsonObject toJson(const VerificationRequest &request)
{
    return {{"type", "verification-request"},
            {"id", request.id.value()},
            {"examination", request.examination.value()},
            {"search", request.search.value()},
            {"probe", request.probe.value()},
            {"candidate", request.candidate.value()},
            {"lineup", toArray(request.lineup, lineupObject)},
            {"time", base::timeText(request.time)},
            {"actor", request.actor}};
}

std::optional<VerificationRequest> verificationRequestFromJson(const QJsonObject &document)
{
    auto lineup = fromArray(document["lineup"], lineupFromObject);
    if (!lineup)
        return std::nullopt;
    return sameAgain(VerificationRequest{VerificationId(document["id"].toString()),
                                         ExaminationId(document["examination"].toString()),
                                         SearchId(document["search"].toString()),
                                         ProbeId(document["probe"].toString()),
                                         PortraitId(document["candidate"].toString()),
                                         std::move(*lineup),
                                         timeOf(document),
                                         document["actor"].toString(),
                                         {}},
                     document);
}

QJsonObject toJson(const VerificationResult &result)
{
    return {{"type", "verification-result"},
            {"request", result.request.value()},
            {"parts", toArray(result.parts, partObject)},
            {"time", base::timeText(result.time)},
            {"actor", result.actor},
            {"host", result.host}};
}

std::optional<VerificationResult> verificationResultFromJson(const QJsonObject &document)
{
    auto parts = fromArray(document["parts"], partFromObject);
    if (!parts)
        return std::nullopt;
    return sameAgain(VerificationResult{VerificationId(document["request"].toString()),
                                        std::move(*parts),
                                        timeOf(document),
                                        document["actor"].toString(),
                                        document["host"].toString(),
                                        {}},
                     document);
}

QJsonObject toJson(const Adjudication &adjudication)
{
    return {{"type", "adjudication"},
            {"id", adjudication.id.value()},
            {"request", adjudication.request.value()},
            {"conclusion", conclusionName(adjudication.conclusion)},
            {"reason", adjudication.reason},
            {"time", base::timeText(adjudication.time)},
            {"actor", adjudication.actor}};
}

std::optional<Adjudication> adjudicationFromJson(const QJsonObject &document)
{
    const auto conclusion = conclusionFromName(document["conclusion"].toString());
    if (!conclusion)
        return std::nullopt;
    return sameAgain(Adjudication{AdjudicationId(document["id"].toString()),
                                  VerificationId(document["request"].toString()),
                                  *conclusion,
                                  document["reason"].toString(),
                                  timeOf(document),
                                  document["actor"].toString(),
                                  {}},
                     document);
}

QJsonObject toJson(const NullResult &result)
{
    return {{"type", "null-result"},
            {"search", result.search.value()},
            {"note", result.note},
            {"time", base::timeText(result.time)},
            {"actor", result.actor}};
}

std::optional<NullResult> nullResultFromJson(const QJsonObject &document)
{
    return sameAgain(NullResult{SearchId(document["search"].toString()),
                                document["note"].toString(),
                                timeOf(document),
                                document["actor"].toString(),
                                {}},
                     document);
}

QJsonObject toJson(const Override &override)
{
    return {{"type", "override"},        {"probe", override.probe.value()},       {"rule", override.rule},
            {"reason", override.reason}, {"time", base::timeText(override.time)}, {"actor", override.actor}};
}

std::optional<Override> overrideFromJson(const QJsonObject &document)
{
    return sameAgain(Override{ProbeId(document["probe"].toString()),
                              document["rule"].toString(),
                              document["reason"].toString(),
                              timeOf(document),
                              document["actor"].toString(),
                              {}},
                     document);
}

} // namespace likeness::model
