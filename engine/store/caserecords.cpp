// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/caserecords.h"

#include "engine/store/database.h"
#include "engine/store/mediarecords.h"
#include "engine/store/recordwriting.h"
#include "engine/store/signedrecords.h"
#include "engine/store/values.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace likeness::store
{

using base::ErrorCode;

namespace
{

template <class T>
using Rows = base::Result<std::vector<T>>;

/// All rows of a query, each made into a value.
template <class T, class Make>
Rows<T> readAll(const QSqlDatabase &database, const QString &sql, const QVariantList &values, Make make)
{
    std::vector<T> all;
    LIKENESS_TRY(forEachRow(database, sql, values, [&](const QSqlQuery &row) -> base::Outcome {
        base::Result<T> value = make(row);
        if (!value)
            return tl::unexpected(value.error());
        all.push_back(std::move(*value));
        return {};
    }));
    return all;
}

template <class T>
base::Result<T> only(Rows<T> rows, const QString &id)
{
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->empty())
        return base::fail(ErrorCode::NotFound, id);
    return std::move(rows->front());
}

base::Result<model::Case> readCase(const QSqlDatabase &database)
{
    return only(
        readAll<model::Case>(database,
                             QStringLiteral("SELECT id, number, offence, purpose, requester, created, "
                                            "created_by, training FROM case_file"),
                             {},
                             [](const QSqlQuery &row) -> base::Result<model::Case> {
                                 return model::Case{model::CaseId(row.value(0).toString()),
                                                    {row.value(1).toString(), row.value(2).toString(),
                                                     row.value(3).toString(), row.value(4).toString()},
                                                    timeAt(row, 5),
                                                    row.value(6).toString(),
                                                    row.value(7).toBool()};
                             }),
        QStringLiteral("case_file"));
}

Rows<model::EvidenceItem> readEvidenceItems(const QSqlDatabase &database, const QString &where,
                                            const QVariantList &values = {})
{
    return readAll<model::EvidenceItem>(
        database,
        QStringLiteral("SELECT id, sha256, file_name, bytes, media_type, width, height, metadata, added, "
                       "added_by, frames FROM evidence_item %1 ORDER BY rowid")
            .arg(where),
        values, [](const QSqlQuery &row) -> base::Result<model::EvidenceItem> {
            return model::EvidenceItem{model::EvidenceId(row.value(0).toString()),
                                       row.value(1).toString(),
                                       row.value(2).toString(),
                                       row.value(3).toLongLong(),
                                       row.value(4).toString(),
                                       row.value(5).toInt(),
                                       row.value(6).toInt(),
                                       objectAt(row, 7),
                                       timeAt(row, 8),
                                       row.value(9).toString(),
                                       row.value(10).toLongLong()};
        });
}

Rows<model::Region> readRegions(const QSqlDatabase &database)
{
    return readAll<model::Region>(
        database,
        QStringLiteral("SELECT id, evidence_id, box_x, box_y, box_width, box_height, left_eye_x, left_eye_y, "
                       "right_eye_x, right_eye_y, alignment, drawn, confidence, created, frame, "
                       "derivation_id FROM region "
                       "WHERE removed = 0 ORDER BY rowid"),
        {}, [](const QSqlQuery &row) -> base::Result<model::Region> {
            return model::Region{model::RegionId(row.value(0).toString()),
                                 model::EvidenceId(row.value(1).toString()),
                                 boxAt(row, 2),
                                 eyesAt(row, 6),
                                 model::alignmentFromName(row.value(10).toString()),
                                 row.value(11).toBool(),
                                 row.value(12).toDouble(),
                                 timeAt(row, 13),
                                 frameAt(row, 14),
                                 derivationAt(row, 15)};
        });
}

Rows<model::Probe> readProbes(const QSqlDatabase &database, const QString &where,
                              const QVariantList &values = {})
{
    return readAll<model::Probe>(
        database,
        QStringLiteral(
            "SELECT id, region_id, evidence_id, evidence_sha256, box_x, box_y, box_width, "
            "box_height, left_eye_x, left_eye_y, right_eye_x, right_eye_y, alignment, quality, "
            "chip_sha256, template, engine, created, frame, derivation_id FROM probe %1 ORDER BY rowid")
            .arg(where),
        values, [](const QSqlQuery &row) -> base::Result<model::Probe> {
            const auto numbers = templateAt(row, 15);
            LIKENESS_TRY(numbers);
            return model::Probe{model::ProbeId(row.value(0).toString()),
                                model::RegionId(row.value(1).toString()),
                                model::EvidenceId(row.value(2).toString()),
                                row.value(3).toString(),
                                boxAt(row, 4),
                                eyesAt(row, 8).value_or(model::EyePoints{}),
                                model::alignmentFromName(row.value(12).toString()),
                                model::qualityFromJson(objectAt(row, 13)),
                                row.value(14).toString(),
                                *numbers,
                                model::EngineVersion::fromJson(objectAt(row, 16)),
                                timeAt(row, 17),
                                frameAt(row, 18),
                                derivationAt(row, 19)};
        });
}

Rows<model::Candidate> readCandidates(const QSqlDatabase &database, const model::SearchId &search)
{
    return readAll<model::Candidate>(
        database,
        QStringLiteral("SELECT rank, person_id, person_reference, portrait_id, portrait_sha256, distance, "
                       "frames_present, normalised, %1 FROM candidate WHERE search_id = ? ORDER BY rank")
            .arg(weightColumns),
        {search.value()}, [](const QSqlQuery &row) -> base::Result<model::Candidate> {
            model::Candidate candidate{row.value(0).toInt(),    model::PersonId(row.value(1).toString()),
                                       row.value(2).toString(), model::PortraitId(row.value(3).toString()),
                                       row.value(4).toString(), row.value(5).toDouble(),
                                       row.value(6).toInt()};
            if (!row.isNull(7))
                candidate.normalised = row.value(7).toDouble();
            readWeights(row, 8, candidate);
            return candidate;
        });
}

Rows<model::Search> readSearches(const QSqlDatabase &database, const QString &where,
                                 const QVariantList &values = {})
{
    auto searches = readAll<model::Search>(
        database,
        QStringLiteral(
            "SELECT id, probe_id, gallery_id, gallery_name, gallery_snapshot, gallery_persons, "
            "gallery_portraits, engine, candidate_limit, time, actor, probe_kind, excluded_references, "
            "past_retention_left_out, further_probes, calibration FROM search %1 ORDER BY rowid")
            .arg(where),
        values, [](const QSqlQuery &row) -> base::Result<model::Search> {
            const auto kind = model::probeKindFromName(row.value(11).toString());
            if (!kind)
                return base::fail(ErrorCode::DatabaseCorrupt, row.value(0).toString(),
                                  QStringLiteral("unknown probe kind ") + row.value(11).toString());
            std::optional<model::Calibration> calibration;
            if (!row.isNull(15) && !(calibration = model::calibrationFromJson(objectAt(row, 15))))
                return base::fail(ErrorCode::DatabaseCorrupt, row.value(0).toString(),
                                  QStringLiteral("a calibration that is none"));
            return model::Search{model::SearchId(row.value(0).toString()),
                                 model::ProbeId(row.value(1).toString()),
                                 model::GalleryId(row.value(2).toString()),
                                 row.value(3).toString(),
                                 row.value(4).toString(),
                                 row.value(5).toLongLong(),
                                 row.value(6).toLongLong(),
                                 model::EngineVersion::fromJson(objectAt(row, 7)),
                                 {row.value(8).toInt(), *kind, textsAt(row, 12), row.value(13).toBool()},
                                 timeAt(row, 9),
                                 row.value(10).toString(),
                                 {},
                                 probesAt(row, 14),
                                 calibration};
        });
    if (!searches)
        return searches;
    for (model::Search &search : *searches) {
        auto candidates = readCandidates(database, search.id);
        if (!candidates)
            return tl::unexpected(candidates.error());
        search.candidates = std::move(*candidates);
    }
    return searches;
}

Rows<model::CandidateDecision> readDecisions(const QSqlDatabase &database)
{
    return readAll<model::CandidateDecision>(
        database,
        QStringLiteral(
            "SELECT search_id, portrait_id, set_aside, reason, time, actor FROM candidate_decision "
            "ORDER BY number"),
        {}, [](const QSqlQuery &row) -> base::Result<model::CandidateDecision> {
            return model::CandidateDecision{model::SearchId(row.value(0).toString()),
                                            model::PortraitId(row.value(1).toString()),
                                            row.value(2).toBool(),
                                            row.value(3).toString(),
                                            timeAt(row, 4),
                                            row.value(5).toString()};
        });
}

Rows<model::ComparisonDraft> readDrafts(const QSqlDatabase &database)
{
    return readAll<model::ComparisonDraft>(
        database,
        QStringLiteral("SELECT about, actor, comparison, time FROM comparison_draft ORDER BY rowid"), {},
        [](const QSqlQuery &row) -> base::Result<model::ComparisonDraft> {
            auto comparison = model::comparisonFromJson(objectAt(row, 2));
            if (!comparison)
                return base::fail(ErrorCode::DatabaseCorrupt, row.value(0).toString(),
                                  QStringLiteral("a draft does not give itself back"));
            return model::ComparisonDraft{row.value(0).toString(), row.value(1).toString(),
                                          std::move(*comparison), timeAt(row, 3)};
        });
}

model::FoundFace foundFaceAt(const QSqlQuery &row)
{
    model::FoundFace face;
    face.box = boxAt(row, 0);
    face.eyes = eyesAt(row, 4).value_or(model::EyePoints{});
    const QJsonArray landmarks = QJsonDocument::fromJson(row.value(8).toString().toUtf8()).array();
    for (size_t i = 0; i < face.landmarks.size(); ++i)
        face.landmarks[i] = {landmarks.at(qsizetype(2 * i)).toDouble(),
                             landmarks.at(qsizetype(2 * i + 1)).toDouble()};
    face.confidence = row.value(9).toDouble();
    face.quality = model::qualityFromJson(objectAt(row, 10));
    return face;
}

} // namespace

