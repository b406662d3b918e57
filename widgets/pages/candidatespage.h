// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/candidatemodel.h"
#include "widgets/pages/candidatesstate.h"
#include "widgets/pages/workpage.h"

#include <QUndoStack>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QListView;

namespace likeness::pages
{

class FactList;
class PictureLabel;

/// The candidates of one search beside the probe. Arrows move, Enter compares, X sets aside with a reason.
class CandidatesPage : public WorkPage
{
    Q_OBJECT
public:
    explicit CandidatesPage(models::Workspace &workspace, QWidget *parent = nullptr);

    void activated() override;

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeSide();
    void update();
    void updateSide();
    void listSearches();
    void followWorkspace();
    void recordView();
    void askSnapshot();
    void mainAction();
    void openList();
    void compare();
    void askVerification();
    void noteNull();
    void openWeaker();
    void updateFold();
    void updateVerbs();
    void toggleAside();
    void askReason(bool wanted);
    void setAsideChosen();
    int chosenRow() const;

    CandidatesState m_state;
    model::SearchId m_followed;    ///< the search that the page is about
    model::SearchId m_recorded;    ///< the search whose view is in the record, of this showing
    model::PortraitId m_reasonFor; ///< whose reason is being written
    QUndoStack m_undo;
    bool m_isOpening = false;

    models::CandidateModel *m_candidates = nullptr;
    QComboBox *m_searches = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_searchText = nullptr;
    QLabel *m_newer = nullptr;
    PictureLabel *m_portrait = nullptr;
    QLabel *m_reference = nullptr;
    QLabel *m_frequency = nullptr;
    FactList *m_facts = nullptr;
    QAction *m_asideAction = nullptr;
    QAction *m_compareAction = nullptr;
    QWidget *m_asideButton = nullptr;
    QWidget *m_reasonPart = nullptr;
    QLineEdit *m_reason = nullptr;
    QLabel *m_reasonMissing = nullptr;
    QLabel *m_foldText = nullptr;
    QAction *m_weakerAction = nullptr;
    QLabel *m_nullText = nullptr;
    QAction *m_verifyAction = nullptr;
    QAction *m_nullAction = nullptr;
};

} // namespace likeness::pages
