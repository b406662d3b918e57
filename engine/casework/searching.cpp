// SPDX-License-Identifier: GPL-3.0-or-later
// CaseSession: a probe is searched in a gallery.
#include "engine/audit/verbs.h"
#include "engine/base/digest.h"
#include "engine/casework/casesession.h"
#include "engine/casework/gallerysession.h"
#include "engine/match/joinedlist.h"
#include "engine/policy/weakercandidates.h"

#include <QJsonArray>

#include <algorithm>

namespace likeness::casework
{

using base::ErrorCode;

std::vector<policy::Rule> CaseSession::unmetSearchRules(const std::optional<model::Probe> &probe,
                                                        const GallerySession *gallery,
                                                        const model::SearchSettings &settings) const
{
    const auto contents = everything();
    const auto profile = m_workstation->profile();
    if (!profile || !contents || !policy::checkInForce(*profile, m_workstation->today()))
        return {policy::Rule::ProfileUnusable};
    policy::SearchGateInput input;
    input.profile = *profile;
    input.actor = m_workstation->actor();
    input.today = m_workstation->today();
    input.details = contents->file.details;
    input.probeKind = settings.probeKind;
    input.readOnly = isReadOnly();
    input.engineReady = m_workstation->engine().has_value();
    if (probe) {
        input.probeQuality = probe->quality;
        input.probeOverridden =
            policy::isOverridden(*contents, probe->id, policy::Rule::ProbeUnsuitable, input.actor.name);
    }
    input.galleryChosen = gallery != nullptr;
    if (gallery && input.engineReady)
        if (const auto counts = gallery->counts())
            input.galleryTemplates = counts->templates;
    input.limit = settings.limit;
    return policy::unmetSearchRules(input);
}

base::Result<match::SearchRequest> CaseSession::requestFor(const GallerySession &gallery,
                                                           const model::SearchSettings &settings) const
{
    match::SearchRequest request;
    request.limit = settings.limit;
    for (const QString &reference : settings.excludedReferences) {
        const auto person = gallery.personOf(reference);
        LIKENESS_TRY(person);
        if (!*person)
            return base::fail(ErrorCode::NotFound, reference,
                              QStringLiteral("the gallery has no person of this reference"));
        request.excludedPersons.insert((*person)->value());
    }
    if (settings.leaveOutPastRetention)
        request.retainedOn = m_workstation->today();
    return request;
}

base::Result<model::Search> CaseSession::search(const model::ProbeId &probe, GallerySession &gallery,
                                                const model::SearchSettings &settings,
                                                base::Progress &progress)
{
    return search(std::vector{probe}, gallery, settings, progress);
}

base::Result<model::Template> CaseSession::valuesFor(const model::Probe &probe,
                                                     const model::EngineVersion &version,
                                                     QJsonArray &describedAs, base::Progress &progress)
{
    if (probe.engine.id() == version.id())
        return probe.values;
    const auto again = describeFor(
        probe, version, [](const model::AlignedChip &chip) { return std::vector{chip}; }, progress);
    if (!again)
        return tl::unexpected(again.error());
    describedAs.append(QJsonObject{{"engine", version.id()},
                                   {"template_sha256", base::sha256(model::templateBytes(again->front()))}});
    return again->front();
}

base::Result<model::Search> CaseSession::search(const std::vector<model::ProbeId> &probeIds,
                                                GallerySession &gallery, const model::SearchSettings &asked,
                                                base::Progress &progress)
{
    LIKENESS_TRY(writable());
    if (probeIds.empty() || probeIds.size() > maximumFramesSearched)
        return base::fail(ErrorCode::InvalidArgument, folder(), QStringLiteral("number of probes"));
    const model::ProbeId &probeId = probeIds.front();
    model::SearchSettings settings = asked; // the record says each reference once
    settings.excludedReferences.removeDuplicates();
    settings.excludedReferences.sort();
    // An engine that cannot be opened says better itself what is wrong than the rule does.
    const auto engine = m_workstation->engine();
    if (!engine)
        return tl::unexpected(engine.error());
    std::vector<model::Probe> probes;
    for (const model::ProbeId &id : probeIds) {
        auto probe = m_store->probe(id);
        if (!probe)
            return tl::unexpected(probe.error());
        probes.push_back(std::move(*probe));
    }
    if (probes.size() > 1)
        LIKENESS_TRY(checkOneTrack(probes));
    // A profile that does not hold says so itself: nothing is searched without one.
    const auto profile = m_workstation->profile();
    if (!profile)
        return tl::unexpected(profile.error());
    LIKENESS_TRY(policy::checkInForce(*profile, m_workstation->today()));
    for (const model::Probe &probe : probes) {
        const auto unmet = unmetSearchRules(probe, &gallery, settings);
        if (unmet.empty())
            continue;
        LIKENESS_TRY(
            commit({audit::verbs::searchRefused,
                    probe.id.value(),
                    {{"gallery", gallery.gallery().id.value()}, {"rules", policy::ruleNames(unmet)}}},
                   [](store::CaseWriter &) { return base::Outcome(); }));
        return base::fail(ErrorCode::NotAllowed, gallery.gallery().name, policy::ruleNames(unmet));
    }
    const auto served = gallery.serving();
    if (!served)
        return tl::unexpected(served.error());
    const model::EngineVersion version = *served;
    std::vector<model::Template> values;
    QJsonArray describedAs; // the gallery's templates are of other settings than the probes'
    for (const model::Probe &probe : probes) {
        const auto each = valuesFor(probe, version, describedAs, progress);
        if (!each)
            return tl::unexpected(each.error());
        values.push_back(*each);
    }

    LIKENESS_TRY(requestFor(gallery, settings));

    const model::Operation operation{model::OperationId::create(), QStringLiteral("search"), probeId.value(),
                                     m_workstation->clock().now()};
    const QJsonObject operationDetails{{"operation", operation.id.value()}, {"kind", operation.kind}};
    LIKENESS_TRY(commit({audit::verbs::operationStarted, probeId.value(), operationDetails},
                        [&](store::CaseWriter &writer) { return writer.begin(operation); }));
    const auto finish = [&](const QString &outcome) {
        QJsonObject details = operationDetails;
        details["outcome"] = outcome;
        return commit({audit::verbs::operationFinished, probeId.value(), details},
                      [&](store::CaseWriter &writer) { return writer.finish(operation.id, outcome); });
    };

    base::Result<model::Search> made = [&]() -> base::Result<model::Search> {
        const auto snapshot = gallery.snapshot(progress);
        if (!snapshot)
            return tl::unexpected(snapshot.error());
        if (snapshot->engineId != version.id()) // a rebuild came to its end in between
            return base::fail(
                ErrorCode::InvalidArgument, gallery.gallery().name,
                QStringLiteral("the gallery has moved to another engine version; search again"));
        auto request = requestFor(gallery, settings);
        LIKENESS_TRY(request);
        const auto lists = match::nearestPersons(*snapshot->matrix, values, *request, progress);
        if (!lists)
            return tl::unexpected(lists.error());

        model::Search search;
        search.id = model::SearchId::create();
        search.probe = probeId;
        search.gallery = gallery.gallery().id;
        search.galleryName = gallery.gallery().name;
        search.gallerySnapshot = snapshot->hash;
        search.galleryPersons = snapshot->matrix->persons();
        search.galleryPortraits = snapshot->matrix->portraits();
        search.engine = version;
        search.settings = settings;
        search.time = m_workstation->clock().now();
        search.actor = m_workstation->actor().name;
        search.candidates = match::joinedList(*lists, settings.limit);
        search.furtherProbes.assign(probeIds.begin() + 1, probeIds.end());
        LIKENESS_TRY(weigh(search, probes, *snapshot->matrix, *snapshot->strangers, *request, progress));

        QJsonArray portraits;
        QJsonArray framesPresent, weights;
        for (const model::Candidate &candidate : search.candidates) {
            portraits.append(candidate.portraitSha256);
            framesPresent.append(candidate.framesPresent);
            weights.append(model::weightJson(candidate));
        }
        QJsonObject details{{"operation", operation.id.value()},
                            {"probe", probeId.value()},
                            {"evidence_sha256", probes.front().evidenceSha256},
                            {"gallery", search.gallery.value()},
                            {"gallery_snapshot", search.gallerySnapshot},
                            {"gallery_persons", search.galleryPersons},
                            {"gallery_portraits", search.galleryPortraits},
                            {"engine", version.toJson()},
                            {"limit", settings.limit},
                            {"excluded_references", QJsonArray::fromStringList(settings.excludedReferences)},
                            {"past_retention_left_out", settings.leaveOutPastRetention},
                            {"portraits_sha256", portraits},
                            {"calibration", model::toJson(*search.calibration)},
                            {"weights", weights},
                            {"beyond_line", policy::countBeyondLine(search)}};
        if (probes.size() > 1) {
            QJsonArray further;
            for (const model::ProbeId &id : search.furtherProbes)
                further.append(id.value());
            details["further_probes"] = further;
            details["frames_present"] = framesPresent;
            if (!describedAs.isEmpty())
                details["probes_described_as"] = describedAs;
        } else if (!describedAs.isEmpty()) {
            details["probe_described_as"] = describedAs.first();
        }
        LIKENESS_TRY(commit({audit::verbs::searchMade, search.id.value(), details},
                            [&](store::CaseWriter &writer) { return writer.insert(search); }));
        const auto contents = m_store->contents();
        if (!contents)
            return tl::unexpected(contents.error());
        LIKENESS_TRY(gallery.recordSearch(search, contents->file.id));
        return search;
    }();
    LIKENESS_TRY(finish(made ? QStringLiteral("made") : base::errorCodeName(made.error().code)));
    // With accounts the list is opened by an act of its own, after the analysis.
    if (made && !m_workstation->isTraining())
        return policy::closedList(std::move(*made));
    return made;
}

base::Outcome CaseSession::requireList(const model::SearchId &id) const
{
    const auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    const auto search = m_store->search(id);
    if (!search)
        return tl::unexpected(search.error());
    if (!policy::isListOpen(*contents, *search, m_workstation->actor()))
        return base::fail(ErrorCode::NotAllowed, id.value(), policy::ruleName(policy::Rule::ListNotOpened));
    return {};
}

std::vector<policy::Rule> CaseSession::unmetListRules(const model::SearchId &searchId) const
{
    const auto contents = everything();
    const auto search = m_store->search(searchId);
    if (!contents || !search)
        return {policy::Rule::NoSearch};
    return policy::unmetListRules(*contents, *search, m_workstation->actor(), m_workstation->today());
}

base::Result<model::Search> CaseSession::openCandidates(const model::SearchId &searchId)
{
    LIKENESS_TRY(writable());
    const auto search = m_store->search(searchId);
    if (!search)
        return search;
    if (const auto unmet = unmetListRules(searchId); !unmet.empty())
        return base::fail(ErrorCode::NotAllowed, searchId.value(), policy::ruleNames(unmet));
    LIKENESS_TRY(enterListView(searchId));
    return search;
}

std::vector<policy::Rule> CaseSession::unmetWeakerRules(const model::SearchId &searchId, const QString &reason) const
{
    const auto contents = everything();
    const auto search = m_store->search(searchId);
    if (!contents || !search)
        return {policy::Rule::NoSearch};
    const auto profile = m_workstation->profile();
    if (!profile)
        return {policy::Rule::ProfileUnusable};
    auto unmet = policy::unmetWeakerRules(*contents, *search, reason, m_workstation->actor(), m_workstation->today(),
                                          *profile);
    if (isReadOnly())
        unmet.insert(unmet.begin(), policy::Rule::ReadOnly);
    return unmet;
}

base::Outcome CaseSession::openWeaker(const model::SearchId &searchId, const QString &reason)
{
    LIKENESS_TRY(writable());
    const auto search = m_store->search(searchId);
    if (!search)
        return tl::unexpected(search.error());
    if (const auto unmet = unmetWeakerRules(searchId, reason); !unmet.empty())
        return base::fail(ErrorCode::NotAllowed, searchId.value(), policy::ruleNames(unmet));
    const model::ListView view{searchId, m_workstation->actor().name, m_workstation->clock().now(), reason.trimmed()};
    return commit({audit::verbs::weakerCandidatesOpened,
                   searchId.value(),
                   {{"reason", view.weakerReason},
                    {"one_in", search->calibration ? search->calibration->oneIn : 0},
                    {"candidates", policy::countBeyondLine(*search)}}},
                  [&](store::CaseWriter &writer) { return writer.insert(view); });
}

base::Outcome CaseSession::enterListView(const model::SearchId &search)
{
    const auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    const QString actor = m_workstation->actor().name;
    const auto &views = contents->listViews;
    const bool first = std::none_of(views.begin(), views.end(), [&](const model::ListView &view) {
        return view.search == search && view.actor == actor;
    });
    return commit({audit::verbs::candidatesViewed, search.value(), {}}, [&](store::CaseWriter &writer) {
        return first ? writer.insert(model::ListView{search, actor, m_workstation->clock().now()})
                     : base::Outcome();
    });
}

base::Outcome CaseSession::openEveryList()
{
    const auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    for (const model::SearchId &search : policy::listsOpenedByReadingAll(*contents, m_workstation->actor()))
        LIKENESS_TRY(isReadOnly() ? recordView(audit::verbs::candidatesViewed, search.value())
                                  : enterListView(search));
    return {};
}

} // namespace likeness::casework
