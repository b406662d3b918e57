// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <QStringList>

#include <optional>

namespace likeness::casework
{

/// Fields and records of comma-separated values as of RFC 4180, lines ending in CRLF, LF or CR; knows nothing of
/// columns. Lines without any character are skipped.
class CsvReader
{
public:
    struct Record {
        int line = 0; ///< where it begins, from 1
        QStringList fields;
    };

    explicit CsvReader(QString text) : m_text(std::move(text)) {}

    /// Nothing at the end, or with error() set.
    std::optional<Record> next();
    /// What is wrong and in which line; empty while nothing is.
    const QString &error() const { return m_error; }

private:
    void skipLineEnd();
    std::optional<QString> field();
    std::nullopt_t fail(const QString &error);

    QString m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    QString m_error;
};

/// The same with a head of column names, and as many fields in each record. Every error is FileDamaged with what is wrong
/// and, where there is one, the line.
class CsvTable
{
public:
    /// UTF-8, with or without a byte order mark.
    static base::Result<CsvTable> open(const QByteArray &bytes, const QString &subject);

    const CsvReader::Record &head() const { return m_head; } ///< as written
    const QStringList &columns() const { return m_columns; } ///< without spaces around, in lower case
    /// Nothing at the end.
    base::Result<std::optional<CsvReader::Record>> next();
    tl::unexpected<base::Error> damaged(const QString &detail) const;

private:
    CsvTable(CsvReader reader, CsvReader::Record head, const QString &subject);

    CsvReader m_reader;
    CsvReader::Record m_head;
    QStringList m_columns;
    QString m_subject;
};

} // namespace likeness::casework
