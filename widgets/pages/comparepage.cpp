// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/comparepage.h"

#include "engine/audit/verbs.h"
#include "engine/imaging/imaging.h"
#include "widgets/common/icons.h"
#include "widgets/common/theme.h"
#include "widgets/pages/candidatesstate.h"
#include "widgets/pages/parts.h"
#include "widgets/words/errortext.h"
#include "widgets/words/nametext.h"
#include "widgets/words/ruletext.h"

#include <QAction>
#include <QButtonGroup>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace likeness::pages
{

using common::gridPx;

namespace
{

constexpr std::array allConclusions{model::Conclusion::SupportSameSource, model::Conclusion::Inconclusive,
                                    model::Conclusion::SupportDifferentSource,
                                    model::Conclusion::NotSuitable};

struct OpenedPair {
    base::Result<decode::Still> probe;
    base::Result<decode::Still> portrait;
    model::RelativeRect portraitBox;
};

} // namespace

ComparePage::ComparePage(models::Workspace &workspace, QWidget *parent)
    : WorkPage(Step::Compare, workspace, parent)
{
    setTitle(tr("Compare the two faces"));
    setMainAction(tr("Note the conclusion"), QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_previous = pageAction(this, tr("Previous"), QKeySequence(Qt::Key_PageUp), [this] { go(-1); });
    m_next = pageAction(this, tr("Next"), QKeySequence(Qt::Key_PageDown), [this] { go(1); });

    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridPx);
    m_view = new viewer::ComparisonView(this);
    m_view->left()->setTitle(tr("Probe"));
    row->addWidget(m_view, 1);
    row->addWidget(makeSide());
    content()->addLayout(row);

    connect(this, &Page::mainActionTriggered, this, &ComparePage::note);
    connect(this, &Page::emptyStateActionTriggered, this,
            [this] { emit stepWanted(m_state.hasCase ? Step::Candidates : Step::Case); });
    connect(&workspace, &models::Workspace::caseChanged, this, [this] {
        m_recorded = {};
        followWorkspace();
    });
    connect(&workspace, &models::Workspace::selectionChanged, this, &ComparePage::followWorkspace);
    connect(&workspace, &models::Workspace::contentsChanged, this, [this] {
        followWorkspace();
        listConclusions();
    });
    followWorkspace();
}

QWidget *ComparePage::makeSide()
{
    auto *side = new QWidget(this);
    side->setMinimumWidth(256); // more where the words of a language are longer
    side->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridPx);
    m_reference = heading({}, side);
    m_reference->setObjectName(QStringLiteral("reference"));
    layout->addWidget(m_reference);
    auto *steps = new QHBoxLayout;
    steps->setSpacing(gridPx);
    steps->addWidget(buttonFor(m_previous, QStringLiteral("arrow-left"), side));
    steps->addWidget(buttonFor(m_next, QStringLiteral("arrow-right"), side));
    steps->addStretch(1);
    layout->addLayout(steps);
    layout->addSpacing(gridPx);

    layout->addWidget(heading(tr("Conclusion"), side));
    m_conclusions = new QButtonGroup(this);
    for (size_t i = 0; i < allConclusions.size(); ++i) {
        auto *button = new QRadioButton(words::phrase(allConclusions[i]), side);
        const QKeySequence key(Qt::ALT | Qt::Key(Qt::Key_1 + int(i)));
        button->setToolTip(tr("%1 (%2)").arg(button->text(), key.toString(QKeySequence::NativeText)));
        m_conclusions->addButton(button, int(i));
        layout->addWidget(button);
        pageAction(this, button->text(), key, [this, i] { choose(int(i)); });
    }
    connect(m_conclusions, &QButtonGroup::idClicked, this, &ComparePage::choose);
    auto *label = new QLabel(tr("N&ote"), side);
    m_note = new QLineEdit(side);
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setPlaceholderText(tr("What the conclusion rests on"));
    label->setBuddy(m_note);
    layout->addSpacing(gridPx / 2);
    layout->addWidget(label);
    layout->addWidget(m_note);
    auto *lead = caution(words::leadOnly(), side);
    lead->setObjectName(QStringLiteral("leadOnly"));
    layout->addWidget(lead);
    layout->addSpacing(gridPx);

    layout->addWidget(heading(tr("Noted before"), side));
    auto *past = new QWidget(side);
    m_past = new QVBoxLayout(past);
    m_past->setContentsMargins(0, 0, 0, 0);
    m_past->setSpacing(gridPx);
    auto *scroll = new QScrollArea(side);
    scroll->setWidget(past);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Noted before"));
    layout->addWidget(scroll, 1);
    return side;
}

void ComparePage::activated()
{
    update();
    if (m_pair.portrait.isEmpty() || !m_state.hasBothPictures)
        openPair();
    recordView();
    m_view->right()->setFocus();
}

void ComparePage::hideEvent(QHideEvent *event)
{
    m_recorded = {};
    WorkPage::hideEvent(event);
}

void ComparePage::followWorkspace()
{
    const auto *search = workspace().chosenSearch();
    const auto *candidate = workspace().chosenCandidate();
    Pair now;
    if (search && candidate)
        now = {search->id, search->probe, candidate->portrait};
    if (now != m_pair) {
        m_pair = now;
        m_state.conclusion.reset();
        m_state.hasBothPictures = false;
        m_note->clear();
        if (auto *checked = m_conclusions->checkedButton()) {
            m_conclusions->setExclusive(false);
            checked->setChecked(false);
            m_conclusions->setExclusive(true);
        }
        m_view->right()->setPicture({});
        m_view->right()->setEmptyText({});
        // A face is opened when somebody comes to compare it, not when a list is walked through.
        if (isVisible())
            openPair();
        listConclusions();
    }
    update();
}

