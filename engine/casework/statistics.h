// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/workstation.h"

#include <map>

namespace likeness::casework
{

/// A year (UTC) over all cases of a workstation, straight from their chains and without personal data:
/// numbers only. What accounts agreed on is asked of the records that the chains seal. Cases made in the
/// other mode (training or not) do not count.
struct YearStatistics {
    int year = 0;
    qint64 cases = 0; ///< with an entry in that year
    qint64 evidenceItems = 0;
    qint64 searches = 0;
    qint64 nullResults = 0;
    qint64 examinations = 0;
    qint64 verifications = 0;
    qint64 agreements = 0;
    qint64 disagreements = 0; ///< settled or not
    qint64 adjudications = 0;
    qint64 leads = 0; ///< that became one in that year
    qint64 overrides = 0;
    qint64 refusedSearches = 0;
    qint64 reports = 0;
    qint64 disclosures = 0;
    qint64 failedSignIns = 0;
    std::map<QString, qint64> conclusions; ///< of examinations, by conclusionName; every name is there
    qint64 casesUnreadable =
        0; ///< missing, rolled back, or whose chain does not hold: named apart, never dropped
};
QJsonObject toJson(const YearStatistics &statistics);
/// The same as two columns, "figure,number".
QByteArray toCsv(const YearStatistics &statistics);

/// Reads every case the workstation remembers and verifies its chain; changes nothing in it. By supervisor or
/// auditor (NotAllowed, NotSignedIn). Reports cases; looks at cancel before each and while verifying.
base::Result<YearStatistics> statisticsOf(const Workstation &workstation, int year, base::Progress &progress);
/// The figures as signed JSON (PATH and PATH.minisig), or as CSV when the name ends in .csv. Entered as
/// statistics-exported. By supervisor or auditor.
base::Outcome exportStatistics(const Workstation &workstation, const YearStatistics &statistics,
                               const QString &path);

} // namespace likeness::casework
