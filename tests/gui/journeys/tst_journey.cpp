// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/verbs.h"
#include "tests/gui/journeys/bench.h"
#include "tests/support/testdata.h"
#include "widgets/common/messagebar.h"
#include "widgets/models/cardrole.h"
#include "widgets/viewer/pictureviewer.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QtTest>

using namespace likeness;
using pages::Step;
using tests::Bench;
namespace verbs = audit::verbs;

namespace
{

constexpr int patienceMs = 120000; // a ceiling for a loaded machine, not a wait

int entriesOf(casework::CaseSession &file, const QString &verb)
{
    const auto entries = file.auditEntries(1, 100000);
    if (!entries)
        return -1;
    return int(std::count_if(entries->begin(), entries->end(),
                             [&](const auto &entry) { return entry.act.verb == verb; }));
}

QPushButton *button(QWidget *page, const QString &text)
{
    for (auto *candidate : page->findChildren<QPushButton *>())
        if (candidate->text() == text)
            return candidate;
    return nullptr;
}

viewer::PictureViewer *viewerOf(Bench &bench)
{
    return bench.page(Step::Evidence)->findChild<viewer::PictureViewer *>(QStringLiteral("evidenceViewer"));
}

void drag(QWidget *on, const QPoint &from, const QPoint &to)
{
    QTest::mousePress(on, Qt::LeftButton, {}, from);
    QTest::mouseMove(on, from + (to - from) / 2);
    QTest::mouseMove(on, to);
    QTest::mouseRelease(on, Qt::LeftButton, {}, to);
}

/// Name, description and value of a part of the window and of everything in it.
QStringList heardTexts(QAccessibleInterface *part)
{
    if (!part)
        return {};
    QStringList texts{part->text(QAccessible::Name), part->text(QAccessible::Description),
                      part->text(QAccessible::Value)};
    for (int i = 0; i < part->childCount(); ++i)
        texts += heardTexts(part->child(i));
    return texts;
}

} // namespace

/// The work of one person, on the real engine and the real window.
class TestJourney : public QObject
{
    Q_OBJECT
private slots:
    void fromFirstStartToReport();
    void byKeyboardAlone();
    void boxDrawnAndEyesDragged();
    void personLeftOut();
    void enrolmentCancelled();
    void badFilesDropped();
    void modelsMissingOrWrong_data();
    void modelsMissingOrWrong();
    void caseOpenElsewhere();

private:
    void chooseFirstFace(Bench &bench);
    void searchSample(Bench &bench);
};

void TestJourney::chooseFirstFace(Bench &bench)
{
    bench.go(Step::Evidence);
    auto *faces = bench.child<QAbstractItemView>(Step::Evidence, "faceList");
    QTRY_VERIFY_WITH_TIMEOUT(faces->model()->rowCount() >= 3, patienceMs);
    QVERIFY(bench.settle());
    const QRect first = faces->visualRect(faces->model()->index(0, 0));
    QTest::mouseClick(faces->viewport(), Qt::LeftButton, {}, first.center());
    QCOMPARE(faces->currentIndex().row(), 0);
}

