// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/wipedivider.h"

#include "widgets/common/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace likeness::viewer
{

namespace
{

constexpr int step = 8;
constexpr int farStep = 64;

} // namespace

WipeDivider::WipeDivider(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SplitHCursor);
    setAccessibleName(tr("Divider between the two pictures"));
    setToolTip(tr("Drag, or move with the arrow keys"));
}

void WipeDivider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const common::Colors &colors = common::colors();
    const QRectF line(width() / 2.0 - 1, 0, 2, height());
    painter.fillRect(line.adjusted(-1, 0, 1, 0), QColor(0, 0, 0, 150));
    painter.fillRect(line, hasFocus() ? colors.focus : QColor(255, 255, 255, 230));
    const QRectF grip(0.5, height() / 2.0 - 20, width() - 1, 40);
    painter.setPen(QPen(hasFocus() ? colors.focus : QColor(0, 0, 0, 150), hasFocus() ? 2 : 1));
    painter.setBrush(colors.raised);
    painter.drawRoundedRect(grip.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setPen(QPen(colors.text, 1));
    for (int dx : {-2, 2})
        painter.drawLine(QPointF(width() / 2.0 + dx, grip.top() + 13),
                         QPointF(width() / 2.0 + dx, grip.bottom() - 13));
}

void WipeDivider::mousePressEvent(QMouseEvent *event)
{
    m_grabbedAt = event->position().toPoint().x();
}

void WipeDivider::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        emit movedBy(event->position().toPoint().x() - m_grabbedAt);
}

void WipeDivider::keyPressEvent(QKeyEvent *event)
{
    const int by = event->modifiers() & Qt::ShiftModifier ? farStep : step;
    if (event->key() == Qt::Key_Left)
        emit movedBy(-by);
    else if (event->key() == Qt::Key_Right)
        emit movedBy(by);
    else if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End)
        emit movedToEnd(event->key() == Qt::Key_End);
    else
        QWidget::keyPressEvent(event);
}

} // namespace likeness::viewer
