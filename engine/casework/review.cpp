// SPDX-License-Identifier: GPL-3.0-or-later
// CaseSession: people decide on candidates.
#include "engine/audit/verbs.h"
#include "engine/casework/casesession.h"

#include <algorithm>

namespace likeness::casework
{

using base::ErrorCode;

base::Result<model::Candidate> CaseSession::candidate(const model::SearchId &searchId,
                                                      const model::PortraitId &portrait) const
{
    const auto search = m_store->search(searchId);
    if (!search)
        return tl::unexpected(search.error());
    const auto &list = search->candidates;
    const auto found = std::find_if(list.begin(), list.end(),
                                    [&](const model::Candidate &c) { return c.portrait == portrait; });
    if (found == list.end())
        return base::fail(ErrorCode::NotFound, portrait.value(),
                          QStringLiteral("not a candidate of search %1").arg(searchId.value()));
    return *found;
}

base::Outcome CaseSession::decide(const model::CandidateDecision &decision)
{
    const auto contents = everything();
    const auto search = m_store->search(decision.search);
    if (!contents || !search)
        return tl::unexpected(contents ? search.error() : contents.error());
    const auto unmet =
        policy::unmetDecisionRules(*contents, *search, decision.portrait, decision.setAside, decision.reason,
                                   m_workstation->actor(), m_workstation->today());
    if (!unmet.empty())
        return base::fail(ErrorCode::NotAllowed, decision.portrait.value(), policy::ruleNames(unmet));
    const auto about = candidate(decision.search, decision.portrait);
    if (!about)
        return tl::unexpected(about.error());
    QJsonObject details{{"portrait", about->portrait.value()},
                        {"portrait_sha256", about->portraitSha256},
                        {"rank", about->rank}};
    if (decision.setAside)
        details["reason"] = decision.reason;
    return commit({decision.setAside ? audit::verbs::candidateSetAside : audit::verbs::candidateTakenBack,
                   decision.search.value(), details},
                  [&](store::CaseWriter &writer) { return writer.insert(decision); });
}

base::Outcome CaseSession::setAside(const model::SearchId &search, const model::PortraitId &portrait,
                                    const QString &reason)
{
    LIKENESS_TRY(writable());
    return decide({search, portrait, true, reason.trimmed(), m_workstation->clock().now(),
                   m_workstation->actor().name});
}

base::Outcome CaseSession::takeBack(const model::SearchId &search, const model::PortraitId &portrait)
{
    LIKENESS_TRY(writable());
    return decide({search, portrait, false, {}, m_workstation->clock().now(), m_workstation->actor().name});
}

base::Result<model::Examination> CaseSession::conclude(const model::SearchId &search,
                                                       const model::PortraitId &portrait,
                                                       model::Conclusion conclusion, const QString &note)
{
    LIKENESS_TRY(writable());
    // A conclusion without its checklist is for training.
    if (!m_workstation->isTraining())
        return signExamination(search, portrait, {{}, {}, {}, conclusion, note});
    const auto about = candidate(search, portrait);
    if (!about)
        return tl::unexpected(about.error());
    const model::Examination examination{model::ExaminationId::create(),
                                         search,
                                         portrait,
                                         conclusion,
                                         note.trimmed(),
                                         m_workstation->clock().now(),
                                         m_workstation->actor().name};
    LIKENESS_TRY(commit({audit::verbs::conclusionNoted,
                         examination.id.value(),
                         {{"search", search.value()},
                          {"portrait", portrait.value()},
                          {"portrait_sha256", about->portraitSha256},
                          {"conclusion", model::conclusionName(conclusion)},
                          {"note", examination.note}}},
                        [&](store::CaseWriter &writer) { return writer.insert(examination); }));
    return examination;
}

} // namespace likeness::casework
