// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/enginecardpage.h"

#include "engine/report/enginecard.h"
#include "widgets/common/theme.h"
#include "widgets/pages/parts.h"

#include <QCoreApplication>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace likeness::pages
{

using common::gridPx;

namespace
{

constexpr int readingWidth = 760;

QString translated(const char *source)
{
    return QCoreApplication::translate("report", source);
}

QLabel *reading(QLabel *label)
{
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

EngineCardPage::EngineCardPage(models::Workspace &workspace, QWidget *parent)
    : WorkPage(Step::EngineCard, workspace, parent)
{
    setTitle(tr("Know what the engine is bad at"));
    setMainAction(tr("Measure it on your own pictures"), QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(this, &Page::mainActionTriggered, this, [this] { emit stepWanted(Step::SelfTest); });

    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("engineCard"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(makeCard());
    scroll->setAccessibleName(windowTitle());
    scroll->setFocusPolicy(Qt::StrongFocus); // the arrows scroll
    m_scroll = scroll;
    content()->addWidget(scroll, 1);
}

QWidget *EngineCardPage::makeCard()
{
    auto *card = new QWidget(this);
    card->setMaximumWidth(readingWidth);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(gridPx, gridPx, gridPx, gridPx); // the focus ring stands around it
    layout->setSpacing(gridPx / 2);
    layout->addWidget(reading(heading(translated(report::notEvaluated), card)));
    layout->addWidget(reading(plain(translated(report::engineCardIntroduction), card)));
    for (const report::EngineLimit &limit : report::engineLimits()) {
        layout->addSpacing(gridPx + gridPx / 2);
        layout->addWidget(reading(heading(translated(limit.limit), card)));
        layout->addWidget(reading(plain(translated(limit.evidence), card)));
        layout->addWidget(reading(quiet(translated(limit.source), card)));
    }
    layout->addStretch(1);
    return card;
}

void EngineCardPage::activated()
{
    m_scroll->setFocus();
}

} // namespace likeness::pages
