// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QAction;
class QButtonGroup;
class QVBoxLayout;

namespace likeness::window {

/// The way through the work, at the left edge: one button per page. Arrow keys go along it.
class Rail : public QFrame
{
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);

    /// `action` is checkable; what is added after addBreak stands at the foot.
    void addPage(QAction *action);
    void addBreak();
    void addPlain(QAction *action); ///< no page, never checked

private:
    QVBoxLayout *m_column = nullptr;
    QButtonGroup *m_group = nullptr;
};

} // namespace likeness::window
