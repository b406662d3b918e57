// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/audit.h"

#include <QSysInfo>

#include <pwd.h>
#include <unistd.h>

namespace likeness::model
{

Actor Actor::ofThisProcess()
{
    // The user database, not $USER: an environment variable is whatever somebody set it to.
    const passwd *user = getpwuid(geteuid());
    const QString name = user ? QString::fromLocal8Bit(user->pw_name) : QString::number(geteuid());
    Actor actor;
    actor.name = name;
    actor.host = QSysInfo::machineHostName();
    return actor;
}

} // namespace likeness::model
