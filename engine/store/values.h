// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/casefile.h"
#include "engine/model/face.h"
#include "engine/model/geometry.h"

#include <QSqlQuery>
#include <QVariant>

#include <optional>

namespace likeness::store
{

/// How the model's values stand in columns. Writing appends columns in the order of the schema; reading
/// starts at a column.

QVariantList boxValues(const model::RelativeRect &box);
model::RelativeRect boxAt(const QSqlQuery &row, int column);
QVariantList eyeValues(const std::optional<model::EyePoints> &eyes); ///< NULLs for none
std::optional<model::EyePoints> eyesAt(const QSqlQuery &row, int column);

QVariant objectValue(const QJsonObject &object); ///< canonical JSON
QVariant arrayValue(const QJsonArray &array);    ///< canonical JSON
QJsonObject objectAt(const QSqlQuery &row, int column);
QStringList textsAt(const QSqlQuery &row, int column); ///< of an array of texts
QVariant timeValue(const QDateTime &time);
QDateTime timeAt(const QSqlQuery &row, int column);
QVariant templateValue(const model::Template &values);
/// What is known of a candidate beside its distance, in the columns of weightColumns.
inline const QString weightColumns = QStringLiteral("frequency, frequency_low, frequency_high, look_alikes, "
                                                    "variations_kept, variations");
QVariantList weightValues(const model::Candidate &candidate);
void readWeights(const QSqlQuery &row, int column, model::Candidate &candidate);
/// DatabaseCorrupt when it is not 128 numbers.
base::Result<model::Template> templateAt(const QSqlQuery &row, int column);

} // namespace likeness::store
