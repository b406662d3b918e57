// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policy/casereading.h"

#include <algorithm>

namespace likeness::policy
{

namespace
{

template <class List, class Condition>
auto findIn(const List &list, Condition condition) -> const typename List::value_type *
{
    const auto found = std::find_if(list.begin(), list.end(), condition);
    return found == list.end() ? nullptr : &*found;
}

const model::Probe *probeOf(const model::CaseContents &contents, const model::ProbeId &id)
{
    return findIn(contents.probes, [&](const model::Probe &probe) { return probe.id == id; });
}

bool holdsMiddle(const model::RelativeRect &outer, const model::RelativeRect &inner)
{
    const model::RelativePoint middle = inner.center();
    return middle.x >= outer.x && middle.x <= outer.right() && middle.y >= outer.y &&
           middle.y <= outer.bottom();
}

const model::Candidate *candidateOf(const model::CaseContents &contents, const model::SearchId &search,
                                    const model::PortraitId &portrait)
{
    const model::Search *list = searchOf(contents, search);
    return list ? findIn(list->candidates, [&](const auto &each) { return each.portrait == portrait; })
                : nullptr;
}

bool isSamePortrait(const model::PortraitId &a, const QString &sha256A, const model::PortraitId &b,
                    const QString &sha256B)
{
    return a == b || (!sha256A.isEmpty() && sha256A == sha256B);
}

} // namespace

const model::Search *searchOf(const model::CaseContents &contents, const model::SearchId &id)
{
    return findIn(contents.searches, [&](const model::Search &search) { return search.id == id; });
}

const model::Examination *examinationOf(const model::CaseContents &contents, const model::ExaminationId &id)
{
    return findIn(contents.examinations, [&](const auto &examination) { return examination.id == id; });
}

const model::VerificationResult *resultOf(const model::CaseContents &contents,
                                          const model::VerificationRequest &request)
{
    return findIn(contents.verificationResults,
                  [&](const auto &result) { return result.request == request.id; });
}

bool isSameFace(const model::CaseContents &contents, const model::ProbeId &a, const model::ProbeId &b)
{
    if (a == b)
        return true;
    const model::Probe *first = probeOf(contents, a);
    const model::Probe *second = probeOf(contents, b);
    if (!first || !second)
        return false;
    if (!first->region.isEmpty() && first->region == second->region)
        return true;
    // Before one camera people stand in the same place one after the other: each frame is a picture of its own,
    // and only a track says that a face goes through both.
    if (std::any_of(first->tracks.begin(), first->tracks.end(), [&](const QString &track) {
            return std::find(second->tracks.begin(), second->tracks.end(), track) != second->tracks.end();
        }))
        return true;
    const bool samePicture =
        first->frame == second->frame &&
        (first->evidence == second->evidence ||
         (!first->evidenceSha256.isEmpty() && first->evidenceSha256 == second->evidenceSha256));
    // In one derivation boxes compare as they are; else where they lie in what it was made of.
    const bool sameMaking = first->derivation == second->derivation;
    const model::RelativeRect boxA = sameMaking ? first->box : first->originalBox.value_or(first->box);
    const model::RelativeRect boxB = sameMaking ? second->box : second->originalBox.value_or(second->box);
    if (samePicture && (holdsMiddle(boxA, boxB) || holdsMiddle(boxB, boxA)))
        return true;
    return findIn(contents.searches, [&](const model::Search &search) {
               const auto has = [&](const model::ProbeId &probe) {
                   return search.probe == probe ||
                          std::find(search.furtherProbes.begin(), search.furtherProbes.end(), probe) !=
                              search.furtherProbes.end();
               };
               return !search.furtherProbes.empty() && has(a) && has(b);
           }) != nullptr;
}

bool isSamePair(const model::CaseContents &contents, const model::SearchId &searchA,
                const model::PortraitId &portraitA, const model::SearchId &searchB,
                const model::PortraitId &portraitB)
{
    if (searchA == searchB)
        return portraitA == portraitB;
    const model::Search *a = searchOf(contents, searchA);
    const model::Search *b = searchOf(contents, searchB);
    if (!a || !b || !isSameFace(contents, a->probe, b->probe))
        return false;
    const model::Candidate *candidateA = candidateOf(contents, searchA, portraitA);
    const model::Candidate *candidateB = candidateOf(contents, searchB, portraitB);
    return isSamePortrait(portraitA, candidateA ? candidateA->portraitSha256 : QString(), portraitB,
                          candidateB ? candidateB->portraitSha256 : QString());
}

const model::VerificationRequest *requestOf(const model::CaseContents &contents,
                                            const model::SearchId &search, const model::PortraitId &portrait)
{
    return findIn(contents.verificationRequests, [&](const model::VerificationRequest &request) {
        return isSamePair(contents, request.search, request.candidate, search, portrait);
    });
}

bool tellsAbout(const model::CaseContents &contents, const model::Search &search,
                const model::VerificationRequest &request)
{
    if (search.id == request.search || isSameFace(contents, search.probe, request.probe))
        return true;
    return std::any_of(request.lineup.begin(), request.lineup.end(), [&](const auto &shown) {
        const model::Candidate *asListed = candidateOf(contents, request.search, shown.portrait);
        return findIn(search.candidates, [&](const model::Candidate &each) {
            return isSamePortrait(each.portrait, each.portraitSha256, shown.portrait, shown.sha256) ||
                   (asListed && each.person == asListed->person);
        });
    });
}

QString takenBy(const model::CaseContents &contents, const model::VerificationRequest &request)
{
    QString account;
    for (const model::VerificationTaken &taken : contents.verificationsTaken)
        if (taken.request == request.id)
            account = taken.givenBack ? QString() : taken.actor;
    return account;
}

bool holds(const model::CaseContents &contents, const model::VerificationRequest &request,
           const QString &account)
{
    return !account.isEmpty() && takenBy(contents, request) == account && !resultOf(contents, request);
}

bool workedOn(const model::CaseContents &contents, const model::ProbeId &probe, const QString &account)
{
    const auto isIt = [&](const model::ProbeId &other) { return isSameFace(contents, other, probe); };
    const auto searchIsIt = [&](const model::SearchId &id) {
        const model::Search *search = searchOf(contents, id);
        return search && isIt(search->probe);
    };
    const auto any = [&](const auto &list, const auto &about) {
        return std::any_of(list.begin(), list.end(),
                           [&](const auto &each) { return each.actor == account && about(each); });
    };
    return any(contents.analyses, [&](const auto &each) { return isIt(each.probe); }) ||
           any(contents.searches, [&](const auto &each) { return isIt(each.probe); }) ||
           any(contents.examinations, [&](const auto &each) { return searchIsIt(each.search); }) ||
           any(contents.verificationRequests, [&](const auto &each) { return isIt(each.probe); });
}

} // namespace likeness::policy
