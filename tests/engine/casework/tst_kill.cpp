// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at every point where a verb asks for the time, which it does before and within each transaction,
// and while it decodes. A child process does the work and kills itself; the parent opens what is left.
#include "engine/audit/verbs.h"
#include "engine/base/digest.h"
#include "engine/store/verification.h"
#include "tests/engine/casework/fixture.h"
#include "tests/support/clips.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <unistd.h>

using namespace likeness;
using namespace likeness::casework;
namespace verbs = audit::verbs;

namespace {

/// Counts down with every question; the last one is not answered.
class Fuse
{
public:
    explicit Fuse(int length) : m_left(length) {}
    void burn() const
    {
        if (m_armed && --m_left == 0)
            ::kill(::getpid(), SIGKILL);
    }
    void arm() { m_armed = true; }

private:
    bool m_armed = false;
    mutable std::atomic<int> m_left; // the decoder burns it on several threads
};

class FusedClock : public base::SystemClock
{
public:
    explicit FusedClock(const Fuse &fuse) : m_fuse(fuse) {}
    QDateTime now() const override
    {
        m_fuse.burn();
        return base::SystemClock::now();
    }

private:
    const Fuse &m_fuse;
};

class FusedDecoder : public media::MediaDecoder
{
public:
    explicit FusedDecoder(const Fuse &fuse) : m_fuse(fuse), m_decoder(media::makeProcessDecoder().value()) {}
    base::Result<model::Still> decode(QFile &file, const QString &subject,
                                       base::Progress &progress) const override
    {
        m_fuse.burn();
        return m_decoder->decode(file, subject, progress);
    }
    base::Result<qint64> pixels(QFile &file, const QString &subject, base::Progress &progress) const override
    {
        return m_decoder->pixels(file, subject, progress);
    }
    base::Result<Kind> kind(QFile &file, const QString &subject, base::Progress &progress) const override
    {
        return m_decoder->kind(file, subject, progress);
    }
    base::Result<std::unique_ptr<media::Video>> openVideo(QFile &file, const QString &subject,
                                                          base::Progress &progress) const override
    {
        m_fuse.burn();
        return m_decoder->openVideo(file, subject, progress);
    }
    media::Confinement confinement() const override { return m_decoder->confinement(); }

private:
    const Fuse &m_fuse;
    std::shared_ptr<media::MediaDecoder> m_decoder;
};

/// Enough for a track, quickly.
const model::ScanSettings shortSpan{0, 5, {}, 60};

model::EvidenceId recordingOf(const CaseSession &file)
{
    const auto contents = file.contents().value();
    for (const model::EvidenceItem &item : contents.evidence)
        if (item.isVideo())
            return item.id;
    qFatal("the case has no recording");
}

/// What the child does. 0 when it came to the end.
int work(const QString &what, const QString &folder, int fuseLength)
{
    Fuse fuse(fuseLength);
    const auto workstation =
        tests::makeWorkstation(folder + "/workstation", tests::modelsDirectory(),
                               std::make_shared<FusedClock>(fuse), std::make_shared<FusedDecoder>(fuse));
    base::Progress progress;
    if (what == "intake") {
        const auto file = CaseSession::open(workstation, folder + "/case").value();
        fuse.arm();
        return file->addEvidence({folder + "/b.bmp"}, progress)->front().outcome ? 0 : 1;
    }
    if (what == "export") {
        const auto file = CaseSession::open(workstation, folder + "/case").value();
        fuse.arm();
        return file->exportReport(
                   folder + "/r.pdf", [](const report::CaseReport &) { return QByteArray("new"); }, {},
                   progress)
                   ? 0
                   : 1;
    }
    if (what == "recording") {
        const auto file = CaseSession::open(workstation, folder + "/case").value();
        fuse.arm();
        return file->addEvidence({folder + "/pan.mp4"}, progress)->front().outcome ? 0 : 1;
    }
    if (what == "scan") {
        const auto file = CaseSession::open(workstation, folder + "/case").value();
        const model::EvidenceId item = recordingOf(*file);
        fuse.arm();
        const auto scan = file->scan(item, shortSpan, progress);
        const auto tracks = scan ? file->tracks(scan->id) : base::fail(scan.error().code, folder);
        if (!tracks || tracks->empty())
            return 1;
        const model::FaceTrack &first = tracks->front().track;
        if (!file->makeTrackProbes(scan->id, first.number, {first.bestFrame}, progress))
            return 1;
        return file->closeScan(scan->id) ? 0 : 1;
    }
    if (what == "frames") {
        const auto file = CaseSession::open(workstation, folder + "/case").value();
        const model::EvidenceId item = recordingOf(*file);
        fuse.arm();
        if (!file->derive(item, 3, {{model::Edit::Kind::Gamma, {{"gamma", 1.5}}}}, progress))
            return 1;
        return file->exportFrame(item, 3, folder + "/frame.png", CaseSession::Bystanders::Shown,
                                 "Asked for by the defence", progress)
                   ? 0
                   : 1;
    }
    const auto gallery = GallerySession::open(workstation, folder + "/gallery").value();
    if (what == "enrolment") {
        fuse.arm();
        GallerySession::EnrolmentPlan plan;
        plan.paths = {folder + "/a.bmp", folder + "/b.bmp"};
        return gallery->enrol(plan, {}, progress) ? 0 : 1;
    }
    const auto file = CaseSession::open(workstation, folder + "/case").value();
    fuse.arm();
    const auto probe = file->contents()->probes.front().id;
    return file->search(probe, *gallery, {}, progress) ? 0 : 1;
}

/// True when the fuse killed the child, false when it came to the end.
bool isKilledAt(const QString &what, const QString &folder, int point)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedChannels);
    child.start(QCoreApplication::applicationFilePath(), {"--work", what, folder, QString::number(point)});
    if (!child.waitForFinished(300'000))
        qFatal("the child does not end");
    if (child.exitStatus() == QProcess::NormalExit && child.exitCode() != 0)
        qFatal("the child failed by itself");
    return child.exitStatus() == QProcess::CrashExit;
}

void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (const QFileInfo &info :
         QDir(from).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)) {
        if (info.isDir())
            copyFolder(info.filePath(), to + '/' + info.fileName());
        else if (!QFile::copy(info.filePath(), to + '/' + info.fileName()))
            qFatal("cannot copy %s", qPrintable(info.filePath()));
    }
}

