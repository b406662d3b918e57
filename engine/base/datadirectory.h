// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace likeness::base
{

/// Where the installer put models/ and samples/: $LIKENESS_DATA if set; else ../share/likeness beside the
/// program's folder if it exists; else likeness/ in the user's cache ($XDG_CACHE_HOME or ~/.cache).
/// The folder may be missing: opening a model then gives ModelMissing.
QString dataDirectory();

} // namespace likeness::base
