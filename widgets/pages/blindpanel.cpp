// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/blindpanel.h"

#include "widgets/common/theme.h"
#include "widgets/pages/comparisonworkbench.h"
#include "widgets/pages/parts.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace likeness::pages
{

using common::gridPx;

BlindPanel::BlindPanel(QAction *previous, QAction *next, QAction *giveBack, QWidget *parent) : QWidget(parent)
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    m_bench = new ComparisonWorkbench(this);
    all->addWidget(m_bench);
    m_progress = heading({}, this);
    m_progress->setObjectName(QStringLiteral("blindProgress"));
    m_bench->top()->addWidget(m_progress);
    auto *steps = new QHBoxLayout;
    steps->setSpacing(gridPx);
    steps->addWidget(buttonFor(previous, QStringLiteral("arrow-left"), this));
    steps->addWidget(buttonFor(next, QStringLiteral("arrow-right"), this));
    steps->addStretch(1);
    steps->addWidget(buttonFor(giveBack, {}, this));
    m_bench->top()->addLayout(steps);
    connect(m_bench, &ComparisonWorkbench::comparisonChanged, this,
            [this] { emit edited(m_bench->comparison()); });
}

void BlindPanel::showProgress(const VerifyState &state)
{
    m_progress->setText(tr("Portrait %1: %2 of %3 complete")
                            .arg(state.currentLabel())
                            .arg(state.completeCount())
                            .arg(state.labels.size()));
}

void BlindPanel::showPictures(const casework::CaseSession::BlindPicture &probe,
                              const casework::CaseSession::BlindPicture &portrait)
{
    m_bench->setPictures({probe.picture, probe.box, tr("Probe"), {}},
                         {portrait.picture, portrait.box, tr("Portrait %1").arg(portrait.label), {}});
}

void BlindPanel::showNothing(const QString &why)
{
    m_bench->setPictures({{}, {}, {}, why}, {});
    m_bench->setComparison({});
}

void BlindPanel::setComparison(const model::Comparison &comparison)
{
    m_bench->setComparison(comparison);
}

void BlindPanel::setReadOnly(bool readOnly)
{
    m_bench->setReadOnly(readOnly);
}

void BlindPanel::takeFocus()
{
    m_bench->takeFocus();
}

} // namespace likeness::pages
