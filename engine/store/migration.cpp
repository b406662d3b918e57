// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/migration.h"

#include "engine/store/database.h"
#include "engine/store/filewriting.h"

#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <fcntl.h>
#include <unistd.h>

namespace likeness::store
{

using base::ErrorCode;

base::Result<int> identify(const QSqlDatabase &database, const Schema &schema)
{
    const QString name = fileNameOf(database);
    const auto id = firstValue(database, QStringLiteral("PRAGMA application_id"));
    LIKENESS_TRY(id);
    const auto version = firstValue(database, QStringLiteral("PRAGMA user_version"));
    LIKENESS_TRY(version);
    const auto objects = firstValue(database, QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    LIKENESS_TRY(objects);
    if (id->toUInt() == 0 && objects->toInt() == 0)
        return base::fail(ErrorCode::DatabaseCorrupt, name, QStringLiteral("the database is empty"));
    if (id->toUInt() != schema.applicationId)
        return base::fail(ErrorCode::DatabaseForeign, name,
                          QStringLiteral("application_id %1").arg(id->toUInt(), 8, 16, QChar(u'0')));
    if (version->toInt() > schema.version())
        return base::fail(ErrorCode::DatabaseNewer, name,
                          QStringLiteral("version %1, and this program knows %2")
                              .arg(version->toInt())
                              .arg(schema.version()));
    if (version->toInt() < 1)
        return base::fail(ErrorCode::DatabaseCorrupt, name, QStringLiteral("the version is missing"));

    QStringList damage;
    LIKENESS_TRY(forEachRow(database, QStringLiteral("PRAGMA quick_check(3)"), {},
                            [&](const QSqlQuery &row) -> base::Outcome {
                                damage += row.value(0).toString();
                                return {};
                            }));
    if (damage != QStringList{QStringLiteral("ok")})
        return base::fail(ErrorCode::DatabaseCorrupt, name, damage.join(u'\n'));
    return version->toInt();
}

base::Outcome applyStep(const QSqlDatabase &database, const Schema &schema, int version)
{
    for (const QString &statement : schema.steps.at(size_t(version - 1)))
        LIKENESS_TRY(run(database, statement));
    // Both are pages of the file like any other and so part of the transaction.
    LIKENESS_TRY(run(database, QStringLiteral("PRAGMA application_id = %1").arg(schema.applicationId)));
    LIKENESS_TRY(run(database, QStringLiteral("PRAGMA user_version = %1").arg(version)));
    return {};
}

base::Outcome backUp(const QSqlDatabase &database, const QString &path)
{
    LIKENESS_TRY(makeFolder(QFileInfo(path).absolutePath()));
    const QString aside = path + QStringLiteral(".part");
    QFile::remove(aside);
    base::Outcome outcome =
        run(database, QStringLiteral("VACUUM INTO ?"), {aside}).map([](const QSqlQuery &) {});
    if (outcome) {
        const int copy = ::open(QFile::encodeName(aside), O_RDONLY | O_CLOEXEC);
        if (copy < 0 || ::fsync(copy) != 0)
            outcome = tl::unexpected(base::writeError(path, errno));
        if (copy >= 0)
            ::close(copy);
    }
    if (outcome)
        outcome = renameSynced(aside, path);
    if (!outcome)
        QFile::remove(aside);
    return outcome;
}

base::Result<QString> schemaText(const QSqlDatabase &database)
{
    QString text;
    LIKENESS_TRY(forEachRow(database,
                            QStringLiteral("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL "
                                           "ORDER BY type, name"),
                            {}, [&](const QSqlQuery &row) -> base::Outcome {
                                text += row.value(0).toString() + QStringLiteral(";\n");
                                return {};
                            }));
    return text;
}

base::Result<QString> expectedSchemaText(const Schema &schema, int version)
{
    const Database fresh(QStringLiteral(":memory:"), Database::Mode::ReadWrite);
    const auto database = fresh.connection();
    LIKENESS_TRY(database);
    for (int step = 1; step <= version; ++step)
        LIKENESS_TRY(applyStep(*database, schema, step));
    return schemaText(*database);
}

base::Outcome checkSchema(const QSqlDatabase &database, const Schema &schema, int version)
{
    const auto found = schemaText(database);
    LIKENESS_TRY(found);
    const auto expected = expectedSchemaText(schema, version);
    LIKENESS_TRY(expected);
    if (*found == *expected)
        return {};
    // Name the statements that differ: that is what somebody will look for.
    const QStringList is = found->split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
    const QStringList should = expected->split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
    QStringList differences;
    for (const QString &statement : should)
        if (!is.contains(statement))
            differences += QStringLiteral("missing: ") + statement.section(u'(', 0, 0);
    for (const QString &statement : is)
        if (!should.contains(statement))
            differences += QStringLiteral("not ours: ") + statement.section(u'(', 0, 0);
    return base::fail(ErrorCode::DatabaseCorrupt, fileNameOf(database),
                      differences.join(QStringLiteral(", ")));
}

} // namespace likeness::store
