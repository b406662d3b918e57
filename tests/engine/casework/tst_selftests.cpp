// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of groups, who may measure, and which self-test counts.
#include "engine/audit/verbs.h"
#include "engine/casework/evaluating.h"
#include "engine/casework/evaluationgroups.h"
#include "engine/casework/selftests.h"
#include "tests/engine/casework/agencydesk.h"
#include "tests/support/exampleselftest.h"

#include <QtTest>

using namespace likeness;
using namespace likeness::casework;
using base::ErrorCode;
using model::SelfTest;
using tests::ExampleSelfTest;

#define VERIFY_OK(result)                                                                                              \
    QVERIFY2((result).has_value(), (result).has_value() ? "" : qPrintable((result).error().detail))

class TestSelfTests : public QObject
{
    Q_OBJECT

private slots:
    void groupLists_data();
    void groupLists();
    void wrongGroupLists_data();
    void wrongGroupLists();
    void aListHeldAgainstAFolder();
    void theLastOfEachKindCounts();
    void aBrokenChainIsNotQuoted();
    void rolesAndListsComeBeforePictures();
};

void TestSelfTests::groupLists_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("persons") << QByteArray("person,group\nAda,A\nBob Castle,B\n");
    QTest::newRow("files") << QByteArray("file,group\r\nAda_0001.jpg,A\r\nAda_0002.jpg,A\r\nBob Castle.png,B\r\n");
    QTest::newRow("other columns") << QByteArray("\xEF\xBB\xBFGroup, Person ,note\nA,Ada,\"x, y\"\n\nB,Bob Castle,\n");
}

void TestSelfTests::groupLists()
{
    QFETCH(QByteArray, text);
    const auto list = parseGroupList(text, "list");
    VERIFY_OK(list);
    QCOMPARE(*list, (GroupList{{"Ada", "A"}, {"Bob Castle", "B"}}));
}

void TestSelfTests::wrongGroupLists_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("detail");
    QTest::newRow("empty") << QByteArray() << "the list is empty";
    QTest::newRow("no group") << QByteArray("person\nAda\n") << "line 1: the columns must be";
    QTest::newRow("nobody") << QByteArray("name,group\nAda,A\n") << "line 1: the columns must be";
    QTest::newRow("short row") << QByteArray("person,group\nAda,A\nBob\n") << "line 3: 1 fields instead of 2";
    QTest::newRow("empty group") << QByteArray("person,group\nAda, \n") << "line 2: a field is empty";
    QTest::newRow("two groups") << QByteArray("person,group\nAda,A\n\nAda,B\n") << "line 4: Ada is in two groups";
    QTest::newRow("open quote") << QByteArray("person,group\n\"Ada,A\n") << "line 2: a quote is left open";
    QTest::newRow("no UTF-8") << QByteArray("person,group\n\xFF,A\n") << "the text is not UTF-8";
}

void TestSelfTests::wrongGroupLists()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, detail);
    const auto list = parseGroupList(text, "list.csv");
    QVERIFY(!list);
    QCOMPARE(list.error().code, ErrorCode::FileDamaged);
    QCOMPARE(list.error().subject, QString("list.csv"));
    QVERIFY2(list.error().detail.startsWith(detail), qPrintable(list.error().detail));
}

void TestSelfTests::aListHeldAgainstAFolder()
{
    DescribedFolder faces;
    faces.ours.persons = {"Ada", "Ada", "Bob", "Cid"};
    const PersonGroups groups = groupsOf(faces, {{"Ada", "A"}, {"Cid", "B"}, {"Eve", "C"}});
    QCOMPARE(groups.groupOf, (std::vector<QString>{"A", "", "B"}));
    QCOMPARE(groups.withoutGroup, 1);
}

