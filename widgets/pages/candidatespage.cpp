// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/candidatespage.h"

#include "engine/audit/verbs.h"
#include "engine/policy/examinationrules.h"
#include "widgets/common/icons.h"
#include "widgets/common/prompts.h"
#include "widgets/common/theme.h"
#include "widgets/pages/parts.h"
#include "widgets/pages/probepanel.h"
#include "widgets/words/examinationtext.h"
#include "widgets/words/frequencytext.h"
#include "widgets/words/nametext.h"
#include "widgets/words/ruletext.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QUndoCommand>
#include <QVBoxLayout>

#include <utility>

namespace likeness::pages
{

using common::gridPx;

namespace
{

/// A candidate set aside or taken back. Decisions are only ever added: undoing is deciding the other way.
class DecisionCommand : public QUndoCommand
{
public:
    DecisionCommand(models::Workspace &workspace, const QString &text, model::SearchId search,
                    model::PortraitId portrait, bool isSettingAside, QString reason)
        : QUndoCommand(text), m_workspace(workspace), m_search(std::move(search)),
          m_portrait(std::move(portrait)), m_isSettingAside(isSettingAside), m_reason(std::move(reason))
    {
    }
    void redo() override { decide(m_isSettingAside); }
    void undo() override { decide(!m_isSettingAside); }

private:
    void decide(bool aside)
    {
        const auto file = m_workspace.file();
        if (!file || !m_workspace.check(aside ? file->setAside(m_search, m_portrait, m_reason)
                                              : file->takeBack(m_search, m_portrait)))
            return setObsolete(true);
        m_workspace.refresh();
    }

    models::Workspace &m_workspace;
    model::SearchId m_search;
    model::PortraitId m_portrait;
    bool m_isSettingAside;
    QString m_reason;
};

} // namespace

CandidatesPage::CandidatesPage(models::Workspace &workspace, QWidget *parent)
    : WorkPage(Step::Candidates, workspace, parent)
{
    m_candidates = new models::CandidateModel(workspace, this);
    setTitle(tr("Look through the candidates"));
    setMainAction(tr("Compare"), QKeySequence(Qt::CTRL | Qt::Key_Return));

    m_asideAction = pageAction(this, tr("Set aside"), QKeySequence(Qt::Key_X), [this] { toggleAside(); });
    m_compareAction = pageAction(this, tr("Compare"), QKeySequence(Qt::Key_Return), [this] { compare(); });
    m_compareAction->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    m_verifyAction = pageAction(this, tr("Ask for blind verification"), QKeySequence(Qt::Key_V),
                                [this] { askVerification(); });
    m_nullAction = pageAction(this, tr("Note that this search led nowhere"), QKeySequence(Qt::Key_0),
                              [this] { noteNull(); });
    m_weakerAction = pageAction(this, tr("Open the weaker candidates"), QKeySequence(Qt::Key_W),
                                [this] { openWeaker(); });
    for (const auto &[action, key] :
         {std::pair{m_undo.createUndoAction(this, tr("Undo")), QKeySequence::Undo},
          std::pair{m_undo.createRedoAction(this, tr("Redo")), QKeySequence::Redo}}) {
        action->setShortcuts(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }

    auto *row = new QHBoxLayout;
    row->setSpacing(3 * gridPx);
    row->addWidget(new ProbePanel(workspace, this));
    row->addWidget(makeList(), 1);
    row->addWidget(makeSide());
    content()->addLayout(row);

    connect(this, &Page::mainActionTriggered, this, &CandidatesPage::mainAction);
    connect(this, &Page::emptyStateActionTriggered, this, [this] {
        if (m_state.mayOpen())
            openList();
        else
            emit stepWanted(m_state.view() == CandidatesState::View::NoCase   ? Step::Case
                            : m_state.view() == CandidatesState::View::Closed ? Step::Analyse
                                                                              : Step::Search);
    });
    connect(&workspace, &models::Workspace::caseChanged, this, [this] {
        m_undo.clear();
        m_recorded = {};
        m_isOpening = false;
    });
    connect(&workspace, &models::Workspace::contentsChanged, this, &CandidatesPage::followWorkspace);
    connect(&workspace, &models::Workspace::selectionChanged, this, &CandidatesPage::followWorkspace);
    connect(&workspace, &models::Workspace::galleriesChanged, this, &CandidatesPage::followWorkspace);
    connect(&workspace.thumbnails(), &models::ThumbnailCache::loaded, this, &CandidatesPage::updateSide);
    followWorkspace();
}

QWidget *CandidatesPage::makeList()
{
    auto *middle = new QWidget(this);
    auto *layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridPx);
    auto *lead = heading(tr("A candidate is a lead, never an identification."), middle);
    lead->setObjectName(QStringLiteral("leadSentence"));
    layout->addWidget(lead);
    m_searches = new QComboBox(middle);
    m_searches->setAccessibleName(tr("Search"));
    m_searches->setToolTip(tr("The searches of this case"));
    connect(m_searches, &QComboBox::activated, this, [this](int index) {
        workspace().chooseSearch(model::SearchId(m_searches->itemData(index).toString()));
        recordView();
    });
    layout->addWidget(m_searches);
    m_searchText = quiet({}, middle);
    m_newer = caution({}, middle);
    m_newer->setObjectName(QStringLiteral("galleryNewer"));
    layout->addWidget(m_searchText);
    layout->addWidget(m_newer);
    m_list = cardList(m_candidates, 64, tr("Candidates"), middle);
    m_list->setObjectName(QStringLiteral("candidateList"));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                if (const auto *candidate = m_candidates->candidate(now.row()))
                    workspace().chooseCandidate(candidate->portrait);
            });
    connect(m_list, &QListView::doubleClicked, this, &CandidatesPage::compare);
    layout->addWidget(m_list, 1);
    m_foldText = quiet({}, middle);
    m_foldText->setObjectName(QStringLiteral("foldedCandidates"));
    layout->addWidget(m_foldText);
    layout->addWidget(buttonFor(m_weakerAction, {}, middle), 0, Qt::AlignLeft);
    m_nullText = quiet({}, middle);
    m_nullText->setObjectName(QStringLiteral("nullResult"));
    layout->addWidget(m_nullText);
    layout->addWidget(buttonFor(m_nullAction, {}, middle), 0, Qt::AlignLeft);
    return middle;
}

