// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/evaluationgroups.h"

#include "engine/casework/csvreader.h"
#include "engine/casework/enrolment.h"

#include <QFile>

namespace likeness::casework
{

using base::ErrorCode;

base::Result<GroupList> parseGroupList(const QByteArray &bytes, const QString &subject)
{
    auto table = CsvTable::open(bytes, subject);
    if (!table)
        return tl::unexpected(table.error());
    const QStringList &columns = table->columns();
    const qsizetype group = columns.indexOf(QLatin1String("group"));
    const qsizetype person = columns.indexOf(QLatin1String("person")), file = columns.indexOf(QLatin1String("file"));
    if (group < 0 || (person < 0 && file < 0))
        return table->damaged(QStringLiteral("line %1: the columns must be \"person,group\" or \"file,group\"")
                                  .arg(table->head().line));

    GroupList list;
    while (true) {
        const auto record = table->next();
        if (!record)
            return tl::unexpected(record.error());
        if (!*record)
            return list;
        const auto &[line, fields] = **record;
        const QString name = person >= 0 ? fields[person].trimmed()
                                         : personReference(fields[file].trimmed(), GallerySession::PersonFrom::File);
        const QString value = fields[group].trimmed();
        if (name.isEmpty() || value.isEmpty())
            return table->damaged(QStringLiteral("line %1: a field is empty").arg(line));
        if (list.value(name, value) != value)
            return table->damaged(QStringLiteral("line %1: %2 is in two groups").arg(QString::number(line), name));
        list.insert(name, value);
    }
}

base::Result<GroupList> readGroupList(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(ErrorCode::FileUnreadable, path, file.errorString());
    return parseGroupList(file.readAll(), path);
}

PersonGroups groupsOf(const DescribedFolder &faces, const GroupList &list)
{
    PersonGroups groups;
    const auto &persons = faces.ours.persons;
    for (size_t i = 0; i < persons.size(); ++i) {
        if (i > 0 && persons[i] == persons[i - 1])
            continue;
        groups.groupOf.push_back(list.value(persons[i]));
        groups.withoutGroup += groups.groupOf.back().isEmpty();
    }
    return groups;
}

} // namespace likeness::casework
