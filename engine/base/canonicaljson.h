// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace likeness::base
{

/// One text for one value, so that it can be hashed: UTF-8, no white space, keys sorted by UTF-16 code unit,
/// numbers in the shortest form that reads back the same (integers up to 2^53 without a point, null for
/// infinities and NaN), strings with only the escapes JSON demands (\" \\ \b \f \n \r \t, other control
/// characters as \u00xx).
/// This is the number and string form of RFC 8785.
QByteArray canonicalJson(const QJsonValue &value);

} // namespace likeness::base
