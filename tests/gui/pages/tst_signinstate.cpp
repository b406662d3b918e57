// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/signinstate.h"

#include <QtTest>

using namespace likeness;
using pages::SignInState;
using Missing = SignInState::Missing;
using View = SignInState::View;

class TestSignInState : public QObject
{
    Q_OBJECT
private slots:
    void whatIsMissing_data();
    void whatIsMissing();
    void accountNames_data();
    void accountNames();
    void anotherAccountClosesTheCase();
};

void TestSignInState::whatIsMissing_data()
{
    QTest::addColumn<SignInState>("state");
    QTest::addColumn<Missing>("missing");
    const auto signIn = [](const QString &account, const QString &password, bool busy = false) {
        SignInState state;
        state.account = account;
        state.password = password;
        state.isBusy = busy;
        return state;
    };
    const QString long1 = QStringLiteral("a long password"), long2 = QStringLiteral("another password");
    const auto setUp = [](const QString &agency, const QString &account, const QString &fullName,
                          const QString &password, const QString &repeated) {
        SignInState state;
        state.view = View::SetUp;
        state.agency = agency;
        state.account = account;
        state.fullName = fullName;
        state.password = password;
        state.repeated = repeated;
        return state;
    };
    QTest::newRow("nothing typed") << signIn({}, {}) << Missing::Account;
    QTest::newRow("no password") << signIn("ada", {}) << Missing::Password;
    QTest::newRow("ready") << signIn("ada", "x") << Missing::Nothing;
    QTest::newRow("being checked") << signIn("ada", "x", true) << Missing::Busy;
    QTest::newRow("no agency") << setUp({}, "ada", "Ada", long1, long1) << Missing::Agency;
    QTest::newRow("no account") << setUp("PD", {}, "Ada", long1, long1) << Missing::Account;
    QTest::newRow("unfit account") << setUp("PD", "Ada L", "Ada", long1, long1) << Missing::AccountUnfit;
    QTest::newRow("no full name") << setUp("PD", "ada", {}, long1, long1) << Missing::FullName;
    QTest::newRow("short password") << setUp("PD", "ada", "Ada", "eleven char", "eleven char")
                                    << Missing::PasswordShort;
    QTest::newRow("not the same") << setUp("PD", "ada", "Ada", long1, long2) << Missing::PasswordsDiffer;
    QTest::newRow("set up") << setUp("PD", "ada", "Ada", long1, long1) << Missing::Nothing;
}

void TestSignInState::whatIsMissing()
{
    QFETCH(SignInState, state);
    QTEST(state.missing(), "missing");
}

void TestSignInState::accountNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("fit");
    QTest::newRow("plain") << "ada" << true;
    QTest::newRow("with all that is allowed") << "a.lovelace-2" << true;
    QTest::newRow("empty") << "" << false;
    QTest::newRow("capital") << "Ada" << false;
    QTest::newRow("digit first") << "2ada" << false;
    QTest::newRow("space") << "ada l" << false;
    QTest::newRow("of another script") << QString::fromUtf8("адa") << false;
    QTest::newRow("too long") << QString(33, QLatin1Char('a')) << false;
}

void TestSignInState::accountNames()
{
    QFETCH(QString, name);
    QTEST(pages::isAccountName(name), "fit");
}

void TestSignInState::anotherAccountClosesTheCase()
{
    SignInState state;
    state.view = View::Locked;
    state.lockedAccount = QStringLiteral("ada");
    QVERIFY(!state.closesCase()); // nothing typed yet
    state.account = QStringLiteral("ada");
    QVERIFY(!state.closesCase());
    state.account = QStringLiteral("bob");
    QVERIFY(state.closesCase());
    state.view = View::SignIn;
    QVERIFY(!state.closesCase());
}

QTEST_APPLESS_MAIN(TestSignInState)
#include "tst_signinstate.moc"
