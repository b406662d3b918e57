// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace likeness::common
{

/// What stands in place of a page's content: one sentence that says what belongs here, and the action that
/// puts it there.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    void setSentence(const QString &sentence);
    void setAction(const QString &text); ///< empty hides the button
    QString sentence() const;
    QPushButton *button() const { return m_button; }

signals:
    void actionTriggered();

private:
    QLabel *m_sentence = nullptr;
    QPushButton *m_button = nullptr;
};

} // namespace likeness::common
