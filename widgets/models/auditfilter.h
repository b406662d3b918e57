// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/model/audit.h"

#include <QDateTime>
#include <QPair>

#include <functional>
#include <optional>
#include <vector>

namespace likeness::models
{

/// Which entries of a chain are wanted. Pure; any thread.
struct AuditFilter {
    enum class Group { All, Accounts, Evidence, Searches, Examination, Exports, Galleries, Keeping };

    QString text;  ///< anywhere: verb, words for it, account, subject, details; without case
    QString actor; ///< a part of the account's name
    Group group = Group::All;
    std::optional<QDateTime> from; ///< not before

    bool isEmpty() const { return text.isEmpty() && actor.isEmpty() && group == Group::All && !from; }
    bool accepts(const model::AuditEntry &entry) const;
    friend bool operator==(const AuditFilter &, const AuditFilter &) = default;
};
/// The group of a verb; Keeping for one that is not known.
AuditFilter::Group groupOf(const QString &verb);

struct AuditFound {
    std::vector<model::AuditEntry> entries; ///< newest first
    bool isCutOff = false;                  ///< there are more
};
using AuditReader =
    std::function<base::Result<std::vector<model::AuditEntry>>(qint64 fromNumber, qint64 atMost)>;
/// Reads a chain from its end and keeps what is wanted, up to `atMost`. Reports entries; looks at cancel
/// after each thousand. For a job.
base::Result<AuditFound> findEntries(const AuditReader &read, qint64 length, const AuditFilter &filter,
                                     qint64 atMost, base::Progress &progress);

/// The facts of an entry, caption and value, for people: nested ones with their way, hashes as they are.
QList<QPair<QString, QString>> detailFacts(const QJsonObject &details);
/// The same in one line.
QString detailLine(const QJsonObject &details);

} // namespace likeness::models
