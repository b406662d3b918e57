// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/workpage.h"

#include "widgets/pages/analysepage.h"
#include "widgets/pages/auditpage.h"
#include "widgets/pages/candidatespage.h"
#include "widgets/pages/casepage.h"
#include "widgets/pages/comparepage.h"
#include "widgets/pages/enginecardpage.h"
#include "widgets/pages/evidencepage.h"
#include "widgets/pages/galleriespage.h"
#include "widgets/pages/reportpage.h"
#include "widgets/pages/searchpage.h"
#include "widgets/pages/selftestpage.h"
#include "widgets/pages/verifypage.h"

namespace likeness::pages
{

WorkPage::WorkPage(Step step, models::Workspace &workspace, QWidget *parent)
    : common::Page(parent), m_step(step), m_workspace(workspace)
{
}

WorkPage *makePage(Step step, models::Workspace &workspace, QWidget *parent)
{
    switch (step) {
    case Step::Case:
        return new CasePage(workspace, parent);
    case Step::Evidence:
        return new EvidencePage(workspace, parent);
    case Step::Analyse:
        return new AnalysePage(workspace, parent);
    case Step::Search:
        return new SearchPage(workspace, parent);
    case Step::Candidates:
        return new CandidatesPage(workspace, parent);
    case Step::Compare:
        return new ComparePage(workspace, parent);
    case Step::Verify:
        return new VerifyPage(workspace, parent);
    case Step::Report:
        return new ReportPage(workspace, parent);
    case Step::Galleries:
        return new GalleriesPage(workspace, parent);
    case Step::Audit:
        return new AuditPage(workspace, parent);
    case Step::SelfTest:
        return new SelfTestPage(workspace, parent);
    case Step::EngineCard:
        break;
    }
    return new EngineCardPage(workspace, parent);
}

} // namespace likeness::pages
