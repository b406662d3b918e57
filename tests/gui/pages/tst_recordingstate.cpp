// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/recordingstate.h"

#include <QtTest>

using namespace likeness;
using pages::RecordingState;
using Missing = RecordingState::Missing;
using State = model::Scan::State;

namespace
{

RecordingState open()
{
    RecordingState state;
    state.recording = RecordingState::Recording::Open;
    return state;
}

} // namespace

class TestRecordingState : public QObject
{
    Q_OBJECT
private slots:
    void whatIsMissingComesInOrder();
    void scansGoOnAndAreClosed();
    void whoMayNotMayLook();
    void readoutsAndRemarks();
    void namesOfFiles_data();
    void namesOfFiles();
};

void TestRecordingState::whatIsMissingComesInOrder()
{
    RecordingState state;
    QCOMPARE(state.missing(), Missing::Recording);
    QVERIFY(!state.mayScan());
    state.recording = RecordingState::Recording::Opening;
    QCOMPARE(state.missing(), Missing::Recording);
    state = open();
    QCOMPARE(state.missing(), Missing::Scan);
    QVERIFY(state.mayScan());
    state.isScanning = true;
    QCOMPARE(state.missing(), Missing::Scanning);
    QVERIFY(!state.mayScan());
    state.isScanning = false;
    state.scan = State::Done;
    QCOMPARE(state.missing(), Missing::Choice);
    state.isTrackChosen = true;
    QCOMPARE(state.missing(), Missing::Nothing);
    state.isReading = true; // rows of which nobody knows yet whether the record has them
    QCOMPARE(state.missing(), Missing::Reading);
    QVERIFY(!state.mayClose());
    state.isReading = false;
    state.isClosing = true;
    QCOMPARE(state.missing(), Missing::Closing);
    QVERIFY(!state.mayScan());
    QVERIFY(!state.mayClose());
    state.isClosing = false;
    state.isMakingProbes = true;
    QCOMPARE(state.missing(), Missing::Work);
}

void TestRecordingState::scansGoOnAndAreClosed()
{
    RecordingState state = open();
    QVERIFY(!state.mayGoOn());
    QVERIFY(!state.mayClose());
    for (const State left : {State::Running, State::Cancelled}) { // running in the record: cut off
        state.scan = left;
        QVERIFY(state.mayGoOn());
        QVERIFY(state.mayClose());
        state.isMakingProbes = true; // of tracks that would get other numbers
        QVERIFY(!state.mayScan());
        QVERIFY(!state.mayGoOn());
        QVERIFY(!state.mayClose());
        state.isMakingProbes = false;
    }
    state.isScanning = true;
    QVERIFY(!state.mayGoOn());
    QVERIFY(!state.mayClose());
    state.isScanning = false;
    state.scan = State::Done;
    QVERIFY(!state.mayGoOn());
    QVERIFY(state.mayClose());
    state.scan = State::Closed;
    QVERIFY(!state.mayGoOn());
    QVERIFY(!state.mayClose());
    QVERIFY(state.mayScan());
    // A face that was chosen before stays searchable, one that nobody chose does not.
    state.isTrackChosen = true;
    QCOMPARE(state.missing(), Missing::Nothing);
    state.isTrackForgotten = true;
    QCOMPARE(state.missing(), Missing::Closed);
}

void TestRecordingState::whoMayNotMayLook()
{
    RecordingState state = open();
    state.scan = State::Done;
    state.isTrackChosen = true;
    state.isReadOnly = true;
    QCOMPARE(state.missing(), Missing::ReadOnly);
    QVERIFY(!state.mayScan());
    QVERIFY(!state.mayClose());
    state.isReadOnly = false;
    state.unmetRole = {policy::Rule::RoleMissing};
    QCOMPARE(state.missing(), Missing::Role);
    QVERIFY(!state.mayScan());
}

void TestRecordingState::readoutsAndRemarks()
{
    model::VideoIndex index;
    for (int i = 0; i < 2000; ++i)
        index.frames.push_back({.time = i * 40});
    model::VideoInfo info;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(pages::frameReadout(index, 1230),
             QStringLiteral("Frame 1,230 of 2,000   0:49.200   time found in the file"));
    QCOMPARE(pages::frameReadout(index, 2000), QString());
    QCOMPARE(pages::frameReadout(index, -1), QString());
    QVERIFY(pages::frameRemarks(index, 5).isEmpty());
    QVERIFY(pages::recordingRemarks(info, index).isEmpty());
    index.frames[5].timeFound = false;
    index.frames[5].damaged = true;
    index.frames[5].interlaced = true;
    QCOMPARE(pages::frameRemarks(index, 5).size(), 3);
    QVERIFY(pages::frameReadout(index, 5).endsWith(QStringLiteral("time counted on")));
    QVERIFY(pages::frameRemarks(index, 5)[1].contains(QStringLiteral("bottom field")));
    index.frames[5].topFieldFirst = true;
    QVERIFY(pages::frameRemarks(index, 5)[1].contains(QStringLiteral("top field")));
    QVERIFY(pages::frameRemarks(index, 6).isEmpty());
    info.pixelAspect = {1281, 1280}; // as ffmpeg writes when it scales
    QVERIFY(pages::recordingRemarks(info, index).isEmpty());
    index.frames[9].time += 20;
    index.endedBy = QStringLiteral("truncated");
    info.pixelAspect = {16, 15};
    const QStringList remarks = pages::recordingRemarks(info, index);
    QCOMPARE(remarks.size(), 3);
    QVERIFY(remarks.join(QLatin1Char(' ')).contains(QStringLiteral("16:15")));
}

void TestRecordingState::namesOfFiles_data()
{
    QTest::addColumn<QString>("recording");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << "camera 3.mp4" << "camera 3-frame-000123.png";
    QTest::newRow("umlaut") << QStringLiteral("Überfall_2.avi") << QStringLiteral("Überfall_2-frame-000123.png");
    QTest::newRow("dangerous") << QStringLiteral("..a:b?c*.mkv") << "a-b-c--frame-000123.png";
    QTest::newRow("none") << QString() << "recording-frame-000123.png";
    QTest::newRow("long") << QString(300, u'x') + ".mp4" << QString(80, u'x') + "-frame-000123.png";
}

void TestRecordingState::namesOfFiles()
{
    QFETCH(QString, recording);
    QFETCH(QString, name);
    QCOMPARE(pages::frameFileName(recording, 123), name);
}

QTEST_MAIN(TestRecordingState)
#include "tst_recordingstate.moc"
