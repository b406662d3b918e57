// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/analysepage.h"

#include "engine/audit/verbs.h"
#include "engine/imaging/imaging.h"
#include "widgets/common/theme.h"
#include "widgets/pages/choicelist.h"
#include "widgets/pages/parts.h"
#include "widgets/viewer/pictureviewer.h"
#include "widgets/viewer/viewertoolbar.h"
#include "widgets/words/errortext.h"
#include "widgets/words/examinationtext.h"
#include "widgets/words/nametext.h"
#include "widgets/words/ruletext.h"

#include <QAction>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace likeness::pages
{

using common::gridPx;
using Grade = model::FaceQuality::Grade;

namespace
{

constexpr int sideWidth = 440;
constexpr std::array visibilities{model::Visibility::Visible, model::Visibility::PartlyVisible,
                                  model::Visibility::NotVisible};
constexpr std::array grades{Grade::Suitable, Grade::Limited, Grade::Unsuitable};

} // namespace

AnalysePage::AnalysePage(models::Workspace &workspace, QWidget *parent)
    : WorkPage(Step::Analyse, workspace, parent)
{
    setTitle(tr("Say what can be seen in the probe, before any candidate"));
    setMainAction(tr("Sign the analysis"), QKeySequence(Qt::CTRL | Qt::Key_Return));

    auto *left = new QVBoxLayout;
    left->setSpacing(gridPx / 2);
    m_viewer = new viewer::PictureViewer(this);
    m_viewer->setTitle(tr("Probe"));
    left->addWidget(new viewer::ViewerToolBar(m_viewer, {}, this));
    left->addWidget(m_viewer, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridPx);
    row->addLayout(left, 1);
    row->addWidget(makeSide());
    content()->addLayout(row);

    connect(this, &Page::mainActionTriggered, this, &AnalysePage::sign);
    connect(this, &Page::emptyStateActionTriggered, this, [this] {
        emit stepWanted(m_state.view() == AnalyseState::View::NoCase ? Step::Case : Step::Evidence);
    });
    connect(&workspace, &models::Workspace::caseChanged, this, [this] {
        m_drafts.clear();
        m_probe = {};
        m_shown = {};
        m_viewer->setPicture({});
        follow();
    });
    connect(&workspace, &models::Workspace::contentsChanged, this, &AnalysePage::follow);
    connect(&workspace, &models::Workspace::selectionChanged, this, &AnalysePage::follow);
    connect(&workspace, &models::Workspace::accountChanged, this, &AnalysePage::follow);
    follow();
}

QWidget *AnalysePage::makeSide()
{
    auto *side = new QWidget(this);
    side->setMinimumWidth(sideWidth);
    side->setMaximumWidth(sideWidth + 160);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridPx);

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * gridPx);
    form->setVerticalSpacing(gridPx);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_kind = new QComboBox(side);
    m_kind->setObjectName(QStringLiteral("kind"));
    for (const model::ProbeKind kind : model::allProbeKinds())
        m_kind->addItem(words::phrase(kind), int(kind));
    form->addRow(tr("The &picture is"), m_kind);
    m_kindText = caution({}, side);
    form->addRow(m_kindText);
    layout->addLayout(form);

    m_components = new ChoiceList({tr("Visible"), tr("Partly"), tr("Not visible")}, tr("Components"), side);
    m_components->setObjectName(QStringLiteral("components"));
    m_components->setMinimumHeight(160);
    m_components->setToolTip(
        tr("Up and down move; 1 visible, 2 partly, 3 not visible, 0 takes back; N writes "
           "a note."));
    layout->addWidget(m_components, 1);
    m_look = quiet({}, side);
    layout->addWidget(m_look);

    auto *below = new QFormLayout;
    below->setHorizontalSpacing(2 * gridPx);
    below->setVerticalSpacing(gridPx);
    below->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_noteLabel = new QLabel(tr("N&ote"), side);
    m_note = new QLineEdit(side);
    m_note->setObjectName(QStringLiteral("componentNote"));
    m_noteLabel->setBuddy(m_note);
    below->addRow(m_noteLabel, m_note);
    m_suitability = new QComboBox(side);
    m_suitability->setObjectName(QStringLiteral("suitability"));
    for (const Grade grade : grades)
        m_suitability->addItem(words::phrase(grade), int(grade));
    below->addRow(tr("&For comparing"), m_suitability);
    m_limitations = new QLineEdit(side);
    m_limitations->setObjectName(QStringLiteral("limitations"));
    m_limitations->setPlaceholderText(tr("Light, angle, blur, what covers the face …"));
    below->addRow(tr("&Limitations"), m_limitations);
    layout->addLayout(below);

    m_reasonPart = new QWidget(side);
    auto *reason = new QFormLayout(m_reasonPart);
    reason->setContentsMargins(0, 0, 0, 0);
    reason->setHorizontalSpacing(2 * gridPx);
    reason->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_reason = new QLineEdit(m_reasonPart);
    m_reason->setObjectName(QStringLiteral("changeReason"));
    m_reason->setPlaceholderText(tr("Why the signed analysis changes"));
    reason->addRow(tr("&Reason"), m_reason);
    layout->addWidget(m_reasonPart);

    m_signedText = quiet({}, side);
    m_signedText->setObjectName(QStringLiteral("signedText"));
    m_changeAction =
        pageAction(this, tr("Change with a reason"), QKeySequence(Qt::Key_F2), [this] { startChange(); });
    m_leaveAction = pageAction(this, tr("Leave it as it was signed"), QKeySequence(Qt::Key_Escape),
                               [this] { leaveChange(); });
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(buttonFor(m_changeAction, {}, side));
    buttons->addWidget(buttonFor(m_leaveAction, {}, side));
    buttons->addStretch(1);
    m_history = quiet({}, side);
    m_history->setObjectName(QStringLiteral("analysisHistory"));
    layout->addWidget(m_signedText);
    layout->addLayout(buttons);
    layout->addWidget(m_history);

    connect(m_components, &ChoiceList::chosen, this, [this](int at, int choice) {
        if (!m_state.mayEdit())
            return;
        m_state.setVisibility(componentAt(at),
                              choice < 0 ? std::nullopt : std::optional(visibilities[size_t(choice)]));
        update();
    });
    connect(m_components, &ChoiceList::rowChanged, this, &AnalysePage::updateNote);
    connect(m_components, &ChoiceList::noteWanted, this,
            [this] { m_note->setFocus(Qt::ShortcutFocusReason); });
    connect(m_note, &QLineEdit::textEdited, this, &AnalysePage::writeNote);
    connect(m_note, &QLineEdit::returnPressed, m_components, qOverload<>(&QWidget::setFocus));
    connect(m_kind, &QComboBox::activated, this, [this] {
        m_state.draft.kind = model::ProbeKind(m_kind->currentData().toInt());
        update();
    });
    connect(m_suitability, &QComboBox::activated, this, [this] {
        m_state.draft.suitability = Grade(m_suitability->currentData().toInt());
        update();
    });
    connect(m_limitations, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_state.draft.limitations = text.trimmed();
        update();
    });
    connect(m_reason, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_state.draft.reason = text.trimmed();
        update();
    });
    return side;
}

