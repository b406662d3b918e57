// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/editmodel.h"
#include "widgets/models/workspace.h"
#include "widgets/pages/editcommand.h"
#include "widgets/pages/editstate.h"
#include "widgets/viewer/pictureviewer.h"
#include "widgets/viewer/viewsynchroniser.h"

#include <QUndoStack>
#include <QWidget>

#include <map>

class QAction;
class QLabel;
class QListView;
class QPushButton;

namespace likeness::pages
{

class EditParameters;
class EditPreview;

/// Edits a picture of the evidence: the original left, the result right, moved in lock-step, and the ordered
/// list of edits with their parameters. The result is replayed on the whole picture whenever something is
/// turned; what is kept is recorded by CaseSession::derive, which replays it again from the evidence.
class PictureEditor : public QWidget
{
    Q_OBJECT
public:
    explicit PictureEditor(models::Workspace &workspace, QWidget *parent = nullptr);

    /// Begins with these edits of this picture. `source` is an evidence item or a frame of one, without
    /// derivation; `original` its pixels.
    void open(const model::PictureSource &source, const base::Picture &original,
              const std::vector<model::Edit> &edits);
    /// Forgets everything without asking.
    void close();
    bool isOpen() const { return !m_source.evidence.isEmpty(); }
    /// True when nothing was changed or the person agreed to lose it.
    bool mayLeave();
    const EditState &state() const { return m_state; }
    /// Why the result cannot be kept, in a sentence; empty when it can.
    QString missingText() const;
    QUndoStack &undoStack() { return m_undo; }
    /// Records the result; ends in kept(), or says what went wrong.
    void keep();
    /// Role and lock may have changed.
    void updateRights();

signals:
    void stateChanged();
    void kept(const likeness::model::Derivation &derivation);
    void leaveWanted(); ///< Cancel or Escape

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makePictures();
    QWidget *makePanel();
    QWidget *makeListButtons(QWidget *parent);
    void makeAddMenu();
    void connectAll();

    void add(model::Edit::Kind kind);
    void move(int rows);
    void remove();
    void reset();
    void change(const model::Edit &edit, int gesture);
    void drawn(const model::RelativeRect &box);
    void setDrawing(bool drawing);
    void push(const QString &text, std::vector<model::Edit> edits, int row, int gesture = 0);
    void show(const EditCommand::Moment &moment);
    void chooseRow();
    int chosenRow() const;
    const model::Edit *chosenEdit() const;
    bool isBeforeKnown() const;

    void requestPreview();
    void showResult();
    void updateAll();
    void updateAddMenu();

    models::Workspace &m_workspace;
    model::PictureSource m_source;
    EditState m_state;
    base::Picture m_result;
    base::Picture m_beforeChosen;           ///< the picture that the chosen edit is applied to
    std::vector<model::Edit> m_beforeEdits; ///< that made it
    bool m_isSettingRow = false;
    QUndoStack m_undo;

    models::EditModel *m_model = nullptr;
    EditPreview *m_preview = nullptr;
    viewer::PictureViewer *m_left = nullptr;
    viewer::PictureViewer *m_right = nullptr;
    viewer::ViewSynchroniser *m_synchroniser = nullptr;
    EditParameters *m_parameters = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_resultText = nullptr;
    QPushButton *m_addButton = nullptr;
    std::map<model::Edit::Kind, QAction *> m_addActions;
    QAction *m_upAction = nullptr;
    QAction *m_downAction = nullptr;
    QAction *m_removeAction = nullptr;
    QAction *m_resetAction = nullptr;
    QAction *m_undoAction = nullptr;
    QAction *m_redoAction = nullptr;
    QAction *m_drawAction = nullptr;
    QAction *m_replayAction = nullptr;
    QAction *m_leaveAction = nullptr;
};

} // namespace likeness::pages
