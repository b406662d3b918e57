// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/galleryrecords.h"

#include "engine/base/canonicaljson.h"
#include "engine/base/digest.h"
#include "engine/store/database.h"
#include "engine/store/recordwriting.h"
#include "engine/store/values.h"

#include <QJsonArray>

namespace likeness::store
{

namespace
{

QString sealOf(const QJsonObject &row)
{
    return base::sha256(base::canonicalJson(row));
}

QString sealOf(const model::JudgedFile &file)
{
    return sealOf({{"operation_id", file.operation.value()},
                   {"file", file.file},
                   {"sha256", file.sha256},
                   {"outcome", model::enrolOutcomeName(file.outcome)},
                   {"detail", file.detail},
                   {"engine_version_id", file.engine}});
}

QJsonArray idsOf(const model::CohortDraw &draw)
{
    QJsonArray ids;
    for (const model::PersonId &person : draw.persons)
        ids.append(person.value());
    return ids;
}

QString sealOfDraw(const QString &seed, const QJsonArray &persons, const QString &since)
{
    return sealOf({{"seed", seed}, {"persons", persons}, {"since", since}});
}

QString sealOfServing(const QJsonObject &version, const QString &since)
{
    return sealOf({{"engine_version", version}, {"since", since}});
}

model::JudgedFile judgedFileAt(const QSqlQuery &row)
{
    return {model::OperationId(row.value(0).toString()),
            row.value(1).toString(),
            row.value(2).toString(),
            model::enrolOutcomeFromName(row.value(3).toString()),
            row.value(4).toString(),
            row.value(5).toString()};
}

const QString itemColumns = QStringLiteral(
    "enrolment_item.operation_id, file, sha256, outcome, detail, enrolment_item.engine_version_id");

} // namespace

base::Result<qint64> engineVersionNumber(const QSqlDatabase &database, const model::EngineVersion &version)
{
    const QVariant description = objectValue(version.toJson());
    LIKENESS_TRY(run(database,
                     QStringLiteral("INSERT INTO engine_version (description) VALUES (?) "
                                    "ON CONFLICT DO NOTHING"),
                     {description}));
    const auto number = firstValue(
        database, QStringLiteral("SELECT number FROM engine_version WHERE description = ?"), {description});
    if (!number)
        return tl::unexpected(number.error());
    return number->toLongLong();
}

base::Result<QString> insertSealed(const QSqlDatabase &database, const model::JudgedFile &file)
{
    LIKENESS_TRY(insertRow(database, "enrolment_item",
                           "operation_id, file, sha256, outcome, detail, engine_version_id",
                           {file.operation.value(), file.file, file.sha256,
                            model::enrolOutcomeName(file.outcome), file.detail, file.engine}));
    return sealOf(file);
}

base::Result<QString> insertSealed(const QSqlDatabase &database, const model::CohortDraw &draw)
{
    const QJsonArray ids = idsOf(draw);
    const QVariant since = timeValue(draw.since);
    LIKENESS_TRY(insertRow(database, "cohort_draw", "seed, persons, since", {draw.seed, arrayValue(ids), since}));
    return sealOfDraw(draw.seed, ids, since.toString());
}

base::Result<std::optional<model::CohortDraw>> lastCohort(const QSqlDatabase &database)
{
    std::optional<model::CohortDraw> found;
    LIKENESS_TRY(forEachRow(database,
                            QStringLiteral("SELECT seed, persons, since FROM cohort_draw ORDER BY number DESC LIMIT 1"),
                            {}, [&](const QSqlQuery &row) -> base::Outcome {
                                found = model::CohortDraw{row.value(0).toString(), {}, timeAt(row, 2)};
                                for (const QString &id : textsAt(row, 1))
                                    found->persons.push_back(model::PersonId(id));
                                return {};
                            }));
    return found;
}

base::Result<QString> insertServing(const QSqlDatabase &database, const model::EngineVersion &version,
                                    const QDateTime &since)
{
    const auto number = engineVersionNumber(database, version);
    if (!number)
        return tl::unexpected(number.error());
    LIKENESS_TRY(
        insertRow(database, "serving_version", "engine_version, since", {*number, timeValue(since)}));
    return sealOfServing(version, since);
}

QString sealOfServing(const model::EngineVersion &version, const QDateTime &since)
{
    return sealOfServing(version.toJson(), timeValue(since).toString());
}

base::Result<std::optional<model::JudgedFile>> judgedBefore(const QSqlDatabase &database,
                                                            const model::OperationId &enrolment,
                                                            const QString &sha256,
                                                            const std::optional<QString> &file)
{
    std::optional<model::JudgedFile> found;
    QVariantList values{sha256, enrolment.value()};
    if (file)
        values += *file;
    LIKENESS_TRY(
        forEachRow(database,
                   QStringLiteral("SELECT %1 FROM enrolment_item JOIN enrolment_run "
                                  "ON enrolment_run.operation_id = enrolment_item.operation_id "
                                  "WHERE sha256 = ? AND enrolment = ? %2 ORDER BY number DESC LIMIT 1")
                       .arg(itemColumns, file ? QStringLiteral("AND file = ?") : QString()),
                   values, [&](const QSqlQuery &row) -> base::Outcome {
                       found = judgedFileAt(row);
                       return {};
                   }));
    return found;
}

base::Result<std::optional<model::EngineVersion>> servingVersion(const QSqlDatabase &database)
{
    std::optional<model::EngineVersion> found;
    for (const char *number : {"SELECT engine_version FROM serving_version ORDER BY number DESC LIMIT 1",
                               "SELECT engine_version FROM template ORDER BY rowid DESC LIMIT 1"}) {
        LIKENESS_TRY(forEachRow(database,
                                QStringLiteral("SELECT description FROM engine_version WHERE number = (%1)")
                                    .arg(QLatin1String(number)),
                                {}, [&](const QSqlQuery &row) -> base::Outcome {
                                    found = model::EngineVersion::fromJson(objectAt(row, 0));
                                    return {};
                                }));
        if (found)
            break;
    }
    return found;
}

base::Outcome forEachSealedRow(const QSqlDatabase &database, int version,
                               const std::function<void(const QString &name, const QString &seal)> &visit)
{
    LIKENESS_TRY(forEachRow(
        database, QStringLiteral("SELECT %1, number FROM enrolment_item ORDER BY number").arg(itemColumns),
        {}, [&](const QSqlQuery &row) -> base::Outcome {
            const auto file = judgedFileAt(row);
            const bool isOurs = model::enrolOutcomeName(file.outcome) == row.value(3).toString();
            visit(QStringLiteral("enrolment_item ") + row.value(6).toString(),
                  isOurs ? sealOf(file) : QString());
            return {};
        }));
    if (version >= 4)
        LIKENESS_TRY(forEachRow(database,
                                QStringLiteral("SELECT number, seed, persons, since FROM cohort_draw ORDER BY number"),
                                {}, [&](const QSqlQuery &row) -> base::Outcome {
                                    visit(QStringLiteral("cohort_draw ") + row.value(0).toString(),
                                          sealOfDraw(row.value(1).toString(), QJsonArray::fromStringList(textsAt(row, 2)),
                                                     row.value(3).toString()));
                                    return {};
                                }));
    return forEachRow(database,
                      QStringLiteral("SELECT serving_version.number, description, since FROM serving_version "
                                     "JOIN engine_version ON engine_version.number = engine_version "
                                     "ORDER BY serving_version.number"),
                      {}, [&](const QSqlQuery &row) -> base::Outcome {
                          visit(QStringLiteral("serving_version ") + row.value(0).toString(),
                                sealOfServing(objectAt(row, 1), row.value(2).toString()));
                          return {};
                      });
}

} // namespace likeness::store
