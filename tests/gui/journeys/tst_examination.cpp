// SPDX-License-Identifier: GPL-3.0-or-later
// An examination in the real window: three accounts go from the case to the settled disagreement and what
// leaves the case, and every shortcut on the way is tried and refused with its sentence.
#include "engine/policy/examinationrules.h"
#include "tests/gui/journeys/examinationbench.h"
#include "tests/gui/journeys/textwalker.h"
#include "widgets/models/candidatemodel.h"
#include "widgets/words/examinationtext.h"
#include "widgets/words/nametext.h"
#include "widgets/words/ruletext.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QtTest>

using namespace likeness;
using namespace Qt::StringLiterals;
using model::Conclusion;
using pages::Step;
using policy::Rule;
using tests::press;
using tests::retype;
using tests::type;
using words::sentence;

namespace
{

constexpr int patienceMs = 120000; // a ceiling for a loaded machine, not a wait
const QString findingNote = u"The helix folds twice in both"_s;
const QString firstNote = u"Rests on the ears and the nasal bridge"_s;
const QString asideReason = u"The ears differ clearly"_s;
const QString limitations = u"Light from above, chin in shadow"_s;

} // namespace

/// The chapters build on each other: the first that fails ends the journey.
class TestExamination : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_bench = std::make_unique<tests::ExaminationBench>(); }
    void init() { QVERIFY2(!m_failed, "an earlier chapter failed"); }
    void cleanup() { m_failed |= QTest::currentTestFailed(); }
    void cleanupTestCase();

    void theCaseIsOpened();
    void nothingBeforeTheAnalysis();
    void theAnalysisIsSigned();
    void aListOfTwentyIsReviewedByKeys();
    void theComparisonIsSigned();
    void whatIsSignedStays();
    void theWalkerFindsWhatIsThere();
    void othersAreRefused();
    void theVerifierLearnsNothing();
    void theVerifierDisagrees();
    void theSupervisorSettles();
    void originalsLeaveByTheSupervisor();
    void theReportIsExported();

private:
    /// One row of the table: what was tried, and the sentence that refused it.
    void refused(const char *what, const QString &said, const QString &expected);
    QStringList secrets() const;
    QStringList checkedConclusions() const; ///< chosen on whatever page, shown or not
    const model::Candidate &candidate(size_t at)
    {
        return m_bench->workspace().chosenSearch()->candidates.at(at);
    }

    std::unique_ptr<tests::ExaminationBench> m_bench;
    bool m_failed = false;
    QStringList m_refused; ///< the table
    QString m_case;
    std::optional<model::Search> m_list; ///< as the examiner saw it
    model::VerificationId m_task;
};

void TestExamination::cleanupTestCase()
{
    m_bench.reset();
    if (!m_failed)
        QVERIFY2(m_refused.size() >= 25, qPrintable(m_refused.join(u'\n')));
}

void TestExamination::refused(const char *what, const QString &said, const QString &expected)
{
    QVERIFY2(!expected.isEmpty() && said.contains(expected),
             qPrintable(u"%1: said \"%2\", not \"%3\""_s.arg(QLatin1String(what), said, expected)));
    m_refused << u"%1 | %2"_s.arg(QLatin1String(what), expected);
}

