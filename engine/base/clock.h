// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace likeness::base
{

/// Where the time comes from, so that tests can set it. Always UTC, milliseconds.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0;
};

class SystemClock : public Clock
{
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

/// The one form of a time in records: "2026-11-22T23:54:55.123Z".
QString timeText(const QDateTime &time);
/// Invalid when the text is not of that form.
QDateTime timeFromText(const QString &text);

} // namespace likeness::base
