// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/journeys/bench.h"

#include "engine/base/datadirectory.h"
#include "engine/media/mediadecoder.h"
#include "tests/support/rememberingengine.h"
#include "tests/support/testdata.h"
#include "widgets/common/theme.h"
#include "widgets/models/cardrole.h"
#include "widgets/pages/signinpage.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QtTest>

namespace likeness::tests
{

using pages::Step;

namespace
{

constexpr int patienceMs = 120000; // a ceiling for a loaded machine, not a wait

} // namespace

Bench::Bench(const QString &models, std::shared_ptr<const face::FaceEngine> engine)
{
    // Test mode moves the user's folders; the models stay where the installer put them.
    static const QString data = base::dataDirectory();
    qputenv("LIKENESS_DATA", data.toUtf8());
    QStandardPaths::setTestModeEnabled(true);
    qputenv("LIKENESS_SETTINGS", m_folder.filePath(QStringLiteral("settings.ini")).toUtf8());
    qputenv("LIKENESS_WORKSTATION", m_folder.filePath(QStringLiteral("workstation")).toUtf8());
    qputenv("LIKENESS_SAMPLE_DIR", m_folder.filePath(QStringLiteral("sample")).toUtf8());
    m_prompts = std::make_shared<ScriptedPrompts>();
    common::setPrompts(m_prompts);

    const auto clock = std::make_shared<base::SystemClock>();
    const auto actor = model::Actor::ofThisProcess();
    auto record =
        store::WorkstationStore::open(m_folder.filePath(QStringLiteral("workstation")), actor, *clock);
    if (!record)
        qFatal("the workstation's record cannot be opened");
    casework::Workstation::Means means{
        clock, media::makeProcessDecoder().value(),
        face::ModelFiles::inDirectory(models.isEmpty() ? modelsDirectory() : models), std::move(*record),
        actor};
    if (engine)
        means.engine = std::move(engine);
    else if (models.isEmpty())
        means.engine = RememberingEngine::shared();
    means.agencyFolder = m_folder.filePath(QStringLiteral("agency"));
    means.passwordCost = crypto::SealedKey::Cost::Minimal;
    m_workstation = std::make_shared<casework::Workstation>(std::move(means));
    m_runner = std::make_unique<jobs::JobRunner>();
    m_workspace = std::make_unique<models::Workspace>(m_workstation, *m_runner);
    m_settings = std::make_unique<settings::SettingsState>();
    m_window = std::make_unique<window::MainWindow>(*m_workspace, *m_settings);
    m_window->resize(1366, 768);
    QObject::connect(
        m_workspace.get(), &models::Workspace::failed, m_window.get(), [this](const base::Error &error) {
            errors << error;
            qInfo() << "said:" << base::errorCodeName(error.code) << error.subject << error.detail;
        });
    QObject::connect(m_workspace.get(), &models::Workspace::notice, m_window.get(),
                     [this](const QString &sentence) { notices << sentence; });
    m_window->show();
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qWarning("the window did not become active");
    go(Step::Case);
}

Bench::~Bench()
{
    m_runner->cancelAll();
    settle();
    m_window.reset();
    m_settings.reset();
    m_workspace.reset();
    m_runner.reset();
    common::setPrompts(nullptr);
}

pages::WorkPage *Bench::go(Step step)
{
    m_window->goTo(step);
    return page(step);
}

Step Bench::step() const
{
    return static_cast<pages::WorkPage *>(m_window->currentPage())->step();
}

bool Bench::main(Step step)
{
    auto *button = page(step)->mainButton();
    if (!QTest::qWaitFor([&] { return button->isEnabled() && button->isVisible(); }, patienceMs))
        return false;
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

bool Bench::openWeaker()
{
    auto *list = child<QWidget>(Step::Candidates, "candidateList");
    m_window->activateWindow(); // a dialog may have been in front
    list->setFocus();
    if (!QTest::qWaitFor([&] { return list->hasFocus(); }, patienceMs))
        return false;
    m_prompts->reasonText = QStringLiteral("The probe is turned away");
    QTest::keyClick(list, Qt::Key_W);
    m_prompts->reasonText.reset();
    return settle() && m_workspace->chosenSearch() && m_workspace->chosenSearch()->folded == 0;
}

bool Bench::settle()
{
    return QTest::qWaitFor([this] { return m_runner->isIdle(); }, patienceMs);
}

bool Bench::openSample()
{
    m_workspace->openSampleCase();
    return QTest::qWaitFor([&] { return !m_workspace->isOpening(); }, patienceMs) && m_workspace->hasCase() &&
           settle();
}

bool Bench::foundAgency()
{
    using model::Role;
    const auto account = [](const char *name, const char *fullName, model::Roles roles) {
        return model::Account{QString::fromLatin1(name),
                              QString::fromLatin1(fullName),
                              roles,
                              QDate::currentDate().addYears(1),
                              {}};
    };
    m_workspace->createAgency(
        QStringLiteral("Harbour Police"),
        account("eve", "Eve Adler", Role::Supervisor | Role::Auditor | Role::GalleryManager), password);
    if (!settle() || m_workspace->access() != models::Workspace::Access::Working)
        return false;
    for (const auto &one : {account("ada", "Ada Brandt", Role::Detective | Role::Examiner),
                            account("bob", "Bob Castle", Role::Examiner | Role::Verifier)})
        if (!m_workstation->addAccount(one, password))
            return false;
    return signOut();
}

bool Bench::signIn(const QString &account)
{
    auto *page = m_window->signInPage();
    auto *name = page->findChild<QLineEdit *>(QStringLiteral("account"));
    auto *word = page->findChild<QLineEdit *>(QStringLiteral("password"));
    name->clear();
    word->clear();
    QTest::keyClicks(name, account);
    QTest::keyClicks(word, password);
    QTest::keyClick(word, Qt::Key_Return);
    return QTest::qWaitFor([this] { return !m_window->isClosedOff(); }, patienceMs) && settle() &&
           m_workspace->actor().name == account;
}

bool Bench::signOut()
{
    m_workspace->signOut();
    return settle() && m_workspace->access() == models::Workspace::Access::SignedOut;
}

QStringList readableTexts(const QWidget *root)
{
    QStringList texts;
    for (const auto *widget : root->findChildren<QWidget *>()) {
        texts << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts << label->text();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts << button->text();
        else if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            texts << edit->placeholderText();
        else if (const auto *combo = qobject_cast<const QComboBox *>(widget))
            for (int i = 0; i < combo->count(); ++i)
                texts << combo->itemText(i);
        const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        if (!view || !view->model())
            continue;
        for (int row = 0; row < view->model()->rowCount(); ++row)
            for (int column = 0; column < view->model()->columnCount(); ++column)
                for (const int role :
                     {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(models::SecondLineRole),
                      int(models::ThirdLineRole), int(models::FigureCaptionRole)})
                    texts << view->model()->index(row, column).data(role).toString();
    }
    texts.removeAll(QString());
    return texts;
}

} // namespace likeness::tests
