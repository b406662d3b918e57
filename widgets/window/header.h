// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/workspace.h"

#include <QWidget>

class QLabel;

namespace likeness::window
{

/// The line above every page: which case this is and how it is open; who acts; and that it is a lead only.
class Header : public QWidget
{
    Q_OBJECT
public:
    explicit Header(models::Workspace &workspace, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void elide();

    models::Workspace &m_workspace;
    QString m_caseText;
    QLabel *m_case = nullptr;
    QLabel *m_access = nullptr;
};

} // namespace likeness::window
