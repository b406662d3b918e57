// SPDX-License-Identifier: GPL-3.0-or-later
// What a case keeps of recordings and of pictures made of others.
#include "engine/base/digest.h"
#include "engine/store/database.h"
#include "engine/store/verification.h"
#include "tests/engine/store/storetest.h"

#include <QTemporaryDir>

using namespace likeness;
using namespace likeness::tests;
using store::CaseStore;
using store::CaseWriter;

class TestMediaRecords : public QObject
{
    Q_OBJECT

    StandingClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_case;
    std::unique_ptr<CaseStore> m_store;
    model::EvidenceItem m_item;

    QString database() const { return m_case + "/case.sqlite"; }

    model::Derivation derivation() const
    {
        return {model::DerivationId::create(),
                m_item.id,
                41,
                {{model::Edit::Kind::Rotate, {{"degrees", -7.25}}},
                 {model::Edit::Kind::Crop, {{"box", QJsonArray{0.1, 0.2, 0.3, 0.4}}}}},
                320,
                240,
                QString(64, u'a'),
                m_clock.now(),
                actor.name};
    }
    model::Scan scan() const
    {
        model::Scan scan;
        scan.id = model::ScanId::create();
        scan.evidence = m_item.id;
        scan.settings = {100, 400, model::RelativeRect{0.25, 0.25, 0.5, 0.5}, 56};
        scan.engine = engineVersion();
        scan.created = m_clock.now();
        scan.actor = actor.name;
        return scan;
    }
    static model::FaceTrack track(int number)
    {
        model::FaceTrack track;
        track.number = number;
        track.firstFrame = 100;
        track.lastFrame = 102;
        track.bestFrame = 101;
        track.best.box = {0.25, 1.0 / 3, 0.125, 0.2};
        track.best.eyes = {{0.3, 0.4}, {0.35, 0.41}};
        track.best.landmarks = {{{0.1, 0.2}, {0.3, 0.4}, {0.5, 0.6}, {0.7, 0.8}, {0.9, 1.0 / 7}}};
        track.best.confidence = 1.0625;
        track.best.quality = {model::FaceQuality::Grade::Limited, 31.5, 220.25, 40.125, 0.75, {"focus"}};
        track.boxes = {{100, {0.1, 0.1, 0.1, 0.1}, true}, {102, {0.2, 1.0 / 3, 0.1, 0.1}, false}};
        return track;
    }
    base::Outcome write(const std::function<base::Outcome(CaseWriter &)> &change)
    {
        return m_store->commit(look, actor, change);
    }
    /// As casework enters it.
    base::Outcome enter(const model::Derivation &made)
    {
        QJsonObject details{{"evidence", made.evidence.value()},
                            {"edits", model::toJson(made.edits)},
                            {"width", made.width},
                            {"height", made.height},
                            {"sha256", made.sha256}};
        if (made.frame)
            details["frame"] = *made.frame;
        return m_store->commit({QStringLiteral("derivation-made"), made.id.value(), details}, actor,
                               [&](CaseWriter &writer) { return writer.insert(made); });
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_case = m_folder->filePath("case");
        auto store = CaseStore::create(m_case, caseFile(m_clock), actor, m_clock);
        QVERIFY_OK(store);
        m_store = std::move(*store);
        const auto item = addEvidence(*m_store, m_clock, m_folder->path(), "a recording");
        QVERIFY_OK(item);
        m_item = *item;
    }

