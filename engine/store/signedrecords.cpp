// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/signedrecords.h"

#include "engine/base/canonicaljson.h"
#include "engine/base/clock.h"
#include "engine/base/digest.h"
#include "engine/store/database.h"
#include "engine/store/recordwriting.h"
#include "engine/store/values.h"

#include <QJsonDocument>

namespace likeness::store
{

using base::ErrorCode;

namespace
{

// What the model does not sign has its document here.

QJsonObject documentOf(const model::ListView &view)
{
    QJsonObject document{{"type", "list-view"},
                         {"search", view.search.value()},
                         {"actor", view.actor},
                         {"time", base::timeText(view.time)}};
    if (!view.weakerReason.isEmpty())
        document["weaker_reason"] = view.weakerReason;
    return document;
}

std::optional<model::ListView> listViewFrom(const QJsonObject &document)
{
    const model::ListView view{model::SearchId(document["search"].toString()), document["actor"].toString(),
                               base::timeFromText(document["time"].toString()),
                               document["weaker_reason"].toString()};
    return documentOf(view) == document ? std::optional(view) : std::nullopt;
}

QJsonObject documentOf(const model::VerificationTaken &taken)
{
    return {{"type", "verification-taken"},
            {"request", taken.request.value()},
            {"actor", taken.actor},
            {"time", base::timeText(taken.time)},
            {"given_back", taken.givenBack}};
}

std::optional<model::VerificationTaken> takenFrom(const QJsonObject &document)
{
    const model::VerificationTaken taken{
        model::VerificationId(document["request"].toString()), document["actor"].toString(),
        base::timeFromText(document["time"].toString()), document["given_back"].toBool()};
    return documentOf(taken) == document ? std::optional(taken) : std::nullopt;
}

template <class Record>
QJsonObject documentOf(const Record &record)
{
    return model::toJson(record);
}

template <class Record>
constexpr bool isSignable = requires(Record record)
{
    record.signature;
};

template <class Record>
model::Signature signatureOf(const Record &record)
{
    if constexpr (isSignable<Record>)
        return record.signature;
    else
        return {};
}

/// One table of documents: its name, and the columns that repeat something of them.
template <class Record>
struct Table {
    const char *name;
    const char *columns;
    QVariantList (*values)(const Record &);
    std::optional<Record> (*read)(const QJsonObject &);
};

const Table<model::Analysis> analyses{"analysis", "id, probe_id",
                                      [](const model::Analysis &r) -> QVariantList {
                                          return {r.id.value(), r.probe.value()};
                                      },
                                      model::analysisFromJson};

const Table<model::Examination> examinations{"examination",
                                             "id, search_id, portrait_id, conclusion, note, time, actor",
                                             [](const model::Examination &r) -> QVariantList {
                                                 return {r.id.value(),
                                                         r.search.value(),
                                                         r.portrait.value(),
                                                         model::conclusionName(r.conclusion),
                                                         r.note,
                                                         timeValue(r.time),
                                                         r.actor};
                                             },
                                             model::examinationFromJson};

const Table<model::VerificationRequest> requests{
    "verification_request", "id, examination_id, search_id, probe_id, portrait_id",
    [](const model::VerificationRequest &r) -> QVariantList {
        return {r.id.value(), r.examination.value(), r.search.value(), r.probe.value(), r.candidate.value()};
    },
    model::verificationRequestFromJson};

const Table<model::VerificationTaken> takings{
    "verification_taken", "request_id",
    [](const model::VerificationTaken &r) -> QVariantList { return {r.request.value()}; }, takenFrom};

const Table<model::VerificationResult> results{
    "verification_result", "request_id",
    [](const model::VerificationResult &r) -> QVariantList { return {r.request.value()}; },
    model::verificationResultFromJson};

const Table<model::Adjudication> adjudications{"adjudication", "id, request_id",
                                               [](const model::Adjudication &r) -> QVariantList {
                                                   return {r.id.value(), r.request.value()};
                                               },
                                               model::adjudicationFromJson};

const Table<model::NullResult> nullResults{
    "null_result", "search_id", [](const model::NullResult &r) -> QVariantList { return {r.search.value()}; },
    model::nullResultFromJson};

const Table<model::Override> overrides{
    "override", "probe_id", [](const model::Override &r) -> QVariantList { return {r.probe.value()}; },
    model::overrideFromJson};

const Table<model::ListView> listViews{
    "list_view", "search_id", [](const model::ListView &r) -> QVariantList { return {r.search.value()}; },
    listViewFrom};

const char *const proofColumns = "document, signed_by, key, signature";

model::Signature signatureAt(const QSqlQuery &row, int column)
{
    return {row.value(column).toString(), row.value(column + 1).toString(), row.value(column + 2).toString()};
}

template <class Record>
base::Result<QString> insertInto(const Table<Record> &table, const QSqlDatabase &database,
                                 const Record &record)
{
    const QJsonObject document = documentOf(record);
    const model::Signature signature = signatureOf(record);
    // What could not be read again is not written: a time without a value, half a character in a note.
    const QString text = objectValue(document).toString();
    const auto again = table.read(QJsonDocument::fromJson(text.toUtf8()).object());
    if (!record.time.isValid() || !again || objectValue(documentOf(*again)).toString() != text)
        return base::fail(ErrorCode::InvalidArgument, QString::fromLatin1(table.name),
                          QStringLiteral("the document would not give itself back"));
    LIKENESS_TRY(insertRow(
        database, table.name, QByteArray(table.columns).append(", ").append(proofColumns).constData(),
        table.values(record) + QVariantList{text, signature.account, signature.key, signature.value}));
    return sealOf(document, signature);
}

/// An examination of version 1 or 2: a conclusion alone, without a document.
base::Result<model::Examination> examinationOfColumns(const QSqlQuery &row)
{
    const auto conclusion = model::conclusionFromName(row.value(3).toString());
    if (!conclusion)
        return base::fail(ErrorCode::DatabaseCorrupt, row.value(0).toString(),
                          QStringLiteral("unknown conclusion ") + row.value(3).toString());
    return model::Examination{model::ExaminationId(row.value(0).toString()),
                              model::SearchId(row.value(1).toString()),
                              model::PortraitId(row.value(2).toString()),
                              *conclusion,
                              row.value(4).toString(),
                              timeAt(row, 5),
                              row.value(6).toString()};
}

template <class Record>
base::Outcome readFrom(const Table<Record> &table, const QSqlDatabase &database, std::vector<Record> &records)
{
    const QString name = QString::fromLatin1(table.name);
    const int columns = int(QByteArray(table.columns).count(',')) + 1;
    return forEachRow(database,
                      QStringLiteral("SELECT %1, %2 FROM %3 ORDER BY rowid")
                          .arg(QString::fromLatin1(table.columns), QString::fromLatin1(proofColumns), name),
                      {}, [&](const QSqlQuery &row) -> base::Outcome {
                          const QString text = row.value(columns).toString();
                          const model::Signature signature = signatureAt(row, columns + 1);
                          if constexpr (std::is_same_v<Record, model::Examination>)
                              if (text.isEmpty()) {
                                  auto record = examinationOfColumns(row);
                                  LIKENESS_TRY(record);
                                  records.push_back(std::move(*record));
                                  return {};
                              }
                          const QJsonObject document = QJsonDocument::fromJson(text.toUtf8()).object();
                          auto record = table.read(document);
                          if (!record || objectValue(document).toString() != text)
                              return base::fail(ErrorCode::DatabaseCorrupt, name,
                                                QStringLiteral("a document does not give itself back"));
                          QVariantList stated;
                          for (int column = 0; column < columns; ++column)
                              stated += row.value(column);
                          if (stated != table.values(*record))
                              return base::fail(
                                  ErrorCode::DatabaseCorrupt, name,
                                  QStringLiteral("a row says something else than its document"));
                          if constexpr (isSignable<Record>)
                              record->signature = signature;
                          records.push_back(std::move(*record));
                          return {};
                      });
}

} // namespace

QString sealOf(const QJsonObject &document, const model::Signature &signature)
{
    return base::sha256(
        base::canonicalJson(QJsonObject{{"document", document}, {"signature", model::toJson(signature)}}));
}

base::Result<QString> insertRecord(const QSqlDatabase &database, const model::Analysis &record)
{
    return insertInto(analyses, database, record);
}
base::Result<QString> insertRecord(const QSqlDatabase &database, const model::Examination &record)
{
    return insertInto(examinations, database, record);
}
base::Result<QString> insertRecord(const QSqlDatabase &database, const model::VerificationRequest &record)
{
    return insertInto(requests, database, record);
}
base::Result<QString> insertRecord(const QSqlDatabase &database, const model::VerificationTaken &record)
{
    return insertInto(takings, database, record);
}
base::Result<QString> insertRecord(const QSqlDatabase &database, const model::VerificationResult &record)
{
    return insertInto(results, database, record);
}
base::Result<QString> insertRecord(const QSqlDatabase &database, const model::Adjudication &record)
{
    return insertInto(adjudications, database, record);
}
base::Result<QString> insertRecord(const QSqlDatabase &database, const model::NullResult &record)
{
    return insertInto(nullResults, database, record);
}
base::Result<QString> insertRecord(const QSqlDatabase &database, const model::Override &record)
{
    return insertInto(overrides, database, record);
}
base::Result<QString> insertRecord(const QSqlDatabase &database, const model::ListView &record)
{
    return insertInto(listViews, database, record);
}

base::Outcome readSignedRecords(const QSqlDatabase &database, model::CaseContents &contents)
{
    LIKENESS_TRY(readFrom(analyses, database, contents.analyses));
    LIKENESS_TRY(readFrom(examinations, database, contents.examinations));
    LIKENESS_TRY(readFrom(requests, database, contents.verificationRequests));
    LIKENESS_TRY(readFrom(takings, database, contents.verificationsTaken));
    LIKENESS_TRY(readFrom(results, database, contents.verificationResults));
    LIKENESS_TRY(readFrom(adjudications, database, contents.adjudications));
    LIKENESS_TRY(readFrom(nullResults, database, contents.nullResults));
    LIKENESS_TRY(readFrom(overrides, database, contents.overrides));
    return readFrom(listViews, database, contents.listViews);
}

base::Outcome forEachSignedRecord(const QSqlDatabase &database,
                                  const std::function<void(const StoredRecord &)> &visit)
{
    for (const char *table : {analyses.name, examinations.name, requests.name, takings.name, results.name,
                              adjudications.name, nullResults.name, overrides.name, listViews.name}) {
        const QString name = QString::fromLatin1(table);
        LIKENESS_TRY(forEachRow(database,
                                QStringLiteral("SELECT %1 FROM %2 WHERE document <> '' ORDER BY rowid")
                                    .arg(QString::fromLatin1(proofColumns), name),
                                {}, [&](const QSqlQuery &row) -> base::Outcome {
                                    visit({name, row.value(0).toString(), signatureAt(row, 1)});
                                    return {};
                                }));
    }
    return {};
}

} // namespace likeness::store
