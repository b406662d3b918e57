// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/face/trackertest.h"
#include "tests/support/framepipe.h"

using namespace likeness;
using namespace likeness::face;
using namespace likeness::face::tests;

/// Which tracks come of which recording.
class TestFaceTracks : public TrackerTest
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void cuts();
    void pan();
    void approach();
    void entersAndLeaves();
    void hiddenForAWhile();
    void hiddenForLong();
    void hardCut();
    void interrupted_data();
    void interrupted();
    void crossing_data();
    void crossing();
    void emptyStreet();
    void nothingNewIsNotLookedAt();
    void smallFacesAreFollowedBack();
    void sharedRecordings_data();
    void sharedRecordings();
};

void TestFaceTracks::initTestCase()
{
    QVERIFY(openEngine());
}

void TestFaceTracks::cleanupTestCase()
{
    // Nobody chose these faces: no chip is cut of them and no template made.
    QCOMPARE(m_engine->others, 0);
    QVERIFY(m_engine->looks > 0);
}

void TestFaceTracks::cuts()
{
    const auto shrunk = [](const QImage &image) { return SmallFrame(toPicture(image), 0.5); };
    const QImage first = sampleImage("sample1.jpg").scaled(320, 240);
    const SmallFrame one = shrunk(first);
    for (int i = 2; i <= 6; ++i) {
        const SmallFrame other = shrunk(sampleImage(QStringLiteral("sample%1.jpg").arg(i)).scaled(320, 240));
        QVERIFY(one.isCutBefore(other));
        QVERIFY(other.isCutBefore(one));
    }
    QVERIFY(!one.isCutBefore(one));
    QImage brighter = first.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < brighter.height(); ++y)
        for (int x = 0; x < brighter.width(); ++x)
            brighter.setPixelColor(x, y, brighter.pixelColor(x, y).lighter(150));
    QVERIFY2(!one.isCutBefore(shrunk(brighter)), "a lamp is no cut");
    const QImage wide = sampleImage("sample1.jpg").scaled(340, 240);
    QVERIFY2(!shrunk(wide.copy(0, 0, 320, 240)).isCutBefore(shrunk(wide.copy(12, 0, 320, 240))),
             "a turning camera is no cut");
    QImage black(small, QImage::Format_RGB32);
    black.fill(Qt::black);
    QVERIFY(one.isCutBefore(shrunk(black)));
    QVERIFY(!shrunk(black).isCutBefore(shrunk(black)));
}

void TestFaceTracks::pan()
{
    const model::RelativeRect about = boxOf(person("G"));
    QVERIFY(about.width > 40);
    const Frames all = panning(44);
    const auto tracks = tracksOf(all);
    QCOMPARE(tracks.size(), size_t(1));
    const model::FaceTrack &track = tracks.front();
    QCOMPARE(track.number, 1);
    QCOMPARE(track.firstFrame, qint64(0));
    QCOMPARE(track.lastFrame, qint64(43));
    QCOMPARE(track.boxes.size(), size_t(44));
    for (int i = 0; i < 44; ++i) {
        QCOMPARE(track.boxes[size_t(i)].frame, qint64(i));
        QCOMPARE(track.boxes[size_t(i)].found, i % lookEvery == 0);
        QVERIFY(track.boxes[size_t(i)].box.isValid());
        const double overlap = overlapOf(track.boxes[size_t(i)].box, truth(about, panned(i), small));
        QVERIFY2(overlap >= 0.6, qPrintable(QStringLiteral("frame %1: %2").arg(i).arg(overlap)));
    }
    const model::TrackBox *best = track.boxAt(track.bestFrame);
    QVERIFY(best && best->found);
    QCOMPARE(best->box, track.best.box);
}

void TestFaceTracks::approach()
{
    const QImage who = person("H");
    const model::RelativeRect about = boxOf(who);
    const auto scaleOf = [](int i) { return 1 + i * 0.02; };
    const Frames all = frames(36, small, [&](QImage &frame, int i) {
        put(frame, who, {160, 120}, scaleOf(i));
    });
    const auto tracks = tracksOf(all);
    QCOMPARE(tracks.size(), size_t(1));
    QCOMPARE(tracks.front().boxes.size(), size_t(36));
    for (int i = 0; i < 36; ++i) {
        const double overlap =
            overlapOf(tracks.front().boxes[size_t(i)].box, truth(about, {160, 120}, small, scaleOf(i)));
        QVERIFY2(overlap >= 0.6, qPrintable(QStringLiteral("frame %1: %2").arg(i).arg(overlap)));
    }
    QVERIFY2(tracks.front().bestFrame >= 16, "the nearer face has more pixels between the eyes");
}