QWidget *CandidatesPage::makeSide()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(240);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridPx + gridPx / 2);
    m_reference = heading({}, side);
    layout->addWidget(m_reference);
    m_portrait = new PictureLabel({240, 184}, side);
    m_portrait->setAccessibleName(tr("Portrait of the chosen candidate"));
    layout->addWidget(m_portrait);
    // Nothing of it is cut in a low window: half of the sentence about how often would say something else.
    auto *scroll = new QScrollArea(side);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Facts of the chosen candidate"));
    auto *known = new QWidget(scroll);
    auto *knownLayout = new QVBoxLayout(known);
    knownLayout->setContentsMargins(0, 0, gridPx, 0);
    m_frequency = new QLabel(known);
    m_frequency->setObjectName(QStringLiteral("frequencySentence"));
    m_frequency->setWordWrap(true);
    knownLayout->addWidget(m_frequency);
    m_facts = new FactList(known);
    knownLayout->addWidget(m_facts);
    knownLayout->addStretch(1);
    scroll->setWidget(known);
    layout->addWidget(scroll, 1);
    m_asideButton = buttonFor(m_asideAction, QStringLiteral("ban"), side);
    layout->addWidget(m_asideButton, 0, Qt::AlignLeft);
    layout->addWidget(buttonFor(m_verifyAction, {}, side), 0, Qt::AlignLeft);

    m_reasonPart = new QWidget(side);
    auto *reason = new QVBoxLayout(m_reasonPart);
    reason->setContentsMargins(0, 0, 0, 0);
    reason->setSpacing(gridPx / 2);
    auto *question = new QLabel(tr("&Why is it set aside?"), m_reasonPart);
    m_reason = new QLineEdit(m_reasonPart);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setPlaceholderText(tr("For example: the ears differ"));
    question->setBuddy(m_reason);
    m_reasonMissing = quiet(tr("Enter sets aside, Escape leaves it."), m_reasonPart);
    reason->addWidget(question);
    reason->addWidget(m_reason);
    reason->addWidget(m_reasonMissing);
    m_reasonPart->hide();
    layout->addWidget(m_reasonPart);
    connect(m_reason, &QLineEdit::returnPressed, this, &CandidatesPage::setAsideChosen);
    auto *leave = new QAction(m_reasonPart);
    leave->setShortcut(Qt::Key_Escape);
    leave->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_reasonPart->addAction(leave);
    connect(leave, &QAction::triggered, this, [this] { askReason(false); });
    return side;
}

void CandidatesPage::activated()
{
    followWorkspace();
    if (!workspace().chosenCandidate() && m_candidates->rowCount() > 0)
        m_list->setCurrentIndex(m_candidates->index(0));
    m_list->setFocus();
    recordView();
    askSnapshot();
}

void CandidatesPage::hideEvent(QHideEvent *event)
{
    m_recorded = {};
    askReason(false);
    WorkPage::hideEvent(event);
}

