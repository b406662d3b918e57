// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/verify/checking.h"

#include <QJsonObject>
#include <QStringList>

namespace likeness::verify
{

/// What was found, one plain sentence a line; the last one is the conclusion.
QStringList sentences(const store::Verification &verification);
QStringList sentences(const LogResult &log);
QStringList sentences(const store::Verification &workstation, const std::vector<RememberedState> &states);
/// Why it could not be checked.
QString sentence(const base::Error &error);
QString helpText(const QString &program);

/// The same for programs.
QJsonObject toJson(const QString &folder, const store::Verification &verification);
QJsonObject toJson(const QString &path, const LogResult &log);
QJsonObject toJson(const QString &folder, const store::Verification &workstation,
                   const std::vector<RememberedState> &states);
QJsonObject toJson(const QString &folder, const base::Error &error);

} // namespace likeness::verify
