// SPDX-License-Identifier: GPL-3.0-or-later
// An examination in the real window: three accounts go from the case to the settled disagreement and what
// leaves the case, and every shortcut on the way is tried and refused with its sentence.
#include "engine/imaging/bmp.h"
#include "engine/imaging/imaging.h"
#include "engine/policy/examinationrules.h"
#include "tests/engine/casework/fixture.h"
#include "tests/gui/journeys/bench.h"
#include "tests/gui/journeys/textwalker.h"
#include "tests/support/testdata.h"
#include "widgets/common/emptystate.h"
#include "widgets/models/candidatemodel.h"
#include "widgets/pages/choicelist.h"
#include "widgets/words/errortext.h"
#include "widgets/words/examinationtext.h"
#include "widgets/words/nametext.h"
#include "widgets/words/ruletext.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QtTest>

using namespace likeness;
using model::Conclusion;
using pages::Step;
using policy::Rule;
using tests::Bench;
using words::sentence;

namespace
{

constexpr int patienceMs = 120000; // a ceiling for a loaded machine, not a wait
const QString findingNote = QStringLiteral("The helix folds twice in both");
const QString firstNote = QStringLiteral("Rests on the ears and the nasal bridge");
const QString limitations = QStringLiteral("Light from above, chin in shadow");

/// Everybody of the sample photographs but the probe's picture of A, cut out as pictures of one person each.
/// The reference of a person is a word that stands nowhere else.
QStringList portraitsIn(const QString &folder)
{
    QFile file(tests::dataDirectory() + QStringLiteral("/sample_faces.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the list of the sample's faces is not there");
    QStringList paths;
    for (const auto &each : QJsonDocument::fromJson(file.readAll())["faces"].toArray()) {
        const auto box = each[QStringLiteral("box")].toArray();
        const QString photo = each[QStringLiteral("photo")].toString();
        const QString person = each[QStringLiteral("person")].toString();
        if (person == u'A' && photo == QStringLiteral("sample1.jpg"))
            continue;
        const int w = box[2].toInt(), h = box[3].toInt();
        const QRect part = QRect(box[0].toInt() - w / 2, box[1].toInt() - h / 2, 2 * w, 2 * h);
        base::Progress progress;
        const auto picture = tests::samplePart(qPrintable(photo), part.intersected(QRect(0, 0, 1920, 1280)));
        paths << folder + QStringLiteral("/kestrel%1_0001.bmp").arg(person.toLower());
        QFile out(paths.last());
        if (!out.open(QIODevice::WriteOnly))
            qFatal("no room for the portraits");
        out.write(imaging::toBmp(picture));
    }
    return paths;
}

void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWidget *focused = QApplication::focusWidget();
    QTest::keyClick(focused ? focused : QApplication::activeWindow(), Qt::Key(key), modifiers);
}
void type(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

} // namespace

/// The chapters build on each other: the first that fails ends the journey.
class TestExamination : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
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
    QString missing(Step step) { return m_bench->page(step)->mainButton()->accessibleDescription(); }
    QString emptyState(Step step);
    QString greyMain(Step step); ///< the sentence beside a main button that is grey
    QString messageBar();
    void pressMain();
    void openCase();
    void answerAll(pages::ChoiceList *list, int key);
    QStringList secrets() const;
    const model::Candidate &candidate(size_t at)
    {
        return m_bench->workspace().chosenSearch()->candidates.at(at);
    }

    std::unique_ptr<Bench> m_bench;
    bool m_failed = false;
    int m_refused = 0;
    QString m_case;
    QString m_photo;
    std::optional<model::Search> m_list; ///< as the examiner saw it
    model::VerificationId m_task;
};

