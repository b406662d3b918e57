// SPDX-License-Identifier: GPL-3.0-or-later
// Recordings among the evidence: taken in, looked through, one face of them searched, a frame handed out.
#include "engine/audit/verbs.h"
#include "engine/base/digest.h"
#include "engine/casework/recording.h"
#include "engine/face/framepatches.h"
#include "engine/imaging/derivation.h"
#include "engine/imaging/png.h"
#include "engine/store/verification.h"
#include "tests/engine/casework/readycase.h"
#include "tests/support/clips.h"
#include "tests/support/mutatedmedia.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

#include <sys/stat.h>

using namespace likeness;
using namespace likeness::casework;
using tests::ReadyCase;
using Bystanders = CaseSession::Bystanders;
namespace verbs = audit::verbs;

namespace
{

/// A ready case with a recording: a window that moves over the photograph of the red-haired woman and others.
struct WithRecording : ReadyCase {
    QString clip = tests::panClip(desk.path("."));
    model::EvidenceItem item;
    model::ScanSettings settings{0, -1, {}, 60};

    WithRecording()
    {
        base::Progress progress;
        item = file->addEvidence({clip}, progress).value().front().outcome.value();
    }
    model::Scan scan() const
    {
        base::Progress progress;
        return file->scan(item.id, settings, progress).value();
    }
    std::vector<model::ScannedTrack> tracks(const model::Scan &of) const
    {
        return file->tracks(of.id).value();
    }
    /// The track of the red-haired woman.
    model::FaceTrack red(const model::Scan &of) const
    {
        for (const model::ScannedTrack &each : tracks(of))
            for (const model::TrackBox &box : each.track.boxes) {
                if (tests::isOnRedHair(box))
                    return each.track;
            }
        qFatal("she has no track");
    }
    std::vector<model::FaceTrack> others(const model::Scan &of) const
    {
        const int her = red(of).number;
        std::vector<model::FaceTrack> all;
        for (const model::ScannedTrack &each : tracks(of))
            if (each.track.number != her)
                all.push_back(each.track);
        return all;
    }
};

std::vector<model::ProbeId> idsOf(const std::vector<model::Probe> &probes)
{
    std::vector<model::ProbeId> ids;
    for (const model::Probe &probe : probes)
        ids.push_back(probe.id);
    return ids;
}

bool areSame(const std::vector<model::FaceTrack> &a, const std::vector<model::ScannedTrack> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto &x, const auto &y) {
        return x.number == y.track.number && x.bestFrame == y.track.bestFrame && x.boxes == y.track.boxes &&
               x.best.box == y.track.best.box;
    });
}

QJsonObject lastEntry(const CaseSession &file, const QString &verb)
{
    base::Progress progress;
    auto entries = const_cast<CaseSession &>(file).auditEntries(1, 100000).value();
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
        if (entry->act.verb == verb)
            return entry->act.details;
    return {};
}

base::Picture pictureOf(const ReadyCase &ready, const QString &path)
{
    base::Progress progress;
    return ready.desk.workstation->decoder().decodeFile(path, progress).value().picture;
}

bool isSameInside(const base::Picture &a, const base::Picture &b, const model::RelativeRect &box)
{
    return imaging::pixelDigest(imaging::crop(a, box).value()) ==
           imaging::pixelDigest(imaging::crop(b, box).value());
}

} // namespace

class RecordingsTest : public QObject
{
    Q_OBJECT

private slots:
    void isTakenInWithItsIndex();
    void filesThatBite_data();
    void filesThatBite();
    void brokenFilesLeaveTheCaseIntact();
    void aFileThatIsStillWritten();
    void changedBytesAreRefusedAndEntered();
    void aScanKeepsBoxesOnly();
    void aStoppedScanGoesOn();
    void aChosenTrackKeepsItsNumber();
    void oneTrackInSeveralFrames();
    void onlyOneTrackAtATime();
    void aFaceChosenInAFrameIsAChosenTrack();
    void aRunningScanIsLeftAlone();
    void aClosedScanForgets();
    void aFrameLeavesWithoutBystanders();
    void theExactFrameNeedsAReason();
    void framesAreEditedAndReplayed();
};

