// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/audit/verbs.h"
#include "tests/gui/journeys/bench.h"
#include "widgets/pages/signinpage.h"
#include "widgets/window/idlewatch.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

using namespace likeness;
using Access = models::Workspace::Access;
using pages::Step;
using tests::Bench;
namespace verbs = audit::verbs;

namespace
{

int workstationEntries(Bench &bench, const QString &verb)
{
    const auto entries = bench.workspace().workstation().record().auditEntries(1, 100000);
    if (!entries)
        return -1;
    return int(std::count_if(entries->begin(), entries->end(),
                             [&](const auto &entry) { return entry.act.verb == verb; }));
}

QString said(Bench &bench)
{
    return bench.window().signInPage()->findChild<QLabel *>(QStringLiteral("signInSaid"))->text();
}

void type(Bench &bench, const char *field, const QString &text)
{
    auto *edit = bench.window().signInPage()->findChild<QLineEdit *>(QString::fromLatin1(field));
    edit->clear();
    QTest::keyClicks(edit, text);
}

} // namespace

/// Who may come in: the first supervisor, wrong passwords, the lock, another account, signing out.
class TestAccounts : public QObject
{
    Q_OBJECT
private slots:
    void firstSupervisorIsMadeInTheWindow();
    void wrongPasswordIsSaidCalmly();
    void lockHidesEverythingAndKeepsTheWork();
    void anotherAccountClosesTheCase();
    void idleLocks();
    void supervisorAddsAnAccount();
    void whoManagesNothingSeesNoAccounts();
};

