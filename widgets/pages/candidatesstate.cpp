// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/pages/candidatesstate.h"

#include <algorithm>

namespace likeness::pages
{

CandidatesState::View CandidatesState::view() const
{
    if (!hasCase)
        return View::NoCase;
    if (!search)
        return View::NoSearch;
    if (isClosed)
        return View::Closed;
    if (!search->candidates.empty())
        return View::List;
    return search->folded > 0 ? View::NothingAbove : View::NoCandidate;
}

bool CandidatesState::isGalleryNewer() const
{
    return search && currentSnapshot && *currentSnapshot != search->gallerySnapshot;
}

model::PortraitId neighbour(const model::Search &search, const model::PortraitId &from, int steps)
{
    const auto &list = search.candidates;
    if (list.empty())
        return {};
    const auto found = std::find_if(list.begin(), list.end(),
                                    [&](const auto &candidate) { return candidate.portrait == from; });
    if (found == list.end())
        return list.front().portrait;
    const auto row = std::clamp<qsizetype>(found - list.begin() + steps, 0, qsizetype(list.size()) - 1);
    return list[size_t(row)].portrait;
}

} // namespace likeness::pages