/// The unfinished work as the chain tells it before anybody opens the folder for writing.
qsizetype unfinished(const QStringList &chain, const QStringList &ends)
{
    qsizetype count = chain.count(verbs::operationStarted);
    for (const QString &verb : ends)
        count -= chain.count(verb);
    return count;
}

/// What a gallery holds, without the ids, which are drawn anew.
QStringList holdings(const GallerySession &gallery)
{
    QStringList list;
    const auto portraits = gallery.portraits(0, 100).value();
    for (const auto &portrait : portraits)
        list += portrait.fileName + ' ' + portrait.sha256;
    list.sort();
    return list;
}

} // namespace

class KillTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void intake();
    void enrolment();
    void search();
    void exporting();
    void takingARecordingIn();
    void scanning();
    void framesOfARecording();

private:
    /// What was left, opened for writing: its chain and every record hold.
    std::shared_ptr<CaseSession> soundCase(const QString &folder);
    /// A fresh copy of a case with evidence and probe, another with a recording, an empty or full gallery, and two pictures.
    QString freshFolder(const QString &name, bool fullGallery);
    QTemporaryDir m_folder;
    QStringList m_wholeGallery;
};

void KillTest::initTestCase()
{
    const QString base = m_folder.filePath("base");
    QVERIFY(QDir().mkpath(base));
    const auto write = [&](const QString &name, const base::Picture &picture) {
        VERIFY_OK(store::CaseStore::writeFile(base + '/' + name, imaging::toBmp(picture)));
    };
    write("a.bmp", tests::redHairInSample3());
    write("b.bmp", tests::otherWoman());
    write("probe.bmp", tests::redHairInSample1());

    const auto workstation = tests::makeWorkstation(base + "/workstation", tests::modelsDirectory());
    base::Progress progress;
    const auto file = CaseSession::create(workstation, base + "/case", tests::goodDetails).value();
    const auto evidence = file->addEvidence({base + "/probe.bmp"}, progress)->front().outcome->id;
    const auto faces = file->findFaces(evidence, {}, progress).value();
    VERIFY_OK(file->makeProbe(evidence, faces.front(), progress));
    tests::panClip(base);
    const auto recordings = CaseSession::create(workstation, base + "/recordings", tests::goodDetails).value();
    VERIFY_OK(recordings->addEvidence({base + "/pan.mp4"}, progress)->front().outcome);
    GallerySession::create(workstation, base + "/empty", "Gallery").value();
    const auto full = GallerySession::create(workstation, base + "/full", "Gallery").value();
    GallerySession::EnrolmentPlan plan;
    plan.paths = {base + "/a.bmp", base + "/b.bmp"};
    QCOMPARE(full->enrol(plan, {}, progress)->count(model::EnrolOutcome::Enrolled), 2);
    m_wholeGallery = holdings(*full);
}

