// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/gallerystore.h"

#include "engine/audit/verbs.h"
#include "engine/store/asidefile.h"
#include "engine/store/filewriting.h"
#include "engine/store/galleryrecords.h"
#include "engine/store/recordfolder.h"
#include "engine/store/recordwriting.h"
#include "engine/store/values.h"

#include <QDir>
#include <QJsonArray>

namespace likeness::store
{

using base::ErrorCode;

namespace
{

QString dateText(const QDate &date)
{
    return date.toString(Qt::ISODate); // empty for "not known"
}

const QString portraitColumns = QStringLiteral(
    "portrait.id, person_id, sha256, file_name, media_type, source, taken, legal_basis, retain_until, "
    "box_x, box_y, box_width, box_height, left_eye_x, left_eye_y, right_eye_x, right_eye_y, quality, "
    "enrolled");

const QString isDescribed = QStringLiteral("EXISTS (SELECT 1 FROM template WHERE portrait_id = portrait.id "
                                           "AND engine_version_id = ?)");

model::Portrait portraitAt(const QSqlQuery &row)
{
    return {model::PortraitId(row.value(0).toString()),
            model::PersonId(row.value(1).toString()),
            row.value(2).toString(),
            row.value(3).toString(),
            row.value(4).toString(),
            {row.value(5).toString(), QDate::fromString(row.value(6).toString(), Qt::ISODate),
             row.value(7).toString(), QDate::fromString(row.value(8).toString(), Qt::ISODate)},
            boxAt(row, 9),
            eyesAt(row, 13).value_or(model::EyePoints{}),
            model::qualityFromJson(objectAt(row, 17)),
            timeAt(row, 18)};
}

class SqlGalleryWriter : public GalleryWriter
{
public:
    SqlGalleryWriter(const QSqlDatabase &database, const base::Clock &clock)
        : m_database(database), m_clock(clock)
    {
    }

    base::Result<model::PersonId> personFor(const QString &reference) override
    {
        if (reference.isEmpty())
            return base::fail(ErrorCode::InvalidArgument, reference,
                              QStringLiteral("a person needs a reference"));
        const auto known =
            firstValue(m_database, QStringLiteral("SELECT id FROM person WHERE reference = ?"), {reference});
        LIKENESS_TRY(known);
        if (known->isValid())
            return model::PersonId(known->toString());
        const auto id = model::PersonId::create();
        LIKENESS_TRY(insertRow(m_database, "person", "id, reference", {id.value(), reference}));
        return id;
    }

    base::Outcome insert(const model::Portrait &portrait) override
    {
        return insertRow(
            m_database, "portrait",
            "id, person_id, sha256, file_name, media_type, source, taken, legal_basis, "
            "retain_until, box_x, box_y, box_width, box_height, left_eye_x, left_eye_y, "
            "right_eye_x, right_eye_y, quality, enrolled",
            QVariantList{portrait.id.value(), portrait.person.value(), portrait.sha256, portrait.fileName,
                         portrait.mediaType, portrait.provenance.source, dateText(portrait.provenance.taken),
                         portrait.provenance.legalBasis, dateText(portrait.provenance.retainUntil)} +
                boxValues(portrait.box) + eyeValues(portrait.eyes) +
                QVariantList{objectValue(model::toJson(portrait.quality)), timeValue(portrait.enrolled)});
    }

    base::Outcome insert(const model::PortraitId &portrait, const model::EngineVersion &version,
                         const model::Template &values) override
    {
        const auto number = engineVersionNumber(m_database, version);
        LIKENESS_TRY(number);
        return insertRow(m_database, "template", "portrait_id, engine_version_id, engine_version, template",
                         {portrait.value(), version.id(), *number, templateValue(values)});
    }

    base::Outcome insert(const model::JudgedFile &file) override
    {
        return seal(insertSealed(m_database, file));
    }

