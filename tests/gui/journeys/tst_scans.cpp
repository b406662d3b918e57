// SPDX-License-Identifier: GPL-3.0-or-later
// Scans in the real window, and what happens meanwhile: another scan, another case, a scan that fails; and what an
// exported frame is written over.
#include "tests/gui/journeys/recordinghands.h"
#include "tests/gui/journeys/waitingengine.h"

#include <QComboBox>
#include <QListWidget>
#include <QSpinBox>
#include <QtTest>

using namespace likeness;
using pages::Step;
using tests::RecordingHands;
using tests::WaitingEngine;

namespace
{

constexpr int patienceMs = 120000; // a ceiling for a loaded machine, not a wait

/// Notes what it is asked, and answers as it is told.
struct AskedPrompts : tests::ScriptedPrompts {
    QStringList asked;
    bool answer = false;
    bool confirm(QWidget *, const QString &, const QString &question, const QString &) override
    {
        asked << question;
        return answer;
    }
};

/// The middle of what was searched lies in the box that the track has in that frame.
bool isOf(const model::FaceTrack &track, const model::Probe &probe)
{
    const double x = probe.box.x + probe.box.width / 2, y = probe.box.y + probe.box.height / 2;
    return std::any_of(track.boxes.begin(), track.boxes.end(), [&](const model::TrackBox &each) {
        return probe.frame == each.frame && each.box.x < x && x < each.box.right() && each.box.y < y &&
               y < each.box.bottom();
    });
}

} // namespace

class TestScans : public QObject
{
    Q_OBJECT
private slots:
    void rowsOfOneScanAreNobodyInAnother();
    void whoIsChosenStaysChosen();
    void probesOfAClosedCaseAreNotWaitedFor();
    void aScanThatFailedOffersToOpenAgain();
    void escapeIsTheEditorsWhileAFrameIsEdited();
    void nothingIsReplacedUnasked();
    void whatWasWrittenIsSaidAlsoWhenItsDialogIsGone();
};