void TestExamination::theCaseIsOpened()
{
    auto &bench = *m_bench;
    model::CaseDetails details{u"2026-0142"_s, u"Robbery"_s, u"Find who took the bag"_s, u"J. Roe"_s};
    const auto good = details;
    QVERIFY(bench.signIn(u"reader"_s));
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(bench.fillCase(good));
    refused("a case by an auditor", bench.greyMain(Step::Case), sentence(Rule::RoleMissing));
    QVERIFY(bench.signOut());

    QVERIFY(bench.signIn(u"quillon"_s));
    press(Qt::Key_3, Qt::ControlModifier);
    refused("an analysis outside a case", bench.emptyState(Step::Analyse),
            u"An analysis belongs to a case."_s);
    press(Qt::Key_4, Qt::ControlModifier);
    refused("a search outside a case", bench.emptyState(Step::Search), u"A search belongs to a case."_s);
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(bench.step(), Step::Case);
    details.number = u"123"_s;
    QVERIFY(bench.fillCase(details));
    refused("a made-up number", bench.greyMain(Step::Case), sentence(Rule::CaseNumberPlaceholder));
    details = good;
    details.offence.clear();
    QVERIFY(bench.fillCase(details));
    refused("a case without an offence", bench.greyMain(Step::Case), sentence(Rule::OffenceMissing));
    details = good;
    details.purpose = u"tbd"_s;
    QVERIFY(bench.fillCase(details));
    refused("a case without a purpose", bench.greyMain(Step::Case), sentence(Rule::PurposePlaceholder));
    details.purpose = u"Name the people at the protest"_s;
    QVERIFY(bench.fillCase(details));
    refused("a case about a protest", bench.greyMain(Step::Case), sentence(Rule::PurposeRefused));
    QVERIFY(bench.fillCase(good));
    bench.prompts().folder = bench.folder(u"cases"_s);
    QVERIFY(QDir().mkpath(bench.prompts().folder));
    press(Qt::Key_F, Qt::AltModifier);
    QVERIFY(bench.page(Step::Case)->mainButton()->isEnabled());
    QVERIFY(bench.pressMain());
    QVERIFY(bench.settle());
    QVERIFY(bench.workspace().hasCase());
    m_case = bench.workspace().file()->folder();
}

void TestExamination::nothingBeforeTheAnalysis()
{
    auto &bench = *m_bench;
    press(Qt::Key_4, Qt::ControlModifier);
    refused("a search without a probe", bench.emptyState(Step::Search), u"A search needs a probe"_s);
    press(Qt::Key_2, Qt::ControlModifier);
    refused("a probe without evidence", bench.greyMain(Step::Evidence), u"Add or choose a picture first."_s);
    bench.prompts().files = {bench.photo()};
    press(Qt::Key_I, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!bench.workspace().contents().evidence.empty(), patienceMs);
    auto *faces = bench.child<QAbstractItemView>(Step::Evidence, "faceList");
    QTRY_VERIFY_WITH_TIMEOUT(faces->model()->rowCount() > 0, patienceMs);
    QVERIFY(bench.settle());
    faces->setFocus();
    press(Qt::Key_Home);
    QTRY_VERIFY_WITH_TIMEOUT(bench.page(Step::Evidence)->mainButton()->isEnabled(), patienceMs);
    QVERIFY(bench.pressMain());
    QTRY_COMPARE_WITH_TIMEOUT(bench.step(), Step::Analyse, patienceMs);
    QVERIFY(bench.settle());
    QVERIFY(bench.workspace().chosenProbe());

    press(Qt::Key_4, Qt::ControlModifier);
    auto *kind = bench.child<QComboBox>(Step::Search, "probeKind");
    kind->setFocus();
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    refused("a search for a sketch", bench.greyMain(Step::Search), sentence(Rule::ProbeKindRefused));
    press(Qt::Key_Home);
    QTRY_VERIFY_WITH_TIMEOUT(bench.page(Step::Search)->mainButton()->isEnabled(), patienceMs);
    QVERIFY(bench.pressMain());
    QTRY_COMPARE_WITH_TIMEOUT(bench.step(), Step::Candidates, patienceMs);
    QVERIFY(bench.settle());
    QVERIFY(bench.workspace().chosenSearch()->candidates.empty());
    refused("the list before the analysis", bench.emptyState(Step::Candidates),
            sentence(Rule::AnalysisMissing));
    refused("opening it all the same", bench.greyMain(Step::Candidates), sentence(Rule::AnalysisMissing));
    press(Qt::Key_6, Qt::ControlModifier);
    refused("comparing before the list", bench.emptyState(Step::Compare), u"Choose a candidate"_s);
    press(Qt::Key_8, Qt::ControlModifier);
    bench.prompts().save = bench.folder(u"early.pdf"_s);
    QVERIFY(bench.pressMain());
    QVERIFY(bench.settle());
    refused("the list through a report", bench.messageBar(), sentence(Rule::AnalysisMissing));
    QVERIFY(!QFile::exists(bench.folder(u"early.pdf"_s)));
    press(Qt::Key_0, Qt::ControlModifier);
    refused("the list through the record", bench.greyMain(Step::Audit),
            u"Your account does not read the record."_s);
}

