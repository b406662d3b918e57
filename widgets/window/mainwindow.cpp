// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/mainwindow.h"

#include "widgets/common/icons.h"
#include "widgets/common/manualreader.h"
#include "widgets/common/pagestack.h"
#include "widgets/common/shortcutsheet.h"
#include "widgets/common/theme.h"
#include "widgets/common/trainingbanner.h"
#include "widgets/pages/choicelist.h"
#include "widgets/pages/signinpage.h"
#include "widgets/settings/settingspage.h"
#include "widgets/viewer/comparisonview.h"
#include "widgets/viewer/pictureviewer.h"
#include "widgets/viewer/timeline.h"
#include "widgets/window/contextstrip.h"
#include "widgets/window/header.h"
#include "widgets/window/idlewatch.h"
#include "widgets/window/rail.h"
#include "widgets/window/statebanner.h"
#include "widgets/words/errortext.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QStackedWidget>

namespace likeness::window
{

using common::gridPx;
using pages::Step;

namespace
{

constexpr Step steps[] = {Step::Case,    Step::Evidence, Step::Analyse,   Step::Search, Step::Candidates, Step::Compare,
                          Step::Verify,  Step::Report,   Step::Galleries, Step::Audit,  Step::SelfTest,
                          Step::EngineCard};

/// Ctrl+1 to Ctrl+9, Ctrl+0 for the tenth, a letter for those after it, and the desktop's own key for the settings.
QKeySequence keyOfPage(int index)
{
    if (index >= int(std::size(steps)))
        return QKeySequence(Qt::CTRL | Qt::Key_Comma);
    if (steps[index] == Step::SelfTest)
        return QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T);
    if (steps[index] == Step::EngineCard)
        return QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W);
    return QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + (index + 1) % 10));
}

} // namespace

MainWindow::MainWindow(models::Workspace &workspace, settings::SettingsState &settings, QWidget *parent)
    : QMainWindow(parent), m_workspace(workspace), m_settings(settings)
{
    setWindowTitle(QStringLiteral("Likeness"));
    setMinimumSize(1024, 640);
    m_idle = new IdleWatch(this);
    makePages();
    makeActions();
    makeAccountActions();
    makeLayout();
    if (!restoreGeometry(settings.windowGeometry()))
        resize(1366, 768);

    connect(&workspace, &models::Workspace::failed, this, &MainWindow::sayError);
    connect(&workspace, &models::Workspace::notice, this,
            [this](const QString &sentence) { m_messages->say(common::MessageBar::Kind::Remark, sentence); });
    connect(&workspace, &models::Workspace::accountChanged, this, &MainWindow::followAccount);
    connect(&workspace, &models::Workspace::blindChanged, this, &MainWindow::followBlindness);
    connect(m_idle, &IdleWatch::idled, this, [this] { m_workspace.lock(true); });
    connect(&workspace, &models::Workspace::caseChanged, this, &MainWindow::updateActions);
    connect(&workspace, &models::Workspace::caseChanged, this, &MainWindow::updateTitle);
    connect(&workspace.runner(), &jobs::JobRunner::becameIdle, this, [this] {
        if (m_isClosing)
            close();
    });
    connect(&settings, &settings::SettingsState::appearanceChanged, this, &MainWindow::applyAppearance);
    const auto passSettings = [this] {
        face::FinderSettings finder;
        finder.smallestFacePx = m_settings.smallestFacePx();
        m_workspace.setFinderSettings(finder);
    };
    connect(&settings, &settings::SettingsState::smallestFaceChanged, this, passSettings);
    passSettings();
    goTo(Step::Case);
    followAccount();
}

void MainWindow::makePages()
{
    m_stack = new common::PageStack(this);
    for (const Step step : steps) {
        pages::WorkPage *page = pages::makePage(step, m_workspace, m_stack);
        connect(page, &pages::WorkPage::stepWanted, this, &MainWindow::goTo);
        connect(page, &pages::WorkPage::accountsWanted, this, [this] { m_setUpAction->trigger(); });
        m_pages << page;
    }
    m_pages << new settings::SettingsPage(m_settings, m_workspace, m_stack);
    for (common::Page *page : m_pages)
        m_stack->addWidget(page);
}

