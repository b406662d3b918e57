// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/evidencepage.h"

#include "engine/audit/verbs.h"
#include "widgets/common/pictureconversion.h"
#include "widgets/pages/outcomepanel.h"
#include "widgets/pages/parts.h"
#include "widgets/pages/recordingpanel.h"
#include "widgets/pages/regioncommand.h"
#include "widgets/words/errortext.h"
#include "widgets/words/nametext.h"
#include "widgets/words/qualitytext.h"
#include "widgets/words/ruletext.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QStackedWidget>

#include <mutex>

namespace likeness::pages
{

using viewer::PictureViewer;

void EvidencePage::activated()
{
    update();
    recordView();
    if (isRecording())
        m_recording->focusFrames();
    else
        (isEditing() ? m_views->currentWidget() : m_evidenceList)->setFocus();
}

void EvidencePage::hideEvent(QHideEvent *event)
{
    m_recorded = {};
    m_recording->pause();
    WorkPage::hideEvent(event);
}

bool EvidencePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_faceList && event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        const int row = press->key() - Qt::Key_1;
        if (press->modifiers() == Qt::NoModifier && row >= 0 && row < 9) {
            chooseFace(row);
            return true;
        }
    }
    return WorkPage::eventFilter(watched, event);
}

void EvidencePage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && workspace().hasCase() && !workspace().isReadOnly() && !isEditing())
        event->acceptProposedAction();
}

