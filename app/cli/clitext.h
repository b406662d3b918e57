// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace likeness::cli {

/// The command line's texts, for Qt Linguist.
class CliText
{
    Q_DECLARE_TR_FUNCTIONS(CliText)
};

} // namespace likeness::cli