QString KillTest::freshFolder(const QString &name, bool fullGallery)
{
    const QString base = m_folder.filePath("base"), folder = m_folder.filePath(name);
    copyFolder(base, folder);
    QDir().rename(folder + (fullGallery ? "/full" : "/empty"), folder + "/gallery");
    return folder;
}

std::shared_ptr<CaseSession> KillTest::soundCase(const QString &folder)
{
    base::Progress progress;
    const auto verified = store::verifyFolder(folder + "/case", progress).value();
    if (!verified.isSound())
        for (const auto &finding : verified.findings)
            qWarning("%s: %s", qPrintable(store::findingName(finding.kind)), qPrintable(finding.detail));
    const auto workstation = tests::makeWorkstation(folder + "/workstation", tests::modelsDirectory());
    return verified.isSound() ? CaseSession::open(workstation, folder + "/case").value() : nullptr;
}

void KillTest::takingARecordingIn()
{
    int point = 1;
    for (;; ++point) {
        const QString folder = freshFolder(QStringLiteral("recording-%1").arg(point), false);
        const bool killed = isKilledAt("recording", folder, point);
        const auto file = soundCase(folder);
        QVERIFY(file);
        const QStringList entered = tests::verbsOf(tests::chainOf(*file));
        const auto evidence = file->contents()->evidence;
        QCOMPARE(entered.count(verbs::evidenceAdded), qsizetype(evidence.size()));
        QCOMPARE(QDir(folder + "/case/evidence").entryList(QDir::Files | QDir::Hidden).size(),
                 qsizetype(evidence.size()));
        base::Progress progress;
        VERIFY_OK(file->addEvidence({folder + "/pan.mp4"}, progress)->front().outcome);
        VERIFY_OK(file->openPicture({recordingOf(*file), 23}, progress)); // with its index
        if (!killed)
            break;
    }
    QVERIFY2(point > 4, "the fuse burned too seldom to prove anything");
}

void KillTest::scanning()
{
    int point = 1;
    int resumed = 0;
    for (;; ++point) {
        const QString folder = freshFolder(QStringLiteral("scan-%1").arg(point), false);
        QVERIFY(QDir(folder + "/case").removeRecursively());
        QVERIFY(QDir().rename(folder + "/recordings", folder + "/case"));
        const bool killed = isKilledAt("scan", folder, point);
        const auto file = soundCase(folder);
        QVERIFY(file);
        const QStringList entered = tests::verbsOf(tests::chainOf(*file));
        const auto contents = file->contents().value();
        QCOMPARE(entered.count(verbs::scanStarted), qsizetype(contents.scans.size()));
        QCOMPARE(entered.count(verbs::probeMade), qsizetype(contents.probes.size()));
        QCOMPARE(contents.probes.size(), contents.regions.size());
        if (contents.scans.empty())
            continue;
        const model::Scan scan = contents.scans.front();
        QCOMPARE(entered.contains(verbs::scanClosed), scan.state == model::Scan::State::Closed);
        const auto tracks = file->tracks(scan.id).value();
        QCOMPARE(!tracks.empty(), entered.contains(verbs::scanStopped)); // tracks come with their entry
        // Who has a template is chosen, and nobody else.
        QCOMPARE(std::count_if(tracks.begin(), tracks.end(), [](const auto &each) { return each.chosen; }),
                 qsizetype(contents.probes.size()));
        if (scan.state == model::Scan::State::Running) {
            base::Progress progress;
            VERIFY_OK(file->resumeScan(scan.id, progress));
            QVERIFY(!file->tracks(scan.id)->empty());
            ++resumed;
        }
        if (!killed)
            break;
    }
    QVERIFY2(point > 6, "the fuse burned too seldom to prove anything");
    QVERIFY(resumed > 0);
}

