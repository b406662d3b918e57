// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/recording.h"

#include "engine/audit/verbs.h"
#include "engine/base/digest.h"
#include "engine/casework/fileexport.h"
#include "engine/face/facetracker.h"
#include "engine/imaging/png.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <future>

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
    const QString ending = QStringLiteral(".png");
    if (!pngPath.endsWith(ending, Qt::CaseInsensitive))
        return base::fail(ErrorCode::InvalidArgument, pngPath, QStringLiteral("the name has to end in .png"));
    const auto frame = m_video->nativeFrame(number, progress);
    if (!frame)
        return tl::unexpected(frame.error());
    const QByteArray png = imaging::toPng(*frame);
    const model::IndexedFrame &indexed = m_index.frames[size_t(number)];
    const QJsonObject facts{
        {"source", QFileInfo(m_path).fileName()},
        {"source_sha256", m_sha256},
        {"frame", number},
        {"time", indexed.time},
        {"time_found", indexed.timeFound},
        {"time_base",
         QStringLiteral("%1/%2").arg(m_index.timeBase.numerator).arg(m_index.timeBase.denominator)},
        {"seconds", m_index.seconds(number)},
        {"digest", QStringLiteral("%1").arg(frame->digest, 16, 16, QLatin1Char('0'))},
        {"width", frame->width},
        {"height", frame->height},
        {"bits_per_channel", frame->bitsPerChannel},
        {"rotation", info().rotation},
        {"png_sha256", base::sha256(png)}};
    const QString sidecar = pngPath.chopped(ending.size()) + QStringLiteral(".json");
    LIKENESS_TRY(writeEntered(
        m_workstation, {{pngPath, png}, {sidecar, QJsonDocument(facts).toJson(QJsonDocument::Indented)}},
        {audit::verbs::frameExported, m_sha256, facts}));
    return facts;
}

base::Result<std::vector<model::FaceTrack>> Recording::findTracks(const model::ScanSettings &settings,
                                                                  base::Progress &progress)
{
    const auto frames = qint64(m_index.frames.size());
    const qint64 last = settings.lastFrame < 0 ? frames - 1 : settings.lastFrame;
    if (settings.firstFrame < 0 || settings.firstFrame > last || last >= frames)
        return base::fail(ErrorCode::InvalidArgument, m_path, QStringLiteral("no such frames"));
    if (settings.area && !settings.area->isValid())
        return base::fail(ErrorCode::InvalidArgument, m_path, QStringLiteral("no such area"));
    const auto engine = m_workstation.engine();
    if (!engine)
        return tl::unexpected(engine.error());
    const double seconds = frames > 1 ? m_index.seconds(frames - 1) : 0;
    const double framesPerSecond = seconds > 0 ? double(frames - 1) / seconds : info().averageRate.value();
    face::FaceTracker tracker(*engine, settings, framesPerSecond, info().width, info().height);

    // The decoder is another process: it makes the next frame while this one is looked at.
    const auto decoded = [this, &progress](qint64 number) {
        return std::async(std::launch::async, [this, number, &progress] { return frame(number, progress); });
    };
    auto next = decoded(settings.firstFrame);
    for (qint64 number = settings.firstFrame; number <= last; ++number) {
        const auto current = next.get();
        if (!current)
            return tl::unexpected(current.error());
        if (number < last)
            next = decoded(number + 1);
        LIKENESS_TRY(tracker.add(number, current->picture, progress));
        progress.report(number - settings.firstFrame + 1, last - settings.firstFrame + 1);
    }
    auto tracks = tracker.tracks();
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
