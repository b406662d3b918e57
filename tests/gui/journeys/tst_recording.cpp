// SPDX-License-Identifier: GPL-3.0-or-later
// A recording in the real window: exact frames, faces through time, one of them searched, a frame handed out.
#include "engine/media/decoderprogram.h"
#include "tests/gui/journeys/recordinghands.h"
#include "tests/gui/journeys/waitingengine.h"
#include "widgets/models/cardrole.h"
#include "widgets/models/facemodel.h"

#include <QAction>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
#include <QRadioButton>
#include <QSpinBox>
#include <QtTest>

using namespace likeness;
using pages::Step;
using tests::RecordingHands;
using tests::WaitingEngine;

namespace
{

constexpr int patienceMs = 120000; // a ceiling for a loaded machine, not a wait
constexpr qint64 lastFrame = 23;   // of the clip

} // namespace

class TestRecording : public QObject
{
    Q_OBJECT
private slots:
    void exactFramesByKeysNumberAndTime();
    void noTwoActionsShareAKey();
    void playingReachesTheEnd();
    void facesThroughTime();
    void aCancelledScanGoesOn();
    void aTrackIsSearchedInSeveralFrames();
    void aClosedScanShowsNobody();
    void oneFrameAsAStill();
    void framesAreExportedBothWays();
    void aDecoderThatDiedIsOpenedAgain();
    void changedEvidenceIsNotShown();
    void readOnlyMayLook();
};

