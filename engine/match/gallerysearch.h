// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/result.h"
#include "engine/model/casefile.h"
#include "engine/model/gallery.h"

#include <vector>

namespace likeness::match {

/// All templates of one engine version of a gallery, at one moment, ready to be searched. Immutable after
/// construction, so it may be searched from several threads.
class TemplateMatrix
{
public:
    /// Rows may come in any order; they are kept sorted by portrait id.
    explicit TemplateMatrix(std::vector<model::EnrolledTemplate> rows);

    qint64 portraits() const { return qint64(m_rows.size()); }
    qint64 persons() const { return m_persons; }
    const std::vector<model::EnrolledTemplate> &rows() const { return m_rows; }
    /// For each row the number of its person, 0 to persons() - 1.
    const std::vector<quint32> &personNumbers() const { return m_personNumbers; }

private:
    std::vector<model::EnrolledTemplate> m_rows;
    std::vector<quint32> m_personNumbers;
    qint64 m_persons = 0;
};

/// The `limit` persons nearest to the probe, each by their nearest portrait, ranked by Euclidean distance.
///
/// Exact and the same on every machine for equal templates: differences are squared and summed in double,
/// dimension 0 to 127 in order, without fused multiply-add. Equal distances rank by portrait id. Looks at
/// cancel every 4,096 portraits and reports portraits. A template with a value that is no finite number is
/// at no distance and gives no candidate. Errors: Cancelled, InvalidArgument for a limit outside
/// 1..SearchSettings::maximumLimit or a probe with such a value.
base::Result<std::vector<model::Candidate>> nearestPersons(const TemplateMatrix &gallery,
                                                           const model::Template &probe, int limit,
                                                           base::Progress &progress);

/// The exact distance of the contract above.
double distance(const model::Template &a, const model::Template &b);

} // namespace likeness::match