void TestFaceTracks::entersAndLeaves()
{
    // In view from frame 11 to 29: between looks on both sides.
    const QImage who = person("G");
    const Frames all = frames(60, small, [&](QImage &frame, int i) {
        if (i >= 11 && i < 30)
            put(frame, who, {160, 120});
    });
    const auto tracks = tracksOf(all);
    QCOMPARE(tracks.size(), size_t(1));
    QCOMPARE(tracks.front().firstFrame, qint64(11));
    QCOMPARE(tracks.front().lastFrame, qint64(29));
    QCOMPARE(tracks.front().boxes.size(), size_t(19));
}

void TestFaceTracks::hiddenForAWhile()
{
    const QImage who = person("G");
    const model::RelativeRect about = boxOf(who);
    // Something covers the face in frames 13 to 26: the looks at 16 and 24 miss it.
    const Frames all = frames(48, small, [&](QImage &frame, int i) {
        put(frame, who, {120 + 1.5 * i, 120});
        if (i >= 13 && i <= 26)
            QPainter(&frame).drawImage(QPoint(80, 60), street({140, 120}, 100));
    });
    const auto tracks = tracksOf(all);
    QCOMPARE(tracks.size(), size_t(1));
    QCOMPARE(tracks.front().firstFrame, qint64(0));
    QCOMPARE(tracks.front().lastFrame, qint64(47));
    for (int i = 0; i < 48; ++i) {
        const model::TrackBox *box = tracks.front().boxAt(i);
        QCOMPARE(box != nullptr, i < 13 || i > 26);
        if (box)
            QVERIFY(overlapOf(box->box, truth(about, {120 + 1.5 * i, 120}, small)) >= 0.5);
    }
}

void TestFaceTracks::hiddenForLong()
{
    const QImage who = person("G");
    const Frames all = frames(64, small, [&](QImage &frame, int i) {
        if (i < 12 || i >= 46)
            put(frame, who, {160, 120});
    });
    const auto tracks = tracksOf(all);
    QCOMPARE(tracks.size(), size_t(2));
    QCOMPARE(tracks[0].lastFrame, qint64(11));
    QCOMPARE(tracks[1].number, 2);
    QCOMPARE(tracks[1].firstFrame, qint64(46));
}

void TestFaceTracks::hardCut()
{
    // Two people at the same place, and the camera changes between two looks.
    const QImage before = person("G"), after = person("H");
    const Frames all = frames(40, small, [&](QImage &frame, int i) {
        if (i >= 19)
            frame = sampleImage("sample4.jpg").copy(0, 900, 640, 380).scaled(small);
        put(frame, i < 19 ? before : after, {160, 120});
    });
    const auto tracks = tracksOf(all);
    QCOMPARE(tracks.size(), size_t(2));
    QCOMPARE(tracks[0].firstFrame, qint64(0));
    QCOMPARE(tracks[0].lastFrame, qint64(18));
    QCOMPARE(tracks[1].firstFrame, qint64(19));
    QCOMPARE(tracks[1].lastFrame, qint64(39));
    QVERIFY2(tracks[1].boxes.front().found, "the first frame of a shot is looked at");
}

void TestFaceTracks::interrupted_data()
{
    QTest::addColumn<QColor>("colour"); // invalid: another shot
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("length");
    QTest::addColumn<bool>("isSameAfter");
    QTest::addColumn<int>("tracks");
    QTest::newRow("a black frame") << QColor(Qt::black) << 19 << 1 << true << 1;
    QTest::newRow("a white frame") << QColor(Qt::white) << 19 << 1 << true << 1;
    QTest::newRow("a black frame where a look is due") << QColor(Qt::black) << 16 << 1 << true << 1;
    QTest::newRow("two frames of another shot") << QColor() << 18 << 2 << true << 1;
    QTest::newRow("a black frame between two shots") << QColor(Qt::black) << 19 << 1 << false << 2;
    QTest::newRow("a shot of three frames") << QColor() << 18 << 3 << true << 2;
}