void TestExamination::initTestCase()
{
    m_bench = std::make_unique<Bench>();
    const QString pictures = m_bench->folder(QStringLiteral("pictures"));
    QVERIFY(QDir().mkpath(pictures));
    const auto gallery = casework::GallerySession::create(m_bench->workspace().sharedWorkstation(),
                                                          m_bench->folder(QStringLiteral("gallery")),
                                                          QStringLiteral("Booking photographs"));
    QVERIFY(gallery);
    casework::GallerySession::EnrolmentPlan plan;
    plan.paths = portraitsIn(pictures);
    base::Progress progress;
    const auto report = (*gallery)->enrol(plan, {}, progress);
    QVERIFY(report);
    QVERIFY2(report->count(model::EnrolOutcome::Enrolled) >= 20,
             qPrintable(QString::number(report->count(model::EnrolOutcome::Enrolled))));
    m_bench->workspace().openGallery(m_bench->folder(QStringLiteral("gallery")));
    QVERIFY(m_bench->settle());
    m_photo = m_bench->folder(QStringLiteral("photo.bmp"));
    QFile photo(m_photo);
    QVERIFY(photo.open(QIODevice::WriteOnly));
    photo.write(imaging::toBmp(tests::redHairInSample1()));
    photo.close();

    QVERIFY(m_bench->foundAgency());
    QVERIFY(m_bench->signIn(QStringLiteral("eve")));
    using model::Role;
    const auto add = [&](const char *name, const char *fullName, model::Roles roles, int days = 365) {
        QVERIFY(m_bench->workspace().workstation().addAccount({QString::fromLatin1(name),
                                                               QString::fromLatin1(fullName),
                                                               roles,
                                                               QDate::currentDate().addDays(days),
                                                               {}},
                                                              Bench::password));
    };
    add("quillon", "Quillon Harrow", Role::Detective | Role::Examiner);
    add("marlowe", "Marlowe Penn", Role::Verifier | Role::Examiner);
    add("sedgwick", "Sedgwick Low", Role::Verifier | Role::Examiner);
    add("thornby", "Thornby Vale", Role::Supervisor);
    add("oldham", "Oldham Ray", Role::Detective | Role::Examiner, -1);
    add("reader", "Reader Moss", Role::Auditor);
    QVERIFY(m_bench->signOut());
}

void TestExamination::cleanupTestCase()
{
    m_bench.reset();
    if (!m_failed)
        QVERIFY2(m_refused >= 25, qPrintable(QString::number(m_refused)));
}

void TestExamination::refused(const char *what, const QString &said, const QString &expected)
{
    QVERIFY2(
        !expected.isEmpty() && said.contains(expected),
        qPrintable(QStringLiteral("%1: said \"%2\", not \"%3\"").arg(QLatin1String(what), said, expected)));
    ++m_refused;
}

QString TestExamination::emptyState(Step step)
{
    const auto *empty = m_bench->page(step)->findChild<common::EmptyState *>();
    return empty->isVisible() ? empty->sentence() : QString();
}

QString TestExamination::greyMain(Step step)
{
    auto *main = m_bench->page(step)->mainButton();
    if (m_bench->step() != step || main->isEnabled() || !main->isVisible())
        return {};
    return missing(step);
}

QString TestExamination::messageBar()
{
    QString said;
    for (const auto *label :
         m_bench->window().findChild<QWidget *>(QStringLiteral("messageBar"))->findChildren<QLabel *>())
        if (label->isVisible())
            said += label->text() + u' ';
    return said;
}

void TestExamination::pressMain()
{
    const auto *main = m_bench->page(m_bench->step())->mainButton();
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!main->isDown()); // a key presses a button visibly
}

void TestExamination::openCase()
{
    m_bench->prompts().folder = m_case;
    press(Qt::Key_O, Qt::ControlModifier);
    QVERIFY(m_bench->settle());
    QVERIFY(m_bench->workspace().hasCase());
    QVERIFY(!m_bench->workspace().isReadOnly());
}

void TestExamination::answerAll(pages::ChoiceList *list, int key)
{
    QTRY_VERIFY_WITH_TIMEOUT(list->hasFocus(), patienceMs);
    press(Qt::Key_Home);
    for (size_t i = 0; i < model::allComponents().size(); ++i)
        press(key);
}

