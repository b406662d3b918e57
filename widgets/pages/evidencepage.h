// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/models/evidencemodel.h"
#include "widgets/models/facemodel.h"
#include "widgets/models/outcomemodel.h"
#include "widgets/pages/alignmentpreview.h"
#include "widgets/pages/evidencestate.h"
#include "widgets/pages/workpage.h"
#include "widgets/viewer/pictureviewer.h"
#include "widgets/viewer/viewertoolbar.h"

#include <QUndoStack>

class QAction;
class QLabel;
class QListView;

namespace likeness::pages
{

class FactList;
class OutcomePanel;
class PictureLabel;

/// Pictures come in here, and a face in one of them becomes the probe: the evidence left, the picture in the
/// middle, its faces right.
class EvidencePage : public WorkPage
{
    Q_OBJECT
public:
    explicit EvidencePage(models::Workspace &workspace, QWidget *parent = nullptr);

    void activated() override;
    void addFiles(const QStringList &files);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeLeft();
    QWidget *makeMiddle();
    QWidget *makeRight();
    void connectAll();

    void update();
    void updateFacesText();
    void followWorkspace();
    void openChosen();
    void pictureOpened(base::Result<model::Still> still);
    void findFaces();
    void showFound(const std::vector<model::FoundFace> &faces);
    void recordView();
    void takeRecords();

    void chooseFace(int row);
    void showFace();
    void showAligned(const AlignmentPreview::Aligned &aligned);
    void clearChip();
    void drawBoxes();
    void draw(const model::RelativeRect &box);
    void replace(int row, const model::RelativeRect &box, const std::optional<model::EyePoints> &eyes);
    void removeChosen();
    void regionShown(const model::EvidenceId &evidence, const model::RegionId &region);
    void useAsProbe();
    int chosenRow() const;

    EvidenceState m_state;
    model::EvidenceId m_shown;    ///< the item that is open here
    model::EvidenceId m_recorded; ///< the item whose view is in the record, of this showing
    base::Picture m_picture;
    std::optional<model::EyePoints> m_eyes; ///< as drawn now
    model::RegionId m_wantedRegion;         ///< to be chosen as soon as its evidence is open

    models::EvidenceModel *m_evidence = nullptr;
    models::FaceModel *m_faces = nullptr;
    models::OutcomeModel *m_outcomes = nullptr;
    AlignmentPreview *m_preview = nullptr;
    QUndoStack m_undo;

    QAction *m_addAction = nullptr;
    QAction *m_removeAction = nullptr;
    QListView *m_evidenceList = nullptr;
    OutcomePanel *m_outcomePanel = nullptr;
    viewer::PictureViewer *m_viewer = nullptr;
    viewer::ViewerToolBar *m_tools = nullptr;
    QListView *m_faceList = nullptr;
    QLabel *m_facesText = nullptr;
    QWidget *m_chipPart = nullptr;
    PictureLabel *m_chip = nullptr;
    QLabel *m_chipText = nullptr;
};

} // namespace likeness::pages