void TestFaceTracks::interrupted()
{
    // At 24 frames a second a tenth of one is two frames.
    QFETCH(QColor, colour);
    QFETCH(int, from);
    QFETCH(int, length);
    QFETCH(bool, isSameAfter);
    QFETCH(int, tracks);
    const int back = from + length;
    const QImage who = person("G"), other = person("H");
    const QImage shot = sampleImage("sample4.jpg").copy(0, 900, 640, 380).scaled(small);
    const model::RelativeRect about = boxOf(who);
    const auto at = [](int i) { return QPointF(120 + 1.5 * i, 120); };
    const Frames all = frames(44, small, [&](QImage &frame, int i) {
        if (i >= from && i < back && colour.isValid())
            frame.fill(colour);
        else if (i >= from && (i < back || !isSameAfter))
            frame = shot;
        if (i < from || (i >= back && isSameAfter))
            put(frame, who, at(i));
        else if (i >= back)
            put(frame, other, {160, 120});
    });
    FaceTracker tracker = this->tracker(seeing(), all);
    addAll(tracker, Frames(all.begin(), all.begin() + from + 1));
    QCOMPARE(tracker.tracks().size(), size_t(1));
    QCOMPARE(tracker.tracks().front().lastFrame, qint64(from - 1));
    // Written and read while nobody knows what the cut is, it goes on the same.
    auto resumed = FaceTracker::resumed(m_engine, tracker.state());
    QVERIFY(resumed.has_value());
    addAll(tracker, all, size_t(from) + 1);
    addAll(*resumed, all, size_t(resumed->nextFrame()));
    QVERIFY(resumed->state() == tracker.state());

    const auto found = tracker.tracks();
    QCOMPARE(int(found.size()), tracks);
    if (tracks == 2) {
        QCOMPARE(found[0].lastFrame, qint64(from - 1));
        QCOMPARE(found[1].firstFrame, qint64(back));
        QCOMPARE(found[1].lastFrame, qint64(43));
        QVERIFY2(found[1].boxes.front().found, "the first frame of a shot is looked at");
        return;
    }
    QCOMPARE(found.front().firstFrame, qint64(0));
    QCOMPARE(found.front().lastFrame, qint64(43));
    for (int i = 0; i < 44; ++i) {
        const model::TrackBox *box = found.front().boxAt(i);
        QCOMPARE(box != nullptr, i < from || i >= back);
        if (box)
            QVERIFY(overlapOf(box->box, truth(about, at(i), small)) >= 0.5);
    }
    QVERIFY2(found.front().boxAt(back)->found, "the finder looks where the faces are now");
}

void TestFaceTracks::crossing_data()
{
    QTest::addColumn<QString>("front");
    QTest::addColumn<QString>("behind");
    QTest::addColumn<double>("step");
    QTest::newRow("slow") << "G"
                          << "H" << 4.0;
    QTest::newRow("fast") << "T"
                          << "N" << 7.0;
    QTest::newRow("changed") << "H"
                             << "G" << 5.0;
}

void TestFaceTracks::crossing()
{
    QFETCH(QString, front);
    QFETCH(QString, behind);
    QFETCH(double, step);
    constexpr QSize wide(480, 240);
    const QImage a = person(front), b = person(behind);
    const model::RelativeRect aboutA = boxOf(a), aboutB = boxOf(b);
    QVERIFY(aboutA.width > 40 && aboutB.width > 40);
    const auto atA = [&](int i) { return QPointF(90 + step * i, 125); };
    const auto atB = [&](int i) { return QPointF(390 - step * i, 115); };
    const int count = int(300 / step) + 1;
    const Frames all = frames(count, wide, [&](QImage &frame, int i) {
        put(frame, b, atB(i));
        put(frame, a, atA(i));
    });
    const auto tracks = tracksOf(all);
    QCOMPARE(tracks.size(), size_t(2));
    int seenA = 0, seenB = 0;
    for (const model::FaceTrack &track : tracks) {
        const bool isA = overlapOf(track.boxes.front().box, truth(aboutA, atA(0), wide)) > 0.5;
        QCOMPARE(track.firstFrame, qint64(0));
        QCOMPARE(track.lastFrame, qint64(count - 1));
        for (const model::TrackBox &box : track.boxes) {
            const int i = int(box.frame);
            const model::RelativeRect own = isA ? truth(aboutA, atA(i), wide) : truth(aboutB, atB(i), wide);
            QVERIFY2(overlapOf(box.box, own) >= 0.5, qPrintable(QStringLiteral("frame %1").arg(i)));
        }
        (isA ? seenA : seenB) = int(track.boxes.size());
    }
    QCOMPARE(seenA, count);
    QVERIFY2(seenB >= count / 2 && seenB < count, "who is behind is hidden in some frames");
}