    void framesOfAnItem()
    {
        QCOMPARE(m_store->evidence(m_item.id)->frames, 0);
        QVERIFY(!m_store->evidence(m_item.id)->isVideo());
        auto video = evidenceItem(m_clock, "another");
        video.frames = 6'000'000'000;
        QVERIFY_OK(write([&](CaseWriter &writer) { return writer.insert(video); }));
        QCOMPARE(m_store->evidence(video.id)->frames, 6'000'000'000);
        QVERIFY(m_store->evidence(video.id)->isVideo());
    }

    void derivationsAreForEver()
    {
        const model::Derivation made = derivation();
        model::Derivation still = derivation();
        still.frame.reset();
        QVERIFY_OK(enter(made));
        QVERIFY_OK(enter(still));
        QVERIFY(m_store->derivation(made.id) == made);
        QVERIFY(m_store->derivation(still.id) == still);
        QVERIFY(m_store->contents()->derivations == std::vector({made, still}));
        QVERIFY_ERROR(m_store->derivation(model::DerivationId::create()), NotFound);
        QVERIFY_ERROR(enter(made), AlreadyExists);
        model::Derivation nowhere = derivation();
        nowhere.evidence = model::EvidenceId::create();
        QVERIFY_ERROR(enter(nowhere), NotFound);
        const store::Database opened(database(), store::Database::Mode::ReadWrite);
        QVERIFY_ERROR(store::run(*opened.connection(), "UPDATE derivation SET width = 1"), InvalidArgument);
        QVERIFY_ERROR(store::run(*opened.connection(), "DELETE FROM derivation"), InvalidArgument);
    }

    void regionAndProbeNameTheirPicture()
    {
        const model::Derivation made = derivation();
        QVERIFY_OK(enter(made));
        model::Region region;
        region.id = model::RegionId::create();
        region.evidence = m_item.id;
        region.box = {0.1, 0.1, 0.5, 0.5};
        region.created = m_clock.now();
        region.frame = 0; // the first frame is a frame
        region.derivation = made.id;
        model::Probe probe;
        probe.id = model::ProbeId::create();
        probe.region = region.id;
        probe.evidence = m_item.id;
        probe.evidenceSha256 = m_item.sha256;
        probe.box = region.box;
        probe.created = m_clock.now();
        probe.frame = 0;
        probe.derivation = made.id;
        model::Probe plain = probe;
        plain.id = model::ProbeId::create();
        plain.frame.reset();
        plain.derivation.reset();
        QVERIFY_OK(write([&](CaseWriter &writer) -> base::Outcome {
            LIKENESS_TRY(writer.insert(region));
            LIKENESS_TRY(writer.insert(probe));
            return writer.insert(plain);
        }));
        QVERIFY(m_store->contents()->regions.at(0).source() == region.source());
        QVERIFY(m_store->probe(probe.id)->source() == probe.source());
        QVERIFY(m_store->probe(plain.id)->source() == (model::PictureSource{m_item.id, {}, {}}));
        region.id = model::RegionId::create();
        region.derivation = model::DerivationId::create();
        QVERIFY_ERROR(write([&](CaseWriter &writer) { return writer.insert(region); }), NotFound);
    }

    void anIndexIsMadeOnce()
    {
        QCOMPARE(m_store->videoIndex(m_item.id).value(), std::nullopt);
        const QByteArray bytes("\0index\xff", 7);
        const auto keep = [&](const QByteArray &index) {
            return write([&](CaseWriter &writer) { return writer.insertVideoIndex(m_item.id, 1, index); });
        };
        QVERIFY_OK(keep(bytes));
        QCOMPARE(m_store->videoIndex(m_item.id).value(), std::optional(bytes));
        QVERIFY_ERROR(keep("another"), AlreadyExists);
        QCOMPARE(m_store->videoIndex(m_item.id).value(), std::optional(bytes));
    }

    void aScanGoesOnAndIsClosed()
    {
        model::Scan running = scan();
        QVERIFY_OK(write([&](CaseWriter &writer) { return writer.insert(running); }));
        QVERIFY(m_store->contents()->scans == std::vector{running});
        running.state = model::Scan::State::Cancelled;
        running.doneTo = 250;
        running.frames = 30;
        running.secondsOfVideo = 6.25;
        running.secondsTaken = 1.5;
        QByteArray checkpoint("\0where\xff", 7);
        const auto update = [&] {
            return write([&](CaseWriter &writer) { return writer.update(running, checkpoint); });
        };
        QCOMPARE(m_store->scanCheckpoint(running.id).value(), QByteArray());
        QVERIFY_OK(update());
        QCOMPARE(m_store->scanCheckpoint(running.id).value(), checkpoint);
        checkpoint.clear();
        QVERIFY(m_store->contents()->scans == std::vector{running});
        running.state = model::Scan::State::Closed;
        QVERIFY_OK(update());
        running.state = model::Scan::State::Running;
        QVERIFY_ERROR(update(), InvalidArgument);
        QCOMPARE(m_store->contents()->scans.at(0).state, model::Scan::State::Closed);
        QCOMPARE(m_store->scanCheckpoint(running.id).value(), QByteArray());
        running.id = model::ScanId::create();
        QVERIFY_ERROR(update(), NotFound);
        QVERIFY_ERROR(m_store->scanCheckpoint(running.id), NotFound);
    }

    void tracksAreReplacedAndStayChosen()
    {
        const model::Scan made = scan();
        QVERIFY_OK(write([&](CaseWriter &writer) -> base::Outcome {
            LIKENESS_TRY(writer.insert(made));
            LIKENESS_TRY(writer.setTracks(made.id, {track(1), track(2)}));
            return writer.chooseTrack(made.id, 2);
        }));
        QVERIFY_OK(write([&](CaseWriter &writer) {
            return writer.setTracks(made.id, {track(1), track(2), track(3)});
        }));
        const auto tracks = m_store->tracks(made.id);
        QVERIFY_OK(tracks);
        QCOMPARE(tracks->size(), 3u);
        for (int i = 0; i < 3; ++i) {
            const model::ScannedTrack &read = tracks->at(size_t(i));
            const model::FaceTrack written = track(i + 1);
            QCOMPARE(read.scan, made.id);
            QCOMPARE(read.chosen, i == 1);
            QCOMPARE(read.track.number, i + 1);
            QCOMPARE(read.track.firstFrame, 100);
            QCOMPARE(read.track.lastFrame, 102);
            QCOMPARE(read.track.bestFrame, 101);
            QCOMPARE(read.track.best.box, written.best.box);
            QCOMPARE(read.track.best.eyes, written.best.eyes);
            QVERIFY(read.track.best.landmarks == written.best.landmarks);
            QCOMPARE(read.track.best.confidence, 1.0625);
            QVERIFY(read.track.best.quality == written.best.quality);
            QVERIFY(read.track.boxes == written.boxes);
        }
        QVERIFY_ERROR(write([&](CaseWriter &writer) { return writer.chooseTrack(made.id, 9); }), NotFound);
        QVERIFY(m_store->tracks(model::ScanId::create())->empty());
        rawSql(database(), {"UPDATE face_track SET boxes = '[[1]]'"});
        QVERIFY_ERROR(m_store->tracks(made.id), DatabaseCorrupt);
    }

    void aFaceThatTheBorderCutsIsReadBack()
    {
        const model::Scan made = scan();
        model::FaceTrack cut = track(1);
        cut.best.eyes.left.x = -0.01;
        model::FaceTrack forgotten = track(2);
        forgotten.best = {forgotten.best.box, {}, {}, 0, {}};
        QVERIFY_OK(write([&](CaseWriter &writer) -> base::Outcome {
            LIKENESS_TRY(writer.insert(made));
            return writer.setTracks(made.id, {cut, forgotten});
        }));
        const auto tracks = m_store->tracks(made.id);
        QVERIFY_OK(tracks);
        QCOMPARE(tracks->at(0).track.best.eyes, cut.best.eyes);
        QCOMPARE(tracks->at(1).track.best.box, forgotten.best.box);
        QCOMPARE(tracks->at(1).track.best.eyes, model::EyePoints());
    }

    void anIndexIsHeldAgainstItsEntry_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("other frames") << "UPDATE video_index SET bytes = x'00'";
        QTest::newRow("removed") << "DELETE FROM video_index";
    }
    void anIndexIsHeldAgainstItsEntry()
    {
        QFETCH(QString, statement);
        auto video = evidenceItem(m_clock, "recording");
        video.frames = 3;
        const QByteArray index("an index");
        QVERIFY_OK(m_store->commit({QStringLiteral("evidence-added"), video.id.value(),
                                    {{"sha256", video.sha256}, {"index_sha256", base::sha256(index)}}},
                                   actor, [&](CaseWriter &writer) -> base::Outcome {
                                       LIKENESS_TRY(writer.insert(video));
                                       return writer.insertVideoIndex(video.id, 1, index);
                                   }));
        const auto findings = [&] {
            m_store.reset();
            base::Progress progress;
            const auto verified = store::verifyFolder(m_case, progress);
            QStringList names;
            for (const auto &finding : verified->findings)
                names += store::findingName(finding.kind);
            return names;
        };
        QVERIFY(!findings().contains("index-differs"));
        tamper(database(), "video_index", {statement});
        QVERIFY(findings().contains("index-differs"));
    }

