// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/workpage.h"

class QAction;
class QLabel;
class QSpinBox;
class QVBoxLayout;

namespace likeness::pages
{

class FactList;

/// What the report of the case will contain, what a reader would miss in it, and the export to PDF and JSON.
class ReportPage : public WorkPage
{
    Q_OBJECT
public:
    explicit ReportPage(models::Workspace &workspace, QWidget *parent = nullptr);

    void activated() override;

private:
    QWidget *makeResult();
    void update();
    void exportReport();
    QWidget *makeMore();
    void updateSearches();
    void exportDisclosure();
    void exportStatistics();
    void exported(base::Result<casework::CaseSession::Exported> result);

    bool m_isExporting = false;
    QString m_folder; ///< of the last export

    FactList *m_contents = nullptr;
    QLabel *m_warnings = nullptr;
    FactList *m_facts = nullptr;
    QVBoxLayout *m_searches = nullptr;
    QAction *m_disclosureAction = nullptr;
    QAction *m_statisticsAction = nullptr;
    QSpinBox *m_year = nullptr;
    FactList *m_figures = nullptr;
    QWidget *m_result = nullptr;
    FactList *m_resultFacts = nullptr;
};

} // namespace likeness::pages
