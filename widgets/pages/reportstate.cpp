// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/reportstate.h"

#include <algorithm>
#include <map>

namespace likeness::pages
{

ReportState ReportState::of(const model::CaseContents &contents)
{
    ReportState state;
    state.evidence = int(contents.evidence.size());
    state.regions = int(contents.regions.size());
    state.probes = int(contents.probes.size());
    state.searches = int(contents.searches.size());
    state.conclusions = int(contents.examinations.size());

    bool isOneWithoutConclusion = false;
    for (const auto &search : contents.searches) {
        state.candidates += int(search.candidates.size());
        if (search.candidates.empty()) {
            ++state.searchesWithoutCandidate;
            continue;
        }
        isOneWithoutConclusion |=
            std::none_of(contents.examinations.begin(), contents.examinations.end(),
                         [&](const auto &examination) { return examination.search == search.id; });
    }
    std::map<std::pair<model::SearchId, model::PortraitId>, bool> lastDecisions;
    for (const auto &decision : contents.decisions)
        lastDecisions[{decision.search, decision.portrait}] = decision.setAside;
    state.setAside = int(std::count_if(lastDecisions.begin(), lastDecisions.end(),
                                       [](const auto &entry) { return entry.second; }));

    if (state.evidence == 0)
        state.warnings.push_back(Warning::NoEvidence);
    else if (state.probes == 0)
        state.warnings.push_back(Warning::NoProbe);
    else if (state.searches == 0)
        state.warnings.push_back(Warning::NoSearch);
    else if (state.candidates > 0 && state.conclusions == 0)
        state.warnings.push_back(Warning::NoConclusion);
    else if (isOneWithoutConclusion)
        state.warnings.push_back(Warning::SearchWithoutConclusion);
    return state;
}

} // namespace likeness::pages
