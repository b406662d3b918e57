// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/caseworkplayer.h"

#include "app/window/answers.h"
#include "engine/base/datadirectory.h"
#include "widgets/common/messagebar.h"
#include "widgets/pages/choicelist.h"
#include "widgets/pages/signinpage.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace likeness::app
{

using pages::Step;

namespace
{

/// Nobody's: the agency lies in a folder that is thrown away.
const QString playedPassword = QStringLiteral("only for pictures");

void pressKey(QWidget *widget, Qt::Key key)
{
    const QString text = key >= Qt::Key_0 && key <= Qt::Key_9 ? QString(QChar(char16_t(key))) : QString();
    for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(type, key, Qt::NoModifier, text);
        QApplication::sendEvent(widget, &event);
    }
}

/// The sample photograph as the evidence that is added.
struct EvidenceAnswers : Answers {
    EvidenceAnswers() : Answers({}) {}
    QStringList openFiles(QWidget *, const QString &, const QString &) override
    {
        return {base::dataDirectory() + QStringLiteral("/samples/sample3.jpg")};
    }
};

} // namespace

CaseworkPlayer::CaseworkPlayer(window::MainWindow &window, models::Workspace &workspace,
                               SamplePlayer &settler, SamplePlayer::Look look)
    : m_window(window), m_workspace(workspace), m_settler(settler), m_look(std::move(look))
{
}

bool CaseworkPlayer::expect(bool holds, const QString &what)
{
    if (!holds) {
        const QString said = m_window.messageBar()->sentence();
        m_problem = said.isEmpty() ? what : what + QStringLiteral(": ") + said;
    }
    return holds;
}

void CaseworkPlayer::look(const QString &name)
{
    m_settler.settle();
    m_look(name);
}

bool CaseworkPlayer::press(QPushButton *button, const QString &what)
{
    if (!expect(button && button->isEnabled() && button->isVisible(), what + QStringLiteral(" is grey")))
        return false;
    button->click();
    m_settler.settle();
    return true;
}

bool CaseworkPlayer::pressMain(Step step)
{
    return press(m_window.page(step)->mainButton(), m_window.page(step)->windowTitle());
}

bool CaseworkPlayer::play(const QString &folder)
{
    m_case = folder;
    common::setPrompts(std::make_shared<EvidenceAnswers>());
    const bool done = foundAgency() && analyse() && search() && compare() && verify() && adjudicate();
    if (done)
        read();
    common::setPrompts(nullptr);
    return done;
}

bool CaseworkPlayer::foundAgency()
{
    using model::Role;
    m_workspace.closeCase();
    m_settler.settle();
    const auto type = [this](const char *field, const QString &text) {
        m_window.signInPage()->findChild<QLineEdit *>(QString::fromLatin1(field))->setText(text);
    };
    for (QAction *action : m_window.actions())
        if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_U))
            action->trigger();
    type("agencyName", QStringLiteral("Harbour Police"));
    type("account", QStringLiteral("adler"));
    type("fullName", QStringLiteral("Eve Adler"));
    type("password", playedPassword);
    type("repeated", playedPassword);
    look(QStringLiteral("12-set-up"));
    if (!press(m_window.signInPage()->mainButton(), QStringLiteral("the set-up")))
        return false;
    const auto until = m_workspace.today().addYears(1);
    const auto &workstation = m_workspace.workstation();
    return expect(m_workspace.access() == models::Workspace::Access::Working,
                  QStringLiteral("the agency was not made")) &&
           expect(workstation
                      .addAccount({QStringLiteral("brandt"),
                                   QStringLiteral("Ada Brandt"),
                                   Role::Detective | Role::Examiner,
                                   until,
                                   {}},
                                  playedPassword)
                      .has_value(),
                  QStringLiteral("an account was not added")) &&
           expect(workstation
                      .addAccount({QStringLiteral("castle"),
                                   QStringLiteral("Bob Castle"),
                                   Role::Examiner | Role::Verifier,
                                   until,
                                   {}},
                                  playedPassword)
                      .has_value(),
                  QStringLiteral("an account was not added"));
}

