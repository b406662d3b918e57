// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/signedhead.h"

#include "engine/audit/chain.h"
#include "engine/audit/verbs.h"
#include "engine/base/canonicaljson.h"
#include "engine/base/digest.h"

namespace likeness::audit
{

using base::ErrorCode;

QJsonObject headObject(const model::AuditHead &head)
{
    return {{"count", head.count}, {"hash", head.hash}};
}

model::Act signedHeadAct(const model::AuditHead &head, const model::Signature &signature)
{
    QJsonObject details = headObject(head);
    details.insert("key", signature.key);
    details.insert("signature", signature.value);
    return {verbs::headSigned, QStringLiteral("audit.head"), details};
}

base::Result<model::Signature> verifySignedHead(const model::AuditEntry &entry, const SignatureCheck &check)
{
    const auto broken = [&](const char *what) {
        return base::fail(ErrorCode::AuditBroken, QString::number(entry.number), QString::fromLatin1(what));
    };
    const model::AuditHead before{entry.number - 1, entry.previousHash};
    const model::Signature signature{entry.actor, entry.act.details["key"].toString(),
                                     entry.act.details["signature"].toString()};
    if (entry.act.details != signedHeadAct(before, signature).details)
        return broken("the signed head is not that of the entries before it");
    if (!check(base::canonicalJson(headObject(before)), signature.key, signature.value))
        return broken("the signature of the head does not hold");
    return signature;
}

QString headRelationName(HeadRelation relation)
{
    switch (relation) {
    case HeadRelation::Same:
        return QStringLiteral("same");
    case HeadRelation::Ahead:
        return QStringLiteral("ahead");
    case HeadRelation::RolledBack:
        return QStringLiteral("rolled-back");
    case HeadRelation::Forked:
        break;
    }
    return QStringLiteral("forked");
}

HeadRelation relationTo(const model::AuditHead &known, const model::AuditHead &chain,
                        const QString &hashThere)
{
    if (chain.count < known.count)
        return HeadRelation::RolledBack;
    if ((known.count == 0 ? emptyHash() : hashThere) != known.hash)
        return HeadRelation::Forked;
    return chain.count == known.count ? HeadRelation::Same : HeadRelation::Ahead;
}

base::Result<model::AuditHead> headFromPrint(const QString &text)
{
    bool isNumber = false;
    const model::AuditHead head{text.section(u':', 0, 0).toLongLong(&isNumber), text.section(u':', 1)};
    if (!isNumber || head.count < 1 || !base::isSha256(head.hash) || headPrint(head) != text)
        return base::fail(ErrorCode::InvalidArgument, text, QStringLiteral("not COUNT:HASH"));
    return head;
}

QString headPrint(const model::AuditHead &head)
{
    return QString::number(head.count) + u':' + head.hash;
}

} // namespace likeness::audit
