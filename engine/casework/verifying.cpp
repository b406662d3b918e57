// SPDX-License-Identifier: GPL-3.0-or-later
// CaseSession: a second account repeats an examination blind, a third settles a disagreement.
#include "engine/audit/verbs.h"
#include "engine/casework/casesession.h"
#include "engine/casework/gallerysession.h"
#include "engine/casework/partprogress.h"
#include "engine/casework/signedcommit.h"
#include "engine/imaging/imaging.h"

#include <QRandomGenerator>

#include <algorithm>

namespace likeness::casework
{

using base::ErrorCode;

namespace
{

QString draftName(const model::VerificationId &task, const QString &label)
{
    return task.value() + u'/' + label;
}

const model::VerificationRequest *find(const model::CaseContents &contents, const model::VerificationId &id)
{
    const auto &all = contents.verificationRequests;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto &request) { return request.id == id; });
    return found == all.end() ? nullptr : &*found;
}

/// The candidate and others of the list, all of different persons, in an order that says nothing. The
/// system's generator: a line-up that could be foretold would not be blind.
std::vector<model::LineupPortrait> drawLineup(const model::Search &search, const model::PortraitId &candidate,
                                              int portraits)
{
    QRandomGenerator *random = QRandomGenerator::system();
    std::vector<const model::Candidate *> others, drawn;
    for (const model::Candidate &each : search.candidates)
        (each.portrait == candidate ? drawn : others).push_back(&each);
    std::shuffle(others.begin(), others.end(), *random);
    others.resize(std::min(others.size(), size_t(std::max(portraits - 1, 0))));
    drawn.insert(drawn.end(), others.begin(), others.end());
    std::shuffle(drawn.begin(), drawn.end(), *random);
    std::vector<model::LineupPortrait> lineup;
    for (const model::Candidate *each : drawn)
        lineup.push_back({QString(QChar(u'A' + int(lineup.size()))), each->portrait, each->portraitSha256});
    return lineup;
}

} // namespace

base::Result<model::VerificationRequest> CaseSession::requestVerification(const model::SearchId &searchId,
                                                                          const model::PortraitId &portrait)
{
    LIKENESS_TRY(writable());
    const auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    const auto search = m_store->search(searchId);
    if (!search)
        return tl::unexpected(search.error());
    const auto profile = m_workstation->profile();
    if (!profile)
        return tl::unexpected(profile.error());
    const auto unmet = policy::unmetVerificationRequestRules(*contents, *search, portrait,
                                                             m_workstation->actor(), m_workstation->today());
    if (!unmet.empty())
        return base::fail(ErrorCode::NotAllowed, portrait.value(), policy::ruleNames(unmet));

    const policy::Standing standing = policy::standing(*contents, searchId, portrait);
    model::VerificationRequest request{model::VerificationId::create(),
                                       standing.first->id,
                                       searchId,
                                       search->probe,
                                       portrait,
                                       drawLineup(*search, portrait, profile->lineupPortraits),
                                       m_workstation->clock().now(),
                                       m_workstation->actor().name,
                                       {}};
    LIKENESS_TRY(commitSigned(
        request, audit::verbs::verificationRequested, request.id.value(),
        {{"examination", request.examination.value()}, {"lineup", qint64(request.lineup.size())}},
        [&](store::CaseWriter &writer) { return writer.insert(request); }));
    return request;
}

base::Result<std::vector<policy::BlindTask>> CaseSession::verificationTasks() const
{
    const auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    return policy::blindTasks(*contents, m_workstation->actor(), m_workstation->today());
}

base::Result<std::vector<policy::Dispute>> CaseSession::disputes() const
{
    const auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    return policy::disputes(*contents, m_workstation->actor(), m_workstation->today());
}

