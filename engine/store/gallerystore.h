// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/clock.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/model/audit.h"
#include "engine/model/gallery.h"
#include "engine/store/opening.h"

#include <QFile>

#include <functional>
#include <memory>
#include <vector>

namespace likeness::store
{

/// What one act may change in a gallery. Exists only inside GalleryStore::commit.
class GalleryWriter
{
public:
    virtual ~GalleryWriter() = default;
    /// The person of that reference, made when missing.
    virtual base::Result<model::PersonId> personFor(const QString &reference) = 0;
    virtual base::Outcome insert(const model::Portrait &portrait) = 0;
    virtual base::Outcome insert(const model::PortraitId &portrait, const model::EngineVersion &version,
                                 const model::Template &values) = 0;
    /// What became of a file. Its run has begun.
    virtual base::Outcome insert(const model::JudgedFile &file) = 0;
    /// From now on this version is searched and enrolled with. No new row when it is so already.
    virtual base::Outcome serve(const model::EngineVersion &version) = 0;
    /// From now on scores are normalised against these persons.
    virtual base::Outcome insert(const model::CohortDraw &draw) = 0;
    virtual base::Outcome begin(const model::Operation &operation) = 0;
    /// `run` is an operation that begins in the same act. It goes on with `enrolment`, which is the id of the
    /// first run, or its own.
    virtual base::Outcome insertRun(const model::OperationId &run, const model::OperationId &enrolment,
                                    const QString &plan) = 0;
    virtual base::Outcome finish(const model::OperationId &operation, const QString &outcome) = 0;
};

/// A gallery folder: gallery.sqlite, portraits/<sha256>, matrix/, audit.head, lock, backup/. Same promises, threads
/// and errors as CaseStore.
class GalleryStore
{
public:
    static base::Result<std::unique_ptr<GalleryStore>>
    create(const QString &folder, const QString &name, const model::Actor &actor, const base::Clock &clock,
           const std::optional<model::EngineVersion> &serving = {});
    static base::Result<std::unique_ptr<GalleryStore>> open(const QString &folder, const model::Actor &actor,
                                                            const base::Clock &clock,
                                                            AccessWanted wanted = AccessWanted::Write);
    virtual ~GalleryStore() = default;

    virtual QString folder() const = 0;
    virtual const Opening &opening() const = 0;
    virtual model::Gallery gallery() const = 0;

    virtual base::Outcome commit(const model::Act &act, const model::Actor &actor,
                                 const std::function<base::Outcome(GalleryWriter &)> &change) = 0;
    base::Outcome commit(const model::Act &act, const model::Actor &actor)
    {
        return commit(act, actor, [](GalleryWriter &) -> base::Outcome { return {}; });
    }

    virtual base::Result<model::GalleryCounts> counts(const QString &engineVersionId,
                                                      const QDate &today) const = 0;
    /// Every row of one engine version, by portrait id, one at a time and all of one moment: `begin` gets their
    /// number before the first. Both may stop with an error. Reports rows; looks at cancel every 1,000.
    virtual base::Outcome
    forEachTemplate(const QString &engineVersionId, const std::function<base::Outcome(qint64)> &begin,
                    const std::function<base::Outcome(const model::EnrolledTemplate &)> &take,
                    base::Progress &progress) const = 0;
    /// Whether the chain goes on from `head`, and by nothing but entries with these verbs.
    virtual base::Result<bool> isOnlyFollowedBy(const model::AuditHead &head,
                                                const QStringList &verbs) const = 0;
    /// The file with what the search makes of the templates of one engine version, open for reading. A copy of
    /// what is in the database: whoever reads it checks it. NotFound when there is none.
    virtual base::Result<std::unique_ptr<QFile>> openMatrix(const QString &engineVersionId) const = 0;
    /// Replaces it by what `write` puts into an empty file, and removes those of other versions: one that stays
    /// behind would keep templates that the gallery no longer has. What is kept beside it has the version's id and an
    /// ending, as "0123456789abcdef.strangers". A crash leaves the old file. ReadOnly,
    /// DiskFull, WriteFailed, or the error of `write`.
    virtual base::Outcome
    writeMatrix(const QString &engineVersionId,
                const std::function<base::Outcome(QIODevice &)> &write) = 0;
    /// The version that is searched and enrolled with; nothing until the first enrolment, if the gallery was
    /// made without one. A gallery of an older schema serves the version its templates are of.
    virtual base::Result<std::optional<model::EngineVersion>> serving() const = 0;
    virtual base::Result<std::optional<model::CohortDraw>> cohort() const = 0; ///< the last one
    /// Portraits without a template of this version, in the order of enrolment, after `after` (a rowid; 0 for
    /// the beginning).
    struct Undescribed {
        qint64 row = 0;
        model::Portrait portrait;
    };
    virtual base::Result<std::vector<Undescribed>> undescribed(const QString &engineVersionId, qint64 after,
                                                               qint64 atMost) const = 0;
    virtual base::Result<qint64> undescribedCount(const QString &engineVersionId) const = 0;
    /// The enrolment that the last run with this plan belongs to, if that run was cut off, stopped or failed.
    virtual base::Result<std::optional<model::OperationId>>
    unfinishedEnrolment(const QString &plan) const = 0;
    /// What became of these bytes in any run of an enrolment, the last word on them; with a file, under that
    /// path.
    virtual base::Result<std::optional<model::JudgedFile>>
    judged(const model::OperationId &enrolment, const QString &sha256,
           const std::optional<QString> &file) const = 0;
    virtual base::Result<std::vector<model::Person>> persons() const = 0; ///< by reference
    virtual base::Result<std::optional<model::PersonId>> personOf(const QString &reference) const = 0;
    virtual base::Result<std::vector<model::Portrait>>
    portraits(qint64 offset, qint64 atMost) const = 0; ///< by person reference, then enrolled
    virtual base::Result<model::Portrait> portrait(const model::PortraitId &id) const = 0;
    /// The portrait with these bytes, if enrolled.
    virtual base::Result<std::optional<model::Portrait>> portraitBySha256(const QString &sha256) const = 0;

    virtual base::Result<std::vector<model::AuditEntry>> auditEntries(qint64 fromNumber,
                                                                      qint64 atMost) const = 0;
    virtual base::Result<model::AuditHead> auditHead() const = 0;
    virtual base::Result<model::AuditHead> verifyAudit(base::Progress &progress) const = 0;

    struct Stored {
        QString sha256;
        qint64 bytes = 0;
    };
    virtual base::Result<Stored> storePortrait(QFile &source, base::Progress &progress) = 0;
    /// As CaseStore::discardEvidence.
    virtual base::Outcome discardPortrait(const QString &sha256) = 0;
    /// EvidenceChanged, EvidenceMissing, as for evidence.
    virtual base::Result<std::unique_ptr<QFile>> openPortrait(const QString &sha256,
                                                              base::Progress &progress) const = 0;
};

} // namespace likeness::store
