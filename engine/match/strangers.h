// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/match/templatematrix.h"

#include <vector>

namespace likeness::match
{

/// What a gallery gives people who are not in it (non-mated probes, ISO/IEC 19795-1). Nobody has pictures of those; but
/// each person of the gallery is one when they are taken out of it and out of its cohort.
struct Stranger {
    model::Template values{};
    QString person; ///< who is taken out
    /// Of the nearest other person, and who that is; infinite and empty when there is nobody.
    double score = 0;
    QString nearest = {};
};

/// What is known of the same persons from an earlier matrix with the same cohort.
struct Earlier {
    std::vector<Stranger> strangers = {};
    std::vector<qint64> newRows = {}; ///< of the gallery that are not in that matrix
};

/// Persons of the gallery, each with their nearest other person: the least score over all portraits of others, as
/// gallerysearch.h ranks them, with the cohort's other members alone.
///
/// Taking a person out makes the scale of portraits near them larger. It is measured again for the lookedAt portraits
/// that come first with the scales of the matrix; those behind are further away by more than one neighbour of ten can
/// move them.
///
/// With `earlier` only the new rows are measured; a stranger whose nearest person is gone is measured whole again.
/// Works on all processors; looks at cancel and reports persons. Cancelled.
base::Result<std::vector<Stranger>> strangersOf(const TemplateMatrix &gallery,
                                                const std::vector<Cohort::Member> &persons, base::Progress &progress,
                                                const Earlier &earlier = {});
constexpr size_t lookedAt = 20;

} // namespace likeness::match
