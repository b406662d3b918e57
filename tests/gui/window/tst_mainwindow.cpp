// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/emptystate.h"
#include "widgets/common/manualreader.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/pagestack.h"
#include "widgets/common/shortcutsheet.h"
#include "widgets/common/trainingbanner.h"
#include "widgets/window/contextstrip.h"
#include "widgets/window/mainwindow.h"
#include "widgets/window/rail.h"
#include "widgets/words/nametext.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QToolButton>
#include <QTranslator>
#include <QtTest>

using namespace likeness;
using pages::Step;

namespace
{

/// Ctrl and this brings the page forward: 1 to 9, 0, two letters with Shift, and the comma for the settings.
Qt::Key keyOfPage(int index)
{
    static const QList<Qt::Key> further{Qt::Key_0, Qt::Key_T, Qt::Key_W, Qt::Key_Comma};
    return index < 9 ? Qt::Key(Qt::Key_1 + index) : further.at(index - 9);
}
Qt::KeyboardModifiers modifiersOfPage(int index)
{
    return index == 10 || index == 11 ? Qt::ControlModifier | Qt::ShiftModifier : Qt::ControlModifier;
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void railFollowsTheWork();
    void everyPageHasAKey();
    void everyPageWithoutACaseTeaches();
    void trainingAndLeadOnlyStandOnEveryPage();
    void contextStripIsHiddenWithoutAProbe();
    void noTwoActionsShareAKey();
    void keysSheetListsPages();
    void manualIsReadBesideTheWindow();
    void tabReachesEverythingAndShowsIt();
    void errorsAreSaidInTheMessageBar();
    void themeChangesByKey();
    void closingCancelsAndWaits();
    void geometryIsKept();
    void fitsASmallScreen_data();
    void fitsASmallScreen();

private:
    void makeWindow();

    QTemporaryDir m_folder;
    std::shared_ptr<const casework::Workstation> m_workstation;
    std::unique_ptr<settings::SettingsState> m_settings;
    std::unique_ptr<jobs::JobRunner> m_runner;
    std::unique_ptr<models::Workspace> m_workspace;
    std::unique_ptr<window::MainWindow> m_window;
};

void TestMainWindow::initTestCase()
{
    qputenv("LIKENESS_WORKSTATION", QFile::encodeName(m_folder.filePath(QStringLiteral("workstation"))));
    qputenv("LIKENESS_SETTINGS", QFile::encodeName(m_folder.filePath(QStringLiteral("settings.ini"))));
    const auto workstation = casework::Workstation::ofThisMachine();
    QVERIFY(workstation);
    m_workstation = *workstation;
}

void TestMainWindow::makeWindow()
{
    m_settings = std::make_unique<settings::SettingsState>();
    common::applyAppearance(m_settings->appearance());
    m_runner = std::make_unique<jobs::JobRunner>();
    m_workspace = std::make_unique<models::Workspace>(m_workstation, *m_runner);
    m_window = std::make_unique<window::MainWindow>(*m_workspace, *m_settings);
}

void TestMainWindow::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("no icon called|QLayout|Ambiguous")));
    QFile::remove(m_folder.filePath(QStringLiteral("settings.ini")));
    makeWindow();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(m_runner->isIdle());
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_workspace.reset();
    m_runner.reset();
    m_settings.reset();
}

void TestMainWindow::railFollowsTheWork()
{
    const auto buttons = m_window->findChild<window::Rail *>()->findChildren<QToolButton *>();
    QCOMPARE(buttons.size(), 15);
    QTest::mouseClick(buttons.at(int(Step::Compare)), Qt::LeftButton);
    QCOMPARE(m_window->currentPage(), m_window->page(Step::Compare));
    QVERIFY(buttons.at(int(Step::Compare))->isChecked());
    m_window->goTo(Step::Report);
    QVERIFY(!buttons.at(int(Step::Compare))->isChecked());
    QVERIFY(buttons.at(int(Step::Report))->isChecked());
}

void TestMainWindow::everyPageHasAKey()
{
    for (int i = 0; i < m_window->pages().size(); ++i) {
        QTest::keyClick(m_window.get(), keyOfPage(i), modifiersOfPage(i));
        QCOMPARE(m_window->currentPage(), m_window->pages().at(i));
        QVERIFY(m_window->currentPage()->isVisible());
        // The page has the keyboard, so that its own keys work at once.
        QVERIFY2(m_window->focusWidget() == m_window->currentPage() ||
                     m_window->currentPage()->isAncestorOf(m_window->focusWidget()),
                 qPrintable(m_window->currentPage()->windowTitle()));
    }
}

