// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/contextstrip.h"

#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace likeness::window
{

using common::gridPx;

namespace
{

constexpr int mostTextPx = 340; // three of them fit a small screen

QString menuText(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

ContextStrip::ContextStrip(models::Workspace &workspace, QWidget *parent)
    : QWidget(parent), m_workspace(workspace)
{
    setAccessibleName(tr("Where you are"));
    m_probe = makeButton(QStringLiteral("contextProbe"), &ContextStrip::fillProbes);
    m_search = makeButton(QStringLiteral("contextSearch"), &ContextStrip::fillSearches);
    m_candidate = makeButton(QStringLiteral("contextCandidate"), &ContextStrip::fillCandidates);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(gridPx, gridPx / 2, 2 * gridPx, 0);
    row->setSpacing(gridPx / 2);
    for (QToolButton *button : {m_probe, m_search, m_candidate}) {
        if (button != m_probe) {
            auto *arrow = new QLabel(QStringLiteral("›"), this);
            common::makeSecondary(arrow);
            m_arrows << arrow;
            row->addWidget(arrow);
        }
        row->addWidget(button);
    }
    row->addStretch(1);
    connect(&workspace, &models::Workspace::caseChanged, this, &ContextStrip::refresh);
    connect(&workspace, &models::Workspace::contentsChanged, this, &ContextStrip::refresh);
    connect(&workspace, &models::Workspace::selectionChanged, this, &ContextStrip::refresh);
    connect(&workspace, &models::Workspace::blindChanged, this, &ContextStrip::refresh);
    refresh();
}

QToolButton *ContextStrip::makeButton(const QString &name, void (ContextStrip::*fill)(QMenu *))
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(button);
    button->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, fill] {
        menu->clear();
        (this->*fill)(menu);
    });
    return button;
}

void ContextStrip::openFirstMenu()
{
    if (isVisible()) {
        m_probe->setFocus(Qt::ShortcutFocusReason);
        m_probe->showMenu();
    }
}

void ContextStrip::refresh()
{
    const auto show = [](QToolButton *button, const QString &kind, const QString &text) {
        button->setText(button->fontMetrics().elidedText(menuText(text), Qt::ElideMiddle, mostTextPx) +
                        QStringLiteral("  ▾"));
        button->setToolTip(tr("%1: %2").arg(kind, text));
        button->setAccessibleName(button->toolTip());
    };
    const model::Probe *probe = m_workspace.chosenProbe();
    const model::Search *search = m_workspace.chosenSearch();
    const model::Candidate *candidate = m_workspace.chosenCandidate();
    const model::CaseContents &contents = m_workspace.contents();
    setVisible(!contents.probes.empty() && !m_workspace.isBlind());
    show(m_probe, tr("Probe"), probe ? probeText(*probe) : tr("No probe is chosen"));
    show(m_search, tr("Search"), search ? searchText(*search) : tr("No search is chosen"));
    show(m_candidate, tr("Candidate"), candidate ? candidateText(*candidate) : tr("No candidate is chosen"));
    const bool hasSearches = !contents.searches.empty();
    const bool hasCandidates = search && !search->candidates.empty();
    m_search->setVisible(hasSearches);
    m_arrows[0]->setVisible(hasSearches);
    m_candidate->setVisible(hasCandidates);
    m_arrows[1]->setVisible(hasCandidates);
}

QString ContextStrip::probeText(const model::Probe &probe) const
{
    const auto &probes = m_workspace.contents().probes;
    int number = 0;
    for (size_t i = 0; i < probes.size(); ++i) {
        if (probes[i].id == probe.id)
            number = int(i) + 1;
    }
    const model::EvidenceItem *item = m_workspace.evidence(probe.evidence);
    const QString file = item ? item->fileName : probe.evidenceSha256.left(8);
    const QString from = probe.frame ? tr("frame %1 of %2").arg(*probe.frame).arg(file) : file;
    return probe.derivation ? tr("Probe %1, edited from %2").arg(number).arg(from)
                            : tr("Probe %1, %2").arg(number).arg(from);
}

QString ContextStrip::searchText(const model::Search &search) const
{
    const QString time = search.time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    if (m_workspace.isWithheld(search.id))
        return search.galleryName.isEmpty() // who may still verify is not told more than the time
                   ? tr("%1: not opened").arg(time)
                   : tr("%1, %2: not opened").arg(time, search.galleryName);
    return tr("%1, %2: %n candidate(s)", nullptr, int(search.candidates.size()))
        .arg(time, search.galleryName);
}

QString ContextStrip::candidateText(const model::Candidate &candidate) const
{
    // No rank and no distance: the strip stands above the Compare page, too.
    return tr("Candidate %1").arg(candidate.personReference);
}

void ContextStrip::fillProbes(QMenu *menu)
{
    for (const model::Probe &probe : m_workspace.contents().probes) {
        QAction *action = menu->addAction(menuText(probeText(probe)));
        action->setCheckable(true);
        action->setChecked(m_workspace.chosenProbe() && m_workspace.chosenProbe()->id == probe.id);
        connect(action, &QAction::triggered, this, [this, id = probe.id] { m_workspace.chooseProbe(id); });
    }
}

void ContextStrip::fillSearches(QMenu *menu)
{
    for (const model::Search &search : m_workspace.contents().searches) {
        QAction *action = menu->addAction(menuText(searchText(search)));
        action->setCheckable(true);
        action->setChecked(m_workspace.chosenSearch() && m_workspace.chosenSearch()->id == search.id);
        connect(action, &QAction::triggered, this, [this, id = search.id] { m_workspace.chooseSearch(id); });
    }
}

void ContextStrip::fillCandidates(QMenu *menu)
{
    const model::Search *search = m_workspace.chosenSearch();
    if (!search)
        return;
    for (const model::Candidate &candidate : search->candidates) {
        QAction *action = menu->addAction(menuText(candidateText(candidate)));
        action->setCheckable(true);
        action->setChecked(m_workspace.chosenCandidate() &&
                           m_workspace.chosenCandidate()->portrait == candidate.portrait);
        connect(action, &QAction::triggered, this,
                [this, id = candidate.portrait] { m_workspace.chooseCandidate(id); });
    }
}

} // namespace likeness::window
