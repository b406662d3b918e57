// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/accountrules.h"

#include <QTest>

using namespace likeness;
using namespace likeness::policy;
using model::Role;

namespace
{

using RuleList = std::vector<Rule>;
const QDate today(2026, 11, 23);

model::Actor actorWith(model::Roles roles, const QDate &trainedUntil = today)
{
    model::Actor actor;
    actor.name = "a";
    actor.training = false;
    actor.roles = roles;
    actor.trainedUntil = trainedUntil;
    return actor;
}

} // namespace

class AccountRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void whoMayDoWhat_data();
    void whoMayDoWhat();
    void training();
    void nobodyAndTrainingMode();
    void anotherRoleSet();
};

void AccountRulesTest::whoMayDoWhat_data()
{
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<QString>("roles"); // the first letters of those who may
    const auto row = [](const char *name, Deed deed, const char *roles) {
        QTest::newRow(name) << deed << QString(roles);
    };
    row("create case", Deed::CreateCase, "des");
    row("add evidence", Deed::AddEvidence, "de");
    row("choose faces", Deed::ChooseFaces, "de");
    row("analyse", Deed::Analyse, "e");
    row("search", Deed::Search, "de");
    row("see candidates", Deed::SeeCandidates, "desa");
    row("set aside", Deed::SetAside, "de");
    row("compare", Deed::Compare, "e");
    row("request verification", Deed::RequestVerification, "de");
    row("verify", Deed::Verify, "v");
    row("adjudicate", Deed::Adjudicate, "s");
    row("override", Deed::OverrideRule, "s");
    row("export report", Deed::ExportReport, "des");
    row("export disclosure", Deed::ExportDisclosure, "s");
    row("statistics", Deed::SeeStatistics, "sa");
    row("audit", Deed::ReadAudit, "sa");
    row("enrol", Deed::Enrol, "g");
    row("accounts", Deed::ManageAccounts, "s");
    row("evaluate the engine", Deed::EvaluateEngine, "sag");
}

void AccountRulesTest::whoMayDoWhat()
{
    QFETCH(Deed, deed);
    QFETCH(QString, roles);
    for (const Role role : model::allRoles()) {
        const bool may = roles.contains(model::roleName(role).front());
        QCOMPARE(unmetRoleRules(deed, actorWith(role), today),
                 may ? RuleList{} : RuleList{Rule::RoleMissing});
    }
}

void AccountRulesTest::training()
{
    const model::Roles all =
        Role::Detective | Role::Examiner | Role::Verifier | Role::Supervisor | Role::GalleryManager;
    const RuleList expired{Rule::TrainingExpired};
    for (const Deed deed : {Deed::Search, Deed::Compare, Deed::Verify}) {
        QCOMPARE(unmetRoleRules(deed, actorWith(all, today), today), RuleList{}); // the last day counts
        QCOMPARE(unmetRoleRules(deed, actorWith(all, today.addDays(-1)), today), expired);
        QCOMPARE(unmetRoleRules(deed, actorWith(all, QDate()), today), expired);
        QCOMPARE(unmetRoleRules(deed, actorWith(Role::Auditor, QDate()), today),
                 RuleList({Rule::RoleMissing, Rule::TrainingExpired}));
    }
    for (const Deed deed : {Deed::CreateCase, Deed::AddEvidence, Deed::Analyse, Deed::Adjudicate, Deed::Enrol,
                            Deed::ManageAccounts})
        QCOMPARE(unmetRoleRules(deed, actorWith(all, QDate()), today), RuleList{});
}

void AccountRulesTest::nobodyAndTrainingMode()
{
    const model::Actor nobody = actorWith({});
    model::Actor trainee;
    for (int deed = int(Deed::CreateCase); deed <= int(Deed::ManageAccounts); ++deed) {
        QCOMPARE(unmetRoleRules(Deed(deed), nobody, today), RuleList{Rule::RoleMissing});
        QCOMPARE(unmetRoleRules(Deed(deed), trainee, today), RuleList{});
    }
}

void AccountRulesTest::anotherRoleSet()
{
    const model::Roles anyOf = Role::Supervisor | Role::Examiner;
    QCOMPARE(unmetRoleRules(anyOf, actorWith(Role::Examiner)), RuleList{});
    QCOMPARE(unmetRoleRules(anyOf, actorWith(Role::Detective)), RuleList{Rule::RoleMissing});
    QCOMPARE(unmetRoleRules(anyOf, model::Actor()), RuleList{});
}

QTEST_GUILESS_MAIN(AccountRulesTest)
#include "tst_accountrules.moc"
