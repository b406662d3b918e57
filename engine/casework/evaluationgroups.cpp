// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/evaluationgroups.h"

#include "engine/casework/csvreader.h"
#include "engine/casework/enrolment.h"

#include <QFile>
#include <QStringDecoder>

namespace likeness::casework
{

using base::ErrorCode;

base::Result<GroupList> parseGroupList(const QByteArray &bytes, const QString &subject)
{
    const auto damaged = [&](const QString &detail) { return base::fail(ErrorCode::FileDamaged, subject, detail); };
    QStringDecoder decoder(QStringDecoder::Utf8); // drops a byte order mark
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return damaged(QStringLiteral("the text is not UTF-8"));
    CsvReader reader(text);
    const auto header = reader.next();
    if (!header)
        return damaged(reader.error().isEmpty() ? QStringLiteral("the list is empty") : reader.error());
    QStringList columns;
    for (const QString &name : header->fields)
        columns += name.trimmed().toLower();
    const qsizetype group = columns.indexOf(QLatin1String("group"));
    const qsizetype person = columns.indexOf(QLatin1String("person")), file = columns.indexOf(QLatin1String("file"));
    if (group < 0 || (person < 0 && file < 0))
        return damaged(QStringLiteral("line %1: the columns must be \"person,group\" or \"file,group\"")
                           .arg(header->line));

    GroupList list;
    while (const auto record = reader.next()) {
        if (record->fields.size() != columns.size())
            return damaged(QStringLiteral("line %1: %2 fields instead of %3")
                               .arg(record->line)
                               .arg(record->fields.size())
                               .arg(columns.size()));
        const QString name = person >= 0
                                 ? record->fields[person].trimmed()
                                 : personReference(record->fields[file].trimmed(), GallerySession::PersonFrom::File);
        const QString value = record->fields[group].trimmed();
        if (name.isEmpty() || value.isEmpty())
            return damaged(QStringLiteral("line %1: a field is empty").arg(record->line));
        if (list.value(name, value) != value)
            return damaged(QStringLiteral("line %1: %2 is in two groups").arg(QString::number(record->line), name));
        list.insert(name, value);
    }
    if (!reader.error().isEmpty())
        return damaged(reader.error());
    return list;
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