void TestExamination::theCaseIsOpened()
{
    Bench &bench = *m_bench;
    const auto fill = [&](const QString &number, const QString &offence, const QString &purpose,
                          const QString &requester) {
        const std::pair<const char *, QString> fields[] = {{"caseNumber", number},
                                                           {"caseOffence", offence},
                                                           {"casePurpose", purpose},
                                                           {"caseRequester", requester}};
        bench.child<QLineEdit>(Step::Case, "caseNumber")->setFocus();
        for (const auto &[name, text] : fields) {
            QCOMPARE(QApplication::focusWidget()->objectName(), QString::fromLatin1(name));
            press(Qt::Key_A, Qt::ControlModifier);
            press(Qt::Key_Delete);
            type(text);
            press(Qt::Key_Tab);
        }
    };
    const QString number = QStringLiteral("2026-0142"), offence = QStringLiteral("Robbery"),
                  purpose = QStringLiteral("Find who took the bag"), requester = QStringLiteral("J. Roe");
    QVERIFY(bench.signIn(QStringLiteral("reader")));
    press(Qt::Key_N, Qt::ControlModifier);
    fill(number, offence, purpose, requester);
    refused("a case by an auditor", greyMain(Step::Case), sentence(Rule::RoleMissing));
    QVERIFY(bench.signOut());

    QVERIFY(bench.signIn(QStringLiteral("quillon")));
    press(Qt::Key_3, Qt::ControlModifier);
    refused("an analysis outside a case", emptyState(Step::Analyse),
            QStringLiteral("An analysis belongs to a case."));
    press(Qt::Key_4, Qt::ControlModifier);
    refused("a search outside a case", emptyState(Step::Search),
            QStringLiteral("A search belongs to a case."));
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(bench.step(), Step::Case);
    fill(QStringLiteral("123"), offence, purpose, requester);
    refused("a made-up number", greyMain(Step::Case), sentence(Rule::CaseNumberPlaceholder));
    fill(number, {}, purpose, requester);
    refused("a case without an offence", greyMain(Step::Case), sentence(Rule::OffenceMissing));
    fill(number, offence, QStringLiteral("tbd"), requester);
    refused("a case without a purpose", greyMain(Step::Case), sentence(Rule::PurposePlaceholder));
    fill(number, offence, QStringLiteral("Name the people at the protest"), requester);
    refused("a case about a protest", greyMain(Step::Case), sentence(Rule::PurposeRefused));
    fill(number, offence, purpose, requester);
    bench.prompts().folder = bench.folder(QStringLiteral("cases"));
    QVERIFY(QDir().mkpath(bench.prompts().folder));
    press(Qt::Key_F, Qt::AltModifier);
    QVERIFY(bench.page(Step::Case)->mainButton()->isEnabled());
    pressMain();
    QVERIFY(bench.settle());
    QVERIFY(bench.workspace().hasCase());
    m_case = bench.workspace().file()->folder();
}

