// SPDX-License-Identifier: GPL-3.0-or-later
// CaseSession: the record leaves, as the disclosure packet or as the audit log.
#include "engine/audit/log.h"
#include "engine/audit/verbs.h"
#include "engine/base/canonicaljson.h"
#include "engine/base/digest.h"
#include "engine/casework/casesession.h"
#include "engine/casework/fileexport.h"
#include "engine/casework/partprogress.h"
#include "engine/crypto/minisign.h"
#include "engine/interchange/bagit.h"
#include "engine/report/disclosurereadme.h"

#include <QFileInfo>

#include <algorithm>
#include <map>

namespace likeness::casework
{

using base::ErrorCode;
using interchange::ZipItem;

namespace
{

constexpr qint64 entriesAtOnce = 1000;

/// The chain up to its end now, with the end signed by who exports.
base::Result<QByteArray> logOf(const store::CaseStore &store, const Workstation &workstation,
                               const model::CaseId &id, model::AuditHead &head, base::Progress &progress)
{
    const auto end = store.auditHead();
    if (!end)
        return tl::unexpected(end.error());
    head = *end;
    const audit::LogSource source{QStringLiteral("case"), id.value()};
    QByteArray log = audit::logHeaderLine(source);
    for (qint64 from = 1; from <= head.count; from += entriesAtOnce) {
        progress.report(from, head.count);
        if (progress.isCancelled())
            return base::fail(ErrorCode::Cancelled, store.folder());
        const auto entries = store.auditEntries(from, std::min(entriesAtOnce, head.count - from + 1));
        if (!entries)
            return tl::unexpected(entries.error());
        for (const model::AuditEntry &entry : *entries)
            log += audit::logEntryLine(entry);
    }
    const auto signature = workstation.sign(audit::headObject(head));
    if (!signature)
        return tl::unexpected(signature.error());
    return log + audit::logHeadLine(source, head, *signature);
}

QString endingOf(const QString &mediaType)
{
    static const std::map<QString, QString> endings{{"image/jpeg", ".jpg"},
                                                    {"image/png", ".png"},
                                                    {"image/tiff", ".tif"},
                                                    {"image/webp", ".webp"},
                                                    {"image/bmp", ".bmp"}};
    const auto known = endings.find(mediaType);
    return known == endings.end() ? QStringLiteral(".bin") : known->second;
}

/// Every account's key as minisign reads it, and who is behind it.
std::vector<ZipItem> keyFiles(const Agency &agency, const QString &own, QString &ownFile)
{
    std::vector<ZipItem> files;
    QJsonArray list;
    for (const model::Account &account : agency.accounts()) {
        QString path = QStringLiteral("keys/%1.pub").arg(account.name);
        if (!interchange::isSafePath(path)) // names may have letters that not every zip program knows
            path = QStringLiteral("keys/%1.pub").arg(account.key.left(16));
        files.push_back({path, crypto::Minisign::publicKeyText(account.key)});
        list.append(QJsonObject{{"account", account.name},
                                {"full_name", account.fullName},
                                {"roles", model::rolesToJson(account.roles)},
                                {"key", account.key},
                                {"file", path}});
        if (account.name == own)
            ownFile = path;
    }
    files.push_back({QStringLiteral("keys/keys.json"),
                     base::canonicalJson(QJsonObject{
                         {"agency", agency.name()}, {"root", agency.rootKey()}, {"accounts", list}})});
    return files;
}

} // namespace

base::Outcome CaseSession::mayReadAll(policy::Deed deed) const
{
    if (!m_workstation->isSignedIn())
        return base::fail(ErrorCode::NotSignedIn, folder());
    const auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    const auto unmet = policy::unmetWholeRecordRules(*contents, deed, m_workstation->actor(),
                                                     m_workstation->today(), isReadOnly());
    if (!unmet.empty())
        return base::fail(ErrorCode::NotAllowed, contents->file.details.number, policy::ruleNames(unmet));
    return {};
}

base::Outcome CaseSession::exportDisclosure(const QString &zipPath, const QString &reason,
                                            const PdfMaker &toPdf, const GalleryFinder &galleryFor,
                                            base::Progress &progress)
{
    LIKENESS_TRY(writable());
    LIKENESS_TRY(mayReadAll(policy::Deed::ExportDisclosure));
    if (policy::isPlaceholder(reason))
        return base::fail(ErrorCode::NotAllowed, zipPath, policy::ruleName(policy::Rule::ReasonMissing));
    LIKENESS_TRY(FileExport::checkTarget(*m_store, zipPath, QStringLiteral("zip")));
    const QFileInfo target(zipPath);
    LIKENESS_TRY(openEveryList()); // the packet tells what they held

    PartProgress gathering(progress);
    const auto report = gatherReport(galleryFor, gathering);
    if (!report)
        return tl::unexpected(report.error());
    const auto pdf = toPdf(*report);
    if (!pdf)
        return tl::unexpected(pdf.error());
    const QByteArray json = base::canonicalJson(report::toJson(*report));
    const model::Case &file = report->contents.file;

    report::DisclosureFacts facts{file.details,
                                  {},
                                  report->training,
                                  m_workstation->clock().now(),
                                  report->madeBy,
                                  reason.trimmed(),
                                  {},
                                  {},
                                  {}};
    interchange::Bag bag{QStringLiteral("disclosure"), {}, {}, {}};
    if (const auto agency = m_workstation->agency()) {
        facts.agency = agency->name();
        bag.tags = keyFiles(*agency, m_workstation->actor().name, facts.signingKeyFile);
        bag.info.push_back({QStringLiteral("Source-Organization"), agency->name()});
    }
    bag.info.push_back({QStringLiteral("Bagging-Date"), facts.made.date().toString(Qt::ISODate)});
    bag.info.push_back({QStringLiteral("External-Identifier"), file.details.number});

    bag.payload = {{QStringLiteral("report.pdf"), *pdf}, {QStringLiteral("report.json"), json}};
    // Checked here, and by their hash again while they are copied; open one at a time.
    std::vector<std::unique_ptr<QFile>> originals;
    for (const model::EvidenceItem &item : report->contents.evidence) {
        const auto original = m_store->openEvidence(item.sha256, gathering);
        if (!original && original.error().code == ErrorCode::Cancelled)
            return tl::unexpected(original.error());
        const QString path = QStringLiteral("evidence/%1%2").arg(item.sha256, endingOf(item.mediaType));
        facts.originals.push_back({original ? QStringLiteral("data/") + path : QString(), item.fileName,
                                   item.sha256,
                                   original ? QString() : base::errorCodeName(original.error().code)});
        if (!original)
            continue; // reported, never dropped
        originals.push_back(std::make_unique<QFile>(folder() + QStringLiteral("/evidence/") + item.sha256));
        bag.payload.push_back({path, {}, originals.back().get(), item.sha256});
    }

    // Only now may the log be taken: what was found changed has been entered.
    const auto log = logOf(*m_store, *m_workstation, file.id, facts.head, gathering);
    if (!log)
        return tl::unexpected(log.error());
    bag.payload.push_back({QStringLiteral("audit.jsonl"), *log});
    const report::ReportTexts english([](const char *source) { return QString::fromUtf8(source); });
    bag.tags.insert(bag.tags.begin(),
                    {QStringLiteral("README.txt"), report::disclosureReadme(facts, english)});

    auto files = FileExport::begin(*m_store, *m_workstation, {target.absoluteFilePath()});
    if (!files)
        return tl::unexpected(files.error());
    interchange::Signer sign;
    if (!m_workstation->isTraining()) // a key of the moment would vouch for nothing
        sign = [&](const QByteArray &bytes) {
            return m_workstation->signFile(bytes, QStringLiteral("likeness disclosure manifest"));
        };
    QFile &zip = (*files)->file(0).file();
    if (const auto written = interchange::writeBag(zip, bag, sign, progress); !written)
        return (*files)->failed(written.error());
    if (!zip.seek(0))
        return (*files)->failed({ErrorCode::WriteFailed, zipPath, zip.errorString()});
    PartProgress hashing(progress);
    const auto sha256 = base::sha256(zip, hashing);
    if (!sha256)
        return (*files)->failed(sha256.error());
    LIKENESS_TRY((*files)->publish({audit::verbs::disclosureExported,
                                    target.fileName(),
                                    {{"sha256", *sha256},
                                     {"bytes", zip.size()},
                                     {"reason", facts.reason},
                                     {"originals", qint64(originals.size())},
                                     {"missing", qint64(facts.originals.size() - originals.size())},
                                     {"pdf_sha256", base::sha256(*pdf)},
                                     {"json_sha256", base::sha256(json)},
                                     {"audit_count", facts.head.count},
                                     {"audit_hash", facts.head.hash}}}));
    files->reset();
    return signHead();
}

base::Outcome CaseSession::exportAudit(const QString &path, base::Progress &progress)
{
    LIKENESS_TRY(mayReadAll(policy::Deed::ReadAudit));
    LIKENESS_TRY(FileExport::checkTarget(*m_store, path, QStringLiteral("jsonl")));
    LIKENESS_TRY(openEveryList());
    const auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    const QFileInfo target(path);
    model::AuditHead head;
    const auto log = logOf(*m_store, *m_workstation, contents->file.id, head, progress);
    if (!log)
        return tl::unexpected(log.error());
    model::Act act{audit::verbs::auditExported,
                   target.fileName(),
                   {{"sha256", base::sha256(*log)}, {"audit_count", head.count}, {"audit_hash", head.hash}}};
    if (isReadOnly()) { // an auditor changes nothing in the case
        act.details["case_folder"] = folder();
        return writeEntered(*m_workstation, {{path, *log}}, act);
    }
    auto files = FileExport::begin(*m_store, *m_workstation, {target.absoluteFilePath()});
    if (!files)
        return tl::unexpected(files.error());
    if (const auto written = (*files)->file(0).write(*log); !written)
        return (*files)->failed(written.error());
    return (*files)->publish(act);
}

} // namespace likeness::casework
