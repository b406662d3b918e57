// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace likeness::viewer
{

/// The text of a mark, written where it will stand. Enter accepts, Escape gives up, leaving it accepts; then
/// it deletes itself, and after a key the viewer has the keyboard again.
class MarkTextEdit : public QLineEdit
{
    Q_OBJECT
public:
    MarkTextEdit(const QString &text, QWidget *viewer); ///< shown and with the keyboard at once
    void placeAt(const QPointF &point, const QRectF &canvas);

signals:
    void finished(const QString &text); ///< accepted; trimmed

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void end(bool accepted, bool byKey);
    bool m_ended = false;
};

} // namespace likeness::viewer
