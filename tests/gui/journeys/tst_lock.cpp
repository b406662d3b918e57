// SPDX-License-Identifier: GPL-3.0-or-later
// What stands before the work: wrong passwords, a locked account, a workstation that was left alone.
#include "tests/gui/journeys/examinationbench.h"
#include "tests/gui/journeys/textwalker.h"
#include "tests/support/testdata.h"
#include "widgets/pages/signinpage.h"
#include "widgets/window/idlewatch.h"
#include "widgets/words/errortext.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using namespace likeness;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using pages::Step;
using tests::Bench;
using tests::press;

namespace
{

constexpr int patienceMs = 120000; // a ceiling for a loaded machine, not a wait

void collectShown(QStringList &texts, QAccessibleInterface *node)
{
    if (!node || !node->isValid() || node->state().invisible)
        return;
    texts << node->text(QAccessible::Name) << node->text(QAccessible::Description)
          << node->text(QAccessible::Value);
    for (int i = 0; i < node->childCount(); ++i)
        collectShown(texts, node->child(i));
}

/// What eyes or a screen reader can find in a window now.
QString shownIn(QWidget *window)
{
    QAccessible::setActive(true);
    QStringList texts;
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (!top->isVisible())
            continue;
        texts << top->windowTitle();
        collectShown(texts, QAccessible::queryAccessibleInterface(top));
    }
    for (const auto *label : window->findChildren<QLabel *>())
        if (label->isVisible())
            texts << label->text() << label->toolTip();
    return texts.join(u'\n');
}

} // namespace

class TestLock : public QObject
{
    Q_OBJECT
private slots:
    void wrongPasswordsLockTheAccount();
    void nothingShowsThroughTheLock();

private:
    static QString attempt(Bench &bench, const QString &account, const QString &password);
};

QString TestLock::attempt(Bench &bench, const QString &account, const QString &password)
{
    auto *page = bench.window().signInPage();
    auto *name = page->findChild<QLineEdit *>(u"account"_s);
    name->setFocus();
    tests::retype(account);
    press(Qt::Key_Return); // leads to the password
    tests::type(password);
    press(Qt::Key_Return);
    if (!bench.settle())
        return {};
    return page->findChild<QLabel *>(u"signInSaid"_s)->text();
}

void TestLock::wrongPasswordsLockTheAccount()
{
    Bench bench;
    QVERIFY(bench.foundAgency());
    const auto said = [](ErrorCode code, const char *account) {
        return words::sentence(base::Error{code, QString::fromLatin1(account), {}});
    };
    for (int i = 0; i < bench.workspace().profile()->wrongPasswords; ++i)
        QCOMPARE(attempt(bench, u"ada"_s, u"not the password"_s), said(ErrorCode::PasswordWrong, "ada"));
    QCOMPARE(attempt(bench, u"ada"_s, Bench::password), said(ErrorCode::AccountLocked, "ada"));
    QVERIFY(bench.window().isClosedOff());
    // Whether there is such an account is not told, and others are not locked with it.
    QCOMPARE(attempt(bench, u"nobody"_s, u"not the password"_s), said(ErrorCode::PasswordWrong, "nobody"));
    QVERIFY(bench.signIn(u"bob"_s));
}

void TestLock::nothingShowsThroughTheLock()
{
    Bench bench;
    QVERIFY(bench.foundAgency());
    QVERIFY(bench.signIn(u"ada"_s));
    const QStringList ofTheCase{u"2026-0142"_s, u"Robbery"_s, u"the bag"_s, u"Roe"_s, u"kestrel"_s};
    bench.workspace().createCase(bench.folder(u"case"_s), {u"2026-0142"_s, u"Robbery at the harbour"_s,
                                                           u"Find who took the bag"_s, u"J. Roe"_s});
    QVERIFY(bench.settle());
    const QString still = bench.folder(u"kestrel-still.jpg"_s);
    QVERIFY(QFile::copy(tests::samplesDirectory() + u"/sample3.jpg"_s, still));
    const auto wholeCase = [&] {
        bench.go(Step::Case);
        QCoreApplication::processEvents();
        const QString shown = shownIn(&bench.window());
        bench.go(Step::Evidence);
        return shown + shownIn(&bench.window());
    };
    bench.go(Step::Evidence);
    bench.prompts().files = {still};
    press(Qt::Key_I, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!bench.workspace().contents().evidence.empty(), patienceMs);
    QVERIFY(bench.settle());
    const QString before = wholeCase();
    for (const QString &word : ofTheCase) // what is looked for can be found
        QVERIFY2(before.contains(word), qPrintable(word));
    QVERIFY(bench.window().windowTitle().contains(ofTheCase.front()));

    // Nobody touches anything for as long as is allowed.
    bench.window().idleWatch()->start(std::chrono::milliseconds(1));
    QTRY_VERIFY(bench.window().isClosedOff());
    QVERIFY(bench.settle());
    const auto hides = [&] {
        const QString shown = shownIn(&bench.window());
        QVERIFY(shown.contains(u"ada works here and is away. The work is kept as it stands."_s));
        for (const QString &word : ofTheCase)
            QVERIFY2(!shown.contains(word), qPrintable(word + u'\n' + shown));
    };
    hides();
    for (int key = Qt::Key_0; key <= Qt::Key_9; ++key)
        press(key, Qt::ControlModifier);
    for (const int key : {Qt::Key_N, Qt::Key_O, Qt::Key_W, Qt::Key_I, Qt::Key_K, Qt::Key_C})
        press(key, Qt::ControlModifier);
    press(Qt::Key_F1);
    hides();
    QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    QVERIFY(!attempt(bench, u"ada"_s, u"not the password"_s).isEmpty());
    hides();
    QVERIFY(bench.signIn(u"ada"_s));
    QVERIFY(bench.window().windowTitle().contains(ofTheCase.front()));
    QCOMPARE(bench.step(), Step::Evidence); // where the work was left
}

QTEST_MAIN(TestLock)
#include "tst_lock.moc"
