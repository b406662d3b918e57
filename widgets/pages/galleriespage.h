// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/rate.h"
#include "widgets/models/gallerymodel.h"
#include "widgets/models/outcomemodel.h"
#include "widgets/models/portraitmodel.h"
#include "widgets/pages/workpage.h"

#include <QPointer>

class QAction;
class QLabel;
class QLineEdit;
class QListView;
class QTabWidget;
class QTableView;

namespace likeness::pages
{

class FactList;
class OutcomePanel;

/// The galleries at hand: who is enrolled, from where and until when, and enrolling more.
class GalleriesPage : public WorkPage
{
    Q_OBJECT
public:
    explicit GalleriesPage(models::Workspace &workspace, QWidget *parent = nullptr);
    ~GalleriesPage() override;

    void activated() override;
    void enrol(const casework::GallerySession::EnrolmentPlan &plan);

private:
    struct Collected; ///< what the enrolling thread has to say, until the window looks
    QWidget *makeLeft();
    QWidget *makeRight();
    void update();
    void followWorkspace();
    void readPortraits();
    void createGallery();
    void rebuild();
    void rebuildEnded(const base::Result<casework::GallerySession::RebuildReport> &result);
    /// "412 of 3,993 · 14 a second · about 4 minutes left", here and in the job panel.
    QString noteProgress();
    void takeCollected();
    void enrolmentEnded(const base::Result<casework::GallerySession::EnrolmentReport> &result);

    model::GalleryId m_shown;
    model::GalleryCounts m_shownCounts; ///< the portraits in the table are of these
    QPointer<jobs::Job> m_enrolment;
    bool m_isEnrolling = false; ///< or rebuilding
    base::Rate m_rate;
    std::shared_ptr<Collected> m_collected;

    models::GalleryModel *m_galleries = nullptr;
    models::PortraitModel *m_portraits = nullptr;
    models::OutcomeModel *m_outcomes = nullptr;
    QAction *m_createAction = nullptr;
    QAction *m_openAction = nullptr;
    QAction *m_csvAction = nullptr;
    QAction *m_rebuildAction = nullptr;
    QAction *m_cancelAction = nullptr;
    QListView *m_list = nullptr;
    QWidget *m_right = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_readOnly = nullptr;
    FactList *m_facts = nullptr;
    OutcomePanel *m_outcomePanel = nullptr;
    QTableView *m_table = nullptr;
    QLineEdit *m_newName = nullptr;
};

} // namespace likeness::pages
