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

} // namespace likeness::store
