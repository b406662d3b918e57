// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/theme.h"
#include "widgets/pages/choicelist.h"
#include "widgets/pages/comparisonworkbench.h"
#include "widgets/pages/componentchecklist.h"
#include "widgets/words/examinationtext.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QtTest>

using namespace likeness;
using model::Component;
using model::Finding;
using pages::ComparisonWorkbench;

namespace
{

base::Picture plain(int width, int height, uchar value)
{
    return base::Picture(width, height, base::Picture::Format::Grey,
                         QByteArray(qsizetype(width) * height, char(value)));
}

} // namespace

/// The place where faces are judged, at the smallest window, by keys alone.
class TestWorkbench : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void nineteenRowsAreFilledByKeys();
    void aRowIsTakenBack();
    void digitsInTheListDoNotZoom();
    void noteIsWrittenAndLeft();
    void pairOfPointsForAComponent();
    void marksAreGivenUp();
    void conclusionByKeys();
    void everythingIsUndone();
    void mouseChooses();
    void readOnlyChangesNothing();
    void whatIsSetIsGivenBack();
    void partsByF6();
    void fitsTheSmallestWindow();
    void nothingIsCutOffWhenFilled();

private:
    QAbstractItemView *list() const { return m_bench->checklist()->findChild<QAbstractItemView *>(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    std::unique_ptr<ComparisonWorkbench> m_bench;
};

void TestWorkbench::init()
{
    m_bench = std::make_unique<ComparisonWorkbench>();
    m_bench->resize(1230, 560);
    m_bench->setPictures({plain(800, 900, 60), {0.3, 0.3, 0.4, 0.4}, QStringLiteral("Probe"), {}},
                         {plain(400, 500, 200), {0.2, 0.2, 0.6, 0.6}, QStringLiteral("A"), {}});
    m_bench->show();
    m_bench->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_bench.get()));
    m_bench->takeFocus();
    QVERIFY(list()->hasFocus());
}

void TestWorkbench::nineteenRowsAreFilledByKeys()
{
    QSignalSpy changed(m_bench.get(), &ComparisonWorkbench::comparisonChanged);
    QCOMPARE(list()->model()->rowCount(), 19);
    const Qt::Key keys[] = {Qt::Key_1, Qt::Key_2, Qt::Key_3};
    for (int i = 0; i < 19; ++i) {
        QCOMPARE(list()->currentIndex().row(), i); // each mark goes on to the next row
        press(keys[i % 3]);
    }
    QCOMPARE(changed.count(), 19);
    const model::Comparison &made = m_bench->comparison();
    QVERIFY(made.blanks().empty());
    QCOMPARE(made.component(Component::Skin)->finding, Finding::Similar);
    QCOMPARE(made.component(Component::FaceOutline)->finding, Finding::Different);
    QCOMPARE(made.component(Component::Hairline)->finding, Finding::NotUsable);
    QVERIFY(made.component(Component::Alterations)->finding.has_value());
    QCOMPARE(list()->currentIndex().row(), 18); // and stays on the last
}

void TestWorkbench::aRowIsTakenBack()
{
    auto *blanks = m_bench->findChild<QLabel *>(QStringLiteral("blanks"));
    const QString allBlank = blanks->text();
    QVERIFY(allBlank.contains(QStringLiteral("19")));
    press(Qt::Key_2);
    QVERIFY(blanks->text().contains(QStringLiteral("18")));
    press(Qt::Key_Up);
    press(Qt::Key_0);
    QCOMPARE(blanks->text(), allBlank);
    QCOMPARE(list()->currentIndex().row(), 0);
}

void TestWorkbench::digitsInTheListDoNotZoom()
{
    const auto left = m_bench->view()->left()->view();
    press(Qt::Key_1);
    press(Qt::Key_0);
    QCOMPARE(m_bench->view()->left()->view(), left);
    m_bench->view()->focusPicture();
    press(Qt::Key_1);
    QCOMPARE(m_bench->view()->active()->view().zoom, 1.0);
}

void TestWorkbench::noteIsWrittenAndLeft()
{
    press(Qt::Key_Down);
    press(Qt::Key_N);
    auto *note = m_bench->findChild<QLineEdit *>(QStringLiteral("componentNote"));
    QVERIFY(note->hasFocus());
    QTest::keyClicks(note, QStringLiteral("n1 wide at the jaw"));
    press(Qt::Key_Return);
    QVERIFY(list()->hasFocus());
    QCOMPARE(list()->currentIndex().row(), 1);
    QCOMPARE(m_bench->comparison().component(Component::FaceOutline)->note,
             QStringLiteral("n1 wide at the jaw"));
    QVERIFY(
        list()->currentIndex().data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("n1 wide")));
    press(Qt::Key_Up);
    QVERIFY(note->text().isEmpty()); // another row has another note
    press(Qt::Key_N);
    press(Qt::Key_Escape);
    QVERIFY(list()->hasFocus());
}

