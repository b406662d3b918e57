// SPDX-License-Identifier: GPL-3.0-or-later
// EvidencePage: the editor, what edits made, and the metadata.
#include "widgets/pages/evidencepage.h"

#include "engine/audit/verbs.h"
#include "engine/policy/accountrules.h"
#include "widgets/common/shortcutsheet.h"
#include "widgets/common/theme.h"
#include "widgets/pages/metadataview.h"
#include "widgets/pages/parts.h"
#include "widgets/pages/pictureeditor.h"
#include "widgets/words/ruletext.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace likeness::pages
{

using common::gridPx;

void EvidencePage::makeEditor()
{
    m_editor = new PictureEditor(workspace(), m_views);
    m_editor->setObjectName(QStringLiteral("pictureEditor"));
    m_views->addWidget(m_editor);
    connect(m_editor, &PictureEditor::stateChanged, this, [this] {
        if (isEditing())
            setMissing(m_editor->missingText());
    });
    connect(m_editor, &PictureEditor::kept, this, &EvidencePage::editedKept);
    connect(m_editor, &PictureEditor::leaveWanted, this, [this] {
        if (!m_editor->mayLeave())
            return;
        m_editor->close();
        leaveEditor();
    });
    leaveEditor();
}

QWidget *EvidencePage::makeDerivationPart(QWidget *parent)
{
    m_derivationPart = new QWidget(parent);
    m_derivationPart->setObjectName(QStringLiteral("derivationPart"));
    auto *layout = new QVBoxLayout(m_derivationPart);
    layout->setContentsMargins(0, gridPx / 2, 0, 0);
    layout->setSpacing(gridPx / 2);
    m_derivationTitle = heading({}, m_derivationPart);
    layout->addWidget(m_derivationTitle);
    m_derivationFacts = new FactList(m_derivationPart);
    m_derivationFacts->setObjectName(QStringLiteral("derivationFacts"));
    layout->addWidget(m_derivationFacts);
    m_derivationPart->hide();
    return m_derivationPart;
}

bool EvidencePage::isEditing() const
{
    return m_editor && m_views->currentWidget() == m_editor;
}

void EvidencePage::edit(const model::PictureSource &source)
{
    if (isEditing() || source.evidence.isEmpty() || !workspace().hasCase())
        return;
    const model::PictureSource original(source.evidence, source.frame);
    if (original == m_shown && !m_picture.isNull())
        return startEditing(source, m_picture);
    // What is shown is edited already: its original is opened beside it.
    workspace().runInCase<base::Picture>(
        tr("Opening the original"), QStringLiteral("evidence/original"), this,
        [original](casework::CaseSession &file, base::Progress &progress) {
            return file.openPicture(original, progress);
        },
        [this, source, original, shown = m_shown](base::Result<base::Picture> picture) {
            if (shown != m_shown)
                return; // somebody went on to another picture meanwhile
            if (!picture) {
                if (picture.error().code != base::ErrorCode::Cancelled)
                    emit workspace().failed(picture.error());
                return;
            }
            recordLook(original); // it stands beside the result from now on
            startEditing(source, *picture);
        });
}

void EvidencePage::startEditing(const model::PictureSource &source, const base::Picture &original)
{
    if (isEditing())
        return;
    const auto *made = source.derivation ? workspace().derivation(*source.derivation) : nullptr;
    m_views->setCurrentWidget(m_editor);
    m_editor->open({source.evidence, source.frame}, original,
                   made ? made->edits : std::vector<model::Edit>());
    const auto *item = workspace().evidence(source.evidence);
    setTitle(tr("Edit %1").arg(item ? shortName(item->fileName) : QString()));
    setMainAction(tr("Keep this edited picture"), QKeySequence(Qt::CTRL | Qt::Key_Return));
    setMissing(m_editor->missingText());
    m_editor->setFocus();
    update();
}

void EvidencePage::leaveEditor()
{
    m_views->setCurrentIndex(0);
    setTitle(tr("Choose the face to search for"));
    setMainAction(tr("Use as probe"), QKeySequence(Qt::CTRL | Qt::Key_Return));
    if (!m_evidenceList)
        return;
    update();
    if (isVisible())
        m_evidenceList->setFocus();
}

void EvidencePage::editedKept(const model::Derivation &derivation)
{
    m_editor->close();
    workspace().refresh();
    workspace().choosePicture({derivation.evidence, derivation.frame, derivation.id});
    leaveEditor();
    emit workspace().notice(tr("The edited picture is kept: %1 × %2 px, SHA-256 %3.")
                                .arg(derivation.width)
                                .arg(derivation.height)
                                .arg(shortHash(derivation.sha256)));
}

void EvidencePage::updateEditing()
{
    const auto &space = workspace();
    const auto unmet = policy::unmetRoleRules(policy::Deed::ChooseFaces, space.actor(), space.today());
    QString why;
    if (space.isReadOnly())
        why = words::sentence(policy::Rule::ReadOnly);
    else if (!unmet.empty())
        why = words::sentence(unmet.front());
    const bool isOpen = m_state.picture == EvidenceState::Picture::Shown;
    // Who may not edit may still see what was done beside the original.
    const bool isForLooking = !why.isEmpty() && m_shown.derivation.has_value();
    m_editAction->setText(isForLooking ? tr("Beside the original …") : tr("Edit picture …"));
    m_editAction->setEnabled(isOpen && !isEditing() && (why.isEmpty() || isForLooking));
    if (why.isEmpty() || isForLooking)
        common::showKeyInToolTip(m_editAction);
    else
        m_editAction->setToolTip(why);
    updateBack();
    m_metadataAction->setEnabled(!m_shown.evidence.isEmpty() && !isEditing());
    m_undoAction->setEnabled(m_undo.canUndo() && !isEditing());
    m_redoAction->setEnabled(m_undo.canRedo() && !isEditing());
    if (isEditing())
        m_editor->updateRights();
    const auto *item = space.evidence(m_shown.evidence);
    // What nobody looks at is not laid out.
    m_metadata->setItem(item && m_metadataAction->isChecked() ? std::optional(*item) : std::nullopt);
    m_metadataTitle->setText(item ? tr("Metadata of %1").arg(shortName(item->fileName)) : QString());
    showDerivation();
}

void EvidencePage::showMetadata(bool shown)
{
    updateEditing(); // laid out before it is seen
    m_middle->setCurrentIndex(shown ? 1 : 0);
    m_tools->setVisible(!shown);
    m_metadataTitle->setVisible(shown);
    showParts();
    showDerivation();
    if (shown)
        m_metadata->focusFilter();
}

void EvidencePage::showDerivation()
{
    const auto *made = m_shown.derivation ? workspace().derivation(*m_shown.derivation) : nullptr;
    const auto *item = workspace().evidence(m_shown.evidence);
    const bool isThere = made && item && m_middle->currentIndex() == 0;
    m_derivationPart->setVisible(isThere);
    if (!isThere)
        return;
    m_derivationTitle->setText(
        made->frame
            ? tr("Made of frame %1 of %2 by these edits").arg(*made->frame).arg(shortName(item->fileName))
            : tr("Made of %1 by these edits").arg(shortName(item->fileName)));
    m_derivationFacts->setFacts(
        {{tr("Edits"),
          models::editLines(made->edits, QSize(item->width, item->height)).join(QStringLiteral("   "))},
         {tr("Result"), tr("%1 × %2 px, made %3 by %4")
                            .arg(made->width)
                            .arg(made->height)
                            .arg(timeText(made->created), made->createdBy)},
         {tr("SHA-256"), made->sha256}});
}

} // namespace likeness::pages