void CaseworkPlayer::signOut()
{
    m_workspace.signOut();
    m_settler.settle();
}

bool CaseworkPlayer::signIn(const QString &account)
{
    signOut();
    auto *page = m_window.signInPage();
    page->findChild<QLineEdit *>(QStringLiteral("account"))->setText(account);
    page->findChild<QLineEdit *>(QStringLiteral("password"))->setText(playedPassword);
    return press(page->mainButton(), QStringLiteral("signing in")) &&
           expect(m_workspace.actor().name == account, account + QStringLiteral(" did not come in"));
}

bool CaseworkPlayer::openCase()
{
    m_workspace.openCase(m_case);
    m_settler.settle();
    return expect(m_workspace.hasCase() && !m_workspace.isReadOnly(),
                  QStringLiteral("the case did not open"));
}

bool CaseworkPlayer::analyse()
{
    signOut();
    look(QStringLiteral("13-sign-in"));
    if (!signIn(QStringLiteral("brandt")))
        return false;
    look(QStringLiteral("14-signed-in"));
    m_workspace.createCase(m_case, {QStringLiteral("2026-0142"), QStringLiteral("Robbery"),
                                    QStringLiteral("Find who took the bag"), QStringLiteral("J. Roe")});
    m_settler.settle();
    m_window.goTo(Step::Evidence);
    m_settler.settle();
    for (auto *button : m_window.page(Step::Evidence)->findChildren<QPushButton *>())
        if (button->isVisible() && m_workspace.contents().evidence.empty())
            button->click();
    m_settler.settle();
    auto *faces = m_window.page(Step::Evidence)->findChild<QAbstractItemView *>(QStringLiteral("faceList"));
    if (!expect(faces && faces->model()->rowCount() > 0, QStringLiteral("no face was found")))
        return false;
    faces->setCurrentIndex(faces->model()->index(0, 0));
    m_settler.settle();
    if (!pressMain(Step::Evidence))
        return false;
    m_window.goTo(Step::Search);
    look(QStringLiteral("15-casework-search"));
    if (!pressMain(Step::Search))
        return false;
    look(QStringLiteral("16-list-closed"));
    m_window.goTo(Step::Analyse);
    m_settler.settle();
    auto *components = m_window.page(Step::Analyse)->findChild<pages::ChoiceList *>();
    components->setCurrentIndex(components->model()->index(0, 0));
    for (int row = 0; row < components->model()->rowCount(); ++row)
        pressKey(components, row % 5 == 4 ? Qt::Key_2 : row > 15 ? Qt::Key_3 : Qt::Key_1);
    components->setCurrentIndex(components->model()->index(6, 0));
    look(QStringLiteral("17-analyse"));
    if (!pressMain(Step::Analyse))
        return false;
    look(QStringLiteral("18-analyse-signed"));
    return true;
}

bool CaseworkPlayer::search()
{
    m_window.goTo(Step::Candidates);
    m_settler.settle();
    if (!pressMain(Step::Candidates)) // opens the list
        return false;
    for (QAction *action : m_window.page(Step::Candidates)->actions())
        if (action->shortcut() == QKeySequence(Qt::Key_W))
            action->trigger();
    m_settler.settle();
    const auto *made = m_workspace.chosenSearch();
    if (!expect(made && made->candidates.size() > 2, QStringLiteral("the list did not open")))
        return false;
    m_search = made->id;
    return true;
}

bool CaseworkPlayer::fillChecklist(Step step, Qt::Key answer, int conclusion)
{
    auto *page = m_window.page(step);
    auto *components = page->findChild<pages::ChoiceList *>();
    if (!expect(components && components->isVisible(), QStringLiteral("there is no checklist")))
        return false;
    components->setCurrentIndex(components->model()->index(0, 0));
    for (int row = 0; row < components->model()->rowCount(); ++row)
        pressKey(components, row % 6 == 5 ? Qt::Key_3 : answer);
    components->setCurrentIndex(components->model()->index(3, 0));
    int seen = 0;
    for (auto *button : page->findChildren<QRadioButton *>())
        if (button->isVisible() && seen++ == conclusion)
            button->click();
    m_settler.settle();
    return true;
}

