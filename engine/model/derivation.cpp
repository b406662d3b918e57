// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/derivation.h"

#include <QJsonArray>

#include <array>
#include <utility>

namespace likeness::model
{

namespace
{

constexpr std::array<std::pair<Edit::Kind, const char *>, 10> names{
    {{Edit::Kind::Crop, "crop"},
     {Edit::Kind::Rotate, "rotate"},
     {Edit::Kind::Mirror, "mirror"},
     {Edit::Kind::Levels, "levels"},
     {Edit::Kind::Gamma, "gamma"},
     {Edit::Kind::Deinterlace, "deinterlace"},
     {Edit::Kind::Aspect, "aspect"},
     {Edit::Kind::Denoise, "denoise"},
     {Edit::Kind::Sharpen, "sharpen"},
     {Edit::Kind::FrameAverage, "frame-average"}}};

} // namespace

QString editName(Edit::Kind kind)
{
    for (const auto &[known, name] : names)
        if (known == kind)
            return QLatin1String(name);
    return {};
}

std::optional<Edit::Kind> editFromName(const QString &name)
{
    for (const auto &[kind, known] : names)
        if (name == QLatin1String(known))
            return kind;
    return std::nullopt;
}

QJsonArray toJson(const std::vector<Edit> &edits)
{
    QJsonArray array;
    for (const Edit &edit : edits)
        array.append(QJsonObject{{"edit", editName(edit.kind)}, {"parameters", edit.parameters}});
    return array;
}

std::optional<std::vector<Edit>> editsFromJson(const QJsonValue &value)
{
    if (!value.isArray())
        return std::nullopt;
    std::vector<Edit> edits;
    for (const QJsonValue &item : value.toArray()) {
        const QJsonObject object = item.toObject();
        const auto kind = editFromName(object["edit"].toString());
        if (!kind || object.size() != 2 || !object["parameters"].isObject())
            return std::nullopt;
        edits.push_back({*kind, object["parameters"].toObject()});
    }
    return edits;
}

} // namespace likeness::model