void TestMainWindow::everyPageWithoutACaseTeaches()
{
    for (const Step step : {Step::Evidence, Step::Analyse, Step::Search, Step::Candidates, Step::Compare, Step::Report}) {
        m_window->goTo(step);
        auto *empty = m_window->page(step)->findChild<common::EmptyState *>();
        QVERIFY2(empty && empty->isVisible(), qPrintable(m_window->page(step)->windowTitle()));
        QVERIFY(empty->sentence().endsWith(u'.'));
        auto *label = empty->findChild<QLabel *>();
        QVERIFY2(label->height() >= label->heightForWidth(label->width()), "the sentence is cut off");
        QVERIFY(empty->button()->isVisible());
        QTest::mouseClick(empty->button(), Qt::LeftButton);
        QVERIFY(m_window->currentPage() != m_window->page(step));
    }
}

void TestMainWindow::trainingAndLeadOnlyStandOnEveryPage()
{
    auto *banner = m_window->findChild<common::TrainingBanner *>();
    for (int i = 0; i < m_window->pages().size(); ++i) {
        QTest::keyClick(m_window.get(), keyOfPage(i), modifiersOfPage(i));
        QVERIFY(banner->isVisible());
        bool isLead = false;
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            isLead = isLead || (label->isVisible() && label->toolTip() == words::leadOnly());
        QVERIFY(isLead);
    }
    QCOMPARE(banner->accessibleName(), words::training());
}

void TestMainWindow::contextStripIsHiddenWithoutAProbe()
{
    QVERIFY(!m_window->findChild<window::ContextStrip *>()->isVisible());
}

void TestMainWindow::noTwoActionsShareAKey()
{
    for (int i = 0; i < m_window->pages().size(); ++i) {
        QTest::keyClick(m_window.get(), keyOfPage(i), modifiersOfPage(i));
        common::Page *page = m_window->pages().at(i);
        QHash<QString, QString> users;
        // The picture editor and a recording take their page's place: gui_editing and gui_recording look at
        // their keys.
        const auto isElsewhere = [page](const QAction *action) {
            const auto *part = qobject_cast<QWidget *>(action->parent());
            for (const auto &name : {QStringLiteral("pictureEditor"), QStringLiteral("recordingPanel")}) {
                const auto *other = page->findChild<QWidget *>(name);
                if (other && part && (part == other || other->isAncestorOf(part)))
                    return true;
            }
            return false;
        };
        QList<QAction *> inForce;
        for (QAction *action : page->findChildren<QAction *>())
            if (!isElsewhere(action))
                inForce << action;
        for (QAction *action : m_window->actions()) {
            if (action->isEnabled())
                inForce << action;
        }
        for (const QAction *action : inForce) {
            for (const QKeySequence &key : action->shortcuts()) {
                const QString name = key.toString();
                QVERIFY2(!users.contains(name) || users.value(name) == action->text(),
                         qPrintable(QStringLiteral("%1: %2 is both \"%3\" and \"%4\"")
                                        .arg(page->windowTitle(), name, users.value(name), action->text())));
                users.insert(name, action->text());
            }
        }
    }
}

void TestMainWindow::keysSheetListsPages()
{
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    auto *sheet = m_window->findChild<common::ShortcutSheet *>();
    QVERIFY(sheet && sheet->isVisible());
    QStringList texts;
    for (const QLabel *label : sheet->findChildren<QLabel *>())
        texts << label->text();
    for (const char *expected : {"Ctrl+1", "Ctrl+0", "Ctrl+,", "F1", "Ctrl+Shift+L", "Evidence"})
        QVERIFY2(texts.contains(QString::fromLatin1(expected)), expected);
    sheet->close();
}

void TestMainWindow::manualIsReadBesideTheWindow()
{
    QTest::keyClick(m_window.get(), Qt::Key_F1, Qt::ShiftModifier);
    const QPointer<common::ManualReader> manual = m_window->findChild<common::ManualReader *>();
    QVERIFY(manual);
    QTRY_VERIFY(manual->isVisible());
    QVERIFY(!manual->isModal());
    const QString text = manual->findChild<QTextBrowser *>()->toPlainText();
    for (const char *page : {"Case", "Evidence", "Analyse", "Verify", "Search", "Candidates", "Compare", "Report", "Galleries", "Audit"})
        QVERIFY2(text.contains(QLatin1String(page)), page);
    QVERIFY(text.contains(QLatin1String("never an identification")));
    QTRY_COMPARE(QApplication::activeWindow(), manual.data());
    QTest::keyClick(manual->findChild<QTextBrowser *>(), Qt::Key_Escape);
    QTRY_VERIFY(!manual || !manual->isVisible());
}