void TestWorkbench::pairOfPointsForAComponent()
{
    auto *view = m_bench->view();
    for (int i = 0; i < 8; ++i)
        press(Qt::Key_Down);
    QCOMPARE(m_bench->checklist()->current(), Component::Nose);
    press(Qt::Key_P);
    QVERIFY(view->left()->hasFocus());
    press(Qt::Key_Left, Qt::ShiftModifier);
    press(Qt::Key_Return);
    QVERIFY(view->right()->hasFocus()); // the partner belongs there
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QVERIFY(list()->hasFocus()); // and back to the row
    QCOMPARE(m_bench->checklist()->current(), Component::Nose);
    QVERIFY(!view->markKind());
    const model::Comparison &made = m_bench->comparison();
    QCOMPARE(made.probeMarks.size(), size_t(1));
    QCOMPARE(made.portraitMarks.size(), size_t(1));
    QCOMPARE(made.probeMarks[0].number, 1);
    QCOMPARE(made.portraitMarks[0].number, 1);
    QVERIFY(made.probeMarks[0].component == Component::Nose);
    QVERIFY(made.portraitMarks[0].component == Component::Nose);
    QVERIFY(list()->currentIndex().data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("1")));
}

void TestWorkbench::marksAreGivenUp()
{
    press(Qt::Key_Down);
    press(Qt::Key_P);
    press(Qt::Key_Escape);
    QVERIFY(list()->hasFocus());
    QCOMPARE(list()->currentIndex().row(), 1);
    QVERIFY(m_bench->comparison().probeMarks.empty());
    QVERIFY(!m_bench->view()->document()->markingAbout());
}

void TestWorkbench::conclusionByKeys()
{
    press(Qt::Key_3, Qt::AltModifier);
    QCOMPARE(m_bench->comparison().conclusion, model::Conclusion::SupportDifferentSource);
    QVERIFY(m_bench->findChildren<QRadioButton *>().at(2)->isChecked());
    press(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(m_bench->comparison().conclusion, model::Conclusion::SupportSameSource);
    QVERIFY(!m_bench->findChildren<QRadioButton *>().at(2)->isChecked());
}

void TestWorkbench::everythingIsUndone()
{
    press(Qt::Key_1);
    press(Qt::Key_4, Qt::AltModifier);
    press(Qt::Key_N);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("pale"));
    press(Qt::Key_Return);
    press(Qt::Key_Z, Qt::ControlModifier); // the note, in one step
    QVERIFY(!m_bench->comparison().component(Component::FaceOutline));
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!m_bench->comparison().conclusion);
    QVERIFY(!m_bench->findChildren<QRadioButton *>().at(3)->isChecked());
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_bench->comparison().isEmpty());
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_bench->comparison().component(Component::Skin)->finding, Finding::Similar);
}

void TestWorkbench::mouseChooses()
{
    const QRect row = list()->visualRect(list()->model()->index(4, 0));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, QPoint(row.right() - 30, row.center().y()));
    QCOMPARE(m_bench->comparison().component(Component::Forehead)->finding, Finding::NotUsable);
}

void TestWorkbench::readOnlyChangesNothing()
{
    model::Comparison before;
    before.setFinding(Component::Skin, Finding::Similar);
    before.conclusion = model::Conclusion::Inconclusive;
    m_bench->setComparison(before);
    m_bench->setReadOnly(true);
    QSignalSpy changed(m_bench.get(), &ComparisonWorkbench::comparisonChanged);
    press(Qt::Key_2);
    press(Qt::Key_N);
    press(Qt::Key_P);
    QVERIFY(list()->hasFocus());
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_Z, Qt::ControlModifier);
    m_bench->view()->focusPicture();
    press(Qt::Key_P);
    QVERIFY(!m_bench->view()->markKind());
    QTest::keyClicks(m_bench->findChild<QPlainTextEdit *>(QStringLiteral("note")), QStringLiteral("more"));
    QCOMPARE(m_bench->comparison(), before);
    QCOMPARE(changed.count(), 0);
}

