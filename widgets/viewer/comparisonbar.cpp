// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/comparisonbar.h"

#include "widgets/common/icons.h"
#include "widgets/common/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

namespace likeness::viewer
{

ComparisonBar::ComparisonBar(QWidget *owner) : QWidget(owner), m_owner(owner), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins({});
    m_row->setSpacing(common::gridPx / 4);
}

QAction *ComparisonBar::make(const QString &icon, const QString &text, const QString &what,
                             const QKeySequence &key, bool words)
{
    auto *action = new QAction(common::icon(icon), text, m_owner);
    action->setShortcut(key);
    action->setToolTip(QStringLiteral("%1 (%2)").arg(what, key.toString(QKeySequence::NativeText)));
    m_owner->addAction(action);
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::TabFocus);
    if (words) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize({22, 16}); // with room to the text
    }
    m_row->addWidget(button);
    return action;
}

QAction *ComparisonBar::add(const QString &icon, const QString &text, const QString &what,
                            const QKeySequence &key, const std::function<void()> &act, bool words)
{
    QAction *action = make(icon, text, what, key, words);
    connect(action, &QAction::triggered, m_owner, [act] { act(); });
    return action;
}

QAction *ComparisonBar::addSwitch(const QString &icon, const QString &text, const QString &what,
                                  const QKeySequence &key, const std::function<void(bool)> &act, bool words)
{
    QAction *action = make(icon, text, what, key, words);
    action->setCheckable(true);
    connect(action, &QAction::triggered, m_owner, act);
    return action;
}

void ComparisonBar::addGap()
{
    m_row->addSpacing(common::gridPx);
}

void ComparisonBar::addStretch()
{
    m_row->addStretch(1);
}

void ComparisonBar::addWidget(QWidget *widget, int stretch)
{
    m_row->addWidget(widget, stretch);
}

} // namespace likeness::viewer
