// SPDX-License-Identifier: GPL-3.0-or-later
// How far a candidate has come, and what the case remembers of a person.
#include "engine/policy/casereading.h"
#include "engine/policy/examinationrules.h"

#include <algorithm>
#include <map>

namespace likeness::policy
{

namespace
{

using model::Conclusion;

/// What each account last concluded about these two pictures.
std::map<QString, const model::Examination *> lastOfEach(const model::CaseContents &contents,
                                                         const model::SearchId &search,
                                                         const model::PortraitId &portrait)
{
    std::map<QString, const model::Examination *> last;
    for (const model::Examination &each : contents.examinations)
        if (isSamePair(contents, each.search, each.portrait, search, portrait))
            last[each.actor] = &each;
    return last;
}

/// The first adjudication by somebody who had not signed one of the two.
const model::Adjudication *adjudicationOf(const model::CaseContents &contents,
                                          const model::VerificationRequest &request)
{
    for (const model::Adjudication &each : contents.adjudications)
        if (each.request == request.id &&
            (!each.signature.isSigned() || !tookPart(contents, request, each.actor)))
            return &each;
    return nullptr;
}

} // namespace

bool agree(const model::Examination &first, const model::VerificationRequest &request,
           const model::VerificationResult &result)
{
    if (first.signature.isSigned() && first.actor == result.actor)
        return false;
    bool same = false;
    for (const model::LineupPortrait &portrait : request.lineup) {
        const model::Comparison *second = result.part(portrait.label);
        if (portrait.portrait == request.candidate)
            same = second && second->conclusion == first.conclusion;
        else if (second && second->conclusion == Conclusion::SupportSameSource)
            return false;
    }
    return same;
}

bool tookPart(const model::CaseContents &contents, const model::VerificationRequest &request,
              const QString &account)
{
    const model::VerificationResult *result = resultOf(contents, request);
    return (result && result->actor == account) ||
           std::any_of(contents.examinations.begin(), contents.examinations.end(), [&](const auto &each) {
               return each.actor == account &&
                      isSamePair(contents, each.search, each.portrait, request.search, request.candidate);
           });
}

bool supportedByAny(const model::CaseContents &contents, const model::SearchId &search,
                    const model::PortraitId &portrait)
{
    const auto last = lastOfEach(contents, search, portrait);
    return std::any_of(last.begin(), last.end(), [](const auto &each) {
        return each.second->conclusion == Conclusion::SupportSameSource;
    });
}

Standing standing(const model::CaseContents &contents, const model::SearchId &search,
                  const model::PortraitId &portrait)
{
    using State = Standing::State;
    Standing now;
    now.request = requestOf(contents, search, portrait);
    if (!now.request) {
        for (const model::Examination &each : contents.examinations)
            if (each.search == search && each.portrait == portrait)
                now.first = &each;
        now.state = now.first ? State::Examined : State::NotExamined;
        return now;
    }

    now.first = examinationOf(contents, now.request->examination);
    now.verification = resultOf(contents, *now.request);
    now.state = State::AwaitingVerification;
    if (!now.verification)
        return now;

    const auto last = lastOfEach(contents, search, portrait);
    const bool agreed = now.first && agree(*now.first, *now.request, *now.verification) &&
                        std::all_of(last.begin(), last.end(), [&](const auto &each) {
                            return each.second->conclusion == now.first->conclusion;
                        });
    if (agreed) {
        now.state = State::Agreed;
        now.outcome = now.first->conclusion;
        return now;
    }
    now.adjudication = adjudicationOf(contents, *now.request);
    now.state = now.adjudication ? State::Adjudicated : State::Disagreed;
    if (now.adjudication)
        now.outcome = now.adjudication->conclusion;
    return now;
}

Memory memoryOf(const model::CaseContents &contents, const model::PersonId &person,
                const model::SearchId &exceptIn)
{
    Memory memory;
    const auto remember = [&](const QString &reason, const QDateTime &time) {
        if (!reason.trimmed().isEmpty() && !memory.reasons.contains(reason.trimmed()))
            memory.reasons += reason.trimmed();
        if (!memory.since.isValid() || time < memory.since)
            memory.since = time;
    };
    const auto recall = [&](const model::SearchId &search, const model::PortraitId &portrait) {
        const model::CandidateDecision *decision = nullptr;
        for (const model::CandidateDecision &each : contents.decisions)
            if (each.search == search && each.portrait == portrait)
                decision = &each;
        if (decision && decision->setAside) {
            memory.setAside = true;
            remember(decision->reason, decision->time);
        }

        const Standing now = standing(contents, search, portrait);
        const auto last = lastOfEach(contents, search, portrait);
        const bool byAll = std::all_of(last.begin(), last.end(), [](const auto &each) {
            return each.second->conclusion == Conclusion::SupportDifferentSource;
        });
        const bool byTwo = now.state == Standing::State::Examined && byAll && last.size() >= 2;
        if (!now.isExcluded() && !byTwo)
            return;
        memory.excluded = true;
        if (now.adjudication)
            remember(now.adjudication->reason, now.adjudication->time);
        for (const auto &each : last)
            if (each.second->conclusion == Conclusion::SupportDifferentSource)
                remember(each.second->note, each.second->time);
    };

    for (const model::Search &search : contents.searches)
        if (search.id != exceptIn)
            for (const model::Candidate &candidate : search.candidates)
                if (candidate.person == person)
                    recall(search.id, candidate.portrait);
    return memory;
}

} // namespace likeness::policy
