// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/casestore.h"

#include "engine/audit/verbs.h"
#include "engine/store/auditrows.h"
#include "engine/store/caserecords.h"
#include "engine/store/filewriting.h"
#include "engine/store/mediarecords.h"
#include "engine/store/recordfolder.h"
#include "engine/store/recordwriting.h"
#include "engine/store/signedrecords.h"
#include "engine/store/values.h"

#include <QJsonArray>

namespace likeness::store
{

namespace
{

class SqlCaseWriter : public CaseWriter
{
public:
    SqlCaseWriter(const QSqlDatabase &database, const base::Clock &clock)
        : m_database(database), m_clock(clock)
    {
    }

    base::Outcome insert(const model::EvidenceItem &item) override
    {
        return insertRow(
            m_database, "evidence_item",
            "id, sha256, file_name, bytes, media_type, width, height, metadata, added, added_by, frames",
            {item.id.value(), item.sha256, item.fileName, item.bytes, item.mediaType, item.width, item.height,
             objectValue(item.metadata), timeValue(item.added), item.addedBy, item.frames});
    }

    base::Outcome insert(const model::Region &region) override
    {
        return insertRow(
            m_database, "region",
            "id, evidence_id, box_x, box_y, box_width, box_height, left_eye_x, left_eye_y, "
            "right_eye_x, right_eye_y, alignment, drawn, confidence, created, frame, derivation_id",
            QVariantList{region.id.value(), region.evidence.value()} + boxValues(region.box) +
                eyeValues(region.eyes) +
                QVariantList{model::alignmentName(region.alignment), region.drawn, region.confidence,
                             timeValue(region.created), frameValue(region.frame),
                             derivationValue(region.derivation)});
    }

    base::Outcome removeRegion(const model::RegionId &region) override { return markRemoved(region, true); }
    base::Outcome restoreRegion(const model::RegionId &region) override { return markRemoved(region, false); }

    base::Outcome insert(const model::Probe &probe) override
    {
        return insertRow(m_database, "probe",
                         "id, region_id, evidence_id, evidence_sha256, box_x, box_y, box_width, box_height, "
                         "left_eye_x, left_eye_y, right_eye_x, right_eye_y, alignment, quality, chip_sha256, "
                         "template, engine, created, frame, derivation_id",
                         QVariantList{probe.id.value(), probe.region.value(), probe.evidence.value(),
                                      probe.evidenceSha256} +
                             boxValues(probe.box) + eyeValues(probe.eyes) +
                             QVariantList{model::alignmentName(probe.alignment),
                                          objectValue(model::toJson(probe.quality)), probe.chipSha256,
                                          templateValue(probe.values), objectValue(probe.engine.toJson()),
                                          timeValue(probe.created), frameValue(probe.frame),
                                          derivationValue(probe.derivation)});
    }

    base::Outcome insert(const model::Derivation &derivation) override
    {
        return insertDerivation(m_database, derivation);
    }
    base::Outcome insertVideoIndex(const model::EvidenceId &evidence, int version,
                                   const QByteArray &bytes) override
    {
        return insertRow(m_database, "video_index", "evidence_id, version, bytes, made",
                         {evidence.value(), version, bytes, timeValue(m_clock.now())});
    }
    base::Outcome insert(const model::Scan &scan) override { return insertScan(m_database, scan); }
    base::Outcome update(const model::Scan &scan, const QByteArray &checkpoint) override
    {
        return updateScan(m_database, scan, checkpoint);
    }
    base::Outcome setTracks(const model::ScanId &scan, const std::vector<model::FaceTrack> &tracks) override
    {
        return replaceTracks(m_database, scan, tracks);
    }
    base::Outcome chooseTrack(const model::ScanId &scan, int number) override
    {
        return markChosen(m_database, scan, number);
    }

