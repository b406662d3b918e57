// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/page.h"

#include "widgets/common/emptystate.h"
#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace likeness::common
{

Page::Page(QWidget *parent) : QWidget(parent)
{
    m_title = new QLabel(this);
    m_title->setFont(titleFont());
    m_title->setWordWrap(true);
    makeTitle(m_title);

    m_stack = new QStackedWidget(this);
    auto *contentWidget = new QWidget(m_stack);
    m_content = new QVBoxLayout(contentWidget);
    m_content->setContentsMargins({});
    m_content->setSpacing(gridPx);
    m_empty = new EmptyState(m_stack);
    m_stack->addWidget(contentWidget);
    m_stack->addWidget(m_empty);
    connect(m_empty, &EmptyState::actionTriggered, this, &Page::emptyStateActionTriggered);

    m_missing = new QLabel(this);
    m_missing->setWordWrap(true);
    m_missing->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    makeSecondary(m_missing);
    m_mainButton = new QPushButton(this);
    m_mainButton->hide();
    makeMainAction(m_mainButton);
    connect(m_mainButton, &QPushButton::clicked, this, &Page::mainActionTriggered);

    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(2 * gridPx);
    bottom->addWidget(m_missing, 1);
    bottom->addWidget(m_mainButton);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * gridPx, gridPx, 2 * gridPx, 2 * gridPx);
    layout->setSpacing(gridPx + gridPx / 2);
    layout->addWidget(m_title);
    layout->addWidget(m_stack, 1);
    layout->addLayout(bottom);
}

void Page::setTitle(const QString &title)
{
    m_title->setText(title);
    setWindowTitle(title);
    setAccessibleName(title);
}

void Page::setMainAction(const QString &text, const QKeySequence &key)
{
    m_mainButton->setText(text);
    m_mainButton->setShortcut(key);
    m_mainButton->setToolTip(
        key.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
    m_mainButton->setVisible(!text.isEmpty());
}

void Page::setMissing(const QString &whatIsMissing)
{
    m_missing->setText(whatIsMissing);
    m_mainButton->setEnabled(whatIsMissing.isEmpty());
    // A grey button cannot have the focus: who listens to the page hears what is missing there.
    m_mainButton->setAccessibleDescription(whatIsMissing);
    setAccessibleDescription(whatIsMissing);
}

void Page::showEmptyState(const QString &sentence, const QString &actionText)
{
    m_empty->setSentence(sentence);
    m_empty->setAction(actionText);
    m_stack->setCurrentWidget(m_empty);
}

void Page::showContent()
{
    m_stack->setCurrentIndex(0);
}

} // namespace likeness::common
