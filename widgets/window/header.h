// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/workspace.h"

#include <QWidget>

class QAction;
class QLabel;
class QToolButton;

namespace likeness::window
{

/// The line above every page: which case this is and how it is open; who acts; and that it is a lead only.
class Header : public QWidget
{
    Q_OBJECT
public:
    explicit Header(models::Workspace &workspace, QWidget *parent = nullptr);

    /// What the account may do: lock, sign out, go to its settings. Shown in the menu under its name.
    void setAccountActions(const QList<QAction *> &actions);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void refreshAccount();
    void elide();

    models::Workspace &m_workspace;
    QString m_caseText;
    QLabel *m_case = nullptr;
    QLabel *m_access = nullptr;
    QLabel *m_actor = nullptr;        ///< in training: there is nothing to choose
    QToolButton *m_account = nullptr; ///< with accounts
};

} // namespace likeness::window