void TestExamination::nothingBeforeTheAnalysis()
{
    Bench &bench = *m_bench;
    press(Qt::Key_4, Qt::ControlModifier);
    refused("a search without a probe", emptyState(Step::Search), QStringLiteral("A search needs a probe"));
    press(Qt::Key_2, Qt::ControlModifier);
    refused("a probe without evidence", greyMain(Step::Evidence),
            QStringLiteral("Add or choose a picture first."));
    bench.prompts().files = {m_photo};
    press(Qt::Key_I, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!bench.workspace().contents().evidence.empty(), patienceMs);
    auto *faces = bench.child<QAbstractItemView>(Step::Evidence, "faceList");
    QTRY_VERIFY_WITH_TIMEOUT(faces->model()->rowCount() > 0, patienceMs);
    QVERIFY(bench.settle());
    faces->setFocus();
    press(Qt::Key_Home);
    QTRY_VERIFY_WITH_TIMEOUT(bench.page(Step::Evidence)->mainButton()->isEnabled(), patienceMs);
    pressMain();
    QTRY_COMPARE_WITH_TIMEOUT(bench.step(), Step::Analyse, patienceMs);
    QVERIFY(bench.settle());
    QVERIFY(bench.workspace().chosenProbe());

    press(Qt::Key_4, Qt::ControlModifier);
    auto *kind = bench.child<QComboBox>(Step::Search, "probeKind");
    kind->setFocus();
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    refused("a search for a sketch", greyMain(Step::Search), sentence(Rule::ProbeKindRefused));
    press(Qt::Key_Home);
    QTRY_VERIFY_WITH_TIMEOUT(bench.page(Step::Search)->mainButton()->isEnabled(), patienceMs);
    pressMain();
    QTRY_COMPARE_WITH_TIMEOUT(bench.step(), Step::Candidates, patienceMs);
    QVERIFY(bench.settle());
    QVERIFY(bench.workspace().chosenSearch()->candidates.empty());
    refused("the list before the analysis", emptyState(Step::Candidates), sentence(Rule::AnalysisMissing));
    refused("opening it all the same", greyMain(Step::Candidates), sentence(Rule::AnalysisMissing));
    press(Qt::Key_6, Qt::ControlModifier);
    refused("comparing before the list", emptyState(Step::Compare), QStringLiteral("Choose a candidate"));
    press(Qt::Key_8, Qt::ControlModifier);
    bench.prompts().save = bench.folder(QStringLiteral("early.pdf"));
    pressMain();
    QVERIFY(bench.settle());
    refused("the list through a report", messageBar(), sentence(Rule::AnalysisMissing));
    QVERIFY(!QFile::exists(bench.folder(QStringLiteral("early.pdf"))));
    press(Qt::Key_0, Qt::ControlModifier);
    refused("the list through the record", greyMain(Step::Audit),
            QStringLiteral("Your account does not read the record."));
}

void TestExamination::theAnalysisIsSigned()
{
    Bench &bench = *m_bench;
    press(Qt::Key_3, Qt::ControlModifier);
    auto *components = bench.child<pages::ChoiceList>(Step::Analyse, "components");
    QTRY_VERIFY(components->hasFocus());
    refused("an empty analysis", greyMain(Step::Analyse),
            QStringLiteral("19 component(s) have no answer yet."));
    answerAll(components, Qt::Key_1);
    bench.child<QComboBox>(Step::Analyse, "kind")->setFocus();
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    refused("a sketch as probe", greyMain(Step::Analyse), sentence(Rule::ProbeKindRefused));
    press(Qt::Key_Home);
    bench.child<QLineEdit>(Step::Analyse, "limitations")->setFocus();
    type(limitations);
    pressMain();
    QVERIFY(bench.settle());
    QCOMPARE(bench.workspace().contents().analyses.size(), size_t(1));
    QVERIFY(bench.workspace().contents().analyses.front().signature.isSigned());

    press(Qt::Key_F2);
    refused("the same analysis again", greyMain(Step::Analyse), sentence(Rule::NothingChanged));
    press(Qt::Key_Home);
    press(Qt::Key_2);
    refused("another analysis without a reason", greyMain(Step::Analyse), sentence(Rule::ReasonMissing));
    press(Qt::Key_Escape);
    QVERIFY(components->isFrozen());
    QCOMPARE(bench.workspace().contents().analyses.size(), size_t(1));
}

