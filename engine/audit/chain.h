// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/audit.h"

#include <vector>

namespace likeness::audit
{

/// A chain of entries, each sealed with the hash of the one before. The form, for whoever writes another
/// verifier: an entry is the JSON object
///   {"act","actor","details","host","number","previous","subject","time"}
/// as base::canonicalJson writes it (RFC 8785); its hash is the SHA-256 of these bytes in lower-case
/// hexadecimal; "previous" is the hash of entry number-1, or 64 zeros for number 1; "time" is
/// base::timeText. Pure functions, thread-safe.

/// 64 zeros.
QString emptyHash();

/// The object that is hashed.
QJsonObject entryObject(const model::AuditEntry &entry);

/// The next entry after `head`, complete with its hash.
model::AuditEntry nextEntry(const model::AuditHead &head, const model::Act &act, const model::Actor &actor,
                            const QDateTime &time);

model::AuditHead headAfter(const model::AuditEntry &entry);

/// Checks entries one by one, in order, without holding them.
class ChainVerifier
{
public:
    /// AuditBroken, with the entry's number and what does not hold: number, previous hash, own hash.
    base::Outcome add(const model::AuditEntry &entry);
    model::AuditHead head() const { return m_head; }
    /// Remembers the hash of entry `count` on the way, for comparing with a head file.
    explicit ChainVerifier(qint64 rememberCount = 0);
    QString rememberedHash() const { return m_remembered; }

private:
    model::AuditHead m_head;
    qint64 m_rememberCount;
    QString m_remembered;
};

/// The file audit.head: one line of canonical JSON {"count","hash"}.
QByteArray headText(const model::AuditHead &head);
/// AuditBroken when the text is not a head.
base::Result<model::AuditHead> headFromText(const QByteArray &text);

/// What a stored head says about a chain that was verified with rememberCount = stored.count.
/// The chain may be ahead (a crash came between commit and head file) and never behind.
/// AuditBroken when entries are missing or the entry at the stored count has another hash.
base::Outcome compareHead(const ChainVerifier &chain, const model::AuditHead &stored);

} // namespace likeness::audit
