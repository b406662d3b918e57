// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/database.h"

#include <QFileInfo>
#include <QHash>
#include <QSqlError>
#include <QUrl>

#include <atomic>
#include <cerrno>
#include <mutex>
#include <vector>

namespace likeness::store
{

using base::ErrorCode;

namespace
{

// Primary result codes of sqlite3.h; the extended ones carry them in the low byte.
enum SqliteCode {
    Busy = 5,
    Locked = 6,
    ReadOnlyFile = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    Constraint = 19,
    NotADatabase = 26
};
enum SqliteExtendedCode { ConstraintForeignKey = 787, ConstraintPrimaryKey = 1555, ConstraintUnique = 2067 };

ErrorCode codeOf(int native, int systemErrno)
{
    switch (native & 0xff) {
    case Busy:
    case Locked:
        return ErrorCode::DatabaseLocked;
    case ReadOnlyFile:
        return ErrorCode::ReadOnly;
    case Corrupt:
    case NotADatabase:
        return ErrorCode::DatabaseCorrupt;
    case Full:
        return ErrorCode::DiskFull;
    case IoError:
        // SQLite calls only ENOSPC "full"; a quota and a file-size limit arrive as an I/O error.
        return base::writeError({}, systemErrno).code == ErrorCode::DiskFull ? ErrorCode::DiskFull
                                                                             : ErrorCode::DatabaseFailed;
    case Constraint:
        switch (native) {
        case ConstraintForeignKey:
            return ErrorCode::NotFound;
        case ConstraintPrimaryKey:
        case ConstraintUnique:
            return ErrorCode::AlreadyExists;
        default:
            return ErrorCode::InvalidArgument;
        }
    default:
        return ErrorCode::DatabaseFailed;
    }
}

base::Error errorOf(const QSqlDatabase &database, const QSqlError &error, int systemErrno)
{
    return {codeOf(error.nativeErrorCode().toInt(), systemErrno), fileNameOf(database), error.databaseText()};
}

quint64 threadNumber()
{
    // Own numbers: the system uses a thread's id again after its end.
    static std::atomic<quint64> next = 1;
    thread_local const quint64 number = next++;
    return number;
}

} // namespace

struct Database::Connections {
    std::mutex mutex;
    QHash<quint64, QString> names;

    void drop(quint64 thread)
    {
        const std::lock_guard guard(mutex);
        const QString name = names.take(thread);
        if (!name.isEmpty())
            QSqlDatabase::removeDatabase(name);
    }
    ~Connections()
    {
        for (const QString &name : std::as_const(names))
            QSqlDatabase::removeDatabase(name);
    }
};

struct Database::ThreadEnd {
    std::vector<std::weak_ptr<Connections>> used;
    const quint64 thread = threadNumber();

    ~ThreadEnd()
    {
        for (const auto &weak : used)
            if (const auto connections = weak.lock())
                connections->drop(thread);
    }
};

Database::Database(QString path, Mode mode)
    : m_path(std::move(path)), m_mode(mode), m_connections(std::make_shared<Connections>())
{
}

Database::~Database() = default;

base::Result<QSqlDatabase> Database::connection() const
{
    thread_local ThreadEnd atThreadEnd;
    const quint64 thread = threadNumber();
    const std::lock_guard guard(m_connections->mutex);
    const auto known = m_connections->names.constFind(thread);
    if (known != m_connections->names.constEnd())
        return QSqlDatabase::database(*known);

    static std::atomic<quint64> serial = 0;
    const QString name = QStringLiteral("likeness-%1").arg(++serial);
    const auto refused = [&name](base::Error error) {
        QSqlDatabase::removeDatabase(name);
        return tl::unexpected(std::move(error));
    };
    base::Error error;
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs);
        if (m_mode == Mode::Immutable) {
            const QUrl url = QUrl::fromLocalFile(QFileInfo(m_path).absoluteFilePath());
            database.setDatabaseName(url.toString(QUrl::FullyEncoded) + QStringLiteral("?immutable=1"));
            options += QStringLiteral(";QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI");
        } else {
            database.setDatabaseName(m_path);
        }
        database.setConnectOptions(options);
        errno = 0;
        if (!database.open()) {
            error = errorOf(database, database.lastError(), errno);
            if (error.detail.isEmpty())
                error.detail = database.lastError().driverText();
        } else {
            // The schema of a file from elsewhere is not trusted with SQL functions.
            QStringList settings{"PRAGMA foreign_keys = ON", "PRAGMA synchronous = FULL",
                                 "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON"};
            if (m_mode != Mode::ReadWrite)
                settings += QStringLiteral("PRAGMA query_only = ON");
            base::Outcome outcome;
            for (const QString &setting : std::as_const(settings))
                if (outcome)
                    outcome = run(database, setting).map([](const QSqlQuery &) {});
            if (outcome) {
                m_connections->names.insert(thread, name);
                std::erase_if(atThreadEnd.used, [](const auto &weak) { return weak.expired(); });
                atThreadEnd.used.push_back(m_connections);
                return database;
            }
            error = outcome.error();
        }
    }
    return refused(error);
}