void TestJourney::searchSample(Bench &bench)
{
    chooseFirstFace(bench);
    QVERIFY(bench.main(Step::Evidence));
    QTRY_COMPARE_WITH_TIMEOUT(bench.step(), Step::Search, patienceMs);
    QVERIFY(bench.main(Step::Search));
    QTRY_COMPARE_WITH_TIMEOUT(bench.step(), Step::Candidates, patienceMs);
    QVERIFY(bench.settle());
    QCOMPARE(bench.workspace().contents().searches.size(), size_t(1));

    // What is not known to be rare is folded away. Without a reason it stays so.
    auto &space = bench.workspace();
    auto *list = bench.child<QAbstractItemView>(Step::Candidates, "candidateList");
    const auto above = int(space.chosenSearch()->candidates.size());
    const int folded = space.chosenSearch()->folded;
    QVERIFY(above >= 1);
    QCOMPARE(above + folded, 9);
    QCOMPARE(list->model()->rowCount(), above);
    auto *foldText = bench.child<QLabel>(Step::Candidates, "foldedCandidates");
    QVERIFY(foldText->isVisible());
    QVERIFY2(foldText->text().startsWith(QString::number(folded)), qPrintable(foldText->text()));
    QTest::keyClick(list, Qt::Key_W); // asked, and given up
    QCOMPARE(list->model()->rowCount(), above);
    bench.prompts().reasonText = QStringLiteral("xxx");
    QTest::keyClick(list, Qt::Key_W);
    QCOMPARE(bench.errors.size(), 1);
    QCOMPARE(bench.errors.takeFirst().detail, QStringLiteral("reason-missing"));
    QCOMPARE(list->model()->rowCount(), above);
    QVERIFY(bench.openWeaker());
    QCOMPARE(space.chosenSearch()->candidates.size(), size_t(9));
    QCOMPARE(list->model()->rowCount(), 9);
    QVERIFY(!foldText->isVisible());
    QCOMPARE(list->model()->index(8, 0).data(models::ThirdLineRole).toString().section(u'.', 0, 0),
             QStringLiteral("Weaker than 1 in 100"));
    QVERIFY(list->model()->index(0, 0).data(models::ThirdLineRole).toString().contains(QStringLiteral("bout 1 in ")) ||
            list->model()->index(0, 0).data(models::ThirdLineRole).toString().contains(QStringLiteral("ewer than 1 in ")));
}

