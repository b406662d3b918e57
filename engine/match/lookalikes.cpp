// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/lookalikes.h"

#include "engine/match/gallerysearch.h"

#include <algorithm>
#include <set>

namespace likeness::match
{

namespace
{

struct Asked {
    size_t candidate;
    qint64 row;
    model::Template values;
    QuantisedProbe quantised;
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
        model::Template values;
        std::copy_n(columns.values + *row * 128, values.size(), values.begin());
        all.push_back({i, *row, values, quantisedProbe(values), candidates[i].score(), {}});
    }
    const Sieve sieve(SievePath::Fastest);
    for (qint64 first = 0; first < gallery.portraits(); first += Sieve::blockRows) {
        if (first % cancelPeriod == 0 && progress.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, QStringLiteral("search"));
        const int count = int(std::min<qint64>(Sieve::blockRows, gallery.portraits() - first));
        for (Asked &each : all) {
            quint16 passed[Sieve::blockRows];
            const double own = double(columns.cohortScales[each.row]);
            // The sieve leaves out what is at the reach: those at exactly that score count, so it reaches a little on.
            const double further = each.reach * (1 + 1e-12);
            const int found = sieve.coarse(columns, first, count, each.quantised, further * own, passed);
            for (int i = 0; i < found; ++i) {
                const qint64 row = first + passed[i];
                const quint32 person = gallery.personNumbers()[row];
                const double scale = own * double(columns.cohortScales[row]);
                if (person == gallery.personNumbers()[each.row] ||
                    !sieve.fine(columns.values + row * 128, each.values, further * scale))
                    continue;
                model::Template values;
                std::copy_n(columns.values + row * 128, values.size(), values.begin());
                if (distance(values, each.values) / scale <= each.reach)
                    each.persons.insert(person);
            }
        }
    }
    for (const Asked &each : all)
        candidates[each.candidate].lookAlikes = qint64(each.persons.size());
    return {};
}

} // namespace likeness::match
