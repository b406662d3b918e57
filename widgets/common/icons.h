// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace likeness::common
{

/// An icon of resources/icons by its file name without ending ("folder-open"), drawn as vectors in the
/// colour of the theme in force at every paint: sharp at any scale, and right after a change of theme.
/// An unknown name gives a null icon and a log line.
QIcon icon(const QString &name);

} // namespace likeness::common
