// SPDX-License-Identifier: GPL-3.0-or-later
// CandidatesPage: what lies beyond the line.
#include "widgets/common/prompts.h"
#include "widgets/pages/candidatespage.h"
#include "widgets/words/frequencytext.h"
#include "widgets/words/ruletext.h"

#include <QAction>
#include <QLabel>
#include <QListView>

namespace likeness::pages
{

void CandidatesPage::updateFold()
{
    const bool isFolded = m_state.isFolded() && m_reasonPart->isHidden();
    m_foldText->clear();
    if (isFolded) {
        QStringList sentences;
        if (m_state.view() == CandidatesState::View::NothingAbove)
            sentences << tr("Nobody in this gallery is close enough to stand above the line. That is a normal answer, "
                            "and it stands in the report.");
        sentences << words::foldedText(m_state.search->folded, m_state.search->calibration->oneIn);
        m_foldText->setText(sentences.join(u' '));
    }
    m_foldText->setVisible(isFolded);
    m_weakerAction->setVisible(isFolded && !m_state.isReadOnly);
    m_weakerAction->setEnabled(isFolded && !m_state.isReadOnly);
}

void CandidatesPage::openWeaker()
{
    const auto file = workspace().file();
    if (!file || !m_state.isFolded())
        return;
    const auto id = m_state.search->id;
    // What a reason cannot change is said before it is asked for.
    for (const policy::Rule rule : file->unmetWeakerRules(id, QStringLiteral("asked")))
        if (rule != policy::Rule::ReasonMissing) {
            emit workspace().notice(words::sentence(rule));
            return;
        }
    const auto reason = common::prompts().reason(
        this, tr("Open the weaker candidates"),
        tr("Candidates beyond the line are as close as innocent people often come. Opening them is entered under your "
           "name, with the reason. Why are they needed?"));
    if (!reason || !workspace().check(file->openWeaker(id, *reason)))
        return;
    workspace().refresh();
    if (!workspace().chosenCandidate() && m_candidates->rowCount() > 0)
        m_list->setCurrentIndex(m_candidates->index(0));
    m_list->setFocus();
}

} // namespace likeness::pages
