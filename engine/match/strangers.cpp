// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/strangers.h"

#include "engine/base/parallel.h"
#include "engine/match/blockscan.h"

#include <algorithm>
#include <limits>

namespace likeness::match
{

namespace
{

constexpr double nowhere = std::numeric_limits<double>::infinity();

/// Rows by how near they come with the scales that the matrix has.
struct Row {
    double score;
    double distance;
    qint64 number;
};

class Search
{
public:
    explicit Search(const TemplateMatrix &gallery) : m_gallery(gallery), m_sieve(SievePath::Fastest) {}

    /// Lets what is nearer than the stranger's score replace it; of `rows` alone, if there are any.
    void look(Stranger &stranger, quint32 own, const std::vector<qint64> *rows) const
    {
        const Columns &columns = m_gallery.columns();
        const Scanned probe(stranger.values, double(m_gallery.cohort().scale(stranger.values, stranger.person)));
        std::vector<Row> nearest;
        const auto reach = [&] { return nearest.size() < lookedAt ? nowhere : nearest.back().score; };
        const auto take = [&](qint64 row, double score, double apart) {
            if (m_gallery.personNumbers()[row] == own || !(score < reach()))
                return;
            const auto place = std::upper_bound(nearest.begin(), nearest.end(), score,
                                                [](double value, const Row &each) { return value < each.score; });
            nearest.insert(place, {score, apart, row});
            if (nearest.size() > lookedAt)
                nearest.pop_back();
        };
        if (rows)
            for (const qint64 row : *rows)
                scanRow(columns, m_sieve, row, probe, reach, take);
        for (qint64 first = 0; !rows && first < m_gallery.portraits(); first += Sieve::blockRows)
            scanBlock(columns, m_sieve, first, int(std::min<qint64>(Sieve::blockRows, m_gallery.portraits() - first)),
                      probe, reach, take);
        for (const Row &row : nearest) {
            const QString person = m_gallery.personId(m_gallery.personNumbers()[row.number]);
            const float without = m_gallery.cohort().scale(templateAt(columns, row.number), person, stranger.person);
            const double score = row.distance / (probe.scale * double(without));
            if (score < stranger.score) {
                stranger.score = score;
                stranger.nearest = person;
            }
        }
    }

private:
    const TemplateMatrix &m_gallery;
    Sieve m_sieve;
};

} // namespace

base::Result<std::vector<Stranger>> strangersOf(const TemplateMatrix &gallery,
                                                const std::vector<Cohort::Member> &persons, base::Progress &progress,
                                                const Earlier &earlier)
{
    QHash<QString, quint32> numbers; // of all persons
    for (qint64 person = 0; person < gallery.persons(); ++person)
        numbers.insert(gallery.personId(quint32(person)), quint32(person));
    std::vector<Stranger> strangers;
    for (const Cohort::Member &each : persons)
        strangers.push_back({each.values, each.person, nowhere});
    std::vector<bool> isWhole(strangers.size(), true);
    for (size_t i = 0; i < strangers.size() && earlier.strangers.size() == strangers.size(); ++i) {
        const Stranger &before = earlier.strangers[i];
        if (before.person != strangers[i].person || before.values != strangers[i].values ||
            !numbers.contains(before.nearest))
            continue;
        strangers[i] = before;
        isWhole[i] = false;
    }

    const Search search(gallery);
    const auto caller = std::this_thread::get_id();
    base::inParallel(strangers.size(), [&](size_t i) {
        if (progress.isCancelled())
            return;
        const quint32 own = numbers.value(strangers[i].person, std::numeric_limits<quint32>::max());
        search.look(strangers[i], own, isWhole[i] ? nullptr : &earlier.newRows);
        if (std::this_thread::get_id() == caller)
            progress.report(qint64(i), qint64(strangers.size()));
    });
    if (progress.isCancelled())
        return base::fail(base::ErrorCode::Cancelled, QStringLiteral("strangers"));
    return strangers;
}

} // namespace likeness::match
