// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/verbs.h"
#include "engine/imaging/derivation.h"
#include "tests/gui/journeys/bench.h"
#include "tests/support/stillbytes.h"
#include "tests/support/testdata.h"
#include "widgets/models/cardrole.h"
#include "widgets/viewer/pictureviewer.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSemaphore>
#include <QSlider>
#include <QSpinBox>
#include <QtTest>

using namespace likeness;
using model::Edit;
using pages::Step;
using tests::Bench;
using viewer::PictureViewer;
using Kind = Edit::Kind;

namespace
{

constexpr int patienceMs = 120000; // a ceiling for a loaded machine, not a wait

/// Counts what it is asked, and answers as it is told.
struct CountingPrompts : tests::ScriptedPrompts {
    int asked = 0;
    bool answer = false;
    bool confirm(QWidget *, const QString &, const QString &, const QString &) override
    {
        ++asked;
        return answer;
    }
};

/// The editor in the window, used as a person uses it.
class Hands
{
public:
    explicit Hands(Bench &bench) : m_bench(bench) {}

    template <class T>
    T *part(const char *name) const
    {
        return m_bench.child<T>(Step::Evidence, name);
    }
    QWidget *editor() const { return part<QWidget>("pictureEditor"); }
    bool isOpen() const { return editor()->isVisible(); }
    QAbstractItemView *list() const { return part<QAbstractItemView>("editList"); }
    PictureViewer *result() const { return part<PictureViewer>("editResult"); }
    QAbstractItemView *evidence() const { return part<QAbstractItemView>("evidenceList"); }
    PictureViewer *viewer() const { return part<PictureViewer>("evidenceViewer"); }
    QPushButton *button(const QString &text) const
    {
        for (auto *each : m_bench.page(Step::Evidence)->findChildren<QPushButton *>())
            if (each->text() == text)
                return each;
        return nullptr;
    }

