// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace likeness::viewer
{

/// The line between two wiped pictures. Moved by the mouse or by arrow keys; the owner places it.
class WipeDivider : public QWidget
{
    Q_OBJECT
public:
    static constexpr int widthPx = 12;

    explicit WipeDivider(QWidget *parent = nullptr);

signals:
    void movedBy(int logicalPixels);
    void movedToEnd(bool right);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int m_grabbedAt = 0;
};

} // namespace likeness::viewer