void KillTest::framesOfARecording()
{
    int point = 1;
    int foundUnfinished = 0;
    for (;; ++point) {
        const QString folder = freshFolder(QStringLiteral("frames-%1").arg(point), false);
        QVERIFY(QDir(folder + "/case").removeRecursively());
        QVERIFY(QDir().rename(folder + "/recordings", folder + "/case"));
        const bool killed = isKilledAt("frames", folder, point);
        const auto file = soundCase(folder);
        QVERIFY(file);
        const auto chain = tests::chainOf(*file);
        const QStringList entered = tests::verbsOf(chain);
        const auto derivations = file->contents()->derivations;
        QCOMPARE(entered.count(verbs::derivationMade), qsizetype(derivations.size()));
        base::Progress progress;
        for (const model::Derivation &made : derivations)
            VERIFY_OK(file->openDerivation(made.id, progress));
        foundUnfinished += int(entered.count(verbs::operationInterrupted));
        // What circulates stands in the chain, whole; what is beside it was cleared away.
        for (const char *name : {"frame.png", "frame.json"})
            if (QFile::exists(folder + '/' + name))
                QVERIFY(entered.contains(verbs::frameExported));
        const QStringList left = QDir(folder).entryList({"*frame*"}, QDir::Files | QDir::Hidden);
        QVERIFY2(left.size() <= 2, qPrintable(left.join(' ')));
        if (QFile::exists(folder + "/frame.png"))
            for (const auto &entry : chain)
                if (entry.act.verb == verbs::frameExported)
                    QCOMPARE(base::sha256(tests::bytesOf(folder + "/frame.png")),
                             entry.act.details["png_sha256"].toString());
        if (!killed)
            break;
    }
    QVERIFY2(point > 5, "the fuse burned too seldom to prove anything");
    QVERIFY(foundUnfinished > 0);
}

void KillTest::intake()
{
    int point = 1;
    int foundUnfinished = 0;
    for (;; ++point) {
        const QString folder = freshFolder(QStringLiteral("intake-%1").arg(point), false);
        const bool killed = isKilledAt("intake", folder, point);
        const auto workstation = tests::makeWorkstation(folder + "/workstation", tests::modelsDirectory());
        const QStringList ends{verbs::evidenceAdded, verbs::evidenceRefused, verbs::operationFinished};
        const auto before = unfinished(
            tests::verbsOf(tests::chainOf(
                *CaseSession::open(workstation, folder + "/case", store::AccessWanted::Read).value())),
            ends);

        const auto file = CaseSession::open(workstation, folder + "/case").value();
        QVERIFY(!file->isReadOnly());
        QCOMPARE(qsizetype(file->opening().interrupted.size()), before);
        foundUnfinished += int(before);
        if (before) {
            QCOMPARE(file->opening().interrupted.front().kind, "intake");
            QCOMPARE(file->opening().interrupted.front().subject, "b.bmp");
        }
        const QStringList entered = tests::verbsOf(tests::chainOf(*file));
        QCOMPARE(entered.count(verbs::operationInterrupted), before);
        // Each item has its file, and each file its item.
        const auto evidence = file->contents()->evidence;
        QCOMPARE(entered.count(verbs::evidenceAdded), qsizetype(evidence.size()));
        base::Progress progress;
        const auto checks = file->verifyEvidence(progress).value();
        for (const auto &check : checks)
            VERIFY_OK(check.outcome);
        QCOMPARE(QDir(folder + "/case/evidence").entryList(QDir::Files | QDir::Hidden).size(),
                 qsizetype(evidence.size()));

        VERIFY_OK(file->addEvidence({folder + "/b.bmp"}, progress)->front().outcome);
        QCOMPARE(file->contents()->evidence.size(), size_t(2));
        if (!killed)
            break;
    }
    QVERIFY2(point > 4, "the fuse burned too seldom to prove anything");
    QVERIFY(foundUnfinished > 0);
}

void KillTest::enrolment()
{
    int point = 1;
    int foundUnfinished = 0;
    for (;; ++point) {
        const QString folder = freshFolder(QStringLiteral("enrolment-%1").arg(point), false);
        const bool killed = isKilledAt("enrolment", folder, point);
        const auto workstation = tests::makeWorkstation(folder + "/workstation", tests::modelsDirectory());
        const auto before = unfinished(
            tests::verbsOf(tests::chainOf(
                *GallerySession::open(workstation, folder + "/gallery", store::AccessWanted::Read).value())),
            {verbs::enrolmentFinished});

        const auto gallery = GallerySession::open(workstation, folder + "/gallery").value();
        QCOMPARE(qsizetype(gallery->opening().interrupted.size()), before);
        foundUnfinished += int(before);
        if (before)
            QCOMPARE(gallery->opening().interrupted.front().kind, "enrolment");
        const QStringList entered = tests::verbsOf(tests::chainOf(*gallery));
        const auto counts = gallery->counts().value();
        QCOMPARE(entered.count(verbs::portraitEnrolled), counts.portraits);
        QCOMPARE(counts.templates, counts.portraits);
        QCOMPARE(QDir(folder + "/gallery/portraits").entryList(QDir::Files | QDir::Hidden).size(),
                 counts.portraits);

        GallerySession::EnrolmentPlan plan;
        plan.paths = {folder + "/a.bmp", folder + "/b.bmp"};
        base::Progress progress;
        const auto report = gallery->enrol(plan, {}, progress);
        VERIFY_OK(report);
        // As in a run in one piece; without a run that was cut off, the portraits were there before it.
        QCOMPARE(report->count(before ? model::EnrolOutcome::Enrolled : model::EnrolOutcome::Duplicate),
                 before ? 2 : counts.portraits);
        QCOMPARE(holdings(*gallery), m_wholeGallery);
        if (!killed)
            break;
    }
    QVERIFY2(point > 6, "the fuse burned too seldom to prove anything");
    QVERIFY(foundUnfinished > 0);
}