    base::Outcome serve(const model::EngineVersion &version) override
    {
        const auto rows = firstValue(m_database, QStringLiteral("SELECT count(*) FROM serving_version"));
        LIKENESS_TRY(rows);
        const auto now = servingVersion(m_database);
        LIKENESS_TRY(now);
        if (rows->toInt() > 0 && (*now)->id() == version.id())
            return {};
        return seal(insertServing(m_database, version, m_clock.now()));
    }

    base::Outcome insert(const model::CohortDraw &draw) override
    {
        return seal(insertSealed(m_database, draw));
    }

    base::Outcome begin(const model::Operation &operation) override
    {
        return beginOperation(m_database, operation);
    }
    base::Outcome finish(const model::OperationId &operation, const QString &outcome) override
    {
        return finishOperation(m_database, operation, outcome, m_clock.now());
    }
    base::Outcome insertRun(const model::OperationId &run, const model::OperationId &enrolment,
                            const QString &plan) override
    {
        return insertRow(m_database, "enrolment_run", "operation_id, enrolment, plan",
                         {run.value(), enrolment.value(), plan});
    }

    const QJsonArray &seals() const { return m_seals; }

private:
    base::Outcome seal(const base::Result<QString> &inserted)
    {
        LIKENESS_TRY(inserted);
        m_seals.append(*inserted);
        return {};
    }

    QSqlDatabase m_database;
    const base::Clock &m_clock;
    QJsonArray m_seals; ///< of the sealed rows written
};

class SqlGalleryStore : public GalleryStore
{
public:
    SqlGalleryStore(std::unique_ptr<RecordFolder> records, model::Gallery gallery, const base::Clock &clock)
        : m_records(std::move(records)), m_gallery(std::move(gallery)), m_clock(clock)
    {
    }

    QString folder() const override { return m_records->folder(); }
    const Opening &opening() const override { return m_records->opening(); }
    model::Gallery gallery() const override { return m_gallery; }

    base::Outcome commit(const model::Act &act, const model::Actor &actor,
                         const std::function<base::Outcome(GalleryWriter &)> &change) override
    {
        return m_records->commit(act, actor,
                                 [&](const QSqlDatabase &database, QJsonObject &details) -> base::Outcome {
                                     SqlGalleryWriter writer(database, m_clock);
                                     LIKENESS_TRY(change(writer));
                                     if (!writer.seals().isEmpty())
                                         details.insert(audit::details::records, writer.seals());
                                     return {};
                                 });
    }

    base::Result<std::optional<model::EngineVersion>> serving() const override
    {
        const auto database = m_records->connection();
        LIKENESS_TRY(database);
        return servingVersion(*database);
    }

    base::Result<std::optional<model::CohortDraw>> cohort() const override
    {
        const auto database = m_records->connection();
        LIKENESS_TRY(database);
        return lastCohort(*database);
    }

    base::Result<std::vector<Undescribed>> undescribed(const QString &engineVersionId, qint64 after,
                                                       qint64 atMost) const override
    {
        std::vector<Undescribed> found;
        LIKENESS_TRY(query(QStringLiteral("SELECT %1, portrait.rowid FROM portrait WHERE portrait.rowid > ? "
                                          "AND NOT %2 ORDER BY portrait.rowid LIMIT ?")
                               .arg(portraitColumns, isDescribed),
                           {after, engineVersionId, atMost}, [&](const QSqlQuery &row) -> base::Outcome {
                               found.push_back({row.value(19).toLongLong(), portraitAt(row)});
                               return {};
                           }));
        return found;
    }
    base::Result<qint64> undescribedCount(const QString &engineVersionId) const override
    {
        qint64 count = 0;
        LIKENESS_TRY(query(QStringLiteral("SELECT count(*) FROM portrait WHERE NOT ") + isDescribed,
                           {engineVersionId}, [&](const QSqlQuery &row) -> base::Outcome {
                               count = row.value(0).toLongLong();
                               return {};
                           }));
        return count;
    }

