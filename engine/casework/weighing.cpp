// SPDX-License-Identifier: GPL-3.0-or-later
// CaseSession: what is to be known of a candidate beside its distance.
#include "engine/base/digest.h"
#include "engine/base/log.h"
#include "engine/casework/casesession.h"
#include "engine/casework/gallerysession.h"
#include "engine/face/chipvariations.h"
#include "engine/match/lookalikes.h"

#include <algorithm>

namespace likeness::casework
{

namespace
{

std::vector<model::AlignedChip> variations(const model::AlignedChip &chip)
{
    std::vector<model::AlignedChip> all;
    for (const base::Picture &picture : face::harmlessVariations(chip.picture))
        all.push_back({picture, chip.alignment, {}});
    return all;
}

/// Does the person stand in the list, and above the line of it if they do so in the search?
bool stands(const model::Search &search, const model::Candidate &candidate, const model::Search &varied)
{
    return std::any_of(varied.candidates.begin(), varied.candidates.end(), [&](const model::Candidate &each) {
        return each.person == candidate.person &&
               (model::isBeyondLine(search, candidate) || !model::isBeyondLine(varied, each));
    });
}

} // namespace

base::Outcome CaseSession::weigh(model::Search &search, const std::vector<model::Probe> &probes,
                                 const match::TemplateMatrix &matrix, const match::StrangerScores &strangers,
                                 const match::SearchRequest &request, base::Progress &progress)
{
    const auto profile = m_workstation->profile();
    if (!profile)
        return tl::unexpected(profile.error());
    std::vector<model::FaceQuality> qualities;
    for (const model::Probe &probe : probes)
        qualities.push_back(probe.quality);
    const match::GalleryKnown gallery{&strangers, search.engine.id(), matrix.persons(), matrix.cohort().size() > 0};
    search.calibration = match::calibrate(search.candidates, gallery, qualities, profile->lineOneIn);
    LIKENESS_TRY(match::countLookAlikes(matrix, search.candidates, progress));
    if (probes.size() > 1) { // each frame is a variation of the others
        for (model::Candidate &candidate : search.candidates)
            candidate.robustness = {candidate.framesPresent, int(probes.size())};
        return {};
    }

    const auto templates = describeFor(probes.front(), search.engine, variations, progress);
    if (!templates) {
        if (templates.error().code == base::ErrorCode::Cancelled)
            return tl::unexpected(templates.error());
        // The list does not depend on it: it says that this is not known.
        qCInfo(base::logCasework) << "no variations of the probe:" << templates.error().detail;
        return {};
    }
    const auto lists = match::nearestPersons(matrix, *templates, request, progress);
    if (!lists)
        return tl::unexpected(lists.error());
    for (model::Candidate &candidate : search.candidates)
        candidate.robustness = {0, int(lists->size())};
    for (const auto &list : *lists) {
        model::Search varied;
        varied.candidates = list;
        varied.calibration = match::calibrate(varied.candidates, gallery, qualities, profile->lineOneIn);
        for (model::Candidate &candidate : search.candidates)
            candidate.robustness->kept += stands(search, candidate, varied) ? 1 : 0;
    }
    return {};
}

} // namespace likeness::casework
