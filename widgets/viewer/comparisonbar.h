// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QWidget>

#include <functional>

class QAction;
class QHBoxLayout;
class QToolButton;

namespace likeness::viewer
{

/// A row of tool buttons, each an action of `owner` with its key in the tooltip and on the sheet of keys.
/// Their keys work wherever the keyboard is in the owner's window while the owner is seen.
class ComparisonBar : public QWidget
{
    Q_OBJECT
public:
    explicit ComparisonBar(QWidget *owner);

    /// `what` is the tooltip's sentence, the key is added to it. With `words` the text stands on the button.
    QAction *add(const QString &icon, const QString &text, const QString &what, const QKeySequence &key,
                 const std::function<void()> &act, bool words = false);
    /// The same, checkable; `act` is told whether it is on. Changing it by setChecked tells nobody.
    QAction *addSwitch(const QString &icon, const QString &text, const QString &what, const QKeySequence &key,
                       const std::function<void(bool)> &act, bool words = false);
    void addGap();
    void addStretch();
    void addWidget(QWidget *widget, int stretch = 0);

private:
    QAction *make(const QString &icon, const QString &text, const QString &what, const QKeySequence &key,
                  bool words);
    QWidget *m_owner;
    QHBoxLayout *m_row;
};

} // namespace likeness::viewer