void TestJourney::fromFirstStartToReport()
{
    Bench bench;
    QCOMPARE(bench.step(), Step::Case);
    auto *sample = button(bench.page(Step::Case), QStringLiteral("Open the sample case"));
    QVERIFY(sample && sample->isVisible());
    QTest::mouseClick(sample, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(bench.workspace().hasCase(), patienceMs);
    QVERIFY(bench.main(Step::Case));
    QCOMPARE(bench.step(), Step::Evidence);
    searchSample(bench);

    // Set aside with a reason; Escape changes nothing; taken back and undone.
    auto &space = bench.workspace();
    auto *list = bench.child<QAbstractItemView>(Step::Candidates, "candidateList");
    auto *reason = bench.child<QLineEdit>(Step::Candidates, "reason");
    QVERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Down);
    const auto second = space.chosenSearch()->candidates[1].portrait;
    QCOMPARE(space.chosenCandidate()->portrait, second);
    QTest::keyClick(list, Qt::Key_X);
    QTRY_VERIFY(reason->hasFocus());
    QTest::keyClick(reason, Qt::Key_Escape);
    QVERIFY(!reason->isVisible());
    QVERIFY(space.contents().decisions.empty());
    QTest::keyClick(list, Qt::Key_X);
    QTRY_VERIFY(reason->hasFocus());
    QTest::keyClicks(reason, QStringLiteral("xx"));
    QTest::keyClick(reason, Qt::Key_Return);
    QVERIFY(space.contents().decisions.empty()); // says nothing: refused
    QVERIFY(reason->isVisible());
    QCOMPARE(bench.step(), Step::Candidates);
    reason->clear();
    QTest::keyClicks(reason, QStringLiteral("The ears differ in shape"));
    QTest::keyClick(reason, Qt::Key_Return);
    const auto search = space.chosenSearch()->id;
    QVERIFY(space.decision(search, second));
    QVERIFY(space.decision(search, second)->setAside);
    QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!space.decision(search, second)->setAside);
    QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(space.decision(search, second)->setAside);

    // Compare and conclude.
    QTest::keyClick(list, Qt::Key_Up);
    QVERIFY(bench.main(Step::Candidates));
    QTRY_COMPARE(bench.step(), Step::Compare);
    auto *compare = bench.page(Step::Compare);
    QTRY_VERIFY_WITH_TIMEOUT(compare->accessibleDescription().contains(QStringLiteral("conclusion")),
                             patienceMs);
    QVERIFY(!compare->mainButton()->isEnabled());
    const QString distance = QString::number(space.chosenCandidate()->distance, 'f', 3);
    for (const QString &text : tests::readableTexts(compare))
        QVERIFY2(!text.contains(distance), qPrintable(text)); // no score where faces are judged
    // Nor for who listens to it: what a screen reader is told, all the way down.
    const QString person = space.chosenCandidate()->person.value();
    for (const QString &text : heardTexts(QAccessible::queryAccessibleInterface(compare))) {
        QVERIFY2(!text.contains(distance) && !text.contains(person), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("rank"), Qt::CaseInsensitive), qPrintable(text));
    }
    QVERIFY(heardTexts(QAccessible::queryAccessibleInterface(compare))
                .join(u' ')
                .contains(QStringLiteral(
                    "Face outline: nothing chosen yet"))); // the walk reaches the rows of the checklist
    auto *radio = compare->findChildren<QRadioButton *>().at(1);
    QTest::mouseClick(radio, Qt::LeftButton, {}, QPoint(12, radio->height() / 2));
    QTest::keyClicks(bench.child<QPlainTextEdit>(Step::Compare, "note"),
                     QStringLiteral("Too little of the ear"));
    QVERIFY(bench.main(Step::Compare));
    QCOMPARE(space.contents().examinations.size(), size_t(1));
    QCOMPARE(space.contents().examinations[0].conclusion, model::Conclusion::Inconclusive);

    // Export.
    bench.go(Step::Report);
    const QString pdf = bench.folder(QStringLiteral("report ü.pdf"));
    bench.prompts().save = pdf;
    QVERIFY(bench.main(Step::Report));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(pdf), patienceMs);
    QVERIFY(bench.settle());
    QFile file(pdf);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(5).startsWith("%PDF-"));
    QFile json(bench.folder(QStringLiteral("report ü.json")));
    QVERIFY(json.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(json.readAll()).object()["format"].toString(),
             QStringLiteral("likeness-case-report/1"));

    // The words that never stand in what people read.
    static const QRegularExpression refused(
        QStringLiteral("\\b(match|matches|matched|hit|hits|suspect|suspects)\\b|% similar"),
        QRegularExpression::CaseInsensitiveOption);
    for (const QString &text : tests::readableTexts(&bench.window()))
        QVERIFY2(!text.contains(refused), qPrintable(text));
    QVERIFY(bench.errors.isEmpty());

    // Views are entered once a showing.
    {
        const auto session = space.file();
        QCOMPARE(entriesOf(*session, verbs::candidatesViewed), 1);
        QCOMPARE(entriesOf(*session, verbs::candidateCompared), 1);
        QCOMPARE(entriesOf(*session, verbs::conclusionNoted), 1);
        QCOMPARE(entriesOf(*session, verbs::reportExported), 1);
    }
    bench.go(Step::Candidates);
    QCOMPARE(entriesOf(*space.file(), verbs::candidatesViewed), 2);

    // Everything is there again.
    const QString folder = space.file()->folder();
    space.closeCase();
    QVERIFY(!space.hasCase());
    space.openCase(folder);
    QTRY_VERIFY_WITH_TIMEOUT(space.hasCase(), patienceMs);
    QVERIFY(!space.isReadOnly());
    QCOMPARE(space.contents().searches.size(), size_t(1));
    QCOMPARE(space.contents().examinations.size(), size_t(1));
    QVERIFY(space.decision(search, second)->setAside);
    base::Progress progress;
    QVERIFY(space.file()->verifyAudit(progress));
}