void TestRecording::exactFramesByKeysNumberAndTime()
{
    RecordingHands hands;
    QVERIFY(hands.takeIn());
    QVERIFY(hands.panel()->isVisible());
    base::Progress progress;
    const auto file = hands.bench.workspace().file();
    const auto recording = file->openRecording(hands.bench.workspace().chosenEvidence()->id, progress);
    QVERIFY(recording);
    const auto isExact = [&](qint64 frame) {
        return hands.arrives(frame) &&
               hands.player().shown().picture == (*recording)->video->frame(frame, progress)->picture &&
               hands.text("frameReadout").startsWith(QStringLiteral("Frame %1 of 24").arg(frame));
    };
    QVERIFY(isExact(0));
    for (qint64 frame = 1; frame <= 5; ++frame) {
        hands.press(Qt::Key_Right);
        QVERIFY(isExact(frame));
    }
    hands.press(Qt::Key_Left);
    QVERIFY(isExact(4));
    hands.press(Qt::Key_Right, Qt::ShiftModifier); // a second is twelve frames
    QVERIFY(isExact(16));
    hands.press(Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(isExact(4));
    hands.picture()->setFocus();
    hands.press(Qt::Key_End);
    QVERIFY(isExact(lastFrame));
    hands.press(Qt::Key_Right); // there is none behind it
    QVERIFY(isExact(lastFrame));
    hands.picture()->setFocus(); // in a list Home goes to its first row
    hands.press(Qt::Key_Home);
    QVERIFY(isExact(0));

    // By number and by time; what is typed in a field is not taken for keys.
    hands.press(Qt::Key_G);
    auto *number = hands.part<QSpinBox>("frameNumber");
    QTRY_VERIFY(number->hasFocus());
    QTest::keyClicks(number, QStringLiteral("17"));
    QTest::keyClick(number, Qt::Key_Return);
    QVERIFY(isExact(17));
    hands.picture()->setFocus();
    hands.press(Qt::Key_T);
    auto *time = hands.part<QLineEdit>("frameTime");
    QTRY_VERIFY(time->hasFocus());
    QTest::keyClicks(time, QStringLiteral("0:01.2")); // between frames 14 and 15
    QTest::keyClick(time, Qt::Key_Return);
    QVERIFY(isExact(14));
    QCOMPARE(time->text(), QStringLiteral("0:01.167"));

    // The view stays where it was while frames change.
    auto *picture = hands.picture();
    picture->setFocus();
    picture->setView({3, {0.3, 0.6}, 0, false});
    hands.press(Qt::Key_Right);
    QVERIFY(isExact(15));
    QCOMPARE(picture->view(), (viewer::View{3, {0.3, 0.6}, 0, false}));

    // Dragging over the timeline ends where the hand ends.
    auto *line = hands.timeline();
    const int y = line->axisHeight() + 20;
    QTest::mousePress(line->viewport(), Qt::LeftButton, {}, {line->xOf(2), y});
    for (qint64 frame = 3; frame <= 20; ++frame)
        QTest::mouseMove(line->viewport(), {line->xOf(frame) + 2, y});
    QTest::mouseRelease(line->viewport(), Qt::LeftButton, {}, {line->xOf(20) + 2, y});
    QVERIFY(isExact(20));
    QVERIFY(hands.bench.errors.isEmpty());
}

void TestRecording::noTwoActionsShareAKey()
{
    RecordingHands hands;
    QVERIFY(hands.takeIn());
    QHash<QString, const QAction *> users;
    auto *page = hands.bench.page(Step::Evidence);
    const auto all = page->actions() + hands.bench.window().actions() + hands.panel()->findChildren<QAction *>();
    for (const QAction *action : all) {
        for (const QKeySequence &key : action->isEnabled() ? action->shortcuts() : QList<QKeySequence>()) {
            const QString name = key.toString();
            QVERIFY2(users.value(name, action) == action,
                     qPrintable(QStringLiteral("%1: \"%2\" and \"%3\"")
                                    .arg(name, users.value(name, action)->text(), action->text())));
            users.insert(name, action);
        }
    }
    QVERIFY(users.contains(QStringLiteral("Space")) && users.contains(QStringLiteral("Left")));
    // Where a photograph is shown, they are not in force.
    hands.evidence()->setCurrentIndex(hands.evidence()->model()->index(0, 0));
    QVERIFY(hands.bench.settle());
    for (const QAction *action : page->actions())
        QVERIFY(action->shortcut() != QKeySequence(Qt::Key_Space));
}

void TestRecording::playingReachesTheEnd()
{
    RecordingHands hands;
    QVERIFY(hands.takeIn());
    QList<qint64> shown;
    connect(&hands.player(), &viewer::RecordingPlayer::frameShown, this,
            [&] { shown << hands.player().shown().number; });
    hands.press(Qt::Key_Space);
    QVERIFY(hands.player().isPlaying());
    QTRY_VERIFY_WITH_TIMEOUT(!hands.player().isPlaying(), patienceMs);
    QCOMPARE(hands.player().shown().number, lastFrame);
    QVERIFY(std::is_sorted(shown.begin(), shown.end()));
    QCOMPARE(qint64(shown.size()) + hands.player().leftOut(), lastFrame);
    hands.picture()->setFocus();
    hands.press(Qt::Key_Home);
    QVERIFY(hands.arrives(0));
    hands.press(Qt::Key_Space);
    QVERIFY(hands.player().isPlaying());
    hands.press(Qt::Key_Space);
    QVERIFY(!hands.player().isPlaying());
    // Space on a button presses the button.
    auto *scan = hands.button(QStringLiteral("Scan for faces"));
    QVERIFY(scan);
    scan->setFocus();
    QTest::keyClick(scan, Qt::Key_Space);
    QVERIFY(!hands.player().isPlaying());
    QVERIFY(hands.bench.settle());
    QCOMPARE(hands.bench.workspace().contents().scans.size(), size_t(1));
    hands.picture()->setFocus();
    // Another page does not go on playing behind the back.
    hands.press(Qt::Key_Space);
    hands.bench.go(Step::Case);
    QVERIFY(!hands.player().isPlaying());
}

void TestRecording::facesThroughTime()
{
    RecordingHands hands;
    QVERIFY(hands.takeIn());
    QVERIFY(!hands.bench.page(Step::Evidence)->mainButton()->isEnabled());
    hands.part<QSpinBox>("smallestFace")->setValue(60);
    // A span and an area, chosen as a person does.
    hands.press(Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(hands.arrives(12));
    hands.press(Qt::Key_O);
    QCOMPARE(hands.timeline()->span(), (viewer::Timeline::Span{0, 12}));
    QCOMPARE(hands.text("spanText"), QStringLiteral("0 to 12"));
    hands.press(Qt::Key_B);
    auto *picture = hands.picture();
    const QPoint from = picture->toWidget({0.5, 0.05}).toPoint(), to = picture->toWidget({0.98, 0.95}).toPoint();
    QTest::mousePress(picture, Qt::LeftButton, {}, from);
    QTest::mouseMove(picture, (from + to) / 2);
    QTest::mouseMove(picture, to);
    QTest::mouseRelease(picture, Qt::LeftButton, {}, to);
    QVERIFY(hands.text("areaText") != QStringLiteral("whole frame"));
    QVERIFY(hands.scan());
    const auto part = hands.bench.workspace().contents().scans.back();
    QCOMPARE(part.settings.firstFrame, 0);
    QCOMPARE(part.settings.lastFrame, 12);
    QCOMPARE(part.settings.smallestFacePx, 60);
    QVERIFY(part.settings.area && std::abs(part.settings.area->x - 0.5) < 0.02);
    for (const auto &track : hands.recordedTracks(0))
        QVERIFY(track.track.lastFrame <= 12);

    // Then all of it.
    hands.press(Qt::Key_Backspace, Qt::ControlModifier);
    hands.press(Qt::Key_Backspace, Qt::ShiftModifier);
    QVERIFY(hands.timeline()->isWholeSpan());
    QCOMPARE(hands.text("areaText"), QStringLiteral("whole frame"));
    QVERIFY(hands.scan());
    QCOMPARE(hands.bench.workspace().contents().scans.size(), size_t(2));
    const auto recorded = hands.recordedTracks(1);
    QVERIFY(recorded.size() >= 2);
    QTRY_COMPARE_WITH_TIMEOUT(hands.model()->rowCount(), int(recorded.size()), patienceMs);
    QCOMPARE(hands.timeline()->tracks().size(), recorded.size());

    // A track is picked on the timeline: its best frame is shown, with its box emphasised.
    const int row = hands.redRow();
    QVERIFY(row >= 0);
    const auto red = hands.model()->track(row)->track;
    const QRect bar = hands.timeline()->barOf(red.number);
    QTest::mouseClick(hands.timeline()->viewport(), Qt::LeftButton, {}, bar.center());
    QVERIFY(hands.arrives(red.bestFrame));
    QCOMPARE(hands.tracks()->currentIndex().row(), row);
    QVERIFY(picture->accessibleDescription().contains(QStringLiteral("Box %1 is chosen").arg(red.number)));
    QVERIFY(hands.bench.page(Step::Evidence)->mainButton()->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(!hands.model()->picture(row, red.bestFrame).isNull(), patienceMs);
    // Picked where it is seen, it stays at the frame.
    hands.tracks()->setCurrentIndex({});
    picture->setFocus();
    hands.press(Qt::Key_Home);
    QVERIFY(hands.arrives(0));
    const auto first = std::find_if(recorded.begin(), recorded.end(), [](const auto &track) {
        return !track.track.boxes.empty() && track.track.boxes.front().frame == 0;
    });
    QVERIFY(first != recorded.end());
    const auto &box = first->track.boxes.front().box;
    QTest::mouseClick(picture, Qt::LeftButton, {},
                      picture->toWidget({box.x + box.width / 2, box.y + box.height / 2}).toPoint());
    QCOMPARE(hands.model()->track(hands.tracks()->currentIndex().row())->track.number, first->track.number);
    QCOMPARE(hands.player().wanted(), 0);
    QVERIFY(hands.bench.errors.isEmpty());
}

void TestRecording::aCancelledScanGoesOn()
{
    const auto engine = std::make_shared<WaitingEngine>();
    RecordingHands hands(engine);
    QVERIFY(hands.takeIn());
    hands.part<QSpinBox>("smallestFace")->setValue(60);
    engine->isWaiting = true;
    hands.press(Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(engine->isHeld, patienceMs);
    QVERIFY(!hands.button(QStringLiteral("Scan for faces")));
    QVERIFY(!hands.bench.page(Step::Evidence)->mainButton()->isEnabled());
    hands.press(Qt::Key_Escape);
    QVERIFY(hands.bench.settle());
    QCOMPARE(hands.scanState(), model::Scan::State::Cancelled);
    QVERIFY(hands.bench.workspace().contents().scans.back().doneTo < lastFrame);
    QTRY_VERIFY(hands.button(QStringLiteral("Go on")));
    engine->isWaiting = false;
    hands.press(Qt::Key_G, Qt::ControlModifier);
    QVERIFY(hands.bench.settle());
    QCOMPARE(hands.scanState(), model::Scan::State::Done);
    QVERIFY(!hands.button(QStringLiteral("Go on")));
    const auto inPieces = hands.recordedTracks(0);
    QVERIFY(hands.scan());
    const auto inOne = hands.recordedTracks(1);
    QCOMPARE(inPieces.size(), inOne.size());
    for (size_t i = 0; i < inOne.size(); ++i)
        QCOMPARE(inPieces[i].track.boxes, inOne[i].track.boxes);
    QVERIFY(hands.bench.errors.isEmpty());
    QVERIFY(engine->callsOnTheWatchedThread().isEmpty());
}

void TestRecording::aTrackIsSearchedInSeveralFrames()
{
    RecordingHands hands;
    QVERIFY(hands.takeIn());
    hands.part<QSpinBox>("smallestFace")->setValue(60);
    QVERIFY(hands.scan());
    const int row = hands.redRow();
    QVERIFY(row >= 0);
    hands.tracks()->setCurrentIndex(hands.model()->index(row));
    const auto track = hands.model()->track(row)->track;
    QVERIFY(hands.bench.main(Step::Evidence));
    auto *dialog = hands.dialogWith("frames");
    QVERIFY(dialog);
    auto *frames = dialog->findChild<QListWidget *>(QStringLiteral("frames"));
    auto *search = dialog->findChild<QPushButton *>(QStringLiteral("searchFrames"));
    const auto ticked = [frames] {
        int count = 0;
        for (int i = 0; i < frames->count(); ++i)
            count += frames->item(i)->checkState() == Qt::Checked;
        return count;
    };
    const int proposed = ticked();
    QCOMPARE(proposed, int(casework::CaseSession::framesToSearch(track, 5).size()));
    QVERIFY(proposed >= 2);
    // Space ticks and unticks; none is not enough.
    for (int i = 0; i < frames->count(); ++i) {
        frames->setCurrentRow(i);
        if (frames->item(i)->checkState() == Qt::Checked)
            QTest::keyClick(frames, Qt::Key_Space);
    }
    QCOMPARE(ticked(), 0);
    QVERIFY(!search->isEnabled());
    int chosen = 0;
    for (int i = 0; i < frames->count() && chosen < 3; ++i, ++chosen) {
        frames->setCurrentRow(i);
        QTest::keyClick(frames, Qt::Key_Space);
    }
    QVERIFY(search->isEnabled());
    QTest::mouseClick(search, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(hands.bench.step(), Step::Search, patienceMs);
    QVERIFY(hands.bench.settle());
    auto &space = hands.bench.workspace();
    QVERIFY(space.chosenProbe() && space.chosenProbe()->frame);
    const int together = 1 + int(space.furtherProbes().size());
    QVERIFY(together >= 2);
    const QString text = hands.bench.child<QLabel>(Step::Search, "framesText")->text();
    QVERIFY2(text.startsWith(QStringLiteral("%1 frames of one face").arg(together)), qPrintable(text));

    QVERIFY(hands.bench.main(Step::Search));
    QTRY_COMPARE_WITH_TIMEOUT(hands.bench.step(), Step::Candidates, patienceMs);
    QVERIFY(hands.bench.settle());
    QCOMPARE(space.chosenSearch()->furtherProbes, space.furtherProbes());
    QCOMPARE(space.chosenSearch()->settings.probeKind, model::ProbeKind::VideoFrame);
    QVERIFY(hands.bench.openWeaker());
    auto *list = hands.bench.child<QAbstractItemView>(Step::Candidates, "candidateList");
    QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("P5"));
    const QString third = list->model()->index(0, 0).data(models::ThirdLineRole).toString();
    QVERIFY2(third.endsWith(QStringLiteral("In %1 of %2 frame(s)")
                                .arg(space.chosenSearch()->candidates.front().framesPresent)
                                .arg(together)),
             qPrintable(third));
    // The probe alone, chosen again, is still searched with its frames; another one is alone.
    const auto probe = space.chosenProbe()->id;
    const auto other = space.furtherProbes().front();
    space.chooseProbe(other);
    QVERIFY(space.furtherProbes().empty());
    space.chooseProbe(probe);
    QCOMPARE(int(space.furtherProbes().size()), together - 1);
    // Chosen on its own frame it is searched alone.
    space.choosePicture({space.probe(probe)->evidence, space.probe(probe)->frame});
    hands.bench.go(Step::Evidence);
    QVERIFY(hands.bench.settle());
    auto *faces = hands.part<QAbstractItemView>("faceList");
    const auto *found = static_cast<models::FaceModel *>(faces->model());
    int used = 0;
    while (used < found->rowCount() && !found->face(used)->usedAsProbe)
        ++used;
    QVERIFY(used < found->rowCount());
    faces->setCurrentIndex(found->index(used));
    QVERIFY(hands.bench.main(Step::Evidence));
    QTRY_COMPARE_WITH_TIMEOUT(hands.bench.step(), Step::Search, patienceMs);
    QVERIFY(space.furtherProbes().empty());
    QVERIFY(hands.bench.errors.isEmpty());
}

void TestRecording::aClosedScanShowsNobody()
{
    RecordingHands hands;
    QVERIFY(hands.takeIn());
    hands.part<QSpinBox>("smallestFace")->setValue(60);
    QVERIFY(hands.scan());
    QTRY_VERIFY_WITH_TIMEOUT(hands.model()->rowCount() >= 2, patienceMs);
    const auto best = hands.model()->track(0)->track.bestFrame;
    QTRY_VERIFY_WITH_TIMEOUT(!hands.model()->picture(0, best).isNull(), patienceMs);
    hands.tracks()->setCurrentIndex(hands.model()->index(0));
    QVERIFY(hands.bench.page(Step::Evidence)->mainButton()->isEnabled());
    hands.press(Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    // It is work that nobody waits for, and what nobody chose is gone at once: painting brings nothing back.
    QVERIFY(!hands.bench.runner().isIdle());
    QVERIFY(hands.model()->isForgotten(0));
    hands.tracks()->viewport()->repaint();
    QVERIFY(hands.model()->picture(0, best).isNull());
    QVERIFY(!hands.bench.page(Step::Evidence)->mainButton()->isEnabled());
    QVERIFY(!hands.button(QStringLiteral("Scan for faces"))->isEnabled());
    QVERIFY(hands.bench.settle());
    QCOMPARE(hands.scanState(), model::Scan::State::Closed);
    QVERIFY(hands.model()->isForgotten(0));
    auto &thumbnails = hands.bench.workspace().thumbnails();
    QTRY_VERIFY_WITH_TIMEOUT(thumbnails.isIdle(), patienceMs);
    for (int row = 0; row < hands.model()->rowCount(); ++row) {
        const auto &[scan, track, chosen] = *hands.model()->track(row);
        QVERIFY(hands.model()->picture(row, track.bestFrame).isNull());
        for (const auto &box : track.boxes)
            QVERIFY(!thumbnails.isLoaded(models::TrackModel::keyOf(scan, box.frame, box.box)));
    }
    hands.tracks()->setCurrentIndex(hands.model()->index(0));
    QVERIFY(!hands.bench.page(Step::Evidence)->mainButton()->isEnabled());
    QVERIFY(!hands.button(QStringLiteral("Close the scan")));
    QVERIFY(hands.button(QStringLiteral("Scan for faces")));
}

void TestRecording::oneFrameAsAStill()
{
    RecordingHands hands;
    QVERIFY(hands.takeIn());
    hands.press(Qt::Key_Right);
    hands.press(Qt::Key_Right);
    QVERIFY(hands.arrives(2));
    hands.press(Qt::Key_F);
    QVERIFY(hands.bench.settle());
    QVERIFY(!hands.panel()->isVisible());
    auto *faces = hands.part<QAbstractItemView>("faceList");
    QVERIFY(faces->isVisible());
    QVERIFY(faces->model()->rowCount() >= 1);
    auto *still = hands.part<viewer::PictureViewer>("evidenceViewer");
    QCOMPARE(still->pictureSize(), QSize(640, 360));
    faces->setCurrentIndex(faces->model()->index(0, 0));
    QVERIFY(hands.bench.settle());
    QTest::keyClick(still, Qt::Key_Escape);
    QTRY_VERIFY(hands.panel()->isVisible());
    QCOMPARE(hands.player().wanted(), 2); // where one was
    hands.press(Qt::Key_F);
    QVERIFY(hands.bench.settle());
    faces->setCurrentIndex(faces->model()->index(0, 0));
    QVERIFY(hands.bench.main(Step::Evidence));
    QTRY_COMPARE_WITH_TIMEOUT(hands.bench.step(), Step::Search, patienceMs);
    QCOMPARE(hands.bench.workspace().chosenProbe()->frame, std::optional<qint64>(2));
    QVERIFY(hands.bench.workspace().furtherProbes().empty());
    QCOMPARE(hands.bench.child<QLabel>(Step::Search, "framesText")->text(), QStringLiteral("Frame 2"));
    QVERIFY(hands.bench.errors.isEmpty());
}

void TestRecording::framesAreExportedBothWays()
{
    RecordingHands hands;
    QVERIFY(hands.takeIn());
    hands.press(Qt::Key_Right);
    QVERIFY(hands.arrives(1));
    const auto jsonOf = [](const QString &png) {
        QFile file(png.chopped(4) + QStringLiteral(".json"));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    };
    hands.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = hands.dialogWith("writeFrame");
    QVERIFY(dialog);
    auto *write = dialog->findChild<QPushButton *>(QStringLiteral("writeFrame"));
    auto *text = dialog->findChild<QLabel *>(QStringLiteral("exportText"));
    QVERIFY(dialog->findChild<QRadioButton *>(QStringLiteral("pixelated"))->isChecked());
    QTest::mouseClick(write, Qt::LeftButton); // and no place was chosen
    QVERIFY(hands.bench.settle());
    QVERIFY(text->text().isEmpty());
    const QString hidden = hands.bench.folder(QStringLiteral("hidden.png"));
    hands.bench.prompts().save = hidden.chopped(4); // the ending comes by itself
    QTest::mouseClick(write, Qt::LeftButton);
    QVERIFY(hands.bench.settle());
    QVERIFY(QFile::exists(hidden));
    QCOMPARE(jsonOf(hidden)[QStringLiteral("bystanders")].toString(), QStringLiteral("pixelated"));
    QVERIFY(text->text().contains(QStringLiteral("hidden.png")));
    QVERIFY(text->text().contains(jsonOf(hidden)[QStringLiteral("png_sha256")].toString()));

    auto *exact = dialog->findChild<QRadioButton *>(QStringLiteral("exact"));
    QTest::mouseClick(exact, Qt::LeftButton, {}, {8, exact->height() / 2});
    QVERIFY(exact->isChecked());
    QVERIFY(!write->isEnabled());
    auto *reason = dialog->findChild<QLineEdit *>(QStringLiteral("exportReason"));
    QVERIFY(reason->isVisible());
    QTest::keyClicks(reason, QStringLiteral("the court asked for the whole frame"));
    QVERIFY(write->isEnabled());
    const QString shown = hands.bench.folder(QStringLiteral("shown.png"));
    hands.bench.prompts().save = shown;
    QTest::mouseClick(write, Qt::LeftButton);
    QVERIFY(hands.bench.settle());
    QCOMPARE(jsonOf(shown)[QStringLiteral("bystanders")].toString(), QStringLiteral("shown"));
    const QImage png(shown);
    QCOMPARE(png.size(), QSize(640, 360));
    QVERIFY(QImage(hidden) != png);
    dialog->reject();
    QVERIFY(hands.bench.errors.isEmpty());
}

void TestRecording::aDecoderThatDiedIsOpenedAgain()
{
    RecordingHands hands;
    QVERIFY(hands.takeIn());
    hands.picture()->setFocus();
    media::DecoderProgram::shared().stop();
    hands.press(Qt::Key_End);
    QTRY_VERIFY_WITH_TIMEOUT(hands.player().hasFailed(), patienceMs);
    auto *again = hands.button(QStringLiteral("Open again"));
    QVERIFY(again);
    QVERIFY(hands.text("remarks").contains(QStringLiteral("Frame 23")));
    QTest::mouseClick(again, Qt::LeftButton);
    QVERIFY(hands.arrives(lastFrame)); // where one wanted to go
    QVERIFY(hands.bench.settle());
    QVERIFY(!hands.button(QStringLiteral("Open again")));
    hands.press(Qt::Key_Left);
    QVERIFY(hands.arrives(lastFrame - 1));
}

void TestRecording::changedEvidenceIsNotShown()
{
    RecordingHands hands;
    QVERIFY(hands.takeIn());
    auto &space = hands.bench.workspace();
    const auto id = space.chosenEvidence()->id;
    const QString sha256 = space.chosenEvidence()->sha256;
    const QString folder = space.file()->folder();
    space.closeCase();
    QVERIFY(hands.bench.settle());
    QVERIFY(!hands.player().isOpen());
    QFile copy(folder + QStringLiteral("/evidence/") + sha256);
    QVERIFY(copy.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    QVERIFY(copy.open(QIODevice::ReadWrite));
    QVERIFY(copy.seek(copy.size() / 2));
    QVERIFY(copy.write("changed") == 7);
    copy.close();
    space.openCase(folder);
    QTRY_VERIFY_WITH_TIMEOUT(space.hasCase() && !space.isOpening(), patienceMs);
    QVERIFY(hands.bench.settle());
    hands.bench.go(Step::Evidence);
    space.chooseEvidence(id);
    QVERIFY(hands.bench.settle());
    QVERIFY(hands.panel()->isVisible());
    QVERIFY(!hands.player().isOpen());
    QVERIFY(!hands.picture()->hasPicture());
    QVERIFY(!hands.text("remarks").isEmpty());
    QVERIFY(hands.button(QStringLiteral("Open again")));
    QVERIFY(!hands.bench.page(Step::Evidence)->mainButton()->isEnabled());
    hands.press(Qt::Key_Space); // nothing to play, and no harm
    hands.press(Qt::Key_Right);
    QCOMPARE(hands.player().wanted(), -1);
}

void TestRecording::readOnlyMayLook()
{
    RecordingHands hands;
    QVERIFY(hands.takeIn());
    auto &space = hands.bench.workspace();
    const auto id = space.chosenEvidence()->id;
    const QString folder = space.file()->folder();
    // Somebody else has it open for writing.
    space.closeCase();
    QVERIFY(hands.bench.settle());
    const auto holder = casework::CaseSession::open(space.sharedWorkstation(), folder);
    QVERIFY(holder);
    space.openCase(folder);
    QTRY_VERIFY_WITH_TIMEOUT(space.hasCase() && !space.isOpening(), patienceMs);
    QVERIFY(space.isReadOnly());
    hands.bench.go(Step::Evidence);
    space.chooseEvidence(id);
    QVERIFY(hands.arrives(0));
    hands.press(Qt::Key_Right);
    QVERIFY(hands.arrives(1));
    auto *scan = hands.button(QStringLiteral("Scan for faces"));
    QVERIFY(scan);
    QVERIFY(!scan->isEnabled());
    QVERIFY(!scan->toolTip().isEmpty());
    QVERIFY(!hands.bench.page(Step::Evidence)->mainButton()->isEnabled());
    hands.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = hands.dialogWith("writeFrame");
    QVERIFY(dialog);
    QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("writeFrame"))->isEnabled());
    QVERIFY(!dialog->findChild<QLabel *>(QStringLiteral("exportText"))->text().isEmpty());
    dialog->reject();
}

QTEST_MAIN(TestRecording)
#include "tst_recording.moc"