base::Outcome CaseSession::takeVerification(const model::VerificationId &task)
{
    LIKENESS_TRY(writable());
    const auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    const model::VerificationRequest *request = find(*contents, task);
    if (!request)
        return base::fail(ErrorCode::NotFound, task.value());
    const auto unmet =
        policy::unmetVerifyRules(*contents, *request, m_workstation->actor(), m_workstation->today());
    if (!unmet.empty())
        return base::fail(ErrorCode::NotAllowed, task.value(), policy::ruleNames(unmet));
    const model::VerificationTaken taken{task, m_workstation->actor().name, m_workstation->clock().now(),
                                         false};
    return commit({audit::verbs::verificationTaken, task.value(), {}},
                  [&](store::CaseWriter &writer) { return writer.insert(taken); });
}

base::Result<model::VerificationRequest>
CaseSession::heldVerification(const model::VerificationId &task) const
{
    const auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    const model::VerificationRequest *held = policy::heldBy(*contents, m_workstation->actor());
    if (!held || held->id != task)
        return base::fail(ErrorCode::NotFound, task.value(),
                          QStringLiteral("this account does not hold the verification"));
    return *held;
}

base::Outcome CaseSession::giveBackVerification(const model::VerificationId &task)
{
    LIKENESS_TRY(writable());
    const auto held = heldVerification(task);
    if (!held)
        return tl::unexpected(held.error());
    const model::VerificationTaken back{task, m_workstation->actor().name, m_workstation->clock().now(),
                                        true};
    return commit({audit::verbs::verificationGivenBack, task.value(), {}},
                  [&](store::CaseWriter &writer) { return writer.insert(back); });
}

base::Result<std::vector<CaseSession::BlindPicture>>
CaseSession::verificationPictures(const model::VerificationId &task, const GalleryFinder &galleryFor,
                                  base::Progress &progress) const
{
    const auto held = heldVerification(task);
    if (!held)
        return tl::unexpected(held.error());
    return blindPictures(*held, galleryFor, progress);
}

base::Result<std::vector<CaseSession::BlindPicture>>
CaseSession::blindPictures(const model::VerificationRequest &request, const GalleryFinder &galleryFor,
                           base::Progress &progress) const
{
    const auto probe = m_store->probe(request.probe);
    if (!probe)
        return tl::unexpected(probe.error());
    const auto search = m_store->search(request.search);
    if (!search)
        return tl::unexpected(search.error());
    const auto steps = qint64(request.lineup.size()) + 1;
    qint64 done = 0;
    const auto step = [&]() -> base::Outcome {
        progress.report(done++, steps);
        if (progress.isCancelled())
            return base::fail(ErrorCode::Cancelled, request.id.value());
        return {};
    };

    std::vector<BlindPicture> pictures;
    LIKENESS_TRY(step());
    PartProgress probeProgress(progress);
    const auto picture = openQuietly(probe->source(), QStringLiteral("probe"), probeProgress);
    LIKENESS_TRY(picture);
    auto shown = imaging::pixelateOutside(*picture, probe->box);
    if (!shown)
        return tl::unexpected(shown.error());
    pictures.push_back({QStringLiteral("probe"), std::move(*shown), probe->box, probe->eyes});

    const auto gallery = galleryFor ? galleryFor(search->gallery) : nullptr;
    if (!gallery) // without its name, which the verifier need not know
        return base::fail(ErrorCode::NotFound, request.id.value(),
                          QStringLiteral("the gallery is not at hand"));
    for (const model::LineupPortrait &each : request.lineup) {
        LIKENESS_TRY(step());
        PartProgress inner(progress);
        const auto portrait = gallery->portrait(each.portrait);
        auto opened =
            portrait ? gallery->openPortrait(each.portrait, inner) : tl::unexpected(portrait.error());
        if (!opened || portrait->sha256 != each.sha256)
            return base::fail(opened ? ErrorCode::EvidenceChanged : opened.error().code, each.label,
                              QStringLiteral("a portrait of the line-up cannot be opened"));
        pictures.push_back({each.label, std::move(opened->picture), portrait->box, portrait->eyes});
    }
    progress.report(steps, steps);
    return pictures;
}

