// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/face.h"

#include "engine/base/canonicaljson.h"
#include "engine/base/digest.h"

#include <QJsonArray>
#include <QtEndian>

#include <bit>
#include <cstring>

#include <algorithm>

namespace likeness::model
{

QString gradeName(FaceQuality::Grade grade)
{
    switch (grade) {
    case FaceQuality::Grade::Suitable: return QStringLiteral("suitable");
    case FaceQuality::Grade::Limited: return QStringLiteral("limited");
    case FaceQuality::Grade::Unsuitable: break;
    }
    return QStringLiteral("unsuitable");
}

namespace
{

/// What cannot be read is not trusted.
FaceQuality::Grade gradeFromName(const QJsonValue &name)
{
    for (const auto grade : {FaceQuality::Grade::Suitable, FaceQuality::Grade::Limited})
        if (name.toString() == gradeName(grade))
            return grade;
    return FaceQuality::Grade::Unsuitable;
}

} // namespace

QJsonObject toJson(const FaceQuality &quality)
{
    QJsonObject object{{"grade", gradeName(quality.grade)},
                       {"eye_distance_px", quality.eyeDistancePx},
                       {"focus", quality.focus},
                       {"contrast", quality.contrast},
                       {"plausibility", quality.plausibility},
                       {"reasons", QJsonArray::fromStringList(quality.reasons)}};
    if (quality.components.empty())
        return object;
    QJsonArray components;
    for (const FaceQuality::Component &component : quality.components)
        components.append(QJsonObject{
            {"name", component.name}, {"value", component.value}, {"grade", gradeName(component.grade)}});
    object["components"] = components;
    return object;
}

FaceQuality qualityFromJson(const QJsonObject &object)
{
    FaceQuality quality;
    quality.grade = gradeFromName(object.value("grade"));
    quality.eyeDistancePx = object.value("eye_distance_px").toDouble();
    quality.focus = object.value("focus").toDouble();
    quality.contrast = object.value("contrast").toDouble();
    quality.plausibility = object.value("plausibility").toDouble();
    for (const QJsonValue &reason : object.value("reasons").toArray())
        quality.reasons += reason.toString();
    for (const QJsonValue &value : object.value("components").toArray())
        quality.components.push_back({value["name"].toString(), value["value"].toDouble(), gradeFromName(value["grade"])});
    return quality;
}

QJsonObject toJson(const FoundFace &face)
{
    QJsonArray landmarks;
    for (const RelativePoint &point : face.landmarks)
        landmarks.append(QJsonArray{point.x, point.y});
    return {{"box", toJson(face.box)},
            {"eyes", toJson(face.eyes)},
            {"landmarks", landmarks},
            {"confidence", face.confidence},
            {"quality", toJson(face.quality)}};
}

std::optional<FoundFace> foundFaceFromJson(const QJsonObject &object)
{
    const auto box = rectFromJson(object["box"]);
    const auto eyes = foundEyesFromJson(object["eyes"]);
    const QJsonArray landmarks = object["landmarks"].toArray();
    FoundFace face;
    if (!box || !eyes || landmarks.size() != qsizetype(face.landmarks.size()))
        return std::nullopt;
    face.box = *box;
    face.eyes = *eyes;
    for (size_t i = 0; i < face.landmarks.size(); ++i) {
        const QJsonArray point = landmarks[qsizetype(i)].toArray();
        face.landmarks[i] = {point.at(0).toDouble(), point.at(1).toDouble()};
    }
    face.confidence = object["confidence"].toDouble();
    face.quality = qualityFromJson(object["quality"].toObject());
    return face;
}

QString alignmentName(Alignment alignment)
{
    return alignment == Alignment::ByHand ? QStringLiteral("by-hand") : QStringLiteral("automatic");
}

Alignment alignmentFromName(const QString &name)
{
    return name == alignmentName(Alignment::ByHand) ? Alignment::ByHand : Alignment::Automatic;
}

QByteArray templateBytes(const Template &values)
{
    QByteArray bytes(qsizetype(values.size() * sizeof(float)), Qt::Uninitialized);
    for (size_t i = 0; i < values.size(); ++i)
        qToLittleEndian(std::bit_cast<quint32>(values[i]), bytes.data() + i * sizeof(float));
    return bytes;
}

bool templateFromBytes(const QByteArray &bytes, Template &values)
{
    if (bytes.size() != qsizetype(values.size() * sizeof(float)))
        return false;
    for (size_t i = 0; i < values.size(); ++i)
        values[i] = std::bit_cast<float>(qFromLittleEndian<quint32>(bytes.constData() + i * sizeof(float)));
    return true;
}

QString EngineVersion::id() const
{
    const QJsonObject parts{{"name", name},
                            {"landmarks", landmarksSha256},
                            {"describer", describerSha256},
                            {"options", options}};
    return base::sha256(base::canonicalJson(parts)).left(16);
}

QJsonObject EngineVersion::toJson() const
{
    return {{"id", id()},
            {"name", name},
            {"finder_sha256", finderSha256},
            {"landmarks_sha256", landmarksSha256},
            {"describer_sha256", describerSha256},
            {"path", path},
            {"options", options}};
}

EngineVersion EngineVersion::fromJson(const QJsonObject &object)
{
    return {object.value("name").toString(),          object.value("finder_sha256").toString(),
            object.value("landmarks_sha256").toString(), object.value("describer_sha256").toString(),
            object.value("path").toString(),          object.value("options").toString()};
}

} // namespace likeness::model
