// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/csvreader.h"

#include <QStringDecoder>

namespace likeness::casework
{

namespace
{

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

} // namespace

std::optional<CsvReader::Record> CsvReader::next()
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

void CsvReader::skipLineEnd()
{
    m_at += m_text.mid(m_at, 2) == QLatin1String("\r\n") ? 2 : 1;
    ++m_line;
}

std::optional<QString> CsvReader::field()
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

std::nullopt_t CsvReader::fail(const QString &error)
{
    m_error = error.arg(m_line);
    return std::nullopt;
}

CsvTable::CsvTable(CsvReader reader, CsvReader::Record head, const QString &subject)
    : m_reader(std::move(reader)), m_head(std::move(head)), m_subject(subject)
{
    for (const QString &name : m_head.fields)
        m_columns += name.trimmed().toLower();
}

tl::unexpected<base::Error> CsvTable::damaged(const QString &detail) const
{
    return base::fail(base::ErrorCode::FileDamaged, m_subject, detail);
}

base::Result<CsvTable> CsvTable::open(const QByteArray &bytes, const QString &subject)
{
    QStringDecoder decoder(QStringDecoder::Utf8); // drops a byte order mark
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return base::fail(base::ErrorCode::FileDamaged, subject, QStringLiteral("the text is not UTF-8"));
    CsvReader reader(text);
    auto head = reader.next();
    if (!head)
        return base::fail(base::ErrorCode::FileDamaged, subject,
                          reader.error().isEmpty() ? QStringLiteral("the list is empty") : reader.error());
    return CsvTable(std::move(reader), std::move(*head), subject);
}

base::Result<std::optional<CsvReader::Record>> CsvTable::next()
{
    auto record = m_reader.next();
    if (!record && !m_reader.error().isEmpty())
        return damaged(m_reader.error());
    if (record && record->fields.size() != m_columns.size())
        return damaged(QStringLiteral("line %1: %2 fields instead of %3")
                           .arg(record->line)
                           .arg(record->fields.size())
                           .arg(m_columns.size()));
    return record;
}

} // namespace likeness::casework
