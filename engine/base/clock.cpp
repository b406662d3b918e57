// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/clock.h"

namespace likeness::base
{

namespace
{
const QString form = QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz'Z'");
}

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(form);
}

QDateTime timeFromText(const QString &text)
{
    auto time = QDateTime::fromString(text, form);
    time.setTimeSpec(Qt::UTC);
    return time;
}

} // namespace likeness::base