void CandidatesPage::recordView()
{
    const auto *search = workspace().chosenSearch();
    if (!search || m_recorded == search->id || workspace().isWithheld(search->id))
        return;
    m_recorded = search->id;
    workspace().recordView(audit::verbs::candidatesViewed, search->id.value(),
                           {{QStringLiteral("candidates"), int(search->candidates.size())}});
}

void CandidatesPage::askSnapshot()
{
    const auto *search = workspace().chosenSearch();
    const auto gallery = search ? workspace().gallery(search->gallery) : nullptr;
    m_state.currentSnapshot.reset();
    if (!gallery)
        return;
    using Snapshot = casework::GallerySession::Snapshot;
    runner().run<Snapshot>(
        tr("Reading the gallery"), QStringLiteral("candidates/snapshot"), this,
        [gallery](base::Progress &progress) { return gallery->snapshot(progress); },
        [this, id = search->id](base::Result<Snapshot> now) {
            const auto *chosen = workspace().chosenSearch();
            if (now && chosen && chosen->id == id) {
                m_state.currentSnapshot = now->hash;
                update();
            }
        });
}

int CandidatesPage::chosenRow() const
{
    const auto *candidate = workspace().chosenCandidate();
    return candidate ? m_candidates->rowOf(candidate->portrait) : -1;
}

void CandidatesPage::followWorkspace()
{
    const auto *search = workspace().chosenSearch();
    // The state's pointer is into contents that a refresh has replaced: only the id may be compared.
    const bool isOther = !search || m_followed != search->id;
    m_followed = search ? search->id : model::SearchId();
    m_state.search = search;
    if (isOther) {
        m_state.currentSnapshot.reset();
        if (isVisible())
            askSnapshot();
    }
    listSearches();
    const auto *candidate = workspace().chosenCandidate();
    if (!m_reasonFor.isEmpty() && (!candidate || candidate->portrait != m_reasonFor))
        askReason(false); // it was about somebody else
    const int row = chosenRow();
    if (m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_candidates->index(row));
    update();
}

void CandidatesPage::listSearches()
{
    const auto *chosen = workspace().chosenSearch();
    const QSignalBlocker blocker(m_searches);
    m_searches->clear();
    for (const auto &search : workspace().contents().searches) {
        m_searches->addItem(workspace().isWithheld(search.id)
                                ? tr("%1, not opened").arg(timeText(search.time))
                                : tr("%1, %2, %n candidate(s)", nullptr, int(search.candidates.size()))
                                      .arg(timeText(search.time), search.galleryName),
                            search.id.value());
        if (chosen && chosen->id == search.id)
            m_searches->setCurrentIndex(m_searches->count() - 1);
    }
    m_searches->setVisible(m_searches->count() > 1);
}