void EvidencePage::dropEvent(QDropEvent *event)
{
    QStringList files;
    for (const auto &url : event->mimeData()->urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    event->acceptProposedAction();
    addFiles(files);
}

// Intake
// -----------------------------------------------------------------------------------------------------

void EvidencePage::addFiles(const QStringList &files)
{
    if (files.isEmpty() || !workspace().hasCase())
        return;
    using Items = std::vector<casework::CaseSession::IntakeItem>;
    workspace().runInCase<Items>(
        tr("Taking in %n file(s)", nullptr, int(files.size())), {}, this,
        [files](casework::CaseSession &file, base::Progress &progress) {
            return file.addEvidence(files, progress);
        },
        [this](base::Result<Items> items) {
            workspace().refresh();
            if (!items) {
                if (items.error().code != base::ErrorCode::Cancelled)
                    emit workspace().failed(items.error());
                return;
            }
            std::vector<models::OutcomeModel::Row> rows;
            model::EvidenceId taken;
            int refused = 0;
            for (const auto &item : *items) {
                const QString name = QFileInfo(item.file).fileName();
                if (item.outcome) {
                    taken = item.outcome->id;
                    rows.push_back({name, tr("Taken in, SHA-256 %1").arg(shortHash(item.outcome->sha256)),
                                    item.outcome->sha256, false});
                } else {
                    ++refused;
                    rows.push_back(
                        {name, words::sentence(item.outcome.error()), item.outcome.error().detail, true});
                }
            }
            m_outcomes->clear();
            m_outcomes->append(rows);
            const int count = int(items->size());
            m_outcomePanel->setSummary(
                refused == 0 ? tr("All %n file(s) were taken in.", nullptr, count)
                             : tr("%1 of %n file(s) were refused.", nullptr, count).arg(refused));
            m_outcomePanel->setVisible(refused > 0 || count > 1);
            if (!taken.isEmpty())
                workspace().chooseEvidence(taken);
            update();
        });
}

// Opening
// ----------------------------------------------------------------------------------------------------

void EvidencePage::followWorkspace()
{
    const auto source = workspace().chosenEvidence() ? workspace().chosenPicture() : model::PictureSource();
    const int row = m_evidence->rowOf(source);
    if (m_evidenceList->currentIndex().row() != row)
        m_evidenceList->setCurrentIndex(row < 0 ? QModelIndex() : m_evidence->index(row));
    if (m_shown != source) {
        m_shown = source;
        openChosen();
    }
    update();
}

void EvidencePage::openChosen()
{
    m_state = {};
    m_picture = {};
    m_preview->drop();
    clearChip();
    m_faces->setPicture({});
    m_viewer->setBoxes({});
    m_viewer->setEyes({});
    m_viewer->setPicture({});
    m_viewer->setEmptyText({});
    showDerivation();
    followRecording();
    if (m_shown.evidence.isEmpty() || isRecording())
        return;
    m_state.picture = EvidenceState::Picture::Opening;
    const auto *item = workspace().chosenEvidence();
    workspace().runInCase<base::Picture>(
        tr("Opening %1").arg(item->fileName), QStringLiteral("evidence/open"), this,
        [source = m_shown](casework::CaseSession &file, base::Progress &progress) {
            return file.openPicture(source, progress);
        },
        [this, source = m_shown](base::Result<base::Picture> picture) {
            if (source == m_shown)
                pictureOpened(std::move(picture));
        });
}

void EvidencePage::pictureOpened(base::Result<base::Picture> picture)
{
    m_evidence->setState(m_shown, picture ? base::Outcome() : base::Outcome(tl::unexpected(picture.error())));
    if (!picture) {
        m_state.picture = EvidenceState::Picture::Failed;
        m_state.pictureError = picture.error();
        m_viewer->setEmptyText(words::sentence(picture.error()));
        update();
        return;
    }
    m_state.picture = EvidenceState::Picture::Shown;
    m_picture = std::move(*picture);
    m_viewer->setPicture(m_picture);
    m_faces->setPicture(m_picture);
    takeRecords();
    if (isVisible())
        recordView();
    findFaces();
    update();
}

void EvidencePage::recordView()
{
    if (m_state.picture != EvidenceState::Picture::Shown || m_recorded == m_shown)
        return;
    m_recorded = m_shown;
    if (m_shown.derivation)
        workspace().recordView(audit::verbs::derivationViewed, m_shown.derivation->value(),
                               {{QStringLiteral("evidence"), m_shown.evidence.value()}});
    else
        recordLook(m_shown);
}

void EvidencePage::recordLook(const model::PictureSource &source)
{
    const auto *item = workspace().evidence(source.evidence);
    workspace().recordView(audit::verbs::evidenceViewed, source.evidence.value(),
                           {{QStringLiteral("sha256"), item ? item->sha256 : QString()},
                            {QStringLiteral("frame"), source.frame ? QJsonValue(*source.frame)
                                                                   : QJsonValue(QJsonValue::Undefined)}});
}

namespace
{

/// What the finder has found until now: left by the worker, taken by the page.
struct FacesBox {
    std::mutex mutex;
    std::optional<std::vector<model::FoundFace>> faces;

    void put(const std::vector<model::FoundFace> &found)
    {
        const std::lock_guard lock(mutex);
        faces = found;
    }
    std::optional<std::vector<model::FoundFace>> take()
    {
        const std::lock_guard lock(mutex);
        return std::exchange(faces, std::nullopt);
    }
};

} // namespace

void EvidencePage::findFaces()
{
    using Faces = std::vector<model::FoundFace>;
    m_state.faces = EvidenceState::Faces::Looking;
    const auto box = std::make_shared<FacesBox>();
    auto *job = workspace().runInCase<Faces>(
        tr("Looking for faces"), QStringLiteral("evidence/faces"), this,
        [id = m_shown, settings = workspace().finderSettings(), box](casework::CaseSession &file,
                                                                     base::Progress &progress) {
            return file.findFaces(id, settings, progress, [&](const Faces &faces) { box->put(faces); });
        },
        [this, id = m_shown](base::Result<Faces> faces) {
            if (id != m_shown)
                return;
            if (!faces) {
                m_state.faces = EvidenceState::Faces::Failed;
                m_state.facesError = faces.error();
                showFound({}); // what was found until then is not all of them
            } else {
                m_state.faces =
                    faces->empty() ? EvidenceState::Faces::NoneFound : EvidenceState::Faces::Found;
                showFound(*faces);
            }
        });
    if (!job)
        return;
    // The job tells of its progress some ten times a second: no face waits longer, and no event piles up.
    connect(job, &jobs::Job::changed, this, [this, id = m_shown, box] {
        if (id != m_shown || m_state.faces != EvidenceState::Faces::Looking)
            return;
        if (const auto faces = box->take())
            showFound(*faces);
    });
}

void EvidencePage::showFound(const std::vector<model::FoundFace> &faces)
{
    const auto chosenBox = [this]() -> std::optional<model::RelativeRect> {
        const auto *face = m_faces->face(chosenRow());
        return face ? std::optional(face->box()) : std::nullopt;
    };
    const auto before = chosenBox();
    m_faces->setFound(faces);
    takeRecords();
    if (const int row = m_faces->rowOf(m_wantedRegion); row >= 0 && !chosenBox())
        chooseFace(row);
    if (chosenBox() != before)
        showFace();
    update();
}

void EvidencePage::takeRecords()
{
    if (m_picture.isNull())
        return;
    std::vector<model::Region> regions;
    for (const auto &region : workspace().contents().regions)
        if (region.source() == m_shown)
            regions.push_back(region);
    std::vector<model::Probe> probes;
    for (const auto &probe : workspace().contents().probes)
        if (probe.source() == m_shown)
            probes.push_back(probe);
    m_faces->setRecords(regions, probes);
    drawBoxes();
    update();
}

// Faces
// ------------------------------------------------------------------------------------------------------

int EvidencePage::chosenRow() const
{
    return m_faceList->currentIndex().row();
}

void EvidencePage::chooseFace(int row)
{
    if (m_faces->face(row))
        m_faceList->setCurrentIndex(m_faces->index(row));
}

void EvidencePage::drawBoxes()
{
    std::vector<PictureViewer::Box> boxes;
    for (int row = 0; row < m_faces->rowCount(); ++row) {
        const auto *face = m_faces->face(row);
        const bool isUnsuitable =
            face->quality && face->quality->grade == model::FaceQuality::Grade::Unsuitable;
        boxes.push_back({face->box(), QString::number(row + 1), face->isDrawn(), isUnsuitable});
    }
    m_viewer->setBoxes(boxes);
    m_viewer->setChosenBox(chosenRow());
}

void EvidencePage::showFace()
{
    const auto *face = m_faces->face(chosenRow());
    m_viewer->setChosenBox(chosenRow());
    m_eyes = face ? face->eyes() : std::nullopt;
    m_viewer->setEyes(m_eyes);
    if (!face) {
        m_preview->drop();
        clearChip();
    } else {
        // A found face is aligned as the finder's five points say; eyes count only when placed by hand.
        m_preview->request(m_picture, face->box(), face->isDrawn() ? face->eyes() : std::nullopt);
    }
    update();
}

void EvidencePage::showAligned(const AlignmentPreview::Aligned &aligned)
{
    const auto *face = m_faces->face(chosenRow());
    if (!face)
        return;
    if (!m_eyes) {
        m_eyes = aligned.eyes;
        m_viewer->setEyes(m_eyes);
    }
    if (face->isDrawn()) {
        m_faces->setQuality(chosenRow(), aligned.quality);
        drawBoxes();
    }
    const auto &quality = face->found ? face->found->quality : aligned.quality;
    const bool isByHand = aligned.chip.alignment == model::Alignment::ByHand;
    QStringList lines{
        words::phrase(aligned.chip.alignment),
        tr("%1 px eye to eye").arg(qRound(isByHand ? aligned.quality.eyeDistancePx : quality.eyeDistancePx))};
    for (const auto &reason : quality.reasons)
        lines << words::qualityReason(reason);
    m_chip->setImage(common::toImage(aligned.chip.picture));
    m_chipText->setText(lines.join(QLatin1Char('\n')));
    QStringList measures = words::qualityLines(isByHand ? aligned.quality : quality);
    if (!measures.isEmpty())
        measures << QString() << words::qualityNote();
    m_chipText->setToolTip(measures.join(QLatin1Char('\n')));
    m_chipPart->show();
    update();
}

void EvidencePage::clearChip()
{
    m_chip->setImage({});
    m_chipText->clear();
    m_chipPart->hide();
}

void EvidencePage::draw(const model::RelativeRect &box)
{
    if (!m_state.mayDraw())
        return;
    m_undo.push(new RegionCommand(
        workspace(), tr("draw a region"), {}, RegionCommand::Drawing{m_shown, box, {}},
        [this](const auto &source, const auto &region) { regionShown(source, region); }));
    m_viewer->setTool(PictureViewer::Tool::Eyes);
}

void EvidencePage::replace(int row, const model::RelativeRect &box,
                           const std::optional<model::EyePoints> &eyes)
{
    const auto *face = m_faces->face(row);
    if (!face || !m_state.mayDraw())
        return;
    m_undo.push(new RegionCommand(
        workspace(), tr("change the region"), face->region, RegionCommand::Drawing{m_shown, box, eyes},
        [this](const auto &source, const auto &region) { regionShown(source, region); }));
}

void EvidencePage::removeChosen()
{
    const auto *face = m_faces->face(chosenRow());
    if (!face || !face->region || !m_state.mayDraw())
        return;
    m_undo.push(new RegionCommand(
        workspace(), tr("remove a region"), face->region, {},
        [this](const auto &source, const auto &region) { regionShown(source, region); }));
}

void EvidencePage::regionShown(const model::PictureSource &source, const model::RegionId &region)
{
    m_wantedRegion = region;
    workspace().choosePicture(source);
    if (const int row = m_faces->rowOf(region); row >= 0)
        chooseFace(row);
    drawBoxes();
    showFace();
}

void EvidencePage::goOn()
{
    // With accounts nobody sees a candidate before the analysis is signed; training may skip it.
    emit stepWanted(workspace().isTraining() ? Step::Search : Step::Analyse);
}

void EvidencePage::useAsProbe()
{
    const auto *face = m_faces->face(chosenRow());
    if (!face || m_state.missing() != EvidenceState::Missing::Nothing)
        return;
    // The same face again is the same probe: its records stay together.
    for (const auto &probe : workspace().contents().probes) {
        const bool isSame = face->region ? probe.region == face->region->id
                                         : probe.source() == m_shown && probe.box == face->box() &&
                                               probe.alignment == model::Alignment::Automatic;
        if (isSame) {
            workspace().chooseProbes({probe.id}); // alone, whatever it was searched with before
            return goOn();
        }
    }
    m_state.isMakingProbe = true;
    update();
    workspace().runInCase<model::Probe>(
        tr("Making the probe"), QStringLiteral("evidence/probe"), this,
        [id = m_shown, chosen = *face](casework::CaseSession &file, base::Progress &progress) {
            return chosen.region ? file.makeProbe(chosen.region->id, progress)
                                 : file.makeProbe(id, *chosen.found, progress);
        },
        [this](base::Result<model::Probe> probe) {
            m_state.isMakingProbe = false;
            update();
            if (!probe) {
                if (probe.error().code != base::ErrorCode::Cancelled)
                    emit workspace().failed(probe.error());
                return;
            }
            workspace().refresh();
            workspace().chooseProbes({probe->id});
            goOn();
        });
}

// What is shown
// ----------------------------------------------------------------------------------------------

void EvidencePage::updateFacesText()
{
    switch (m_state.faces) {
    case EvidenceState::Faces::NotLooked:
        m_facesText->clear();
        break;
    case EvidenceState::Faces::Looking:
        m_facesText->setText(m_faces->foundCount() == 0
                                 ? tr("Looking for faces …")
                                 : tr("Still looking … %n face(s) so far.", nullptr, m_faces->foundCount()));
        break;
    case EvidenceState::Faces::Found:
        m_facesText->setText(tr("%n face(s) found. Draw a box (B) around a face that is not listed.", nullptr,
                                m_faces->foundCount()));
        break;
    case EvidenceState::Faces::NoneFound:
        m_facesText->setText(
            tr("No face found. If you see one, draw a box (B) around it and place its eyes."));
        break;
    case EvidenceState::Faces::Failed:
        m_facesText->setText(words::sentence(*m_state.facesError));
        break;
    }
    m_facesText->setVisible(!m_facesText->text().isEmpty());
}

void EvidencePage::update()
{
    const auto &space = workspace();
    const auto *face = m_faces->face(chosenRow());
    m_state.isReadOnly = space.isReadOnly();
    m_state.isFaceChosen = face != nullptr;
    m_state.isChosenDrawn = face && face->isDrawn();
    m_state.hasProbe = face && face->usedAsProbe;
    m_state.quality = face ? face->quality : std::nullopt;
    m_addAction->setEnabled(space.hasCase() && !space.isReadOnly() && !isEditing());
    m_removeAction->setEnabled(face && face->isDrawn() && m_state.mayDraw() && !isEditing());
    updateEditing();
    for (const auto tool : {PictureViewer::Tool::Box, PictureViewer::Tool::Eyes})
        if (auto *action = m_tools->toolAction(tool))
            action->setEnabled(m_state.mayDraw());
    updateFacesText();

    if (!space.hasCase()) {
        showEmptyState(tr("Evidence belongs to a case. Open or create one first."), tr("Go to the case"));
    } else if (space.contents().evidence.empty() && m_outcomes->rowCount() == 0) {
        showEmptyState(
            space.isReadOnly()
                ? tr("This case holds no evidence, and it is open for reading only.")
                : tr("Evidence comes in here: drop pictures or recordings on this page, or choose them. Each "
                     "file is copied into the case and hashed, and its bytes never change again."),
            space.isReadOnly() ? QString() : tr("Add pictures or recordings"));
    } else {
        showContent();
    }
    if (isEditing())
        return; // the button is the editor's
    setTitle(isRecording() ? tr("Find the frame, and the face to search for") : tr("Choose the face to search for"));
    setMainAction(isRecording() ? tr("Search with this face") : tr("Use as probe"),
                  QKeySequence(Qt::CTRL | Qt::Key_Return));
    if (isRecording())
        return setMissing(m_recording->missingText());
    switch (m_state.missing()) {
    case EvidenceState::Missing::Nothing:
        setMissing({});
        break;
    case EvidenceState::Missing::Evidence:
        setMissing(space.hasCase() ? tr("Add or choose a picture first.") : tr("Open a case first."));
        break;
    case EvidenceState::Missing::Picture:
        setMissing(m_state.picture == EvidenceState::Picture::Opening ? tr("The picture is being opened.")
                                                                      : tr("This picture cannot be used."));
        break;
    case EvidenceState::Missing::Faces:
        setMissing(tr("Faces are being looked for. You can draw a box (B) meanwhile."));
        break;
    case EvidenceState::Missing::Choice:
        setMissing(tr("Choose a face, or draw a box (B) around one."));
        break;
    case EvidenceState::Missing::ReadOnly:
        setMissing(words::sentence(policy::Rule::ReadOnly));
        break;
    case EvidenceState::Missing::Suitability:
        setMissing(words::sentence(policy::Rule::ProbeUnsuitable));
        break;
    case EvidenceState::Missing::Work:
        setMissing(tr("The probe is being made."));
        break;
    }
}

} // namespace likeness::pages