void TestExamination::aListOfTwentyIsReviewedByKeys()
{
    Bench &bench = *m_bench;
    press(Qt::Key_5, Qt::ControlModifier);
    pressMain(); // opens the list
    QVERIFY(bench.settle());
    auto *list = bench.child<QAbstractItemView>(Step::Candidates, "candidateList");
    QTRY_VERIFY(list->hasFocus());
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
                type(QStringLiteral("n/a"));
                press(Qt::Key_Return);
                refused("setting aside for no reason",
                        tests::readableTexts(bench.page(Step::Candidates)).join(u'\n'),
                        sentence(Rule::ReasonMissing));
                QVERIFY(reason->hasFocus());
                press(Qt::Key_A, Qt::ControlModifier);
            }
            type(QStringLiteral("The ears differ clearly"));
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
    Bench &bench = *m_bench;
    press(Qt::Key_0); // "led nowhere", for a reason that says nothing
    QVERIFY(bench.workspace().contents().nullResults.empty()); // the question was left
    bench.prompts().reasonText = QStringLiteral("-");
    press(Qt::Key_0);
    refused("a null result for no reason", messageBar(), sentence(Rule::ReasonMissing));
    press(Qt::Key_Return);
    QCOMPARE(bench.step(), Step::Compare);
    QVERIFY(bench.settle());
    auto *components = bench.child<pages::ChoiceList>(Step::Compare, "components");
    QTRY_VERIFY(components->hasFocus());
    refused("an empty comparison", greyMain(Step::Compare),
            QStringLiteral("Mark the 19 component(s) that are still blank"));
    // Compare shows no score, rank or name before signing; the reference is how a candidate is called.
    for (const QString &text : tests::readableTexts(bench.page(Step::Compare)))
        QVERIFY2(!text.contains(models::CandidateModel::distanceText(candidate(0).distance)),
                 qPrintable(text));
    answerAll(components, Qt::Key_1);
    refused("no conclusion", greyMain(Step::Compare), QStringLiteral("Choose one of the four conclusions."));
    press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(bench.page(Step::Compare)->mainButton()->isEnabled());
    press(Qt::Key_0); // the last one is taken back
    refused("one component left blank", greyMain(Step::Compare),
            QStringLiteral("Mark the 1 component(s) that are still blank"));
    press(Qt::Key_1);
    press(Qt::Key_N);
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    type(findingNote);
    press(Qt::Key_Return);
    QVERIFY(components->hasFocus());
    press(Qt::Key_F6);
    QVERIFY(qobject_cast<QPlainTextEdit *>(QApplication::focusWidget()));
    type(firstNote);
    pressMain();
    QVERIFY(bench.settle());
    const auto &contents = bench.workspace().contents();
    QCOMPARE(contents.examinations.size(), size_t(1));
    QVERIFY(contents.examinations.front().signature.isSigned());
    QCOMPARE(contents.examinations.front().note, firstNote);
    QCOMPARE(contents.examinations.front().conclusion, Conclusion::SupportSameSource);
    pressMain(); // asks for verification
    QVERIFY(bench.settle());
    QCOMPARE(contents.verificationRequests.size(), size_t(1));
    m_task = contents.verificationRequests.front().id;
}

void TestExamination::whatIsSignedStays()
{
    Bench &bench = *m_bench;
    refused("asking twice", greyMain(Step::Compare),
            QStringLiteral("A verification of this comparison has been asked for."));
    auto *components = bench.child<pages::ChoiceList>(Step::Compare, "components");
    components->setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_2);
    QCOMPARE(components->rows().front().choice, 0); // "similar" stays
    press(Qt::Key_5, Qt::ControlModifier);
    bench.prompts().reasonText = QStringLiteral("Nobody of the list is alike");
    press(Qt::Key_0);
    refused("a null result beside an open lead", messageBar(), sentence(Rule::LeadOpen));
    press(Qt::Key_7, Qt::ControlModifier);
    refused("verifying one's own", greyMain(Step::Verify),
            QStringLiteral("Another account verifies this one"));
    press(Qt::Key_8, Qt::ControlModifier);
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier); // a supervisor's act: the key does nothing
    QVERIFY(bench.settle());
    QVERIFY(!bench.prompts().reasonText);
}

QStringList TestExamination::secrets() const
{
    // "kestrel" begins every person's reference.
    QStringList all{QStringLiteral("kestrel"),
                    QStringLiteral("quillon"),
                    QStringLiteral("harrow"),
                    findingNote,
                    firstNote,
                    limitations,
                    QStringLiteral("The ears differ clearly")};
    for (const auto &candidate : m_list->candidates)
        all << candidate.portrait.value() << candidate.person.value()
            << models::CandidateModel::distanceText(candidate.distance)
            << QString::number(candidate.distance, 'f', 17).left(7);
    return all;
}

