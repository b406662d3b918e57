// SPDX-License-Identifier: GPL-3.0-or-later
// CaseSession: evidence comes in, is opened and is checked.
#include "engine/audit/verbs.h"
#include "engine/base/digest.h"
#include "engine/base/log.h"
#include "engine/base/regularfile.h"
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

/// The size and the time of the last change of an open file: another file than before, or still being written,
/// when they are others.
std::pair<qint64, QDateTime> stateOf(const QFile &file)
{
    return {file.size(), file.fileTime(QFileDevice::FileModificationTime)};
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
        QString storedSha256;
        auto outcome = takeInFile(operation.id, file, storedSha256, inner);
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

base::Result<model::EvidenceItem> CaseSession::takeInFile(const model::OperationId &operation,
                                                          const QString &path, QString &storedSha256,
                                                          base::Progress &progress)
{
    QFile source;
    LIKENESS_TRY(base::openRegularFile(source, path));
    const auto before = stateOf(source);
    const auto stored = m_store->storeEvidence(source, progress);
    if (!stored)
        return tl::unexpected(stored.error());
    storedSha256 = stored->sha256;
    const QString fileName = QFileInfo(path).fileName();
    const auto contents = m_store->contents();
    if (!contents)
        return tl::unexpected(contents.error());
    const auto known = std::find_if(contents->evidence.begin(), contents->evidence.end(),
                                    [&](const auto &item) { return item.sha256 == stored->sha256; });
    if (known != contents->evidence.end()) {
        LIKENESS_TRY(commit({audit::verbs::operationFinished,
                             fileName,
                             {{"operation", operation.value()},
                              {"outcome", "already-there"},
                              {"evidence", known->id.value()},
                              {"sha256", stored->sha256}}},
                            [&](store::CaseWriter &writer) {
                                return writer.finish(operation, QStringLiteral("already-there"));
                            }));
        return *known;
    }
    auto decoded = decodeStored(fileName, *stored, progress);
    if (!decoded)
        return tl::unexpected(decoded.error());
    // Looked at last: a file that somebody still writes is whole to nobody, even where its beginning decodes.
    if (stored->bytes != before.first || stateOf(source) != before || base::isHeldForWriting(source))
        return base::fail(ErrorCode::FileDamaged, path, QStringLiteral("grows"));
    model::EvidenceItem &item = decoded->item;
    item.added = m_workstation->clock().now();
    item.addedBy = m_workstation->actor().name;
    decoded->details["operation"] = operation.value();
    const auto record = [&](store::CaseWriter &writer) -> base::Outcome {
        LIKENESS_TRY(writer.insert(item));
        if (!decoded->index.isEmpty())
            LIKENESS_TRY(
                writer.insertVideoIndex(item.id, model::VideoIndex::currentVersion, decoded->index));
        return writer.finish(operation, QStringLiteral("added"));
    };
    LIKENESS_TRY(commit({audit::verbs::evidenceAdded, item.id.value(), decoded->details}, record));
    return item;
}

base::Result<CaseSession::Decoded> CaseSession::decodeStored(const QString &fileName,
                                                             const store::CaseStore::Stored &stored,
                                                             base::Progress &progress) const
{
    // Decoded from the copy: what was looked at is what is kept.
    auto copy = m_store->openEvidence(stored.sha256, progress);
    if (!copy)
        return tl::unexpected(copy.error());
    const media::MediaDecoder &decoder = m_workstation->decoder();
    const auto kind = decoder.kind(**copy, fileName, progress);
    if (!kind)
        return tl::unexpected(kind.error());
    Decoded decoded;
    model::EvidenceItem &item = decoded.item;
    item.id = model::EvidenceId::create();
    item.sha256 = stored.sha256;
    item.fileName = fileName;
    item.bytes = stored.bytes;
    QJsonObject special;
    if (*kind == media::MediaDecoder::Kind::Video) {
        const auto video = decoder.openVideo(**copy, fileName, progress);
        if (!video)
            return tl::unexpected(video.error());
        const auto index = (*video)->makeIndex(progress);
        if (!index)
            return tl::unexpected(index.error());
        if (index->frames.empty())
            return base::fail(ErrorCode::FileDamaged, fileName, QStringLiteral("no frames"));
        const model::VideoInfo &info = (*video)->info();
        item.mediaType = info.mediaType;
        item.width = info.width;
        item.height = info.height;
        item.metadata = info.metadata;
        item.frames = qint64(index->frames.size());
        decoded.index = index->toBytes();
        special = {{"frames", item.frames},
                   {"rotation", info.rotation},
                   {"codec", info.codec},
                   {"bits_per_channel", info.bitsPerChannel},
                   {"ended_by", index->endedBy},
                   {"index_version", index->version},
                   {"index_sha256", base::sha256(decoded.index)}};
    } else {
        const auto still = decoder.decode(**copy, fileName, progress);
        if (!still)
            return tl::unexpected(still.error());
        item.mediaType = still->mediaType;
        item.width = still->picture.width();
        item.height = still->picture.height();
        item.metadata = still->metadata;
        special = {{"exif_orientation", still->exifOrientation},
                   {"frames", still->frames},
                   {"bits_per_channel", still->bitsPerChannel}};
    }
    decoded.details = {{"sha256", item.sha256}, {"file_name", item.fileName},
                       {"bytes", item.bytes},   {"media_type", item.mediaType},
                       {"width", item.width},   {"height", item.height}};
    for (auto detail = special.begin(); detail != special.end(); ++detail)
        decoded.details[detail.key()] = detail.value();
    return decoded;
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
        LIKENESS_TRY(enterChange(*item, error));
        return tl::unexpected(error);
    }
    return m_workstation->decoder().decode(**file, item->fileName, progress);
}

base::Outcome CaseSession::enterChange(const model::EvidenceItem &item, const base::Error &error)
{
    if (error.code != ErrorCode::EvidenceChanged && error.code != ErrorCode::EvidenceMissing)
        return {};
    return recordView(audit::verbs::evidenceFoundChanged, item.id.value(),
                      {{"sha256", item.sha256}, {"error", base::errorCodeName(error.code)}});
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