QAction *MainWindow::addWindowAction(const QString &text, const QKeySequence &key,
                                     const std::function<void()> &slot)
{
    auto *action = new QAction(text, this);
    action->setShortcut(key);
    common::showKeyInToolTip(action);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    return action;
}

void MainWindow::makeActions()
{
    struct Place {
        QString icon;
        QString name;
    };
    const QList<Place> places{
        {QStringLiteral("briefcase"), tr("Case")},    {QStringLiteral("images"), tr("Evidence")},
        {QStringLiteral("scan-face"), tr("Analyse")}, {QStringLiteral("search"), tr("Search")},
        {QStringLiteral("users"), tr("Candidates")},  {QStringLiteral("columns-2"), tr("Compare")},
        {QStringLiteral("check"), tr("Verify")},      {QStringLiteral("file-text"), tr("Report")},
        {QStringLiteral("library"), tr("Galleries")}, {QStringLiteral("scroll-text"), tr("Audit")},
        {QStringLiteral("gauge"), tr("Self-test")},   {QStringLiteral("info"), tr("Engine card")},
        {QStringLiteral("settings"), tr("Settings")},
    };
    auto *oneOfThem = new QActionGroup(this);
    for (int i = 0; i < places.size(); ++i) {
        QAction *action = addWindowAction(places[i].name, keyOfPage(i), [this, i] { bringForward(i); });
        action->setIcon(common::icon(places[i].icon));
        action->setCheckable(true);
        oneOfThem->addAction(action);
        m_pageActions << action;
    }
    addForwarded(tr("New case"), QKeySequence::New, Step::Case);
    addForwarded(tr("Open a case folder"), QKeySequence::Open, Step::Case);
    addForwarded(tr("Open the sample case"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), Step::Case);
    addForwarded(tr("Close the case"), QKeySequence::Close, Step::Case);
    m_workActions << addWindowAction(tr("Choose probe, search or candidate"),
                                     QKeySequence(Qt::CTRL | Qt::Key_K),
                                     [this] { m_context->openFirstMenu(); });
    addWindowAction(tr("Go to the work in progress"), QKeySequence(Qt::CTRL | Qt::Key_J),
                    [this] { m_jobs->focusFirst(); });
    addWindowAction(tr("Put the message away"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M),
                    [this] { m_messages->dismiss(); });
    addWindowAction(tr("Light or dark"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), [this] {
        m_settings.setAppearance(common::colors().dark ? common::Appearance::Light
                                                       : common::Appearance::Dark);
    });
    m_keysAction = addWindowAction(tr("Keys"), QKeySequence::HelpContents, [this] { showKeys(); });
    m_keysAction->setIcon(common::icon(QStringLiteral("keyboard")));
    m_manualAction =
        addWindowAction(tr("Manual"), QKeySequence(Qt::SHIFT | Qt::Key_F1), [this] { showManual(); });
    m_manualAction->setIcon(common::icon(QStringLiteral("book-open")));
    addWindowAction(tr("Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });
}

void MainWindow::makeAccountActions()
{
    m_lockAction =
        addWindowAction(tr("Lock"), QKeySequence(Qt::CTRL | Qt::Key_L), [this] { m_workspace.lock(false); });
    m_signOutAction = addWindowAction(tr("Sign out"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q),
                                      [this] { m_workspace.signOut(); });
    m_accountAction = addWindowAction(tr("Password, accounts and rules"), {}, [this] { goToSettings(); });
    m_setUpAction = addWindowAction(tr("Set up accounts for casework"),
                                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U), [this] {
                                        m_signIn->offerSetUp();
                                        followAccount();
                                    });
}

void MainWindow::addForwarded(const QString &text, const QKeySequence &key, Step step)
{
    QAction *forwarded = addWindowAction(text, key, [this, key, step] {
        if (!m_pageActions[int(step)]->isEnabled())
            return; // locked, signed out, or blind
        goTo(step);
        for (QAction *action : page(step)->actions()) {
            if (action->shortcut() == key && action->isEnabled())
                action->trigger();
        }
    });
    // While its page is in front the page's own action has the key.
    const auto follow = [this, forwarded, step] {
        forwarded->setEnabled(m_stack->currentWidget() != page(step) && !m_workspace.isBlind());
    };
    connect(m_stack, &QStackedWidget::currentChanged, forwarded, follow);
    connect(&m_workspace, &models::Workspace::blindChanged, forwarded, follow);
    follow();
}

void MainWindow::makeLayout()
{
    auto *central = new QWidget(this);
    auto *all = new QVBoxLayout(central);
    all->setContentsMargins({});
    all->setSpacing(0);
    auto *training = new common::TrainingBanner(central);
    const auto followTraining = [this, training] { training->setVisible(m_workspace.isTraining()); };
    connect(&m_workspace, &models::Workspace::accountChanged, training, followTraining);
    followTraining();
    all->addWidget(training);
    m_whole = new QStackedWidget(central);
    m_signIn = new pages::SignInPage(m_workspace, m_whole);
    connect(m_signIn, &pages::SignInPage::setUpLeft, this, &MainWindow::followAccount);
    m_whole->addWidget(m_signIn);
    m_whole->addWidget(makeBody());
    all->addWidget(m_whole, 1);
    setCentralWidget(central);
}

QWidget *MainWindow::makeBody()
{
    auto *central = new QWidget(m_whole);
    m_rail = new Rail(central);
    for (int i = 0; i < m_pageActions.size(); ++i) {
        if (i == int(Step::Galleries))
            m_rail->addBreak();
        m_rail->add(m_pageActions[i]);
    }
    m_rail->add(m_keysAction);
    m_rail->add(m_manualAction);

    m_context = new ContextStrip(m_workspace, central);
    m_messages = new common::MessageBar(central);
    m_jobs = new jobs::JobPanel(m_workspace.runner(), central);
    auto *messageRow = new QVBoxLayout;
    messageRow->setContentsMargins(2 * gridPx, 0, 2 * gridPx, 0);
    messageRow->addWidget(m_messages);

    auto *right = new QVBoxLayout;
    right->setContentsMargins({});
    right->setSpacing(0);
    m_header = new Header(m_workspace, central);
    m_header->setAccountActions({m_lockAction, m_accountAction, m_signOutAction});
    right->addWidget(new StateBanner(m_workspace, central));
    right->addWidget(m_header);
    right->addWidget(m_context);
    right->addSpacing(gridPx / 2);
    right->addLayout(messageRow);
    right->addWidget(m_stack, 1);
    right->addWidget(m_jobs);

    auto *body = new QHBoxLayout(central);
    body->setContentsMargins({});
    body->setSpacing(0);
    body->addWidget(m_rail);
    body->addLayout(right, 1);
    return central;
}

bool MainWindow::isClosedOff() const
{
    return m_whole->currentWidget() == m_signIn;
}

void MainWindow::followAccount()
{
    using Access = models::Workspace::Access;
    const auto access = m_workspace.access();
    const bool isOpen = access == Access::Working || (access == Access::Training && !m_signIn->isSettingUp());
    if (!isOpen && !isClosedOff()) {
        // Other windows of the program show the case, too.
        for (QWidget *other : QApplication::topLevelWidgets())
            if (other != this && other->isVisible())
                other->close();
        m_messages->dismiss();
    }
    const bool changes = isClosedOff() == isOpen;
    m_whole->setCurrentIndex(isOpen ? 1 : 0);
    const bool watches = access == Access::Working && m_workspace.profile();
    m_idle->start(watches ? std::chrono::minutes(m_workspace.profile()->idleLockMinutes)
                          : std::chrono::minutes(0));
    updateActions();
    updateTitle();
    if (!isOpen)
        m_signIn->activated();
    else if (changes)
        bringForward(m_workspace.hasCase() || m_workspace.isBlind() ? m_stack->currentIndex()
                                                                    : int(Step::Case));
}

void MainWindow::followBlindness()
{
    updateActions();
    updateTitle();
    if (m_workspace.isBlind() && !isClosedOff())
        goTo(Step::Verify);
}

void MainWindow::updateActions()
{
    const bool isOpen = !isClosedOff();
    const bool isBlind = m_workspace.isBlind();
    for (int i = 0; i < m_pageActions.size(); ++i)
        m_pageActions[i]->setEnabled(isOpen &&
                                     (!isBlind || i == int(Step::Verify) || i == m_pageActions.size() - 1));
    for (QAction *action : m_workActions)
        action->setEnabled(isOpen && !isBlind);
    const bool isWorking = m_workspace.access() == models::Workspace::Access::Working;
    for (QAction *action : {m_lockAction, m_signOutAction, m_accountAction}) {
        action->setEnabled(isWorking);
        action->setVisible(!m_workspace.isTraining());
    }
    m_setUpAction->setEnabled(isOpen && m_workspace.isTraining());
    m_setUpAction->setVisible(m_workspace.isTraining());
}

void MainWindow::updateTitle()
{
    // It stands in the task bar, too, through the lock; and who compares blind is not told which case it is.
    const bool mayTell = m_workspace.hasCase() && !isClosedOff() && !m_workspace.isBlind();
    setWindowTitle(mayTell ? tr("Case %1 - Likeness").arg(m_workspace.contents().file.details.number)
                           : QStringLiteral("Likeness"));
}

void MainWindow::goTo(Step step)
{
    bringForward(int(step));
}

void MainWindow::goToSettings()
{
    bringForward(int(m_pages.size()) - 1);
}

void MainWindow::bringForward(int index)
{
    if (!m_pageActions[index]->isEnabled())
        return;
    m_pageActions[index]->setChecked(true);
    m_stack->setCurrentIndex(index);
    m_pages[index]->activated();
    // A page that has nothing to take the focus now still gets its keys.
    if (!m_pages[index]->isAncestorOf(focusWidget()))
        m_pages[index]->setFocus(Qt::OtherFocusReason);
}

common::Page *MainWindow::currentPage() const
{
    return m_pages.at(m_stack->currentIndex());
}

void MainWindow::sayError(const base::Error &error)
{
    QString details = QStringLiteral("%1: %2").arg(base::errorCodeName(error.code), error.subject);
    if (!error.detail.isEmpty())
        details += QStringLiteral("\n") + error.detail;
    m_messages->say(common::MessageBar::Kind::Caution, words::sentence(error), details);
}

void MainWindow::applyAppearance()
{
    common::applyAppearance(m_settings.appearance());
}

void MainWindow::showKeys()
{
    using common::ShortcutSheet;
    ShortcutSheet::Section window{tr("Everywhere"), {}};
    for (const QAction *action : actions()) {
        if (!action->shortcut().isEmpty())
            window.entries << ShortcutSheet::Entry{action->shortcut().toString(QKeySequence::NativeText),
                                                   action->text()};
    }
    ShortcutSheet::Section viewer{tr("Pictures"), {}};
    for (const auto &[keys, what] :
         viewer::PictureViewer::keyHelp() + viewer::Timeline::keyHelp() + viewer::ComparisonView::keyHelp() +
             pages::ChoiceList::keyHelp())
        viewer.entries << ShortcutSheet::Entry{keys, what};
    QList<ShortcutSheet::Section> sections{window, viewer};
    for (int i = 0; i < m_pages.size(); ++i)
        sections << ShortcutSheet::sectionOf(tr("Page: %1").arg(m_pageActions[i]->text()), m_pages[i]);
    auto *sheet = new ShortcutSheet(sections, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::showManual()
{
    auto *manual = new common::ManualReader(this);
    manual->setAttribute(Qt::WA_DeleteOnClose);
    manual->show();
    manual->activateWindow();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setWindowGeometry(saveGeometry());
    if (m_workspace.runner().isIdle()) {
        event->accept();
        return;
    }
    m_isClosing = true;
    m_workspace.runner().cancelAll();
    m_messages->say(common::MessageBar::Kind::Remark,
                    tr("Likeness closes as soon as the work in progress has stopped."));
    event->ignore();
}

} // namespace likeness::window
