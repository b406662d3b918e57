// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/examinationrules.h"
#include "tests/gui/journeys/bench.h"
#include "tests/support/testdata.h"
#include "widgets/common/emptystate.h"
#include "widgets/common/theme.h"
#include "widgets/pages/choicelist.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using namespace likeness;
using pages::Step;
using tests::Bench;

namespace
{

constexpr int patienceMs = 120000; // a ceiling for a loaded machine, not a wait

model::Comparison fullComparison(model::Conclusion conclusion)
{
    model::Comparison comparison;
    for (const auto component : model::allComponents())
        comparison.setFinding(component, model::Finding::Similar);
    comparison.conclusion = conclusion;
    comparison.note = QStringLiteral("Compared by components");
    return comparison;
}

} // namespace

/// Casework with three accounts, from the analysis to the settlement of a disagreement, on the real window.
/// $LIKENESS_SCREENSHOTS names a folder for pictures on the way.
class TestCasework : public QObject
{
    Q_OBJECT
private slots:
    void fromAnalysisToSettlement();

private:
    void take(Bench &bench, const QString &name);
    void openCase(Bench &bench);
    void analyseAndSearch(Bench &bench);
    void concludeAndAsk(Bench &bench);
    void verifyBlind(Bench &bench);
    void settle(Bench &bench);

    QString m_case;
    model::SearchId m_search;
    model::PortraitId m_candidate;
    QStringList m_references; ///< what the verifier must not read
};

void TestCasework::take(Bench &bench, const QString &name)
{
    const QString folder = qEnvironmentVariable("LIKENESS_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    for (const auto appearance : {common::Appearance::Light, common::Appearance::Dark}) {
        common::applyAppearance(appearance);
        QCoreApplication::processEvents();
        QVERIFY(bench.window().grab().save(
            QStringLiteral("%1/casework-%2-%3.png")
                .arg(folder, name, appearance == common::Appearance::Dark ? "dark" : "light")));
    }
}

void TestCasework::openCase(Bench &bench)
{
    bench.workspace().openCase(m_case);
    QVERIFY(bench.settle());
    QVERIFY(bench.workspace().hasCase());
    QVERIFY(!bench.workspace().isReadOnly());
}

