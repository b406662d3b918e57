// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/accountspanel.h"

#include "engine/policy/accountrules.h"
#include "widgets/common/prompts.h"
#include "widgets/common/theme.h"
#include "widgets/words/errortext.h"
#include "widgets/words/examinationtext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFile>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace likeness::settings
{

using common::gridPx;

namespace
{

constexpr int mostFieldWidth = 360;
constexpr qint64 mostProfileBytes = 1 << 20;

QLabel *text(const QString &words, QWidget *parent)
{
    auto *label = new QLabel(words, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel *headingOf(const QString &words, QWidget *parent)
{
    auto *label = new QLabel(words, parent);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

QFormLayout *formIn(QVBoxLayout *column)
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(3 * gridPx);
    form->setVerticalSpacing(gridPx);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(form);
    return form;
}

QVBoxLayout *columnOf(QWidget *part)
{
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 2 * gridPx);
    column->setSpacing(gridPx);
    return column;
}

QString missingSentence(AccountsState::Missing missing)
{
    using Missing = AccountsState::Missing;
    switch (missing) {
    case Missing::Nothing:
        return {};
    case Missing::Name:
        return AccountsPanel::tr("Please enter the account.");
    case Missing::NameUnfit:
        return AccountsPanel::tr("An account begins with a small letter, and has only the letters a to z, "
                                 "digits, points and hyphens.");
    case Missing::NameTaken:
        return AccountsPanel::tr("There is such an account already.");
    case Missing::FullName:
        return AccountsPanel::tr("Please enter the full name. It stands in reports.");
    case Missing::Roles:
        return AccountsPanel::tr("Please choose a role or more.");
    case Missing::PasswordShort:
        return AccountsPanel::tr("The first password needs %1 letters or more.")
            .arg(AccountsState::leastPassword);
    case Missing::Unchanged:
        return AccountsPanel::tr("Nothing is changed yet.");
    case Missing::LastSupervisor:
        break;
    }
    return AccountsPanel::tr("This is the last supervisor. Somebody has to manage the accounts.");
}

} // namespace

AccountsPanel::AccountsPanel(models::Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace)
{
    auto *column = columnOf(this);
    m_training = text(tr("There are no accounts on this workstation: everything is training. They are set up "
                         "once, with Ctrl+Shift+U, by whoever becomes the first supervisor."),
                      this);
    common::makeSecondary(m_training);
    column->addWidget(headingOf(tr("Accounts"), this));
    column->addWidget(m_training);
    m_own = makeOwn();
    m_all = makeAccounts();
    column->addWidget(m_own);
    column->addWidget(m_all);
    column->addWidget(makeProfile());
    connect(&workspace, &models::Workspace::accountChanged, this, &AccountsPanel::refresh);
    refresh();
}

QWidget *AccountsPanel::makeOwn()
{
    auto *part = new QWidget(this);
    auto *column = columnOf(part);
    auto *form = formIn(column);
    const auto field = [&](const QString &name, const QString &label) {
        auto *edit = new QLineEdit(part);
        edit->setObjectName(name);
        edit->setEchoMode(QLineEdit::Password);
        edit->setMaximumWidth(mostFieldWidth);
        form->addRow(label, edit);
        connect(edit, &QLineEdit::textChanged, this, &AccountsPanel::update);
        return edit;
    };
    m_oldPassword = field(QStringLiteral("oldPassword"), tr("Password now"));
    m_newPassword = field(QStringLiteral("newPassword"), tr("New password"));
    m_repeated = field(QStringLiteral("newPasswordAgain"), tr("New password, again"));
    m_changePassword = new QPushButton(tr("Change the pass&word"), part);
    column->addWidget(m_changePassword, 0, Qt::AlignLeft);
    m_ownSaid = text({}, part);
    column->addWidget(m_ownSaid);
    connect(m_changePassword, &QPushButton::clicked, this, &AccountsPanel::changePassword);
    return part;
}

QWidget *AccountsPanel::makeAccounts()
{
    auto *part = new QWidget(this);
    auto *column = columnOf(part);
    column->addWidget(headingOf(tr("Everybody's accounts"), part));
    auto *form = m_accountForm = formIn(column);
    m_account = new QComboBox(part);
    m_account->setObjectName(QStringLiteral("accountChoice"));
    form->addRow(tr("Acc&ount"), m_account);
    m_name = new QLineEdit(part);
    m_name->setObjectName(QStringLiteral("newAccount"));
    m_name->setMaximumWidth(mostFieldWidth);
    form->addRow(tr("Name to sign in with"), m_name);
    m_fullName = new QLineEdit(part);
    m_fullName->setObjectName(QStringLiteral("accountFullName"));
    form->addRow(tr("Full name"), m_fullName);
    auto *roles = new QGridLayout;
    roles->setSpacing(gridPx / 2);
    for (const model::Role role : model::allRoles()) {
        auto *box = new QCheckBox(words::phrase(role), part);
        box->setObjectName(QStringLiteral("role-") + model::roleName(role));
        roles->addWidget(box, int(m_roles.size()) / 3, int(m_roles.size()) % 3);
        connect(box, &QCheckBox::toggled, this, &AccountsPanel::update);
        m_roles << box;
    }
    roles->setColumnStretch(3, 1);
    form->addRow(tr("Roles"), roles);
    m_trainedUntil = new QDateEdit(part);
    m_trainedUntil->setObjectName(QStringLiteral("trainedUntil"));
    m_trainedUntil->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_trainedUntil->setMaximumWidth(160);
    form->addRow(tr("Training counts until"), m_trainedUntil);
    m_disabled = new QCheckBox(tr("May not sign in any more"), part);
    m_disabled->setObjectName(QStringLiteral("accountDisabled"));
    form->addRow(QString(), m_disabled);
    m_password = new QLineEdit(part);
    m_password->setObjectName(QStringLiteral("firstPassword"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaximumWidth(mostFieldWidth);
    form->addRow(tr("First password"), m_password);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridPx);
    m_apply = new QPushButton(part);
    m_apply->setObjectName(QStringLiteral("applyAccount"));
    m_missing = text({}, part);
    common::makeSecondary(m_missing);
    row->addWidget(m_apply);
    row->addWidget(m_missing, 1);
    column->addLayout(row);
    m_allSaid = text({}, part);
    m_allSaid->setObjectName(QStringLiteral("accountSaid"));
    column->addWidget(m_allSaid);
    connect(m_account, &QComboBox::activated, this, &AccountsPanel::showAccount);
    for (QLineEdit *edit : {m_name, m_fullName, m_password})
        connect(edit, &QLineEdit::textChanged, this, &AccountsPanel::update);
    connect(m_trainedUntil, &QDateEdit::dateChanged, this, &AccountsPanel::update);
    connect(m_disabled, &QCheckBox::toggled, this, &AccountsPanel::update);
    connect(m_apply, &QPushButton::clicked, this, &AccountsPanel::apply);
    return part;
}

QWidget *AccountsPanel::makeProfile()
{
    auto *part = new QWidget(this);
    auto *column = columnOf(part);
    column->addWidget(headingOf(tr("Policy profile in force"), part));
    m_profileForm = formIn(column);
    m_profileSaid = text({}, part);
    common::makeCaution(m_profileSaid);
    column->addWidget(m_profileSaid);
    m_install = new QPushButton(tr("&Install another profile"), part);
    column->addWidget(m_install, 0, Qt::AlignLeft);
    connect(m_install, &QPushButton::clicked, this, &AccountsPanel::installProfile);
    return part;
}

void AccountsPanel::refresh()
{
    const bool isTraining = m_workspace.isTraining();
    const auto actor = m_workspace.actor();
    const bool isWorking = m_workspace.access() == models::Workspace::Access::Working;
    const bool manages =
        isWorking && policy::unmetRoleRules(policy::Deed::ManageAccounts, actor, m_workspace.today()).empty();
    m_training->setVisible(isTraining);
    m_own->setVisible(isWorking);
    m_all->setVisible(manages);
    m_install->setVisible(manages);
    for (QLineEdit *edit : {m_oldPassword, m_newPassword, m_repeated, m_password})
        edit->clear();
    listAccounts();

    while (m_profileForm->rowCount() > 0)
        m_profileForm->removeRow(0);
    const auto &profile = m_workspace.profile();
    m_profileSaid->setVisible(!profile);
    m_profileSaid->setText(profile ? QString() : words::sentence(profile.error()));
    if (profile) {
        for (const auto &[caption, value] : profileFacts(*profile)) {
            auto *name = text(caption, this);
            name->setWordWrap(false);
            common::makeSecondary(name);
            auto *said = text(value, this);
            said->setTextInteractionFlags(Qt::TextSelectableByMouse);
            m_profileForm->addRow(name, said);
        }
    }
}

void AccountsPanel::listAccounts()
{
    const QString chosen = m_account->currentData().toString();
    m_account->clear();
    m_account->addItem(tr("A new account"), QString());
    // Who manages nothing is not told who is there, and a verifier least of all.
    const auto agency = m_all->isHidden() ? nullptr : m_workspace.workstation().agency();
    m_state.accounts = agency ? agency->accounts() : std::vector<model::Account>();
    for (const auto &account : m_state.accounts)
        m_account->addItem(
            account.disabled
                ? tr("%1, %2 (may not sign in)").arg(account.name, account.fullName)
                : tr("%1, %2: %3").arg(account.name, account.fullName, words::phrase(account.roles)),
            account.name);
    m_account->setCurrentIndex(std::max(0, m_account->findData(chosen)));
    showAccount();
}

void AccountsPanel::showAccount()
{
    const QString name = m_account->currentData().toString();
    m_state.isNew = name.isEmpty();
    model::Account shown;
    shown.trainedUntil = m_workspace.today().addYears(1);
    for (const auto &account : m_state.accounts)
        if (account.name == name)
            shown = account;
    m_state.edited = shown;
    m_name->setText(shown.name);
    m_fullName->setText(shown.fullName);
    for (qsizetype i = 0; i < m_roles.size(); ++i)
        m_roles[i]->setChecked(shown.roles.testFlag(model::allRoles()[size_t(i)]));
    m_trainedUntil->setDate(shown.trainedUntil);
    m_disabled->setChecked(shown.disabled);
    m_password->clear();
    const auto show = [this](QWidget *field, bool shownField) {
        field->setVisible(shownField);
        if (auto *label = m_accountForm->labelForField(field))
            label->setVisible(shownField);
    };
    show(m_name, m_state.isNew);
    show(m_password, m_state.isNew);
    show(m_disabled, !m_state.isNew);
    m_apply->setText(m_state.isNew ? tr("A&dd the account") : tr("Change the acc&ount"));
    update();
}

void AccountsPanel::readFields()
{
    if (m_state.isNew)
        m_state.edited.name = m_name->text().trimmed();
    m_state.edited.fullName = m_fullName->text().trimmed();
    m_state.edited.roles = {};
    for (qsizetype i = 0; i < m_roles.size(); ++i)
        if (m_roles[i]->isChecked())
            m_state.edited.roles |= model::allRoles()[size_t(i)];
    m_state.edited.trainedUntil = m_trainedUntil->date();
    m_state.edited.disabled = m_disabled->isChecked();
    m_state.password = m_password->text();
}

void AccountsPanel::update()
{
    readFields();
    const QString missing = missingSentence(m_state.missing());
    m_missing->setText(missing);
    m_apply->setEnabled(missing.isEmpty());
    m_changePassword->setEnabled(!m_oldPassword->text().isEmpty() &&
                                 m_newPassword->text().size() >= AccountsState::leastPassword &&
                                 m_newPassword->text() == m_repeated->text());
}

void AccountsPanel::said(QLabel *where, const base::Outcome &outcome, const QString &done)
{
    where->setText(outcome ? done : words::sentence(outcome.error()));
}

void AccountsPanel::apply()
{
    readFields();
    m_apply->setEnabled(false);
    m_allSaid->clear();
    m_workspace.changeAgency(
        m_state.isNew ? tr("Adding the account") : tr("Changing the account"), this,
        [account = m_state.edited, password = m_state.password,
         isNew = m_state.isNew](const casework::Workstation &workstation) {
            return isNew ? workstation.addAccount(account, password) : workstation.changeAccount(account);
        },
        [this, name = m_state.edited.name, isNew = m_state.isNew](base::Outcome outcome) {
            said(m_allSaid, outcome,
                 isNew ? tr("%1 can sign in from now on.").arg(name) : tr("%1 is changed.").arg(name));
            update();
        });
}

void AccountsPanel::changePassword()
{
    m_changePassword->setEnabled(false);
    m_workspace.changeAgency(
        tr("Changing the password"), this,
        [before = m_oldPassword->text(), after = m_newPassword->text()](
            const casework::Workstation &workstation) { return workstation.changePassword(before, after); },
        [this](base::Outcome outcome) {
            said(m_ownSaid, outcome, tr("The password is changed."));
            for (QLineEdit *edit : {m_oldPassword, m_newPassword, m_repeated})
                edit->clear();
        });
}

void AccountsPanel::installProfile()
{
    const QString path =
        common::prompts().openFile(this, tr("Choose a policy profile"), tr("Policy profiles (*.json)"));
    if (path.isEmpty())
        return;
    m_workspace.changeAgency(
        tr("Installing the profile"), this,
        [path](const casework::Workstation &workstation) -> base::Outcome {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                return base::fail(base::ErrorCode::FileUnreadable, path, file.errorString());
            if (file.size() > mostProfileBytes)
                return base::fail(base::ErrorCode::TooLarge, path);
            return workstation.installProfile(file.readAll());
        },
        [this](base::Outcome outcome) {
            if (!m_workspace.check(outcome))
                return;
            emit m_workspace.notice(tr("The profile is signed and in force."));
        });
}

} // namespace likeness::settings