    bool open()
    {
        m_bench.go(Step::Evidence);
        if (!QTest::qWaitFor([&] { return viewer()->hasPicture(); }, patienceMs) || !m_bench.settle())
            return false;
        QTest::keyClick(evidence(), Qt::Key_E, Qt::ControlModifier);
        return QTest::qWaitFor([&] { return isOpen(); }, patienceMs) && m_bench.settle();
    }
    QAction *addAction(Kind kind) const
    {
        for (auto *action : part<QMenu>("addEditMenu")->actions())
            if (action->data().toString() == model::editName(kind))
                return action;
        return nullptr;
    }
    bool add(Kind kind)
    {
        const int before = list()->model()->rowCount();
        auto *action = addAction(kind);
        if (!action || !action->isEnabled())
            return false;
        action->trigger();
        return list()->model()->rowCount() == before + 1;
    }
    /// Types a value into a field, as a person does: all of it marked, then digits, then Tab.
    void type(const char *field, const QString &text)
    {
        auto *box = part<QAbstractSpinBox>(field);
        box->setFocus();
        box->selectAll();
        QTest::keyClicks(box, text);
        QTest::keyClick(box, Qt::Key_Tab);
    }
    void drag(PictureViewer *on, const model::RelativePoint &from, const model::RelativePoint &to)
    {
        const QPoint a = on->toWidget(from).toPoint(), b = on->toWidget(to).toPoint();
        QTest::mousePress(on, Qt::LeftButton, {}, a);
        QTest::mouseMove(on, a + (b - a) / 2);
        QTest::mouseMove(on, b);
        QTest::mouseRelease(on, Qt::LeftButton, {}, b);
    }

private:
    Bench &m_bench;
};

QStringList editsShown(const QAbstractItemView *list)
{
    QStringList texts;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        texts << list->model()->index(row, 0).data(Qt::ToolTipRole).toString();
    return texts;
}

base::Picture originalOf(Bench &bench)
{
    base::Progress progress;
    const auto &space = bench.workspace();
    const auto still = space.file()->openEvidence(space.chosenEvidence()->id, progress);
    return still ? still->picture : base::Picture();
}

/// A new case with this file as its evidence, taken in as a person does it.
bool takeIn(Bench &bench, const QString &name, const QByteArray &bytes)
{
    bench.workspace().createCase(bench.folder(QStringLiteral("case")),
                                 {QStringLiteral("2026-0142"), QStringLiteral("Robbery"),
                                  QStringLiteral("Find who took the bag"), QStringLiteral("J. Roe")});
    const QString path = bench.folder(name);
    QFile file(path);
    if (!bench.settle() || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return false;
    file.close();
    bench.go(Step::Evidence);
    bench.prompts().files = {path};
    QTest::keyClick(bench.page(Step::Evidence), Qt::Key_I, Qt::ControlModifier);
    return QTest::qWaitFor([&] { return !bench.workspace().contents().evidence.empty(); }, patienceMs) &&
           bench.settle();
}

} // namespace

/// Pictures are edited in the real window: made, kept, found again, searched, and never by who may not.
class TestEditing : public QObject
{
    Q_OBJECT
private slots:
    void tenEditsKeepTheirHashOverAReopening();
    void stepsAreUndoneAndOrdered();
    void probeOfAnEditedPictureNamesIt();
    void leavingAsksOnlyWhenSomethingChanged();
    void frameAverageOfAStillSaysWhyNot();
    void aCancelledReplayIsMadeAgain();
    void readOnlyCaseIsNotEdited();
    void whoMayNotChooseFacesMayNotEdit();
    void metadataOfAFile();
    void fileThatSaysNothing();
};

void TestEditing::tenEditsKeepTheirHashOverAReopening()
{
    Bench bench;
    Hands hands(bench);
    QVERIFY(bench.openSample());
    QVERIFY(hands.open());
    const auto original = originalOf(bench);
    QVERIFY(!bench.page(Step::Evidence)->mainButton()->isEnabled()); // there is nothing to keep yet
    // The page behind leaves its keys to the editor.
    QHash<QString, QString> users;
    for (const auto *action : bench.page(Step::Evidence)->findChildren<QAction *>()) {
        const auto *part = qobject_cast<QWidget *>(action->parent());
        if (!action->isEnabled() || !part || !part->isVisible())
            continue;
        for (const auto &key : action->shortcuts()) {
            QVERIFY2(!users.contains(key.toString()), qPrintable(key.toString() + action->text()));
            users.insert(key.toString(), action->text());
        }
    }
    QVERIFY(users.value(QStringLiteral("B")).isEmpty()); // no crop is chosen

    // A box is drawn on the picture; its fields say the same pixels.
    QVERIFY(hands.add(Kind::Crop));
    QVERIFY(bench.settle());
    QCOMPARE(hands.result()->tool(), PictureViewer::Tool::Box);
    hands.drag(hands.result(), {0.1, 0.1}, {0.9, 0.8});
    QCOMPARE(hands.list()->model()->rowCount(), 1);
    const int width = hands.part<QSpinBox>("edit.width")->value();
    QVERIFY(width > original.width() / 2 && width < original.width());
    QVERIFY(!bench.page(Step::Evidence)->mainButton()->isEnabled()); // the result was not seen
    QTest::keyClick(hands.result(), Qt::Key_Escape);
    QVERIFY(hands.isOpen());
    QVERIFY(bench.settle());
    QTRY_COMPARE(hands.result()->pictureSize().width(), width);

    QVERIFY(hands.add(Kind::Rotate));
    hands.type("edit.degrees", QStringLiteral("3.5"));
    QVERIFY(hands.add(Kind::Mirror));
    QVERIFY(hands.add(Kind::Aspect));
    auto *shape = hands.part<QComboBox>("edit.shape");
    shape->setFocus();
    QTest::keyClick(shape, Qt::Key_Down);
    QVERIFY(hands.add(Kind::Levels));
    auto *black = hands.part<QSlider>("edit.black.slider");
    for (int i = 0; i < 12; ++i)
        QTest::keyClick(black, Qt::Key_Right);
    hands.type("edit.white", QStringLiteral("240"));
    QVERIFY(hands.add(Kind::Gamma));
    hands.type("edit.gamma", QStringLiteral("1.35"));
    QVERIFY(hands.add(Kind::Denoise));
    hands.type("edit.strength", QStringLiteral("60"));
    QVERIFY(hands.add(Kind::Sharpen));
    hands.type("edit.amount", QStringLiteral("120"));
    QVERIFY(hands.add(Kind::Deinterlace));
    QVERIFY(hands.add(Kind::Rotate));
    QTest::mouseClick(hands.part<QPushButton>("edit.turn-90"), Qt::LeftButton);
    QVERIFY(bench.settle());
    const auto shown = editsShown(hands.list());
    QCOMPARE(shown.size(), 10);
    QCOMPARE(shown[1], QString::fromUtf8("Rotate by 3.5° to the right"));
    QCOMPARE(shown[3], QStringLiteral("Aspect: pixels of 64:45 made square"));
    QCOMPARE(shown[4], QStringLiteral("Levels: 12 becomes black, 240 becomes white"));
    QCOMPARE(shown[9], QString::fromUtf8("Rotate by 90° to the left"));
    const QSize seen = hands.result()->pictureSize();

    QVERIFY(bench.main(Step::Evidence));
    QTRY_VERIFY_WITH_TIMEOUT(!hands.isOpen(), patienceMs);
    QVERIFY(bench.settle());
    QCOMPARE(bench.workspace().contents().derivations.size(), size_t(1));
    const auto made = bench.workspace().contents().derivations[0];
    QCOMPARE(made.edits.size(), size_t(10));
    QCOMPARE(QSize(made.width, made.height), seen);
    // What was recorded is what these edits make of the evidence, worked out here again.
    base::Progress progress;
    const auto replayed = imaging::replay(original, made.edits, progress);
    QVERIFY(replayed);
    QCOMPARE(imaging::pixelDigest(*replayed), made.sha256);
    // It is shown like an item, with its hash, its size and its edits.
    QCOMPARE(hands.viewer()->pictureSize(), seen);
    QTRY_VERIFY(hands.part<QWidget>("derivationPart")->isVisible());
    const auto texts = tests::readableTexts(hands.part<QWidget>("derivationPart")).join(QLatin1Char('\n'));
    QVERIFY(texts.contains(made.sha256));
    QVERIFY(texts.contains(shown[4]));
    QVERIFY(bench.notices.join(QString()).contains(made.sha256.left(8)));

    const QString folder = bench.workspace().file()->folder();
    bench.workspace().closeCase();
    QVERIFY(bench.settle());
    bench.workspace().openCase(folder);
    QTRY_VERIFY_WITH_TIMEOUT(bench.workspace().hasCase(), patienceMs);
    QVERIFY(bench.settle());
    QCOMPARE(bench.workspace().contents().derivations.size(), size_t(1));
    QVERIFY(bench.workspace().contents().derivations[0] == made);
    bench.go(Step::Evidence);
    QVERIFY(bench.settle());
    QCOMPARE(hands.evidence()->model()->rowCount(), 2);
    const auto row = hands.evidence()->model()->index(1, 0);
    QCOMPARE(row.data(models::IdRole).toString(), made.id.value());
    QTest::mouseClick(hands.evidence()->viewport(), Qt::LeftButton, {},
                      hands.evidence()->visualRect(row).center());
    QVERIFY(bench.settle());
    QCOMPARE(hands.viewer()->pictureSize(), seen);
    const auto again = bench.workspace().file()->openDerivation(made.id, progress);
    QVERIFY(again);
    QCOMPARE(imaging::pixelDigest(*again), made.sha256);
    QVERIFY2(bench.errors.isEmpty(), qPrintable(bench.errors.isEmpty() ? QString() : bench.errors[0].detail));
}

void TestEditing::stepsAreUndoneAndOrdered()
{
    Bench bench;
    Hands hands(bench);
    QVERIFY(bench.openSample());
    QVERIFY(hands.open());
    const QSize original = hands.result()->pictureSize();
    QVERIFY(hands.add(Kind::Rotate));
    QVERIFY(hands.add(Kind::Gamma));
    auto *gamma = hands.part<QSlider>("edit.gamma.slider");
    gamma->setFocus();
    const QPoint middle = gamma->rect().center();
    QTest::mousePress(gamma, Qt::LeftButton, {}, {4, middle.y()}); // a gesture of several steps
    QTest::mouseMove(gamma, middle);
    QTest::mouseMove(gamma, {gamma->width() - 4, middle.y()});
    QTest::mouseRelease(gamma, Qt::LeftButton, {}, {gamma->width() - 4, middle.y()});
    const auto turned = editsShown(hands.list());
    QVERIFY(turned[1] != QStringLiteral("Gamma 1"));
    QVERIFY(bench.settle());
    QCOMPARE(hands.result()->pictureSize(), original.transposed());

    // The list has an order, which keys change.
    hands.list()->setFocus();
    QTest::keyClick(hands.list(), Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(editsShown(hands.list()), (QStringList{turned[1], turned[0]}));
    QCOMPARE(hands.list()->currentIndex().row(), 0);
    QTest::keyClick(hands.list(), Qt::Key_Delete);
    QCOMPARE(editsShown(hands.list()), QStringList{turned[0]});
    QTest::keyClick(hands.list(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(hands.list(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editsShown(hands.list()), turned);
    QTest::keyClick(hands.list(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(editsShown(hands.list()), (QStringList{turned[1], turned[0]}));
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(hands.editor(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(hands.list()->model()->rowCount(), 0);
    QVERIFY(bench.settle());
    QCOMPARE(hands.result()->pictureSize(), original);
    QVERIFY(!bench.page(Step::Evidence)->mainButton()->isEnabled());
    QVERIFY(bench.workspace().contents().derivations.empty());
    QVERIFY(bench.workspace().contents().regions.empty()); // the page's own steps were not touched
}

void TestEditing::probeOfAnEditedPictureNamesIt()
{
    Bench bench;
    Hands hands(bench);
    auto &space = bench.workspace();
    QVERIFY(bench.openSample());
    QVERIFY(hands.open());
    QVERIFY(hands.add(Kind::Mirror));
    QVERIFY(hands.add(Kind::Gamma));
    hands.type("edit.gamma", QStringLiteral("1.2"));
    QVERIFY(bench.settle());
    QVERIFY(bench.main(Step::Evidence));
    QTRY_VERIFY_WITH_TIMEOUT(!hands.isOpen(), patienceMs);
    QVERIFY(bench.settle());
    const auto made = space.contents().derivations.at(0);
    auto *faces = bench.child<QAbstractItemView>(Step::Evidence, "faceList");
    QTRY_VERIFY_WITH_TIMEOUT(faces->model()->rowCount() >= 3, patienceMs);
    QVERIFY(bench.settle());

    // A box drawn on it belongs to it, and not to the original.
    const int found = faces->model()->rowCount();
    QTest::keyClick(hands.viewer(), Qt::Key_B);
    hands.drag(hands.viewer(), {0.3, 0.3}, {0.5, 0.6});
    QTRY_COMPARE(faces->model()->rowCount(), found + 1);
    QVERIFY(space.contents().regions.back().derivation == made.id);
    QVERIFY(bench.settle());

    faces->setCurrentIndex(faces->model()->index(0, 0));
    QVERIFY(bench.settle());
    QVERIFY(bench.main(Step::Evidence));
    QTRY_COMPARE_WITH_TIMEOUT(bench.step(), Step::Search, patienceMs);
    QVERIFY(bench.settle());
    QVERIFY(space.chosenProbe()->derivation == made.id);
    QVERIFY(space.chosenProbe()->originalBox.has_value());
    QVERIFY(tests::readableTexts(bench.page(Step::Search)).contains(QStringLiteral("Mirror, Gamma")));

    // The original has neither the region nor the probe.
    bench.go(Step::Evidence);
    hands.evidence()->setCurrentIndex(hands.evidence()->model()->index(0, 0));
    QVERIFY(bench.settle());
    QTRY_COMPARE_WITH_TIMEOUT(faces->model()->rowCount(), found, patienceMs);
    QVERIFY(!hands.part<QWidget>("derivationPart")->isVisible());

    // Choosing the probe again brings its picture back.
    const auto probe = space.contents().probes.back().id;
    space.chooseProbe({});
    space.chooseProbe(probe);
    QVERIFY(space.chosenDerivation() && space.chosenDerivation()->id == made.id);
    QVERIFY(bench.errors.isEmpty());
}

void TestEditing::leavingAsksOnlyWhenSomethingChanged()
{
    Bench bench;
    Hands hands(bench);
    QVERIFY(bench.openSample());
    const auto prompts = std::make_shared<CountingPrompts>();
    common::setPrompts(prompts);
    QVERIFY(hands.open());
    QTest::keyClick(hands.editor(), Qt::Key_Escape);
    QVERIFY(!hands.isOpen());
    QCOMPARE(prompts->asked, 0);

    QVERIFY(hands.open());
    QVERIFY(hands.add(Kind::Gamma));
    QVERIFY(bench.settle());
    QTest::keyClick(hands.editor(), Qt::Key_Escape);
    QCOMPARE(prompts->asked, 1);
    QVERIFY(hands.isOpen()); // the answer was no
    QTest::keyClick(hands.list(), Qt::Key_Delete);
    QTest::keyClick(hands.list(), Qt::Key_Escape); // nothing is left to lose
    QCOMPARE(prompts->asked, 1);
    QVERIFY(!hands.isOpen());
    QVERIFY(bench.workspace().contents().derivations.empty());
}

void TestEditing::frameAverageOfAStillSaysWhyNot()
{
    Bench bench;
    Hands hands(bench);
    QVERIFY(bench.openSample());
    QVERIFY(hands.open());
    QCOMPARE(hands.part<QMenu>("addEditMenu")->actions().size(), 10);
    const auto *average = hands.addAction(Kind::FrameAverage);
    QVERIFY(!average->isEnabled());
    QVERIFY(average->text().contains(QStringLiteral("no other frames")));
    QVERIFY(hands.addAction(Kind::Deinterlace)->isEnabled());
}

void TestEditing::aCancelledReplayIsMadeAgain()
{
    Bench bench;
    Hands hands(bench);
    QVERIFY(bench.openSample());
    QVERIFY(hands.open());
    // Both threads are busy, so that the replay waits for its turn.
    QSemaphore gate;
    for (int i = 0; i < 2; ++i)
        bench.runner().run<int>(
            QStringLiteral("busy"), {}, &bench.window(),
            [&gate](base::Progress &) -> base::Result<int> {
                gate.acquire();
                return 1;
            },
            [](const base::Result<int> &) {});
    QVERIFY(hands.add(Kind::Mirror));
    auto *replay = bench.runner().jobs().back();
    QCOMPARE(replay->title(), QStringLiteral("Replaying the edits"));
    replay->cancel();
    gate.release(2);
    QVERIFY(bench.settle());
    QVERIFY(!bench.page(Step::Evidence)->mainButton()->isEnabled());
    QVERIFY(hands.part<QLabel>("editResultText")->text().contains(QStringLiteral("cancelled")));
    auto *again = hands.button(QStringLiteral("Replay the edits"));
    QVERIFY(again && again->isVisible());
    QTest::keyClick(hands.editor(), Qt::Key_F5);
    QVERIFY(bench.settle());
    QVERIFY(!again->isVisible());
    QVERIFY(bench.page(Step::Evidence)->mainButton()->isEnabled());
    QVERIFY(bench.errors.isEmpty());
}

void TestEditing::readOnlyCaseIsNotEdited()
{
    Bench bench;
    Hands hands(bench);
    QVERIFY(bench.openSample());
    const QString folder = bench.workspace().file()->folder();
    bench.workspace().closeCase();
    QVERIFY(bench.settle());
    const auto other = casework::CaseSession::open(bench.workspace().sharedWorkstation(), folder);
    QVERIFY(other && !(*other)->isReadOnly());
    base::Progress progress;
    const auto item = (*other)->contents()->evidence.front().id;
    const auto made = (*other)->derive(item, {}, {{Kind::Gamma, {{"gamma", 2}}}}, progress);
    QVERIFY(made);
    bench.workspace().openCase(folder);
    QTRY_VERIFY_WITH_TIMEOUT(bench.workspace().hasCase(), patienceMs);
    QVERIFY(bench.workspace().isReadOnly());
    bench.go(Step::Evidence);
    bench.workspace().chooseEvidence(item);
    QVERIFY(bench.settle());
    auto *edit = hands.button(QString::fromUtf8("Edit picture …"));
    QVERIFY(edit && !edit->isEnabled());
    QVERIFY(edit->toolTip().contains(QStringLiteral("reading only")));

    // What was made of it can be looked at beside the original, and nothing can be turned.
    bench.workspace().choosePicture({item, {}, made->id});
    QVERIFY(bench.settle());
    QTest::keyClick(hands.evidence(), Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(hands.isOpen(), patienceMs);
    QVERIFY(bench.settle());
    QCOMPARE(editsShown(hands.list()), QStringList{QStringLiteral("Gamma 2")});
    auto *add = hands.part<QPushButton>("addEdit");
    QVERIFY(!add->isEnabled());
    QVERIFY(add->toolTip().contains(QStringLiteral("reading only")));
    QVERIFY(!hands.part<QDoubleSpinBox>("edit.gamma")->isEnabled());
    QVERIFY(!bench.page(Step::Evidence)->mainButton()->isEnabled());
    QTest::keyClick(hands.editor(), Qt::Key_Escape);
    QVERIFY(!hands.isOpen());
}

void TestEditing::whoMayNotChooseFacesMayNotEdit()
{
    Bench bench;
    Hands hands(bench);
    QVERIFY(bench.foundAgency());
    QVERIFY(bench.signIn(QStringLiteral("ada")));
    const QString folder = bench.folder(QStringLiteral("case"));
    bench.workspace().createCase(folder, {QStringLiteral("2026-0142"), QStringLiteral("Robbery"),
                                          QStringLiteral("Find who took the bag"), QStringLiteral("J. Roe")});
    QVERIFY(bench.settle());
    base::Progress progress;
    QVERIFY(bench.workspace().file()->addEvidence(
        {tests::samplesDirectory() + QStringLiteral("/sample1.jpg")}, progress));
    QVERIFY(bench.signOut());
    QVERIFY(bench.signIn(QStringLiteral("eve"))); // supervisor, auditor, gallery manager
    bench.workspace().openCase(folder);
    QTRY_VERIFY_WITH_TIMEOUT(bench.workspace().hasCase(), patienceMs);
    bench.go(Step::Evidence);
    QVERIFY(bench.settle());
    auto *edit = hands.button(QString::fromUtf8("Edit picture …"));
    QVERIFY(edit && !edit->isEnabled());
    QVERIFY(!edit->toolTip().isEmpty() && !edit->toolTip().contains(QStringLiteral("Ctrl+E")));
    QTest::keyClick(hands.evidence(), Qt::Key_E, Qt::ControlModifier);
    QVERIFY(bench.settle());
    QVERIFY(!hands.isOpen());
}

void TestEditing::metadataOfAFile()
{
    Bench bench;
    Hands hands(bench);
    QVERIFY(takeIn(bench, QStringLiteral("door.jpg"),
                   tests::jpegWithExif(tests::encoded(tests::quadrants(64, 48), "jpeg"), tests::exifBlock(6))));

    QTest::keyClick(hands.evidence(), Qt::Key_M, Qt::ControlModifier);
    auto *table = hands.part<QAbstractItemView>("metadataTable");
    QVERIFY(table->isVisible() && !hands.viewer()->isVisible());
    const auto texts = tests::readableTexts(bench.page(Step::Evidence)).join(QLatin1Char('\n'));
    QVERIFY(texts.contains(bench.workspace().contents().evidence[0].sha256));
    QVERIFY(texts.contains(QStringLiteral("A file can claim anything")));
    QVERIFY(texts.contains(QStringLiteral("to be rotated by 90")));

    const int all = table->model()->rowCount();
    QVERIFY(all >= 2);
    auto *filter = hands.part<QLineEdit>("metadataFilter");
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("image.make"));
    QCOMPARE(table->model()->rowCount(), 1);
    QTest::mouseClick(hands.button(QStringLiteral("Copy")), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Exif.Image.Make\tLikeness\n"));
    filter->clear();
    QCOMPARE(table->model()->rowCount(), all);
    QTest::keyClick(hands.evidence(), Qt::Key_M, Qt::ControlModifier);
    QVERIFY(hands.viewer()->isVisible());
}

void TestEditing::fileThatSaysNothing()
{
    Bench bench;
    Hands hands(bench);
    QVERIFY(takeIn(bench, QStringLiteral("plain.bmp"),
                   tests::encoded(tests::quadrants(64, 48), "bmp")));
    QTest::keyClick(hands.evidence(), Qt::Key_M, Qt::ControlModifier);
    QVERIFY(hands.part<QLabel>("metadataClaims")->text().contains(QStringLiteral("says nothing")));
    QVERIFY(!hands.part<QAbstractItemView>("metadataTable")->isVisible());
    QVERIFY(tests::readableTexts(bench.page(Step::Evidence))
                .contains(bench.workspace().contents().evidence[0].sha256)); // what was measured is there
}

QTEST_MAIN(TestEditing)
#include "tst_editing.moc"
