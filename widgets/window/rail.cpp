// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/rail.h"

#include "widgets/common/theme.h"

#include <QAction>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace likeness::window
{

using common::gridPx;

namespace
{

constexpr int leastWidth = 136;
constexpr QSize iconPx(28, 18); // with room to the text

/// A rail button says which page is in front by an edge in the accent, not by its grey alone.
class RailButton : public QToolButton
{
public:
    explicit RailButton(QAction *action, QWidget *parent) : QToolButton(parent)
    {
        setDefaultAction(action);
        setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        setIconSize(iconPx);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setFocusPolicy(Qt::TabFocus);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QToolButton::paintEvent(event);
        if (!isChecked())
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(common::colors().focus);
        painter.drawRoundedRect(QRectF(2, height() / 2.0 - 9, 3, 18), 1.5, 1.5);
    }
};

} // namespace

Rail::Rail(QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("rail"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setAccessibleName(tr("Pages"));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(gridPx, gridPx, gridPx, gridPx);
    m_column->setSpacing(gridPx / 2);
}

QSize Rail::sizeHint() const
{
    return QFrame::sizeHint().expandedTo({leastWidth, 0});
}

void Rail::add(QAction *action)
{
    m_column->addWidget(new RailButton(action, this));
}

void Rail::addBreak()
{
    m_column->addStretch(1);
}

} // namespace likeness::window