void TestJourney::byKeyboardAlone()
{
    Bench bench;
    auto &window = bench.window();
    const auto press = [&](int key, Qt::KeyboardModifiers modifiers = {}) {
        auto *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : static_cast<QWidget *>(&window), Qt::Key(key), modifiers);
    };
    press(Qt::Key_Space); // the first start offers the sample case
    QTRY_VERIFY_WITH_TIMEOUT(bench.workspace().hasCase(), patienceMs);
    QVERIFY(bench.settle());
    QTRY_VERIFY(bench.page(Step::Case)->mainButton()->isEnabled());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(bench.step(), Step::Evidence);
    auto *faces = bench.child<QAbstractItemView>(Step::Evidence, "faceList");
    QTRY_VERIFY_WITH_TIMEOUT(faces->model()->rowCount() >= 3, patienceMs);
    for (int stop = 0; stop < 40 && !faces->hasFocus(); ++stop)
        press(Qt::Key_Tab);
    QVERIFY(faces->hasFocus());
    press(Qt::Key_2);
    QCOMPARE(faces->currentIndex().row(), 1);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(bench.step(), Step::Search, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(bench.page(Step::Search)->mainButton()->isEnabled(), patienceMs);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(bench.step(), Step::Candidates, patienceMs);
    QVERIFY(bench.settle());
    bench.prompts().reasonText = QStringLiteral("The probe is turned away");
    press(Qt::Key_W);
    QTRY_VERIFY(bench.workspace().chosenSearch()->folded == 0);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QTRY_COMPARE(bench.step(), Step::Compare);
    QVERIFY(bench.settle());
    const auto first = bench.workspace().chosenCandidate()->portrait;
    press(Qt::Key_PageDown);
    QVERIFY(bench.workspace().chosenCandidate()->portrait != first);
    press(Qt::Key_PageUp);
    QCOMPARE(bench.workspace().chosenCandidate()->portrait, first);
    QVERIFY(bench.settle());
    press(Qt::Key_3, Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(bench.page(Step::Compare)->mainButton()->isEnabled(), patienceMs);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(bench.workspace().contents().examinations.size(), size_t(1));
    QCOMPARE(bench.workspace().contents().examinations[0].conclusion,
             model::Conclusion::SupportDifferentSource);
    QVERIFY(bench.errors.isEmpty());
}

void TestJourney::boxDrawnAndEyesDragged()
{
    Bench bench;
    QVERIFY(bench.openSample());
    chooseFirstFace(bench);
    auto &space = bench.workspace();
    auto *viewer = viewerOf(bench);
    auto *faces = bench.child<QAbstractItemView>(Step::Evidence, "faceList");
    const int found = faces->model()->rowCount();
    const auto boxOfFirst = [&] {
        const auto file = space.file();
        base::Progress progress;
        return file->findFaces(space.chosenEvidence()->id, {}, progress)->front();
    }();

    viewer->setFocus();
    QTest::keyClick(viewer, Qt::Key_B);
    QCOMPARE(viewer->tool(), viewer::PictureViewer::Tool::Box);
    const auto &box = boxOfFirst.box;
    drag(viewer, viewer->toWidget({box.x - 0.01, box.y - 0.01}).toPoint(),
         viewer->toWidget({box.right() + 0.01, box.bottom() + 0.01}).toPoint());
    QTRY_COMPARE(faces->model()->rowCount(), found + 1);
    QCOMPARE(faces->currentIndex().row(), found);
    QCOMPARE(viewer->tool(), viewer::PictureViewer::Tool::Eyes);
    QVERIFY(bench.settle());
    QTRY_VERIFY(!bench.child<QLabel>(Step::Evidence, "chipText")->text().isEmpty());

    // Undo takes the region away, redo brings the same one back.
    const auto drawnId = space.contents().regions.back().id;
    QTest::keyClick(viewer, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(faces->model()->rowCount(), found);
    QTest::keyClick(viewer, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(faces->model()->rowCount(), found + 1);
    QCOMPARE(space.contents().regions.back().id, drawnId);
    QVERIFY(bench.settle());

    base::Progress progress;
    const auto still = space.file()->openEvidence(space.chosenEvidence()->id, progress);
    const auto aligned =
        space.file()->previewAlignment(still->picture, space.contents().regions.back().box, {});
    const auto eye = aligned->eyes.left;
    QTest::keyClick(viewer, Qt::Key_E);
    QCOMPARE(viewer->tool(), viewer::PictureViewer::Tool::Eyes);
    QSignalSpy released(viewer, &viewer::PictureViewer::eyesReleased);
    drag(viewer, viewer->toWidget(eye).toPoint(), viewer->toWidget({eye.x - 0.01, eye.y + 0.02}).toPoint());
    QCOMPARE(released.count(), 1);
    QTRY_VERIFY(space.contents().regions.back().alignment == model::Alignment::ByHand);
    QCOMPARE(faces->model()->rowCount(), found + 1);
    QVERIFY(bench.main(Step::Evidence));
    QTRY_COMPARE_WITH_TIMEOUT(bench.step(), Step::Search, patienceMs);
    QCOMPARE(space.chosenProbe()->alignment, model::Alignment::ByHand);
    QVERIFY(tests::readableTexts(bench.page(Step::Search)).contains(QStringLiteral("placed by hand")));
    QVERIFY(bench.errors.isEmpty());
}

void TestJourney::personLeftOut()
{
    Bench bench;
    QVERIFY(bench.openSample());
    chooseFirstFace(bench);
    QVERIFY(bench.main(Step::Evidence));
    QTRY_COMPARE_WITH_TIMEOUT(bench.step(), Step::Search, patienceMs);
    auto *excluded = bench.child<QLineEdit>(Step::Search, "excludedReferences");
    auto *retention = bench.child<QCheckBox>(Step::Search, "leaveOutPastRetention");
    QVERIFY(excluded && retention);
    QTest::keyClicks(excluded, QStringLiteral("P3, nobody"));
    QVERIFY(bench.main(Step::Search));
    QVERIFY(bench.settle());
    // A reference that the gallery does not have is no search.
    QCOMPARE(bench.step(), Step::Search);
    QVERIFY(bench.workspace().contents().searches.empty());
    excluded->clear();
    QTest::keyClicks(excluded, QStringLiteral(" P3 ,P1"));
    QTest::keyClick(retention, Qt::Key_Space);
    QVERIFY(bench.main(Step::Search));
    QTRY_COMPARE_WITH_TIMEOUT(bench.step(), Step::Candidates, patienceMs);
    QVERIFY(bench.settle());
    QVERIFY(bench.openWeaker());
    const model::Search *search = bench.workspace().chosenSearch();
    QCOMPARE(search->candidates.size(), size_t(7));
    for (const model::Candidate &candidate : search->candidates)
        QVERIFY(candidate.personReference != u"P1" && candidate.personReference != u"P3");
    QCOMPARE(search->settings.excludedReferences, QStringList({"P1", "P3"}));
    QVERIFY(search->settings.leaveOutPastRetention);
}

void TestJourney::enrolmentCancelled()
{
    Bench bench;
    QVERIFY(bench.openSample());
    const auto &space = bench.workspace();
    const auto before = space.counts(space.chosenGallery()->gallery().id).portraits;
    bench.go(Step::Galleries);
    bench.prompts().folder = tests::samplesDirectory();
    QVERIFY(bench.main(Step::Galleries));
    auto *stop = button(bench.page(Step::Galleries), QStringLiteral("Stop"));
    QTRY_VERIFY(stop && stop->isVisible());
    QTest::mouseClick(stop, Qt::LeftButton);
    QVERIFY(bench.settle());
    QVERIFY(!stop->isVisible());
    QVERIFY(bench.page(Step::Galleries)->mainButton()->isEnabled());
    const auto after = space.counts(space.chosenGallery()->gallery().id);
    QVERIFY(after.portraits < before + 6);
    QCOMPARE(after.templates, after.portraits); // nothing half done
    QVERIFY(bench.errors.isEmpty());
}

void TestJourney::badFilesDropped()
{
    Bench bench;
    QVERIFY(bench.openSample());
    const QDir stills(tests::dataDirectory() + QStringLiteral("/stills"));
    QList<QUrl> urls;
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        QFile file(bench.folder(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        urls << QUrl::fromLocalFile(file.fileName());
    };
    write(QStringLiteral("empty.jpg"), {});
    write(QStringLiteral("text ü.png"), "no picture at all");
    write(QStringLiteral("drawing.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
    QFile whole(tests::samplesDirectory() + QStringLiteral("/sample2.jpg"));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    write(QStringLiteral("truncated.jpg"), whole.read(30000));
    urls << QUrl::fromLocalFile(bench.folder(QString()))
         << QUrl::fromLocalFile(bench.folder(QStringLiteral("gone.jpg")));
    urls << QUrl::fromLocalFile(whole.fileName());

    auto *page = bench.go(Step::Evidence);
    QMimeData mime;
    mime.setUrls(urls);
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, {});
    QApplication::sendEvent(page, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPoint(300, 300), Qt::CopyAction, &mime, Qt::LeftButton, {});
    QApplication::sendEvent(page, &drop);
    QTRY_COMPARE_WITH_TIMEOUT(bench.workspace().contents().evidence.size(), size_t(2), patienceMs);
    QVERIFY(bench.settle());
    int outcomes = 0;
    for (const auto *view : page->findChildren<QAbstractItemView *>())
        if (view->accessibleName() == QStringLiteral("What became of each file"))
            outcomes = view->model()->rowCount();
    QCOMPARE(outcomes, int(urls.size()));
    QVERIFY(tests::readableTexts(page).filter(QStringLiteral("were refused")).size() > 0);
    QVERIFY(bench.errors.isEmpty());
    // The window lives on: the good file is open and its faces are listed.
    QCOMPARE(bench.workspace().chosenEvidence()->fileName, QStringLiteral("sample2.jpg"));
    auto *faces = bench.child<QAbstractItemView>(Step::Evidence, "faceList");
    QTRY_VERIFY_WITH_TIMEOUT(faces->model()->rowCount() > 0, patienceMs);
}

void TestJourney::modelsMissingOrWrong_data()
{
    QTest::addColumn<bool>("areThere");
    QTest::addColumn<QString>("said");
    QTest::newRow("missing") << false << QStringLiteral("missing");
    QTest::newRow("wrong") << true << QStringLiteral("not the one");
}

void TestJourney::modelsMissingOrWrong()
{
    QFETCH(bool, areThere);
    QFETCH(QString, said);
    const QTemporaryDir folder;
    const auto files = face::ModelFiles::inDirectory(folder.path());
    for (const auto &model : {files.finder, files.landmarks, files.describer}) {
        QFile file(model.path);
        QVERIFY(!areThere || (file.open(QIODevice::WriteOnly) && file.write("no weights") > 0));
    }
    Bench bench(folder.path());
    bench.workspace().createCase(bench.folder(QStringLiteral("deep/case")),
                                 {QStringLiteral("2026-0142"), QStringLiteral("Theft of a bicycle"),
                                  QStringLiteral("Find out who rode it away"),
                                  QStringLiteral("Sgt. Example")});
    QTRY_VERIFY_WITH_TIMEOUT(bench.workspace().hasCase(), patienceMs);
    auto *evidence = static_cast<pages::WorkPage *>(bench.go(Step::Evidence));
    QVERIFY(tests::readableTexts(evidence).filter(QStringLiteral("drop pictures")).size() > 0);
    bench.prompts().files = {tests::samplesDirectory() + QStringLiteral("/sample1.jpg")};
    QTest::keyClick(evidence, Qt::Key_I, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(bench.workspace().contents().evidence.size(), size_t(1), patienceMs);
    QVERIFY(bench.settle());
    QVERIFY(viewerOf(bench)->hasPicture());
    const auto *text = bench.child<QLabel>(Step::Evidence, "facesText");
    QTRY_VERIFY2(text->text().contains(said), qPrintable(text->text()));
    QVERIFY(!evidence->mainButton()->isEnabled());
}

void TestJourney::caseOpenElsewhere()
{
    Bench bench;
    QVERIFY(bench.openSample());
    const QString folder = bench.workspace().file()->folder();
    bench.workspace().closeCase();
    QVERIFY(bench.settle());
    // Somebody else has it.
    const auto other = casework::CaseSession::open(bench.workspace().sharedWorkstation(), folder);
    QVERIFY(other && !(*other)->isReadOnly());
    bench.workspace().openCase(folder);
    QTRY_VERIFY_WITH_TIMEOUT(bench.workspace().hasCase(), patienceMs);
    QVERIFY(bench.workspace().isReadOnly());
    QVERIFY(!bench.notices.isEmpty());
    QVERIFY(tests::readableTexts(bench.page(Step::Case)).filter(QStringLiteral("reading only")).size() > 0);
    chooseFirstFace(bench);
    QVERIFY(!bench.page(Step::Evidence)->mainButton()->isEnabled());
    const auto before = (*other)->auditHead()->count;
    QTest::keyClick(viewerOf(bench), Qt::Key_B);
    QVERIFY(viewerOf(bench)->tool() != viewer::PictureViewer::Tool::Box);
    QCOMPARE((*other)->auditHead()->count, before);
    QVERIFY(bench.errors.isEmpty());
}

QTEST_MAIN(TestJourney)
#include "tst_journey.moc"
