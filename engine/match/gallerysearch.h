// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/match/templatematrix.h"
#include "engine/model/casefile.h"

#include <optional>
#include <vector>

namespace likeness::match
{

/// What is asked of a gallery.
struct SearchRequest {
    int limit = model::SearchSettings::defaultLimit;
    QSet<QString> excludedPersons;       ///< ids; they give no candidate. One that is not there does no harm
    std::optional<QDate> retainedOn;     ///< portraits whose retention ended before this day are left out
    SievePath path = SievePath::Fastest; ///< how it is found; what is found does not depend on it
};

/// The `limit` persons nearest to the probe, each by their nearest portrait, ranked by normalised distance: the
/// Euclidean distance divided by the scale of the probe times that of the portrait, which the gallery's cohort gives
/// (cohort.h). Without a cohort that is the distance.
///
/// Exact and the same on every machine for equal templates: differences are squared and summed in double,
/// dimension 0 to 127 in order, without fused multiply-add; the division is by the product of both scales, in double. Equals rank by portrait id. A template
/// with a value that is no finite number is at no distance and gives no candidate. Most rows are never
/// measured so: sieve.h leaves out those that provably cannot be listed.
///
/// Looks at cancel every cancelPeriod portraits and reports portraits. Errors: Cancelled, InvalidArgument for
/// a limit outside 1..SearchSettings::maximumLimit or a probe with a value that is not finite.
base::Result<std::vector<model::Candidate>> nearestPersons(const TemplateMatrix &gallery,
                                                           const model::Template &probe,
                                                           const SearchRequest &request,
                                                           base::Progress &progress);

/// The lists of several probes, each as it would be alone, in one pass over the gallery.
base::Result<std::vector<std::vector<model::Candidate>>>
nearestPersons(const TemplateMatrix &gallery, const std::vector<model::Template> &probes,
               const SearchRequest &request, base::Progress &progress);

constexpr qint64 cancelPeriod = 4096;

/// The exact distance of the contract above.
double distance(const model::Template &a, const model::Template &b);

} // namespace likeness::match
