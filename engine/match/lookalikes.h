// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/match/templatematrix.h"
#include "engine/model/casefile.h"

#include <vector>

namespace likeness::match
{

/// Look-alike density: says of each candidate how many other persons of the gallery are as close to its portrait as the
/// probe is, by the score that ranks (gallerysearch.h). A portrait that many resemble comes up for many probes. Nothing
/// for a portrait that the gallery no longer has. One pass over the gallery; looks at cancel every cancelPeriod
/// portraits. Cancelled.
base::Outcome countLookAlikes(const TemplateMatrix &gallery, std::vector<model::Candidate> &candidates,
                              base::Progress &progress);

} // namespace likeness::match
