// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/workstationrecord.h"

#include "engine/audit/verbs.h"
#include "engine/store/database.h"
#include "engine/store/values.h"

#include <QFileInfo>
#include <QHash>

namespace likeness::store
{

base::Result<std::vector<WorkstationStore::Remembered>> rememberedIn(const QSqlDatabase &database,
                                                                     WorkstationStore::Kind kind)
{
    std::vector<WorkstationStore::Remembered> all;
    QHash<QString, size_t> places;
    const QString verb =
        kind == WorkstationStore::Kind::Case ? audit::verbs::caseHeadSeen : audit::verbs::galleryHeadSeen;
    LIKENESS_TRY(forEachRow(
        database,
        QStringLiteral("SELECT subject, details, time FROM audit_entry WHERE act = ? ORDER BY number"),
        {verb}, [&](const QSqlQuery &row) -> base::Outcome {
            const QString folder = row.value(0).toString();
            const QJsonObject details = objectAt(row, 1);
            const QString id = details["id"].toString();
            const QString title = details["title"].toString();
            const QString key = id.isEmpty() ? folder + u'\n' + title : id;
            if (!places.contains(key)) {
                places.insert(key, all.size());
                all.push_back({id, {}, {}, {}, {}});
            }
            auto &seen = all[places.value(key)];
            seen.folder = folder;
            seen.title = title;
            seen.heads.push_back({details["count"].toInteger(), details["hash"].toString()});
            seen.seen = timeAt(row, 2);
            return {};
        }));
    return all;
}

std::vector<model::AuditHead> headsOf(const std::vector<WorkstationStore::Remembered> &remembered,
                                      const QString &id, const QString &folder, const QString &title)
{
    const QString path = QFileInfo(folder).absoluteFilePath();
    std::vector<model::AuditHead> heads;
    for (const WorkstationStore::Remembered &each : remembered)
        if (each.id.isEmpty() ? each.folder == path && each.title == title : each.id == id)
            heads.insert(heads.end(), each.heads.begin(), each.heads.end());
    return heads;
}

} // namespace likeness::store