base::Result<std::map<QString, model::Comparison>>
CaseSession::verificationDrafts(const model::VerificationId &task) const
{
    const auto held = heldVerification(task);
    if (!held)
        return tl::unexpected(held.error());
    const auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    std::map<QString, model::Comparison> drafts;
    for (const model::LineupPortrait &each : held->lineup)
        for (const model::ComparisonDraft &draft : contents->drafts)
            if (draft.about == draftName(task, each.label) && draft.actor == m_workstation->actor().name)
                drafts[each.label] = draft.comparison;
    return drafts;
}

base::Outcome CaseSession::saveVerificationDraft(const model::VerificationId &task, const QString &label,
                                                 const model::Comparison &comparison)
{
    LIKENESS_TRY(writable());
    const auto held = heldVerification(task);
    if (!held)
        return tl::unexpected(held.error());
    const auto &lineup = held->lineup;
    if (std::none_of(lineup.begin(), lineup.end(), [&](const auto &each) { return each.label == label; }))
        return base::fail(ErrorCode::NotFound, label);
    return keepDraft(draftName(task, label), comparison);
}

base::Outcome CaseSession::signVerification(const model::VerificationId &task)
{
    LIKENESS_TRY(writable());
    const auto held = heldVerification(task);
    if (!held)
        return tl::unexpected(held.error());
    const auto drafts = verificationDrafts(task);
    if (!drafts)
        return tl::unexpected(drafts.error());
    const model::Actor actor = m_workstation->actor();
    model::VerificationResult result{task, {}, m_workstation->clock().now(), actor.name, actor.host, {}};
    for (const model::LineupPortrait &each : held->lineup) {
        const auto draft = drafts->find(each.label);
        result.parts.push_back({each.label, draft == drafts->end() ? model::Comparison() : draft->second});
    }
    const auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    auto unmet = policy::unmetVerifyRules(*contents, *held, actor, m_workstation->today());
    for (const policy::Rule rule : policy::unmetVerificationSigningRules(*held, result))
        unmet.push_back(rule);
    if (!unmet.empty())
        return base::fail(ErrorCode::NotAllowed, task.value(), policy::ruleNames(unmet));
    return recordVerification(*held, result);
}

base::Outcome CaseSession::recordVerification(const model::VerificationRequest &request,
                                              model::VerificationResult &result)
{
    return commitSigned(result, audit::verbs::verificationSigned, request.id.value(),
                        {{"examination", request.examination.value()}}, [&](store::CaseWriter &writer) {
                            base::Outcome kept = writer.insert(result);
                            for (const auto &part : result.parts)
                                if (kept)
                                    kept =
                                        writer.removeDraft(draftName(request.id, part.label), result.actor);
                            return kept;
                        });
}

base::Result<model::Adjudication> CaseSession::signAdjudication(const model::VerificationId &task,
                                                                model::Conclusion conclusion,
                                                                const QString &reason)
{
    LIKENESS_TRY(writable());
    const auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    const model::VerificationRequest *request = find(*contents, task);
    if (!request)
        return base::fail(ErrorCode::NotFound, task.value());
    const auto unmet = policy::unmetAdjudicationRules(*contents, *request, reason, m_workstation->actor(),
                                                      m_workstation->today());
    if (!unmet.empty())
        return base::fail(ErrorCode::NotAllowed, task.value(), policy::ruleNames(unmet));
    model::Adjudication adjudication{
        model::AdjudicationId::create(), task, conclusion, reason.trimmed(), m_workstation->clock().now(),
        m_workstation->actor().name,     {}};
    LIKENESS_TRY(commitSigned(adjudication, audit::verbs::adjudicationSigned, adjudication.id.value(),
                              {{"verification", task.value()},
                               {"conclusion", model::conclusionName(conclusion)},
                               {"reason", adjudication.reason}},
                              [&](store::CaseWriter &writer) { return writer.insert(adjudication); }));
    return adjudication;
}

} // namespace likeness::casework