base::Outcome insertCase(const QSqlDatabase &database, const model::Case &file)
{
    return insertRow(database, "case_file",
                     "id, number, offence, purpose, requester, created, created_by, training",
                     {file.id.value(), file.details.number, file.details.offence, file.details.purpose,
                      file.details.requester, timeValue(file.created), file.createdBy, file.training});
}

base::Result<model::CaseContents> readContents(const QSqlDatabase &database)
{
    const auto moment = Transaction::beginReading(database);
    if (!moment)
        return tl::unexpected(moment.error());
    auto file = readCase(database);
    LIKENESS_TRY(file);
    auto evidence = readEvidenceItems(database, {});
    LIKENESS_TRY(evidence);
    auto regions = readRegions(database);
    LIKENESS_TRY(regions);
    auto probes = readProbes(database, {});
    LIKENESS_TRY(probes);
    auto derivations = readDerivations(database);
    LIKENESS_TRY(derivations);
    auto scans = readScans(database);
    LIKENESS_TRY(scans);
    auto searches = readSearches(database, {});
    LIKENESS_TRY(searches);
    auto decisions = readDecisions(database);
    LIKENESS_TRY(decisions);
    auto drafts = readDrafts(database);
    LIKENESS_TRY(drafts);
    model::CaseContents contents;
    contents.file = std::move(*file);
    contents.evidence = std::move(*evidence);
    contents.regions = std::move(*regions);
    contents.probes = std::move(*probes);
    contents.derivations = std::move(*derivations);
    contents.scans = std::move(*scans);
    contents.searches = std::move(*searches);
    contents.decisions = std::move(*decisions);
    contents.drafts = std::move(*drafts);
    LIKENESS_TRY(readSignedRecords(database, contents));
    return contents;
}

