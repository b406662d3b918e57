// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/casefile.h"

#include <vector>

namespace likeness::match
{

/// One list of what several frames of one face gave, each list as nearestPersons() makes it with this limit and
/// one request. A person stands at the least of their normalised distances, with the portrait of it;
/// Candidate::framesPresent counts the lists in which they stand. Ranks by it, then portrait id.
///
/// Exact: whoever is among the `limit` least of all frames is among the `limit` nearest of the frame that
/// gives their least distance, so the lists hold everybody who can be listed. Pure.
std::vector<model::Candidate> joinedList(const std::vector<std::vector<model::Candidate>> &lists, int limit);

} // namespace likeness::match
