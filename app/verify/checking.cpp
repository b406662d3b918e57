// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verify/checking.h"

#include "engine/audit/verbs.h"
#include "engine/casework/agencyfile.h"
#include "engine/crypto/signingkey.h"

#include <QFile>
#include <QHash>

namespace likeness::verify
{

using base::ErrorCode;
using store::Finding;

namespace
{

base::Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(ErrorCode::FileUnreadable, path, file.errorString());
    return file.readAll();
}

bool has(const store::Verification &verified, Finding::Kind kind)
{
    return std::any_of(verified.findings.begin(), verified.findings.end(),
                       [kind](const Finding &finding) { return finding.kind == kind; });
}

QString stateOf(const store::WorkstationStore::Remembered &remembered, const store::Against &against)
{
    store::Against heads = against;
    heads.remembered = {remembered};
    heads.report.reset();
    heads.head.reset();
    heads.hashFiles = false;
    base::Progress progress;
    const auto verified = store::verifyFolder(remembered.folder, progress, heads);
    if (!verified)
        return verified.error().code == ErrorCode::NotFound ? QStringLiteral("missing")
                                                            : QStringLiteral("not-checked");
    if (!remembered.id.isEmpty() && !verified->id.isEmpty() && verified->id != remembered.id)
        return QStringLiteral("replaced");
    if (has(*verified, Finding::Kind::Forked))
        return QStringLiteral("forked");
    if (has(*verified, Finding::Kind::RolledBack))
        return QStringLiteral("rolled-back");
    return verified->isSound() ? QStringLiteral("sound") : QStringLiteral("not-sound");
}

} // namespace

base::Result<Beside> readBeside(const Request &request)
{
    Beside beside;
    beside.against.signatures = crypto::verify;
    beside.against.head = request.head;
    if (!request.agency.isEmpty()) {
        const auto bytes = bytesOf(request.agency + QStringLiteral("/agency.json"));
        LIKENESS_TRY(bytes);
        const auto agency = casework::AgencyFile::read(*bytes, QStringLiteral("agency.json"));
        LIKENESS_TRY(agency);
        QHash<QString, QString> names;
        for (const model::Account &account : agency->accounts())
            names.insert(account.key, account.name);
        beside.against.accountOf = [names](const QString &key) { return names.value(key); };
    }
    if (!request.report.isEmpty()) {
        auto bytes = bytesOf(request.report);
        LIKENESS_TRY(bytes);
        beside.against.report = std::move(*bytes);
    }
    if (!request.workstation.isEmpty()) {
        base::Progress progress;
        store::Against own;
        own.signatures = beside.against.signatures;
        own.accountOf = beside.against.accountOf;
        auto verified = store::verifyFolder(request.workstation, progress, own);
        LIKENESS_TRY(verified);
        if (verified->folderKind != store::Verification::FolderKind::Workstation)
            return base::fail(ErrorCode::NotFound, request.workstation);
        beside.against.remembered = verified->cases;
        beside.against.remembered.insert(beside.against.remembered.end(), verified->galleries.begin(),
                                         verified->galleries.end());
        beside.workstation = std::move(*verified);
    }
    return beside;
}

base::Result<LogResult> checkLog(const QString &path, const store::Against &against)
{
    const auto bytes = bytesOf(path);
    LIKENESS_TRY(bytes);
    LogResult result;
    const auto note = [&](const char *kind, const QString &subject, const QString &detail = {}) {
        result.findings.push_back({QString::fromLatin1(kind), subject, detail});
    };
    QHash<qint64, QString> hashes;
    bool isTraining = true;
    const auto log = audit::verifyLog(*bytes, against.signatures, [&](const model::AuditEntry &entry) {
        hashes.insert(entry.number, entry.hash);
        if (entry.act.verb == audit::verbs::caseCreated)
            isTraining = entry.act.details["training"].toBool(true);
        const QString key = entry.act.details["key"].toString();
        if (entry.act.verb == audit::verbs::headSigned && against.accountOf &&
            against.accountOf(key) != entry.actor)
            note("signer-unknown", key, QString::number(entry.number));
    });
    if (!log) {
        note("log-broken", log.error().subject, log.error().detail);
        return result;
    }
    result.log = *log;
    if (!log->isSigned() && (!isTraining || against.accountOf))
        note("log-unsigned", path);
    if (log->isSigned() && against.accountOf) {
        result.account = against.accountOf(log->signature.key);
        if (result.account.isEmpty())
            note("signer-unknown", log->signature.key);
    }
    std::vector<model::AuditHead> known = store::headsOf(against.remembered, log->source.id, {}, {});
    if (against.head)
        known.push_back(*against.head);
    for (const model::AuditHead &head : known) {
        result.knownHeads++;
        const auto relation = audit::relationTo(head, log->head, hashes.value(head.count));
        if (relation == audit::HeadRelation::RolledBack || relation == audit::HeadRelation::Forked)
            note(relation == audit::HeadRelation::Forked ? "forked" : "rolled-back", audit::headPrint(head));
    }
    return result;
}

std::vector<RememberedState> checkRemembered(const store::Verification &workstation,
                                             const store::Against &against)
{
    std::vector<RememberedState> states;
    for (const bool isCase : {true, false}) {
        const auto &all = isCase ? workstation.cases : workstation.galleries;
        for (const auto &remembered : all) {
            // Entries from before there were ids, of a folder that has one by now, say nothing more.
            const bool isNamedSince =
                remembered.id.isEmpty() && std::any_of(all.begin(), all.end(), [&](const auto &other) {
                    return !other.id.isEmpty() && other.folder == remembered.folder &&
                           other.title == remembered.title;
                });
            if (!isNamedSince)
                states.push_back({remembered, isCase, stateOf(remembered, against)});
        }
    }
    return states;
}

} // namespace likeness::verify