bool CaseworkPlayer::compare()
{
    m_workspace.chooseCandidate(m_workspace.chosenSearch()->candidates.front().portrait);
    m_window.goTo(Step::Compare);
    m_settler.settle();
    if (!fillChecklist(Step::Compare, Qt::Key_1, 0))
        return false;
    look(QStringLiteral("19-compare"));
    if (!pressMain(Step::Compare))
        return false;
    m_window.goTo(Step::Candidates);
    m_settler.settle();
    for (QAction *action : m_window.page(Step::Candidates)->actions())
        if (action->shortcut() == QKeySequence(Qt::Key_V))
            action->trigger();
    look(QStringLiteral("20-candidates-asked"));
    m_window.goTo(Step::Verify);
    look(QStringLiteral("21-verify-sent"));
    return expect(!m_workspace.contents().verificationRequests.empty(),
                  QStringLiteral("no verification was asked for"));
}

bool CaseworkPlayer::verify()
{
    if (!signIn(QStringLiteral("castle")) || !openCase())
        return false;
    m_window.goTo(Step::Verify);
    look(QStringLiteral("22-verify"));
    if (!pressMain(Step::Verify))
        return false;
    const auto *held = m_workspace.heldTask();
    if (!expect(held, QStringLiteral("the task was not taken")))
        return false;
    const auto portraits = held->labels.size();
    for (qsizetype i = 0; i < portraits; ++i) {
        if (!fillChecklist(Step::Verify, Qt::Key_2, 2))
            return false;
        if (i == 1)
            look(QStringLiteral("23-verify-blind"));
        for (QAction *action : m_window.page(Step::Verify)->actions())
            if (action->shortcut() == QKeySequence(Qt::Key_PageDown) && action->isEnabled())
                action->trigger();
        m_settler.settle();
    }
    return pressMain(Step::Verify) &&
           expect(!m_workspace.isBlind(), QStringLiteral("the verification was not signed"));
}

bool CaseworkPlayer::adjudicate()
{
    if (!signIn(QStringLiteral("adler")) || !openCase())
        return false;
    m_workspace.chooseSearch(m_search);
    m_window.goTo(Step::Candidates);
    m_settler.settle();
    if (!pressMain(Step::Candidates))
        return false;
    look(QStringLiteral("24-candidates-disagreed"));
    m_window.goTo(Step::Verify);
    look(QStringLiteral("25-disagreement"));
    if (!pressMain(Step::Verify))
        return false;
    auto *page = m_window.page(Step::Verify);
    int seen = 0;
    for (auto *button : page->findChildren<QRadioButton *>())
        if (button->isVisible() && seen++ == 1)
            button->click();
    auto *reason = page->findChild<QLineEdit *>(QStringLiteral("settlingReason"));
    reason->setFocus();
    reason->setText(QStringLiteral("The ears are covered in the probe; what is left does not decide it."));
    emit reason->textEdited(reason->text()); // as typing does
    look(QStringLiteral("26-adjudicate"));
    return pressMain(Step::Verify) && expect(!m_workspace.contents().adjudications.empty(),
                                             QStringLiteral("the disagreement was not settled"));
}

void CaseworkPlayer::read()
{
    m_window.goTo(Step::Case);
    look(QStringLiteral("27-casework-case"));
    m_window.goTo(Step::Audit);
    m_settler.settle();
    m_window.page(Step::Audit)->mainButton()->click();
    look(QStringLiteral("28-audit"));
    m_window.goTo(Step::Report);
    look(QStringLiteral("29-report"));
    m_window.goToSettings();
    look(QStringLiteral("30-accounts"));
    m_workspace.lock(false);
    look(QStringLiteral("31-locked"));
}

} // namespace likeness::app