void RecordingsTest::isTakenInWithItsIndex()
{
    const WithRecording ready;
    QCOMPARE(ready.item.frames, 24);
    QCOMPARE(ready.item.mediaType, "video/mp4");
    QCOMPARE(QSize(ready.item.width, ready.item.height), QSize(640, 360));
    QCOMPARE(ready.item.sha256, base::sha256(tests::bytesOf(ready.clip)));
    const QJsonObject entered = lastEntry(*ready.file, verbs::evidenceAdded);
    QCOMPARE(entered["frames"].toInt(), 24);
    QCOMPARE(entered["codec"].toString(), "h264");
    QVERIFY(base::isSha256(entered["index_sha256"].toString()));

    base::Progress progress;
    const auto again = ready.file->addEvidence({ready.clip}, progress).value();
    QCOMPARE(again.front().outcome->id, ready.item.id);
    QCOMPARE(ready.file->contents()->evidence.size(), 2u);

    const auto opened = ready.file->openRecording(ready.item.id, progress);
    VERIFY_OK(opened);
    QCOMPARE(lastEntry(*ready.file, verbs::recordingViewed)["sha256"].toString(), ready.item.sha256);
    const auto outside = Recording::open(*ready.desk.workstation, ready.clip, progress);
    VERIFY_OK(outside);
    QVERIFY((*opened)->index == (*outside)->index());
    for (const qint64 number : {17, 3, 23}) {
        const auto frame = ready.file->openPicture({ready.item.id, number}, progress);
        VERIFY_OK(frame);
        QCOMPARE(imaging::pixelDigest(*frame),
                 imaging::pixelDigest((*outside)->frame(number, progress)->picture));
    }
    VERIFY_ERROR(ready.file->openPicture({ready.item.id, 24}, progress), NotFound);
    VERIFY_ERROR(ready.file->openPicture(ready.item.id, progress), InvalidArgument);
    VERIFY_ERROR(ready.file->openPicture({ready.evidence, 0}, progress), InvalidArgument);
    VERIFY_ERROR(ready.file->openRecording(ready.evidence, progress), InvalidArgument);
}

void RecordingsTest::filesThatBite_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::newRow("pipe") << "pipe.mp4" << "file-unreadable";
    QTest::newRow("device") << "/dev/zero" << "file-unreadable";
    QTest::newRow("address") << "http://127.0.0.1:9/a.mp4" << "file-unreadable";
    QTest::newRow("protocol") << "file:clip.mp4" << "file-unreadable";
    QTest::newRow("link") << "link.mp4" << "file-unreadable";
    QTest::newRow("folder") << "." << "file-unreadable";
    QTest::newRow("playlist") << "list.mp4" << "format-unsupported";
    QTest::newRow("references") << "concat.mp4" << "format-unsupported";
    QTest::newRow("empty") << "empty.mp4" << "format-unsupported";
}

void RecordingsTest::filesThatBite()
{
    QFETCH(QString, name);
    QFETCH(QString, code);
    const ReadyCase ready;
    const auto &desk = ready.desk;
    QCOMPARE(mkfifo(QFile::encodeName(desk.path("pipe.mp4")), 0600), 0);
    QVERIFY(QFile::link(desk.path("photo.bmp"), desk.path("link.mp4")));
    desk.write("list.mp4", "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nphoto.bmp\n#EXT-X-ENDLIST\n");
    desk.write("concat.mp4", "ffconcat version 1.0\nfile photo.bmp\n");
    desk.write("empty.mp4", {});
    base::Progress progress;
    const bool isOutside = name.contains(':') || name.startsWith('/');
    const auto items = ready.file->addEvidence({isOutside ? name : desk.path(name)}, progress);
    VERIFY_OK(items);
    QVERIFY(!items->front().outcome);
    QCOMPARE(base::errorCodeName(items->front().outcome.error().code), code);
    QCOMPARE(ready.file->contents()->evidence.size(), 1u);
    QCOMPARE(tests::vaultOf(*ready.file).size(), 1);
    QCOMPARE(tests::chainOf(*ready.file).back().act.verb, verbs::evidenceRefused);
}

