// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/signinpage.h"

#include "widgets/common/theme.h"
#include "widgets/pages/parts.h"
#include "widgets/words/errortext.h"

#include <QAction>
#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace likeness::pages
{

using common::gridPx;

namespace
{

constexpr int readingWidth = 560;

QString missingSentence(SignInState::Missing missing)
{
    using Missing = SignInState::Missing;
    switch (missing) {
    case Missing::Nothing:
        return {};
    case Missing::Busy:
        return SignInPage::tr("The password is being checked. This takes a moment on purpose.");
    case Missing::Account:
        return SignInPage::tr("Please enter the account.");
    case Missing::Password:
        return SignInPage::tr("Please enter the password.");
    case Missing::Agency:
        return SignInPage::tr("Please enter the agency's name.");
    case Missing::AccountUnfit:
        return SignInPage::tr(
            "An account begins with a small letter, and has only the letters a to z, digits, "
            "points and hyphens.");
    case Missing::FullName:
        return SignInPage::tr("Please enter the full name. It stands in reports.");
    case Missing::PasswordShort:
        return SignInPage::tr("The password needs %1 letters or more.").arg(SignInState::leastPassword);
    case Missing::PasswordsDiffer:
        break;
    }
    return SignInPage::tr("The two passwords are not the same yet.");
}

} // namespace

SignInPage::SignInPage(models::Workspace &workspace, QWidget *parent)
    : common::Page(parent), m_workspace(workspace)
{
    auto *inner = new QWidget(this);
    inner->setMaximumWidth(readingWidth);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(0, gridPx, 0, 0);
    column->setSpacing(2 * gridPx);
    m_intro = quiet({}, inner);
    column->addWidget(m_intro);
    m_form = new QFormLayout;
    m_form->setHorizontalSpacing(2 * gridPx);
    m_form->setVerticalSpacing(gridPx);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    column->addLayout(m_form);
    m_agency = addField(QStringLiteral("agencyName"), tr("A&gency"), false);
    m_account = addField(QStringLiteral("account"), tr("&Account"), false);
    m_fullName = addField(QStringLiteral("fullName"), tr("&Full name"), false);
    m_password = addField(QStringLiteral("password"), tr("&Password"), true);
    m_repeated = addField(QStringLiteral("repeated"), tr("Password, a&gain"), true);
    m_said = caution({}, inner);
    m_said->setObjectName(QStringLiteral("signInSaid"));
    column->addWidget(m_said);
    m_clockIsRight = new QCheckBox(tr("The &clock is right now and was wrong before (supervisors)"), inner);
    m_clockIsRight->setObjectName(QStringLiteral("clockIsRight"));
    m_clockIsRight->hide();
    column->addWidget(m_clockIsRight);
    m_backAction = pageAction(this, tr("Go on in training"), QKeySequence(Qt::Key_Escape), [this] {
        m_isSettingUp = false;
        follow();
        emit setUpLeft();
    });
    m_back = buttonFor(m_backAction, QStringLiteral("arrow-left"), inner);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    column->addStretch(1);
    auto *row = new QHBoxLayout;
    row->addWidget(inner);
    content()->addLayout(row);

    connect(this, &Page::mainActionTriggered, this, &SignInPage::go);
    connect(&workspace, &models::Workspace::accountChanged, this, &SignInPage::follow);
    connect(&workspace, &models::Workspace::passwordCheckChanged, this, &SignInPage::update);
    connect(&workspace, &models::Workspace::signInFailed, this, &SignInPage::say);
    follow();
}

void SignInPage::resizeEvent(QResizeEvent *event)
{
    // Nothing else is on the screen: title, fields and button stand together in its middle.
    constexpr QSize card(readingWidth, 52 * gridPx);
    const int side = std::max(2 * gridPx, (width() - card.width()) / 2);
    const int above = std::max(gridPx, (height() - card.height()) / 2);
    layout()->setContentsMargins(side, above, side, std::max(2 * gridPx, above));
    Page::resizeEvent(event);
}

QLineEdit *SignInPage::addField(const QString &name, const QString &label, bool isPassword)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(name);
    if (isPassword)
        field->setEchoMode(QLineEdit::Password);
    m_form->addRow(label, field);
    connect(field, &QLineEdit::textChanged, this, [this] {
        m_said->clear(); // it was about what stood there before
        update();
    });
    connect(field, &QLineEdit::returnPressed, this, [this] {
        if (mainButton()->isEnabled())
            go();
        else
            focusNextChild(); // the next one that is shown
    });
    return field;
}

void SignInPage::showField(QLineEdit *field, bool shown)
{
    field->setVisible(shown);
    m_form->labelForField(field)->setVisible(shown);
}

