// SPDX-License-Identifier: GPL-3.0-or-later
// CaseSession: evidence comes in, is opened and is checked.
#include "engine/audit/verbs.h"
#include "engine/base/log.h"
#include "engine/casework/casesession.h"
#include "engine/casework/partprogress.h"

#include <QFileInfo>

#include <algorithm>

namespace likeness::casework {

using base::ErrorCode;

namespace {

bool isCancelled(const base::Error &error)
{
    return error.code == ErrorCode::Cancelled;
}

/// Opens what a person named. Not a folder, nothing that would make us wait (a pipe, a device), and no link,
/// which may name another file tomorrow than the record says today.
base::Outcome openForIntake(QFile &file)
{
    const QFileInfo info(file.fileName());
    if (info.isSymLink() || !info.isFile())
        return base::fail(ErrorCode::FileUnreadable, file.fileName(),
                          info.exists() ? QStringLiteral("no regular file") : QStringLiteral("missing"));
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(ErrorCode::FileUnreadable, file.fileName(), file.errorString());
    return {};
}

} // namespace

base::Result<std::vector<CaseSession::IntakeItem>> CaseSession::addEvidence(const QStringList &files,
                                                                            base::Progress &progress)
{
    LIKENESS_TRY(writable());
    LIKENESS_TRY(allowed(policy::Deed::AddEvidence, folder()));
    const std::lock_guard lock(m_intakeMutex);
    std::vector<IntakeItem> items;
    for (const QString &file : files) {
        progress.report(qint64(items.size()), files.size());
        if (progress.isCancelled())
            return base::fail(ErrorCode::Cancelled, file);

        const QString fileName = QFileInfo(file).fileName();
        const model::Operation operation{model::OperationId::create(), QStringLiteral("intake"), fileName,
                                         m_workstation->clock().now()};
        LIKENESS_TRY(commit({audit::verbs::operationStarted,
                             fileName,
                             {{"operation", operation.id.value()}, {"kind", operation.kind}}},
                            [&](store::CaseWriter &writer) { return writer.begin(operation); }));

        PartProgress inner(progress); // it counts bytes, the caller's progress files
        QFile source(file);
        base::Result<model::EvidenceItem> outcome = base::fail(ErrorCode::FileUnreadable, file);
        QString storedSha256;
        if (const auto opened = openForIntake(source); !opened) {
            outcome = tl::unexpected(opened.error());
        } else if (const auto stored = m_store->storeEvidence(source, inner); !stored) {
            outcome = tl::unexpected(stored.error());
        } else {
            storedSha256 = stored->sha256;
            outcome = takeInStored(operation.id, fileName, *stored, inner);
        }
        if (!outcome) {
            outcome.error().subject = file;
            if (!storedSha256.isEmpty())
                if (const auto gone = m_store->discardEvidence(storedSha256); !gone)
                    qCWarning(base::logCasework)
                        << "a refused file stays in the vault until the next opening:"
                        << base::errorCodeName(gone.error().code);
            QJsonObject details{{"operation", operation.id.value()},
                                {"error", base::errorCodeName(outcome.error().code)},
                                {"detail", outcome.error().detail}};
            if (!storedSha256.isEmpty())
                details["sha256"] = storedSha256;
            const bool cancelled = isCancelled(outcome.error());
            LIKENESS_TRY(commit({cancelled ? audit::verbs::operationFinished : audit::verbs::evidenceRefused,
                                 fileName, details},
                                [&](store::CaseWriter &writer) {
                                    return writer.finish(operation.id,
                                                         base::errorCodeName(outcome.error().code));
                                }));
            if (cancelled)
                return tl::unexpected(outcome.error());
        }
        items.push_back({file, std::move(outcome)});
    }
    progress.report(files.size(), files.size());
    return items;
}

base::Result<model::EvidenceItem> CaseSession::takeInStored(const model::OperationId &operation,
                                                            const QString &fileName,
                                                            const store::CaseStore::Stored &stored,
                                                            base::Progress &progress)
{
    const auto contents = m_store->contents();
    if (!contents)
        return tl::unexpected(contents.error());
    const auto known = std::find_if(contents->evidence.begin(), contents->evidence.end(),
                                    [&](const auto &item) { return item.sha256 == stored.sha256; });
    if (known != contents->evidence.end()) {
        LIKENESS_TRY(commit({audit::verbs::operationFinished,
                             fileName,
                             {{"operation", operation.value()},
                              {"outcome", "already-there"},
                              {"evidence", known->id.value()},
                              {"sha256", stored.sha256}}},
                            [&](store::CaseWriter &writer) {
                                return writer.finish(operation, QStringLiteral("already-there"));
                            }));
        return *known;
    }

    // Decoded from the copy: what was looked at is what is kept.
    auto copy = m_store->openEvidence(stored.sha256, progress);
    if (!copy)
        return tl::unexpected(copy.error());
    const auto still = m_workstation->decoder().decode(**copy, fileName, progress);
    if (!still)
        return tl::unexpected(still.error());

    model::EvidenceItem item;
    item.id = model::EvidenceId::create();
    item.sha256 = stored.sha256;
    item.fileName = fileName;
    item.bytes = stored.bytes;
    item.mediaType = still->mediaType;
    item.width = still->picture.width();
    item.height = still->picture.height();
    item.metadata = still->metadata;
    item.added = m_workstation->clock().now();
    item.addedBy = m_workstation->actor().name;
    LIKENESS_TRY(commit({audit::verbs::evidenceAdded,
                         item.id.value(),
                         {{"operation", operation.value()},
                          {"sha256", item.sha256},
                          {"file_name", item.fileName},
                          {"bytes", item.bytes},
                          {"media_type", item.mediaType},
                          {"width", item.width},
                          {"height", item.height},
                          {"exif_orientation", still->exifOrientation},
                          {"frames", still->frames},
                          {"bits_per_channel", still->bitsPerChannel}}},
                        [&](store::CaseWriter &writer) {
                            return writer.insert(item).and_then(
                                [&] { return writer.finish(operation, QStringLiteral("added")); });
                        }));
    return item;
}

base::Result<model::Still> CaseSession::openEvidence(const model::EvidenceId &evidence,
                                                      base::Progress &progress)
{
    const auto item = m_store->evidence(evidence);
    if (!item)
        return tl::unexpected(item.error());
    auto file = m_store->openEvidence(item->sha256, progress);
    if (!file) {
        base::Error error = file.error();
        error.subject = item->fileName;
        if (error.code == ErrorCode::EvidenceChanged || error.code == ErrorCode::EvidenceMissing)
            LIKENESS_TRY(recordView(audit::verbs::evidenceFoundChanged, evidence.value(),
                                    {{"sha256", item->sha256}, {"error", base::errorCodeName(error.code)}}));
        return tl::unexpected(error);
    }
    return m_workstation->decoder().decode(**file, item->fileName, progress);
}

base::Result<std::vector<CaseSession::EvidenceCheck>>
CaseSession::verifyEvidence(base::Progress &progress) const
{
    const auto contents = m_store->contents();
    if (!contents)
        return tl::unexpected(contents.error());
    qint64 total = 0;
    for (const model::EvidenceItem &item : contents->evidence)
        total += item.bytes;

    std::vector<EvidenceCheck> checks;
    qint64 done = 0;
    for (const model::EvidenceItem &item : contents->evidence) {
        PartProgress inner(progress, [&](qint64 bytes, qint64) { progress.report(done + bytes, total); });
        if (progress.isCancelled())
            return base::fail(ErrorCode::Cancelled, item.fileName);
        const auto file = m_store->openEvidence(item.sha256, inner);
        base::Outcome outcome;
        if (!file) {
            if (isCancelled(file.error()))
                return tl::unexpected(file.error());
            outcome = base::fail(file.error().code, item.fileName, file.error().detail);
        }
        checks.push_back({item, outcome});
        done += item.bytes;
        progress.report(done, total);
    }
    return checks;
}

} // namespace likeness::casework
