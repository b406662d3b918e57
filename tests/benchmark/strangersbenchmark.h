// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/match/calibration.h"

#include <QJsonObject>
#include <QTextStream>

#include <map>
#include <vector>

namespace likeness::benchmark
{

/// One picture of each of many persons, described as it is and as a worse camera would have it.
struct StrangerFaces {
    std::vector<QString> persons;
    std::map<match::ProbeClass, std::vector<model::Template>> values; ///< one a person, in order
};

/// The first pictures of the shared faces, without persons of label errors.
StrangerFaces strangerFaces();

/// The file that ships (match::ShippedStrangers): galleries of some sizes drawn out of these persons, and how close the
/// others come.
QJsonObject strangersTable(const StrangerFaces &faces);

/// Makes the file, if there is a name for it, and tells how often strangers get somebody above the line and how the
/// frequencies agree with what is observed: galleries and strangers that had no part in the calibration.
QJsonObject strangersBenchmark(const StrangerFaces &faces, const QString &file, QTextStream &table);

} // namespace likeness::benchmark