void CandidatesPage::update()
{
    const auto &space = workspace();
    m_state.hasCase = space.hasCase();
    m_state.search = space.chosenSearch();
    m_state.isReadOnly = space.isReadOnly();
    m_state.isClosed = m_state.search && space.isWithheld(m_state.search->id);
    m_state.unmetToOpen.clear();
    if (m_state.isClosed) {
        if (const auto file = space.file())
            m_state.unmetToOpen = file->unmetListRules(m_state.search->id);
        if (m_state.isReadOnly)
            m_state.unmetToOpen.insert(m_state.unmetToOpen.begin(), policy::Rule::ReadOnly);
    }
    const QKeySequence key(Qt::CTRL | Qt::Key_Return);
    setMainAction(m_state.isClosed ? tr("Open the list") : tr("Compare"), key);
    m_state.isCandidateChosen = space.chosenCandidate() != nullptr;
    m_state.isSetAside = m_candidates->isSetAside(chosenRow());

    switch (m_state.view()) {
    case CandidatesState::View::NoCase:
        showEmptyState(tr("Candidates come from a search, and a search belongs to a case."),
                       tr("Go to the case"));
        setMissing(tr("Open a case first."));
        break;
    case CandidatesState::View::NoSearch:
        showEmptyState(tr("There is no search for this probe yet. Its candidates will be listed here."),
                       tr("Go to the search"));
        setMissing(tr("Search first."));
        break;
    case CandidatesState::View::Closed:
        if (m_state.mayOpen()) {
            showEmptyState(tr("The search is made and its list is closed. Opening it is entered under your "
                              "account; from then on you can no longer verify blind for this probe."),
                           tr("Open the list"));
            setMissing(m_isOpening ? tr("The list is being opened.") : QString());
        } else {
            const QString why = words::sentence(m_state.unmetToOpen.front());
            const bool isAnalysis = m_state.unmetToOpen.front() == policy::Rule::AnalysisMissing;
            showEmptyState(tr("The search is made and its list is closed. %1").arg(why),
                           isAnalysis ? tr("Go to the analysis") : QString());
            setMissing(why);
        }
        break;
    case CandidatesState::View::NoCandidate:
        showEmptyState(
            tr("The search found no candidate. That is an answer, and it stands in the report: nobody "
               "in %1 was listed.")
                .arg(m_state.search->galleryName),
            tr("Go to the search"));
        setMissing(tr("There is nobody to compare."));
        break;
    case CandidatesState::View::NothingAbove:
        showContent();
        setMissing(tr("Nobody stands above the line."));
        break;
    case CandidatesState::View::List:
        showContent();
        setMissing(m_state.mayCompare() ? QString() : tr("Choose a candidate."));
        break;
    }
    m_searchText->clear();
    if (m_state.search && !m_state.isClosed) {
        QStringList sentences{tr("%1 of %2 persons in %3, searched %4. Smaller distances come first.")
                                  .arg(m_state.search->candidates.size())
                                  .arg(m_state.search->galleryPersons)
                                  .arg(m_state.search->galleryName, timeText(m_state.search->time))};
        if (m_state.search->calibration)
            sentences << words::basisSentence(*m_state.search->calibration);
        m_searchText->setText(sentences.join(u' '));
    }
    m_newer->setVisible(m_state.isGalleryNewer());
    m_newer->setText(tr("The gallery has changed since this search. Search again to include what is new."));
    m_asideAction->setText(m_state.isSetAside ? tr("Take back") : tr("Set aside"));
    m_asideAction->setToolTip(tr("%1 (X)").arg(m_asideAction->text()));
    // While the reason is written, Enter and X belong to it.
    const bool isWriting = !m_reasonPart->isHidden();
    m_asideAction->setEnabled(m_state.mayDecide() && !isWriting);
    m_compareAction->setEnabled((m_state.mayCompare() || m_state.mayOpen()) && !isWriting);
    m_compareAction->setText(m_state.isClosed ? tr("Open the list") : tr("Compare"));
    updateFold();
    updateVerbs();
    updateSide();
}

void CandidatesPage::updateVerbs()
{
    const auto &space = workspace();
    const auto *candidate = space.chosenCandidate();
    const auto view = m_state.view();
    const bool isList = (view == CandidatesState::View::List || view == CandidatesState::View::NothingAbove) &&
                        !m_state.isReadOnly && m_reasonPart->isHidden();
    const auto &contents = space.contents();
    // Shown when the next step is this one; what else stands in the way is said by the verb itself.
    const bool isExamined = isList && candidate && !space.isTraining() &&
                            policy::standing(contents, m_state.search->id, candidate->portrait).state ==
                                policy::Standing::State::Examined;
    m_verifyAction->setVisible(isExamined);
    m_verifyAction->setEnabled(isExamined);
    const auto noted =
        std::find_if(contents.nullResults.begin(), contents.nullResults.end(),
                     [this](const auto &one) { return m_state.search && one.search == m_state.search->id; });
    const bool isNoted = noted != contents.nullResults.end();
    m_nullText->setVisible(isNoted);
    m_nullText->clear();
    if (isNoted)
        m_nullText->setText(tr("Noted as leading nowhere, %1 by %2: %3")
                                .arg(timeText(noted->time), noted->actor, noted->note));
    m_nullAction->setVisible(isList && !isNoted);
    m_nullAction->setEnabled(isList && !isNoted);
}

void CandidatesPage::mainAction()
{
    if (m_state.isClosed)
        openList();
    else
        compare();
}

void CandidatesPage::openList()
{
    if (!m_state.mayOpen() || m_isOpening)
        return;
    m_isOpening = true;
    update();
    workspace().runInCase<model::Search>(
        tr("Opening the list"), QStringLiteral("candidates/open"), this,
        [search = m_state.search->id](casework::CaseSession &file, base::Progress &) {
            return file.openCandidates(search);
        },
        [this](base::Result<model::Search> opened) {
            m_isOpening = false;
            if (!opened) {
                update();
                emit workspace().failed(opened.error());
                return;
            }
            m_recorded = opened->id; // the opening is the entry
            workspace().refresh();
            if (isVisible())
                activated();
        });
}