void TestExamination::theAnalysisIsSigned()
{
    auto &bench = *m_bench;
    press(Qt::Key_3, Qt::ControlModifier);
    auto *components = bench.child<pages::ChoiceList>(Step::Analyse, "components");
    QTRY_VERIFY(components->hasFocus());
    refused("an empty analysis", bench.greyMain(Step::Analyse), u"19 component(s) have no answer yet."_s);
    QVERIFY(bench.answerAll(components, Qt::Key_1));
    bench.child<QComboBox>(Step::Analyse, "kind")->setFocus();
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    refused("a sketch as probe", bench.greyMain(Step::Analyse), sentence(Rule::ProbeKindRefused));
    press(Qt::Key_Home);
    bench.child<QLineEdit>(Step::Analyse, "limitations")->setFocus();
    type(limitations);
    QVERIFY(bench.pressMain());
    QVERIFY(bench.settle());
    QCOMPARE(bench.workspace().contents().analyses.size(), size_t(1));
    QVERIFY(bench.workspace().contents().analyses.front().signature.isSigned());

    press(Qt::Key_F2);
    refused("the same analysis again", bench.greyMain(Step::Analyse), sentence(Rule::NothingChanged));
    press(Qt::Key_Home);
    press(Qt::Key_2);
    refused("another analysis without a reason", bench.greyMain(Step::Analyse),
            sentence(Rule::ReasonMissing));
    press(Qt::Key_Escape);
    QVERIFY(components->isFrozen());
    QCOMPARE(bench.workspace().contents().analyses.size(), size_t(1));
}

void TestExamination::aListOfTwentyIsReviewedByKeys()
{
    auto &bench = *m_bench;
    press(Qt::Key_5, Qt::ControlModifier);
    QVERIFY(bench.pressMain()); // opens the list
    QVERIFY(bench.settle());
    auto *list = bench.child<QAbstractItemView>(Step::Candidates, "candidateList");
    QTRY_VERIFY(list->hasFocus());
    QVERIFY(bench.openWeaker());
    QCOMPARE(bench.workspace().chosenSearch()->candidates.size(), size_t(20));
    m_list = *bench.workspace().chosenSearch();

    // From the first to the last: compare each, and set aside all but the first, with a reason.
    for (int row = 0; row < 20; ++row) {
        QCOMPARE(list->currentIndex().row(), row);
        const auto portrait = candidate(size_t(row)).portrait;
        press(Qt::Key_Return);
        QCOMPARE(bench.step(), Step::Compare); // at once
        QCOMPARE(bench.workspace().chosenCandidate()->portrait, portrait);
        press(Qt::Key_5, Qt::ControlModifier);
        QCOMPARE(bench.step(), Step::Candidates);
        QCOMPARE(list->currentIndex().row(), row); // where it was left
        QVERIFY(list->hasFocus());
        if (row > 0) {
            press(Qt::Key_X);
            auto *reason = bench.child<QLineEdit>(Step::Candidates, "reason");
            QVERIFY(reason->hasFocus());
            if (row == 1) {
                type(u"n/a"_s);
                press(Qt::Key_Return);
                refused("setting aside for no reason",
                        tests::readableTexts(bench.page(Step::Candidates)).join(u'\n'),
                        sentence(Rule::ReasonMissing));
                QVERIFY(reason->hasFocus());
            }
            retype(asideReason);
            press(Qt::Key_Return);
            QVERIFY(list->hasFocus());
            QCOMPARE(list->currentIndex().row(), row);
            const auto decision = bench.workspace().decision(m_list->id, portrait);
            QVERIFY(decision && decision->setAside);
        }
        bench.workspace().refresh();
        QCOMPARE(list->currentIndex().row(), row); // a refresh moves nothing
        press(Qt::Key_Down);
    }
    QCOMPARE(bench.workspace().contents().decisions.size(), size_t(19));
    press(Qt::Key_Z, Qt::ControlModifier); // one is taken back, and set aside again
    QVERIFY(!bench.workspace().decision(m_list->id, candidate(19).portrait)->setAside);
    QCOMPARE(list->currentIndex().row(), 19);
    press(Qt::Key_Y, Qt::ControlModifier | Qt::NoModifier);
    press(Qt::Key_Home);
    QCOMPARE(list->currentIndex().row(), 0);
    QVERIFY(bench.settle());
    QVERIFY2(bench.errors.size() == 1, qPrintable(QString::number(bench.errors.size()))); // the early report
}

