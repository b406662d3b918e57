// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace likeness::app
{

/// Gives the program a language: our own texts and Qt's. Empty is the desktop's, as far as it is built in;
/// else English. Call again to change it; windows made before keep their texts.
void installLanguage(const QString &language);

} // namespace likeness::app