void ComparePage::openPair()
{
    const auto *probe = workspace().probe(m_pair.probe);
    const auto *search = workspace().chosenSearch();
    if (!probe || !search)
        return;
    const auto gallery = workspace().gallery(search->gallery);
    if (!gallery) {
        m_view->right()->setEmptyText(
            tr("The gallery of this search is not open here. Open it on the Galleries page."));
        return;
    }
    workspace().runInCase<OpenedPair>(
        tr("Opening the two pictures"), QStringLiteral("compare/open"), this,
        [pair = m_pair, evidence = probe->evidence,
         gallery](casework::CaseSession &file, base::Progress &progress) -> base::Result<OpenedPair> {
            const auto record = gallery->portrait(pair.portrait);
            if (!record)
                return tl::unexpected(record.error());
            return OpenedPair{file.openEvidence(evidence, progress),
                              gallery->openPortrait(pair.portrait, progress), record->box};
        },
        [this, pair = m_pair, box = probe->box](base::Result<OpenedPair> opened) {
            if (pair != m_pair)
                return;
            if (!opened) {
                m_view->right()->setEmptyText(words::sentence(opened.error()));
                return;
            }
            m_state.hasBothPictures = opened->probe && opened->portrait;
            if (opened->probe)
                m_view->left()->setPicture(opened->probe->picture);
            else
                m_view->left()->setEmptyText(words::sentence(opened->probe.error()));
            if (opened->portrait)
                m_view->right()->setPicture(opened->portrait->picture);
            else
                m_view->right()->setEmptyText(words::sentence(opened->portrait.error()));
            if (m_state.hasBothPictures)
                m_view->zoomTo(imaging::grown(box, 0.4), imaging::grown(opened->portraitBox, 0.4));
            if (isVisible())
                recordView();
            update();
        });
}

void ComparePage::recordView()
{
    if (!m_state.hasBothPictures || m_recorded == m_pair)
        return;
    m_recorded = m_pair;
    workspace().recordView(
        audit::verbs::candidateCompared, m_pair.portrait.value(),
        {{QStringLiteral("search"), m_pair.search.value()}, {QStringLiteral("probe"), m_pair.probe.value()}});
}

void ComparePage::choose(int conclusion)
{
    if (m_state.view() != CompareState::View::Pair)
        return;
    m_conclusions->button(conclusion)->setChecked(true);
    m_state.conclusion = allConclusions[size_t(conclusion)];
    update();
}

void ComparePage::note()
{
    const auto file = workspace().file();
    if (!file || m_state.missing() != CompareState::Missing::Nothing)
        return;
    const auto noted =
        file->conclude(m_pair.search, m_pair.portrait, *m_state.conclusion, m_note->text().trimmed());
    if (!workspace().check(noted ? base::Outcome() : base::Outcome(tl::unexpected(noted.error()))))
        return;
    m_note->clear();
    m_state.conclusion.reset();
    m_conclusions->setExclusive(false);
    m_conclusions->checkedButton()->setChecked(false);
    m_conclusions->setExclusive(true);
    workspace().refresh();
}

void ComparePage::go(int steps)
{
    if (const auto *search = workspace().chosenSearch())
        workspace().chooseCandidate(neighbour(*search, m_pair.portrait, steps));
}

void ComparePage::listConclusions()
{
    while (auto *item = m_past->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto &examinations = workspace().contents().examinations;
    for (auto it = examinations.rbegin(); it != examinations.rend(); ++it) {
        if (it->search != m_pair.search || it->portrait != m_pair.portrait)
            continue;
        m_past->addWidget(plain(words::phrase(it->conclusion)));
        const QString line = tr("%1 by %2").arg(timeText(it->time), it->actor);
        m_past->addWidget(quiet(it->note.isEmpty() ? line : line + QLatin1Char('\n') + it->note));
    }
    if (m_past->count() == 0)
        m_past->addWidget(quiet(tr("Nothing yet.")));
    m_past->addStretch(1);
}

void ComparePage::update()
{
    const auto &space = workspace();
    const auto *candidate = space.chosenCandidate();
    m_state.hasCase = space.hasCase();
    m_state.hasCandidate = candidate != nullptr;
    m_state.isReadOnly = space.isReadOnly();
    m_reference->setText(candidate ? tr("Candidate %1").arg(candidate->personReference) : QString());
    m_view->right()->setTitle(m_reference->text());
    const auto *search = space.chosenSearch();
    m_previous->setEnabled(search && candidate &&
                           neighbour(*search, candidate->portrait, -1) != candidate->portrait);
    m_next->setEnabled(search && candidate &&
                       neighbour(*search, candidate->portrait, 1) != candidate->portrait);

    switch (m_state.view()) {
    case CompareState::View::NoCase:
        showEmptyState(tr("Two faces are compared inside a case. Open or create one first."),
                       tr("Go to the case"));
        break;
    case CompareState::View::NoCandidate:
        showEmptyState(tr("Choose a candidate to compare with the probe."), tr("Go to the candidates"));
        break;
    case CompareState::View::Pair:
        showContent();
        break;
    }
    switch (m_state.missing()) {
    case CompareState::Missing::Nothing:
        setMissing({});
        break;
    case CompareState::Missing::Candidate:
        setMissing(tr("Choose a candidate first."));
        break;
    case CompareState::Missing::ReadOnly:
        setMissing(words::sentence(policy::Rule::ReadOnly));
        break;
    case CompareState::Missing::Pictures:
        setMissing(tr("A conclusion needs both pictures in view."));
        break;
    case CompareState::Missing::Conclusion:
        setMissing(tr("Choose one of the four conclusions."));
        break;
    }
}

} // namespace likeness::pages