base::Result<model::Probe> readProbe(const QSqlDatabase &database, const model::ProbeId &id)
{
    return only(readProbes(database, QStringLiteral("WHERE id = ?"), {id.value()}), id.value());
}

base::Result<model::Search> readSearch(const QSqlDatabase &database, const model::SearchId &id)
{
    const auto moment = Transaction::beginReading(database);
    if (!moment)
        return tl::unexpected(moment.error());
    return only(readSearches(database, QStringLiteral("WHERE id = ?"), {id.value()}), id.value());
}

base::Result<model::EvidenceItem> readEvidence(const QSqlDatabase &database, const model::EvidenceId &id)
{
    return only(readEvidenceItems(database, QStringLiteral("WHERE id = ?"), {id.value()}), id.value());
}

static base::Result<std::vector<model::FoundFace>>
foundFacesWhere(const QSqlDatabase &database, const QString &condition, const QVariantList &values)
{
    return readAll<model::FoundFace>(
        database,
        QStringLiteral("SELECT box_x, box_y, box_width, box_height, left_eye_x, left_eye_y, right_eye_x, "
                       "right_eye_y, landmarks, confidence, quality FROM found_face WHERE %1 "
                       "ORDER BY finder_key, position")
            .arg(condition),
        values, [](const QSqlQuery &row) -> base::Result<model::FoundFace> { return foundFaceAt(row); });
}

base::Result<std::optional<std::vector<model::FoundFace>>>
readFoundFaces(const QSqlDatabase &database, const model::EvidenceId &evidence, const QString &finderKey)
{
    const auto moment = Transaction::beginReading(database);
    if (!moment)
        return tl::unexpected(moment.error());
    const QVariantList key{evidence.value(), finderKey};
    const auto ran = firstValue(
        database, QStringLiteral("SELECT count(*) FROM finder_run WHERE evidence_id = ? AND finder_key = ?"),
        key);
    LIKENESS_TRY(ran);
    if (ran->toInt() == 0)
        return std::nullopt;
    auto faces = foundFacesWhere(database, QStringLiteral("evidence_id = ? AND finder_key = ?"), key);
    if (!faces)
        return tl::unexpected(faces.error());
    return std::move(*faces);
}

base::Result<std::vector<model::FoundFace>> readAllFoundFaces(const QSqlDatabase &database,
                                                              const model::EvidenceId &evidence)
{
    return foundFacesWhere(database, QStringLiteral("evidence_id = ?"), {evidence.value()});
}

} // namespace likeness::store