void TestMainWindow::tabReachesEverythingAndShowsIt()
{
    for (int i = 0; i < m_window->pages().size(); ++i) {
        QTest::keyClick(m_window.get(), keyOfPage(i), modifiersOfPage(i));
        QTRY_VERIFY(m_runner->isIdle());
        QSet<QWidget *> reached;
        for (int presses = 0; presses < 80; ++presses) {
            QTest::keyClick(m_window->focusWidget() ? m_window->focusWidget() : m_window.get(), Qt::Key_Tab);
            QWidget *now = m_window->focusWidget();
            QVERIFY(now);
            if (reached.contains(now))
                break;
            reached.insert(now);
            QVERIFY2(now->isVisible(), now->metaObject()->className());
            const QImage with = now->grab().toImage();
            now->clearFocus();
            const QImage without = now->grab().toImage();
            now->setFocus(Qt::TabFocusReason);
            QVERIFY2(with != without, qPrintable(QStringLiteral("%1: the focus is not seen on %2 %3")
                                                     .arg(m_window->pages().at(i)->windowTitle(),
                                                          QLatin1String(now->metaObject()->className()),
                                                          now->accessibleName())));
        }
        // The rail, and whatever the page has: more than one thing, and not without end.
        QVERIFY(reached.size() >= 10 && reached.size() < 80);
        for (const QPushButton *button : m_window->pages().at(i)->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->isEnabled())
                QVERIFY2(reached.contains(const_cast<QPushButton *>(button)), qPrintable(button->text()));
        }
    }
}

void TestMainWindow::errorsAreSaidInTheMessageBar()
{
    QVERIFY(m_window->messageBar()->sentence().isEmpty());
    m_workspace->openCase(m_folder.filePath(QStringLiteral("no such case")));
    QTRY_VERIFY(!m_window->messageBar()->sentence().isEmpty());
    QVERIFY(m_window->messageBar()->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!m_window->messageBar()->isVisible());
}

void TestMainWindow::themeChangesByKey()
{
    const bool before = common::colors().dark;
    QTest::keyClick(m_window.get(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(common::colors().dark != before);
    QCOMPARE(m_settings->appearance(), before ? common::Appearance::Light : common::Appearance::Dark);
    const QImage picture = m_window->grab().toImage();
    QCOMPARE(picture.pixelColor(picture.width() - 3, picture.height() - 3), common::colors().panel);
}

void TestMainWindow::closingCancelsAndWaits()
{
    auto entered = std::make_shared<QSemaphore>();
    auto open = std::make_shared<QSemaphore>();
    m_runner->run<int>(
        QStringLiteral("Slow to stop"), {}, this,
        [entered, open](base::Progress &) -> base::Result<int> {
            entered->release();
            open->acquire();
            return base::fail(base::ErrorCode::Cancelled, {});
        },
        [](base::Result<int>) {});
    entered->acquire();
    QVERIFY(!m_window->close());
    QVERIFY(m_window->isVisible());
    QVERIFY(!m_window->messageBar()->sentence().isEmpty());
    open->release();
    QTRY_VERIFY(!m_window->isVisible());
    QVERIFY(m_runner->isIdle());
}

void TestMainWindow::geometryIsKept()
{
    m_window->resize(1111, 701);
    QVERIFY(m_window->close());
    cleanup();
    makeWindow();
    QCOMPARE(m_window->size(), QSize(1111, 701));
}

void TestMainWindow::fitsASmallScreen_data()
{
    QTest::addColumn<QString>("language");
    QTest::addRow("English") << QStringLiteral("en");
    QTest::addRow("words longer by 40%%") << QStringLiteral("pseudo");
}

void TestMainWindow::fitsASmallScreen()
{
    QFETCH(QString, language);
    QTranslator translator;
    QVERIFY(translator.load(QStringLiteral(":/likeness/translations/likeness_%1.qm").arg(language)));
    QCoreApplication::installTranslator(&translator);
    cleanup();
    makeWindow();
    m_window->show();
    auto *stack = m_window->findChild<common::PageStack *>();
    QVERIFY(stack);
    const QToolButton *evidence = m_window->findChild<window::Rail *>()->findChildren<QToolButton *>().at(1);
    QCOMPARE(evidence->text() == QStringLiteral("Evidence"), language == QStringLiteral("en"));
    for (int i = 0; i < m_window->pages().size(); ++i) {
        common::Page *page = m_window->pages().at(i);
        stack->setCurrentWidget(page); // only the page in front is asked
        page->showContent();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        const QSize least = m_window->centralWidget()->minimumSizeHint();
        QVERIFY2(least.width() <= 1366 && least.height() <= 768 - 40, // a panel of the desktop
                 qPrintable(QStringLiteral("%1: %2 x %3")
                                .arg(page->windowTitle())
                                .arg(least.width())
                                .arg(least.height())));
    }
    m_window->resize(1366, 728);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QCOMPARE(m_window->size(), QSize(1366, 728));
    QCoreApplication::removeTranslator(&translator);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
