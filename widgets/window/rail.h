// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QVBoxLayout;

namespace likeness::window
{

/// The way through the work, at the left edge: one button per page.
class Rail : public QFrame
{
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);

    void add(QAction *action); ///< checkable when it brings a page to the front
    void addBreak();           ///< what is added later stands at the foot
    QSize
    sizeHint() const override; ///< never narrower than its longest text: a fixed width has no other least

private:
    QVBoxLayout *m_column = nullptr;
};

} // namespace likeness::window