void TestWorkbench::whatIsSetIsGivenBack()
{
    QSignalSpy changed(m_bench.get(), &ComparisonWorkbench::comparisonChanged);
    model::Comparison comparison;
    for (const Component component : model::allComponents())
        comparison.setFinding(component, Finding::Different);
    comparison.setNote(Component::Ears, QStringLiteral("lobes"));
    comparison.probeMarks.push_back(
        {model::Mark::Kind::Point, 3, {0.1, 0.2}, {0.1, 0.2}, {}, Component::Ears});
    comparison.note = QStringLiteral("First line\nSecond line");
    comparison.conclusion = model::Conclusion::NotSuitable;
    m_bench->setComparison(comparison);
    QCOMPARE(m_bench->comparison(), comparison);
    QCOMPARE(changed.count(), 0); // nobody did it by hand: nothing to save
    QCOMPARE(m_bench->findChild<QPlainTextEdit *>(QStringLiteral("note"))->toPlainText(), comparison.note);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_bench->comparison(), comparison); // nor anything to take back
}

void TestWorkbench::partsByF6()
{
    press(Qt::Key_F6);
    QVERIFY(m_bench->findChild<QPlainTextEdit *>(QStringLiteral("note"))->hasFocus());
    press(Qt::Key_F6);
    QVERIFY(m_bench->view()->left()->hasFocus());
    press(Qt::Key_F6);
    QVERIFY(list()->hasFocus());
    press(Qt::Key_F6, Qt::ShiftModifier);
    QVERIFY(m_bench->view()->left()->hasFocus());
}

void TestWorkbench::fitsTheSmallestWindow()
{
    // What the page leaves of 1366x768; the two pictures stay larger than a thumb.
    QVERIFY2(m_bench->minimumSizeHint().width() <= 1230,
             qPrintable(QString::number(m_bench->minimumSizeHint().width())));
    QVERIFY(m_bench->view()->left()->width() >= 380);
    QVERIFY(m_bench->view()->left()->canvasRect().height() >= 280);
    // Every component's name and its three choices stand in the list without being cut off.
    const QFontMetrics metrics(list()->font());
    for (const Component component : model::allComponents())
        QVERIFY(metrics.horizontalAdvance(words::phrase(component)) < 180);
}

void TestWorkbench::nothingIsCutOffWhenFilled()
{
    model::Comparison comparison;
    int i = 0;
    for (const Component component : model::allComponents())
        comparison.setFinding(component, i++ % 4 == 1 ? Finding::NotUsable : Finding::Similar);
    comparison.setNote(Component::Ears, QStringLiteral("Lobes attached in both"));
    using Kind = model::Mark::Kind;
    comparison.probeMarks = {{Kind::Point, 1, {0.45, 0.45}, {0.45, 0.45}, {}, Component::Nose},
                             {Kind::Arrow, 2, {0.6, 0.6}, {0.52, 0.52}, {}, Component::Ears},
                             {Kind::Box, 0, {0.38, 0.55}, {0.48, 0.62}, QStringLiteral("scar"), {}}};
    comparison.portraitMarks = {{Kind::Point, 1, {0.45, 0.45}, {0.45, 0.45}, {}, Component::Nose},
                                {Kind::Text, 0, {0.4, 0.7}, {0.4, 0.7}, QStringLiteral("in shadow"), {}}};
    comparison.conclusion = model::Conclusion::Inconclusive;
    comparison.note = QStringLiteral("The light differs.");
    m_bench->setComparison(comparison);
    m_bench->view()->left()->mirror();
    m_bench->view()->right()->setLevels({20, 220, 1.2});
    const QString folder = qEnvironmentVariable("LIKENESS_SCREENSHOTS");
    for (const auto appearance : {common::Appearance::Light, common::Appearance::Dark}) {
        common::applyAppearance(appearance);
        QCoreApplication::processEvents();
        const QImage seen = m_bench->grab().toImage();
        if (!folder.isEmpty())
            QVERIFY(seen.save(QStringLiteral("%1/workbench-%2.png").arg(folder).arg(int(appearance))));
        for (const auto *label : m_bench->findChildren<QLabel *>())
            QVERIFY2(!label->isVisible() || !label->wordWrap() ||
                         label->heightForWidth(label->width()) <= label->height() + 1,
                     qPrintable(label->text()));
        for (const auto *button : m_bench->findChildren<QAbstractButton *>())
            QVERIFY2(!button->isVisible() || button->minimumSizeHint().width() <= button->width() + 1,
                     qPrintable(button->text()));
    }
}

QTEST_MAIN(TestWorkbench)
#include "tst_workbench.moc"
