// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/accountsstate.h"

#include <QtTest>

using namespace likeness;
using model::Role;
using settings::AccountsState;
using Missing = AccountsState::Missing;

namespace
{

model::Account account(const QString &name, model::Roles roles)
{
    return {name, QStringLiteral("Somebody"), roles, QDate(2027, 1, 1), QString(64, QLatin1Char('a'))};
}

AccountsState agency()
{
    AccountsState state;
    state.accounts = {account(QStringLiteral("eve"), Role::Supervisor),
                      account(QStringLiteral("ada"), Role::Examiner)};
    return state;
}

} // namespace

class TestAccountsState : public QObject
{
    Q_OBJECT
private slots:
    void newAccountNeedsEverything();
    void changedAccountMustDiffer();
    void lastSupervisorStays();
    void profileIsReadInWords();
};

void TestAccountsState::newAccountNeedsEverything()
{
    auto state = agency();
    QVERIFY(state.missing() == Missing::Name);
    state.edited.name = QStringLiteral("Tom D");
    QVERIFY(state.missing() == Missing::NameUnfit);
    state.edited.name = QStringLiteral("ada");
    QVERIFY(state.missing() == Missing::NameTaken);
    state.edited.name = QStringLiteral("tom");
    QVERIFY(state.missing() == Missing::FullName);
    state.edited.fullName = QStringLiteral("Tom Dale");
    QVERIFY(state.missing() == Missing::Roles);
    state.edited.roles = Role::Verifier;
    state.password = QString(11, QLatin1Char('x'));
    QVERIFY(state.missing() == Missing::PasswordShort);
    state.password += QLatin1Char('x');
    QVERIFY(state.missing() == Missing::Nothing);
}

void TestAccountsState::changedAccountMustDiffer()
{
    auto state = agency();
    state.isNew = false;
    state.edited = state.accounts[1];
    QVERIFY(state.missing() == Missing::Unchanged);
    state.edited.trainedUntil = QDate(2028, 1, 1);
    QVERIFY(state.missing() == Missing::Nothing);
}

void TestAccountsState::lastSupervisorStays()
{
    auto state = agency();
    state.isNew = false;
    state.edited = state.accounts[0];
    state.edited.disabled = true;
    QVERIFY(state.missing() == Missing::LastSupervisor);
    state.accounts.push_back(account(QStringLiteral("otto"), Role::Supervisor));
    QVERIFY(state.missing() == Missing::Nothing);
    state.accounts.back().disabled = true; // one who may not sign in manages nothing
    QVERIFY(state.missing() == Missing::LastSupervisor);
}

void TestAccountsState::profileIsReadInWords()
{
    policy::Profile profile;
    profile.name = QStringLiteral("Harbour");
    profile.version = QStringLiteral("3");
    profile.refusedPurposes = {{QStringLiteral("protest"), {QStringLiteral("march")}}};
    profile.refusedKinds = {model::ProbeKind::Sketch};
    QString all;
    for (const auto &[caption, value] : settings::profileFacts(profile)) {
        QVERIFY2(!caption.isEmpty() && !value.isEmpty(), qPrintable(caption));
        all += caption + QLatin1Char('=') + value + QLatin1Char('\n');
    }
    for (const char *expected : {"Harbour", "protest", "sketch", "supervisor", "any that is named"})
        QVERIFY2(all.contains(QLatin1String(expected)), qPrintable(all));
}

QTEST_APPLESS_MAIN(TestAccountsState)
#include "tst_accountsstate.moc"
