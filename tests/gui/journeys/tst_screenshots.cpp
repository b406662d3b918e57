// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/casework/evaluating.h"
#include "tests/gui/journeys/bench.h"
#include "tests/gui/journeys/recordinghands.h"
#include "tests/support/exampleselftest.h"
#include "widgets/common/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTranslator>
#include <QtTest>

using namespace likeness;
using pages::Step;

namespace
{

const QList<QPair<Step, QString>> allSteps{{Step::Case, QStringLiteral("case")},
                                           {Step::Evidence, QStringLiteral("evidence")},
                                           {Step::Analyse, QStringLiteral("analyse")},
                                           {Step::Search, QStringLiteral("search")},
                                           {Step::Candidates, QStringLiteral("candidates")},
                                           {Step::Compare, QStringLiteral("compare")},
                                           {Step::Verify, QStringLiteral("verify")},
                                           {Step::Report, QStringLiteral("report")},
                                           {Step::Galleries, QStringLiteral("galleries")},
                                           {Step::Audit, QStringLiteral("audit")},
                                           {Step::SelfTest, QStringLiteral("selftest")},
                                           {Step::EngineCard, QStringLiteral("enginecard")}};

/// A language in force as long as it lives.
struct Language {
    QTranslator translator;
    explicit Language(const QString &name)
    {
        if (translator.load(QStringLiteral(":/likeness/translations/likeness_%1.qm").arg(name)))
            QCoreApplication::installTranslator(&translator);
        else
            QTest::qFail("the language is not built in", __FILE__, __LINE__);
    }
    ~Language() { QCoreApplication::removeTranslator(&translator); }
};

/// Labels and buttons that are smaller than their text.
QStringList cutOff(const QWidget &window)
{
    QStringList texts;
    for (const auto *label : window.findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        const bool fits = label->wordWrap() ? label->heightForWidth(label->width()) <= label->height() + 1
                                            : label->sizeHint().width() <= label->width() + 1;
        if (!fits)
            texts << label->text();
    }
    for (const auto *button : window.findChildren<QAbstractButton *>())
        if (button->isVisible() && !button->text().isEmpty() &&
            button->minimumSizeHint().width() > button->width() + 1)
            texts << button->text();
    return texts;
}

} // namespace

/// Every page, empty and at work, light and dark, in English and in the language of longer words, at
/// 1366x768: no text may be cut off. $LIKENESS_SCREENSHOTS names a folder to keep the pictures in.
class TestScreenshots : public QObject
{
    Q_OBJECT
private slots:
    void emptyPages_data() { languages(); }
    void emptyPages();
    void pagesAtWork_data() { languages(); }
    void pagesAtWork();
    void selfTests_data() { languages(); }
    void selfTests();
    void recording_data() { languages(); }
    void recording();

private:
    static void languages();
    void take(tests::Bench &bench, const QString &name);
    /// Every kind of edit with its fields, what became of it, and the metadata; then the evidence again.
    void editPicture(tests::Bench &bench);
};

void TestScreenshots::languages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("longer words") << QStringLiteral("pseudo");
}

void TestScreenshots::take(tests::Bench &bench, const QString &name)
{
    const QString folder = qEnvironmentVariable("LIKENESS_SCREENSHOTS");
    // Begins with the one in force: to change it styles the whole window anew.
    const auto inForce = bench.settings().appearance();
    const auto first = inForce == common::Appearance::Dark ? inForce : common::Appearance::Light;
    const auto second =
        first == common::Appearance::Dark ? common::Appearance::Light : common::Appearance::Dark;
    for (const auto appearance : {first, second}) {
        bench.settings().setAppearance(appearance); // the window listens
        QCoreApplication::processEvents();
        const QStringList cut = cutOff(bench.window());
        if (!cut.isEmpty())
            QTest::qFail(qPrintable(name + QStringLiteral(": ") + cut.join(QStringLiteral(" | "))), __FILE__,
                         __LINE__);
        const QImage picture = bench.window().grab().toImage();
        QVERIFY(!picture.isNull());
        const bool isDark = appearance == common::Appearance::Dark;
        QCOMPARE(qGray(picture.pixel(picture.width() - 4, picture.height() / 2)) < 128, isDark);
        if (!folder.isEmpty()) {
            QDir().mkpath(folder);
            const QString row = QString::fromLatin1(QTest::currentDataTag()).section(QLatin1Char(' '), 0, 0);
            QVERIFY(picture.save(
                QStringLiteral("%1/%2-%3-%4.png").arg(folder, row, name, isDark ? "dark" : "light")));
        }
    }
}

