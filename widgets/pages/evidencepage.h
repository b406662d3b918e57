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
class QStackedWidget;

namespace likeness::pages
{

class FactList;
class MetadataView;
class OutcomePanel;
class PictureEditor;
class PictureLabel;
class RecordingPanel;

/// Pictures come in here, and a face in one of them becomes the probe: the evidence left, the picture in the
/// middle, its faces right. What edits made of an item stands under it and is opened like an item. While a picture
/// is edited the editor takes the whole page. A recording has a panel of its own in the place of picture and faces;
/// one frame of it can be worked on like a photograph.
class EvidencePage : public WorkPage
{
    Q_OBJECT
public:
    explicit EvidencePage(models::Workspace &workspace, QWidget *parent = nullptr);

    void activated() override;
    void addFiles(const QStringList &files);
    /// Opens the editor on an item, a frame of a recording, or with the edits of a derivation; the page comes to
    /// it when the picture is open.
    void edit(const model::PictureSource &source);

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
    void makeEditor(); // evidencepageediting.cpp, to makeDerivationPart
    void startEditing(const model::PictureSource &source, const base::Picture &original);
    void leaveEditor();
    bool isEditing() const;
    void editedKept(const model::Derivation &derivation);
    void updateEditing();
    void showMetadata(bool shown);
    void showDerivation();
    QWidget *makeDerivationPart(QWidget *parent);
    QWidget *makeRecording(QWidget *parent); // evidencepagerecording.cpp, to goOn
    /// A recording is shown, and not one frame of it.
    bool isRecording() const;
    void followRecording();
    void showParts();
    void updateBack();
    void goOn();

    void update();
    void updateFacesText();
    void followWorkspace();
    void openChosen();
    void pictureOpened(base::Result<base::Picture> picture);
    void findFaces();
    void showFound(const std::vector<model::FoundFace> &faces);
    void recordView();
    void recordLook(const model::PictureSource &source); ///< at an item or a frame, as it is
    void takeRecords();

    void chooseFace(int row);
    void showFace();
    void showAligned(const AlignmentPreview::Aligned &aligned);
    void clearChip();
    void drawBoxes();
    void draw(const model::RelativeRect &box);
    void replace(int row, const model::RelativeRect &box, const std::optional<model::EyePoints> &eyes);
    void removeChosen();
    void regionShown(const model::PictureSource &source, const model::RegionId &region);
    void useAsProbe();
    int chosenRow() const;

    EvidenceState m_state;
    model::PictureSource m_shown;    ///< what is open here
    model::PictureSource m_recorded; ///< whose view is in the record, of this showing
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
    QAction *m_undoAction = nullptr;
    QAction *m_redoAction = nullptr;
    QAction *m_editAction = nullptr;
    QAction *m_metadataAction = nullptr;
    QStackedWidget *m_views = nullptr; ///< the evidence, or the editor
    PictureEditor *m_editor = nullptr;
    QStackedWidget *m_middle = nullptr; ///< the picture, or its metadata
    MetadataView *m_metadata = nullptr;
    QLabel *m_metadataTitle = nullptr;
    RecordingPanel *m_recording = nullptr;
    QAction *m_backAction = nullptr;
    QWidget *m_stillMiddle = nullptr; ///< hidden while a recording is shown
    QWidget *m_stillRight = nullptr;
    QWidget *m_derivationPart = nullptr;
    QLabel *m_derivationTitle = nullptr;
    FactList *m_derivationFacts = nullptr;
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
