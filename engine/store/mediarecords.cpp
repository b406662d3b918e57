// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/mediarecords.h"

#include "engine/store/database.h"
#include "engine/store/recordwriting.h"
#include "engine/store/values.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace likeness::store
{

using base::ErrorCode;

namespace
{

QJsonValue valueAt(const QSqlQuery &row, int column)
{
    const QJsonDocument document = QJsonDocument::fromJson(row.value(column).toString().toUtf8());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

base::Result<std::vector<model::Derivation>>
derivationsWhere(const QSqlDatabase &database, const QString &where, const QVariantList &values)
{
    std::vector<model::Derivation> all;
    LIKENESS_TRY(forEachRow(
        database,
        QStringLiteral("SELECT id, evidence_id, frame, edits, width, height, sha256, created, created_by "
                       "FROM derivation %1 ORDER BY rowid")
            .arg(where),
        values, [&](const QSqlQuery &row) -> base::Outcome {
            auto edits = model::editsFromJson(valueAt(row, 3));
            if (!edits)
                return base::fail(ErrorCode::DatabaseCorrupt, row.value(0).toString(),
                                  QStringLiteral("the edits of a derivation do not read back"));
            all.push_back({model::DerivationId(row.value(0).toString()),
                           model::EvidenceId(row.value(1).toString()), frameAt(row, 2), std::move(*edits),
                           row.value(4).toInt(), row.value(5).toInt(), row.value(6).toString(),
                           timeAt(row, 7), row.value(8).toString()});
            return {};
        }));
    return all;
}

} // namespace

QVariant frameValue(const std::optional<qint64> &frame)
{
    return frame ? QVariant(*frame) : QVariant();
}

std::optional<qint64> frameAt(const QSqlQuery &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.value(column).toLongLong());
}

QVariant derivationValue(const std::optional<model::DerivationId> &derivation)
{
    return derivation ? QVariant(derivation->value()) : QVariant();
}

std::optional<model::DerivationId> derivationAt(const QSqlQuery &row, int column)
{
    return row.isNull(column) ? std::nullopt
                              : std::optional(model::DerivationId(row.value(column).toString()));
}

QVariant idsValue(const std::vector<model::ProbeId> &probes)
{
    QJsonArray ids;
    for (const model::ProbeId &probe : probes)
        ids.append(probe.value());
    return arrayValue(ids);
}

std::vector<model::ProbeId> probesAt(const QSqlQuery &row, int column)
{
    std::vector<model::ProbeId> probes;
    for (const QString &id : textsAt(row, column))
        probes.push_back(model::ProbeId(id));
    return probes;
}

base::Outcome insertDerivation(const QSqlDatabase &database, const model::Derivation &derivation)
{
    return insertRow(database, "derivation",
                     "id, evidence_id, frame, edits, width, height, sha256, created, created_by",
                     {derivation.id.value(), derivation.evidence.value(), frameValue(derivation.frame),
                      arrayValue(model::toJson(derivation.edits)), derivation.width, derivation.height,
                      derivation.sha256, timeValue(derivation.created), derivation.createdBy});
}

base::Result<std::vector<model::Derivation>> readDerivations(const QSqlDatabase &database)
{
    return derivationsWhere(database, {}, {});
}

base::Result<model::Derivation> readDerivation(const QSqlDatabase &database, const model::DerivationId &id)
{
    auto found = derivationsWhere(database, QStringLiteral("WHERE id = ?"), {id.value()});
    if (!found)
        return tl::unexpected(found.error());
    if (found->empty())
        return base::fail(ErrorCode::NotFound, id.value());
    return std::move(found->front());
}

base::Result<std::optional<QByteArray>> readVideoIndex(const QSqlDatabase &database,
                                                       const model::EvidenceId &evidence)
{
    const auto bytes = firstValue(
        database, QStringLiteral("SELECT bytes FROM video_index WHERE evidence_id = ?"), {evidence.value()});
    LIKENESS_TRY(bytes);
    return bytes->isValid() ? std::optional(bytes->toByteArray()) : std::nullopt;
}

base::Outcome insertScan(const QSqlDatabase &database, const model::Scan &scan)
{
    return insertRow(database, "scan",
                     "id, evidence_id, settings, engine, state, done_to, frames, seconds_of_video, "
                     "seconds_taken, created, actor",
                     {scan.id.value(), scan.evidence.value(), objectValue(model::toJson(scan.settings)),
                      objectValue(scan.engine.toJson()), model::scanStateName(scan.state), scan.doneTo,
                      scan.frames, scan.secondsOfVideo, scan.secondsTaken, timeValue(scan.created),
                      scan.actor});
}

base::Outcome updateScan(const QSqlDatabase &database, const model::Scan &scan, const QByteArray &checkpoint)
{
    return changeOne(
        database,
        QStringLiteral("UPDATE scan SET state = ?, done_to = ?, frames = ?, seconds_of_video = ?, "
                       "seconds_taken = ?, checkpoint = ? WHERE id = ?"),
        {model::scanStateName(scan.state), scan.doneTo, scan.frames, scan.secondsOfVideo, scan.secondsTaken,
         checkpoint.isEmpty() ? QVariant(QMetaType::fromType<QByteArray>()) : QVariant(checkpoint),
         scan.id.value()},
        scan.id.value());
}

base::Result<QByteArray> readScanCheckpoint(const QSqlDatabase &database, const model::ScanId &scan)
{
    std::optional<QByteArray> found;
    LIKENESS_TRY(forEachRow(database, QStringLiteral("SELECT checkpoint FROM scan WHERE id = ?"),
                            {scan.value()}, [&](const QSqlQuery &row) -> base::Outcome {
                                found = row.value(0).toByteArray();
                                return {};
                            }));
    if (!found)
        return base::fail(ErrorCode::NotFound, scan.value());
    return *found;
}

base::Result<std::vector<model::Scan>> readScans(const QSqlDatabase &database)
{
    std::vector<model::Scan> all;
    LIKENESS_TRY(forEachRow(
        database,
        QStringLiteral("SELECT id, evidence_id, settings, engine, state, done_to, frames, seconds_of_video, "
                       "seconds_taken, created, actor FROM scan ORDER BY rowid"),
        {}, [&](const QSqlQuery &row) -> base::Outcome {
            const auto settings = model::scanSettingsFromJson(objectAt(row, 2));
            const auto state = model::scanStateFromName(row.value(4).toString());
            if (!settings || !state)
                return base::fail(ErrorCode::DatabaseCorrupt, row.value(0).toString(),
                                  QStringLiteral("a scan does not read back"));
            all.push_back({model::ScanId(row.value(0).toString()), model::EvidenceId(row.value(1).toString()),
                           *settings, model::EngineVersion::fromJson(objectAt(row, 3)), *state,
                           row.value(5).toLongLong(), row.value(6).toLongLong(), row.value(7).toDouble(),
                           row.value(8).toDouble(), timeAt(row, 9), row.value(10).toString()});
            return {};
        }));
    return all;
}

namespace
{

/// A face that was forgotten has a box and nothing that says who it was.
QJsonObject bestFace(const model::FoundFace &face)
{
    if (face.eyes == model::EyePoints())
        return {{"box", model::toJson(face.box)}};
    return model::toJson(face);
}

std::optional<model::FoundFace> bestFaceFrom(const QJsonObject &object)
{
    if (object.size() != 1)
        return model::foundFaceFromJson(object);
    const auto box = model::rectFromJson(object["box"]);
    return box ? std::optional(model::FoundFace{*box, {}, {}, 0, {}}) : std::nullopt;
}

} // namespace

base::Outcome replaceTracks(const QSqlDatabase &database, const model::ScanId &scan,
                            const std::vector<model::FaceTrack> &tracks)
{
    QSet<int> chosen;
    LIKENESS_TRY(forEachRow(database,
                            QStringLiteral("SELECT number FROM face_track WHERE scan_id = ? AND chosen = 1"),
                            {scan.value()}, [&](const QSqlQuery &row) -> base::Outcome {
                                chosen.insert(row.value(0).toInt());
                                return {};
                            }));
    LIKENESS_TRY(run(database, QStringLiteral("DELETE FROM face_track WHERE scan_id = ?"), {scan.value()}));
    for (const model::FaceTrack &track : tracks)
        LIKENESS_TRY(
            insertRow(database, "face_track",
                      "scan_id, number, first_frame, last_frame, best_frame, best_face, boxes, chosen",
                      {scan.value(), track.number, track.firstFrame, track.lastFrame, track.bestFrame,
                       objectValue(bestFace(track.best)), arrayValue(model::toJson(track.boxes)),
                       int(chosen.contains(track.number))}));
    return {};
}

base::Outcome markChosen(const QSqlDatabase &database, const model::ScanId &scan, int number)
{
    return changeOne(database,
                     QStringLiteral("UPDATE face_track SET chosen = 1 WHERE scan_id = ? AND number = ?"),
                     {scan.value(), number}, QStringLiteral("%1/%2").arg(scan.value()).arg(number));
}

namespace
{

base::Result<std::vector<model::ScannedTrack>> tracksWhere(const QSqlDatabase &database, const QString &where,
                                                           const QVariantList &values)
{
    std::vector<model::ScannedTrack> all;
    LIKENESS_TRY(forEachRow(
        database,
        QStringLiteral("SELECT number, first_frame, last_frame, best_frame, best_face, boxes, chosen, scan_id "
                       "FROM face_track WHERE %1")
            .arg(where),
        values, [&](const QSqlQuery &row) -> base::Outcome {
            const model::ScanId scan(row.value(7).toString());
            auto best = bestFaceFrom(objectAt(row, 4));
            auto boxes = model::trackBoxesFromJson(valueAt(row, 5));
            if (!best || !boxes)
                return base::fail(ErrorCode::DatabaseCorrupt,
                                  QStringLiteral("%1/%2").arg(scan.value(), row.value(0).toString()),
                                  QStringLiteral("a track does not read back"));
            all.push_back({scan,
                           {row.value(0).toInt(), row.value(1).toLongLong(), row.value(2).toLongLong(),
                            row.value(3).toLongLong(), *best, std::move(*boxes)},
                           row.value(6).toBool()});
            return {};
        }));
    return all;
}

} // namespace

base::Result<std::vector<model::ScannedTrack>> readTracks(const QSqlDatabase &database,
                                                          const model::ScanId &scan)
{
    return tracksWhere(database, QStringLiteral("scan_id = ? ORDER BY number"), {scan.value()});
}

base::Result<std::vector<model::ScannedTrack>> readChosenTracks(const QSqlDatabase &database)
{
    return tracksWhere(database, QStringLiteral("chosen = 1 ORDER BY scan_id, number"), {});
}

} // namespace likeness::store
