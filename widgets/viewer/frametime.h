// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace likeness::viewer
{

/// A time in a recording as people read and write it, "1:02:03.456" or "0:04.920"; to the nearest
/// millisecond, a minus before times earlier than the first frame.
QString frameTimeText(double seconds);

/// Seconds of "1:02:03.456", "2:03", "4.92" or "4,92"; nothing when it is not that, or when minutes and
/// seconds behind a colon are over 59.
std::optional<double> secondsOfFrameTime(const QString &text);

} // namespace likeness::viewer
