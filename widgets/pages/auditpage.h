// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/auditfilter.h"
#include "widgets/models/auditmodel.h"
#include "widgets/pages/auditstate.h"
#include "widgets/pages/workpage.h"

#include <QTimer>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace likeness::pages
{

class FactList;

/// What was done, by whom and when: the chains of the case, of a gallery and of this workstation. Nothing
/// here can be changed.
class AuditPage : public WorkPage
{
    Q_OBJECT
public:
    explicit AuditPage(models::Workspace &workspace, QWidget *parent = nullptr);

    void activated() override;

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void listChains();
    void showChain();
    void update();
    void check();
    QWidget *makeFilters();
    QWidget *makeDetails();
    models::AuditModel::Chain chainOf(const QString &key) const;
    void filter();
    void find(const models::AuditFilter &filter);
    void askSignedHead();
    void exportRecord();
    void showEntry();
    void recordView();

    AuditState m_state;
    QString m_shown;    ///< key of the chain in the list
    QString m_recorded; ///< key of the chain whose view is in the record, of this showing
    models::AuditFilter m_wanted;
    QTimer m_typing; ///< a filter runs when the typing pauses

    models::AuditModel *m_entries = nullptr;
    QComboBox *m_chains = nullptr;
    QLineEdit *m_filter = nullptr;
    QLineEdit *m_actor = nullptr;
    QComboBox *m_group = nullptr;
    QComboBox *m_span = nullptr;
    QAction *m_exportAction = nullptr;
    QLabel *m_found = nullptr;
    QLabel *m_head = nullptr;
    QLabel *m_entryTitle = nullptr;
    FactList *m_entryFacts = nullptr;
    FactList *m_entryDetails = nullptr;
    QLabel *m_stateText = nullptr;
    QTableView *m_table = nullptr;
};

} // namespace likeness::pages
