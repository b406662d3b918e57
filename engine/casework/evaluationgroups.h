// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/evaluating.h"

#include <QByteArray>
#include <QHash>

namespace likeness::casework
{

/// The group of each person of a list, by the person's name.
using GroupList = QHash<QString, QString>;

/// Who belongs to which group in a self-test: comma-separated values in UTF-8. The first line names the columns:
/// "person,group", where a person is called as the files are ("Name" of Name_0001.jpg), or "file,group" with the
/// name of a file of that person. Lines without any character are skipped; further columns are not read. What the
/// groups are is the agency's affair: the program only counts. Pure.
///
/// FileDamaged, with what and the line in the detail: no such columns, a row without one of them, an empty group, two
/// groups for one person, text that is not UTF-8.
base::Result<GroupList> parseGroupList(const QByteArray &bytes, const QString &subject);
/// The same from a file. FileUnreadable.
base::Result<GroupList> readGroupList(const QString &path);

/// A list held against a folder.
struct PersonGroups {
    std::vector<QString> groupOf; ///< by EvaluatedFaces::personNumbers; empty: in none
    qint64 withoutGroup = 0;      ///< persons of the folder that the list does not have
};
PersonGroups groupsOf(const DescribedFolder &faces, const GroupList &list);

} // namespace likeness::casework