    base::Outcome insert(const model::Search &search) override
    {
        LIKENESS_TRY(
            insertRow(m_database, "search",
                      "id, probe_id, gallery_id, gallery_name, gallery_snapshot, gallery_persons, "
                      "gallery_portraits, engine, candidate_limit, time, actor, probe_kind, "
                      "excluded_references, past_retention_left_out, further_probes, calibration",
                      {search.id.value(), search.probe.value(), search.gallery.value(), search.galleryName,
                       search.gallerySnapshot, search.galleryPersons, search.galleryPortraits,
                       objectValue(search.engine.toJson()), search.settings.limit, timeValue(search.time),
                       search.actor, model::probeKindName(search.settings.probeKind),
                       arrayValue(QJsonArray::fromStringList(search.settings.excludedReferences)),
                       int(search.settings.leaveOutPastRetention), idsValue(search.furtherProbes),
                       search.calibration ? QVariant(objectValue(toJson(*search.calibration))) : QVariant()}));
        for (const model::Candidate &candidate : search.candidates)
            LIKENESS_TRY(insert(search.id, candidate));
        return {};
    }

    base::Outcome insert(const model::SearchId &search, const model::Candidate &candidate)
    {
        return insertRow(
            m_database, "candidate",
            qPrintable(QStringLiteral("search_id, rank, person_id, person_reference, portrait_id, portrait_sha256, "
                                      "distance, frames_present, normalised, ") +
                       weightColumns),
            QVariantList{search.value(), candidate.rank, candidate.person.value(), candidate.personReference,
                         candidate.portrait.value(), candidate.portraitSha256, candidate.distance,
                         candidate.framesPresent,
                         candidate.normalised ? QVariant(*candidate.normalised) : QVariant()} +
                weightValues(candidate));
    }

    base::Outcome insert(const model::CandidateDecision &decision) override
    {
        return insertRow(m_database, "candidate_decision",
                         "search_id, portrait_id, set_aside, reason, time, actor",
                         {decision.search.value(), decision.portrait.value(), decision.setAside,
                          decision.reason, timeValue(decision.time), decision.actor});
    }

    base::Outcome insert(const model::Analysis &record) override
    {
        return seal(insertRecord(m_database, record));
    }
    base::Outcome insert(const model::Examination &record) override
    {
        return seal(insertRecord(m_database, record));
    }
    base::Outcome insert(const model::VerificationRequest &record) override
    {
        return seal(insertRecord(m_database, record));
    }
    base::Outcome insert(const model::VerificationTaken &record) override
    {
        return seal(insertRecord(m_database, record));
    }
    base::Outcome insert(const model::VerificationResult &record) override
    {
        return seal(insertRecord(m_database, record));
    }
    base::Outcome insert(const model::Adjudication &record) override
    {
        return seal(insertRecord(m_database, record));
    }
    base::Outcome insert(const model::NullResult &record) override
    {
        return seal(insertRecord(m_database, record));
    }
    base::Outcome insert(const model::Override &record) override
    {
        return seal(insertRecord(m_database, record));
    }
    base::Outcome insert(const model::ListView &record) override
    {
        return seal(insertRecord(m_database, record));
    }

    base::Outcome saveDraft(const model::ComparisonDraft &draft) override
    {
        return run(m_database,
                   QStringLiteral("INSERT INTO comparison_draft (about, actor, comparison, time) "
                                  "VALUES (?, ?, ?, ?) ON CONFLICT (about, actor) "
                                  "DO UPDATE SET comparison = excluded.comparison, time = excluded.time"),
                   {draft.about, draft.actor, objectValue(model::toJson(draft.comparison)),
                    timeValue(draft.time)})
            .map([](const QSqlQuery &) {});
    }
    base::Outcome removeDraft(const QString &about, const QString &actor) override
    {
        return run(m_database, QStringLiteral("DELETE FROM comparison_draft WHERE about = ? AND actor = ?"),
                   {about, actor})
            .map([](const QSqlQuery &) {});
    }