void TestExamination::theComparisonIsSigned()
{
    auto &bench = *m_bench;
    press(Qt::Key_0); // "led nowhere", for a reason that says nothing
    QVERIFY(bench.workspace().contents().nullResults.empty()); // the question was left
    bench.prompts().reasonText = u"-"_s;
    press(Qt::Key_0);
    refused("a null result for no reason", bench.messageBar(), sentence(Rule::ReasonMissing));
    press(Qt::Key_Return);
    QCOMPARE(bench.step(), Step::Compare);
    QVERIFY(bench.settle());
    auto *components = bench.child<pages::ChoiceList>(Step::Compare, "components");
    QTRY_VERIFY(components->hasFocus());
    refused("an empty comparison", bench.greyMain(Step::Compare),
            u"Mark the 19 component(s) that are still blank"_s);
    // Compare shows no score, rank or name before signing; the reference is how a candidate is called.
    for (const QString &text : tests::readableTexts(bench.page(Step::Compare)))
        QVERIFY2(!text.contains(models::CandidateModel::distanceText(candidate(0).distance)),
                 qPrintable(text));
    QVERIFY(bench.answerAll(components, Qt::Key_1));
    refused("no conclusion", bench.greyMain(Step::Compare), u"Choose one of the four conclusions."_s);
    press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(bench.page(Step::Compare)->mainButton()->isEnabled());
    press(Qt::Key_0); // the last one is taken back
    refused("one component left blank", bench.greyMain(Step::Compare),
            u"Mark the 1 component(s) that are still blank"_s);
    press(Qt::Key_1);
    press(Qt::Key_N);
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    type(findingNote);
    press(Qt::Key_Return);
    QVERIFY(components->hasFocus());
    press(Qt::Key_F6);
    QVERIFY(qobject_cast<QPlainTextEdit *>(QApplication::focusWidget()));
    type(firstNote);
    QVERIFY(bench.pressMain());
    QVERIFY(bench.settle());
    // Until somebody verifies, the list says what was concluded.
    bool isTold = false;
    for (const auto &one :
         tests::tellingOf(tests::everyText(&bench.window()), words::phrase(Conclusion::SupportSameSource)))
        isTold |= one.place == tests::WalkedText::Place::Model;
    QVERIFY(isTold);
    const auto &contents = bench.workspace().contents();
    QCOMPARE(contents.examinations.size(), size_t(1));
    QVERIFY(contents.examinations.front().signature.isSigned());
    QCOMPARE(contents.examinations.front().note, firstNote);
    QCOMPARE(contents.examinations.front().conclusion, Conclusion::SupportSameSource);
    QVERIFY(bench.pressMain()); // asks for verification
    QVERIFY(bench.settle());
    QCOMPARE(contents.verificationRequests.size(), size_t(1));
    m_task = contents.verificationRequests.front().id;
}

void TestExamination::whatIsSignedStays()
{
    auto &bench = *m_bench;
    refused("asking twice", bench.greyMain(Step::Compare),
            u"A verification of this comparison has been asked for."_s);
    auto *components = bench.child<pages::ChoiceList>(Step::Compare, "components");
    components->setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_2);
    QCOMPARE(components->rows().front().choice, 0); // "similar" stays
    press(Qt::Key_5, Qt::ControlModifier);
    bench.prompts().reasonText = u"Nobody of the list is alike"_s;
    press(Qt::Key_0);
    refused("a null result beside an open lead", bench.messageBar(), sentence(Rule::LeadOpen));
    press(Qt::Key_7, Qt::ControlModifier);
    refused("verifying one's own", bench.greyMain(Step::Verify), u"Another account verifies this one"_s);
    press(Qt::Key_8, Qt::ControlModifier);
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier); // a supervisor's act: the key does nothing
    QVERIFY(bench.settle());
    QVERIFY(!bench.prompts().reasonText);
}

QStringList TestExamination::secrets() const
{
    // "kestrel" begins every person's reference.
    QStringList all{u"kestrel"_s, u"quillon"_s, u"harrow"_s, findingNote,
                    firstNote,    limitations,  asideReason};
    for (const auto &candidate : m_list->candidates)
        all << candidate.portrait.value() << candidate.person.value()
            << models::CandidateModel::distanceText(candidate.distance)
            << QString::number(candidate.distance, 'f', 17).left(7);
    return all;
}

