// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace likeness::store
{

/// What a database of one kind is made of. Step n, applied in one transaction, takes version n to n+1; a
/// new database runs them all, so an upgraded one has the same schema text. A released step never changes.
struct Schema {
    quint32 applicationId = 0; ///< PRAGMA application_id; four letters, "LK.."
    std::vector<QStringList> steps;
    int version() const { return int(steps.size()); } ///< PRAGMA user_version
};

const Schema &caseSchema();        ///< case.sqlite
const Schema &gallerySchema();     ///< gallery.sqlite
const Schema &workstationSchema(); ///< workstation.sqlite

} // namespace likeness::store