void RecordingsTest::brokenFilesLeaveTheCaseIntact()
{
    const ReadyCase ready;
    const QByteArray clip = tests::bytesOf(tests::panClip(ready.desk.path(".")));
    const QByteArray photo = tests::bytesOf(tests::samplesDirectory() + "/sample6.jpg");
    QStringList files;
    for (quint32 number = 0; number < 40; ++number)
        files += ready.desk.write(QStringLiteral("broken%1").arg(number),
                                  tests::mutated(number % 2 ? clip : photo, number));
    files += ready.desk.write("sound.mp4", clip);
    base::Progress progress;
    const auto items = ready.file->addEvidence(files, progress);
    VERIFY_OK(items);
    QCOMPARE(items->size(), size_t(files.size()));
    VERIFY_OK(items->back().outcome);
    QSet<QString> taken;
    int refused = 0;
    for (const auto &item : *items) {
        if (item.outcome)
            taken += item.outcome->sha256;
        else
            ++refused;
    }
    QVERIFY(refused > 5);
    const auto contents = ready.file->contents();
    QCOMPARE(qsizetype(contents->evidence.size()), taken.size() + 1);
    QCOMPARE(tests::vaultOf(*ready.file).size(), taken.size() + 1);
    for (const model::EvidenceItem &item : contents->evidence)
        if (item.isVideo())
            VERIFY_OK(ready.file->openPicture({item.id, item.frames - 1}, progress));
    const auto verified = store::verifyFolder(ready.file->folder(), progress);
    VERIFY_OK(verified);
    QVERIFY(verified->isSound());
}

void RecordingsTest::aFileThatIsStillWritten()
{
    const ReadyCase ready;
    const QString clip = tests::panClip(ready.desk.path("."));
    base::Progress progress;
    {
        QFile recorder(clip);
        QVERIFY(recorder.open(QIODevice::Append));
        const auto items = ready.file->addEvidence({clip}, progress).value();
        VERIFY_ERROR(items.front().outcome, FileDamaged);
        QCOMPARE(items.front().outcome.error().detail, "grows");
        QCOMPARE(tests::vaultOf(*ready.file).size(), 1);
    }
    {
        // Somebody who writes now and then, and holds nothing open in between: while it is copied.
        bool isWritten = false;
        base::Progress watched([&](qint64, qint64 total) {
            if (total < 1 || isWritten)
                return;
            isWritten = true;
            QFile recorder(clip);
            if (!recorder.open(QIODevice::Append) || recorder.write("more") != 4)
                qFatal("cannot write");
        });
        QFile source(clip);
        QVERIFY(source.open(QIODevice::ReadOnly));
        const auto store = store::CaseStore::create(ready.desk.path("store"),
                                                    ready.file->contents()->file, {"a", "b", true},
                                                    ready.desk.workstation->clock());
        VERIFY_OK(store);
        const auto stored = (*store)->storeEvidence(source, watched);
        QVERIFY(isWritten);
        VERIFY_ERROR(stored, FileDamaged);
        QCOMPARE(stored.error().detail, "grows");
    }
    const auto items = ready.file->addEvidence({tests::panClip(ready.desk.path("."))}, progress).value();
    VERIFY_OK(items.front().outcome);
}

