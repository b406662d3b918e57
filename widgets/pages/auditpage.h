// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/auditmodel.h"
#include "widgets/pages/auditstate.h"
#include "widgets/pages/workpage.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace likeness::pages
{

/// What was done, by whom and when: the chains of the case, of a gallery and of this workstation. Nothing
/// here can be changed.
class AuditPage : public WorkPage
{
    Q_OBJECT
public:
    explicit AuditPage(models::Workspace &workspace, QWidget *parent = nullptr);

    void activated() override;

private:
    void listChains();
    void showChain();
    void update();
    void check();
    void filter(const QString &text);
    void showEntry(const QModelIndex &index);

    AuditState m_state;
    QString m_shown; ///< key of the chain in the list

    models::AuditModel *m_entries = nullptr;
    QSortFilterProxyModel *m_filtered = nullptr;
    QComboBox *m_chains = nullptr;
    QLineEdit *m_filter = nullptr;
    QLabel *m_stateText = nullptr;
    QTableView *m_table = nullptr;
};

} // namespace likeness::pages