model::Component AnalysePage::componentAt(int row) const
{
    const auto &all = model::allComponents();
    return all[size_t(std::clamp(row, 0, int(all.size()) - 1))];
}

void AnalysePage::activated()
{
    follow();
    openPicture();
    m_components->setFocus();
    if (m_components->currentRow() < 0)
        m_components->setCurrentIndex(m_components->model()->index(0, 0));
}

void AnalysePage::keepDraft()
{
    if (!m_probe.isEmpty() && m_state.mayEdit())
        m_drafts.insert(m_probe.value(), m_state);
}

void AnalysePage::follow()
{
    const auto &space = workspace();
    const auto *probe = space.chosenProbe();
    const auto id = probe ? probe->id : model::ProbeId();
    if (id != m_probe) {
        keepDraft();
        m_probe = id;
        m_state = m_drafts.take(id.value());
        m_state.draft.probe = id;
        if (probe && m_state.isEmpty()) {
            m_state.draft.suitability = probe->quality.grade;
            if (probe->frame && m_state.draft.kind == model::ProbeKind::Photograph)
                m_state.draft.kind = model::ProbeKind::VideoFrame;
        }
        if (isVisible())
            openPicture();
    }
    m_state.hasCase = space.hasCase();
    m_state.hasProbe = probe != nullptr;
    m_state.isReadOnly = space.isReadOnly();
    m_state.actor = space.actor();
    m_state.today = space.today();
    m_state.profile = space.profile() ? std::optional(*space.profile()) : std::nullopt;
    const auto *inForce = probe ? policy::analysisOf(space.contents(), id) : nullptr;
    m_state.signedAnalysis = inForce ? std::optional(*inForce) : std::nullopt;
    if (m_state.isFrozen()) {
        m_state.draft = *m_state.signedAnalysis;
        m_state.draft.reason.clear();
        m_state.waitingNotes.clear();
    }
    update();
}