void TestScans::rowsOfOneScanAreNobodyInAnother()
{
    RecordingHands hands;
    QVERIFY(hands.takeIn());
    hands.part<QSpinBox>("smallestFace")->setValue(60);
    QVERIFY(hands.scan());
    hands.press(Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(hands.arrives(12));
    hands.press(Qt::Key_I);
    QVERIFY(hands.scan());
    auto &space = hands.bench.workspace();
    QCOMPARE(space.contents().scans.size(), size_t(2));
    QVERIFY(hands.model()->rowCount() > 0);
    QCOMPARE(hands.model()->scan(), space.contents().scans[1].id);
    hands.tracks()->setCurrentIndex(hands.model()->index(0));
    QVERIFY(hands.bench.main(Step::Evidence));
    const QPointer<QDialog> dialog = hands.dialogWith("frames");
    QVERIFY(dialog);

    // The other scan is shown while somebody ticks frames: who was asked about is not here any more.
    auto *scans = hands.part<QComboBox>("scans");
    QCOMPARE(scans->currentIndex(), 1);
    QTest::keyClick(scans, Qt::Key_Up);
    QCOMPARE(scans->currentIndex(), 0);
    QCOMPARE(hands.model()->rowCount(), 0);
    QVERIFY(!dialog || !dialog->isVisible());
    QVERIFY(!hands.bench.page(Step::Evidence)->mainButton()->isEnabled());
    QVERIFY(hands.timeline()->tracks().empty());
    QVERIFY(hands.bench.settle());
    QVERIFY(space.contents().probes.empty());
    QCOMPARE(hands.model()->scan(), space.contents().scans[0].id);
    QCOMPARE(hands.model()->rowCount(), int(hands.recordedTracks(0).size()));
    QVERIFY(!hands.tracks()->currentIndex().isValid());
    QVERIFY(!hands.bench.page(Step::Evidence)->mainButton()->isEnabled());

    // Who is searched for is who was asked about, whichever row is current when the answer comes.
    const int red = hands.redRow();
    QVERIFY(red >= 0);
    const auto track = hands.model()->track(red)->track;
    hands.tracks()->setCurrentIndex(hands.model()->index(red));
    QVERIFY(hands.bench.main(Step::Evidence));
    auto *again = hands.dialogWith("frames");
    QVERIFY(again);
    hands.tracks()->setCurrentIndex(hands.model()->index(red == 0 ? 1 : 0));
    QTest::mouseClick(again->findChild<QPushButton *>(QStringLiteral("searchFrames")), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(hands.bench.step(), Step::Search, patienceMs);
    QVERIFY(hands.bench.settle());
    QVERIFY(!space.contents().probes.empty());
    for (const auto &probe : space.contents().probes)
        QVERIFY(isOf(track, probe));
    QVERIFY(hands.bench.errors.isEmpty());
}

void TestScans::whoIsChosenStaysChosen()
{
    const auto engine = std::make_shared<WaitingEngine>();
    RecordingHands hands(engine);
    QVERIFY(hands.takeIn());
    hands.part<QSpinBox>("smallestFace")->setValue(60);
    engine->isWaiting = true;
    hands.press(Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(engine->isHeld, patienceMs);
    hands.press(Qt::Key_Escape);
    QVERIFY(hands.bench.settle());
    QCOMPARE(hands.scanState(), model::Scan::State::Cancelled);
    QVERIFY(hands.model()->rowCount() > 0);
    hands.tracks()->setCurrentIndex(hands.model()->index(0));
    const auto chosen = hands.model()->beginning(0);
    QVERIFY(chosen);
    hands.picture()->setFocus();
    hands.press(Qt::Key_End);
    QVERIFY(hands.arrives(23));
    engine->looks = WaitingEngine::looksBefore; // few looks are left
    hands.press(Qt::Key_G, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(engine->isHeld, patienceMs);
    QVERIFY(!hands.bench.page(Step::Evidence)->mainButton()->isEnabled()); // numbers may change yet
    engine->isWaiting = false;
    QVERIFY(hands.bench.settle());
    QCOMPARE(hands.scanState(), model::Scan::State::Done);
    QVERIFY(hands.model()->standsStill());
    QCOMPARE(hands.model()->beginning(hands.tracks()->currentIndex().row()), chosen);
    QCOMPARE(hands.player().wanted(), qint64(23)); // nobody went anywhere
    QVERIFY(hands.bench.page(Step::Evidence)->mainButton()->isEnabled());
    QVERIFY(hands.bench.errors.isEmpty());
}

void TestScans::probesOfAClosedCaseAreNotWaitedFor()
{
    const auto engine = std::make_shared<WaitingEngine>();
    RecordingHands hands(engine);
    QVERIFY(hands.takeIn());
    hands.part<QSpinBox>("smallestFace")->setValue(60);
    QVERIFY(hands.scan());
    QVERIFY(hands.model()->rowCount() > 0);
    hands.tracks()->setCurrentIndex(hands.model()->index(0));
    QVERIFY(hands.bench.main(Step::Evidence));
    auto *dialog = hands.dialogWith("frames");
    QVERIFY(dialog);
    engine->looks = WaitingEngine::looksBefore;
    engine->isWaiting = true;
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("searchFrames")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(engine->isHeld, patienceMs);
    // While probes are made no scan renumbers the tracks.
    QVERIFY(!hands.button(QStringLiteral("Scan for faces"))->isEnabled());
    auto &space = hands.bench.workspace();
    const auto id = space.chosenEvidence()->id;
    const QString folder = space.file()->folder();
    space.closeCase();
    QVERIFY(hands.bench.settle());
    engine->isWaiting = false;
    space.openCase(folder);
    QTRY_VERIFY_WITH_TIMEOUT(space.hasCase() && !space.isOpening(), patienceMs);
    hands.bench.go(Step::Evidence);
    space.chooseEvidence(id);
    QVERIFY(hands.arrives(0));
    QVERIFY(hands.bench.settle());
    QVERIFY(hands.model()->rowCount() > 0);
    QVERIFY(hands.button(QStringLiteral("Scan for faces"))->isEnabled());
    hands.tracks()->setCurrentIndex(hands.model()->index(0));
    QVERIFY(hands.bench.page(Step::Evidence)->mainButton()->isEnabled());
}

void TestScans::aScanThatFailedOffersToOpenAgain()
{
    const auto engine = std::make_shared<WaitingEngine>();
    RecordingHands hands(engine);
    QVERIFY(hands.takeIn());
    engine->isWaiting = true;
    hands.press(Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(engine->isHeld, patienceMs);
    engine->isBroken = true;
    engine->isWaiting = false;
    QVERIFY(hands.bench.settle());
    QCOMPARE(hands.bench.errors.size(), 1);
    QVERIFY(hands.scanState() != model::Scan::State::Done);
    auto *again = hands.button(QStringLiteral("Open again"));
    QVERIFY(again);
    QVERIFY(!hands.text("remarks").isEmpty());
    QTest::mouseClick(again, Qt::LeftButton);
    QVERIFY(hands.bench.settle());
    QVERIFY(hands.arrives(0));
    QTRY_VERIFY(!hands.button(QStringLiteral("Open again")));
    QTRY_VERIFY(hands.button(QStringLiteral("Go on")));
    hands.press(Qt::Key_G, Qt::ControlModifier);
    QVERIFY(hands.bench.settle());
    QCOMPARE(hands.scanState(), model::Scan::State::Done);
}

void TestScans::escapeIsTheEditorsWhileAFrameIsEdited()
{
    RecordingHands hands;
    QVERIFY(hands.takeIn());
    hands.press(Qt::Key_F);
    QVERIFY(hands.bench.settle());
    auto *still = hands.part<viewer::PictureViewer>("evidenceViewer");
    QTRY_VERIFY_WITH_TIMEOUT(still->hasPicture(), patienceMs);
    QTest::keyClick(still, Qt::Key_E, Qt::ControlModifier);
    auto *editor = hands.part<QWidget>("pictureEditor");
    QTRY_VERIFY_WITH_TIMEOUT(editor->isVisible(), patienceMs);
    QVERIFY(hands.bench.settle());
    QTest::keyClick(editor, Qt::Key_Escape);
    QVERIFY(!editor->isVisible());
    QVERIFY(still->isVisible()); // the frame, and not the recording yet
    QVERIFY(!hands.panel()->isVisible());
    QTest::keyClick(hands.evidence(), Qt::Key_Escape);
    QTRY_VERIFY(hands.panel()->isVisible());
}

void TestScans::nothingIsReplacedUnasked()
{
    RecordingHands hands;
    QVERIFY(hands.takeIn());
    const auto prompts = std::make_shared<AskedPrompts>();
    common::setPrompts(prompts);
    const auto put = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write("mine") == 4;
    };
    const auto isMine = [](const QString &path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) && file.readAll() == "mine";
    };
    const QString png = hands.bench.folder(QStringLiteral("door.png"));
    const QString json = hands.bench.folder(QStringLiteral("door.json"));
    hands.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = hands.dialogWith("writeFrame");
    QVERIFY(dialog);
    auto *write = dialog->findChild<QPushButton *>(QStringLiteral("writeFrame"));
    const auto writeTo = [&](const QString &path) {
        prompts->asked.clear();
        prompts->save = path;
        QTest::mouseClick(write, Qt::LeftButton);
        return hands.bench.settle();
    };
    // The file beside the picture is somebody's.
    QVERIFY(put(json));
    QVERIFY(writeTo(png));
    QCOMPARE(prompts->asked.size(), 1);
    QVERIFY(prompts->asked[0].contains(QStringLiteral("door.json")));
    QVERIFY(!prompts->asked[0].contains(QStringLiteral("door.png")));
    QVERIFY(isMine(json));
    QVERIFY(!QFile::exists(png));
    // So is the picture, when its ending came by itself.
    QVERIFY(QFile::remove(json));
    QVERIFY(put(png));
    QVERIFY(writeTo(png.chopped(4)));
    QCOMPARE(prompts->asked.size(), 1);
    QVERIFY(prompts->asked[0].contains(QStringLiteral("door.png")));
    QVERIFY(isMine(png));
    QVERIFY(!QFile::exists(json));
    // Who agrees has it replaced; the file dialog asked about the picture itself.
    prompts->answer = true;
    QVERIFY(writeTo(png.chopped(4)));
    QCOMPARE(prompts->asked.size(), 1);
    QVERIFY(!isMine(png) && QFile::exists(json));
    QVERIFY(QFile::remove(json));
    QVERIFY(writeTo(png));
    QVERIFY(prompts->asked.isEmpty());
    QVERIFY(QFile::exists(json));
    dialog->reject();
    QVERIFY(hands.bench.errors.isEmpty());
}

void TestScans::whatWasWrittenIsSaidAlsoWhenItsDialogIsGone()
{
    RecordingHands hands;
    QVERIFY(hands.takeIn());
    const QString png = hands.bench.folder(QStringLiteral("door.png"));
    const auto exportTo = [&](const QString &path) {
        if (!hands.comesForward(&hands.bench.window()))
            return false;
        hands.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        auto *dialog = hands.dialogWith("writeFrame");
        if (!dialog)
            return false;
        hands.bench.prompts().save = path;
        QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("writeFrame")), Qt::LeftButton);
        dialog->close();
        return hands.bench.settle();
    };
    QVERIFY(exportTo(png));
    QVERIFY(QFile::exists(png));
    QVERIFY(!hands.bench.notices.isEmpty());
    QVERIFY(hands.bench.notices.last().contains(QStringLiteral("door.png")));
    QVERIFY(hands.bench.errors.isEmpty());
    QVERIFY(exportTo(hands.bench.folder(QStringLiteral("nowhere/door.png"))));
    QCOMPARE(hands.bench.errors.size(), 1);
}

QTEST_MAIN(TestScans)
#include "tst_scans.moc"
