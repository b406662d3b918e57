// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/model/account.h"
#include "engine/model/audit.h"

#include <functional>

namespace likeness::audit
{

/// A head that somebody signed. The chain alone can be made again from any entry on by whoever may write the
/// folder; what is behind a signed head cannot, without the key. The signature is Ed25519 over the canonical
/// JSON {"count","hash"} of the entries before the entry head-signed, whose details are
///   {"count","hash","key","signature"}
/// Pure functions, thread-safe. This room knows no cryptography but hashes: signing and checking are handed
/// in.

/// What is signed.
QJsonObject headObject(const model::AuditHead &head);

/// Gives a document's signature by whoever is signed in (casework: Workstation::sign).
using HeadSigner = std::function<base::Result<model::Signature>(const QJsonObject &head)>;
/// Whether a signature is one of these bytes by that key (crypto::verify).
using SignatureCheck =
    std::function<bool(const QByteArray &bytes, const QString &publicKey, const QString &signature)>;

/// The act head-signed for a head.
model::Act signedHeadAct(const model::AuditHead &head, const model::Signature &signature);

/// For an entry head-signed of a chain that holds: does it name the head before it, and is the signature one
/// of that head? The signature's account is the entry's actor. AuditBroken with the entry's number.
base::Result<model::Signature> verifySignedHead(const model::AuditEntry &entry, const SignatureCheck &check);

/// How a chain stands to a head of it that is known from elsewhere: printed in a report, remembered by a
/// workstation, exported.
enum class HeadRelation {
    Same,       ///< it ends there
    Ahead,      ///< it goes on from there
    RolledBack, ///< it ends before: entries are gone
    Forked,     ///< it has another entry there
};
QString headRelationName(HeadRelation relation); ///< "same", "ahead", "rolled-back", "forked"
/// `hashThere` is the chain's hash at number `known.count`; anything when the chain is shorter.
HeadRelation relationTo(const model::AuditHead &known, const model::AuditHead &chain,
                        const QString &hashThere);

/// "COUNT:HASH", as reports print a head and command lines take it. InvalidArgument.
base::Result<model::AuditHead> headFromPrint(const QString &text);
QString headPrint(const model::AuditHead &head);

} // namespace likeness::audit
