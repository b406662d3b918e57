// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/page.h"
#include "widgets/models/workspace.h"

namespace likeness::pages
{

/// The steps of the work, in the order of the rail; what does not belong to a case stands below it.
enum class Step {
    Case,
    Evidence,
    Analyse,
    Search,
    Candidates,
    Compare,
    Verify,
    Report,
    Galleries,
    Audit,
    SelfTest,
    EngineCard,
};

/// One page of the work. It reads the workspace, calls its verbs and listens to its signals; it never holds
/// what another page needs. Questions go through common::prompts().
class WorkPage : public common::Page
{
    Q_OBJECT
public:
    WorkPage(Step step, models::Workspace &workspace, QWidget *parent);

    Step step() const { return m_step; }
    /// Comes to the front: the page looks again at what may have changed, and enters the view in the record.
    void activated() override {}

signals:
    /// The work goes on there: the window brings that page to the front.
    void stepWanted(likeness::pages::Step step);
    /// Accounts are to be set up: the window asks for the first supervisor.
    void accountsWanted();

protected:
    models::Workspace &workspace() const { return m_workspace; }
    jobs::JobRunner &runner() const { return m_workspace.runner(); }

private:
    Step m_step;
    models::Workspace &m_workspace;
};

/// The page of a step. The window needs no other header of this room.
WorkPage *makePage(Step step, models::Workspace &workspace, QWidget *parent = nullptr);

} // namespace likeness::pages
