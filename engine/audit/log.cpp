// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/log.h"

#include "engine/audit/chain.h"
#include "engine/audit/verbs.h"
#include "engine/base/canonicaljson.h"
#include "engine/base/clock.h"
#include "engine/base/digest.h"

#include <QJsonDocument>

namespace likeness::audit
{

namespace
{

const QString formatName = QStringLiteral("likeness-audit-log-1");
const QByteArray entryStart = QByteArrayLiteral("{\"entry\":");
const QByteArray hashStart = QByteArrayLiteral(",\"hash\":\"");
const QByteArray hashEnd = QByteArrayLiteral("\"}");
constexpr qsizetype hashLength = 64;
const qsizetype tailLength = hashStart.size() + hashLength + hashEnd.size();

tl::unexpected<base::Error> broken(qsizetype line, const char *what)
{
    return base::fail(base::ErrorCode::AuditBroken, QString::number(line + 1), QString::fromLatin1(what));
}

QByteArray line(const QJsonObject &object)
{
    return base::canonicalJson(object) + '\n';
}

/// The lines without their line feeds; the log must end with one.
base::Result<std::vector<QByteArray>> linesOf(const QByteArray &log)
{
    std::vector<QByteArray> lines;
    qsizetype start = 0;
    while (start < log.size()) {
        const qsizetype end = log.indexOf('\n', start);
        if (end < 0)
            return broken(qsizetype(lines.size()), "the line is cut off");
        lines.push_back(QByteArray::fromRawData(log.constData() + start, end - start));
        start = end + 1;
    }
    if (lines.size() < 2)
        return broken(qsizetype(lines.size()), "the log is cut off");
    return lines;
}

/// The first pass, without reading JSON: is every entry the one that was hashed?
base::Outcome checkRawHash(const QByteArray &text, qsizetype number)
{
    const qsizetype length = text.size() - entryStart.size() - tailLength;
    if (length <= 0 || !text.startsWith(entryStart) || !text.endsWith(hashEnd) ||
        QByteArrayView(text).sliced(entryStart.size() + length).first(hashStart.size()) != hashStart)
        return broken(number, "the line is not an entry");
    const QByteArrayView hash =
        QByteArrayView(text).sliced(text.size() - hashEnd.size() - hashLength).first(hashLength);
    const QByteArray entry = QByteArray::fromRawData(text.constData() + entryStart.size(), length);
    if (base::sha256(entry).toLatin1() != hash)
        return broken(number, "the entry does not have the hash it was sealed with");
    return {};
}

base::Result<LogSource> readHeader(const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    const LogSource source{object["kind"].toString(), object["id"].toString()};
    if (logHeaderLine(source).chopped(1) != text)
        return broken(0, "the first line is not that of an audit log");
    return source;
}

base::Result<model::AuditEntry> readEntry(const QByteArray &text, qsizetype number)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    const QJsonObject fields = object["entry"].toObject();
    const model::AuditEntry entry{
        fields["number"].toInteger(),
        base::timeFromText(fields["time"].toString()),
        fields["actor"].toString(),
        fields["host"].toString(),
        {fields["act"].toString(), fields["subject"].toString(), fields["details"].toObject()},
        fields["previous"].toString(),
        object["hash"].toString()};
    if (!entry.time.isValid() || logEntryLine(entry).chopped(1) != text)
        return broken(number, "the entry is not in the form in which entries are written");
    return entry;
}

base::Outcome readHead(const QByteArray &text, qsizetype number, Log &log, const SignatureCheck &check)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    const QJsonObject head = object["head"].toObject();
    const model::AuditHead stated{head["count"].toInteger(-1), head["hash"].toString()};
    log.signature = {{}, object["key"].toString(), object["signature"].toString()};
    if (logHeadLine(log.source, stated, log.signature).chopped(1) != text ||
        log.signature.key.isEmpty() != log.signature.value.isEmpty())
        return broken(number, "the last line is not the head of this log");
    if (stated != log.head)
        return broken(number, "the head is not that of the entries");
    if (log.isSigned() && check &&
        !check(base::canonicalJson(headObject(stated)), log.signature.key, log.signature.value))
        return broken(number, "the signature of the head does not hold");
    return {};
}

} // namespace

QByteArray logHeaderLine(const LogSource &source)
{
    return line({{"format", formatName}, {"kind", source.kind}, {"id", source.id}});
}

QByteArray logEntryLine(const model::AuditEntry &entry)
{
    return line({{"entry", entryObject(entry)}, {"hash", entry.hash}});
}

QByteArray logHeadLine(const LogSource &source, const model::AuditHead &head,
                       const model::Signature &signature)
{
    return line({{"head", headObject(head)},
                 {"kind", source.kind},
                 {"id", source.id},
                 {"key", signature.key},
                 {"signature", signature.value}});
}

base::Result<Log> verifyLog(const QByteArray &bytes, const SignatureCheck &check,
                            const std::function<void(const model::AuditEntry &)> &visit)
{
    const auto lines = linesOf(bytes);
    LIKENESS_TRY(lines);
    const auto last = qsizetype(lines->size()) - 1;
    for (qsizetype i = 1; i < last; ++i)
        LIKENESS_TRY(checkRawHash(lines->at(size_t(i)), i));

    Log log;
    const auto source = readHeader(lines->front());
    LIKENESS_TRY(source);
    log.source = *source;
    log.head = {0, emptyHash()};
    for (qsizetype i = 1; i < last; ++i) {
        const auto entry = readEntry(lines->at(size_t(i)), i);
        LIKENESS_TRY(entry);
        if (entry->number != log.head.count + 1)
            return broken(i, "the number is out of order");
        if (entry->previousHash != log.head.hash)
            return broken(i, "the previous hash is not that of the entry before");
        // A case's or gallery's own first entry names it.
        if (i == 1 && log.source.kind != u"workstation" && entry->act.subject != log.source.id)
            return broken(i, "the entries are not of what the first line names");
        if (entry->act.verb == verbs::headSigned) {
            if (check)
                if (const auto held = verifySignedHead(*entry, check); !held)
                    return base::fail(held.error().code, QString::number(i + 1), held.error().detail);
            log.signedHeads++;
        }
        log.head = headAfter(*entry);
        if (visit)
            visit(*entry);
    }
    LIKENESS_TRY(readHead(lines->back(), last, log, check));
    return log;
}

} // namespace likeness::audit
