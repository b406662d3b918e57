// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/enrolmentcsv.h"

#include "engine/casework/csvreader.h"

#include <QStringList>

namespace likeness::casework {

namespace {

const QStringList knownColumns{"file", "person", "source", "taken", "legal_basis", "retain_until"};

} // namespace

base::Result<std::vector<EnrolmentRow>> parseEnrolmentCsv(const QByteArray &bytes, const QString &subject)
{
    auto table = CsvTable::open(bytes, subject);
    if (!table)
        return tl::unexpected(table.error());
    const QStringList &columns = table->columns();
    const int headLine = table->head().line;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (!knownColumns.contains(columns[i]))
            return table->damaged(
                QStringLiteral("line %1: unknown column \"%2\"").arg(headLine).arg(table->head().fields[i]));
        if (columns.indexOf(columns[i]) < i)
            return table->damaged(
                QStringLiteral("line %1: column \"%2\" is there twice").arg(headLine).arg(columns[i]));
    }
    if (!columns.contains(QLatin1String("file")))
        return table->damaged(QStringLiteral("line %1: there is no column \"file\"").arg(headLine));

    std::vector<EnrolmentRow> rows;
    while (true) {
        const auto record = table->next();
        if (!record)
            return tl::unexpected(record.error());
        if (!*record)
            return rows;
        const auto &[line, fields] = **record;
        const auto value = [&](const char *column) {
            const auto at = columns.indexOf(QLatin1String(column));
            return at < 0 ? QString() : fields[at].trimmed();
        };
        EnrolmentRow row{value("file"), value("person"), {value("source"), {}, value("legal_basis"), {}}};
        if (row.file.isEmpty())
            return table->damaged(QStringLiteral("line %1: no file is named").arg(line));
        for (const auto &[column, date] : {std::pair("taken", &row.provenance.taken),
                                           std::pair("retain_until", &row.provenance.retainUntil)}) {
            const QString written = value(column);
            *date = QDate::fromString(written, QStringLiteral("yyyy-MM-dd"));
            if (!written.isEmpty() && !date->isValid())
                return table->damaged(
                    QStringLiteral("line %1: \"%2\" is no date of the form 2026-11-23").arg(line).arg(written));
        }
        rows.push_back(std::move(row));
    }
}

} // namespace likeness::casework