    base::Outcome setFoundFaces(const model::EvidenceId &evidence, const QString &finderKey,
                                const std::vector<model::FoundFace> &faces) override
    {
        const QVariantList key{evidence.value(), finderKey};
        LIKENESS_TRY(run(m_database,
                         QStringLiteral("DELETE FROM found_face WHERE evidence_id = ? AND finder_key = ?"),
                         key));
        LIKENESS_TRY(run(m_database,
                         QStringLiteral("DELETE FROM finder_run WHERE evidence_id = ? AND finder_key = ?"),
                         key));
        LIKENESS_TRY(insertRow(m_database, "finder_run", "evidence_id, finder_key", key));
        int position = 0;
        for (const model::FoundFace &face : faces) {
            QJsonArray landmarks;
            for (const model::RelativePoint &point : face.landmarks) {
                landmarks.append(point.x);
                landmarks.append(point.y);
            }
            LIKENESS_TRY(insertRow(m_database, "found_face",
                                   "evidence_id, finder_key, position, box_x, box_y, box_width, box_height, "
                                   "left_eye_x, left_eye_y, right_eye_x, right_eye_y, landmarks, confidence, "
                                   "quality",
                                   key + QVariantList{position++} + boxValues(face.box) +
                                       eyeValues(face.eyes) +
                                       QVariantList{arrayValue(landmarks), face.confidence,
                                                    objectValue(model::toJson(face.quality))}));
        }
        return {};
    }

    base::Outcome begin(const model::Operation &operation) override
    {
        return beginOperation(m_database, operation);
    }
    base::Outcome finish(const model::OperationId &operation, const QString &outcome) override
    {
        return finishOperation(m_database, operation, outcome, m_clock.now());
    }

    const QJsonArray &seals() const { return m_seals; }

private:
    base::Outcome seal(const base::Result<QString> &inserted)
    {
        LIKENESS_TRY(inserted);
        m_seals.append(*inserted);
        return {};
    }

    base::Outcome markRemoved(const model::RegionId &region, bool removed)
    {
        return changeOne(m_database,
                         QStringLiteral("UPDATE region SET removed = ? WHERE id = ? AND removed = ?"),
                         {removed, region.value(), !removed}, region.value());
    }

    QSqlDatabase m_database;
    const base::Clock &m_clock;
    QJsonArray m_seals; ///< of the records written
};

class SqlCaseStore : public CaseStore
{
public:
    SqlCaseStore(std::unique_ptr<RecordFolder> records, const base::Clock &clock)
        : m_records(std::move(records)), m_clock(clock)
    {
    }

    QString folder() const override { return m_records->folder(); }
    const Opening &opening() const override { return m_records->opening(); }

    base::Outcome commit(const model::Act &act, const model::Actor &actor,
                         const std::function<base::Outcome(CaseWriter &)> &change) override
    {
        return m_records->commit(act, actor,
                                 [&](const QSqlDatabase &database, QJsonObject &details) -> base::Outcome {
                                     SqlCaseWriter writer(database, m_clock);
                                     LIKENESS_TRY(change(writer));
                                     if (!writer.seals().isEmpty())
                                         details.insert(audit::details::records, writer.seals());
                                     return {};
                                 });
    }

    base::Result<model::CaseContents> contents() const override { return read(readContents); }
    base::Result<model::Probe> probe(const model::ProbeId &id) const override { return read(readProbe, id); }
    base::Result<model::Search> search(const model::SearchId &id) const override
    {
        return read(readSearch, id);
    }
    base::Result<model::EvidenceItem> evidence(const model::EvidenceId &id) const override
    {
        return read(readEvidence, id);
    }
    base::Result<model::Derivation> derivation(const model::DerivationId &id) const override
    {
        return read(readDerivation, id);
    }
    base::Result<std::optional<QByteArray>> videoIndex(const model::EvidenceId &evidence) const override
    {
        return read(readVideoIndex, evidence);
    }
    base::Result<std::vector<model::ScannedTrack>> tracks(const model::ScanId &scan) const override
    {
        return read(readTracks, scan);
    }
    base::Result<std::vector<model::ScannedTrack>> chosenTracks() const override
    {
        return read(readChosenTracks);
    }
    base::Result<QByteArray> scanCheckpoint(const model::ScanId &scan) const override
    {
        return read(readScanCheckpoint, scan);
    }
    base::Result<std::optional<std::vector<model::FoundFace>>>
    foundFaces(const model::EvidenceId &evidence, const QString &finderKey) const override
    {
        return read(readFoundFaces, evidence, finderKey);
    }
    base::Result<std::vector<model::FoundFace>>
    allFoundFaces(const model::EvidenceId &evidence) const override
    {
        return read(readAllFoundFaces, evidence);
    }

