// SPDX-License-Identifier: GPL-3.0-or-later
// CaseSession: what is visible in a probe is recorded before a candidate is seen.
#include "engine/audit/verbs.h"
#include "engine/casework/casesession.h"
#include "engine/casework/signedcommit.h"

namespace likeness::casework
{

using base::ErrorCode;

base::Result<model::Analysis> CaseSession::signAnalysis(model::Analysis analysis)
{
    LIKENESS_TRY(writable());
    LIKENESS_TRY(allowed(policy::Deed::Analyse, analysis.probe.value()));
    const auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    const auto profile = m_workstation->profile();
    if (!profile)
        return tl::unexpected(profile.error());
    if (const auto probe = m_store->probe(analysis.probe); !probe)
        return tl::unexpected(probe.error());
    const model::Analysis *earlier = policy::analysisOf(*contents, analysis.probe);
    if (const auto unmet = policy::unmetAnalysisRules(analysis, earlier, *profile); !unmet.empty())
        return base::fail(ErrorCode::NotAllowed, analysis.probe.value(), policy::ruleNames(unmet));

    analysis.id = model::AnalysisId::create();
    analysis.time = m_workstation->clock().now();
    analysis.actor = m_workstation->actor().name;
    analysis.limitations = analysis.limitations.trimmed();
    analysis.reason = analysis.reason.trimmed();
    QJsonObject details{{"probe", analysis.probe.value()},
                        {"kind", model::probeKindName(analysis.kind)},
                        {"suitability", model::gradeName(analysis.suitability)}};
    if (earlier) {
        QJsonArray changes;
        for (const model::AnalysisDifference &difference : model::differences(*earlier, analysis))
            changes.append(difference.what);
        details["replaces"] = earlier->id.value();
        details["changes"] = changes;
        details["reason"] = analysis.reason;
    }
    LIKENESS_TRY(commitSigned(analysis, audit::verbs::analysisSigned, analysis.id.value(), details,
                              [&](store::CaseWriter &writer) { return writer.insert(analysis); }));
    return analysis;
}

base::Outcome CaseSession::overrideRule(const model::ProbeId &probe, policy::Rule rule, const QString &reason)
{
    LIKENESS_TRY(writable());
    const auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    const auto profile = m_workstation->profile();
    if (!profile)
        return tl::unexpected(profile.error());
    const auto unmet =
        policy::unmetOverrideRules(*contents, probe, rule, reason, m_workstation->actor(), *profile);
    if (!unmet.empty())
        return base::fail(ErrorCode::NotAllowed, probe.value(), policy::ruleNames(unmet));
    model::Override override{probe,
                             policy::ruleName(rule),
                             reason.trimmed(),
                             m_workstation->clock().now(),
                             m_workstation->actor().name,
                             {}};
    return commitSigned(override, audit::verbs::ruleOverridden, probe.value(),
                        {{"rule", override.rule}, {"reason", override.reason}},
                        [&](store::CaseWriter &writer) { return writer.insert(override); });
}

} // namespace likeness::casework