QStringList TestExamination::checkedConclusions() const
{
    QStringList checked;
    for (const auto *button : m_bench->window().findChildren<QRadioButton *>())
        if (button->isChecked())
            checked << button->text();
    return checked;
}

void TestExamination::theWalkerFindsWhatIsThere()
{
    using Place = tests::WalkedText::Place;
    auto &bench = *m_bench;
    press(Qt::Key_5, Qt::ControlModifier);
    QVERIFY(bench.settle());
    const auto walked = tests::everyText(&bench.window());
    const auto isIn = [&](const QString &secret, Place place) {
        const auto found = tests::tellingOf(walked, secret);
        return std::any_of(found.begin(), found.end(), [&](const auto &one) { return one.place == place; });
    };
    const auto &first = m_list->candidates.front();
    for (const Place place : {Place::Property, Place::Model, Place::Accessibility, Place::Clipboard})
        QVERIFY2(isIn(first.personReference, place), qPrintable(QString::number(int(place))));
    const QString distance = models::CandidateModel::distanceText(first.distance);
    const std::pair<QString, Place> there[] = {{distance, Place::Model},
                                               {distance, Place::Property},
                                               {first.portrait.value(), Place::Model},
                                               {u"quillon"_s, Place::Property},
                                               {u"quillon"_s, Place::Accessibility},
                                               {firstNote, Place::Property},
                                               {findingNote, Place::Model},
                                               {limitations, Place::Property},
                                               {asideReason, Place::Model}};
    for (const auto &[secret, place] : there)
        QVERIFY2(isIn(secret, place), qPrintable(secret));
    QCOMPARE(checkedConclusions(), QStringList{words::phrase(Conclusion::SupportSameSource)});
    QCOMPARE(bench.window().findChild<models::CandidateModel *>()->rowCount(), 20);
    const auto onDisk = tests::everyByte(m_case);
    for (const QString &secret : {first.personReference, first.portrait.value(), u"quillon"_s, firstNote})
        QVERIFY2(!tests::tellingOf(onDisk, secret).isEmpty(), qPrintable(secret));

    // What goes to another workstation holds none of it.
    press(Qt::Key_7, Qt::ControlModifier);
    const QString packet = bench.folder(u"packet.zip"_s);
    bench.prompts().save = packet;
    press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(bench.settle());
    const auto bytes = tests::everyByte(packet);
    QVERIFY(!bytes.isEmpty());
    QVERIFY(!tests::tellingOf(bytes, m_task.value()).isEmpty()); // its bytes can be looked at
    QStringList longOnes = secrets();
    longOnes.removeIf([](const QString &secret) { return secret.size() < 7; }); // stand in pixels by chance
    QCOMPARE(tests::told(bytes, longOnes), QString());
    QVERIFY(bench.signOut());
}

void TestExamination::othersAreRefused()
{
    auto &bench = *m_bench;
    const std::pair<const char *, Rule> searching[] = {{"oldham", Rule::TrainingExpired},
                                                       {"reader", Rule::RoleMissing}};
    for (const auto &[account, rule] : searching) {
        QVERIFY(bench.signIn(QString::fromLatin1(account)));
        QVERIFY(bench.openCase(m_case));
        press(Qt::Key_4, Qt::ControlModifier);
        QVERIFY(bench.settle());
        refused(account, bench.greyMain(Step::Search), sentence(rule));
        QVERIFY(bench.signOut());
    }
    // Who opens the list is no longer blind.
    QVERIFY(bench.signIn(u"sedgwick"_s));
    QVERIFY(bench.openCase(m_case));
    press(Qt::Key_5, Qt::ControlModifier);
    QVERIFY(bench.pressMain());
    QVERIFY(bench.settle());
    QVERIFY(!bench.workspace().isWithheld(m_list->id));
    press(Qt::Key_7, Qt::ControlModifier);
    refused("verifying after the list", bench.greyMain(Step::Verify), u"Another account verifies this one"_s);
    QVERIFY(!bench.workspace().isBlind());
    QVERIFY(bench.signOut());
}

