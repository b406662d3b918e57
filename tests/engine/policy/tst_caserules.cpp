// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/caserules.h"

#include <QTest>

using namespace likeness;
using policy::Rule;

namespace {

const model::CaseDetails good{"2026-0142", "Theft", "Identify the person at the till", "J. Roe"};

policy::SearchGateInput readyInput()
{
    model::FaceQuality quality;
    quality.grade = model::FaceQuality::Grade::Suitable;
    return {.readOnly = false,
            .engineReady = true,
            .probeQuality = quality,
            .galleryChosen = true,
            .galleryTemplates = 1,
            .limit = 20};
}

} // namespace

class CaseRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void placeholders_data();
    void placeholders();
    void caseDetails_data();
    void caseDetails();
    void searchGates();
    void setAsideNeedsAReason();
    void everyRuleHasItsName();
};

void CaseRulesTest::placeholders_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("placeholder");
    const QStringList nothing{
        "",       " ",   "-",    "...",  "x",     "XXX", "aaaa",     "000",     "test",       "Test", "TEST!",
        "test 2", "n/a", "N.A.", "none", "(tbd)", "TBA", "unknown",  "asdf",    "qwe",        "123",  "12345",
        "abc",    "foo", "todo", "null", "asd1",  "?!",  "ｔｅｓｔ", "Offence", "case number"};
    for (const QString &text : nothing)
        QTest::newRow(qPrintable("refused: " + text)) << text << true;
    const QStringList something{"Theft",  "2026-0142", "J. Roe", "Arson", "TRAINING-0001",          "K-17",
                                "42/26",  "Stu",       "O'Neil", "Testa", "Nonesuch Road burglary", "盗窃",
                                "Ø. Åse", "17"};
    for (const QString &text : something)
        QTest::newRow(qPrintable("allowed: " + text)) << text << false;
}

void CaseRulesTest::placeholders()
{
    QFETCH(QString, text);
    QFETCH(bool, placeholder);
    QCOMPARE(policy::isPlaceholder(text), placeholder);
}

void CaseRulesTest::caseDetails_data()
{
    QTest::addColumn<QStringList>("fields");
    QTest::addColumn<QString>("unmet");
    const auto row = [](const char *name, const QStringList &fields, const QString &unmet) {
        QTest::newRow(name) << fields << unmet;
    };
    row("complete", {good.number, good.offence, good.purpose, good.requester}, "");
    row("short but real", {"17", "Theft", "Identify", "Ann"}, "");
    row("two ideographs", {"17", "盗窃", "查找失主", "李明"}, "");
    row("all empty", {"", " ", "\t", ""},
        "case-number-missing,offence-missing,purpose-missing,requester-missing");
    row("all placeholders", {"123", "test", "n/a", "xxx"},
        "case-number-placeholder,offence-placeholder,purpose-placeholder,requester-placeholder");
    row("offence of digits", {"17", "1234-8", "Identify", "Ann"}, "offence-placeholder");
    row("two letters", {"17", "Th", "Identify", "JR"}, "offence-placeholder,requester-placeholder");
    row("purpose only", {"17", "Theft", "tbd", "Ann"}, "purpose-placeholder");
}

void CaseRulesTest::caseDetails()
{
    QFETCH(QStringList, fields);
    QFETCH(QString, unmet);
    QCOMPARE(policy::ruleNames(policy::unmetCaseRules({fields[0], fields[1], fields[2], fields[3]})), unmet);
}

void CaseRulesTest::searchGates()
{
    const auto unmet = [](const policy::SearchGateInput &input) {
        return policy::ruleNames(policy::unmetSearchRules(input));
    };
    QCOMPARE(unmet(readyInput()), QString());

    auto input = readyInput();
    input.readOnly = true;
    QCOMPARE(unmet(input), "read-only");

    input = readyInput();
    input.engineReady = false;
    QCOMPARE(unmet(input), "engine-missing");

    input = readyInput();
    input.probeQuality.reset();
    QCOMPARE(unmet(input), "no-probe");

    input = readyInput();
    input.probeQuality->grade = model::FaceQuality::Grade::Unsuitable;
    QCOMPARE(unmet(input), "probe-unsuitable");
    input.probeQuality->grade = model::FaceQuality::Grade::Limited;
    QCOMPARE(unmet(input), QString());

    input = readyInput();
    input.galleryTemplates = 0;
    QCOMPARE(unmet(input), "gallery-empty");
    input.galleryChosen = false;
    QCOMPARE(unmet(input), "no-gallery");

    input = readyInput();
    for (const int limit : {0, -1, 51}) {
        input.limit = limit;
        QCOMPARE(unmet(input), "limit-out-of-range");
    }
    for (const int limit : {1, 50}) {
        input.limit = limit;
        QCOMPARE(unmet(input), QString());
    }
}

void CaseRulesTest::setAsideNeedsAReason()
{
    QCOMPARE(policy::ruleNames(policy::unmetSetAsideRules("")), "reason-missing");
    QCOMPARE(policy::ruleNames(policy::unmetSetAsideRules("n/a")), "reason-missing");
    QVERIFY(policy::unmetSetAsideRules("Ears differ").empty());
}

void CaseRulesTest::everyRuleHasItsName()
{
    QSet<QString> seen;
    for (int i = int(Rule::CaseNumberMissing); i <= int(Rule::CaseworkCase); ++i) {
        const QString name = policy::ruleName(Rule(i));
        QVERIFY(!name.isEmpty());
        QVERIFY(!seen.contains(name));
        seen.insert(name);
        QCOMPARE(policy::ruleFromName(name), std::optional(Rule(i)));
    }
    QVERIFY(!policy::ruleFromName("no-such-rule"));
}

QTEST_GUILESS_MAIN(CaseRulesTest)
#include "tst_caserules.moc"
