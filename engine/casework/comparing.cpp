// SPDX-License-Identifier: GPL-3.0-or-later
// CaseSession: a candidate is compared with the probe, component by component, and signed.
#include "engine/audit/verbs.h"
#include "engine/casework/casesession.h"
#include "engine/casework/signedcommit.h"

#include <QJsonArray>

#include <algorithm>

namespace likeness::casework
{

using base::ErrorCode;

namespace
{

QString draftName(const model::SearchId &search, const model::PortraitId &portrait)
{
    return search.value() + u'/' + portrait.value();
}

/// What is not the same in two comparisons, in words for the record.
QJsonArray changedParts(const model::Comparison &before, const model::Comparison &after)
{
    QJsonArray changed;
    for (const model::Component component : model::allComponents()) {
        const model::ComponentFinding *old = before.component(component), *now = after.component(component);
        if (old ? !now || *old != *now : now != nullptr)
            changed.append(model::componentName(component));
    }
    if (before.probeMarks != after.probeMarks)
        changed.append(QStringLiteral("probe-marks"));
    if (before.portraitMarks != after.portraitMarks)
        changed.append(QStringLiteral("portrait-marks"));
    if (before.conclusion != after.conclusion)
        changed.append(QStringLiteral("conclusion"));
    if (before.note != after.note)
        changed.append(QStringLiteral("note"));
    return changed;
}

model::Comparison draftOf(const model::CaseContents &contents, const QString &about, const QString &actor)
{
    for (const model::ComparisonDraft &draft : contents.drafts)
        if (draft.about == about && draft.actor == actor)
            return draft.comparison;
    return {};
}

} // namespace

base::Outcome CaseSession::keepDraft(const QString &about, const model::Comparison &comparison)
{
    const auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    const model::ComparisonDraft draft{about, m_workstation->actor().name, comparison,
                                       m_workstation->clock().now()};
    const QJsonArray changed = changedParts(draftOf(*contents, about, draft.actor), comparison);
    if (changed.isEmpty())
        return {};
    return commit({audit::verbs::comparisonEdited,
                   about,
                   {{"changed", changed},
                    {"document_sha256", base::sha256(base::canonicalJson(model::toJson(comparison)))}}},
                  [&](store::CaseWriter &writer) { return writer.saveDraft(draft); });
}

base::Outcome CaseSession::saveDraft(const model::SearchId &searchId, const model::PortraitId &portrait,
                                     const model::Comparison &comparison)
{
    LIKENESS_TRY(writable());
    LIKENESS_TRY(allowed(policy::Deed::Compare, portrait.value()));
    LIKENESS_TRY(requireList(searchId));
    const auto about = candidate(searchId, portrait);
    if (!about)
        return tl::unexpected(about.error());
    return keepDraft(draftName(searchId, portrait), comparison);
}

std::vector<policy::Rule> CaseSession::unmetSigningRules(const model::SearchId &searchId,
                                                         const model::PortraitId &portrait,
                                                         const model::Comparison &comparison) const
{
    const auto contents = everything();
    const auto search = m_store->search(searchId);
    if (!contents || !search)
        return {policy::Rule::NoSearch};
    auto unmet = policy::unmetSigningRules(*contents, *search, portrait, comparison, m_workstation->actor(),
                                           m_workstation->today());
    if (isReadOnly())
        unmet.insert(unmet.begin(), policy::Rule::ReadOnly);
    return unmet;
}

base::Result<model::Examination> CaseSession::signExamination(const model::SearchId &searchId,
                                                              const model::PortraitId &portrait,
                                                              const model::Comparison &comparison)
{
    LIKENESS_TRY(writable());
    const auto about = candidate(searchId, portrait);
    if (!about)
        return tl::unexpected(about.error());
    if (const auto unmet = unmetSigningRules(searchId, portrait, comparison); !unmet.empty())
        return base::fail(ErrorCode::NotAllowed, portrait.value(), policy::ruleNames(unmet));
    const auto contents = everything();
    const auto search = m_store->search(searchId);
    if (!contents || !search)
        return tl::unexpected(contents ? search.error() : contents.error());
    const model::Analysis *analysis = policy::analysisOf(*contents, search->probe);

    model::Examination examination{model::ExaminationId::create(),
                                   searchId,
                                   portrait,
                                   comparison.conclusion.value_or(model::Conclusion::Inconclusive),
                                   comparison.note.trimmed(),
                                   m_workstation->clock().now(),
                                   m_workstation->actor().name,
                                   comparison,
                                   analysis ? analysis->id : model::AnalysisId(),
                                   {}};
    LIKENESS_TRY(commitSigned(examination, audit::verbs::examinationSigned, examination.id.value(),
                              {{"search", searchId.value()},
                               {"portrait", portrait.value()},
                               {"portrait_sha256", about->portraitSha256},
                               {"conclusion", model::conclusionName(examination.conclusion)},
                               {"note", examination.note}},
                              [&](store::CaseWriter &writer) {
                                  return writer.insert(examination).and_then([&] {
                                      return writer.removeDraft(draftName(searchId, portrait),
                                                                examination.actor);
                                  });
                              }));
    return examination;
}

base::Outcome CaseSession::noteNullResult(const model::SearchId &searchId, const QString &note)
{
    LIKENESS_TRY(writable());
    const auto contents = everything();
    if (!contents)
        return tl::unexpected(contents.error());
    const auto search = m_store->search(searchId);
    if (!search)
        return tl::unexpected(search.error());
    const auto unmet = policy::unmetNullResultRules(*contents, *search, note, m_workstation->actor(),
                                                    m_workstation->today());
    if (!unmet.empty())
        return base::fail(ErrorCode::NotAllowed, searchId.value(), policy::ruleNames(unmet));
    model::NullResult result{
        searchId, note.trimmed(), m_workstation->clock().now(), m_workstation->actor().name, {}};
    return commitSigned(result, audit::verbs::nullResultNoted, searchId.value(), {{"note", result.note}},
                        [&](store::CaseWriter &writer) { return writer.insert(result); });
}

} // namespace likeness::casework