void TestExamination::theVerifierLearnsNothing()
{
    auto &bench = *m_bench;
    const QString temporary = bench.folder(u"temporary"_s);
    QVERIFY(QDir().mkpath(temporary));
    qputenv("TMPDIR", temporary.toUtf8());
    QCOMPARE(QDir::tempPath(), temporary);
    QVERIFY(bench.signIn(u"marlowe"_s));
    QVERIFY(bench.openCase(m_case));
    press(Qt::Key_7, Qt::ControlModifier);
    QVERIFY(bench.settle());
    const auto learnNothing = [&] {
        const auto texts = tests::everyText(&bench.window()) + tests::everyByte(temporary);
        QVERIFY(texts.size() > 1000);
        QCOMPARE(tests::told(texts, secrets()), QString());
        // Conclusions are words to choose from, each as often as the others, and said of nobody.
        for (const auto &one : tests::tellingOf(texts, words::phrase(Conclusion::SupportSameSource)))
            QVERIFY2(one.place != tests::WalkedText::Place::Model, qPrintable(one.where));
        const auto count = [&](Conclusion conclusion) {
            return tests::tellingOf(texts, words::phrase(conclusion)).size();
        };
        QVERIFY(count(Conclusion::SupportSameSource) > 0);
        for (const auto other :
             {Conclusion::Inconclusive, Conclusion::SupportDifferentSource, Conclusion::NotSuitable})
            QCOMPARE(count(other), count(Conclusion::SupportSameSource));
        // Nobody stands at a rank anywhere.
        for (const auto *model : bench.window().findChildren<models::CandidateModel *>())
            QCOMPARE(model->rowCount(), 0);
    };
    QVERIFY(bench.pressMain()); // takes it on
    QVERIFY(bench.settle());
    QVERIFY(bench.workspace().isBlind());
    QCOMPARE(checkedConclusions(), QStringList());
    learnNothing();

    auto *components = bench.child<pages::ChoiceList>(Step::Verify, "components");
    for (int digit = 0; digit <= 9; ++digit) {
        press(Qt::Key_0 + digit, Qt::ControlModifier);
        QCOMPARE(bench.step(), Step::Verify);
    }
    refused("another page while blind", bench.page(bench.step())->windowTitle(),
            u"Compare each portrait with the probe"_s);
    for (const int key : {Qt::Key_N, Qt::Key_O, Qt::Key_W}) {
        press(key, Qt::ControlModifier);
        QVERIFY(bench.workspace().isBlind());
        QCOMPARE(bench.step(), Step::Verify);
    }
    refused(
        "a verification without answers", bench.greyMain(Step::Verify),
        u"%1 portrait(s) lack answers or a conclusion."_s.arg(bench.workspace().heldTask()->labels.size()));
    components->setFocus();
    QVERIFY(bench.answerAll(components, Qt::Key_2));
    press(Qt::Key_3, Qt::AltModifier);
    refused("the others left out", bench.greyMain(Step::Verify),
            u"%1 portrait(s) lack answers or a conclusion."_s.arg(
                bench.workspace().heldTask()->labels.size() - 1));
    learnNothing();
}

void TestExamination::theVerifierDisagrees()
{
    auto &bench = *m_bench;
    const auto portraits = bench.workspace().heldTask()->labels.size();
    QVERIFY(portraits >= 4);
    auto *components = bench.child<pages::ChoiceList>(Step::Verify, "components");
    components->setFocus();
    for (qsizetype i = 1; i < portraits; ++i) {
        press(Qt::Key_PageDown);
        QVERIFY(bench.answerAll(components, Qt::Key_2));
        press(Qt::Key_3, Qt::AltModifier);
    }
    QVERIFY2(bench.page(Step::Verify)->mainButton()->isEnabled(), qPrintable(bench.greyMain(Step::Verify)));
    QVERIFY(bench.pressMain());
    QVERIFY(bench.settle());
    QVERIFY(!bench.workspace().isBlind());
    QVERIFY(bench.notices.last().contains(u"Whether the two agree is told to those who have the list."_s));
    const auto texts = tests::everyText(&bench.window());
    // Who analysed the face may be known from now on; what was concluded is for those who open the list.
    QCOMPARE(tests::told(texts, {firstNote, findingNote, asideReason}), QString());
    refused("verifying twice", bench.greyMain(Step::Verify), u"Nothing waits."_s);
    QVERIFY(bench.signOut());
    qunsetenv("TMPDIR");
}