void TestScreenshots::editPicture(tests::Bench &bench)
{
    auto *evidence = bench.child<QAbstractItemView>(Step::Evidence, "evidenceList");
    QTest::keyClick(evidence, Qt::Key_E, Qt::ControlModifier);
    QVERIFY(bench.settle());
    auto *editor = bench.child<QWidget>(Step::Evidence, "pictureEditor");
    QVERIFY(editor->isVisible());
    take(bench, QStringLiteral("edit-empty"));
    for (auto *action : bench.child<QMenu>(Step::Evidence, "addEditMenu")->actions()) {
        if (!action->isEnabled())
            continue;
        action->trigger();
        QVERIFY(bench.settle());
        take(bench, QStringLiteral("edit-") + action->data().toString());
    }
    QVERIFY(bench.main(Step::Evidence));
    QTRY_VERIFY_WITH_TIMEOUT(!editor->isVisible(), 60000);
    QVERIFY(bench.settle());
    take(bench, QStringLiteral("edited"));
    evidence->setCurrentIndex(evidence->model()->index(0, 0));
    QVERIFY(bench.settle());
    QTest::keyClick(evidence, Qt::Key_M, Qt::ControlModifier);
    take(bench, QStringLiteral("metadata"));
    QTest::keyClick(evidence, Qt::Key_M, Qt::ControlModifier);
}

void TestScreenshots::emptyPages()
{
    QFETCH(QString, language);
    const Language inForce(language);
    tests::Bench bench;
    for (const auto &[step, name] : allSteps) {
        bench.go(step);
        QVERIFY(bench.settle());
        take(bench, QStringLiteral("empty-") + name);
    }
}

void TestScreenshots::pagesAtWork()
{
    QFETCH(QString, language);
    const Language inForce(language);
    tests::Bench bench;
    QVERIFY(bench.openSample());
    bench.go(Step::Case);
    take(bench, QStringLiteral("case"));

    bench.go(Step::Evidence);
    QVERIFY(bench.settle());
    auto *faces = bench.child<QAbstractItemView>(Step::Evidence, "faceList");
    QTRY_VERIFY(faces->model()->rowCount() > 0);
    faces->setCurrentIndex(faces->model()->index(0, 0));
    QVERIFY(bench.settle());
    take(bench, QStringLiteral("evidence"));
    editPicture(bench);
    if (QTest::currentTestFailed())
        return;
    faces->setCurrentIndex(faces->model()->index(0, 0));
    QVERIFY(bench.settle());

    QVERIFY(bench.main(Step::Evidence));
    QTRY_COMPARE_WITH_TIMEOUT(bench.step(), Step::Search, 60000);
    QVERIFY(bench.settle());
    auto &thumbnails = bench.workspace().thumbnails();
    const QString probe = bench.workspace().chosenProbe()->id.value();
    QTRY_VERIFY_WITH_TIMEOUT(thumbnails.isLoaded(QStringLiteral("probe/chip/") + probe), 60000);
    take(bench, QStringLiteral("search"));

    QVERIFY(bench.main(Step::Search));
    QTRY_COMPARE_WITH_TIMEOUT(bench.step(), Step::Candidates, 60000);
    QVERIFY(bench.settle());
    take(bench, QStringLiteral("candidates-folded"));
    QVERIFY(bench.openWeaker());
    const auto first = bench.workspace().chosenSearch()->candidates.front().portrait.value();
    QTRY_VERIFY_WITH_TIMEOUT(thumbnails.isLoaded(QStringLiteral("portrait/") + first) && thumbnails.isIdle(),
                             60000);
    auto *list = bench.child<QAbstractItemView>(Step::Candidates, "candidateList");
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_X);
    auto *reason = bench.child<QLineEdit>(Step::Candidates, "reason");
    QTRY_VERIFY(reason->hasFocus());
    QTest::keyClicks(reason, QStringLiteral("The ears differ"));
    take(bench, QStringLiteral("candidates-reason"));
    QTest::keyClick(reason, Qt::Key_Return);
    QTest::keyClick(list, Qt::Key_Up);
    take(bench, QStringLiteral("candidates"));

    QVERIFY(bench.main(Step::Candidates));
    QCOMPARE(bench.step(), Step::Compare);
    QVERIFY(bench.settle());
    QTest::keyClick(bench.page(Step::Compare), Qt::Key_2, Qt::AltModifier);
    take(bench, QStringLiteral("compare"));
    QVERIFY(bench.main(Step::Compare));

    bench.prompts().save = bench.folder(QStringLiteral("report.pdf"));
    bench.go(Step::Report);
    QVERIFY(bench.main(Step::Report));
    QVERIFY(bench.settle());
    take(bench, QStringLiteral("report"));
    bench.go(Step::Galleries);
    QVERIFY(bench.settle());
    take(bench, QStringLiteral("galleries"));
    bench.go(Step::Audit);
    QVERIFY(bench.main(Step::Audit));
    QVERIFY(bench.settle());
    take(bench, QStringLiteral("audit"));
    QVERIFY2(bench.errors.isEmpty(), qPrintable(bench.errors.isEmpty() ? QString() : bench.errors[0].detail));
}

