// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <functional>
#include <memory>

namespace likeness::store
{

/// One SQLite file and its connections: one a thread, made on first use, closed when the thread ends or the
/// Database is destroyed (which no thread may be using then). Thread-safe.
class Database
{
public:
    enum class Mode {
        ReadWrite,
        QueryOnly, ///< shares the write-ahead log of a live writer, changes no record
        Immutable  ///< touches nothing in the folder; for files that nobody writes to
    };
    /// How long a statement waits for another writer before DatabaseLocked.
    static constexpr int busyTimeoutMs = 3000;

    Database(QString path, Mode mode);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const QString &path() const { return m_path; }
    /// The calling thread's connection. Do not keep it. Foreign keys on, synchronous FULL.
    base::Result<QSqlDatabase> connection() const;

private:
    struct Connections;
    struct ThreadEnd;

    QString m_path;
    Mode m_mode;
    std::shared_ptr<Connections> m_connections;
};

/// The database's file name, however it was opened.
QString fileNameOf(const QSqlDatabase &database);

/// Runs one statement with its values bound in order. Errors: DatabaseLocked, DiskFull, DatabaseCorrupt,
/// ReadOnly, NotFound (a reference to nothing), AlreadyExists (a key that is taken), InvalidArgument (a
/// constraint or trigger refused it), DatabaseFailed.
base::Result<QSqlQuery> run(const QSqlDatabase &database, const QString &sql,
                            const QVariantList &values = {});

/// Runs a query and gives each row to `row`, which may stop with an error.
base::Outcome forEachRow(const QSqlDatabase &database, const QString &sql, const QVariantList &values,
                         const std::function<base::Outcome(const QSqlQuery &)> &row);

/// The first column of the first row; an invalid value when there is no row.
base::Result<QVariant> firstValue(const QSqlDatabase &database, const QString &sql,
                                  const QVariantList &values = {});

/// A transaction that is undone unless commit() was called and went well.
class Transaction
{
public:
    /// Takes the writer's place at once, so that reading and then writing cannot fail half-way.
    static base::Result<Transaction> beginWriting(const QSqlDatabase &database);
    /// One moment for several queries; may be within a writing one.
    static base::Result<Transaction> beginReading(const QSqlDatabase &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();
    base::Outcome commit();

private:
    Transaction(QSqlDatabase database, QString commit, QString undo);
    QSqlDatabase m_database;
    QString m_commit;
    QString m_undo;
    bool m_open = true;
};

} // namespace likeness::store
