// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/recordverification.h"

#include "engine/base/canonicaljson.h"
#include "engine/base/digest.h"
#include "engine/model/casefile.h"
#include "engine/store/auditrows.h"
#include "engine/store/database.h"
#include "engine/store/galleryrecords.h"
#include "engine/store/signedrecords.h"
#include "engine/store/values.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace likeness::store
{

namespace
{

/// "examination 7c9e...": the table and what the record is known by.
QString nameOf(const StoredRecord &record, const QJsonObject &document)
{
    for (const char *key : {"id", "request", "search", "probe"})
        if (const QString value = document[QLatin1String(key)].toString(); !value.isEmpty())
            return record.table + u' ' + value;
    return record.table;
}

bool isSignable(const QString &table)
{
    return table != u"list_view" && table != u"verification_taken";
}

} // namespace

base::Outcome checkSignedRecords(const QSqlDatabase &database, const EnteredRecords &entered, bool isTraining,
                                 const Against &against, Verification &found)
{
    const auto note = [&](Finding::Kind kind, const QString &subject, const QString &detail = {}) {
        found.findings.push_back({kind, subject, detail});
    };
    model::CaseContents contents;
    if (const auto read = readSignedRecords(database, contents); !read) {
        if (read.error().code != base::ErrorCode::DatabaseCorrupt)
            return read;
        note(Finding::Kind::SignedRecordUnreadable, read.error().subject, read.error().detail);
    }

    QMultiHash<QString, qint64> seals = entered.seals;
    LIKENESS_TRY(forEachSignedRecord(database, [&](const StoredRecord &record) {
        const QByteArray text = record.document.toUtf8();
        const QJsonObject document = QJsonDocument::fromJson(text).object();
        const QString name = nameOf(record, document);
        // Each entry speaks of one row: the same record twice is one too many.
        if (const auto seal = seals.find(sealOf(document, record.signature)); seal != seals.end())
            seals.erase(seal);
        else
            note(Finding::Kind::SignedRecordNotEntered, name);
        if (!isSignable(record.table))
            return;
        const model::Signature &signature = record.signature;
        if (!signature.isSigned()) {
            found.unsignedRecords++;
            if (!isTraining)
                note(Finding::Kind::SignatureWrong, name, QStringLiteral("it is not signed"));
            return;
        }
        found.signedRecords++;
        if (signature.account != document["actor"].toString())
            note(Finding::Kind::SignatureWrong, name,
                 QStringLiteral("it is signed by %1").arg(signature.account));
        if (against.signatures && !against.signatures(text, signature.key, signature.value))
            note(Finding::Kind::SignatureWrong, name, QStringLiteral("the signature is not of this record"));
        if (against.accountOf && against.accountOf(signature.key) != signature.account)
            note(Finding::Kind::SignerUnknown, name, signature.key);
    }));
    for (auto seal = seals.constBegin(); seal != seals.constEnd(); ++seal)
        note(Finding::Kind::SignedRecordMissing, QString::number(seal.value()), seal.key());
    return {};
}

base::Outcome checkSealedRows(const QSqlDatabase &database, const EnteredRecords &entered, int version,
                              Verification &found)
{
    QMultiHash<QString, qint64> seals = entered.seals;
    LIKENESS_TRY(forEachSealedRow(database, version, [&](const QString &name, const QString &sealed) {
        if (const auto seal = seals.find(sealed); seal != seals.end())
            seals.erase(seal);
        else
            found.findings.push_back({Finding::Kind::SignedRecordNotEntered, name, {}});
    }));
    for (auto seal = seals.constBegin(); seal != seals.constEnd(); ++seal)
        found.findings.push_back(
            {Finding::Kind::SignedRecordMissing, QString::number(seal.value()), seal.key()});
    return {};
}

base::Outcome checkSearches(const QSqlDatabase &database, const EnteredRecords &entered, int version,
                            Verification &found)
{
    const auto note = [&](const QString &search, const QString &detail) {
        found.findings.push_back({Finding::Kind::SearchDiffers, search, detail});
    };
    const bool knowsWeights = version >= 7;
    QHash<QString, QJsonArray> weights;
    if (knowsWeights)
        LIKENESS_TRY(forEachRow(
            database,
            QStringLiteral("SELECT search_id, %1 FROM candidate ORDER BY rank").arg(weightColumns),
            {}, [&](const QSqlQuery &row) -> base::Outcome {
                model::Candidate candidate;
                readWeights(row, 1, candidate);
                weights[row.value(0).toString()].append(model::weightJson(candidate));
                return {};
            }));
    const auto weightsDiffer = [&](const QString &id, const QVariant &calibration, const QJsonObject &details) {
        if (!details.contains("calibration")) { // from before: nothing is known of any candidate
            const QJsonArray stated = weights.value(id);
            return !calibration.isNull() || std::any_of(stated.begin(), stated.end(), [](const QJsonValue &weight) {
                return weight.toArray() != model::weightJson({});
            });
        }
        return QJsonDocument::fromJson(calibration.toByteArray()).object() != details["calibration"].toObject() ||
               weights.value(id) != details["weights"].toArray();
    };
    // Searches of one frame, and all from before frames were known, say nothing of them in their entries.
    const bool knowsFrames = version >= 5;
    QHash<QString, QJsonArray> portraits;
    QHash<QString, QJsonArray> present;
    LIKENESS_TRY(
        forEachRow(database,
                   QStringLiteral("SELECT search_id, portrait_sha256, %1 FROM candidate ORDER BY rank")
                       .arg(knowsFrames ? QStringLiteral("frames_present") : QStringLiteral("1")),
                   {}, [&](const QSqlQuery &row) -> base::Outcome {
                       portraits[row.value(0).toString()].append(row.value(1).toString());
                       present[row.value(0).toString()].append(row.value(2).toInt());
                       return {};
                   }));
    const auto framesDiffer = [&](const QString &id, const QString &further, const QJsonObject &details) {
        if (QJsonDocument::fromJson(further.toUtf8()).array() != details["further_probes"].toArray())
            return true;
        if (details.contains("frames_present"))
            return details["frames_present"].toArray() != present.value(id);
        const QJsonArray stated = present.value(id);
        return std::any_of(stated.begin(), stated.end(), [](const QJsonValue &n) { return n.toInt() != 1; });
    };
    QSet<QString> gone(entered.searches.keyBegin(), entered.searches.keyEnd());
    LIKENESS_TRY(forEachRow(database,
                            QStringLiteral("SELECT id, probe_id, candidate_limit, %1, %2 FROM search")
                                .arg(knowsFrames ? QStringLiteral("further_probes") : QStringLiteral("'[]'"),
                                     knowsWeights ? QStringLiteral("calibration") : QStringLiteral("NULL")),
                            {}, [&](const QSqlQuery &row) -> base::Outcome {
                                const QString id = row.value(0).toString();
                                const QJsonObject details = entered.searches.value(id);
                                if (!gone.remove(id))
                                    note(id, QStringLiteral("no entry speaks of it"));
                                else if (details["probe"].toString() != row.value(1).toString() ||
                                         details["limit"].toInt() != row.value(2).toInt())
                                    note(id, QStringLiteral("its probe or limit is another"));
                                else if (details["portraits_sha256"].toArray() != portraits.value(id))
                                    note(id, QStringLiteral("its candidate list is another"));
                                else if (framesDiffer(id, row.value(3).toString(), details))
                                    note(id, QStringLiteral("its frames are others"));
                                else if (knowsWeights && weightsDiffer(id, row.value(4), details))
                                    note(id, QStringLiteral("its frequencies are others"));
                                return {};
                            }));
    for (const QString &id : std::as_const(gone))
        note(id, QStringLiteral("it is gone"));
    return {};
}

base::Outcome checkIndexes(const QSqlDatabase &database, const EnteredRecords &entered, Verification &found)
{
    const auto note = [&](const QString &evidence, const QString &detail) {
        found.findings.push_back({Finding::Kind::IndexDiffers, evidence, detail});
    };
    QSet<QString> gone(entered.indexes.keyBegin(), entered.indexes.keyEnd());
    LIKENESS_TRY(forEachRow(database, QStringLiteral("SELECT evidence_id, bytes FROM video_index"), {},
                            [&](const QSqlQuery &row) -> base::Outcome {
                                const QString id = row.value(0).toString();
                                if (!gone.remove(id))
                                    note(id, QStringLiteral("no entry speaks of it"));
                                else if (base::sha256(row.value(1).toByteArray()) != entered.indexes.value(id))
                                    note(id, QStringLiteral("its frames are others"));
                                return {};
                            }));
    for (const QString &id : std::as_const(gone))
        note(id, QStringLiteral("it is gone"));
    return {};
}

base::Outcome checkDerivations(const QSqlDatabase &database, const EnteredRecords &entered,
                               Verification &found)
{
    const auto note = [&](const QString &derivation, const QString &detail) {
        found.findings.push_back({Finding::Kind::DerivationDiffers, derivation, detail});
    };
    QSet<QString> gone(entered.derivations.keyBegin(), entered.derivations.keyEnd());
    LIKENESS_TRY(forEachRow(
        database,
        QStringLiteral("SELECT id, evidence_id, frame, edits, width, height, sha256 FROM derivation"), {},
        [&](const QSqlQuery &row) -> base::Outcome {
            const QString id = row.value(0).toString();
            const QJsonObject details = entered.derivations.value(id);
            QJsonObject stated{{"evidence", row.value(1).toString()},
                               {"edits", QJsonDocument::fromJson(row.value(3).toString().toUtf8()).array()},
                               {"width", row.value(4).toInt()},
                               {"height", row.value(5).toInt()},
                               {"sha256", row.value(6).toString()}};
            if (!row.isNull(2))
                stated["frame"] = row.value(2).toLongLong();
            if (!gone.remove(id))
                note(id, QStringLiteral("no entry speaks of it"));
            else if (base::canonicalJson(stated) != base::canonicalJson(details))
                note(id, QStringLiteral("its picture, edits or hash are others"));
            return {};
        }));
    for (const QString &id : std::as_const(gone))
        note(id, QStringLiteral("it is gone"));
    return {};
}

base::Outcome checkReport(const QSqlDatabase &database, const EnteredRecords &entered,
                          const QByteArray &report, Verification &found)
{
    const auto note = [&](Finding::Kind kind, const QString &subject, const QString &detail = {}) {
        found.findings.push_back({kind, subject, detail});
    };
    const QString sha256 = base::sha256(report);
    if (!entered.reports.contains(sha256))
        note(Finding::Kind::ReportNotEntered, sha256);
    const QJsonObject object = QJsonDocument::fromJson(report).object();
    if (object["case"].toObject()["id"].toString() != found.id)
        note(Finding::Kind::ReportDiffers, sha256, QStringLiteral("it is of another case"));

    QSet<QString> recorded;
    LIKENESS_TRY(forEachRow(database, QStringLiteral("SELECT sha256 FROM evidence_item"), {},
                            [&](const QSqlQuery &row) -> base::Outcome {
                                recorded.insert(row.value(0).toString());
                                return {};
                            }));
    const QJsonArray evidence = object["evidence"].toArray();
    for (const QJsonValue &item : evidence)
        if (const QString hash = item["sha256"].toString(); !recorded.contains(hash))
            note(Finding::Kind::ReportDiffers, sha256,
                 QStringLiteral("its evidence %1 is not in the case").arg(hash));

    const QJsonObject printed = object["audit"].toObject();
    const model::AuditHead head{printed["count"].toInteger(), printed["hash"].toString()};
    const auto relation = relationOf(database, head);
    LIKENESS_TRY(relation);
    found.knownHeads++;
    if (*relation == audit::HeadRelation::RolledBack)
        note(Finding::Kind::RolledBack, audit::headPrint(head), QStringLiteral("report"));
    else if (*relation == audit::HeadRelation::Forked)
        note(Finding::Kind::Forked, audit::headPrint(head), QStringLiteral("report"));
    return {};
}

} // namespace likeness::store
