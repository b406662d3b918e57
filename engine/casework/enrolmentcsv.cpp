// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/enrolmentcsv.h"

#include "engine/casework/csvreader.h"

#include <QStringDecoder>
#include <QStringList>

namespace likeness::casework {

namespace {

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
