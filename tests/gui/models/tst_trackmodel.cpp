// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/models/workplace.h"
#include "widgets/models/trackmodel.h"

#include <QAbstractItemModelTester>

using namespace likeness;
using models::TrackModel;

namespace
{

const model::ScanId scan{QStringLiteral("scan")};

model::ScannedTrack track(int number, qint64 first, double x, qint64 frames)
{
    model::ScannedTrack made{scan, {}, false};
    made.track.number = number;
    made.track.firstFrame = first;
    made.track.lastFrame = first + frames - 1;
    made.track.bestFrame = first;
    for (qint64 i = 0; i < frames; ++i)
        made.track.boxes.push_back({first + i, {x, 0.2, 0.1, 0.1}, true});
    return made;
}

} // namespace

class TestTrackModel : public QObject
{
    Q_OBJECT
private slots:
    void whatGrowsKeepsItsRow();
    void anotherFaceInARowIsAnotherRow();
    void picturesAreKnownByWhatIsSeen();
    void closedFromNowOn();
};

void TestTrackModel::whatGrowsKeepsItsRow()
{
    tests::Workplace place;
    TrackModel model(*place.workspace);
    QAbstractItemModelTester tester(&model);
    model.show({}, scan, {track(1, 0, 0.1, 3)}, false, false);
    QVERIFY(!model.standsStill());
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QPersistentModelIndex chosen = model.index(0);
    model.show({}, scan, {track(1, 0, 0.1, 8), track(2, 4, 0.5, 2)}, false, false);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(chosen.row(), 0);
    QCOMPARE(model.track(0)->track.lastFrame, qint64(7));
    model.show({}, scan, {track(1, 0, 0.1, 8)}, false, true); // fewer
    QCOMPARE(resets.count(), 1);
    QVERIFY(model.standsStill());
}

void TestTrackModel::anotherFaceInARowIsAnotherRow()
{
    tests::Workplace place;
    TrackModel model(*place.workspace);
    QAbstractItemModelTester tester(&model);
    model.show({}, scan, {track(1, 0, 0.1, 3), track(2, 6, 0.5, 3)}, false, false);
    const auto second = model.beginning(1);
    QVERIFY(second);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex chosen = model.index(1);
    // One that began earlier comes between them: the second row is another face.
    model.show({}, scan, {track(1, 0, 0.1, 3), track(2, 4, 0.8, 5), track(3, 6, 0.5, 3)}, false, false);
    QCOMPARE(resets.count(), 1);
    QVERIFY(!chosen.isValid());
    QCOMPARE(model.rowOf(*second), 2);
    QCOMPARE(model.rowOf(TrackModel::Beginning{6, {0.8, 0.2, 0.1, 0.1}}), -1);
    QVERIFY(!model.beginning(3));
    model.clear();
    QCOMPARE(resets.count(), 2);
    QCOMPARE(model.rowOf(*second), -1);
    QVERIFY(!model.standsStill());
}

void TestTrackModel::picturesAreKnownByWhatIsSeen()
{
    const model::RelativeRect left{0.1, 0.2, 0.1, 0.1}, right{0.1 + 1e-9, 0.2, 0.1, 0.1};
    QCOMPARE(TrackModel::keyOf(scan, 4, left), TrackModel::keyOf(scan, 4, left));
    QVERIFY(TrackModel::keyOf(scan, 4, left) != TrackModel::keyOf(scan, 4, right));
    QVERIFY(TrackModel::keyOf(scan, 4, left) != TrackModel::keyOf(scan, 5, left));
    const model::ScanId other{QStringLiteral("other")};
    QVERIFY(TrackModel::keyOf(scan, 4, left).startsWith(TrackModel::keyPrefix(scan)));
    QVERIFY(!TrackModel::keyOf(other, 4, left).startsWith(TrackModel::keyPrefix(scan)));
    QVERIFY(TrackModel::keyOf(other, 4, left).startsWith(TrackModel::keyPrefix()));
}

void TestTrackModel::closedFromNowOn()
{
    tests::Workplace place;
    TrackModel model(*place.workspace);
    auto chosen = track(2, 6, 0.5, 3);
    chosen.chosen = true;
    model.show({}, scan, {track(1, 0, 0.1, 3), chosen}, false, true);
    QVERIFY(!model.isForgotten(0));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setClosed();
    QCOMPARE(changed.count(), 1);
    QVERIFY(model.isForgotten(0));
    QVERIFY(!model.isForgotten(1)); // somebody made a probe of it
    model.show({}, scan, {track(1, 0, 0.1, 3), chosen}, false, true); // it could not be closed
    QVERIFY(!model.isForgotten(0));
}

QTEST_GUILESS_MAIN(TestTrackModel)
#include "tst_trackmodel.moc"
