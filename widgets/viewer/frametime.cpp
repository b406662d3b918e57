// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/frametime.h"

#include <QRegularExpression>

#include <cmath>

namespace likeness::viewer
{

QString frameTimeText(double seconds)
{
    const qint64 all = std::llround(std::abs(seconds) * 1000);
    const qint64 hours = all / 3'600'000;
    const qint64 minutes = all / 60'000 % 60;
    const QString rest = QStringLiteral("%1.%2")
                             .arg(all / 1000 % 60, 2, 10, QLatin1Char('0'))
                             .arg(all % 1000, 3, 10, QLatin1Char('0'));
    const QString sign = seconds < 0 && all > 0 ? QStringLiteral("-") : QString();
    return hours > 0 ? QStringLiteral("%1%2:%3:%4")
                           .arg(sign)
                           .arg(hours)
                           .arg(minutes, 2, 10, QLatin1Char('0'))
                           .arg(rest)
                     : QStringLiteral("%1%2:%3").arg(sign).arg(minutes).arg(rest);
}

std::optional<double> secondsOfFrameTime(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:(?:(\\d{1,6}):)?(\\d{1,6}):)?(\\d{1,9}(?:[.,]\\d{1,9})?)$"));
    const auto parts = form.match(text.trimmed());
    if (!parts.hasMatch())
        return std::nullopt;
    const bool hasHours = parts.hasCaptured(1);
    const bool hasMinutes = parts.hasCaptured(2);
    const double minutes = parts.captured(2).toDouble();
    const double seconds = parts.captured(3).replace(QLatin1Char(','), QLatin1Char('.')).toDouble();
    if ((hasMinutes && seconds >= 60) || (hasHours && minutes > 59))
        return std::nullopt;
    return parts.captured(1).toDouble() * 3600 + minutes * 60 + seconds;
}

} // namespace likeness::viewer
