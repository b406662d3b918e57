// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/lookalikes.h"

#include "engine/match/blockscan.h"
#include "engine/match/gallerysearch.h"

#include <set>

namespace likeness::match
{

namespace
{

struct Asked {
    size_t candidate;
    quint32 own; ///< the portrait's person
    Scanned portrait;
    double reach; ///< this score or less
    std::set<quint32> persons;
};

} // namespace

base::Outcome countLookAlikes(const TemplateMatrix &gallery, std::vector<model::Candidate> &candidates,
                              base::Progress &progress)
{
    const Columns &columns = gallery.columns();
    std::vector<Asked> all;
    for (size_t i = 0; i < candidates.size(); ++i) {
        const auto row = gallery.rowOf(candidates[i].portrait);
        candidates[i].lookAlikes.reset();
        if (!row)
            continue;
        all.push_back({i,
                       gallery.personNumbers()[*row],
                       Scanned(templateAt(columns, *row), double(columns.cohortScales[*row])),
                       candidates[i].score(),
                       {}});
    }
    const Sieve sieve(SievePath::Fastest);
    for (qint64 first = 0; first < gallery.portraits(); first += Sieve::blockRows) {
        if (first % cancelPeriod == 0 && progress.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, QStringLiteral("search"));
        const int count = int(std::min<qint64>(Sieve::blockRows, gallery.portraits() - first));
        for (Asked &each : all) {
            // The sieve leaves out what is at the reach: those at exactly that score count, so it reaches a little on.
            const auto further = [&] { return each.reach * (1 + 1e-12); };
            scanBlock(columns, sieve, first, count, each.portrait, further, [&](qint64 row, double normalised, double) {
                const quint32 person = gallery.personNumbers()[row];
                if (person != each.own && normalised <= each.reach)
                    each.persons.insert(person);
            });
        }
    }
    for (const Asked &each : all)
        candidates[each.candidate].lookAlikes = qint64(each.persons.size());
    return {};
}

} // namespace likeness::match