void TestExamination::theWalkerFindsWhatIsThere()
{
    using Place = tests::WalkedText::Place;
    Bench &bench = *m_bench;
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
    QVERIFY(isIn(models::CandidateModel::distanceText(first.distance), Place::Model));
    QVERIFY(isIn(models::CandidateModel::distanceText(first.distance), Place::Property));
    QVERIFY(isIn(first.portrait.value(), Place::Model));
    QVERIFY(isIn(QStringLiteral("quillon"), Place::Property));
    QVERIFY(isIn(QStringLiteral("quillon"), Place::Accessibility));
    QVERIFY(isIn(firstNote, Place::Property));
    QVERIFY(isIn(findingNote, Place::Model));
    QVERIFY(isIn(limitations, Place::Property));
    // The conclusion stands in a row of the list, not only among the four that can be chosen.
    QVERIFY(isIn(words::phrase(model::Conclusion::SupportSameSource), Place::Model) ||
            isIn(words::phrase(policy::Standing::State::AwaitingVerification), Place::Model));
    const auto onDisk = tests::everyByte(m_case);
    for (const QString &secret :
         {first.personReference, first.portrait.value(), QStringLiteral("quillon"), firstNote})
        QVERIFY2(!tests::tellingOf(onDisk, secret).isEmpty(), qPrintable(secret));

    // What goes to another workstation holds none of it.
    press(Qt::Key_7, Qt::ControlModifier);
    const QString packet = bench.folder(QStringLiteral("packet.zip"));
    bench.prompts().save = packet;
    press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(bench.settle());
    const auto bytes = tests::everyByte(packet);
    QVERIFY(!bytes.isEmpty());
    QVERIFY(!tests::tellingOf(bytes, m_task.value()).isEmpty()); // its bytes can be looked at
    for (const QString &secret : secrets())
        if (secret.size() > 6) { // a distance of three digits may stand in a picture's bytes by chance
            const auto telling = tests::tellingOf(bytes, secret);
            QVERIFY2(telling.isEmpty(), qPrintable(secret));
        }
    QVERIFY(bench.signOut());
}

void TestExamination::othersAreRefused()
{
    Bench &bench = *m_bench;
    QVERIFY(bench.signIn(QStringLiteral("oldham")));
    openCase();
    press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(bench.settle());
    refused("a search after the training date", greyMain(Step::Search), sentence(Rule::TrainingExpired));
    QVERIFY(bench.signOut());

    QVERIFY(bench.signIn(QStringLiteral("reader")));
    openCase();
    press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(bench.settle());
    refused("a search by an auditor", greyMain(Step::Search), sentence(Rule::RoleMissing));
    QVERIFY(bench.signOut());

    // Who opens the list is no longer blind.
    QVERIFY(bench.signIn(QStringLiteral("sedgwick")));
    openCase();
    press(Qt::Key_5, Qt::ControlModifier);
    pressMain();
    QVERIFY(bench.settle());
    QVERIFY(!bench.workspace().isWithheld(m_list->id));
    press(Qt::Key_7, Qt::ControlModifier);
    refused("verifying after the list", greyMain(Step::Verify),
            QStringLiteral("Another account verifies this one"));
    QVERIFY(!bench.workspace().isBlind());
    QVERIFY(bench.signOut());
}