void TestAccounts::firstSupervisorIsMadeInTheWindow()
{
    Bench bench;
    QVERIFY(bench.workspace().isTraining());
    QVERIFY(!bench.window().isClosedOff());
    QTest::keyClick(&bench.window(), Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(bench.window().isClosedOff());
    QTest::keyClick(bench.window().signInPage(), Qt::Key_Escape); // training goes on
    QTRY_VERIFY(!bench.window().isClosedOff());
    QTest::keyClick(&bench.window(), Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
    auto *main = bench.window().signInPage()->mainButton();
    QVERIFY(!main->isEnabled());
    type(bench, "agencyName", QStringLiteral("Harbour Police"));
    type(bench, "account", QStringLiteral("eve"));
    type(bench, "fullName", QStringLiteral("Eve Adler"));
    type(bench, "password", Bench::password);
    type(bench, "repeated", QStringLiteral("something else"));
    QVERIFY(!main->isEnabled());
    type(bench, "repeated", Bench::password);
    QVERIFY(main->isEnabled());
    QTest::mouseClick(main, Qt::LeftButton);
    QVERIFY(bench.settle());
    QVERIFY2(bench.workspace().access() == Access::Working, qPrintable(said(bench)));
    QVERIFY(!bench.window().isClosedOff());
    QCOMPARE(bench.workspace().actor().name, QStringLiteral("eve"));
    QVERIFY(bench.workspace().actor().roles.testFlag(model::Role::Supervisor));
    // No training anywhere any more, and the header says who works.
    QVERIFY(!tests::readableTexts(&bench.window()).contains(QStringLiteral("TRAINING - NOT FOR CASEWORK")) ||
            !bench.window().findChild<QWidget *>(QStringLiteral("trainingBanner"))->isVisible());
    QVERIFY(bench.window()
                .findChild<QToolButton *>(QStringLiteral("accountButton"))
                ->text()
                .contains(QStringLiteral("eve")));
}

void TestAccounts::wrongPasswordIsSaidCalmly()
{
    Bench bench;
    QVERIFY(bench.foundAgency());
    QVERIFY(bench.window().isClosedOff());
    const auto attempt = [&](const QString &account, const QString &password) {
        type(bench, "account", account);
        type(bench, "password", password);
        QTest::mouseClick(bench.window().signInPage()->mainButton(), Qt::LeftButton);
        QVERIFY(bench.settle());
    };
    attempt(QStringLiteral("ada"), QStringLiteral("not the password"));
    QVERIFY(bench.window().isClosedOff());
    const QString wrong = said(bench);
    QVERIFY(!wrong.isEmpty());
    QVERIFY(
        bench.window().signInPage()->findChild<QLineEdit *>(QStringLiteral("password"))->text().isEmpty());
    // Whether there is such an account is not told.
    attempt(QStringLiteral("nobody"), QStringLiteral("not the password"));
    QCOMPARE(said(bench).replace(QStringLiteral("nobody"), QStringLiteral("ada")), wrong);
    for (int i = 0; i < bench.workspace().profile()->wrongPasswords; ++i)
        attempt(QStringLiteral("ada"), QStringLiteral("not the password"));
    attempt(QStringLiteral("ada"), Bench::password); // locked by now, also for the right one
    QVERIFY(bench.window().isClosedOff());
    QVERIFY(said(bench) != wrong);
    QVERIFY(workstationEntries(bench, verbs::signInFailed) >= 3);
    QVERIFY(bench.signIn(QStringLiteral("bob")));
    QCOMPARE(workstationEntries(bench, verbs::signedIn), 2); // eve founded, bob came
}

void TestAccounts::lockHidesEverythingAndKeepsTheWork()
{
    Bench bench;
    QVERIFY(bench.foundAgency());
    QVERIFY(bench.signIn(QStringLiteral("ada")));
    bench.workspace().createCase(bench.folder(QStringLiteral("case")),
                                 {QStringLiteral("2026-0142"), QStringLiteral("Robbery"),
                                  QStringLiteral("Find who took the bag"), QStringLiteral("J. Roe")});
    QVERIFY(bench.settle());
    QVERIFY(bench.workspace().hasCase());
    bench.go(Step::Evidence);
    QTest::keyClick(&bench.window(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(bench.window().isClosedOff());
    QVERIFY(bench.settle());
    QVERIFY(!bench.workspace().workstation().isSignedIn()); // the key is gone
    // Nothing of the work can be reached or read.
    for (int key = Qt::Key_0; key <= Qt::Key_9; ++key)
        QTest::keyClick(&bench.window(), Qt::Key(key), Qt::ControlModifier);
    for (const QKeySequence &key : {QKeySequence(Qt::CTRL | Qt::Key_N), QKeySequence(Qt::CTRL | Qt::Key_W)})
        QTest::keySequence(&bench.window(), key);
    QVERIFY(bench.window().isClosedOff());
    QVERIFY(bench.workspace().hasCase());
    for (common::Page *page : bench.window().pages())
        QVERIFY(!page->isVisible());
    QVERIFY(bench.signIn(QStringLiteral("ada")));
    QVERIFY(bench.workspace().hasCase());
    QVERIFY(bench.step() == Step::Evidence); // where the work was left
}

void TestAccounts::anotherAccountClosesTheCase()
{
    Bench bench;
    QVERIFY(bench.foundAgency());
    QVERIFY(bench.signIn(QStringLiteral("ada")));
    bench.workspace().createCase(bench.folder(QStringLiteral("case")),
                                 {QStringLiteral("2026-0142"), QStringLiteral("Robbery"),
                                  QStringLiteral("Find who took the bag"), QStringLiteral("J. Roe")});
    QVERIFY(bench.settle());
    QTest::keyClick(&bench.window(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(bench.settle());
    QVERIFY(bench.signIn(QStringLiteral("bob")));
    QVERIFY(!bench.workspace().hasCase());
    QVERIFY(bench.step() == Step::Case);
    QVERIFY(bench.signOut());
    QVERIFY(bench.window().isClosedOff());
    QCOMPARE(workstationEntries(bench, verbs::signedOut) > 0, true);
}

void TestAccounts::idleLocks()
{
    Bench bench;
    QVERIFY(bench.foundAgency());
    QVERIFY(!bench.window().idleWatch()->isWatching());
    QVERIFY(bench.signIn(QStringLiteral("ada")));
    QVERIFY(bench.window().idleWatch()->isWatching());
    QCOMPARE(bench.window().idleWatch()->allowed(),
             std::chrono::minutes(bench.workspace().profile()->idleLockMinutes));
    bench.window().idleWatch()->start(std::chrono::milliseconds(1));
    QTRY_VERIFY(bench.window().isClosedOff());
    QVERIFY(bench.settle());
    QCOMPARE(bench.workspace().lockedAccount(), QStringLiteral("ada"));
    QTRY_COMPARE(workstationEntries(bench, verbs::lockedIdle), 1);
}

void TestAccounts::supervisorAddsAnAccount()
{
    Bench bench;
    QVERIFY(bench.foundAgency());
    QVERIFY(bench.signIn(QStringLiteral("eve")));
    bench.window().goToSettings();
    QVERIFY(bench.settle());
    auto *settings = bench.window().pages().last();
    const auto edit = [&](const char *name) {
        return settings->findChild<QLineEdit *>(QString::fromLatin1(name));
    };
    edit("newAccount")->setText(QStringLiteral("tom"));
    edit("accountFullName")->setText(QStringLiteral("Tom Dale"));
    edit("firstPassword")->setText(Bench::password);
    auto *apply = settings->findChild<QPushButton *>(QStringLiteral("applyAccount"));
    QVERIFY(!apply->isEnabled()); // no role yet
    settings->findChild<QCheckBox *>(QStringLiteral("role-verifier"))->setChecked(true);
    QVERIFY(apply->isEnabled());
    apply->click();
    QVERIFY(bench.settle());
    const auto added = bench.workspace().workstation().agency()->account(QStringLiteral("tom"));
    QVERIFY(added);
    QVERIFY(added->roles == model::Role::Verifier);
    QVERIFY(bench.signOut());
    QVERIFY(bench.signIn(QStringLiteral("tom")));
}

void TestAccounts::whoManagesNothingSeesNoAccounts()
{
    Bench bench;
    QVERIFY(bench.foundAgency());
    QVERIFY(bench.signIn(QStringLiteral("ada")));
    bench.window().goToSettings();
    QVERIFY(bench.settle());
    auto *settings = bench.window().pages().last();
    QVERIFY(!settings->findChild<QComboBox *>(QStringLiteral("accountChoice"))->isVisible());
    QVERIFY(settings->findChild<QLineEdit *>(QStringLiteral("oldPassword"))->isVisible());
    bench.go(Step::Audit);
    QVERIFY(!bench.page(Step::Audit)->mainButton()->isEnabled());
}

QTEST_MAIN(TestAccounts)
#include "tst_accounts.moc"
