// SPDX-License-Identifier: GPL-3.0-or-later
// EvidencePage: recordings among the evidence.
#include "widgets/pages/evidencepage.h"

#include "widgets/pages/parts.h"
#include "widgets/pages/recordingpanel.h"

#include <QAction>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace likeness::pages
{

QWidget *EvidencePage::makeRecording(QWidget *parent)
{
    m_recording = new RecordingPanel(workspace(), this, parent);
    m_recording->setObjectName(QStringLiteral("recordingPanel"));
    m_recording->hide();
    m_backAction = pageAction(this, tr("Back to the recording"), QKeySequence(Qt::Key_Escape),
                              [this] { workspace().choosePicture(m_shown.evidence); });
    static_cast<QVBoxLayout *>(m_stillMiddle->layout())
        ->insertWidget(0, buttonFor(m_backAction, QStringLiteral("arrow-left"), m_stillMiddle), 0, Qt::AlignLeft);
    connect(m_recording, &RecordingPanel::changed, this, [this] {
        if (isRecording() && !isEditing())
            setMissing(m_recording->missingText());
    });
    connect(m_recording, &RecordingPanel::opened, this, [this] {
        const auto &error = m_recording->openError();
        m_evidence->setState(m_recording->evidence(),
                             error ? base::Outcome(tl::unexpected(*error)) : base::Outcome());
    });
    connect(m_recording, &RecordingPanel::stillWanted, this, [this](qint64 frame) {
        workspace().choosePicture({m_recording->evidence(), frame});
    });
    connect(m_recording, &RecordingPanel::probesMade, this, &EvidencePage::goOn);
    return m_recording;
}

bool EvidencePage::isRecording() const
{
    const auto *item = workspace().evidence(m_shown.evidence);
    return item && item->isVideo() && !m_shown.frame && !m_shown.derivation;
}

void EvidencePage::followRecording()
{
    // While one of its frames is worked on, the recording stays where it is.
    const auto *item = workspace().evidence(m_shown.evidence);
    m_recording->showRecording(item && item->isVideo() ? m_shown.evidence : model::EvidenceId());
    showParts();
}

void EvidencePage::showParts()
{
    const bool isMetadata = m_metadataAction->isChecked();
    const bool hadFocus = isAncestorOf(focusWidget()) && focusWidget() != m_evidenceList;
    m_recording->setVisible(isRecording() && !isMetadata);
    m_stillMiddle->setVisible(!isRecording() || isMetadata);
    m_stillRight->setVisible(!isRecording());
    if (!isRecording())
        m_recording->pause();
    const auto *item = workspace().evidence(m_shown.evidence);
    const bool isFrame = item && item->isVideo() && !isRecording();
    updateBack();
    m_viewer->setTitle(m_shown.frame && !m_shown.derivation ? tr("Frame %1").arg(*m_shown.frame) : QString());
    // The keyboard goes along, so that the keys of what is shown work.
    if (hadFocus && isRecording())
        m_recording->focusFrames();
    else if (hadFocus && isFrame)
        m_viewer->setFocus(Qt::OtherFocusReason);
}

void EvidencePage::updateBack()
{
    const auto *item = workspace().evidence(m_shown.evidence);
    const bool isFrame = item && item->isVideo() && !isRecording();
    m_backAction->setVisible(isFrame);
    m_backAction->setEnabled(isFrame && !isEditing()); // Escape is the editor's then
}

} // namespace likeness::pages
