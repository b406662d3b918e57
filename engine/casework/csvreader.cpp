// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/csvreader.h"

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

} // namespace likeness::casework