void AnalysePage::openPicture()
{
    const auto *probe = workspace().chosenProbe();
    if (!probe || m_shown == probe->id)
        return;
    m_viewer->setPicture({});
    m_viewer->setEmptyText({});
    workspace().runInCase<base::Picture>(
        tr("Opening the probe's picture"), QStringLiteral("analyse/open"), this,
        [source = probe->source()](casework::CaseSession &file, base::Progress &progress) {
            return file.openPicture(source, progress);
        },
        [this, id = probe->id, source = probe->source(), box = probe->box](base::Result<base::Picture> picture) {
            if (id != m_probe)
                return;
            if (!picture) {
                m_viewer->setEmptyText(words::sentence(picture.error()));
                return;
            }
            m_shown = id;
            m_viewer->setPicture(*picture);
            m_viewer->zoomTo(imaging::grown(box, 0.4));
            m_viewer->setTitle(source.derivation ? tr("Probe (edited)") : tr("Probe"));
            if (source.derivation)
                workspace().recordView(audit::verbs::derivationViewed, source.derivation->value(),
                                       {{QStringLiteral("evidence"), source.evidence.value()},
                                        {QStringLiteral("probe"), id.value()}});
            else
                workspace().recordView(audit::verbs::evidenceViewed, source.evidence.value(),
                                       {{QStringLiteral("probe"), id.value()}});
        });
}

void AnalysePage::updateRows()
{
    QList<ChoiceList::Row> rows;
    for (const model::Component component : model::allComponents()) {
        const auto *filled = m_state.draft.component(component);
        int choice = -1;
        if (filled)
            choice = int(std::find(visibilities.begin(), visibilities.end(), filled->visibility) -
                         visibilities.begin());
        rows.append({words::phrase(component), choice, m_state.noteOf(component), {}, words::whatToLookAt(component)});
    }
    m_components->setRows(rows);
    m_components->setFrozen(!m_state.mayEdit());
}

void AnalysePage::updateNote()
{
    const auto component = componentAt(m_components->currentRow());
    const QString note = m_state.noteOf(component);
    m_look->setText(words::whatToLookAt(component));
    m_note->setAccessibleName(tr("Note on: %1").arg(words::phrase(component)));
    m_note->setPlaceholderText(m_note->accessibleName());
    if (m_note->text().trimmed() != note)
        m_note->setText(note);
}

void AnalysePage::writeNote(const QString &note)
{
    m_state.setNote(componentAt(m_components->currentRow()), note.trimmed());
    update();
}

void AnalysePage::updateHistory()
{
    QStringList lines;
    const model::Analysis *before = nullptr;
    for (const auto &analysis : workspace().contents().analyses) {
        if (analysis.probe != m_probe)
            continue;
        if (before) {
            QStringList changes;
            for (const auto &difference : model::differences(*before, analysis))
                changes << words::phrase(difference);
            lines.prepend(tr("Changed %1 by %2: %3\n%4")
                              .arg(timeText(analysis.time), analysis.actor, analysis.reason,
                                   changes.join(QLatin1Char('\n'))));
        }
        before = &analysis;
    }
    m_history->setText(lines.join(QLatin1Char('\n')));
    m_history->setVisible(!lines.isEmpty());
}

