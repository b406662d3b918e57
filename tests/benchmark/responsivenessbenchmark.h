// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QTextStream>

namespace likeness::benchmark
{

/// How long the window's event loop was held at most while photographs of 12 million pixels are taken in and
/// opened, faces are found, a folder is enrolled and a gallery is searched, in the real window drawn
/// offscreen:
/// {"longest_ms","activities":[{"activity","longest_ms","longest_cpu_ms"}]}. The second is the
/// processor time that the window's thread used in that stretch: less than the first when others had the
/// processor.
QJsonObject responsivenessBenchmark(QTextStream &table);

} // namespace likeness::benchmark
