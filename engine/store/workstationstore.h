// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/audit/signedhead.h"
#include "engine/base/clock.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/model/audit.h"
#include "engine/store/opening.h"

#include <memory>
#include <vector>

namespace likeness::store
{

/// What this workstation remembers: its own audit chain, with the heads of the cases and galleries it saw,
/// and which of them were opened lately. Folder: workstation.sqlite, audit.head. Several programs of one
/// workstation may write; the folder's lock makes them take turns, DatabaseLocked after some seconds. A
/// new chain is empty. Thread-safe, like CaseStore.
class WorkstationStore
{
public:
    /// Made when missing. The folder is private to the user (mode 0700).
    static base::Result<std::unique_ptr<WorkstationStore>>
    open(const QString &folder, const model::Actor &actor, const base::Clock &clock);
    /// $LIKENESS_WORKSTATION if set, else likeness/workstation in the user's data folder.
    static QString defaultFolder();
    virtual ~WorkstationStore() = default;

    virtual base::Outcome commit(const model::Act &act, const model::Actor &actor) = 0;

    struct Recent {
        QString folder;
        QString title; ///< case number or gallery name
        QDateTime opened;
    };
    enum class Kind { Case, Gallery };
    /// Newest first; folders that are gone are left out.
    virtual base::Result<std::vector<Recent>> recent(Kind kind) const = 0;
    /// Remembers the folder, and enters the head it has now (case-head-seen or gallery-head-seen). `id` is
    /// the case's or gallery's: by it a copy elsewhere, or another case in its place, is told apart.
    virtual base::Outcome remember(Kind kind, const QString &folder, const QString &title,
                                   const model::AuditHead &head, const model::Actor &actor,
                                   const QString &id = {}) = 0;
    /// All heads that were seen of a case or gallery, wherever its folder lay, in the order seen. Older
    /// entries hold no id: of those the ones of this folder with this title.
    virtual base::Result<std::vector<model::AuditHead>>
    knownHeads(Kind kind, const QString &id, const QString &folder, const QString &title) const = 0;

    /// A case or gallery as it was seen last.
    struct Remembered {
        QString id; ///< empty when only older entries speak of it
        QString folder;
        QString title;
        std::vector<model::AuditHead> heads; ///< all, in the order seen; the last one counts
        QDateTime seen;
    };
    /// All of a kind that the chain speaks of, in the order first seen, whether their folders are there or
    /// not.
    virtual base::Result<std::vector<Remembered>> remembered(Kind kind) const = 0;
    /// As CaseStore::signHead, of this chain.
    virtual base::Outcome signHead(const model::Actor &actor, const audit::HeadSigner &sign) = 0;

    virtual base::Result<std::vector<model::AuditEntry>> auditEntries(qint64 fromNumber,
                                                                      qint64 atMost) const = 0;
    virtual base::Result<model::AuditHead> auditHead() const = 0;
    virtual base::Result<model::AuditHead> verifyAudit(base::Progress &progress) const = 0;
};

/// The heads of one case or gallery among those remembered: by its id; of entries without one, by folder and
/// title.
std::vector<model::AuditHead> headsOf(const std::vector<WorkstationStore::Remembered> &remembered,
                                      const QString &id, const QString &folder, const QString &title);

} // namespace likeness::store
