// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/datadirectory.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace likeness::base
{

QString dataDirectory()
{
    const QString chosen = qEnvironmentVariable("LIKENESS_DATA");
    if (!chosen.isEmpty())
        return QDir::cleanPath(chosen);
    const QDir beside(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/likeness"));
    if (beside.exists())
        return beside.canonicalPath();
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/likeness");
}

} // namespace likeness::base