void KillTest::search()
{
    int point = 1;
    int foundUnfinished = 0;
    for (;; ++point) {
        const QString folder = freshFolder(QStringLiteral("search-%1").arg(point), true);
        const bool killed = isKilledAt("search", folder, point);
        const auto workstation = tests::makeWorkstation(folder + "/workstation", tests::modelsDirectory());
        const auto gallery = GallerySession::open(workstation, folder + "/gallery").value();
        const auto file = CaseSession::open(workstation, folder + "/case").value();
        const QStringList entered = tests::verbsOf(tests::chainOf(*file));
        const QStringList enteredInGallery = tests::verbsOf(tests::chainOf(*gallery));
        const auto searches = file->contents()->searches;
        QCOMPARE(entered.count(verbs::searchMade), qsizetype(searches.size()));
        for (const auto &search : searches)
            QCOMPARE(search.candidates.size(), size_t(2)); // whole, or not there
        // Whatever is missing in one of the two records, the case says that the search was cut off.
        const bool whole = searches.size() == 1 && enteredInGallery.count(verbs::gallerySearched) == 1;
        if (!whole && entered.contains(verbs::operationInterrupted)) {
            QCOMPARE(file->opening().interrupted.front().kind, "search");
            ++foundUnfinished;
        }
        QVERIFY(whole || entered.contains(verbs::operationInterrupted) ||
                !tests::verbsOf(tests::chainOf(*file)).mid(1).contains(verbs::searchMade));

        base::Progress progress;
        VERIFY_OK(file->search(file->contents()->probes.front().id, *gallery, {}, progress));
        if (!killed)
            break;
    }
    QVERIFY2(point > 5, "the fuse burned too seldom to prove anything");
    QVERIFY(foundUnfinished > 0);
}

void KillTest::exporting()
{
    const auto bytesOf = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    int point = 1;
    int foundUnfinished = 0, foundOld = 0;
    for (;; ++point) {
        const QString folder = freshFolder(QStringLiteral("export-%1").arg(point), false);
        VERIFY_OK(store::CaseStore::writeFile(folder + "/r.pdf", "old"));
        VERIFY_OK(store::CaseStore::writeFile(folder + "/r.json", "old"));
        const bool killed = isKilledAt("export", folder, point);
        const auto workstation = tests::makeWorkstation(folder + "/workstation", tests::modelsDirectory());
        const auto file = CaseSession::open(workstation, folder + "/case").value();
        const auto entries = tests::chainOf(*file);
        const QStringList entered = tests::verbsOf(entries);
        const auto started = entered.count(verbs::operationStarted) - 1; // the intake of the evidence
        const auto interrupted = file->opening().interrupted;
        QCOMPARE(entered.count(verbs::operationInterrupted), qsizetype(interrupted.size()));
        foundUnfinished += int(interrupted.size());
        if (!interrupted.empty()) {
            QCOMPARE(interrupted.front().kind, "export");
            QCOMPARE(interrupted.front().subject, folder + "/r.pdf");
        }
        // Nothing lies about, and what stands there is the old report or one that the chain knows.
        QVERIFY(QDir(folder).entryList({".r.*"}, QDir::Files | QDir::Hidden).isEmpty());
        const QByteArray pdf = bytesOf(folder + "/r.pdf");
        foundOld += pdf == "old";
        QVERIFY(pdf == "old" || (pdf == "new" && entered.contains(verbs::reportExported)));
        QVERIFY(!bytesOf(folder + "/r.json").isEmpty());
        QVERIFY(pdf == "old" || started == 1);
        if (!killed) {
            QCOMPARE(pdf, "new");
            QVERIFY(bytesOf(folder + "/r.json").startsWith('{'));
            break;
        }
    }
    QVERIFY2(point > 4, "the fuse burned too seldom to prove anything");
    QVERIFY(foundUnfinished > 0);
    QVERIFY(foundOld > 1);
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--work")
        return work(arguments.value(2), arguments.value(3), arguments.value(4).toInt());
    KillTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_kill.moc"