void SignInPage::offerSetUp()
{
    m_isSettingUp = true;
    follow();
    activated();
}

void SignInPage::activated()
{
    const bool isFirst = m_state.view == SignInState::View::SetUp;
    (isFirst ? m_agency : m_account->text().isEmpty() ? m_account : m_password)->setFocus();
}

void SignInPage::follow()
{
    using Access = models::Workspace::Access;
    const auto access = m_workspace.access();
    if (access != Access::Training)
        m_isSettingUp = false;
    const auto view = access == Access::Training ? SignInState::View::SetUp
                      : access == Access::Locked ? SignInState::View::Locked
                                                 : SignInState::View::SignIn;
    // Passwords are not kept a moment longer than they are needed.
    m_password->clear();
    m_repeated->clear();
    m_clockIsRight->hide();
    m_state.view = view;
    m_state.lockedAccount = m_workspace.lockedAccount();
    if (view == SignInState::View::Locked)
        m_account->setText(m_state.lockedAccount);
    else if (access == Access::Working || access == Access::SignedOut)
        m_account->clear();
    const bool isSetUp = view == SignInState::View::SetUp;
    showField(m_agency, isSetUp);
    showField(m_fullName, isSetUp);
    showField(m_repeated, isSetUp);
    m_back->setVisible(isSetUp);
    m_backAction->setEnabled(isSetUp);
    const auto agency = m_workspace.workstation().agency();
    switch (view) {
    case SignInState::View::SignIn:
        setTitle(tr("Sign in"));
        setMainAction(tr("Sign in"), QKeySequence(Qt::CTRL | Qt::Key_Return));
        m_intro->setText(tr("Likeness works for %1. What you look at and what you decide is entered under "
                            "your account.")
                             .arg(agency ? agency->name() : QString()));
        break;
    case SignInState::View::Locked:
        setTitle(tr("Locked"));
        setMainAction(tr("Unlock"), QKeySequence(Qt::CTRL | Qt::Key_Return));
        m_intro->setText(tr("%1 works here and is away. The work is kept as it stands. The password unlocks "
                            "it.")
                             .arg(m_state.lockedAccount));
        break;
    case SignInState::View::SetUp:
        setTitle(tr("Set up accounts for casework"));
        setMainAction(tr("Make the agency file"), QKeySequence(Qt::CTRL | Qt::Key_Return));
        m_intro->setText(
            tr("With accounts, people sign what they find, nobody verifies their own work, and reports count "
               "as casework. You become the first supervisor and can add the others in Settings. From then "
               "on everybody signs in; there is no way back into training on this workstation. A password "
               "cannot be recovered."));
        break;
    }
    update();
}

void SignInPage::readFields()
{
    m_state.isBusy = m_workspace.isCheckingPassword();
    m_state.account = m_account->text().trimmed();
    m_state.password = m_password->text();
    m_state.agency = m_agency->text().trimmed();
    m_state.fullName = m_fullName->text().trimmed();
    m_state.repeated = m_repeated->text();
}

void SignInPage::update()
{
    readFields();
    setMissing(missingSentence(m_state.missing()));
    if (m_state.closesCase())
        m_said->setText(tr("The case that %1 has open is closed first. Nothing of it is lost.")
                            .arg(m_state.lockedAccount));
    m_said->setVisible(!m_said->text().isEmpty());
    for (QLineEdit *field : {m_agency, m_account, m_fullName, m_password, m_repeated})
        field->setReadOnly(m_state.isBusy);
}

void SignInPage::go()
{
    readFields();
    if (m_state.missing() != SignInState::Missing::Nothing)
        return;
    if (m_state.view != SignInState::View::SetUp) {
        m_workspace.signIn(m_state.account, m_state.password,
                           m_clockIsRight->isVisible() && m_clockIsRight->isChecked());
        return;
    }
    model::Account first;
    first.name = m_state.account;
    first.fullName = m_state.fullName;
    // Everything that one person may be: they share it out when the others are added.
    for (const model::Role role : model::allRoles())
        first.roles |= role;
    first.trainedUntil = m_workspace.today().addYears(1);
    m_workspace.createAgency(m_state.agency, first, m_state.password);
}

void SignInPage::say(const base::Error &error)
{
    m_password->clear();
    m_repeated->clear();
    m_said->setText(words::sentence(error));
    m_clockIsRight->setChecked(false);
    m_clockIsRight->setVisible(error.code == base::ErrorCode::ClockChanged);
    m_said->setVisible(true);
    if (isVisible())
        m_password->setFocus();
}

} // namespace likeness::pages
