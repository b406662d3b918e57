// SPDX-License-Identifier: GPL-3.0-or-later
// The self-test and the engine card in the window, on faces cut from the sample photographs.
#include "engine/casework/evaluating.h"
#include "engine/casework/selftests.h"
#include "engine/report/enginecard.h"
#include "tests/gui/journeys/bench.h"
#include "tests/support/exampleselftest.h"
#include "tests/support/personpictures.h"
#include "tests/support/testdata.h"

#include <QComboBox>
#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using namespace likeness;
using model::SelfTest;
using pages::Step;
using tests::Bench;
using tests::ExampleSelfTest;

class TestSelfTestPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void neverMeasured();
    void measuredAndQuoted();
    void groupsThatCannotBeUsed();
    void tooFewPictures();
    void stopped();
    void anotherEngine();
    void aRecordThatDoesNotHold();
    void whoMayMeasure();
    void theCard();

private:
    static QString state(Bench &bench) { return bench.child<QLabel>(Step::SelfTest, "selfTestState")->text(); }
    static QString trouble(Bench &bench)
    {
        auto *label = bench.child<QLabel>(Step::SelfTest, "selfTestTrouble");
        return label->isVisible() ? label->text() : QString();
    }
    static QTableView *figures(Bench &bench) { return bench.child<QTableView>(Step::SelfTest, "figures"); }
    static void enter(Bench &bench, const SelfTest &test)
    {
        QVERIFY(casework::enterEvaluation(bench.workspace().workstation(), model::selfTestKindName(test.kind),
                                          model::selfTestFigures(test)));
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

/// Each face of three photographs is a person: those of the first with two pictures, once mirrored and smaller.
void TestSelfTestPage::initTestCase()
{
    Bench bench;
    QVERIFY(QDir().mkdir(path("people")));
    const auto engine = bench.workspace().workstation().engine();
    QVERIFY(engine);
    int number = 0;
    for (const QString &photo : {QString("sample5"), QString("sample1"), QString("sample2")}) {
        const QString file = QStringLiteral("%1/%2.jpg").arg(tests::samplesDirectory(), photo);
        base::Progress progress;
        const auto still = bench.workspace().workstation().decoder().decodeFile(file, progress);
        QVERIFY2(still, "the sample photographs are not there; run the installer");
        const QImage picture(file);
        face::FinderSettings settings;
        settings.smallestFacePx = 80;
        const auto found = (*engine)->find(still->picture, settings, progress, {});
        QVERIFY(found);
        for (const model::FoundFace &face : *found)
            QVERIFY(tests::savePerson(picture, face.box,
                                      path(QStringLiteral("people/Person_%1").arg(QChar(u'A' + number++))),
                                      photo == u"sample5"));
    }
    QVERIFY(number >= 9);
}

void TestSelfTestPage::neverMeasured()
{
    Bench bench;
    bench.go(Step::SelfTest);
    QVERIFY(bench.settle());
    const QStringList texts = tests::readableTexts(bench.page(Step::SelfTest));
    QVERIFY(std::any_of(texts.begin(), texts.end(),
                        [](const QString &text) { return text.contains("This was not measured yet."); }));
    QVERIFY(!figures(bench)->isVisible());
    QVERIFY(bench.page(Step::SelfTest)->mainButton()->isEnabled());
    // No folder was chosen: nothing happens.
    QVERIFY(bench.main(Step::SelfTest));
    QVERIFY(bench.settle());
    QVERIFY(state(bench).isEmpty());
    QVERIFY(bench.errors.isEmpty());
}

void TestSelfTestPage::measuredAndQuoted()
{
    Bench bench;
    QFile list(path("groups.csv"));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write("person,group\nPerson_A,first\nPerson_F,second\n");
    list.close();
    bench.go(Step::SelfTest);
    QVERIFY(bench.settle());
    bench.prompts().file = list.fileName();
    QTest::keyClick(bench.child<QComboBox>(Step::SelfTest, "selfTestKind"), Qt::Key_G, Qt::ControlModifier);
    QCOMPARE(bench.child<QLabel>(Step::SelfTest, "groupsFile")->text(), QString("groups.csv"));
    bench.prompts().folder = path("people");
    QVERIFY(bench.main(Step::SelfTest));
    QTRY_VERIFY(!bench.page(Step::SelfTest)->mainButton()->isEnabled());
    QVERIFY(bench.settle());
    QVERIFY2(state(bench).startsWith("Measured."), qPrintable(state(bench) + trouble(bench)));
    QVERIFY(figures(bench)->isVisible());
    QCOMPARE(figures(bench)->model()->rowCount(), 8);
    QVERIFY(figures(bench)->model()->index(0, 2).data().toString().startsWith("100.0% ("));
    QCOMPARE(bench.child<QTableView>(Step::SelfTest, "groupFigures")->model()->rowCount(), 2);
    QVERIFY(bench.child<QWidget>(Step::SelfTest, "detPlot")->isVisible());
    QVERIFY(!bench.child<QLabel>(Step::SelfTest, "otherEngine")->isVisible());

    auto *kind = bench.child<QComboBox>(Step::SelfTest, "selfTestKind");
    kind->setCurrentIndex(1);
    QVERIFY(!figures(bench)->isVisible()); // that was not measured
    bench.prompts().folder = path("people");
    QVERIFY(bench.main(Step::SelfTest));
    QVERIFY(bench.settle());
    QVERIFY(figures(bench)->isVisible());
    QCOMPARE(figures(bench)->model()->rowCount(), 4);
    kind->setCurrentIndex(0);
    QCOMPARE(figures(bench)->model()->rowCount(), 8);
    QVERIFY(bench.errors.isEmpty());

    // The report of a case quotes both.
    QVERIFY(bench.openSample());
    base::Progress progress;
    std::optional<report::CaseReport> report;
    QVERIFY(bench.workspace().file()->exportReport(
        path("report.pdf"),
        [&](const report::CaseReport &gathered) -> base::Result<QByteArray> {
            report = gathered;
            return QByteArray("%PDF-");
        },
        [](const model::GalleryId &) { return nullptr; }, progress));
    QVERIFY(report);
    QCOMPARE(report->selfTests.size(), size_t(2));
    QCOMPARE(report->selfTests[0].mated, 5);
    QCOMPARE(report->selfTests[0].groups.size(), size_t(2));
    QCOMPARE(report->selfTests[0].engine.id(), report->selfTests[1].engine.id());
    QVERIFY(!report->selfTestsUnread);
}

void TestSelfTestPage::groupsThatCannotBeUsed()
{
    Bench bench;
    QFile list(path("wrong.csv"));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write("person,group\nPerson_A\n");
    list.close();
    bench.go(Step::SelfTest);
    bench.prompts().file = list.fileName();
    QTest::keyClick(bench.page(Step::SelfTest), Qt::Key_G, Qt::ControlModifier);
    bench.prompts().folder = path("people");
    QVERIFY(bench.main(Step::SelfTest));
    QVERIFY(bench.settle());
    QVERIFY2(trouble(bench).contains("line 2"), qPrintable(trouble(bench)));
    // Asked again and no file chosen: without groups.
    QTest::keyClick(bench.page(Step::SelfTest), Qt::Key_G, Qt::ControlModifier);
    QVERIFY(!bench.child<QLabel>(Step::SelfTest, "groupsFile")->isVisible());
}

void TestSelfTestPage::tooFewPictures()
{
    Bench bench;
    QVERIFY(QDir().mkdir(path("few")));
    QVERIFY(QFile::copy(path("people/Person_A_0001.png"), path("few/Person_A_0001.png")));
    bench.go(Step::SelfTest);
    for (int kind = 0; kind < 2; ++kind) {
        bench.child<QComboBox>(Step::SelfTest, "selfTestKind")->setCurrentIndex(kind);
        bench.prompts().folder = path("few");
        QVERIFY(bench.main(Step::SelfTest));
        QVERIFY(bench.settle());
        QVERIFY2(trouble(bench).startsWith("The pictures are too few."), qPrintable(trouble(bench)));
        QVERIFY(!figures(bench)->isVisible());
    }
    bench.prompts().folder = path("nowhere");
    QVERIFY(bench.main(Step::SelfTest));
    QVERIFY(bench.settle());
    QVERIFY(trouble(bench).contains("could not be read"));
}

void TestSelfTestPage::stopped()
{
    Bench bench;
    enter(bench, ExampleSelfTest::identification());
    bench.go(Step::SelfTest);
    QVERIFY(bench.settle());
    bench.prompts().folder = path("people");
    QVERIFY(bench.main(Step::SelfTest));
    QTest::keyClick(bench.page(Step::SelfTest), Qt::Key_Escape);
    QVERIFY(bench.settle());
    QVERIFY2(state(bench).startsWith("Stopped."), qPrintable(state(bench)));
    QVERIFY(figures(bench)->isVisible()); // of the run before
    QVERIFY(bench.page(Step::SelfTest)->mainButton()->isEnabled());
    base::Progress progress;
    const auto tests = casework::latestSelfTests(bench.workspace().workstation(), progress);
    QVERIFY(tests && tests->size() == 1);
    QCOMPARE(tests->front().mated, ExampleSelfTest::identification().mated);
    QVERIFY(bench.errors.isEmpty());
}

void TestSelfTestPage::anotherEngine()
{
    Bench bench;
    enter(bench, ExampleSelfTest::identification());
    bench.go(Step::SelfTest);
    QVERIFY(bench.settle());
    QVERIFY(figures(bench)->isVisible());
    QVERIFY(bench.child<QLabel>(Step::SelfTest, "otherEngine")->isVisible());
}

void TestSelfTestPage::aRecordThatDoesNotHold()
{
    Bench bench;
    enter(bench, ExampleSelfTest::identification());
    QFile head(bench.folder("workstation/audit.head"));
    QVERIFY(head.open(QIODevice::ReadWrite));
    const QByteArray was = head.readAll();
    QVERIFY(head.seek(0));
    head.write(QByteArray(was).replace('a', 'b').replace('1', '2'));
    head.close();
    bench.go(Step::SelfTest);
    QVERIFY(bench.settle());
    QVERIFY(!trouble(bench).isEmpty());
    QVERIFY(!figures(bench)->isVisible());
}

void TestSelfTestPage::whoMayMeasure()
{
    Bench bench;
    enter(bench, ExampleSelfTest::identification());
    QVERIFY(bench.foundAgency());
    QVERIFY(bench.signIn("ada"));
    bench.go(Step::SelfTest);
    QVERIFY(bench.settle());
    QVERIFY(!bench.page(Step::SelfTest)->mainButton()->isEnabled());
    QVERIFY(figures(bench)->isVisible()); // everybody may read what reports quote
    QVERIFY(bench.signOut());
    QVERIFY(bench.signIn("eve"));
    bench.go(Step::SelfTest);
    QVERIFY(bench.settle());
    QVERIFY(bench.page(Step::SelfTest)->mainButton()->isEnabled());
}

void TestSelfTestPage::theCard()
{
    Bench bench;
    bench.go(Step::EngineCard);
    const QStringList texts = tests::readableTexts(bench.page(Step::EngineCard));
    QVERIFY(texts.contains(report::notEvaluated));
    for (const report::EngineLimit &limit : report::engineLimits())
        for (const char *text : {limit.limit, limit.evidence, limit.source})
            QVERIFY2(texts.contains(text), text);
    QVERIFY(bench.main(Step::EngineCard));
    QCOMPARE(bench.step(), Step::SelfTest);
    QVERIFY(bench.settle());
}

QTEST_MAIN(TestSelfTestPage)
#include "tst_selftest.moc"