void AnalysePage::update()
{
    // What is out of sight must not be there for the next account, either.
    m_signedText->clear();
    m_history->clear();
    switch (m_state.view()) {
    case AnalyseState::View::NoCase:
        showEmptyState(tr("An analysis belongs to a case. Open or create one first."), tr("Go to the case"));
        setMissing(tr("Open a case first."));
        return;
    case AnalyseState::View::NoProbe:
        showEmptyState(
            tr("What is visible in a probe is written down before anybody sees a candidate. Choose "
               "the probe on the Evidence page."),
            tr("Go to the evidence"));
        setMissing(tr("Choose a probe first."));
        return;
    case AnalyseState::View::Analysis:
        showContent();
        break;
    }
    const bool mayEdit = m_state.mayEdit();
    m_kind->setCurrentIndex(m_kind->findData(int(m_state.draft.kind)));
    m_suitability->setCurrentIndex(m_suitability->findData(int(m_state.draft.suitability)));
    if (m_limitations->text().trimmed() != m_state.draft.limitations)
        m_limitations->setText(m_state.draft.limitations);
    if (m_reason->text().trimmed() != m_state.draft.reason)
        m_reason->setText(m_state.draft.reason);
    m_kind->setEnabled(mayEdit);
    m_suitability->setEnabled(mayEdit);
    for (QLineEdit *edit : {m_note, m_limitations, m_reason})
        edit->setReadOnly(!mayEdit);
    const auto &profile = m_state.profile;
    const bool isRefused = profile && std::find(profile->refusedKinds.begin(), profile->refusedKinds.end(),
                                                m_state.draft.kind) != profile->refusedKinds.end();
    m_kindText->setVisible(isRefused);
    m_kindText->setText(words::sentence(policy::Rule::ProbeKindRefused));
    updateRows();
    updateNote();
    updateHistory();

    m_reasonPart->setVisible(m_state.isChanging);
    m_changeAction->setVisible(m_state.isFrozen());
    m_changeAction->setEnabled(m_state.isFrozen() && !m_state.isReadOnly);
    m_leaveAction->setVisible(m_state.isChanging);
    m_leaveAction->setEnabled(m_state.isChanging);
    m_signedText->setVisible(m_state.signedAnalysis.has_value());
    if (const auto &analysis = m_state.signedAnalysis)
        m_signedText->setText(analysis->signature.isSigned()
                                  ? tr("Signed %1 by %2.").arg(timeText(analysis->time), analysis->actor)
                                  : tr("Noted %1 by %2, in training, without a signature.")
                                        .arg(timeText(analysis->time), analysis->actor));
    const bool isTraining = workspace().isTraining();
    if (m_state.isFrozen()) {
        setMainAction(tr("Go on to the search"), QKeySequence(Qt::CTRL | Qt::Key_Return));
        setMissing({});
        return;
    }
    setMainAction(m_state.isChanging ? tr("Sign the change")
                  : isTraining       ? tr("Note the analysis")
                                     : tr("Sign the analysis"),
                  QKeySequence(Qt::CTRL | Qt::Key_Return));
    const auto unmet = m_state.unmet();
    setMissing(m_state.isSigning ? tr("The analysis is being signed.")
               : unmet.empty()   ? QString()
               : unmet.front() == policy::Rule::ComponentsBlank
                   ? tr("%n component(s) have no answer yet.", nullptr, m_state.blanks())
                   : words::sentence(unmet.front()));
}

void AnalysePage::startChange()
{
    if (!m_state.isFrozen() || m_state.isReadOnly)
        return;
    m_state.isChanging = true;
    update();
    m_components->setFocus();
}

void AnalysePage::leaveChange()
{
    m_state.isChanging = false;
    follow();
    m_components->setFocus();
}

void AnalysePage::sign()
{
    if (m_state.isFrozen()) {
        emit stepWanted(Step::Search);
        return;
    }
    if (!m_state.maySign())
        return;
    m_state.isSigning = true;
    update();
    workspace().runInCase<model::Analysis>(
        tr("Signing the analysis"), QStringLiteral("analyse/sign"), this,
        [analysis = m_state.draft](casework::CaseSession &file, base::Progress &) {
            return file.signAnalysis(analysis);
        },
        [this, id = m_probe](base::Result<model::Analysis> made) {
            m_state.isSigning = false;
            if (!made) {
                update();
                emit workspace().failed(made.error());
                return;
            }
            if (id == m_probe)
                m_state.isChanging = false;
            workspace().refresh();
            if (isVisible())
                mainButton()->setFocus();
        });
}

} // namespace likeness::pages