void TestExamination::theSupervisorSettles()
{
    auto &bench = *m_bench;
    QVERIFY(bench.signIn(u"quillon"_s));
    QVERIFY(bench.openCase(m_case));
    press(Qt::Key_7, Qt::ControlModifier);
    QVERIFY(bench.pressMain());
    refused("settling one's own", bench.greyMain(Step::Verify), sentence(Rule::RoleMissing));
    QVERIFY(bench.signOut());

    QVERIFY(bench.signIn(u"thornby"_s));
    QVERIFY(bench.openCase(m_case));
    press(Qt::Key_5, Qt::ControlModifier);
    QVERIFY(bench.pressMain());
    QVERIFY(bench.settle());
    QVERIFY(!bench.workspace().isWithheld(m_list->id));
    press(Qt::Key_7, Qt::ControlModifier);
    QVERIFY(bench.pressMain());
    QVERIFY(bench.settle());
    const QString originals = bench.child<QLabel>(Step::Verify, "firstOriginal")->text() + u'\n' +
                              bench.child<QLabel>(Step::Verify, "secondOriginal")->text();
    for (const QString &told :
         {u"quillon"_s, u"marlowe"_s, firstNote, words::phrase(Conclusion::SupportSameSource),
          words::phrase(Conclusion::SupportDifferentSource)})
        QVERIFY2(originals.contains(told), qPrintable(originals));
    refused("a settlement without a conclusion", bench.greyMain(Step::Verify),
            sentence(Rule::ConclusionMissing));
    press(Qt::Key_2, Qt::AltModifier);
    auto *reason = bench.child<QLineEdit>(Step::Verify, "settlingReason");
    reason->setFocus();
    type(u"test"_s);
    refused("a settlement for no reason", bench.greyMain(Step::Verify), sentence(Rule::ReasonMissing));
    retype(u"The ears cannot be compared in this light"_s);
    QVERIFY(bench.pressMain());
    QVERIFY(bench.settle());
    const auto &contents = bench.workspace().contents();
    QCOMPARE(contents.adjudications.size(), size_t(1));
    QCOMPARE(contents.examinations.size(), size_t(1)); // both originals stay
    QCOMPARE(contents.verificationResults.size(), size_t(1));
    const auto standing = policy::standing(contents, m_list->id, candidate(0).portrait);
    QVERIFY(standing.state == policy::Standing::State::Adjudicated);
    QVERIFY(standing.outcome == Conclusion::Inconclusive);
    refused("settling twice", bench.greyMain(Step::Verify), u"Nothing waits."_s);
}

void TestExamination::originalsLeaveByTheSupervisor()
{
    auto &bench = *m_bench;
    press(Qt::Key_8, Qt::ControlModifier);
    const QString packet = bench.folder(u"disclosure.zip"_s);
    bench.prompts().reasonText = u"n/a"_s;
    bench.prompts().save = packet;
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(bench.settle());
    refused("originals for no reason", bench.messageBar(), sentence(Rule::ReasonMissing));
    QVERIFY(!QFile::exists(packet));
    bench.prompts().reasonText = u"Asked for by the defence, order of the court"_s;
    bench.prompts().save = packet;
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(bench.settle());
    QFile written(packet);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QFile original(bench.photo());
    QVERIFY(original.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains(original.readAll()));
    QVERIFY(bench.signOut());
}

void TestExamination::theReportIsExported()
{
    auto &bench = *m_bench;
    QVERIFY(bench.signIn(u"quillon"_s));
    QVERIFY(bench.openCase(m_case));
    press(Qt::Key_8, Qt::ControlModifier);
    const QString lines = tests::readableTexts(bench.page(Step::Report)).join(u'\n');
    QVERIFY2(lines.contains(words::phrase(Conclusion::Inconclusive)), qPrintable(lines));
    QVERIFY(lines.contains(words::leadOnly()));
    bench.prompts().save = bench.folder(u"report.pdf"_s);
    QVERIFY(bench.pressMain());
    QVERIFY(bench.settle());
    QFile pdf(bench.folder(u"report.pdf"_s));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.read(5) == "%PDF-");
    QFile json(bench.folder(u"report.json"_s));
    QVERIFY(json.open(QIODevice::ReadOnly));
    const QByteArray told = json.readAll();
    for (const char *said : {"quillon", "marlowe", "thornby", "support-same-source",
                             "support-different-source", "inconclusive", "The ears differ clearly"})
        QVERIFY2(told.contains(said), said);
    QVERIFY(bench.signOut());
}

QTEST_MAIN(TestExamination)
#include "tst_examination.moc"