QString fileNameOf(const QSqlDatabase &database)
{
    const QString name = database.databaseName();
    return QFileInfo(name.startsWith(u"file:") ? QUrl(name).toLocalFile() : name).fileName();
}

base::Result<QSqlQuery> run(const QSqlDatabase &database, const QString &sql, const QVariantList &values)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    errno = 0;
    if (!query.prepare(sql))
        return tl::unexpected(errorOf(database, query.lastError(), errno));
    for (const QVariant &value : values) {
        // A null QString is an empty text here, never SQL's NULL; NULL is an invalid QVariant.
        const bool emptyText = value.typeId() == QMetaType::QString && value.toString().isNull();
        query.addBindValue(emptyText ? QVariant(QStringLiteral("")) : value);
    }
    errno = 0;
    if (!query.exec())
        return tl::unexpected(errorOf(database, query.lastError(), errno));
    return query;
}

base::Outcome forEachRow(const QSqlDatabase &database, const QString &sql, const QVariantList &values,
                         const std::function<base::Outcome(const QSqlQuery &)> &row)
{
    auto query = run(database, sql, values);
    if (!query)
        return tl::unexpected(query.error());
    while (query->next())
        LIKENESS_TRY(row(*query));
    // next() is false at the end and on an error alike.
    if (query->lastError().isValid())
        return tl::unexpected(errorOf(database, query->lastError(), errno));
    return {};
}

base::Result<QVariant> firstValue(const QSqlDatabase &database, const QString &sql,
                                  const QVariantList &values)
{
    QVariant value;
    bool found = false;
    LIKENESS_TRY(forEachRow(database, sql, values, [&](const QSqlQuery &query) -> base::Outcome {
        if (!std::exchange(found, true))
            value = query.value(0);
        return {};
    }));
    return value;
}

Transaction::Transaction(QSqlDatabase database, QString commit, QString undo)
    : m_database(std::move(database)), m_commit(std::move(commit)), m_undo(std::move(undo))
{
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(other.m_database), m_commit(other.m_commit), m_undo(other.m_undo),
      m_open(std::exchange(other.m_open, false))
{
}

base::Result<Transaction> Transaction::beginWriting(const QSqlDatabase &database)
{
    LIKENESS_TRY(run(database, QStringLiteral("BEGIN IMMEDIATE")));
    return Transaction(database, QStringLiteral("COMMIT"), QStringLiteral("ROLLBACK"));
}

base::Result<Transaction> Transaction::beginReading(const QSqlDatabase &database)
{
    LIKENESS_TRY(run(database, QStringLiteral("SAVEPOINT reading")));
    return Transaction(database, QStringLiteral("RELEASE reading"), QStringLiteral("RELEASE reading"));
}

Transaction::~Transaction()
{
    // SQLite may have rolled back by itself (a full disk); its complaint about that is of no interest.
    if (m_open)
        (void)run(m_database, m_undo);
}

base::Outcome Transaction::commit()
{
    LIKENESS_TRY(run(m_database, m_commit));
    m_open = false;
    return {};
}

} // namespace likeness::store