    void tampered_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("another parameter") << "UPDATE derivation SET edits = replace(edits, '-7.25', '-7.5')";
        QTest::newRow("another frame") << "UPDATE derivation SET frame = 42";
        QTest::newRow("no frame") << "UPDATE derivation SET frame = NULL";
        QTest::newRow("another hash") << "UPDATE derivation SET sha256 = '" + QString(64, u'b') + "'";
        QTest::newRow("another size") << "UPDATE derivation SET width = 321";
        QTest::newRow("removed") << "DELETE FROM derivation";
        QTest::newRow("slipped in") << "INSERT INTO derivation SELECT 'x', evidence_id, frame, edits, width, "
                                       "height, sha256, created, created_by FROM derivation";
    }
    void tampered()
    {
        QFETCH(QString, statement);
        QVERIFY_OK(enter(derivation()));
        m_store.reset();
        base::Progress progress;
        QVERIFY(store::verifyFolder(m_case, progress)->isSound());
        tamper(database(), "derivation", {statement});
        const auto verified = store::verifyFolder(m_case, progress);
        QVERIFY_OK(verified);
        QVERIFY(!verified->isSound());
        QCOMPARE(store::findingName(verified->findings.front().kind), QStringLiteral("derivation-differs"));
    }
};

QTEST_GUILESS_MAIN(TestMediaRecords)
#include "tst_mediarecords.moc"
