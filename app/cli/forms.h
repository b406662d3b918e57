// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/derivation.h"
#include "engine/model/examination.h"

#include <QJsonObject>

#include <map>

namespace likeness::cli
{

/// The forms that an examiner fills in with an editor: JSON files with every component as a row. Reading
/// takes a field that is left out as blank, and refuses what it does not know (FileDamaged, naming it), so
/// that a slip of the pen is not an unsaid finding. FileUnreadable, TooLarge (over 4 MiB).

QJsonObject blankAnalysisForm();
QJsonObject blankComparisonForm();
QJsonObject blankVerificationForm(const QStringList &labels); ///< {"A":{comparison},...}

base::Result<model::Analysis> readAnalysisForm(const QString &file); ///< without id, probe and time
base::Result<model::Comparison> readComparisonForm(const QString &file);
base::Result<std::map<QString, model::Comparison>> readVerificationForm(const QString &file);

/// A list of {"edit","parameters"}: engine/imaging/derivation.h says which. Its values are checked by derive.
base::Result<std::vector<model::Edit>> readEdits(const QString &file);

/// Indented, to be edited.
QString formText(const QJsonObject &form);

} // namespace likeness::cli
