// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/rate.h"
#include "engine/casework/selftests.h"
#include "widgets/common/emptystate.h"
#include "widgets/models/rowsmodel.h"
#include "widgets/pages/workpage.h"

#include <QPointer>

class QAction;
class QComboBox;
class QLabel;
class QScrollArea;
class QStackedWidget;
class QTableView;

namespace likeness::pages
{

class FactList;
class PlotView;

/// How well the engine tells people apart, measured on the agency's own pictures, and the figures of the last run. They
/// come from the verified chain of the workstation and nowhere else, so that the page shows what reports quote.
class SelfTestPage : public WorkPage
{
    Q_OBJECT
public:
    explicit SelfTestPage(models::Workspace &workspace, QWidget *parent = nullptr);
    ~SelfTestPage() override;

    void activated() override;
    void measure(const QString &folder);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fitTables();
    bool hasKeyboard() const;
    QWidget *makeChoices();
    QWidget *makeResults();
    model::SelfTest::Kind kind() const;
    void chooseGroups();
    void read();
    void ended(const base::Result<casework::MadeSelfTest> &result);
    void noteProgress();
    void update();
    void showTest(const model::SelfTest &test);
    const model::SelfTest *shown() const;

    std::vector<model::SelfTest> m_tests;
    bool m_isRead = false;
    bool m_isReading = false;
    QString m_problem; ///< why there are no figures to show
    QString m_ended;   ///< how the last run ended
    bool m_endedBadly = false;
    QString m_groupsFile;
    QString m_engineId; ///< of the engine as it is now; empty: not known yet
    QPointer<jobs::Job> m_job;
    bool m_isRunning = false;
    base::Rate m_rate;

    QComboBox *m_kind = nullptr;
    QAction *m_groupsAction = nullptr;
    QAction *m_stopAction = nullptr;
    QLabel *m_groups = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_trouble = nullptr;
    QStackedWidget *m_stack = nullptr;
    common::EmptyState *m_empty = nullptr;
    QScrollArea *m_results = nullptr;
    QLabel *m_otherEngine = nullptr;
    FactList *m_facts = nullptr;
    models::RowsModel *m_figures = nullptr;
    QTableView *m_figureTable = nullptr;
    QWidget *m_groupPart = nullptr;
    QLabel *m_groupWords = nullptr;
    models::RowsModel *m_groupFigures = nullptr;
    QTableView *m_groupTable = nullptr;
    PlotView *m_det = nullptr;
    PlotView *m_rank = nullptr;
};

} // namespace likeness::pages