void TestCasework::analyseAndSearch(Bench &bench)
{
    m_case = bench.folder(QStringLiteral("case-2026-0142"));
    bench.workspace().createCase(m_case, {QStringLiteral("2026-0142"), QStringLiteral("Robbery"),
                                          QStringLiteral("Find who took the bag"), QStringLiteral("J. Roe")});
    QVERIFY(bench.settle());
    QVERIFY(bench.workspace().hasCase());
    bench.go(Step::Evidence);
    bench.prompts().files = {tests::samplesDirectory() + QStringLiteral("/sample3.jpg")};
    auto *empty = bench.page(Step::Evidence)->findChild<common::EmptyState *>();
    QVERIFY(empty->isVisible());
    QTest::mouseClick(empty->button(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!bench.workspace().contents().evidence.empty(), patienceMs);
    QVERIFY(bench.settle());
    auto *faces = bench.child<QAbstractItemView>(Step::Evidence, "faceList");
    QTRY_VERIFY_WITH_TIMEOUT(faces->model()->rowCount() > 0, patienceMs);
    faces->setCurrentIndex(faces->model()->index(0, 0));
    QVERIFY(bench.settle());
    QVERIFY(bench.main(Step::Evidence));
    QTRY_COMPARE_WITH_TIMEOUT(bench.step(), Step::Analyse, patienceMs);
    QVERIFY(bench.settle());

    // A search may be made, but its list stays closed until the analysis is signed.
    bench.go(Step::Search);
    take(bench, QStringLiteral("search"));
    QVERIFY(bench.main(Step::Search));
    QTRY_COMPARE_WITH_TIMEOUT(bench.step(), Step::Candidates, patienceMs);
    QVERIFY(bench.settle());
    const auto *search = bench.workspace().chosenSearch();
    QVERIFY(search && search->candidates.empty());
    QVERIFY(bench.workspace().isWithheld(search->id));
    m_search = search->id;
    take(bench, QStringLiteral("candidates-closed"));
    auto *closed = bench.page(Step::Candidates)->findChild<common::EmptyState *>();
    QVERIFY(closed->isVisible());
    QTest::mouseClick(closed->button(), Qt::LeftButton);
    QCOMPARE(bench.step(), Step::Analyse);

    // Nineteen answers by keys alone; the list goes on by itself.
    auto *components = bench.child<pages::ChoiceList>(Step::Analyse, "components");
    auto *main = bench.page(Step::Analyse)->mainButton();
    QTRY_VERIFY(components->hasFocus());
    QVERIFY(!main->isEnabled());
    const int count = int(model::allComponents().size());
    for (int i = 0; i < count; ++i) {
        QCOMPARE(components->currentRow(), i);
        if (i == 9) {
            QTest::keyClick(components, Qt::Key_N);
            auto *note = bench.child<QLineEdit>(Step::Analyse, "componentNote");
            QTRY_VERIFY(note->hasFocus());
            QTest::keyClicks(note, QStringLiteral("Covered by the hair"));
            QTest::keyClick(note, Qt::Key_Return);
            QTRY_VERIFY(components->hasFocus());
        }
        QTest::keyClick(components, i == 9 ? Qt::Key_2 : i > 15 ? Qt::Key_3 : Qt::Key_1);
    }
    bench.child<QLineEdit>(Step::Analyse, "limitations")->setFocus();
    QTest::keyClicks(bench.child<QLineEdit>(Step::Analyse, "limitations"),
                     QStringLiteral("Light from above"));
    take(bench, QStringLiteral("analyse"));
    QVERIFY(main->isEnabled());
    QVERIFY(bench.main(Step::Analyse));
    QVERIFY(bench.settle());
    QCOMPARE(bench.workspace().contents().analyses.size(), size_t(1));
    const auto &analysis = bench.workspace().contents().analyses.front();
    QVERIFY(analysis.signature.isSigned());
    QCOMPARE(analysis.component(model::Component::Ears)->note, QStringLiteral("Covered by the hair"));
    QVERIFY(components->isFrozen());
    take(bench, QStringLiteral("analyse-signed"));

    bench.go(Step::Candidates);
    QVERIFY(bench.main(Step::Candidates)); // opens the list
    QVERIFY(bench.settle());
    QVERIFY(!bench.workspace().isWithheld(m_search));
    QVERIFY(bench.openWeaker());
    QVERIFY(bench.workspace().chosenSearch()->candidates.size() >= 4);
    for (const auto &candidate : bench.workspace().chosenSearch()->candidates)
        m_references << candidate.personReference;
}

void TestCasework::concludeAndAsk(Bench &bench)
{
    auto *list = bench.child<QAbstractItemView>(Step::Candidates, "candidateList");
    QTRY_VERIFY(list->hasFocus());
    m_candidate = bench.workspace().chosenCandidate()->portrait;
    const auto signedOne = bench.workspace().file()->signExamination(
        m_search, m_candidate, fullComparison(model::Conclusion::SupportSameSource));
    QVERIFY2(signedOne, qPrintable(signedOne ? QString() : signedOne.error().detail));
    bench.workspace().refresh();
    QCOMPARE(bench.workspace().chosenCandidate()->portrait, m_candidate);
    take(bench, QStringLiteral("candidates-examined"));
    QTest::keyClick(list, Qt::Key_V);
    QVERIFY(bench.settle());
    QCOMPARE(bench.workspace().contents().verificationRequests.size(), size_t(1));
    take(bench, QStringLiteral("candidates-asked"));
    // Who examined cannot take it on.
    bench.go(Step::Verify);
    QVERIFY(bench.settle());
    take(bench, QStringLiteral("verify-sent"));
    QVERIFY(!bench.page(Step::Verify)->mainButton()->isEnabled());
}

void TestCasework::verifyBlind(Bench &bench)
{
    bench.go(Step::Verify);
    QVERIFY(bench.settle());
    take(bench, QStringLiteral("verify-waiting"));
    QVERIFY(bench.main(Step::Verify));
    QVERIFY(bench.settle());
    QVERIFY(bench.workspace().isBlind());
    // Nothing but Verify and Settings can be reached.
    for (const Step step : {Step::Case, Step::Evidence, Step::Analyse, Step::Search, Step::Candidates,
                            Step::Compare, Step::Report, Step::Galleries, Step::Audit}) {
        bench.go(step);
        QCOMPARE(bench.step(), Step::Verify);
    }
    for (const QKeySequence &key : {QKeySequence(Qt::CTRL | Qt::Key_N), QKeySequence(Qt::CTRL | Qt::Key_W),
                                    QKeySequence(Qt::CTRL | Qt::Key_K)})
        QTest::keySequence(&bench.window(), key);
    QCOMPARE(bench.step(), Step::Verify);
    QVERIFY(bench.workspace().isBlind());

    const auto *held = bench.workspace().heldTask();
    QVERIFY(held && held->labels.size() >= 3);
    const int portraits = int(held->labels.size());
    for (int i = 0; i < portraits; ++i) {
        auto *components = bench.page(Step::Verify)->findChild<pages::ChoiceList *>();
        QTRY_VERIFY_WITH_TIMEOUT(components->isVisible() && components->hasFocus(), patienceMs);
        components->setCurrentIndex(components->model()->index(0, 0));
        for (size_t row = 0; row < model::allComponents().size(); ++row)
            QTest::keyClick(components, Qt::Key_2);
        QTest::keyClick(components, Qt::Key_3, Qt::AltModifier); // support for different source
        if (i == 0) {
            take(bench, QStringLiteral("verify-blind"));
            // Widgets, tooltips, names for screen readers and models of every page, shown or not.
            for (const QString &text : tests::readableTexts(&bench.window())) {
                if (text.contains(QStringLiteral("umbrella")))
                    continue; // the sample case's own sentence says "P1 to P9"
                const QStringList words = text.split(QRegularExpression(QStringLiteral("\\W+")));
                for (const QString &secret : m_references + QStringList{QStringLiteral("ada")})
                    QVERIFY2(!words.contains(secret), qPrintable(text));
            }
        }
        if (i + 1 < portraits)
            QTest::keyClick(components, Qt::Key_PageDown);
    }
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    QVERIFY(bench.main(Step::Verify));
    QVERIFY(bench.settle());
    QVERIFY(!bench.workspace().isBlind());
}

void TestCasework::settle(Bench &bench)
{
    // Nobody settles unseen: the list is opened first.
    bench.workspace().chooseSearch(m_search);
    bench.go(Step::Candidates);
    QVERIFY(bench.main(Step::Candidates));
    QVERIFY(bench.settle());
    QVERIFY(policy::standing(bench.workspace().contents(), m_search, m_candidate).state ==
            policy::Standing::State::Disagreed);
    take(bench, QStringLiteral("candidates-disagreed"));
    bench.go(Step::Verify);
    QVERIFY(bench.settle());
    QVERIFY(bench.main(Step::Verify));
    QVERIFY(bench.settle());
    QVERIFY(!bench.page(Step::Verify)->mainButton()->isEnabled());
    QTest::keyClick(bench.page(Step::Verify), Qt::Key_2, Qt::AltModifier);
    auto *reason = bench.child<QLineEdit>(Step::Verify, "settlingReason");
    reason->setFocus();
    QTest::keyClicks(reason, QStringLiteral("The ears cannot be compared"));
    take(bench, QStringLiteral("adjudicate"));
    QVERIFY(bench.main(Step::Verify));
    QVERIFY(bench.settle());
    QCOMPARE(bench.workspace().contents().adjudications.size(), size_t(1));
    QCOMPARE(bench.workspace().contents().examinations.size(), size_t(1)); // the original stays
    bench.go(Step::Audit);
    QVERIFY(bench.main(Step::Audit));
    QVERIFY(bench.settle());
    take(bench, QStringLiteral("audit"));
    bench.go(Step::Report);
    take(bench, QStringLiteral("report"));
    bench.window().goToSettings();
    QVERIFY(bench.settle());
    take(bench, QStringLiteral("settings"));
}

void TestCasework::fromAnalysisToSettlement()
{
    Bench bench;
    QVERIFY(bench.openSample()); // its gallery
    bench.workspace().closeCase();
    QVERIFY(bench.settle());
    QVERIFY(bench.foundAgency());
    take(bench, QStringLiteral("sign-in"));
    QVERIFY(bench.signIn(QStringLiteral("ada")));
    analyseAndSearch(bench);
    if (QTest::currentTestFailed())
        return;
    concludeAndAsk(bench);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(bench.signOut());
    QVERIFY(bench.signIn(QStringLiteral("bob")));
    openCase(bench);
    verifyBlind(bench);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(bench.signOut());
    QVERIFY(bench.signIn(QStringLiteral("eve")));
    openCase(bench);
    settle(bench);
    QTest::keyClick(&bench.window(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(bench.settle());
    take(bench, QStringLiteral("locked"));
    QVERIFY2(bench.errors.isEmpty(), qPrintable(bench.errors.isEmpty() ? QString() : bench.errors[0].detail));
}

QTEST_MAIN(TestCasework)
#include "tst_casework.moc"