void TestExamination::theVerifierLearnsNothing()
{
    Bench &bench = *m_bench;
    const QString temporary = bench.folder(QStringLiteral("temporary"));
    QVERIFY(QDir().mkpath(temporary));
    qputenv("TMPDIR", temporary.toUtf8());
    QCOMPARE(QDir::tempPath(), temporary);
    QVERIFY(bench.signIn(QStringLiteral("marlowe")));
    openCase();
    press(Qt::Key_7, Qt::ControlModifier);
    QVERIFY(bench.settle());
    const auto learnNothing = [&] {
        const auto texts = tests::everyText(&bench.window()) + tests::everyByte(temporary);
        QVERIFY(texts.size() > 1000);
        for (const QString &secret : secrets()) {
            const auto telling = tests::tellingOf(texts, secret);
            QVERIFY2(telling.isEmpty(), qPrintable(secret + u'\n' + tests::described(telling)));
        }
        // Conclusions are words to choose from, each as often as the others, and said of nobody.
        for (const auto &one : tests::tellingOf(texts, words::phrase(Conclusion::SupportSameSource)))
            QVERIFY2(one.place != tests::WalkedText::Place::Model, qPrintable(tests::described(QList{one})));
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
        QCOMPARE(tests::tellingOf(texts, QStringLiteral("kestrel")).size(), 0);
    };
    pressMain(); // takes it on
    QVERIFY(bench.settle());
    QVERIFY(bench.workspace().isBlind());
    learnNothing();

    auto *components = bench.child<pages::ChoiceList>(Step::Verify, "components");
    for (int digit = 0; digit <= 9; ++digit) {
        press(Qt::Key_0 + digit, Qt::ControlModifier);
        refused("another page while blind",
                bench.window().windowTitle().isEmpty() ? QString() : bench.page(Step::Verify)->windowTitle(),
                bench.step() == Step::Verify ? QStringLiteral("Compare each portrait with the probe")
                                             : QString());
    }
    for (const int key : {Qt::Key_N, Qt::Key_O, Qt::Key_W}) {
        press(key, Qt::ControlModifier);
        QVERIFY(bench.workspace().isBlind());
        QCOMPARE(bench.step(), Step::Verify);
    }
    refused("a verification without answers", greyMain(Step::Verify),
            QStringLiteral("%1 portrait(s) lack answers or a conclusion.")
                .arg(bench.workspace().heldTask()->labels.size()));
    components->setFocus();
    answerAll(components, Qt::Key_2);
    press(Qt::Key_3, Qt::AltModifier);
    refused("the others left out", greyMain(Step::Verify),
            QStringLiteral("%1 portrait(s) lack answers or a conclusion.")
                .arg(bench.workspace().heldTask()->labels.size() - 1));
    learnNothing();
}

void TestExamination::theVerifierDisagrees()
{
    Bench &bench = *m_bench;
    const auto portraits = bench.workspace().heldTask()->labels.size();
    QVERIFY(portraits >= 4);
    auto *components = bench.child<pages::ChoiceList>(Step::Verify, "components");
    components->setFocus();
    for (qsizetype i = 1; i < portraits; ++i) {
        press(Qt::Key_PageDown);
        answerAll(components, Qt::Key_2);
        press(Qt::Key_3, Qt::AltModifier);
    }
    QVERIFY2(bench.page(Step::Verify)->mainButton()->isEnabled(), qPrintable(missing(Step::Verify)));
    pressMain();
    QVERIFY(bench.settle());
    QVERIFY(!bench.workspace().isBlind());
    QVERIFY(bench.notices.last().contains(
        QStringLiteral("Whether the two agree is told to those who have the list.")));
    const auto texts = tests::everyText(&bench.window());
    // Who analysed the face may be known from now on; what was concluded is for those who open the list.
    for (const QString &secret : {firstNote, findingNote, QStringLiteral("The ears differ clearly")})
        QVERIFY2(tests::tellingOf(texts, secret).isEmpty(),
                 qPrintable(secret + u'\n' + tests::described(tests::tellingOf(texts, secret))));
    refused("verifying twice", greyMain(Step::Verify), QStringLiteral("Nothing waits."));
    QVERIFY(bench.signOut());
    qunsetenv("TMPDIR");
}

