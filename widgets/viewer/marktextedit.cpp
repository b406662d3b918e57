// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewer/marktextedit.h"

#include <QKeyEvent>

#include <algorithm>

namespace likeness::viewer
{

namespace
{

constexpr int widthPx = 200;
constexpr int mostLetters = 120;
constexpr int awayPx = 14;

} // namespace

MarkTextEdit::MarkTextEdit(const QString &text, QWidget *viewer) : QLineEdit(text, viewer)
{
    setObjectName(QStringLiteral("markText"));
    setMaxLength(mostLetters);
    setPlaceholderText(tr("What is seen here"));
    setAccessibleName(tr("Text of the mark"));
    resize(std::min(widthPx, viewer->width()), sizeHint().height());
    show();
    setFocus(Qt::OtherFocusReason);
}

void MarkTextEdit::placeAt(const QPointF &point, const QRectF &canvas)
{
    const double x = std::clamp(point.x() + awayPx, canvas.left(), std::max(0.0, canvas.right() - width()));
    double y = point.y() + awayPx;
    if (y + height() > canvas.bottom())
        y = point.y() - awayPx - height();
    move(int(x), int(std::max(canvas.top(), y)));
}

bool MarkTextEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void MarkTextEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        end(false, true);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        end(true, true);
    else
        QLineEdit::keyPressEvent(event);
}

void MarkTextEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        end(true, false);
}

void MarkTextEdit::end(bool accepted, bool byKey)
{
    if (m_ended)
        return;
    m_ended = true;
    if (byKey)
        parentWidget()->setFocus(Qt::OtherFocusReason);
    hide();
    deleteLater();
    if (accepted)
        emit finished(text().trimmed());
}

} // namespace likeness::viewer
