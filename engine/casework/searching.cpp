// SPDX-License-Identifier: GPL-3.0-or-later
// CaseSession: a probe is searched in a gallery.
#include "engine/audit/verbs.h"
#include "engine/casework/casesession.h"
#include "engine/casework/gallerysession.h"

#include <QJsonArray>

namespace likeness::casework {

using base::ErrorCode;

std::vector<policy::Rule> CaseSession::unmetSearchRules(const std::optional<model::Probe> &probe,
                                                        const GallerySession *gallery,
                                                        const model::SearchSettings &settings) const
{
    policy::SearchGateInput input;
    input.readOnly = isReadOnly();
    input.engineReady = m_workstation->engine().has_value();
    if (probe)
        input.probeQuality = probe->quality;
    input.galleryChosen = gallery != nullptr;
    if (gallery && input.engineReady)
        if (const auto counts = gallery->counts())
            input.galleryTemplates = counts->templates;
    input.limit = settings.limit;
    return policy::unmetSearchRules(input);
}

base::Result<model::Search> CaseSession::search(const model::ProbeId &probeId, GallerySession &gallery,
                                                const model::SearchSettings &settings,
                                                base::Progress &progress)
{
    LIKENESS_TRY(writable());
    // An engine that cannot be opened says better itself what is wrong than the rule does.
    const auto engine = m_workstation->engine();
    if (!engine)
        return tl::unexpected(engine.error());
    const auto probe = m_store->probe(probeId);
    if (!probe)
        return tl::unexpected(probe.error());
    const auto unmet = unmetSearchRules(*probe, &gallery, settings);
    if (!unmet.empty())
        return base::fail(ErrorCode::NotAllowed, gallery.gallery().name, policy::ruleNames(unmet));
    const model::EngineVersion version = (*engine)->version();
    if (probe->engine.id() != version.id())
        return base::fail(ErrorCode::InvalidArgument, probeId.value(),
                          QStringLiteral("the probe was made by another engine version; make it again"));

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
        auto candidates = match::nearestPersons(*snapshot->matrix, probe->values, settings.limit, progress);
        if (!candidates)
            return tl::unexpected(candidates.error());

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
        search.candidates = std::move(*candidates);

        QJsonArray portraits;
        for (const model::Candidate &candidate : search.candidates)
            portraits.append(candidate.portraitSha256);
        LIKENESS_TRY(commit({audit::verbs::searchMade,
                             search.id.value(),
                             {{"operation", operation.id.value()},
                              {"probe", probeId.value()},
                              {"evidence_sha256", probe->evidenceSha256},
                              {"gallery", search.gallery.value()},
                              {"gallery_snapshot", search.gallerySnapshot},
                              {"gallery_persons", search.galleryPersons},
                              {"gallery_portraits", search.galleryPortraits},
                              {"engine", version.toJson()},
                              {"limit", settings.limit},
                              {"portraits_sha256", portraits}}},
                            [&](store::CaseWriter &writer) { return writer.insert(search); }));
        const auto contents = m_store->contents();
        if (!contents)
            return tl::unexpected(contents.error());
        LIKENESS_TRY(gallery.recordSearch(search, contents->file.id));
        return search;
    }();
    LIKENESS_TRY(finish(made ? QStringLiteral("made") : base::errorCodeName(made.error().code)));
    return made;
}

} // namespace likeness::casework
