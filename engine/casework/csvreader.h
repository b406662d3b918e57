// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace likeness::casework
{

/// Fields and records of comma-separated values as of RFC 4180, lines ending in CRLF, LF or CR; knows nothing of
/// columns. Lines without any character are skipped. `text` must outlive it.
class CsvReader
{
public:
    struct Record {
        int line = 0; ///< where it begins, from 1
        QStringList fields;
    };

    explicit CsvReader(const QString &text) : m_text(text) {}

    /// Nothing at the end, or with error() set.
    std::optional<Record> next();
    /// What is wrong and in which line; empty while nothing is.
    const QString &error() const { return m_error; }

private:
    void skipLineEnd();
    std::optional<QString> field();
    std::nullopt_t fail(const QString &error);

    const QString &m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    QString m_error;
};

} // namespace likeness::casework
