// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/enrolmentcsv.h"

#include <QStringDecoder>
#include <QStringList>

#include <optional>

namespace likeness::casework {

namespace {

struct Record
{
    int line = 0; ///< where it begins, from 1
    QStringList fields;
};

/// RFC 4180's fields and records; knows nothing of columns.
class CsvReader
{
public:
    explicit CsvReader(const QString &text) : m_text(text) {}

    /// Nothing at the end, or with error() set.
    std::optional<Record> next()
    {
        while (m_at < m_text.size() && isLineEnd(m_text[m_at]))
            skipLineEnd();
        if (m_at == m_text.size())
            return std::nullopt;
        Record record{m_line, {}};
        while (true) {
            const auto value = field();
            if (!value)
                return std::nullopt;
            record.fields += *value;
            if (m_at == m_text.size())
                return record;
            if (isLineEnd(m_text[m_at])) {
                skipLineEnd();
                return record;
            }
            ++m_at; // the comma
        }
    }
    const QString &error() const { return m_error; }

private:
    static bool isLineEnd(QChar c) { return c == u'\n' || c == u'\r'; }
    void skipLineEnd()
    {
        m_at += m_text.mid(m_at, 2) == QLatin1String("\r\n") ? 2 : 1;
        ++m_line;
    }

    std::optional<QString> field()
    {
        if (m_at == m_text.size() || m_text[m_at] != u'"') {
            const qsizetype begin = m_at;
            while (m_at < m_text.size() && m_text[m_at] != u',' && !isLineEnd(m_text[m_at])) {
                if (m_text[m_at] == u'"')
                    return fail(QStringLiteral("line %1: a quote within a field that has none around it"));
                ++m_at;
            }
            return m_text.mid(begin, m_at - begin);
        }
        QString value;
        const int openedAt = m_line;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] != u'"') {
                m_line += m_text[m_at] == u'\n';
                value += m_text[m_at];
            } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"') {
                value += u'"';
                ++m_at;
            } else {
                ++m_at;
                if (m_at < m_text.size() && m_text[m_at] != u',' && !isLineEnd(m_text[m_at]))
                    return fail(QStringLiteral("line %1: text after a closing quote"));
                return value;
            }
        }
        m_line = openedAt;
        return fail(QStringLiteral("line %1: a quote is left open"));
    }

    std::nullopt_t fail(const QString &error)
    {
        m_error = error.arg(m_line);
        return std::nullopt;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    QString m_error;
};

const QStringList knownColumns{"file", "person", "source", "taken", "legal_basis", "retain_until"};

} // namespace

base::Result<std::vector<EnrolmentRow>> parseEnrolmentCsv(const QByteArray &bytes, const QString &subject)
{
    const auto damaged = [&](const QString &detail) {
        return base::fail(base::ErrorCode::FileDamaged, subject, detail);
    };
    QStringDecoder decoder(QStringDecoder::Utf8); // drops a byte order mark
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return damaged(QStringLiteral("the text is not UTF-8"));

    CsvReader reader(text);
    const auto header = reader.next();
    if (!header)
        return damaged(reader.error().isEmpty() ? QStringLiteral("the list is empty") : reader.error());
    QStringList columns;
    for (const QString &name : header->fields) {
        const QString column = name.trimmed().toLower();
        if (!knownColumns.contains(column))
            return damaged(QStringLiteral("line %1: unknown column \"%2\"").arg(header->line).arg(name));
        if (columns.contains(column))
            return damaged(
                QStringLiteral("line %1: column \"%2\" is there twice").arg(header->line).arg(column));
        columns += column;
    }
    if (!columns.contains(QLatin1String("file")))
        return damaged(QStringLiteral("line %1: there is no column \"file\"").arg(header->line));

    std::vector<EnrolmentRow> rows;
    while (const auto record = reader.next()) {
        if (record->fields.size() != columns.size())
            return damaged(QStringLiteral("line %1: %2 fields instead of %3")
                               .arg(record->line)
                               .arg(record->fields.size())
                               .arg(columns.size()));
        const auto value = [&](const char *column) {
            const auto at = columns.indexOf(QLatin1String(column));
            return at < 0 ? QString() : record->fields[at].trimmed();
        };
        EnrolmentRow row{value("file"), value("person"), {value("source"), {}, value("legal_basis"), {}}};
        if (row.file.isEmpty())
            return damaged(QStringLiteral("line %1: no file is named").arg(record->line));
        for (const auto &[column, date] : {std::pair("taken", &row.provenance.taken),
                                           std::pair("retain_until", &row.provenance.retainUntil)}) {
            const QString written = value(column);
            *date = QDate::fromString(written, QStringLiteral("yyyy-MM-dd"));
            if (!written.isEmpty() && !date->isValid())
                return damaged(QStringLiteral("line %1: \"%2\" is no date of the form 2026-11-23")
                                   .arg(record->line)
                                   .arg(written));
        }
        rows.push_back(std::move(row));
    }
    if (!reader.error().isEmpty())
        return damaged(reader.error());
    return rows;
}

} // namespace likeness::casework