void CandidatesPage::askVerification()
{
    const auto *candidate = workspace().chosenCandidate();
    if (!candidate || !m_state.search)
        return;
    workspace().runInCase<model::VerificationRequest>(
        tr("Asking for verification"), QStringLiteral("candidates/verify"), this,
        [search = m_state.search->id, portrait = candidate->portrait](casework::CaseSession &file,
                                                                      base::Progress &) {
            return file.requestVerification(search, portrait);
        },
        [this](base::Result<model::VerificationRequest> made) {
            if (!made) {
                emit workspace().failed(made.error());
                return;
            }
            emit workspace().notice(tr("Another account is asked to compare again, blind. Until then the "
                                       "outcome stays locked."));
            workspace().refresh();
        });
}

void CandidatesPage::noteNull()
{
    const auto file = workspace().file();
    if (!file || !m_state.search)
        return;
    const auto id = m_state.search->id;
    const auto reason = common::prompts().reason(
        this, tr("Note that this search led nowhere"),
        tr("The whole list was looked at and led nowhere. That is a result, and stands in the report. What "
           "decided it?"));
    if (reason && workspace().check(file->noteNullResult(id, *reason)))
        workspace().refresh();
}

void CandidatesPage::updateSide()
{
    const auto *candidate = workspace().chosenCandidate();
    m_asideButton->setVisible(candidate && m_reasonPart->isHidden());
    if (!candidate || !m_state.search) {
        m_reference->clear();
        m_portrait->setImage({});
        m_frequency->clear();
        m_facts->setFacts({});
        return;
    }
    m_reference->setText(tr("Candidate %1").arg(candidate->personReference));
    m_portrait->setImage(
        models::portraitThumbnail(workspace(), m_state.search->gallery, candidate->portrait));
    const auto decision = workspace().decision(m_state.search->id, candidate->portrait);
    m_frequency->setText(candidate->frequency ? words::frequencySentence(*candidate->frequency) : QString());
    m_frequency->setVisible(candidate->frequency.has_value());
    m_facts->setFacts({{tr("Distance"), models::CandidateModel::distanceText(candidate->distance)},
                       {tr("Normalised"), candidate->normalised
                                              ? models::CandidateModel::distanceText(*candidate->normalised)
                                              : QString()},
                       {tr("95% range"), candidate->frequency ? words::intervalPhrase(*candidate->frequency)
                                                              : QString()},
                       {tr("Robustness"), m_state.search->furtherProbes.empty() ? words::robustnessText(*candidate)
                                                                                : QString()},
                       {tr("Look-alikes"), words::lookAlikesText(*candidate)},
                       {tr("Seen"), m_candidates->framesText(candidate->portrait)},
                       {tr("Standing"), m_candidates->standingText(candidate->portrait)},
                       {tr("Earlier"), m_candidates->memoryText(candidate->portrait)},
                       {tr("Set aside"), decision && decision->setAside ? decision->reason : QString()}});
    m_facts->setToolTip(models::CandidateModel::distanceMeaning());
}

void CandidatesPage::compare()
{
    if (m_state.isClosed)
        return openList();
    if (m_state.mayCompare())
        emit stepWanted(Step::Compare);
}

void CandidatesPage::toggleAside()
{
    const auto *candidate = workspace().chosenCandidate();
    if (!candidate || !m_state.mayDecide())
        return;
    if (!m_state.isSetAside)
        return askReason(true);
    const auto decision = workspace().decision(m_state.search->id, candidate->portrait);
    m_undo.push(new DecisionCommand(workspace(), tr("take back %1").arg(candidate->personReference),
                                    m_state.search->id, candidate->portrait, false,
                                    decision ? decision->reason : QString()));
}

void CandidatesPage::askReason(bool wanted)
{
    if (wanted == !m_reasonPart->isHidden())
        return;
    m_reasonPart->setVisible(wanted);
    m_reason->clear();
    m_reasonMissing->setText(tr("Enter sets aside, Escape leaves it."));
    m_reasonFor = wanted ? workspace().chosenCandidate()->portrait : model::PortraitId();
    update();
    updateVerbs();
    if (wanted)
        m_reason->setFocus();
    else if (isVisible())
        m_list->setFocus();
}

void CandidatesPage::setAsideChosen()
{
    const auto *candidate = workspace().chosenCandidate();
    const QString reason = m_reason->text().trimmed();
    if (!candidate || !m_state.search)
        return;
    if (const auto unmet = policy::unmetSetAsideRules(reason); !unmet.empty()) {
        m_reasonMissing->setText(words::sentence(unmet.front()));
        return;
    }
    const auto search = m_state.search->id;
    const auto portrait = candidate->portrait;
    const auto reference = candidate->personReference;
    askReason(false);
    m_undo.push(
        new DecisionCommand(workspace(), tr("set aside %1").arg(reference), search, portrait, true, reason));
}

} // namespace likeness::pages
