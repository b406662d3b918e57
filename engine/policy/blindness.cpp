// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/blindness.h"

#include "engine/policy/casereading.h"
#include "engine/policy/examinationrules.h"

#include <algorithm>
#include <set>

namespace likeness::policy
{

namespace
{

using model::CaseContents;
using model::VerificationRequest;

/// The verifications that this account holds, or could take if it were free and trained: it must not learn
/// who worked on them.
std::vector<VerificationRequest> blindIn(const CaseContents &contents, const model::Actor &actor)
{
    std::vector<VerificationRequest> requests;
    for (const VerificationRequest &request : contents.verificationRequests) {
        if (resultOf(contents, request))
            continue;
        const bool couldTake = (actor.roles & model::Role::Verifier) && request.actor != actor.name &&
                               !workedOn(contents, request.probe, actor.name) &&
                               !sawList(contents, request, actor);
        if (couldTake || holds(contents, request, actor.name))
            requests.push_back(request);
    }
    return requests;
}

template <class List, class Condition>
void drop(List &list, Condition condition)
{
    list.erase(std::remove_if(list.begin(), list.end(), condition), list.end());
}

} // namespace

bool seesList(const CaseContents &contents, const model::SearchId &search, const model::Actor &actor)
{
    if (contents.file.training)
        return true;
    return !actor.training && !actor.name.isEmpty() &&
           std::any_of(contents.listViews.begin(), contents.listViews.end(),
                       [&](const auto &view) { return view.search == search && view.actor == actor.name; });
}

bool verifiesBlind(const CaseContents &contents, const model::Search &search, const model::Actor &actor)
{
    return !contents.file.training &&
           std::any_of(contents.verificationRequests.begin(), contents.verificationRequests.end(),
                       [&](const VerificationRequest &request) {
                           return holds(contents, request, actor.name) &&
                                  tellsAbout(contents, search, request);
                       });
}

bool isListOpen(const CaseContents &contents, const model::Search &search, const model::Actor &actor)
{
    return seesList(contents, search.id, actor) && !verifiesBlind(contents, search, actor);
}

bool sawList(const CaseContents &contents, const VerificationRequest &request, const model::Actor &actor)
{
    return std::any_of(contents.searches.begin(), contents.searches.end(), [&](const model::Search &search) {
        return seesList(contents, search.id, actor) && tellsAbout(contents, search, request);
    });
}

model::Search closedList(model::Search search)
{
    search.candidates.clear();
    return search;
}

CaseContents visibleTo(CaseContents contents, const model::Actor &actor)
{
    if (contents.file.training)
        return contents;

    // First all questions, of the whole case; then it is cut.
    const std::vector<VerificationRequest> blind = blindIn(contents, actor);
    std::set<model::SearchId> closed;
    for (const model::Search &search : contents.searches)
        if (!isListOpen(contents, search, actor))
            closed.insert(search.id);
    std::set<model::ProbeId> blindProbes;
    for (const model::Probe &probe : contents.probes)
        for (const VerificationRequest &request : blind)
            if (isSameFace(contents, probe.id, request.probe))
                blindProbes.insert(probe.id);
    for (const VerificationRequest &request : blind)
        blindProbes.insert(request.probe);

    const auto isClosed = [&](const auto &each) { return closed.count(each.search) > 0; };
    std::set<model::VerificationId> hidden;
    for (const VerificationRequest &request : contents.verificationRequests)
        if (isClosed(request))
            hidden.insert(request.id);
    const auto isHidden = [&](const auto &each) { return hidden.count(each.request) > 0; };
    const auto isBlindProbe = [&](const auto &each) { return blindProbes.count(each.probe) > 0; };

    contents.withheld.clear();
    for (model::Search &search : contents.searches) {
        if (!isClosed(model::ListView{search.id, {}, {}}))
            continue;
        contents.withheld.push_back(search.id);
        model::Search left = closedList(search);
        if (!blind.empty()) {
            left = {};
            left.id = search.id;
            left.probe = search.probe;
            left.time = search.time;
        }
        search = std::move(left);
    }
    drop(contents.decisions, isClosed);
    drop(contents.examinations, isClosed);
    drop(contents.nullResults, isClosed);
    drop(contents.listViews, isClosed);
    drop(contents.verificationRequests, isClosed);
    drop(contents.verificationsTaken, isHidden);
    drop(contents.verificationResults, isHidden);
    drop(contents.adjudications, isHidden);
    drop(contents.drafts, [&](const model::ComparisonDraft &draft) {
        return draft.actor != actor.name ||
               closed.count(model::SearchId(draft.about.section(u'/', 0, 0))) > 0;
    });
    if (!blind.empty()) {
        drop(contents.analyses, isBlindProbe);
        drop(contents.overrides, isBlindProbe);
        contents.file.createdBy.clear();
        for (model::EvidenceItem &item : contents.evidence)
            item.addedBy.clear();
    }
    return contents;
}

std::vector<Rule> unmetWholeRecordRules(const CaseContents &contents, Deed deed, const model::Actor &actor,
                                        const QDate &today, bool readOnly)
{
    std::vector<Rule> unmet = unmetRoleRules(deed, actor, today);
    if (contents.file.training)
        return unmet;
    if (actor.training)
        unmet.push_back(Rule::CaseworkCase);
    if (heldBy(contents, actor))
        unmet.push_back(Rule::VerificationTaken);
    const bool mayAnalyse = bool(actor.roles & model::Role::Examiner);
    if (mayAnalyse &&
        std::any_of(contents.searches.begin(), contents.searches.end(), [&](const model::Search &search) {
            const model::Analysis *analysis = analysisOf(contents, search.probe);
            return !seesList(contents, search.id, actor) && !(analysis && analysis->signature.isSigned());
        }))
        unmet.push_back(Rule::AnalysisMissing);
    if (readOnly && (actor.roles & model::Role::Verifier) &&
        !listsOpenedByReadingAll(contents, actor).empty())
        unmet.push_back(Rule::ReadOnly);
    return unmet;
}

std::vector<model::SearchId> listsOpenedByReadingAll(const CaseContents &contents, const model::Actor &actor)
{
    std::vector<model::SearchId> lists;
    for (const model::Search &search : contents.searches)
        if (!seesList(contents, search.id, actor))
            lists.push_back(search.id);
    return lists;
}

std::vector<BlindTask> blindTasks(const CaseContents &contents, const model::Actor &actor, const QDate &today)
{
    std::vector<BlindTask> tasks;
    for (const VerificationRequest &request : contents.verificationRequests) {
        if (!unmetVerifyRules(contents, request, actor, today).empty())
            continue;
        BlindTask task{request.id, request.probe, {}, request.time, holds(contents, request, actor.name)};
        for (const model::LineupPortrait &portrait : request.lineup)
            task.labels += portrait.label;
        tasks.push_back(task);
    }
    std::stable_sort(tasks.begin(), tasks.end(),
                     [](const BlindTask &a, const BlindTask &b) { return a.asked < b.asked; });
    return tasks;
}

const VerificationRequest *heldBy(const CaseContents &contents, const model::Actor &actor)
{
    const VerificationRequest *held = nullptr;
    for (const VerificationRequest &request : contents.verificationRequests)
        if (holds(contents, request, actor.name) && (!held || request.time < held->time))
            held = &request;
    return held;
}

std::vector<Dispute> disputes(const CaseContents &contents, const model::Actor &actor, const QDate &today)
{
    std::vector<Dispute> found;
    for (const VerificationRequest &request : contents.verificationRequests) {
        auto unmet =
            unmetAdjudicationRules(contents, request, QStringLiteral("asked for the list"), actor, today);
        drop(unmet, [](Rule rule) { return rule == Rule::ListNotOpened; });
        if (unmet.empty())
            found.push_back({request.id, request.search, request.probe,
                             standing(contents, request.search, request.candidate).verification->time});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Dispute &a, const Dispute &b) { return a.since < b.since; });
    return found;
}

} // namespace likeness::policy