void TestExamination::theSupervisorSettles()
{
    Bench &bench = *m_bench;
    QVERIFY(bench.signIn(QStringLiteral("quillon")));
    openCase();
    press(Qt::Key_7, Qt::ControlModifier);
    pressMain();
    refused("settling one's own", greyMain(Step::Verify), sentence(Rule::RoleMissing));
    QVERIFY(bench.signOut());

    QVERIFY(bench.signIn(QStringLiteral("thornby")));
    openCase();
    press(Qt::Key_5, Qt::ControlModifier);
    pressMain();
    QVERIFY(bench.settle());
    QVERIFY(!bench.workspace().isWithheld(m_list->id));
    press(Qt::Key_7, Qt::ControlModifier);
    pressMain();
    QVERIFY(bench.settle());
    const QString originals = bench.child<QLabel>(Step::Verify, "firstOriginal")->text() + u'\n' +
                              bench.child<QLabel>(Step::Verify, "secondOriginal")->text();
    for (const QString &told :
         {QStringLiteral("quillon"), QStringLiteral("marlowe"), firstNote,
          words::phrase(Conclusion::SupportSameSource), words::phrase(Conclusion::SupportDifferentSource)})
        QVERIFY2(originals.contains(told), qPrintable(originals));
    refused("a settlement without a conclusion", greyMain(Step::Verify), sentence(Rule::ConclusionMissing));
    press(Qt::Key_2, Qt::AltModifier);
    auto *reason = bench.child<QLineEdit>(Step::Verify, "settlingReason");
    reason->setFocus();
    type(QStringLiteral("test"));
    refused("a settlement for no reason", greyMain(Step::Verify), sentence(Rule::ReasonMissing));
    press(Qt::Key_A, Qt::ControlModifier);
    type(QStringLiteral("The ears cannot be compared in this light"));
    pressMain();
    QVERIFY(bench.settle());
    const auto &contents = bench.workspace().contents();
    QCOMPARE(contents.adjudications.size(), size_t(1));
    QCOMPARE(contents.examinations.size(), size_t(1)); // both originals stay
    QCOMPARE(contents.verificationResults.size(), size_t(1));
    const auto standing = policy::standing(contents, m_list->id, candidate(0).portrait);
    QVERIFY(standing.state == policy::Standing::State::Adjudicated);
    QVERIFY(standing.outcome == Conclusion::Inconclusive);
    refused("settling twice", greyMain(Step::Verify), QStringLiteral("Nothing waits."));
}

void TestExamination::originalsLeaveByTheSupervisor()
{
    Bench &bench = *m_bench;
    press(Qt::Key_8, Qt::ControlModifier);
    const QString packet = bench.folder(QStringLiteral("disclosure.zip"));
    bench.prompts().reasonText = QStringLiteral("n/a");
    bench.prompts().save = packet;
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(bench.settle());
    refused("originals for no reason", messageBar(), sentence(Rule::ReasonMissing));
    QVERIFY(!QFile::exists(packet));
    bench.prompts().reasonText = QStringLiteral("Asked for by the defence, order of the court");
    bench.prompts().save = packet;
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(bench.settle());
    QFile written(packet);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QFile original(m_photo);
    QVERIFY(original.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains(original.readAll()));
    QVERIFY(bench.signOut());
}

void TestExamination::theReportIsExported()
{
    Bench &bench = *m_bench;
    QVERIFY(bench.signIn(QStringLiteral("quillon")));
    openCase();
    press(Qt::Key_8, Qt::ControlModifier);
    const QString lines = tests::readableTexts(bench.page(Step::Report)).join(u'\n');
    QVERIFY2(lines.contains(words::phrase(Conclusion::Inconclusive)), qPrintable(lines));
    QVERIFY(lines.contains(words::leadOnly()));
    bench.prompts().save = bench.folder(QStringLiteral("report.pdf"));
    pressMain();
    QVERIFY(bench.settle());
    QFile pdf(bench.folder(QStringLiteral("report.pdf")));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.read(5) == "%PDF-");
    QFile json(bench.folder(QStringLiteral("report.json")));
    QVERIFY(json.open(QIODevice::ReadOnly));
    const QByteArray told = json.readAll();
    for (const char *said : {"quillon", "marlowe", "thornby", "support-same-source",
                             "support-different-source", "inconclusive", "The ears differ clearly"})
        QVERIFY2(told.contains(said), said);
    QVERIFY(bench.signOut());
}

QTEST_MAIN(TestExamination)
#include "tst_examination.moc"
