// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/recording.h"

#include "engine/audit/verbs.h"
#include "engine/base/digest.h"
#include "engine/casework/fileexport.h"
#include "engine/casework/frames.h"
#include "engine/imaging/png.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace likeness::casework
{

using base::ErrorCode;

Recording::Recording(const Workstation &workstation, const QString &path)
    : m_workstation(workstation), m_path(path)
{
}

base::Result<std::unique_ptr<Recording>> Recording::open(const Workstation &workstation, const QString &path,
                                                         base::Progress &progress)
{
    const qint64 bytes = QFileInfo(path).size();
    auto video = workstation.decoder().openVideoFile(path, progress);
    if (!video)
        return tl::unexpected(video.error());
    auto index = (*video)->makeIndex(progress);
    if (!index)
        return tl::unexpected(index.error());
    auto sha256 = base::sha256OfFile(path, progress);
    if (!sha256)
        return tl::unexpected(sha256.error());
    if (QFileInfo(path).size() != bytes)
        return base::fail(ErrorCode::FileDamaged, path, QStringLiteral("grows"));
    std::unique_ptr<Recording> recording(new Recording(workstation, path));
    recording->m_sha256 = *sha256;
    recording->m_video = std::move(*video);
    recording->m_index = std::move(*index);
    return recording;
}

base::Result<model::VideoFrame> Recording::frame(qint64 number, base::Progress &progress)
{
    return m_video->frame(number, progress);
}

base::Result<QJsonObject> Recording::exportFrame(qint64 number, const QString &pngPath,
                                                 base::Progress &progress)
{
    if (!pngPath.endsWith(QStringLiteral(".png"), Qt::CaseInsensitive))
        return base::fail(ErrorCode::InvalidArgument, pngPath, QStringLiteral("the name has to end in .png"));
    const auto frame = m_video->nativeFrame(number, progress);
    if (!frame)
        return tl::unexpected(frame.error());
    const QByteArray png = imaging::toPng(*frame);
    QJsonObject facts = frameFacts(QFileInfo(m_path).fileName(), m_sha256, info(), m_index, number);
    addPngFacts(facts, frame->width, frame->height, frame->bitsPerChannel, png);
    LIKENESS_TRY(writeEntered(
        m_workstation,
        {{pngPath, png}, {sidecarPath(pngPath), QJsonDocument(facts).toJson(QJsonDocument::Indented)}},
        {audit::verbs::frameExported, m_sha256, facts}));
    return facts;
}

base::Result<std::vector<model::FaceTrack>> Recording::findTracks(const model::ScanSettings &settings,
                                                                  base::Progress &progress)
{
    const auto engine = m_workstation.engine();
    if (!engine)
        return tl::unexpected(engine.error());
    auto tracker = trackerOf(*engine, settings, info(), m_index, m_path);
    if (!tracker)
        return tl::unexpected(tracker.error());
    const qint64 last = settings.lastFrame < 0 ? qint64(m_index.frames.size()) - 1 : settings.lastFrame;
    LIKENESS_TRY(
        giveFrames(*tracker, *m_video, settings.firstFrame, last, progress, [&](qint64 frame) -> base::Outcome {
            progress.report(frame - settings.firstFrame + 1, last - settings.firstFrame + 1);
            return {};
        }));
    auto tracks = tracker->tracks();
    QJsonObject details{{"tracks", qint64(tracks.size())},
                        {"first_frame", settings.firstFrame},
                        {"last_frame", last},
                        {"smallest_face_px", settings.smallestFacePx},
                        {"engine", (*engine)->version().toJson()}};
    if (settings.area)
        details["area"] = model::toJson(*settings.area);
    LIKENESS_TRY(
        m_workstation.record().commit({audit::verbs::facesFound, m_sha256, details}, m_workstation.actor()));
    return tracks;
}

} // namespace likeness::casework
