// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/strangers.h"

#include "engine/match/gallerysearch.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <thread>

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
        const double scale = double(m_gallery.cohort().scale(stranger.values, stranger.person));
        std::vector<Row> nearest;
        if (rows)
            for (const qint64 row : *rows)
                offer(stranger, own, scale, row, nearest);
        else
            lookAtAll(stranger, own, scale, nearest);
        for (const Row &row : nearest) {
            const QString person = m_gallery.personId(m_gallery.personNumbers()[row.number]);
            const float without = m_gallery.cohort().scale(valuesOf(row.number), person, stranger.person);
            const double score = row.distance / (scale * double(without));
            if (score < stranger.score) {
                stranger.score = score;
                stranger.nearest = person;
            }
        }
    }

private:
    void lookAtAll(const Stranger &stranger, quint32 own, double scale, std::vector<Row> &nearest) const
    {
        const QuantisedProbe probe = quantisedProbe(stranger.values);
        quint16 passed[Sieve::blockRows];
        for (qint64 first = 0; first < m_gallery.portraits(); first += Sieve::blockRows) {
            const int count = int(std::min<qint64>(Sieve::blockRows, m_gallery.portraits() - first));
            const int found = m_sieve.coarse(m_gallery.columns(), first, count, probe, reachOf(nearest) * scale, passed);
            for (int i = 0; i < found; ++i)
                offer(stranger, own, scale, first + passed[i], nearest);
        }
    }

    static double reachOf(const std::vector<Row> &nearest)
    {
        return nearest.size() < lookedAt ? nowhere : nearest.back().score;
    }

    void offer(const Stranger &stranger, quint32 own, double scale, qint64 number, std::vector<Row> &nearest) const
    {
        const Columns &columns = m_gallery.columns();
        const float *values = columns.values + number * 128;
        const double both = scale * double(columns.cohortScales[number]);
        const double reach = reachOf(nearest);
        if (m_gallery.personNumbers()[number] == own ||
            (reach < nowhere && !m_sieve.fine(values, stranger.values, reach * both)))
            return;
        const double apart = distance(valuesOf(number), stranger.values);
        if (!(apart / both < reach))
            return;
        const auto place = std::upper_bound(nearest.begin(), nearest.end(), apart / both,
                                            [](double score, const Row &each) { return score < each.score; });
        nearest.insert(place, {apart / both, apart, number});
        if (nearest.size() > lookedAt)
            nearest.pop_back();
    }

    model::Template valuesOf(qint64 row) const
    {
        model::Template values;
        std::copy_n(m_gallery.columns().values + row * 128, values.size(), values.begin());
        return values;
    }

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
    std::atomic<size_t> next = 0;
    const auto work = [&](bool reports) {
        for (size_t i = next++; i < strangers.size() && !progress.isCancelled(); i = next++) {
            const quint32 own = numbers.value(strangers[i].person, std::numeric_limits<quint32>::max());
            search.look(strangers[i], own, isWhole[i] ? nullptr : &earlier.newRows);
            if (reports)
                progress.report(qint64(i), qint64(strangers.size()));
        }
    };
    {
        std::vector<std::jthread> others;
        for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i)
            others.emplace_back(work, false);
        work(true);
    }
    if (progress.isCancelled())
        return base::fail(base::ErrorCode::Cancelled, QStringLiteral("strangers"));
    return strangers;
}

} // namespace likeness::match
