// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/pages/analysestate.h"
#include "widgets/pages/workpage.h"
#include "widgets/viewer/pictureviewer.h"

#include <QHash>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;

namespace likeness::pages
{

class ChoiceList;

/// The probe large, and what can be seen in it, written down before any candidate is. Frozen when signed; a
/// later change says why, and the differences stay.
class AnalysePage : public WorkPage
{
    Q_OBJECT
public:
    explicit AnalysePage(models::Workspace &workspace, QWidget *parent = nullptr);

    void activated() override;

private:
    QWidget *makeSide();
    void follow();
    void keepDraft();
    void openPicture();
    void update();
    void updateRows();
    void updateHistory();
    void updateNote();
    void writeNote(const QString &note);
    void startChange();
    void leaveChange();
    void sign();
    model::Component componentAt(int row) const;

    AnalyseState m_state;
    model::ProbeId m_probe;                ///< that the page is about
    model::ProbeId m_shown;                ///< whose picture is in the viewer
    QHash<QString, AnalyseState> m_drafts; ///< by probe: unsigned work stays while the case is open

    viewer::PictureViewer *m_viewer = nullptr;
    QComboBox *m_kind = nullptr;
    QLabel *m_kindText = nullptr;
    ChoiceList *m_components = nullptr;
    QLabel *m_look = nullptr;
    QLabel *m_noteLabel = nullptr;
    QLineEdit *m_note = nullptr;
    QComboBox *m_suitability = nullptr;
    QLineEdit *m_limitations = nullptr;
    QWidget *m_reasonPart = nullptr;
    QLineEdit *m_reason = nullptr;
    QLabel *m_signedText = nullptr;
    QLabel *m_history = nullptr;
    QAction *m_changeAction = nullptr;
    QAction *m_leaveAction = nullptr;
};

} // namespace likeness::pages