    base::Result<std::optional<model::OperationId>> unfinishedEnrolment(const QString &plan) const override
    {
        std::optional<model::OperationId> found;
        LIKENESS_TRY(query(QStringLiteral("SELECT enrolment, outcome FROM enrolment_run "
                                          "JOIN operation ON operation.id = operation_id WHERE plan = ? "
                                          "ORDER BY enrolment_run.rowid DESC LIMIT 1"),
                           {plan}, [&](const QSqlQuery &row) -> base::Outcome {
                               // Without an outcome it is at work on another thread.
                               if (!row.value(1).isNull() && row.value(1).toString() != u"finished")
                                   found = model::OperationId(row.value(0).toString());
                               return {};
                           }));
        return found;
    }
    base::Result<std::optional<model::JudgedFile>> judged(const model::OperationId &enrolment,
                                                          const QString &sha256,
                                                          const std::optional<QString> &file) const override
    {
        const auto database = m_records->connection();
        LIKENESS_TRY(database);
        return judgedBefore(*database, enrolment, sha256, file);
    }

    base::Result<model::GalleryCounts> counts(const QString &engineVersionId,
                                              const QDate &today) const override
    {
        model::GalleryCounts counts;
        LIKENESS_TRY(query(
            QStringLiteral("SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM portrait), "
                           "(SELECT count(*) FROM template WHERE engine_version_id = ?), "
                           "(SELECT count(*) FROM portrait WHERE retain_until <> '' AND retain_until < ?), "
                           "(SELECT count(*) FROM portrait WHERE trim(legal_basis) = '')"),
            {engineVersionId, dateText(today)}, [&](const QSqlQuery &row) -> base::Outcome {
                counts = {row.value(0).toLongLong(), row.value(1).toLongLong(), row.value(2).toLongLong(),
                          row.value(3).toLongLong(), row.value(4).toLongLong()};
                return {};
            }));
        return counts;
    }

    base::Outcome forEachTemplate(const QString &engineVersionId,
                                  const std::function<base::Outcome(qint64)> &begin,
                                  const std::function<base::Outcome(const model::EnrolledTemplate &)> &take,
                                  base::Progress &progress) const override
    {
        const auto database = m_records->connection();
        LIKENESS_TRY(database);
        const auto moment = Transaction::beginReading(*database);
        if (!moment)
            return tl::unexpected(moment.error());
        const auto total =
            firstValue(*database, QStringLiteral("SELECT count(*) FROM template WHERE engine_version_id = ?"),
                       {engineVersionId});
        LIKENESS_TRY(total);
        LIKENESS_TRY(begin(total->toLongLong()));
        qint64 done = 0;
        const auto takeRow = [&](const QSqlQuery &row) -> base::Outcome {
            if (done % 1000 == 0) {
                if (progress.isCancelled())
                    return base::fail(ErrorCode::Cancelled, m_gallery.name);
                progress.report(done, total->toLongLong());
            }
            ++done;
            const auto values = templateAt(row, 4);
            if (!values)
                return tl::unexpected(values.error());
            return take({model::PortraitId(row.value(0).toString()),
                         model::PersonId(row.value(1).toString()), row.value(2).toString(),
                         row.value(3).toString(), *values,
                         QDate::fromString(row.value(5).toString(), Qt::ISODate)});
        };
        // In the order of the primary key, so that nothing is sorted.
        LIKENESS_TRY(
            forEachRow(*database,
                       QStringLiteral("SELECT portrait.id, person.id, person.reference, portrait.sha256, "
                                      "template.template, portrait.retain_until FROM template "
                                      "JOIN portrait ON portrait.id = template.portrait_id "
                                      "JOIN person ON person.id = portrait.person_id "
                                      "WHERE template.engine_version_id = ? ORDER BY template.portrait_id"),
                       {engineVersionId}, takeRow));
        progress.report(done, done);
        return {};
    }

