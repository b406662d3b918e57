// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/header.h"

#include "widgets/common/theme.h"
#include "widgets/words/nametext.h"

#include <QHBoxLayout>
#include <QLabel>

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
    auto *actor = new QLabel(tr("%1, training").arg(workspace.workstation().actor().name), this);
    actor->setTextFormat(Qt::PlainText);
    common::makeSecondary(actor);
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
    row->addWidget(actor);
    row->addWidget(lead);
    connect(&workspace, &models::Workspace::caseChanged, this, &Header::refresh);
    connect(&workspace, &models::Workspace::contentsChanged, this, &Header::refresh);
    refresh();
}

void Header::refresh()
{
    const bool isOpen = m_workspace.hasCase();
    const model::CaseDetails &details = m_workspace.contents().file.details;
    m_caseText = isOpen ? tr("Case %1 - %2").arg(details.number, details.offence) : tr("No case is open");
    m_case->setToolTip(isOpen ? m_caseText : QString());
    m_access->setText(!isOpen ? QString() : m_workspace.isReadOnly() ? tr("read only") : tr("open"));
    m_access->setVisible(isOpen);
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
