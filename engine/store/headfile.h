// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/audit.h"

#include <QString>

namespace likeness::store
{

/// The file audit.head of a folder. It follows the database and never runs ahead: the next head is written
/// and synced under another name before the transaction commits, so that a full disk stops the act; after
/// the commit it only needs its name, which takes no space.
class HeadFile
{
public:
    explicit HeadFile(const QString &folder);

    /// AuditBroken when the file is missing or is no head.
    base::Result<model::AuditHead> read() const;
    base::Outcome prepare(const model::AuditHead &head) const;
    base::Outcome publish() const;
    void discard() const; ///< what prepare() wrote

private:
    QString m_path;
    QString m_next;
};

} // namespace likeness::store
