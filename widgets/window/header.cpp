// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/header.h"

#include "widgets/common/theme.h"
#include "widgets/words/examinationtext.h"
#include "widgets/words/nametext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace likeness::window
{

using common::gridPx;

Header::Header(models::Workspace &workspace, QWidget *parent) : QWidget(parent), m_workspace(workspace)
{
    m_case = new QLabel(this);
    m_case->setTextFormat(Qt::PlainText);
    m_case->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    QFont font = m_case->font();
    font.setWeight(QFont::DemiBold);
    m_case->setFont(font);
    m_access = new QLabel(this);
    m_actor = new QLabel(this);
    m_actor->setTextFormat(Qt::PlainText);
    common::makeSecondary(m_actor);
    m_account = new QToolButton(this);
    m_account->setObjectName(QStringLiteral("accountButton"));
    m_account->setPopupMode(QToolButton::InstantPopup);
    m_account->setFocusPolicy(Qt::TabFocus);
    m_account->setMenu(new QMenu(m_account));
    auto *lead = new QLabel(tr("LEAD ONLY"), this);
    lead->setToolTip(words::leadOnly());
    lead->setAccessibleDescription(words::leadOnly());
    QFont leadFont = lead->font();
    leadFont.setWeight(QFont::DemiBold);
    leadFont.setLetterSpacing(QFont::AbsoluteSpacing, 0.8);
    lead->setFont(leadFont);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2 * gridPx, gridPx, 2 * gridPx, 0);
    row->setSpacing(2 * gridPx);
    row->addWidget(m_case, 1);
    row->addWidget(m_access);
    row->addWidget(m_actor);
    row->addWidget(m_account);
    row->addWidget(lead);
    connect(&workspace, &models::Workspace::caseChanged, this, &Header::refresh);
    connect(&workspace, &models::Workspace::contentsChanged, this, &Header::refresh);
    connect(&workspace, &models::Workspace::accountChanged, this, &Header::refreshAccount);
    connect(&workspace, &models::Workspace::blindChanged, this, &Header::refresh);
    refresh();
    refreshAccount();
}

void Header::setAccountActions(const QList<QAction *> &actions)
{
    m_account->menu()->clear();
    m_account->menu()->addActions(actions);
}

void Header::refreshAccount()
{
    const auto actor = m_workspace.actor();
    const bool isTraining = m_workspace.isTraining();
    m_actor->setVisible(isTraining);
    m_account->setVisible(!isTraining);
    if (isTraining) {
        m_actor->setText(tr("%1, training").arg(actor.name));
        return;
    }
    QStringList roles;
    for (const model::Role role : model::allRoles())
        if (actor.roles.testFlag(role))
            roles << words::phrase(role);
    const QString all = roles.join(QStringLiteral(", "));
    m_account->setText(QStringLiteral("%1  ▾").arg(
        roles.size() > 2
            ? tr("%1: %2 and %n more role(s)", nullptr, int(roles.size()) - 1).arg(actor.name, roles.front())
        : roles.isEmpty() ? actor.name
                          : tr("%1: %2").arg(actor.name, all)));
    m_account->setToolTip(tr("%1 (%2): %3").arg(actor.fullName, actor.name, all));
    m_account->setAccessibleName(m_account->toolTip());
    elide();
}

void Header::refresh()
{
    const bool isOpen = m_workspace.hasCase();
    const model::CaseDetails &details = m_workspace.contents().file.details;
    // Who compares blind is not told what the case is about.
    m_caseText = m_workspace.isBlind() ? tr("Blind verification")
                 : isOpen              ? tr("Case %1 - %2").arg(details.number, details.offence)
                                       : tr("No case is open");
    m_case->setToolTip(isOpen ? m_caseText : QString());
    m_access->setText(!isOpen ? QString() : m_workspace.isReadOnly() ? tr("read only") : tr("open"));
    m_access->setVisible(isOpen && !m_workspace.isBlind());
    m_workspace.isReadOnly() ? common::makeCaution(m_access) : common::makeSecondary(m_access);
    // The style sheet looks at a role only when it is asked to.
    m_access->setStyleSheet(m_access->styleSheet());
    elide();
}

void Header::elide()
{
    m_case->setText(m_case->fontMetrics().elidedText(m_caseText, Qt::ElideRight, m_case->width()));
    m_case->setAccessibleName(m_caseText);
}

void Header::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    elide();
}

} // namespace likeness::window