    base::Result<std::vector<model::AuditEntry>> auditEntries(qint64 fromNumber, qint64 atMost) const override
    {
        return m_records->auditEntries(fromNumber, atMost);
    }
    base::Result<model::AuditHead> auditHead() const override { return m_records->auditHead(); }
    base::Result<audit::HeadRelation> compareWithHead(const model::AuditHead &known) const override
    {
        return read(relationOf, known);
    }
    base::Outcome signHead(const model::Actor &actor, const audit::HeadSigner &sign) override
    {
        return m_records->signHead(actor, sign);
    }
    base::Result<model::AuditHead> verifyAudit(base::Progress &progress) const override
    {
        return m_records->verifyAudit(progress);
    }

    base::Result<Stored> storeEvidence(QFile &source, base::Progress &progress) override
    {
        return m_records->storeInVault(source, progress).map([](const Vault::Stored &stored) {
            return Stored{stored.sha256, stored.bytes};
        });
    }
    base::Outcome discardEvidence(const QString &sha256) override
    {
        return m_records->discardFromVault(sha256);
    }
    base::Result<std::unique_ptr<QFile>> openEvidence(const QString &sha256,
                                                      base::Progress &progress) const override
    {
        return m_records->vault().open(sha256, progress);
    }

private:
    template <class Reader, class... Arguments>
    auto read(Reader reader, const Arguments &...arguments) const
        -> decltype(reader(QSqlDatabase(), arguments...))
    {
        const auto database = m_records->connection();
        LIKENESS_TRY(database);
        return reader(*database, arguments...);
    }

    std::unique_ptr<RecordFolder> m_records;
    const base::Clock &m_clock;
};

} // namespace

base::Result<std::unique_ptr<CaseStore>> CaseStore::create(const QString &folder, const model::Case &file,
                                                           const model::Actor &actor,
                                                           const base::Clock &clock)
{
    const model::Act act{audit::verbs::caseCreated,
                         file.id.value(),
                         {{"number", file.details.number},
                          {"offence", file.details.offence},
                          {"purpose", file.details.purpose},
                          {"requester", file.details.requester},
                          {"training", file.training}}};
    auto records =
        RecordFolder::create(caseKind(), folder, actor, clock, act,
                             [&](const QSqlDatabase &database) { return insertCase(database, file); });
    if (!records)
        return tl::unexpected(records.error());
    return std::make_unique<SqlCaseStore>(std::move(*records), clock);
}

base::Result<std::unique_ptr<CaseStore>> CaseStore::open(const QString &folder, const model::Actor &actor,
                                                         const base::Clock &clock, AccessWanted wanted)
{
    auto records = RecordFolder::open(caseKind(), folder, actor, clock, wanted);
    if (!records)
        return tl::unexpected(records.error());
    return std::make_unique<SqlCaseStore>(std::move(*records), clock);
}

base::Outcome CaseStore::holdsAgainst(const std::vector<model::AuditHead> &known) const
{
    for (const model::AuditHead &head : known) {
        const auto relation = compareWithHead(head);
        LIKENESS_TRY(relation);
        if (*relation == audit::HeadRelation::RolledBack || *relation == audit::HeadRelation::Forked)
            return base::fail(base::ErrorCode::RolledBack, folder(),
                              audit::headRelationName(*relation) + u' ' + audit::headPrint(head));
    }
    return {};
}

base::Outcome CaseStore::writeFile(const QString &path, const QByteArray &bytes)
{
    return replaceFile(path, bytes);
}

} // namespace likeness::store