void TestFaceTracks::emptyStreet()
{
    QVERIFY(tracksOf(frames(20, small, [](QImage &, int) {})).empty());
    QVERIFY(FaceTracker(m_engine, seeing(), rate, 10, 10).tracks().empty());
}

void TestFaceTracks::nothingNewIsNotLookedAt()
{
    // Nobody is there until frame 53: after the look at 0 one every second, and again when somebody comes.
    const QImage who = person("G");
    const Frames all = frames(72, small, [&](QImage &frame, int i) {
        if (i >= 53)
            put(frame, who, {160, 120});
    });
    const int before = m_engine->looks;
    const auto tracks = tracksOf(all);
    QCOMPARE(m_engine->looks - before, 5); // 0, 24, 48, 56, 64
    QCOMPARE(tracks.size(), size_t(1));
    QCOMPARE(tracks.front().firstFrame, qint64(53));
    QCOMPARE(tracks.front().lastFrame, qint64(71));
}

void TestFaceTracks::smallFacesAreFollowedBack()
{
    // The look at frame 8 is for faces from 120 px: this one is found at 16 and was there from 3 on.
    const QImage who = person("G");
    // In a frame so large that somebody who appears is no cut.
    const Frames all = frames(32, QSize(640, 360), [&](QImage &frame, int i) {
        put(frame, soft(who, 4).scaled(20, 20), {30.0 + 4 * i, 30}); // no face, but not the same twice
        if (i >= 3)
            put(frame, who, {160, 140}, 0.8);
    });
    const auto tracks = tracksOf(all);
    QCOMPARE(tracks.size(), size_t(1));
    QCOMPARE(tracks.front().firstFrame, qint64(3));
    QVERIFY(!tracks.front().boxAt(3)->found && !tracks.front().boxAt(8)->found);
    QVERIFY(tracks.front().boxAt(16)->found);
    QVERIFY2(tracks.front().boxAt(24)->found, "and is looked for from then on");
}

void TestFaceTracks::sharedRecordings_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("framesPerSecond");
    QTest::addColumn<int>("smallest");
    QTest::addColumn<int>("tracks");
    QTest::newRow("sister") << "sister.mkv" << QSize(640, 480) << 30.0 << 80 << 1;
    QTest::newRow("student") << "student.mkv" << QSize(640, 480) << 30.0 << 80 << 1;
    QTest::newRow("walk") << "walk.mkv" << QSize(640, 480) << 30.0 << 50 << 1;
    QTest::newRow("cars") << "car-detection.mp4" << QSize(768, 432) << 12.5 << 80 << 0;
}

void TestFaceTracks::sharedRecordings()
{
    if (sharedVideoDirectory().isEmpty())
        QSKIP("the shared recordings are not here");
    QFETCH(QString, file);
    QFETCH(QSize, size);
    QFETCH(double, framesPerSecond);
    QFETCH(int, smallest);
    QFETCH(int, tracks);
    likeness::tests::FramePipe pipe({"-i", sharedVideoDirectory() + '/' + file}, size.width(), size.height());
    FaceTracker tracker(m_engine, seeing(smallest), framesPerSecond, size.width(), size.height());
    base::Progress progress;
    qint64 count = 0;
    while (const auto picture = pipe.next())
        QVERIFY(tracker.add(count++, *picture, progress).has_value());
    QVERIFY(count > 50);
    const auto found = tracker.tracks();
    if (qEnvironmentVariableIsSet("LIKENESS_SHOW_TRACKS"))
        qInfo().noquote() << count << "frames\n" << textOf(found);
    QCOMPARE(int(found.size()), tracks);
    if (tracks == 1)
        QVERIFY2(double(found.front().boxes.size()) >= 0.95 * double(count),
                 qPrintable(QStringLiteral("%1 of %2").arg(found.front().boxes.size()).arg(count)));
}

QTEST_GUILESS_MAIN(TestFaceTracks)
#include "tst_facetracks.moc"
