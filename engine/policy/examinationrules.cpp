// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/examinationrules.h"

#include "engine/policy/blindness.h"
#include "engine/policy/casereading.h"
#include "engine/policy/weakercandidates.h"

#include <algorithm>
#include <set>

namespace likeness::policy
{

namespace
{

/// Collects what is unmet for one actor in one case.
class Unmet
{
public:
    Unmet(const model::CaseContents &contents, const model::Actor &actor, std::vector<Rule> roleRules)
        : m_rules(std::move(roleRules)), m_advice(actor.training)
    {
        if (actor.training && !contents.file.training)
            m_rules.push_back(Rule::CaseworkCase);
        if (!actor.training && contents.file.training)
            m_rules.push_back(Rule::TrainingCase);
    }
    void refuse(bool condition, Rule rule)
    {
        if (condition)
            m_rules.push_back(rule);
    }
    /// A rule about the order of the work, or about who: only advice in training.
    void refuseInCasework(bool condition, Rule rule) { refuse(condition && !m_advice, rule); }
    std::vector<Rule> take() { return std::move(m_rules); }

private:
    std::vector<Rule> m_rules;
    bool m_advice;
};

/// In casework only what was signed counts.
bool counts(const model::CaseContents &contents, const model::Signature &signature)
{
    return contents.file.training || signature.isSigned();
}

bool isAnalysed(const model::CaseContents &contents, const model::ProbeId &probe)
{
    const model::Analysis *analysis = analysisOf(contents, probe);
    return analysis && counts(contents, analysis->signature);
}

bool isLocked(const Standing &standing)
{
    return standing.state == Standing::State::AwaitingVerification ||
           standing.state == Standing::State::Disagreed;
}

} // namespace

std::vector<Rule> unmetAnalysisRules(const model::Analysis &analysis, const model::Analysis *earlier,
                                     const Profile &profile)
{
    std::vector<Rule> unmet;
    const auto &refused = profile.refusedKinds;
    if (std::find(refused.begin(), refused.end(), analysis.kind) != refused.end())
        unmet.push_back(Rule::ProbeKindRefused);
    const auto &all = model::allComponents();
    if (!std::all_of(all.begin(), all.end(),
                     [&](model::Component component) { return analysis.component(component); }))
        unmet.push_back(Rule::ComponentsBlank);
    if (earlier && model::differences(*earlier, analysis).empty())
        unmet.push_back(Rule::NothingChanged);
    else if (earlier && isPlaceholder(analysis.reason))
        unmet.push_back(Rule::ReasonMissing);
    return unmet;
}

const model::Analysis *analysisOf(const model::CaseContents &contents, const model::ProbeId &probe)
{
    const auto found = std::find_if(contents.analyses.rbegin(), contents.analyses.rend(),
                                    [&](const model::Analysis &each) { return each.probe == probe; });
    return found == contents.analyses.rend() ? nullptr : &*found;
}

std::vector<Rule> unmetListRules(const model::CaseContents &contents, const model::Search &search,
                                 const model::Actor &actor, const QDate &today)
{
    // Without accounts everybody may read everything, with an account as well.
    if (contents.file.training)
        return {};
    Unmet unmet(contents, actor, unmetRoleRules(Deed::SeeCandidates, actor, today));
    const model::Analysis *analysis = analysisOf(contents, search.probe);
    unmet.refuse(!isAnalysed(contents, search.probe), Rule::AnalysisMissing);
    unmet.refuse(analysis && analysis->suitability == model::FaceQuality::Grade::Unsuitable &&
                     !isOverridden(contents, search.probe, Rule::ProbeUnsuitable, actor.name),
                 Rule::ProbeUnsuitable);
    unmet.refuse(verifiesBlind(contents, search, actor), Rule::VerificationTaken);
    return unmet.take();
}

std::vector<Rule> unmetDecisionRules(const model::CaseContents &contents, const model::Search &search,
                                     const model::PortraitId &portrait, bool setAside, const QString &reason,
                                     const model::Actor &actor, const QDate &today)
{
    Unmet unmet(contents, actor, unmetRoleRules(Deed::SetAside, actor, today));
    unmet.refuseInCasework(!isListOpen(contents, search, actor), Rule::ListNotOpened);
    unmet.refuseInCasework(isFolded(contents, search, portrait, actor), Rule::CandidateFolded);
    unmet.refuse(setAside && isPlaceholder(reason), Rule::ReasonMissing);
    const Standing now = standing(contents, search.id, portrait);
    unmet.refuseInCasework(setAside && (isLocked(now) || now.isLead()), Rule::LeadOpen);
    return unmet.take();
}

std::vector<Rule> unmetSigningRules(const model::CaseContents &contents, const model::Search &search,
                                    const model::PortraitId &portrait, const model::Comparison &comparison,
                                    const model::Actor &actor, const QDate &today)
{
    Unmet unmet(contents, actor, unmetRoleRules(Deed::Compare, actor, today));
    unmet.refuseInCasework(!isListOpen(contents, search, actor), Rule::ListNotOpened);
    unmet.refuseInCasework(isFolded(contents, search, portrait, actor), Rule::CandidateFolded);
    unmet.refuseInCasework(!isAnalysed(contents, search.probe), Rule::AnalysisMissing);
    unmet.refuse(requestOf(contents, search.id, portrait), Rule::AlreadyVerified);
    unmet.refuse(!comparison.blanks().empty(), Rule::ComponentsBlank);
    unmet.refuse(!comparison.conclusion, Rule::ConclusionMissing);
    return unmet.take();
}

std::vector<Rule> unmetVerificationRequestRules(const model::CaseContents &contents,
                                                const model::Search &search,
                                                const model::PortraitId &portrait, const model::Actor &actor,
                                                const QDate &today, int lineupPortraits)
{
    Unmet unmet(contents, actor, unmetRoleRules(Deed::RequestVerification, actor, today));
    unmet.refuseInCasework(!isListOpen(contents, search, actor), Rule::ListNotOpened);
    unmet.refuse(std::none_of(contents.examinations.begin(), contents.examinations.end(),
                              [&](const model::Examination &each) {
                                  return each.search == search.id && each.portrait == portrait &&
                                         counts(contents, each.signature);
                              }),
                 Rule::ExaminationMissing);
    unmet.refuse(requestOf(contents, search.id, portrait), Rule::AlreadyVerified);
    std::set<model::PersonId> persons;
    for (const model::Candidate &candidate : search.candidates)
        persons.insert(candidate.person);
    unmet.refuse(int(persons.size()) < lineupPortraits, Rule::LineupTooShort);
    return unmet.take();
}

std::vector<Rule> unmetVerifyRules(const model::CaseContents &contents,
                                   const model::VerificationRequest &request, const model::Actor &actor,
                                   const QDate &today)
{
    Unmet unmet(contents, actor, unmetRoleRules(Deed::Verify, actor, today));
    unmet.refuse(resultOf(contents, request), Rule::AlreadyVerified);
    const QString holder = takenBy(contents, request);
    unmet.refuse(!holder.isEmpty() && holder != actor.name, Rule::TakenByOther);
    const model::VerificationRequest *held = heldBy(contents, actor);
    unmet.refuse(held && held->id != request.id, Rule::VerificationTaken);
    unmet.refuseInCasework(request.actor == actor.name || workedOn(contents, request.probe, actor.name),
                           Rule::OwnExamination);
    unmet.refuseInCasework(sawList(contents, request, actor), Rule::NotBlind);
    return unmet.take();
}

std::vector<Rule> unmetVerificationSigningRules(const model::VerificationRequest &request,
                                                const model::VerificationResult &result)
{
    bool blanks = result.request != request.id || result.parts.size() != request.lineup.size();
    bool noConclusion = false;
    for (const model::LineupPortrait &portrait : request.lineup) {
        const model::Comparison *part = result.part(portrait.label);
        blanks = blanks || !part || !part->blanks().empty();
        noConclusion = noConclusion || !part || !part->conclusion;
    }
    std::vector<Rule> unmet;
    if (blanks)
        unmet.push_back(Rule::ComponentsBlank);
    if (noConclusion)
        unmet.push_back(Rule::ConclusionMissing);
    return unmet;
}

std::vector<Rule> unmetAdjudicationRules(const model::CaseContents &contents,
                                         const model::VerificationRequest &request, const QString &reason,
                                         const model::Actor &actor, const QDate &today)
{
    Unmet unmet(contents, actor, unmetRoleRules(Deed::Adjudicate, actor, today));
    const model::Search *search = searchOf(contents, request.search);
    unmet.refuseInCasework(!search || !isListOpen(contents, *search, actor), Rule::ListNotOpened);
    const Standing now = standing(contents, request.search, request.candidate);
    unmet.refuse(now.state != Standing::State::Disagreed || now.request->id != request.id,
                 Rule::NoDisagreement);
    unmet.refuseInCasework(tookPart(contents, request, actor.name), Rule::TookPart);
    unmet.refuse(isPlaceholder(reason), Rule::ReasonMissing);
    return unmet.take();
}

std::vector<Rule> unmetNullResultRules(const model::CaseContents &contents, const model::Search &search,
                                       const QString &note, const model::Actor &actor, const QDate &today)
{
    Unmet unmet(contents, actor, unmetRoleRules(Deed::SetAside, actor, today));
    unmet.refuseInCasework(!isListOpen(contents, search, actor), Rule::ListNotOpened);
    unmet.refuseInCasework(!isAnalysed(contents, search.probe), Rule::AnalysisMissing);
    const auto supported = [&](const model::Candidate &candidate) {
        const Standing now = standing(contents, search.id, candidate.portrait);
        return isLocked(now) || now.isLead() ||
               (now.state == Standing::State::Examined &&
                supportedByAny(contents, search.id, candidate.portrait));
    };
    unmet.refuseInCasework(std::any_of(search.candidates.begin(), search.candidates.end(), supported),
                           Rule::LeadOpen);
    unmet.refuse(isPlaceholder(note), Rule::ReasonMissing);
    return unmet.take();
}

std::vector<Rule> unmetOverrideRules(const model::CaseContents &contents, const model::ProbeId &probe,
                                     Rule rule, const QString &reason, const model::Actor &actor,
                                     const Profile &profile)
{
    Unmet unmet(contents, actor, unmetRoleRules(profile.mayOverride, actor));
    unmet.refuse(rule != Rule::ProbeUnsuitable, Rule::OverrideNotAllowed);
    unmet.refuseInCasework(workedOn(contents, probe, actor.name), Rule::OwnExamination);
    unmet.refuse(isPlaceholder(reason), Rule::ReasonMissing);
    return unmet.take();
}

bool isOverridden(const model::CaseContents &contents, const model::ProbeId &probe, Rule rule,
                  const QString &account)
{
    const QString name = ruleName(rule);
    return std::any_of(contents.overrides.begin(), contents.overrides.end(), [&](const auto &each) {
        if (each.probe != probe || each.rule != name)
            return false;
        return contents.file.training ||
               (each.signature.isSigned() && each.actor != account && !workedOn(contents, probe, each.actor));
    });
}

} // namespace likeness::policy
