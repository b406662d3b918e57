// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/casestate.h"
#include "widgets/pages/workpage.h"

class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;
class QStandardItemModel;

namespace likeness::pages
{

class FactList;

/// Where the work begins: the first start, the form of a new case, and the open case with its facts.
class CasePage : public WorkPage
{
    Q_OBJECT
public:
    explicit CasePage(models::Workspace &workspace, QWidget *parent = nullptr);

    void activated() override;

private:
    QWidget *makeStart();
    QWidget *makeForm();
    QWidget *makeBusy();
    QWidget *makeOverview();
    void update();
    void updateForm();
    void updateOverview();
    void emphasizeSample(bool emphasized);
    void listRecent();
    void mainAction();
    void askForm(bool wanted);
    void openFolder();
    void openRecent();
    void checkIntegrity();
    QString targetFolder() const;
    CaseFormState formState() const;

    bool m_isFormWanted = false;
    QString m_parentFolder;

    QStackedWidget *m_views = nullptr;
    QAction *m_newAction = nullptr;
    QAction *m_openAction = nullptr;
    QAction *m_sampleAction = nullptr;
    QAction *m_checkAction = nullptr;
    QAction *m_closeAction = nullptr;
    QAction *m_setUpAction = nullptr;
    QPushButton *m_sampleButton = nullptr;
    QPushButton *m_setUpButton = nullptr;
    QWidget *m_sampleText = nullptr;
    QWidget *m_setUpText = nullptr;
    QWidget *m_recentPart = nullptr;
    QListView *m_recentList = nullptr;
    QStandardItemModel *m_recent = nullptr;
    QLineEdit *m_number = nullptr;
    QLineEdit *m_offence = nullptr;
    QLineEdit *m_purpose = nullptr;
    QLineEdit *m_requester = nullptr;
    QLabel *m_folder = nullptr;
    FactList *m_facts = nullptr;
    FactList *m_counts = nullptr;
    QLabel *m_access = nullptr;
    QLabel *m_unfinished = nullptr;
    QLabel *m_integrity = nullptr;
};

} // namespace likeness::pages