void TestSelfTests::theLastOfEachKindCounts()
{
    const tests::Desk desk;
    base::Progress progress;
    const auto none = latestSelfTests(*desk.workstation, progress);
    VERIFY_OK(none);
    QVERIFY(none->empty());

    SelfTest first = ExampleSelfTest::identification(), second = first;
    second.mated = 7;
    VERIFY_OK(enterEvaluation(*desk.workstation, "identification", model::selfTestFigures(first)));
    VERIFY_OK(enterEvaluation(*desk.workstation, "verification",
                              model::selfTestFigures(ExampleSelfTest::verification())));
    VERIFY_OK(enterEvaluation(*desk.workstation, "identification", model::selfTestFigures(second)));
    // Not understood, and another verb: neither hides what came before, however far it lies back.
    VERIFY_OK(enterEvaluation(*desk.workstation, "identification", {{"of", "another version"}}));
    VERIFY_OK(enterEvaluation(*desk.workstation, "innocents", {{"listed", 3}}));
    for (int i = 0; i < 300; ++i)
        VERIFY_OK(desk.workstation->record().commit({audit::verbs::signedOut, "x", model::selfTestFigures(first)},
                                                    desk.workstation->actor()));
    const auto tests = latestSelfTests(*desk.workstation, progress);
    VERIFY_OK(tests);
    QCOMPARE(tests->size(), size_t(2));
    QCOMPARE(tests->at(0).mated, 7);
    const auto entry = desk.workstation->record().auditEntries(tests->at(0).entry, 1);
    VERIFY_OK(entry);
    QCOMPARE(entry->front().act.details, model::selfTestFigures(second));
    QCOMPARE(tests->at(0).actor, QString("examiner"));
    QVERIFY(tests->at(0).time.isValid());
    QCOMPARE(tests->at(1).kind, SelfTest::Kind::Verification);
    QVERIFY(tests->at(1).entry < tests->at(0).entry);
}

void TestSelfTests::aBrokenChainIsNotQuoted()
{
    const tests::Desk desk;
    VERIFY_OK(enterEvaluation(*desk.workstation, "identification",
                              model::selfTestFigures(ExampleSelfTest::identification())));
    QFile head(desk.path("workstation/audit.head"));
    QVERIFY(head.open(QIODevice::ReadWrite));
    const QByteArray was = head.readAll();
    QVERIFY(head.seek(0));
    head.write(QByteArray(was).replace('a', 'b').replace('1', '2'));
    head.close();
    base::Progress progress;
    const auto tests = latestSelfTests(*desk.workstation, progress);
    QVERIFY(!tests);
    QCOMPARE(tests.error().code, ErrorCode::AuditBroken);
}

void TestSelfTests::rolesAndListsComeBeforePictures()
{
    const tests::AgencyDesk desk;
    base::Progress progress;
    const SelfTestPlan nowhere{SelfTest::Kind::Identification, desk.path("nowhere"), {}, {}};
    const auto errorFor = [&](const char *account, const SelfTestPlan &plan) {
        desk.signIn(account);
        const auto made = runSelfTest(*desk.workstation, plan, progress);
        return made ? QString("made") : base::errorCodeName(made.error().code);
    };
    const auto before = desk.chain().size();
    QCOMPARE(errorFor("exa", nowhere), QString("not-allowed"));
    QCOMPARE(errorFor("veri", nowhere), QString("not-allowed"));
    for (const char *who : {"chief", "auditor", "keeper"})
        QCOMPARE(errorFor(who, nowhere), QString("file-unreadable"));
    SelfTestPlan grouped = nowhere;
    grouped.groupsFile = desk.path("groups.csv");
    QCOMPARE(errorFor("chief", grouped), QString("file-unreadable"));
    QFile list(grouped.groupsFile);
    QVERIFY(list.open(QIODevice::WriteOnly) && list.write("person\nAda\n") > 0);
    list.close();
    QCOMPARE(errorFor("chief", grouped), QString("file-damaged"));
    QVERIFY(desk.workstation->signOut().has_value());
    const auto nobody = runSelfTest(*desk.workstation, nowhere, progress);
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().code, ErrorCode::NotSignedIn);
    for (const auto &entry : desk.chain())
        QVERIFY(entry.act.verb != audit::verbs::evaluationMade);
    QVERIFY(desk.chain().size() > before); // the sign-ins
}

QTEST_GUILESS_MAIN(TestSelfTests)
#include "tst_selftests.moc"
