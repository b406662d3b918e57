// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/clock.h"

namespace likeness::base {

QString timeText(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz'Z'"));
}

QDateTime timeFromText(const QString &text)
{
    // Date and time apart and joined as UTC: QDateTime::fromString would pass through local time, where an
    // hour of the year does not exist.
    const QDateTime time(QDate::fromString(text.left(10), Qt::ISODate),
                         QTime::fromString(text.mid(11, 12), Qt::ISODateWithMs), Qt::UTC);
    return time.isValid() && timeText(time) == text ? time : QDateTime();
}

} // namespace likeness::base