    base::Result<bool> isOnlyFollowedBy(const model::AuditHead &head, const QStringList &verbs) const override
    {
        const QStringList places(verbs.size(), QStringLiteral("?"));
        bool holds = false;
        QVariantList values{head.count, head.hash, head.count};
        for (const QString &verb : verbs)
            values += verb;
        LIKENESS_TRY(query(QStringLiteral("SELECT EXISTS (SELECT 1 FROM audit_entry WHERE number = ? AND "
                                          "hash = ?) AND NOT EXISTS (SELECT 1 FROM audit_entry WHERE "
                                          "number > ? AND act NOT IN (%1))")
                               .arg(places.join(u',')),
                           values, [&](const QSqlQuery &row) -> base::Outcome {
                               holds = row.value(0).toBool();
                               return {};
                           }));
        return holds;
    }

    base::Result<std::unique_ptr<QFile>> openMatrix(const QString &engineVersionId) const override
    {
        auto file = std::make_unique<QFile>(matrixFolder() + u'/' + engineVersionId);
        if (!file->open(QIODevice::ReadOnly))
            return base::fail(ErrorCode::NotFound, m_gallery.name, file->errorString());
        return file;
    }

    base::Outcome writeMatrix(const QString &engineVersionId,
                              const std::function<base::Outcome(QIODevice &)> &write) override
    {
        LIKENESS_TRY(m_records->requireWritable());
        LIKENESS_TRY(makeFolder(matrixFolder()));
        const QString mark = QStringLiteral("unfinished");
        AsideFile::removeLeftovers(matrixFolder(), mark);
        const auto aside = AsideFile::make(matrixFolder() + u'/' + engineVersionId, mark);
        if (!aside)
            return tl::unexpected(aside.error());
        LIKENESS_TRY(write((*aside)->file()));
        LIKENESS_TRY((*aside)->sync());
        LIKENESS_TRY((*aside)->publish());
        QDir matrices(matrixFolder());
        for (const QString &name : matrices.entryList(QDir::Files))
            if (name.section(u'.', 0, 0) != engineVersionId.section(u'.', 0, 0))
                matrices.remove(name);
        return {};
    }

    base::Result<std::vector<model::Person>> persons() const override
    {
        std::vector<model::Person> all;
        LIKENESS_TRY(
            query(QStringLiteral("SELECT id, reference FROM person ORDER BY reference"), {},
                  [&](const QSqlQuery &row) -> base::Outcome {
                      all.push_back({model::PersonId(row.value(0).toString()), row.value(1).toString()});
                      return {};
                  }));
        return all;
    }

    base::Result<std::optional<model::PersonId>> personOf(const QString &reference) const override
    {
        std::optional<model::PersonId> found;
        LIKENESS_TRY(query(QStringLiteral("SELECT id FROM person WHERE reference = ?"), {reference},
                           [&](const QSqlQuery &row) -> base::Outcome {
                               found = model::PersonId(row.value(0).toString());
                               return {};
                           }));
        return found;
    }

    base::Result<std::vector<model::Portrait>> portraits(qint64 offset, qint64 atMost) const override
    {
        return readPortraits(
            QStringLiteral("JOIN person ON person.id = person_id "
                           "ORDER BY person.reference, enrolled, portrait.rowid LIMIT ? OFFSET ?"),
            {atMost, offset});
    }

    base::Result<model::Portrait> portrait(const model::PortraitId &id) const override
    {
        auto found = readPortraits(QStringLiteral("WHERE portrait.id = ?"), {id.value()});
        LIKENESS_TRY(found);
        if (found->empty())
            return base::fail(ErrorCode::NotFound, id.value());
        return std::move(found->front());
    }

    base::Result<std::optional<model::Portrait>> portraitBySha256(const QString &sha256) const override
    {
        auto found = readPortraits(QStringLiteral("WHERE sha256 = ?"), {sha256});
        LIKENESS_TRY(found);
        if (found->empty())
            return std::nullopt;
        return std::move(found->front());
    }

    base::Result<std::vector<model::AuditEntry>> auditEntries(qint64 fromNumber, qint64 atMost) const override
    {
        return m_records->auditEntries(fromNumber, atMost);
    }
    base::Result<model::AuditHead> auditHead() const override { return m_records->auditHead(); }
    base::Result<model::AuditHead> verifyAudit(base::Progress &progress) const override
    {
        return m_records->verifyAudit(progress);
    }

