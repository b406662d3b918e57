// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/audit/signedhead.h"

namespace likeness::audit
{

/// A chain as a file that leaves: JSON lines, each the canonical JSON of one object and a line feed.
///   {"format":"likeness-audit-log-1","id":"...","kind":"case"}
///   {"entry":{the object that is hashed},"hash":"..."}        one for each entry, in order
///   {"head":{"count","hash"},"id","key","kind","signature"}
/// `id` is the case's or gallery's, `kind` is "case", "gallery" or "workstation". The signature is Ed25519
/// over the canonical JSON of "head"; key and signature are empty texts in training. FORMAT.md says how to
/// check it. Pure functions, thread-safe.

struct LogSource {
    QString kind;
    QString id;
    friend bool operator==(const LogSource &, const LogSource &) = default;
};

QByteArray logHeaderLine(const LogSource &source);
QByteArray logEntryLine(const model::AuditEntry &entry);
QByteArray logHeadLine(const LogSource &source, const model::AuditHead &head,
                       const model::Signature &signature);

/// What a log that holds says.
struct Log {
    LogSource source;
    model::AuditHead head;
    model::Signature signature; ///< of the head; its account is not known here
    qint64 signedHeads = 0;     ///< entries head-signed on the way, all of which hold
    bool isSigned() const { return signature.isSigned(); }
};

/// Checks a log by itself, byte by byte: first each line's hash over its raw bytes, then form, numbers,
/// times, previous hashes and signatures. `check` may be null: then signatures are taken as they stand. Each
/// entry goes to `visit` (which may be null) after it was found to hold.
///
/// AuditBroken: subject is the line's number, detail what does not hold. That a whole log is older, or
/// another, than one that was seen before cannot be found without knowing that one's head: relationTo.
base::Result<Log> verifyLog(const QByteArray &log, const SignatureCheck &check,
                            const std::function<void(const model::AuditEntry &)> &visit = {});

} // namespace likeness::audit
