// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/values.h"

#include "engine/base/canonicaljson.h"
#include "engine/base/clock.h"

#include <QJsonDocument>

namespace likeness::store
{

QVariantList boxValues(const model::RelativeRect &box)
{
    return {box.x, box.y, box.width, box.height};
}

model::RelativeRect boxAt(const QSqlQuery &row, int column)
{
    return {row.value(column).toDouble(), row.value(column + 1).toDouble(), row.value(column + 2).toDouble(),
            row.value(column + 3).toDouble()};
}

QVariantList eyeValues(const std::optional<model::EyePoints> &eyes)
{
    if (!eyes)
        return {QVariant(), QVariant(), QVariant(), QVariant()};
    return {eyes->left.x, eyes->left.y, eyes->right.x, eyes->right.y};
}

std::optional<model::EyePoints> eyesAt(const QSqlQuery &row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    return model::EyePoints{{row.value(column).toDouble(), row.value(column + 1).toDouble()},
                            {row.value(column + 2).toDouble(), row.value(column + 3).toDouble()}};
}

QVariant objectValue(const QJsonObject &object)
{
    return QString::fromUtf8(base::canonicalJson(object));
}

QVariant arrayValue(const QJsonArray &array)
{
    return QString::fromUtf8(base::canonicalJson(array));
}

QStringList textsAt(const QSqlQuery &row, int column)
{
    QStringList texts;
    for (const QJsonValue &text : QJsonDocument::fromJson(row.value(column).toString().toUtf8()).array())
        texts += text.toString();
    return texts;
}

QJsonObject objectAt(const QSqlQuery &row, int column)
{
    return QJsonDocument::fromJson(row.value(column).toString().toUtf8()).object();
}

QVariant timeValue(const QDateTime &time)
{
    return base::timeText(time);
}

QDateTime timeAt(const QSqlQuery &row, int column)
{
    return base::timeFromText(row.value(column).toString());
}

QVariant templateValue(const model::Template &values)
{
    return model::templateBytes(values);
}

base::Result<model::Template> templateAt(const QSqlQuery &row, int column)
{
    model::Template values{};
    if (!model::templateFromBytes(row.value(column).toByteArray(), values))
        return base::fail(base::ErrorCode::DatabaseCorrupt, QStringLiteral("template"),
                          QStringLiteral("not 128 numbers"));
    return values;
}

QVariantList weightValues(const model::Candidate &candidate)
{
    const auto &often = candidate.frequency;
    const auto &robustness = candidate.robustness;
    const auto orNull = [](bool isKnown, const QVariant &value) { return isKnown ? value : QVariant(); };
    return {orNull(often.has_value(), often ? often->share : 0),
            orNull(often.has_value(), often ? often->low : 0),
            orNull(often.has_value(), often ? often->high : 0),
            orNull(candidate.lookAlikes.has_value(), candidate.lookAlikes.value_or(0)),
            orNull(robustness.has_value(), robustness ? robustness->kept : 0),
            orNull(robustness.has_value(), robustness ? robustness->of : 0)};
}

void readWeights(const QSqlQuery &row, int column, model::Candidate &candidate)
{
    const auto at = [&](int which) { return row.value(column + which); };
    if (!row.isNull(column))
        candidate.frequency = {at(0).toDouble(), at(1).toDouble(), at(2).toDouble()};
    if (!row.isNull(column + 3))
        candidate.lookAlikes = at(3).toLongLong();
    if (!row.isNull(column + 5))
        candidate.robustness = {at(4).toInt(), at(5).toInt()};
}

} // namespace likeness::store
