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

namespace
{

QStringList missingGuards(const media::Confinement &confinement)
{
    QStringList missing;
    if (!confinement.noNewPrivileges)
        missing << StateBanner::tr("decoders may gain privileges");
    if (!confinement.systemCallFilter)
        missing << StateBanner::tr("decoders may call all of the system (no seccomp)");
    if (!confinement.fileSystemRules)
        missing << StateBanner::tr("decoders may open files (no Landlock)");
    if (!confinement.resourceLimits)
        missing << StateBanner::tr("decoders may use any amount of memory and time");
    return missing;
}

} // namespace

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
    askForConfinement();
}

void StateBanner::askForConfinement()
{
    m_workspace.runner().run<media::Confinement>(
        tr("Checking how files are decoded"), {}, this,
        [workstation = m_workspace.sharedWorkstation()](base::Progress &) -> base::Result<media::Confinement> {
            return workstation->decoder().confinement();
        },
        [this](const base::Result<media::Confinement> &confinement) {
            if (!confinement)
                return;
            m_confinement = *confinement;
            refresh();
        });
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
    if (const QStringList missing = missingGuards(m_confinement); !missing.isEmpty())
        m_sentences << tr("This machine guards less against harmful files than it should: %1. Pictures and "
                          "recordings still open. Please ask whoever looks after it for a newer kernel.")
                           .arg(missing.join(QStringLiteral(", ")));
    m_text->setText(m_sentences.join(QLatin1Char(' ')));
    setAccessibleName(m_text->text());
    setVisible(!m_sentences.isEmpty());
}

} // namespace likeness::window
