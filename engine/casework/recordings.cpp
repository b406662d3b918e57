// SPDX-License-Identifier: GPL-3.0-or-later
// CaseSession: the recordings among the evidence are opened, and frames of them leave.
#include "engine/audit/verbs.h"
#include "engine/casework/casesession.h"
#include "engine/casework/fileexport.h"
#include "engine/casework/frames.h"
#include "engine/imaging/imaging.h"
#include "engine/imaging/png.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <set>

namespace likeness::casework
{

using base::ErrorCode;

namespace
{

/// The hair and ears around a box of the finder are part of who somebody is.
constexpr double aroundBystander = 0.3;

} // namespace

base::Result<std::shared_ptr<const CaseSession::OpenedRecording>>
CaseSession::openAlone(const model::EvidenceItem &item, const QString &name, base::Progress &progress) const
{
    auto file = m_store->openEvidence(item.sha256, progress);
    if (!file)
        return base::fail(file.error().code, name, file.error().detail);
    const auto bytes = m_store->videoIndex(item.id);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto index = *bytes ? model::VideoIndex::fromBytes(**bytes) : std::nullopt;
    if (!index || qint64(index->frames.size()) != item.frames)
        return base::fail(ErrorCode::DatabaseCorrupt, name, QStringLiteral("the index of the recording"));
    auto video = m_workstation->decoder().openVideo(**file, name, progress);
    if (!video)
        return tl::unexpected(video.error());
    LIKENESS_TRY((*video)->useIndex(*index));
    OpenedRecording opened{item, (*video)->info(), std::move(*index), std::move(*video)};
    return std::make_shared<const OpenedRecording>(std::move(opened));
}

base::Result<std::shared_ptr<const CaseSession::OpenedRecording>>
CaseSession::openedRecording(const model::EvidenceItem &item, const QString &name,
                             base::Progress &progress) const
{
    const std::lock_guard lock(m_recordingMutex);
    if (m_recording && m_recording->item.id == item.id)
        return m_recording;
    auto opened = openAlone(item, name, progress);
    if (opened)
        m_recording = *opened;
    return opened;
}

template <class Frame>
base::Result<Frame>
CaseSession::askRecording(const model::EvidenceItem &item, const QString &name, base::Progress &progress,
                          const std::function<base::Result<Frame>(media::Video &)> &ask) const
{
    for (bool again = true;; again = false) {
        const auto recording = openedRecording(item, name, progress);
        if (!recording)
            return tl::unexpected(recording.error());
        auto frame = ask(*(*recording)->video);
        if (frame || frame.error().code == ErrorCode::Cancelled ||
            frame.error().code == ErrorCode::InvalidArgument)
            return frame;
        {
            const std::lock_guard lock(m_recordingMutex);
            if (m_recording == *recording) // another thread may have opened it anew
                m_recording.reset();
        }
        // An earlier request that was cancelled ended this decoder: nothing is wrong with the file.
        if (!again || frame.error().detail != QStringLiteral("stopped"))
            return base::fail(frame.error().code, name, frame.error().detail);
    }
}

base::Result<model::VideoFrame> CaseSession::frameOf(const model::EvidenceItem &item, qint64 number,
                                                     const QString &name, base::Progress &progress) const
{
    return askRecording<model::VideoFrame>(
        item, name, progress, [&](media::Video &video) { return video.frame(number, progress); });
}

base::Result<std::shared_ptr<const CaseSession::OpenedRecording>>
CaseSession::openRecording(const model::EvidenceId &evidence, base::Progress &progress)
{
    const auto opened = openItem(evidence, &CaseSession::openedRecording, progress);
    if (opened)
        LIKENESS_TRY(recordView(audit::verbs::recordingViewed, evidence.value(),
                                {{"sha256", (*opened)->item.sha256}}));
    return opened;
}

base::Result<std::shared_ptr<const CaseSession::OpenedRecording>>
CaseSession::openItem(const model::EvidenceId &evidence, Opener opener, base::Progress &progress)
{
    const auto item = m_store->evidence(evidence);
    if (!item)
        return tl::unexpected(item.error());
    if (!item->isVideo())
        return base::fail(ErrorCode::InvalidArgument, item->fileName, QStringLiteral("no recording"));
    const auto opened = (this->*opener)(*item, item->fileName, progress);
    if (!opened)
        LIKENESS_TRY(enterChange(*item, opened.error()));
    return opened;
}

base::Result<std::vector<model::RelativeRect>>
CaseSession::bystanders(const model::EvidenceId &evidence, qint64 frame, base::Progress &progress)
{
    const auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    const model::PictureSource source{evidence, frame};
    std::vector<model::RelativeRect> chosen;
    std::vector<model::RelativeRect> hidden;
    std::set<QString> probed;
    for (const model::Probe &probe : contents->probes) {
        if (probe.evidence != evidence || probe.frame != frame)
            continue;
        chosen.push_back(probe.originalBox.value_or(probe.box));
        probed.insert(probe.region.value());
    }
    for (const model::Scan &scan : contents->scans) {
        if (scan.evidence != evidence)
            continue;
        const auto tracks = m_store->tracks(scan.id);
        if (!tracks)
            return tl::unexpected(tracks.error());
        for (const model::ScannedTrack &track : *tracks)
            if (const auto *box = track.track.boxAt(frame))
                (track.chosen ? chosen : hidden).push_back(box->box);
    }
    const auto isOf = [&](const model::RelativeRect &box) {
        return [&](const model::RelativeRect &a, const model::RelativeRect &b) {
            return face::overlapOf(a, box) < face::overlapOf(b, box);
        };
    };
    // Faces that somebody drew because the finder misses them, and what it finds now. A chosen box accounts for
    // one of them, the nearest, and only where no bystander's box is nearer: two who cross are two.
    const auto found = findFaces(source, {}, progress);
    if (!found)
        return tl::unexpected(found.error());
    std::vector<model::RelativeRect> seen;
    for (const model::FoundFace &face : *found)
        seen.push_back(face.box);
    const std::vector<model::RelativeRect> passing = hidden;
    for (const model::RelativeRect &box : chosen) {
        const auto nearest = std::max_element(seen.begin(), seen.end(), isOf(box));
        if (nearest == seen.end() || face::overlapOf(*nearest, box) < sameFaceOverlap)
            continue;
        const auto rival = std::max_element(passing.begin(), passing.end(), isOf(*nearest));
        if (rival == passing.end() ||
            face::overlapOf(*rival, *nearest) < face::overlapOf(box, *nearest))
            seen.erase(nearest);
    }
    hidden.insert(hidden.end(), seen.begin(), seen.end());
    for (const model::Region &region : contents->regions)
        if (region.source() == source && region.drawn && probed.count(region.id.value()) == 0 &&
            std::none_of(chosen.begin(), chosen.end(), [&](const model::RelativeRect &box) {
                return face::overlapOf(box, region.box) >= sameFaceOverlap;
            }))
            hidden.push_back(region.box);
    return hidden;
}

base::Result<QJsonObject> CaseSession::exportFrame(const model::EvidenceId &evidence, qint64 frame,
                                                   const QString &pngPath, Bystanders bystandersAre,
                                                   const QString &reason, base::Progress &progress)
{
    const bool shown = bystandersAre == Bystanders::Shown;
    LIKENESS_TRY(writable());
    LIKENESS_TRY(allowed(shown ? policy::Deed::ExportDisclosure : policy::Deed::ExportReport,
                         evidence.value()));
    if (shown && policy::isPlaceholder(reason))
        return base::fail(ErrorCode::NotAllowed, pngPath, policy::ruleName(policy::Rule::ReasonMissing));
    LIKENESS_TRY(FileExport::checkTarget(*m_store, pngPath, QStringLiteral("png")));
    LIKENESS_TRY(checkSource({evidence, frame}));
    const auto recording = openRecording(evidence, progress);
    if (!recording)
        return tl::unexpected(recording.error());
    const model::EvidenceItem &item = (*recording)->item;

    QJsonObject facts = frameFacts(item.fileName, item.sha256, (*recording)->info, (*recording)->index, frame);
    QByteArray png;
    if (shown) {
        const auto native = askRecording<model::NativeFrame>(
            item, item.fileName, progress,
            [&](media::Video &video) { return video.nativeFrame(frame, progress); });
        if (!native)
            return tl::unexpected(native.error());
        png = imaging::toPng(*native);
        addPngFacts(facts, native->width, native->height, native->bitsPerChannel, png);
        facts["reason"] = reason.trimmed();
    } else {
        const auto hidden = bystanders(evidence, frame, progress);
        if (!hidden)
            return tl::unexpected(hidden.error());
        const auto original = openPicture({evidence, frame}, progress);
        LIKENESS_TRY(original);
        std::vector<model::RelativeRect> regions;
        for (const model::RelativeRect &box : *hidden)
            regions.push_back(imaging::grown(box, aroundBystander));
        const auto picture = imaging::pixelateInside(*original, regions);
        LIKENESS_TRY(picture);
        png = imaging::toPng(*picture);
        addPngFacts(facts, picture->width(), picture->height(), 8, png);
        facts["faces_pixelated"] = qint64(regions.size());
    }
    facts["bystanders"] = shown ? QStringLiteral("shown") : QStringLiteral("pixelated");
    const QByteArray sidecar = QJsonDocument(facts).toJson(QJsonDocument::Indented);

    const QString target = QFileInfo(pngPath).absoluteFilePath();
    auto files = FileExport::begin(*m_store, *m_workstation, {target, sidecarPath(target)});
    if (!files)
        return tl::unexpected(files.error());
    if (const auto written = (*files)->file(0).write(png); !written)
        return (*files)->failed(written.error());
    if (const auto written = (*files)->file(1).write(sidecar); !written)
        return (*files)->failed(written.error());
    QJsonObject details = facts;
    details["file_name"] = QFileInfo(target).fileName();
    LIKENESS_TRY((*files)->publish({audit::verbs::frameExported, evidence.value(), details}));
    return facts;
}

} // namespace likeness::casework
