// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/messagebar.h"
#include "widgets/jobs/jobpanel.h"
#include "widgets/models/workspace.h"
#include "widgets/pages/signinpage.h"
#include "widgets/pages/workpage.h"
#include "widgets/settings/settingsstate.h"

#include <QMainWindow>

#include <functional>

class QAction;
class QStackedWidget;

namespace likeness::window
{

class ContextStrip;
class Header;
class IdleWatch;
class Rail;

/// The one window: rail, header, context strip, message bar, the pages and the jobs panel. It brings pages to
/// the front and says what comes up; what is done stands in the pages. Closing cancels the work in progress,
/// and the window goes when that has ended.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(models::Workspace &workspace, settings::SettingsState &settings, QWidget *parent = nullptr);

    /// Brings a page to the front and gives it the focus.
    void goTo(pages::Step step);
    void goToSettings();
    /// In the order of the rail; the last is Settings.
    const QList<common::Page *> &pages() const { return m_pages; }
    common::Page *page(pages::Step step) const { return m_pages.at(int(step)); }
    common::Page *currentPage() const;
    common::MessageBar *messageBar() const { return m_messages; }

    /// True while the sign-in, the lock or the set-up of accounts stands before everything.
    bool isClosedOff() const;
    pages::SignInPage *signInPage() const { return m_signIn; }
    IdleWatch *idleWatch() const { return m_idle; }

    void showKeys();
    void showManual();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makePages();
    void makeActions();
    void makeLayout();
    void bringForward(int index);
    /// An action that a page has, from anywhere: goes to the page and does it there.
    void addForwarded(const QString &text, const QKeySequence &key, pages::Step step);
    QAction *addWindowAction(const QString &text, const QKeySequence &key, const std::function<void()> &slot);
    QWidget *makeBody();
    void makeAccountActions();
    /// Puts the sign-in before everything, or takes it away, as the account says.
    void followAccount();
    /// While somebody compares blind only Verify and Settings can be reached.
    void followBlindness();
    void updateActions();
    void updateTitle();
    void sayError(const base::Error &error);
    void applyAppearance();

    models::Workspace &m_workspace;
    settings::SettingsState &m_settings;
    QList<common::Page *> m_pages;
    QList<QAction *> m_pageActions;
    QAction *m_keysAction = nullptr;
    QAction *m_manualAction = nullptr;
    QList<QAction *> m_workActions; ///< that make no sense while signed out or blind
    QAction *m_lockAction = nullptr;
    QAction *m_signOutAction = nullptr;
    QAction *m_accountAction = nullptr;
    QAction *m_setUpAction = nullptr;
    QStackedWidget *m_whole = nullptr; ///< the sign-in, or the work
    pages::SignInPage *m_signIn = nullptr;
    Header *m_header = nullptr;
    IdleWatch *m_idle = nullptr;
    Rail *m_rail = nullptr;
    ContextStrip *m_context = nullptr;
    common::MessageBar *m_messages = nullptr;
    QStackedWidget *m_stack = nullptr;
    jobs::JobPanel *m_jobs = nullptr;
    bool m_isClosing = false;
};

} // namespace likeness::window
