// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/caserules.h"

#include <QTest>

using namespace likeness;
using policy::Rule;

namespace
{

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
    void profileOnCases_data();
    void profileOnCases();
    void searchGates();
    void searchGatesOfAccounts();
    void searchGatesOfTheProfile();
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

void CaseRulesTest::profileOnCases_data()
{
    QTest::addColumn<QString>("offence");
    QTest::addColumn<QString>("purpose");
    QTest::addColumn<QString>("unmet");
    const auto row = [](const char *offence, const char *purpose, const char *unmet) {
        QTest::addRow("%s / %s", offence, purpose)
            << QString::fromUtf8(offence) << QString::fromUtf8(purpose) << QString::fromLatin1(unmet);
    };
    row("Theft", "Find the owner", "");
    row("  tHEFT ", "Find the owner", "");
    row("Vol \u00e0 main arm\u00e9e", "Find the owner", "");
    row("vol a main armee", "Find the owner", "");
    row("Theft of a bicycle", "Find the owner", "offence-not-allowed");
    row("Thefts", "Find the owner", "offence-not-allowed");
    row("Jaywalking", "Find the owner", "offence-not-allowed");
    row("", "Find the owner", "offence-missing");
    row("Theft", "Who was at the protest", "purpose-refused");
    row("Theft", "PROTEST.", "purpose-refused");
    row("Theft", "Faces of the protest-march", "purpose-refused");
    row("Theft", "Faces of the pro\u00adtest", "purpose-refused"); // a soft hyphen
    row("Theft", "Faces of the pr\u00f3test", "purpose-refused");
    row("Theft", "Faces of the \uff50\uff52\uff4f\uff54\uff45\uff53\uff54", "purpose-refused"); // full width
    row("Theft", "Members of a  Trade \n union", "purpose-refused");
    row("Theft", "Trade of union bonds", "");
    row("Theft", "Witness protested against a bill", ""); // whole words
    row("Theft", "Protestant church robbed", "");
    row("Theft", "Visitors of the Moschee", "purpose-refused");
    row("Protest", "Find the owner", "offence-not-allowed,purpose-refused");
}

void CaseRulesTest::profileOnCases()
{
    QFETCH(QString, offence);
    QFETCH(QString, purpose);
    QFETCH(QString, unmet);
    policy::Profile profile;
    profile.requiredFields = QStringList{"number", "offence", "purpose", "requester"};
    profile.offences = QStringList{"Theft", "Vol \u00e0 main arm\u00e9e"};
    profile.refusedPurposes = {{"protest", {"protest", "trade union"}}, {"worship", {"Moschee", ""}}};
    const model::CaseDetails details{"17", offence, purpose, "J. Roe"};
    QCOMPARE(policy::ruleNames(policy::unmetCaseRules(details, profile)), unmet);
    // A case that is older than the profile is looked at again when it searches.
    auto input = readyInput();
    input.profile = profile;
    input.details = details;
    QCOMPARE(policy::ruleNames(policy::unmetSearchRules(input)),
             unmet == "offence-missing" ? QString() : unmet);
    // Nothing is refused where the profile refuses nothing.
    profile.offences.clear();
    profile.refusedPurposes.clear();
    QCOMPARE(policy::ruleNames(policy::unmetCaseRules(details, profile)),
             offence.isEmpty() ? "offence-missing" : QString());
    // Offence and purpose are asked for, whatever the profile says; the others as it says.
    profile.requiredFields.clear();
    QCOMPARE(policy::ruleNames(policy::unmetCaseRules({}, profile)), "offence-missing,purpose-missing");
    QCOMPARE(policy::ruleNames(policy::unmetCaseRules({"xxx", "Theft", "Find the owner", "xx"}, profile)),
             "case-number-placeholder,requester-placeholder");
}

void CaseRulesTest::searchGatesOfAccounts()
{
    const QDate today(2026, 11, 23);
    auto input = readyInput();
    input.today = today;
    input.actor = {"evelyn", "desk", false, {}, model::Role::Detective, today, {}};
    const auto unmet = [&] { return policy::ruleNames(policy::unmetSearchRules(input)); };
    QCOMPARE(unmet(), QString());
    input.actor.trainedUntil = today.addDays(-1);
    QCOMPARE(unmet(), "training-expired");
    input.actor.roles = model::Role::Supervisor;
    QCOMPARE(unmet(), "role-missing,training-expired");
    input.actor.trainedUntil = {};
    input.actor.roles = model::Role::Examiner;
    QCOMPARE(unmet(), "training-expired");
    input.actor.training = true;
    QCOMPARE(unmet(), QString());
}

void CaseRulesTest::searchGatesOfTheProfile()
{
    using Grade = model::FaceQuality::Grade;
    auto input = readyInput();
    const auto unmet = [&] { return policy::ruleNames(policy::unmetSearchRules(input)); };
    input.profile.maximumLimit = 10;
    QCOMPARE(unmet(), "limit-over-profile");
    input.limit = 10;
    QCOMPARE(unmet(), QString());
    input.limit = 51;
    QCOMPARE(unmet(), "limit-out-of-range");

    input = readyInput();
    input.profile.refusedKinds = {model::ProbeKind::Sketch, model::ProbeKind::LookAlike};
    for (const model::ProbeKind kind : model::allProbeKinds()) {
        input.probeKind = kind;
        const bool refused = kind == model::ProbeKind::Sketch || kind == model::ProbeKind::LookAlike;
        QCOMPARE(unmet(), refused ? "probe-kind-refused" : QString());
    }

    // Rows: the profile's lowest grade. Columns: the probe's. An unsuitable one never passes by the profile.
    const bool passes[3][3] = {{true, false, false}, {true, true, false}, {true, true, false}};
    for (int lowest = 0; lowest < 3; ++lowest)
        for (int grade = 0; grade < 3; ++grade) {
            input = readyInput();
            input.profile.lowestGrade = Grade(lowest);
            input.probeQuality->grade = Grade(grade);
            QCOMPARE(unmet(), passes[lowest][grade] ? QString() : "probe-unsuitable");
            input.probeOverridden = true;
            QCOMPARE(unmet(), QString());
        }
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