void TestScreenshots::selfTests()
{
    QFETCH(QString, language);
    const Language inForce(language);
    tests::Bench bench;
    using tests::ExampleSelfTest;
    for (const model::SelfTest &test : {ExampleSelfTest::grouped(), ExampleSelfTest::verification()})
        QVERIFY(casework::enterEvaluation(bench.workspace().workstation(), model::selfTestKindName(test.kind),
                                          model::selfTestFigures(test)));
    bench.go(Step::SelfTest);
    QVERIFY(bench.settle());
    take(bench, QStringLiteral("selftest"));
    auto *scroll = bench.page(Step::SelfTest)->findChild<QScrollArea *>();
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    take(bench, QStringLiteral("selftest-end"));
    bench.child<QComboBox>(Step::SelfTest, "selfTestKind")->setCurrentIndex(1);
    take(bench, QStringLiteral("selftest-verification"));
    bench.child<QComboBox>(Step::SelfTest, "selfTestKind")->setCurrentIndex(0);
    bench.window().resize(1024, 640);
    take(bench, QStringLiteral("selftest-small"));
    bench.go(Step::EngineCard);
    take(bench, QStringLiteral("enginecard-small"));
}

void TestScreenshots::recording()
{
    QFETCH(QString, language);
    const Language inForce(language);
    tests::RecordingHands hands;
    auto &bench = hands.bench;
    QVERIFY(hands.takeIn(QStringLiteral("a camera over the entrance of the shop in the long street, 2026-11-27.mp4")));
    take(bench, QStringLiteral("recording-open"));
    QVERIFY(hands.scan());
    QTRY_VERIFY_WITH_TIMEOUT(hands.model()->rowCount() > 0, 60000);
    hands.tracks()->setCurrentIndex(hands.model()->index(0));
    hands.timeline()->setSpan({4, 19});
    QVERIFY(bench.settle());
    QTRY_VERIFY_WITH_TIMEOUT(bench.workspace().thumbnails().isIdle() && hands.player().isArrived(), 60000);
    take(bench, QStringLiteral("recording-tracks"));
    bench.window().resize(1024, 640);
    take(bench, QStringLiteral("recording-small"));
    bench.window().resize(1366, 768);

    const auto takeDialog = [&](const char *child, const QString &name) {
        auto *dialog = hands.dialogWith(child);
        QVERIFY(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(bench.workspace().thumbnails().isIdle(), 60000);
        const QStringList cut = cutOff(*dialog);
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QStringLiteral(" | "))));
        if (const QString folder = qEnvironmentVariable("LIKENESS_SCREENSHOTS"); !folder.isEmpty())
            QVERIFY(dialog->grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, language, name)));
        dialog->reject();
        QVERIFY(hands.comesForward(&bench.window()));
    };
    QVERIFY(bench.main(Step::Evidence));
    takeDialog("frames", QStringLiteral("recording-frames"));
    hands.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    takeDialog("writeFrame", QStringLiteral("recording-export"));
    hands.press(Qt::Key_F);
    QVERIFY(bench.settle());
    take(bench, QStringLiteral("recording-still"));
    QVERIFY(bench.errors.isEmpty());
}

QTEST_MAIN(TestScreenshots)
#include "tst_screenshots.moc"
