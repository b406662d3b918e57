// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/workstation.h"

#include <map>

namespace likeness::casework
{

/// A year over all cases of a workstation, straight from their chains and without personal data: numbers
/// only.
struct YearStatistics {
    int year = 0;
    qint64 cases = 0; ///< with an entry in that year
    qint64 evidenceItems = 0;
    qint64 searches = 0;
    qint64 nullResults = 0;
    qint64 examinations = 0;
    qint64 verifications = 0;
    qint64 agreements = 0;
    qint64 disagreements = 0;
    qint64 adjudications = 0;
    qint64 leads = 0;
    qint64 overrides = 0;
    qint64 refusedSearches = 0;
    qint64 reports = 0;
    qint64 disclosures = 0;
    qint64 failedSignIns = 0;
    std::map<QString, qint64> conclusions; ///< by conclusionName
    qint64 casesUnreadable = 0; ///< missing, or whose chain does not hold: named apart, never dropped
};
QJsonObject toJson(const YearStatistics &statistics);

/// Reads every case the workstation remembers. By supervisor or auditor (NotAllowed). Reports cases.
base::Result<YearStatistics> statisticsOf(const Workstation &workstation, int year, base::Progress &progress);
/// The figures as signed JSON (PATH and PATH.minisig). Entered as statistics-exported.
base::Outcome exportStatistics(const Workstation &workstation, const YearStatistics &statistics,
                               const QString &path);

} // namespace likeness::casework