    base::Result<Stored> storePortrait(QFile &source, base::Progress &progress) override
    {
        return m_records->storeInVault(source, progress).map([](const Vault::Stored &stored) {
            return Stored{stored.sha256, stored.bytes};
        });
    }
    base::Outcome discardPortrait(const QString &sha256) override
    {
        return m_records->discardFromVault(sha256);
    }
    base::Result<std::unique_ptr<QFile>> openPortrait(const QString &sha256,
                                                      base::Progress &progress) const override
    {
        return m_records->vault().open(sha256, progress);
    }

private:
    QString matrixFolder() const { return folder() + QStringLiteral("/matrix"); }

    base::Outcome query(const QString &sql, const QVariantList &values,
                        const std::function<base::Outcome(const QSqlQuery &)> &row) const
    {
        const auto database = m_records->connection();
        LIKENESS_TRY(database);
        return forEachRow(*database, sql, values, row);
    }

    base::Result<std::vector<model::Portrait>> readPortraits(const QString &rest,
                                                             const QVariantList &values) const
    {
        std::vector<model::Portrait> found;
        LIKENESS_TRY(query(QStringLiteral("SELECT %1 FROM portrait %2").arg(portraitColumns, rest), values,
                           [&](const QSqlQuery &row) -> base::Outcome {
                               found.push_back(portraitAt(row));
                               return {};
                           }));
        return found;
    }

    std::unique_ptr<RecordFolder> m_records;
    model::Gallery m_gallery;
    const base::Clock &m_clock;
};

} // namespace

base::Result<std::unique_ptr<GalleryStore>>
GalleryStore::create(const QString &folder, const QString &name, const model::Actor &actor,
                     const base::Clock &clock, const std::optional<model::EngineVersion> &serving)
{
    model::Gallery gallery{model::GalleryId::create(), name, clock.now()};
    model::Act act{audit::verbs::galleryCreated, gallery.id.value(), {{"name", name}}};
    if (serving) {
        act.details["engine"] = serving->toJson();
        act.details[audit::details::records] = QJsonArray{sealOfServing(*serving, gallery.created)};
    }
    auto records = RecordFolder::create(
        galleryKind(), folder, actor, clock, act, [&](const QSqlDatabase &database) -> base::Outcome {
            LIKENESS_TRY(insertRow(database, "gallery", "id, name, created",
                                   {gallery.id.value(), gallery.name, timeValue(gallery.created)}));
            if (serving)
                LIKENESS_TRY(insertServing(database, *serving, gallery.created));
            return {};
        });
    if (!records)
        return tl::unexpected(records.error());
    return std::make_unique<SqlGalleryStore>(std::move(*records), std::move(gallery), clock);
}

base::Result<std::unique_ptr<GalleryStore>> GalleryStore::open(const QString &folder,
                                                               const model::Actor &actor,
                                                               const base::Clock &clock, AccessWanted wanted)
{
    auto records = RecordFolder::open(galleryKind(), folder, actor, clock, wanted);
    if (!records)
        return tl::unexpected(records.error());
    model::Gallery gallery;
    {
        const auto database = (*records)->connection();
        LIKENESS_TRY(database);
        LIKENESS_TRY(forEachRow(*database, QStringLiteral("SELECT id, name, created FROM gallery"), {},
                                [&](const QSqlQuery &row) -> base::Outcome {
                                    gallery = {model::GalleryId(row.value(0).toString()),
                                               row.value(1).toString(), timeAt(row, 2)};
                                    return {};
                                }));
    }
    if (gallery.id.isEmpty())
        return base::fail(ErrorCode::DatabaseCorrupt, folder,
                          QStringLiteral("the gallery's own row is missing"));
    return std::make_unique<SqlGalleryStore>(std::move(*records), std::move(gallery), clock);
}

} // namespace likeness::store
