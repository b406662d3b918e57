// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/chain.h"

#include "engine/base/canonicaljson.h"
#include "engine/base/clock.h"
#include "engine/base/digest.h"

#include <QJsonDocument>

namespace likeness::audit
{

namespace
{

// What UTF-8 can hold of a text, so that an entry reads back from any storage as it was hashed.
QString storable(const QString &text)
{
    return QString::fromUtf8(text.toUtf8());
}

QString hashOf(const model::AuditEntry &entry)
{
    return base::sha256(base::canonicalJson(entryObject(entry)));
}

tl::unexpected<base::Error> broken(qint64 number, const char *what)
{
    return base::fail(base::ErrorCode::AuditBroken, QString::number(number), QString::fromLatin1(what));
}

} // namespace

QString emptyHash()
{
    return QString(64, u'0');
}

QJsonObject entryObject(const model::AuditEntry &entry)
{
    return {{"number", entry.number},       {"time", base::timeText(entry.time)},
            {"actor", entry.actor},         {"host", entry.host},
            {"act", entry.act.verb},        {"subject", entry.act.subject},
            {"details", entry.act.details}, {"previous", entry.previousHash}};
}

model::AuditEntry nextEntry(const model::AuditHead &head, const model::Act &act, const model::Actor &actor,
                            const QDateTime &time)
{
    model::AuditEntry entry;
    entry.number = head.count + 1;
    entry.time = base::timeFromText(base::timeText(time));
    entry.actor = storable(actor.name);
    entry.host = storable(actor.host);
    entry.act = {storable(act.verb), storable(act.subject), act.details};
    entry.previousHash = head.count == 0 ? emptyHash() : head.hash;
    entry.hash = hashOf(entry);
    return entry;
}

model::AuditHead headAfter(const model::AuditEntry &entry)
{
    return {entry.number, entry.hash};
}

ChainVerifier::ChainVerifier(qint64 rememberCount) : m_head{0, emptyHash()}, m_rememberCount(rememberCount)
{
    if (rememberCount == 0)
        m_remembered = emptyHash();
}

base::Outcome ChainVerifier::add(const model::AuditEntry &entry)
{
    const qint64 expected = m_head.count + 1;
    if (entry.number != expected)
        return broken(expected,
                      entry.number > expected ? "the entry is missing" : "the number is out of order");
    if (entry.previousHash != m_head.hash)
        return broken(expected, "the previous hash is not that of the entry before");
    if (entry.hash != hashOf(entry))
        return broken(expected, "the entry does not have the hash it was sealed with");
    m_head = headAfter(entry);
    if (m_head.count == m_rememberCount)
        m_remembered = m_head.hash;
    return {};
}

QByteArray headText(const model::AuditHead &head)
{
    return base::canonicalJson(QJsonObject{{"count", head.count}, {"hash", head.hash}}) + '\n';
}

base::Result<model::AuditHead> headFromText(const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    const model::AuditHead head{object.value("count").toInteger(-1), object.value("hash").toString()};
    // Only the exact form counts: what reads like a head but was not written by headText was touched.
    const bool sound = head.count >= 0 && base::isSha256(head.hash) &&
                       (head.count > 0 || head.hash == emptyHash()) && headText(head) == text;
    if (!sound)
        return base::fail(base::ErrorCode::AuditBroken, QStringLiteral("audit.head"),
                          QStringLiteral("the file is not a head"));
    return head;
}

base::Outcome compareHead(const ChainVerifier &chain, const model::AuditHead &stored)
{
    if (chain.head().count < stored.count)
        return broken(chain.head().count + 1, "the head file knows of entries that are missing");
    if (chain.rememberedHash() != stored.hash)
        return broken(stored.count, "the entry has another hash than the head file says");
    return {};
}

} // namespace likeness::audit