void RecordingsTest::changedBytesAreRefusedAndEntered()
{
    const WithRecording ready;
    QFile stored(ready.file->folder() + "/evidence/" + ready.item.sha256);
    QVERIFY(stored.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(stored.open(QIODevice::ReadWrite));
    QVERIFY(stored.seek(2000));
    stored.write("x");
    stored.close();
    base::Progress progress;
    VERIFY_ERROR(ready.file->openRecording(ready.item.id, progress), EvidenceChanged);
    QCOMPARE(lastEntry(*ready.file, verbs::evidenceFoundChanged)["sha256"].toString(), ready.item.sha256);
    VERIFY_ERROR(ready.file->scan(ready.item.id, ready.settings, progress), EvidenceChanged);
    QVERIFY(ready.file->contents()->scans.empty());
}

void RecordingsTest::aScanKeepsBoxesOnly()
{
    const WithRecording ready;
    base::Progress progress;
    const model::Scan scan = ready.scan();
    QCOMPARE(scan.state, model::Scan::State::Done);
    QCOMPARE(scan.frames, 24);
    QCOMPARE(scan.doneTo, 23);
    QCOMPARE(scan.settings.lastFrame, 23);
    QVERIFY(qAbs(scan.secondsOfVideo - 23.0 / 12) < 1e-3);
    QVERIFY(scan.secondsTaken > 0);
    QVERIFY(ready.file->contents()->scans == std::vector{scan});
    const auto tracks = ready.file->tracks(scan.id).value();
    QVERIFY(tracks.size() >= 2);
    const auto outside = Recording::open(*ready.desk.workstation, ready.clip, progress).value();
    QVERIFY(areSame(outside->findTracks(ready.settings, progress).value(), tracks));
    QVERIFY(ready.red(scan).boxes.size() >= 20);

    QVERIFY(ready.file->contents()->regions.empty());
    QVERIFY(ready.file->contents()->probes.empty());
    const QJsonObject entered = lastEntry(*ready.file, verbs::scanStopped);
    QCOMPARE(entered["state"].toString(), "done");
    QCOMPARE(entered["tracks"].toInt(), int(tracks.size()));

    VERIFY_ERROR(ready.file->scan(ready.item.id, {0, 24}, progress), InvalidArgument);
    VERIFY_ERROR(ready.file->scan(ready.item.id, {5, 4}, progress), InvalidArgument);
    VERIFY_ERROR(ready.file->scan(ready.evidence, {}, progress), InvalidArgument);
    QCOMPARE(ready.file->contents()->scans.size(), 1u);
}

void RecordingsTest::aStoppedScanGoesOn()
{
    WithRecording ready;
    base::Progress *running = nullptr;
    base::Progress stopping([&](qint64 done, qint64 total) {
        if (total == 24 && done == 11)
            running->cancel();
    });
    running = &stopping;
    VERIFY_ERROR(ready.file->scan(ready.item.id, ready.settings, stopping), Cancelled);
    model::Scan stopped = ready.file->contents()->scans.at(0);
    QCOMPARE(stopped.state, model::Scan::State::Cancelled);
    QCOMPARE(stopped.doneTo, 10);
    QVERIFY(!ready.file->tracks(stopped.id)->empty());
    QCOMPARE(lastEntry(*ready.file, verbs::scanStopped)["error"].toString(), "cancelled");

    // Another day.
    const QString folder = ready.file->folder();
    ready.file.reset();
    ready.file = CaseSession::open(ready.desk.workstation, folder).value();
    base::Progress progress;
    const auto resumed = ready.file->resumeScan(stopped.id, progress);
    VERIFY_OK(resumed);
    QCOMPARE(resumed->state, model::Scan::State::Done);
    QCOMPARE(resumed->frames, 24);
    const auto outside = Recording::open(*ready.desk.workstation, ready.clip, progress).value();
    QVERIFY(areSame(outside->findTracks(ready.settings, progress).value(),
                    ready.file->tracks(stopped.id).value()));
    VERIFY_ERROR(ready.file->resumeScan(stopped.id, progress), InvalidArgument);
    VERIFY_ERROR(ready.file->resumeScan(model::ScanId("none"), progress), NotFound);
}

void RecordingsTest::aChosenTrackKeepsItsNumber()
{
    const WithRecording ready;
    base::Progress *running = nullptr;
    base::Progress stopping([&](qint64 done, qint64 total) {
        if (total == 24 && done == 14)
            running->cancel();
    });
    running = &stopping;
    VERIFY_ERROR(ready.file->scan(ready.item.id, ready.settings, stopping), Cancelled);
    const model::Scan stopped = ready.file->contents()->scans.at(0);
    const model::FaceTrack her = ready.red(stopped);
    base::Progress progress;
    VERIFY_OK(ready.file->makeTrackProbes(stopped.id, her.number, {her.bestFrame}, progress));
    VERIFY_OK(ready.file->resumeScan(stopped.id, progress));
    const model::FaceTrack later = ready.red(stopped);
    QCOMPARE(later.number, her.number);
    QVERIFY(later.boxes.size() > her.boxes.size());
    for (const model::ScannedTrack &each : ready.tracks(stopped))
        QCOMPARE(each.chosen, each.track.number == her.number);
}

void RecordingsTest::oneTrackInSeveralFrames()
{
    const WithRecording ready;
    base::Progress progress;
    const model::Scan scan = ready.scan();
    const model::FaceTrack her = ready.red(scan);
    const auto frames = CaseSession::framesToSearch(her, 3);
    QCOMPARE(frames.size(), 3u);
    QCOMPARE(frames.front(), her.bestFrame);
    const auto probes = ready.file->makeTrackProbes(scan.id, her.number, frames, progress);
    VERIFY_OK(probes);
    QCOMPARE(probes->size(), 3u);
    QCOMPARE(probes->front().frame, std::optional(her.bestFrame));
    QCOMPARE(ready.file->contents()->probes.size(), 3u); // and nobody else's
    const QJsonObject chosen = lastEntry(*ready.file, verbs::trackChosen);
    QCOMPARE(chosen["track"].toInt(), her.number);
    QCOMPARE(chosen["probes"].toArray().size(), 3);

    const auto search = ready.file->search(idsOf(*probes), *ready.gallery, {}, progress);
    VERIFY_OK(search);
    QCOMPARE(search->probe, probes->front().id);
    QCOMPARE(search->furtherProbes.size(), 2u);
    QCOMPARE(search->candidates.size(), 2u);
    QCOMPARE(search->candidates[0].personReference, "red");
    QCOMPARE(search->candidates[0].framesPresent, 3);
    double least = 2;
    for (const model::Probe &probe : *probes) {
        const auto alone = ready.file->search(probe.id, *ready.gallery, {}, progress);
        VERIFY_OK(alone);
        for (const model::Candidate &candidate : alone->candidates)
            if (candidate.personReference == "red")
                least = std::min(least, candidate.distance);
    }
    QCOMPARE(search->candidates[0].distance, least);
    // A list of one: whoever is first in one frame and second in another stands in fewer frames.
    const auto shortest = ready.file->search(idsOf(*probes), *ready.gallery, {1}, progress);
    VERIFY_OK(shortest);
    QCOMPARE(shortest->candidates.size(), 1u);
    QCOMPARE(shortest->candidates[0].distance, least);
    const auto kept = ready.file->contents()->searches.front();
    QCOMPARE(kept.furtherProbes, search->furtherProbes);
    QCOMPARE(kept.candidates[0].framesPresent, 3);
    const auto verified = store::verifyFolder(ready.file->folder(), progress);
    VERIFY_OK(verified);
    QVERIFY(verified->isSound());
    // Chosen again, it is the same probe: a template is made once.
    QCOMPARE(idsOf(ready.file->makeTrackProbes(scan.id, her.number, frames, progress).value()),
             idsOf(*probes));
}

void RecordingsTest::onlyOneTrackAtATime()
{
    const WithRecording ready;
    base::Progress progress;
    const model::Scan scan = ready.scan();
    const model::FaceTrack her = ready.red(scan);
    const auto others = ready.others(scan);
    QVERIFY(!others.empty());
    const auto hers = ready.file->makeTrackProbes(scan.id, her.number, {her.bestFrame}, progress).value();
    const auto theirs =
        ready.file->makeTrackProbes(scan.id, others[0].number, {others[0].bestFrame}, progress).value();
    const auto both = ready.file->search({hers[0].id, theirs[0].id}, *ready.gallery, {}, progress);
    VERIFY_ERROR(both, InvalidArgument);
    VERIFY_ERROR(ready.file->search({ready.probe().id, hers[0].id}, *ready.gallery, {}, progress),
                 InvalidArgument);
    VERIFY_ERROR(ready.file->search(std::vector<model::ProbeId>(), *ready.gallery, {}, progress),
                 InvalidArgument);
    QVERIFY(ready.file->contents()->searches.empty());
    VERIFY_ERROR(ready.file->makeTrackProbes(scan.id, 999, {0}, progress), NotFound);
    VERIFY_ERROR(ready.file->makeTrackProbes(scan.id, her.number, {}, progress), InvalidArgument);
    VERIFY_ERROR(ready.file->makeTrackProbes(scan.id, her.number, {999}, progress), InvalidArgument);
}

void RecordingsTest::aFaceChosenInAFrameIsAChosenTrack()
{
    const WithRecording ready;
    base::Progress progress;
    const auto choose = [&](qint64 frame, const model::FaceTrack &track) {
        const auto faces = ready.file->findFaces({ready.item.id, frame}, {60, {}}, progress).value();
        const auto same = std::max_element(faces.begin(), faces.end(), [&](const auto &a, const auto &b) {
            const auto &box = track.boxAt(frame)->box;
            return face::overlapOf(a.box, box) < face::overlapOf(b.box, box);
        });
        return ready.file->makeProbe({ready.item.id, frame}, *same, progress).value().id;
    };
    const auto isChosen = [&](const model::Scan &scan, int number) {
        for (const model::ScannedTrack &each : ready.tracks(scan))
            if (each.track.number == number)
                return each.chosen;
        return false;
    };
    const model::Scan first = ready.scan();
    const model::FaceTrack her = ready.red(first);
    const auto early = choose(her.firstFrame, her), late = choose(her.lastFrame, her);
    QVERIFY(isChosen(first, her.number));
    QVERIFY(!isChosen(first, ready.others(first)[0].number));
    // A scan that is made later knows of it, too; and both probes may be searched as one face.
    const model::Scan second = ready.scan();
    QVERIFY(isChosen(second, ready.red(second).number));
    VERIFY_OK(ready.file->search({early, late}, *ready.gallery, {}, progress));
    VERIFY_ERROR(ready.file->search({early, early}, *ready.gallery, {}, progress), InvalidArgument);
}

void RecordingsTest::aRunningScanIsLeftAlone()
{
    const WithRecording ready;
    base::Progress other;
    std::vector<base::Outcome> outcomes;
    base::Progress watched([&](qint64 done, qint64 total) {
        if (total != 24 || done != 12)
            return;
        const model::ScanId id = ready.file->contents()->scans.at(0).id;
        outcomes.push_back(ready.file->closeScan(id));
        outcomes.push_back(ready.file->resumeScan(id, other).map([](const model::Scan &) {}));
    });
    const auto scan = ready.file->scan(ready.item.id, ready.settings, watched);
    VERIFY_OK(scan);
    QCOMPARE(outcomes.size(), 2u);
    for (const base::Outcome &outcome : outcomes) {
        VERIFY_ERROR(outcome, InvalidArgument);
        QCOMPARE(outcome.error().detail, "the scan is running");
    }
    QCOMPARE(scan->frames, 24);
    VERIFY_OK(ready.file->closeScan(scan->id));
    // What would be a row that does not read back is refused before there is one.
    VERIFY_ERROR(ready.file->scan(ready.item.id, {0, -1, {}, 19}, other), InvalidArgument);
    QCOMPARE(ready.file->contents()->scans.size(), 1u);
}

void RecordingsTest::aClosedScanForgets()
{
    const WithRecording ready;
    base::Progress progress;
    const model::Scan scan = ready.scan();
    const model::FaceTrack her = ready.red(scan);
    const auto others = ready.others(scan);
    const auto probes = ready.file->makeTrackProbes(scan.id, her.number, {her.bestFrame}, progress).value();
    VERIFY_OK(ready.file->closeScan(scan.id));
    VERIFY_OK(ready.file->closeScan(scan.id));
    QCOMPARE(ready.file->contents()->scans.at(0).state, model::Scan::State::Closed);
    QCOMPARE(lastEntry(*ready.file, verbs::scanClosed)["chosen"].toArray(), QJsonArray{her.number});
    const std::array<model::RelativePoint, 5> nothing{};
    for (const model::ScannedTrack &each : ready.tracks(scan)) {
        QCOMPARE(each.chosen, each.track.number == her.number);
        QCOMPARE(each.track.best.landmarks == nothing, !each.chosen);
        QCOMPARE(each.track.best.eyes == model::EyePoints(), !each.chosen);
        QVERIFY(!each.track.boxes.empty());
    }
    // No template of anybody else, and nothing of what the finder saw of them.
    QCOMPARE(ready.file->contents()->probes.size(), 1u);
    VERIFY_ERROR(ready.file->makeTrackProbes(scan.id, others[0].number, {others[0].bestFrame}, progress),
                 InvalidArgument);
    VERIFY_ERROR(ready.file->resumeScan(scan.id, progress), InvalidArgument);
    VERIFY_OK(ready.file->makeTrackProbes(scan.id, her.number, {her.bestFrame}, progress));
    VERIFY_OK(ready.file->search(idsOf(probes), *ready.gallery, {}, progress));
}

void RecordingsTest::aFrameLeavesWithoutBystanders()
{
    const WithRecording ready;
    base::Progress progress;
    const model::Scan scan = ready.scan();
    const model::FaceTrack her = ready.red(scan);
    const auto others = ready.others(scan);
    const qint64 frame = her.bestFrame;
    VERIFY_OK(ready.file->makeTrackProbes(scan.id, her.number, {frame}, progress));
    VERIFY_OK(ready.file->closeScan(scan.id));
    const QString png = ready.desk.path("frame.png");
    const auto facts = ready.file->exportFrame(ready.item.id, frame, png, Bystanders::Pixelated, {}, progress);
    VERIFY_OK(facts);
    QVERIFY((*facts)["faces_pixelated"].toInt() >= 1);
    const base::Picture original = ready.file->openPicture({ready.item.id, frame}, progress).value();
    const base::Picture written = pictureOf(ready, png);
    QCOMPARE(QSize(written.width(), written.height()), QSize(640, 360));
    QVERIFY(isSameInside(original, written, her.boxAt(frame)->box));
    int hidden = 0;
    for (const model::FaceTrack &other : others) {
        const model::TrackBox *box = other.boxAt(frame);
        if (!box || face::overlapOf(box->box, her.boxAt(frame)->box) > 0)
            continue;
        ++hidden;
        QVERIFY(!isSameInside(original, written, box->box));
    }
    QVERIFY(hidden >= 1);

    const QJsonObject sidecar =
        QJsonDocument::fromJson(tests::bytesOf(ready.desk.path("frame.json"))).object();
    QCOMPARE(sidecar, *facts);
    QCOMPARE(sidecar["frame"].toInteger(), frame);
    QCOMPARE(sidecar["source_sha256"].toString(), ready.item.sha256);
    QCOMPARE(sidecar["png_sha256"].toString(), base::sha256(tests::bytesOf(png)));
    QCOMPARE(sidecar["bystanders"].toString(), "pixelated");
    QVERIFY(sidecar.contains("seconds") && sidecar.contains("time") && sidecar.contains("digest"));
    QCOMPARE(lastEntry(*ready.file, verbs::frameExported)["png_sha256"], sidecar["png_sha256"]);
}

void RecordingsTest::theExactFrameNeedsAReason()
{
    const WithRecording ready;
    base::Progress progress;
    const QString png = ready.desk.path("exact.png");
    const auto none = ready.file->exportFrame(ready.item.id, 7, png, Bystanders::Shown, " ", progress);
    VERIFY_ERROR(none, NotAllowed);
    QCOMPARE(none.error().detail, "reason-missing");
    QVERIFY(!QFile::exists(png));
    const auto facts =
        ready.file->exportFrame(ready.item.id, 7, png, Bystanders::Shown, "Asked for by the defence", progress);
    VERIFY_OK(facts);
    QCOMPARE(imaging::pixelDigest(pictureOf(ready, png)),
             imaging::pixelDigest(ready.file->openPicture({ready.item.id, 7}, progress).value()));
    const auto outside = Recording::open(*ready.desk.workstation, ready.clip, progress).value();
    const auto same = outside->exportFrame(7, ready.desk.path("outside.png"), progress);
    VERIFY_OK(same);
    QCOMPARE((*facts)["png_sha256"].toString(), (*same)["png_sha256"].toString());
    QCOMPARE((*facts)["digest"].toString(), (*same)["digest"].toString());
    QCOMPARE(lastEntry(*ready.file, verbs::frameExported)["reason"].toString(), "Asked for by the defence");
    VERIFY_ERROR(ready.file->exportFrame(ready.item.id, 24, ready.desk.path("no.png"), Bystanders::Pixelated,
                                         {}, progress),
                 NotFound);
    VERIFY_ERROR(ready.file->exportFrame(ready.item.id, 1, ready.desk.path("no.jpg"), Bystanders::Pixelated,
                                         {}, progress),
                 InvalidArgument);
}

void RecordingsTest::framesAreEditedAndReplayed()
{
    WithRecording ready;
    base::Progress progress;
    const std::vector<model::Edit> edits{{model::Edit::Kind::FrameAverage, {{"before", 1}, {"after", 1}}},
                                         {model::Edit::Kind::Gamma, {{"gamma", 1.2}}}};
    const auto made = ready.file->derive(ready.item.id, 8, edits, progress);
    VERIFY_OK(made);
    const QString folder = ready.file->folder();
    ready.file.reset();
    ready.file = CaseSession::open(ready.desk.workstation, folder).value();
    QCOMPARE(imaging::pixelDigest(ready.file->openDerivation(made->id, progress).value()), made->sha256);
    VERIFY_ERROR(ready.file->derive(ready.item.id, {}, edits, progress), InvalidArgument);
    VERIFY_ERROR(ready.file->derive(ready.evidence, {}, edits, progress), InvalidArgument);
}

QTEST_GUILESS_MAIN(RecordingsTest)
#include "tst_recordings.moc"
