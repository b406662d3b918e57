// SPDX-License-Identifier: GPL-3.0-or-later
// CaseSession: faces of a recording through time; one of them is chosen.
#include "engine/audit/verbs.h"
#include "engine/casework/casesession.h"
#include "engine/casework/frames.h"
#include "engine/imaging/imaging.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QScopeGuard>

#include <algorithm>
#include <limits>
#include <set>

namespace likeness::casework
{

using base::ErrorCode;

namespace
{

constexpr qint64 tellEveryMs = 500;
/// Of a long recording all tracks so far are much: telling takes at most a tenth of the time.
constexpr qint64 tellingShare = 10;
/// What a power cut costs at most. Each keeping is an entry, so not more often.
constexpr qint64 keepEveryMs = 30'000;

/// A chosen track and the track of the same number or another are one: they share a box.
bool shareABox(const model::FaceTrack &a, const model::FaceTrack &b)
{
    return std::any_of(a.boxes.begin(), a.boxes.end(), [&](const model::TrackBox &box) {
        const model::TrackBox *there = b.boxAt(box.frame);
        return box.found && there && *there == box;
    });
}

/// The tracks of a scan that went on, each chosen one with the number under which it was chosen.
std::vector<model::FaceTrack> renumbered(std::vector<model::FaceTrack> tracks,
                                         const std::vector<model::ScannedTrack> &kept)
{
    std::set<int> taken;
    std::vector<bool> isNumbered(tracks.size(), false);
    for (const model::ScannedTrack &chosen : kept) {
        if (!chosen.chosen)
            continue;
        taken.insert(chosen.track.number);
        for (size_t i = 0; i < tracks.size(); ++i) {
            if (isNumbered[i] || !shareABox(tracks[i], chosen.track))
                continue;
            tracks[i].number = chosen.track.number;
            isNumbered[i] = true;
            break;
        }
    }
    int next = 1;
    for (size_t i = 0; i < tracks.size(); ++i) {
        if (isNumbered[i])
            continue;
        while (taken.count(next) > 0)
            ++next;
        tracks[i].number = next++;
    }
    return tracks;
}

QJsonObject scanDetails(const model::Scan &scan, qint64 tracks)
{
    return {{"evidence", scan.evidence.value()},
            {"state", model::scanStateName(scan.state)},
            {"done_to", scan.doneTo},
            {"frames", scan.frames},
            {"tracks", tracks}};
}

/// Numbers of the tracks that go through probes of the case.
std::set<int> chosenBy(const std::vector<model::Probe> &probes, const model::EvidenceId &evidence,
                       const std::vector<model::FaceTrack> &tracks)
{
    std::set<int> numbers;
    for (const model::Probe &probe : probes)
        if (probe.evidence == evidence && probe.frame && !probe.derivation)
            if (const auto *track = trackThrough(tracks, *probe.frame, probe.box))
                numbers.insert(track->number);
    return numbers;
}

base::Result<model::Scan> scanOf(const store::CaseStore &store, const model::ScanId &id)
{
    const auto contents = store.contents();
    if (!contents)
        return tl::unexpected(contents.error());
    for (const model::Scan &scan : contents->scans)
        if (scan.id == id)
            return scan;
    return base::fail(ErrorCode::NotFound, id.value());
}

} // namespace

struct CaseSession::Tracking {
    face::FaceTracker tracker;
};

base::Result<model::Scan> CaseSession::scan(const model::EvidenceId &evidence,
                                            const model::ScanSettings &settings, base::Progress &progress,
                                            const ScanSoFar &soFar)
{
    LIKENESS_TRY(writable());
    LIKENESS_TRY(allowed(policy::Deed::ChooseFaces, evidence.value()));
    const auto engine = m_workstation->engine();
    if (!engine)
        return tl::unexpected(engine.error());
    // A scan runs while somebody looks at the recording: each has a decoder that goes on from where it is.
    const auto recording = openItem(evidence, &CaseSession::openAlone, progress);
    if (!recording)
        return tl::unexpected(recording.error());
    model::Scan scan;
    scan.id = model::ScanId::create();
    scan.evidence = evidence;
    scan.settings = settings;
    if (scan.settings.lastFrame < 0) // the record says where the end was
        scan.settings.lastFrame = (*recording)->item.frames - 1;
    scan.engine = (*engine)->version();
    scan.doneTo = settings.firstFrame - 1;
    scan.created = m_workstation->clock().now();
    scan.actor = m_workstation->actor().name;
    auto tracker = trackerOf(*engine, scan.settings, (*recording)->info, (*recording)->index,
                             (*recording)->item.fileName);
    if (!tracker)
        return tl::unexpected(tracker.error());
    LIKENESS_TRY(commit({audit::verbs::scanStarted,
                         scan.id.value(),
                         {{"evidence", evidence.value()},
                          {"settings", model::toJson(scan.settings)},
                          {"engine", scan.engine.toJson()}}},
                        [&](store::CaseWriter &writer) { return writer.insert(scan); }));
    return runScan(std::move(scan), {std::move(*tracker)}, **recording, progress, soFar);
}

base::Result<model::Scan> CaseSession::resumeScan(const model::ScanId &id, base::Progress &progress,
                                                  const ScanSoFar &soFar)
{
    LIKENESS_TRY(writable());
    LIKENESS_TRY(allowed(policy::Deed::ChooseFaces, id.value()));
    {
        const std::lock_guard lock(m_tracksMutex);
        LIKENESS_TRY(isAtRest(id));
    }
    auto scan = scanOf(*m_store, id);
    if (!scan)
        return scan;
    if (scan->state == model::Scan::State::Done || scan->state == model::Scan::State::Closed)
        return base::fail(ErrorCode::InvalidArgument, id.value(), QStringLiteral("the scan has ended"));
    const auto engine = m_workstation->engine();
    if (!engine)
        return tl::unexpected(engine.error());
    const auto recording = openItem(scan->evidence, &CaseSession::openAlone, progress);
    if (!recording)
        return tl::unexpected(recording.error());
    const auto checkpoint = m_store->scanCheckpoint(id);
    if (!checkpoint)
        return tl::unexpected(checkpoint.error());
    // Cut off before anything was kept, it begins again.
    auto tracker = checkpoint->isEmpty()
                       ? trackerOf(*engine, scan->settings, (*recording)->info, (*recording)->index,
                                   (*recording)->item.fileName)
                       : face::FaceTracker::resumed(*engine, *checkpoint);
    if (!tracker)
        return tl::unexpected(tracker.error());
    scan->state = model::Scan::State::Running;
    LIKENESS_TRY(commit({audit::verbs::scanStarted,
                         id.value(),
                         {{"evidence", scan->evidence.value()}, {"resumed_after", scan->doneTo}}},
                        [&](store::CaseWriter &writer) { return writer.update(*scan, *checkpoint); }));
    return runScan(std::move(*scan), {std::move(*tracker)}, **recording, progress, soFar);
}

base::Result<model::Scan> CaseSession::runScan(model::Scan scan, Tracking tracking,
                                               const OpenedRecording &recording, base::Progress &progress,
                                               const ScanSoFar &soFar)
{
    {
        const std::lock_guard lock(m_tracksMutex);
        LIKENESS_TRY(isAtRest(scan.id));
        m_runningScans.insert(scan.id.value());
    }
    const auto ended = qScopeGuard([this, id = scan.id.value()] {
        const std::lock_guard lock(m_tracksMutex);
        m_runningScans.erase(id);
    });
    face::FaceTracker &tracker = tracking.tracker;
    const qint64 first = tracker.nextFrame() < 0 ? scan.settings.firstFrame : tracker.nextFrame();
    const qint64 total = scan.settings.lastFrame - scan.settings.firstFrame + 1;
    const double before = scan.secondsTaken;
    QElapsedTimer taken;
    taken.start();
    qint64 tellNext = tellEveryMs;
    qint64 kept = 0;
    std::vector<model::ScannedTrack> numbered; ///< as they were kept last: chosen ones have their numbers
    if (const auto known = m_store->tracks(scan.id))
        numbered = *known;
    const auto keep = [&](const QString &verb, model::Scan::State state, const QString &outcome) {
        scan.state = state;
        scan.secondsTaken = before + double(taken.elapsed()) / 1000;
        scan.secondsOfVideo =
            scan.doneTo < scan.settings.firstFrame
                ? 0
                : recording.index.seconds(scan.doneTo) - recording.index.seconds(scan.settings.firstFrame);
        const std::lock_guard lock(m_tracksMutex);
        auto known = m_store->tracks(scan.id);
        if (!known)
            return base::Outcome(tl::unexpected(known.error()));
        numbered = std::move(*known);
        const auto contents = m_store->contents();
        if (!contents)
            return base::Outcome(tl::unexpected(contents.error()));
        const auto tracks = renumbered(tracker.tracks(), numbered);
        const auto chosen = chosenBy(contents->probes, scan.evidence, tracks);
        QJsonObject details = scanDetails(scan, qint64(tracks.size()));
        if (!outcome.isEmpty())
            details["error"] = outcome;
        const QByteArray checkpoint =
            state == model::Scan::State::Done ? QByteArray() : tracker.state();
        return commit({verb, scan.id.value(), details}, [&](store::CaseWriter &writer) -> base::Outcome {
            LIKENESS_TRY(writer.update(scan, checkpoint));
            LIKENESS_TRY(writer.setTracks(scan.id, tracks));
            for (const int number : chosen)
                LIKENESS_TRY(writer.chooseTrack(scan.id, number));
            return {};
        });
    };

    const auto added = [&](qint64 frame) -> base::Outcome {
        if (frame <= scan.doneTo) // asked for again to fill the tracker's memory
            return {};
        scan.doneTo = frame;
        ++scan.frames;
        progress.report(frame - scan.settings.firstFrame + 1, total);
        if (soFar && taken.elapsed() >= tellNext) {
            const qint64 begun = taken.elapsed();
            soFar(frame, renumbered(tracker.tracks(), numbered));
            tellNext = taken.elapsed() + std::max(tellEveryMs, tellingShare * (taken.elapsed() - begun));
        }
        if (taken.elapsed() - kept >= keepEveryMs) {
            kept = taken.elapsed();
            LIKENESS_TRY(keep(audit::verbs::scanKept, model::Scan::State::Running, {}));
        }
        return {};
    };
    const auto given = giveFrames(tracker, *recording.video, first, scan.settings.lastFrame, progress, added);
    if (!given) {
        LIKENESS_TRY(keep(audit::verbs::scanStopped, model::Scan::State::Cancelled,
                          base::errorCodeName(given.error().code)));
        return base::fail(given.error().code, recording.item.fileName, given.error().detail);
    }
    LIKENESS_TRY(keep(audit::verbs::scanStopped, model::Scan::State::Done, {}));
    return scan;
}

base::Result<std::vector<model::ScannedTrack>> CaseSession::tracks(const model::ScanId &scan) const
{
    return m_store->tracks(scan);
}

std::vector<qint64> CaseSession::framesToSearch(const model::FaceTrack &track, int atMost)
{
    std::vector<qint64> chosen{track.bestFrame};
    std::vector<qint64> found;
    for (const model::TrackBox &box : track.boxes)
        if (box.found && box.frame != track.bestFrame)
            found.push_back(box.frame);
    const auto distance = [&](qint64 frame) {
        qint64 least = std::numeric_limits<qint64>::max();
        for (const qint64 each : chosen)
            least = std::min(least, std::abs(each - frame));
        return least;
    };
    // Frames close to each other say the same twice.
    while (int(chosen.size()) < atMost && !found.empty()) {
        const auto farthest = std::max_element(found.begin(), found.end(), [&](qint64 a, qint64 b) {
            return distance(a) < distance(b);
        });
        chosen.push_back(*farthest);
        found.erase(farthest);
    }
    std::sort(chosen.begin() + 1, chosen.end());
    return chosen;
}

base::Result<std::vector<model::Probe>> CaseSession::makeTrackProbes(const model::ScanId &scanId, int number,
                                                                     std::vector<qint64> frames,
                                                                     base::Progress &progress)
{
    LIKENESS_TRY(writable());
    LIKENESS_TRY(allowed(policy::Deed::ChooseFaces, scanId.value()));
    const auto scan = scanOf(*m_store, scanId);
    if (!scan)
        return tl::unexpected(scan.error());
    const auto all = m_store->tracks(scanId);
    if (!all)
        return tl::unexpected(all.error());
    const auto chosen = std::find_if(all->begin(), all->end(), [&](const model::ScannedTrack &each) {
        return each.track.number == number;
    });
    const QString subject = QStringLiteral("%1/%2").arg(scanId.value()).arg(number);
    if (chosen == all->end())
        return base::fail(ErrorCode::NotFound, subject);
    if (scan->state == model::Scan::State::Closed && !chosen->chosen)
        return base::fail(ErrorCode::InvalidArgument, subject, QStringLiteral("the scan is closed"));
    std::sort(frames.begin(), frames.end());
    frames.erase(std::unique(frames.begin(), frames.end()), frames.end());
    if (frames.empty())
        return base::fail(ErrorCode::InvalidArgument, subject, QStringLiteral("no frames"));
    if (const auto best = std::find(frames.begin(), frames.end(), chosen->track.bestFrame);
        best != frames.end())
        std::rotate(frames.begin(), best, best + 1);

    for (const qint64 frame : frames)
        if (!chosen->track.boxAt(frame))
            return base::fail(ErrorCode::InvalidArgument, subject,
                              QStringLiteral("frame %1 is not of this track").arg(frame));

    std::vector<model::Probe> probes;
    QJsonArray chosenFrames;
    QJsonArray chosenProbes;
    for (const qint64 frame : frames) {
        progress.report(qint64(chosenFrames.size()), qint64(frames.size()));
        const model::TrackBox *box = chosen->track.boxAt(frame);
        // Only around this face: nobody else of the frame is looked at.
        const face::FinderSettings around{std::min(scan->settings.smallestFacePx, 40),
                                          imaging::grown(box->box, 0.5)};
        const model::PictureSource source{scan->evidence, frame};
        const auto faces = findFaces(source, around, progress);
        if (!faces)
            return tl::unexpected(faces.error());
        const auto same = std::max_element(faces->begin(), faces->end(), [&](const auto &a, const auto &b) {
            return face::overlapOf(a.box, box->box) < face::overlapOf(b.box, box->box);
        });
        // Somebody who passes before the face is found where it is: then it is not searched in this frame.
        const auto *through = same == faces->end() ? nullptr : trackThrough(*all, frame, same->box);
        if (!through || through->track.number != number)
            continue;
        auto probe = makeProbe(source, *same, progress);
        if (!probe)
            return tl::unexpected(probe.error());
        chosenFrames.append(frame);
        chosenProbes.append(probe->id.value());
        probes.push_back(std::move(*probe));
    }
    if (probes.empty())
        return base::fail(ErrorCode::NotFound, subject,
                          QStringLiteral("the finder finds the face in none of the frames"));
    // A scan that went on meanwhile may have numbered its tracks anew.
    const std::lock_guard lock(m_tracksMutex);
    const auto now = m_store->tracks(scanId);
    if (!now)
        return tl::unexpected(now.error());
    const auto *there = trackThrough(*now, *probes.front().frame, probes.front().box);
    if (!there)
        return base::fail(ErrorCode::NotFound, subject);
    const int numberNow = there->track.number;
    LIKENESS_TRY(commit({audit::verbs::trackChosen,
                         scanId.value(),
                         {{"track", numberNow},
                          {"evidence", scan->evidence.value()},
                          {"frames", chosenFrames},
                          {"probes", chosenProbes}}},
                        [&](store::CaseWriter &writer) { return writer.chooseTrack(scanId, numberNow); }));
    return probes;
}

base::Outcome CaseSession::checkOneTrack(const std::vector<model::Probe> &probes) const
{
    const auto contents = m_store->contents();
    if (!contents)
        return tl::unexpected(contents.error());
    const model::Probe &first = probes.front();
    std::set<qint64> frames;
    for (const model::Probe &probe : probes)
        if (!probe.frame || probe.derivation || probe.evidence != first.evidence ||
            !frames.insert(*probe.frame).second)
            return base::fail(ErrorCode::InvalidArgument, probe.id.value(),
                              QStringLiteral("each is of another frame of one recording"));
    for (const model::Scan &scan : contents->scans) {
        if (scan.evidence != first.evidence)
            continue;
        const auto tracks = m_store->tracks(scan.id);
        if (!tracks)
            return tl::unexpected(tracks.error());
        const auto *track = trackThrough(*tracks, *first.frame, first.box);
        const bool throughAll =
            track && track->chosen && std::all_of(probes.begin(), probes.end(), [&](const model::Probe &probe) {
                return trackThrough(*tracks, *probe.frame, probe.box) == track;
            });
        if (throughAll)
            return {};
    }
    return base::fail(ErrorCode::InvalidArgument, first.id.value(),
                      QStringLiteral("no chosen track goes through all of these frames"));
}

base::Outcome CaseSession::isAtRest(const model::ScanId &scan) const
{
    if (m_runningScans.count(scan.value()) > 0)
        return base::fail(ErrorCode::InvalidArgument, scan.value(), QStringLiteral("the scan is running"));
    return {};
}

base::Result<std::vector<CaseSession::TrackName>>
CaseSession::tracksThrough(const model::PictureSource &source, const model::RelativeRect &box) const
{
    std::vector<TrackName> names;
    if (!source.frame)
        return names;
    const auto contents = m_store->contents();
    if (!contents)
        return tl::unexpected(contents.error());
    for (const model::Scan &scan : contents->scans) {
        if (scan.evidence != source.evidence)
            continue;
        const auto tracks = m_store->tracks(scan.id);
        if (!tracks)
            return tl::unexpected(tracks.error());
        if (const auto *through = trackThrough(*tracks, *source.frame, box))
            names.push_back({scan.id, through->track.number});
    }
    return names;
}

base::Outcome CaseSession::commitProbe(const model::Probe &probe, const QJsonObject &details,
                                       const Change &change)
{
    // Whoever has a template was chosen, in whichever way: exports show them, and closing a scan keeps them.
    const std::lock_guard lock(m_tracksMutex);
    const auto tracks = probe.derivation ? base::Result<std::vector<TrackName>>()
                                         : tracksThrough(probe.source(), probe.box);
    if (!tracks)
        return tl::unexpected(tracks.error());
    return commit({audit::verbs::probeMade, probe.id.value(), details},
                  [&](store::CaseWriter &writer) -> base::Outcome {
                      LIKENESS_TRY(change(writer));
                      for (const TrackName &track : *tracks)
                          LIKENESS_TRY(writer.chooseTrack(track.scan, track.number));
                      return {};
                  });
}

base::Outcome CaseSession::closeScan(const model::ScanId &id)
{
    LIKENESS_TRY(writable());
    LIKENESS_TRY(allowed(policy::Deed::ChooseFaces, id.value()));
    const std::lock_guard lock(m_tracksMutex);
    LIKENESS_TRY(isAtRest(id));
    auto scan = scanOf(*m_store, id);
    if (!scan)
        return tl::unexpected(scan.error());
    if (scan->state == model::Scan::State::Closed)
        return {};
    const auto all = m_store->tracks(id);
    if (!all)
        return tl::unexpected(all.error());
    std::vector<model::FaceTrack> tracks;
    QJsonArray chosen;
    for (const model::ScannedTrack &each : *all) {
        tracks.push_back(each.track);
        if (each.chosen)
            chosen.append(each.track.number);
        else
            tracks.back().best = {each.track.best.box, {}, {}, 0, {}};
    }
    scan->state = model::Scan::State::Closed;
    QJsonObject details = scanDetails(*scan, qint64(tracks.size()));
    details["chosen"] = chosen;
    return commit({audit::verbs::scanClosed, id.value(), details},
                  [&](store::CaseWriter &writer) -> base::Outcome {
                      LIKENESS_TRY(writer.update(*scan, {}));
                      return writer.setTracks(id, tracks);
                  });
}

} // namespace likeness::casework
