// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/casestate.h"

#include <QtTest>

using namespace likeness;
using pages::CaseFormState;
using pages::CaseView;
using Field = QString model::CaseDetails::*;

namespace
{

CaseFormState filled()
{
    return {{QStringLiteral("2026-0142"), QStringLiteral("Lost property"),
             QStringLiteral("Find the owner of an umbrella"), QStringLiteral("J. Roe")},
            QStringLiteral("/cases/case-2026-0142")};
}

} // namespace

class TestCaseState : public QObject
{
    Q_OBJECT
private slots:
    void view_data();
    void view();
    void emptyFormSaysAllThatIsMissing();
    void eachFieldIsWanted_data();
    void eachFieldIsWanted();
    void folderIsWanted();
    void folderName_data();
    void folderName();
};

void TestCaseState::view_data()
{
    QTest::addColumn<bool>("hasCase");
    QTest::addColumn<bool>("isOpening");
    QTest::addColumn<bool>("isFormWanted");
    QTest::addColumn<CaseView>("expected");
    QTest::newRow("start") << false << false << false << CaseView::Start;
    QTest::newRow("form") << false << false << true << CaseView::Form;
    QTest::newRow("opening") << false << true << false << CaseView::Opening;
    QTest::newRow("made from the form") << false << true << true << CaseView::Opening;
    QTest::newRow("open") << true << false << false << CaseView::Open;
    QTest::newRow("open, form left behind") << true << false << true << CaseView::Open;
    QTest::newRow("another is opened") << true << true << false << CaseView::Opening;
    QTest::newRow("another is made") << true << true << true << CaseView::Opening;
}

void TestCaseState::view()
{
    QFETCH(bool, hasCase);
    QFETCH(bool, isOpening);
    QFETCH(bool, isFormWanted);
    QFETCH(CaseView, expected);
    QCOMPARE(pages::caseView(hasCase, isOpening, isFormWanted), expected);
}

void TestCaseState::emptyFormSaysAllThatIsMissing()
{
    const CaseFormState state{{}, QStringLiteral("/cases/new")};
    QCOMPARE(policy::ruleNames(state.unmet()),
             QStringLiteral("case-number-missing,offence-missing,purpose-missing,requester-missing"));
    QVERIFY(!state.mayCreate());
}

void TestCaseState::eachFieldIsWanted_data()
{
    QTest::addColumn<Field>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("unmet");
    const struct {
        const char *name;
        Field field;
    } fields[] = {{"case-number", &model::CaseDetails::number},
                  {"offence", &model::CaseDetails::offence},
                  {"purpose", &model::CaseDetails::purpose},
                  {"requester", &model::CaseDetails::requester}};
    for (const auto &[name, field] : fields) {
        QTest::addRow("%s empty", name) << field << QString() << QStringLiteral("%1-missing").arg(name);
        QTest::addRow("%s blank", name)
            << field << QStringLiteral(" \t ") << QStringLiteral("%1-missing").arg(name);
        QTest::addRow("%s placeholder", name)
            << field << QStringLiteral("n/a") << QStringLiteral("%1-placeholder").arg(name);
    }
}

void TestCaseState::eachFieldIsWanted()
{
    QFETCH(Field, field);
    QFETCH(QString, typed);
    QFETCH(QString, unmet);
    auto state = filled();
    QVERIFY(state.mayCreate());
    state.details.*field = typed;
    QCOMPARE(policy::ruleNames(state.unmet()), unmet);
    QVERIFY(!state.mayCreate());
}

void TestCaseState::folderIsWanted()
{
    auto state = filled();
    state.folder.clear();
    QVERIFY(state.unmet().empty()); // no rule of the policy: the form says it itself
    QVERIFY(!state.mayCreate());
}

void TestCaseState::folderName_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << "2026-0142"
                           << "case-2026-0142";
    QTest::newRow("spaces around") << "  2026-0142\n"
                                   << "case-2026-0142";
    QTest::newRow("slashes") << "KR/2026/17"
                             << "case-KR-2026-17";
    QTest::newRow("a run becomes one") << "A // 7 . 8"
                                       << "case-A-7-8";
    QTest::newRow("underscore") << "A_7"
                                << "case-A_7";
    QTest::newRow("letters of other scripts")
        << QString::fromUtf8("Дело №7") << QString::fromUtf8("case-Дело-7");
    QTest::newRow("out of the folder") << "../../etc/passwd"
                                       << "case-etc-passwd";
    QTest::newRow("ends in signs") << "17.."
                                   << "case-17";
    QTest::newRow("only signs") << "/.../"
                                << "case";
    QTest::newRow("empty") << ""
                           << "case";
}

void TestCaseState::folderName()
{
    QFETCH(QString, number);
    QFETCH(QString, expected);
    QCOMPARE(pages::folderNameFor(number), expected);
}

QTEST_APPLESS_MAIN(TestCaseState)
#include "tst_casestate.moc"
