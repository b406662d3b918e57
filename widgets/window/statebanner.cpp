// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/statebanner.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/words/errortext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace likeness::window
{

using common::gridPx;

StateBanner::StateBanner(models::Workspace &workspace, QWidget *parent)
    : QFrame(parent), m_workspace(workspace)
{
    setObjectName(QStringLiteral("stateBanner"));
    m_text = new QLabel(this);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    common::makeCaution(m_text);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2 * gridPx, gridPx / 2, 2 * gridPx, gridPx / 2);
    row->addWidget(m_text);
    connect(&workspace, &models::Workspace::caseChanged, this, &StateBanner::refresh);
    connect(&workspace, &models::Workspace::accountChanged, this, &StateBanner::refresh);
    refresh();
}

void StateBanner::refresh()
{
    m_sentences.clear();
    if (const auto file = m_workspace.file())
        if (const auto distrust = file->distrust())
            m_sentences << words::sentence(*distrust) << tr("The case is open for reading only.");
    const auto &profile = m_workspace.profile();
    if (!profile)
        m_sentences << words::sentence(profile.error());
    else if (const auto inForce = policy::checkInForce(*profile, m_workspace.today()); !inForce)
        m_sentences << words::sentence(inForce.error());
    const auto actor = m_workspace.actor();
    if (m_workspace.access() == models::Workspace::Access::Working && actor.trainedUntil.isValid() &&
        actor.trainedUntil < m_workspace.today())
        m_sentences << tr("Your training date was %1. Searching, comparing and verifying wait until a "
                          "supervisor enters a new one.")
                           .arg(QLocale().toString(actor.trainedUntil, QStringLiteral("yyyy-MM-dd")));
    m_text->setText(m_sentences.join(QLatin1Char(' ')));
    setAccessibleName(m_text->text());
    setVisible(!m_sentences.isEmpty());
}

} // namespace likeness::window
