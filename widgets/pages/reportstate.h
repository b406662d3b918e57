// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/casefile.h"

#include <vector>

namespace likeness::pages
{

/// What a report of the case would contain now, and what a reader would miss in it.
struct ReportState {
    enum class Warning { NoEvidence, NoProbe, NoSearch, NoConclusion, SearchWithoutConclusion };

    int evidence = 0;
    int regions = 0;
    int probes = 0;
    int searches = 0;
    int searchesWithoutCandidate = 0;
    int candidates = 0;
    int setAside = 0; ///< by the last decision of each
    int conclusions = 0;
    std::vector<Warning> warnings;

    static ReportState of(const model::CaseContents &contents);
};

} // namespace likeness::pages
