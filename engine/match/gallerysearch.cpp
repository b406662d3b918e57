// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/gallerysearch.h"

#include "engine/match/blockscan.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace likeness::match
{

namespace
{

using base::ErrorCode;

constexpr double nowhere = std::numeric_limits<double>::infinity();
static_assert(cancelPeriod % Sieve::blockRows == 0);

/// The nearest persons so far, each by the nearest portrait so far. Rows come in order, which is that of the
/// portrait ids: of equal distances the earlier is listed, and who comes later at the last distance is not.
class Nearest
{
public:
    explicit Nearest(int limit) : m_limit(size_t(limit)) {}

    /// Nothing at this normalised distance or beyond can still be listed.
    double reach() const { return m_list.size() < m_limit ? nowhere : m_list.back().normalised; }

    void offer(double normalised, double distance, quint32 person, qint64 row)
    {
        if (!(normalised < reach())) // what is no number is never nearer
            return;
        const auto same = std::find_if(m_list.begin(), m_list.end(),
                                       [person](const Entry &entry) { return entry.person == person; });
        if (same != m_list.end()) {
            if (same->normalised <= normalised)
                return;
            m_list.erase(same);
        } else if (m_list.size() == m_limit) {
            m_list.pop_back();
        }
        const auto place =
            std::upper_bound(m_list.begin(), m_list.end(), normalised,
                             [](double value, const Entry &entry) { return value < entry.normalised; });
        m_list.insert(place, {normalised, distance, person, row});
    }

    std::vector<model::Candidate> candidates(const TemplateMatrix &gallery) const
    {
        std::vector<model::Candidate> list;
        list.reserve(m_list.size());
        const bool isNormalised = gallery.cohort().size() > 0;
        for (const Entry &entry : m_list) {
            const model::EnrolledTemplate row = gallery.row(entry.row);
            list.push_back({int(list.size()) + 1, row.person, row.personReference, row.portrait,
                            row.portraitSha256, entry.distance, 1,
                            isNormalised ? std::optional(entry.normalised) : std::nullopt});
        }
        return list;
    }

private:
    struct Entry {
        double normalised;
        double distance;
        quint32 person;
        qint64 row;
    };
    size_t m_limit;
    std::vector<Entry> m_list; ///< by normalised distance, then row
};

/// Which rows may be listed at all.
struct Admission {
    const TemplateMatrix &gallery;
    std::vector<bool> excluded;
    qint32 firstDay = std::numeric_limits<qint32>::min();

    Admission(const TemplateMatrix &matrix, const SearchRequest &request)
        : gallery(matrix), excluded(matrix.personFlags(request.excludedPersons))
    {
        if (request.retainedOn)
            firstDay = qint32(request.retainedOn->toJulianDay());
    }
    bool admits(qint64 row) const
    {
        const qint32 lastDay = gallery.lastDays()[row];
        return !excluded[gallery.personNumbers()[row]] && (lastDay == 0 || lastDay >= firstDay);
    }
};

struct Asked {
    Scanned probe;
    Nearest nearest;
};

} // namespace

double distance(const float *a, const float *b)
{
    double sum = 0;
    for (size_t i = 0; i < 128; ++i) {
        const double difference = double(a[i]) - double(b[i]);
        sum += difference * difference;
    }
    return std::sqrt(sum);
}

double distance(const model::Template &a, const model::Template &b)
{
    return distance(a.data(), b.data());
}

base::Result<std::vector<std::vector<model::Candidate>>>
nearestPersons(const TemplateMatrix &gallery, const std::vector<model::Template> &probes,
               const SearchRequest &request, base::Progress &progress)
{
    if (request.limit < 1 || request.limit > model::SearchSettings::maximumLimit)
        return base::fail(ErrorCode::InvalidArgument, QStringLiteral("limit"),
                          QString::number(request.limit));
    std::vector<Asked> asked;
    for (const model::Template &probe : probes) {
        if (!std::all_of(probe.begin(), probe.end(), [](float value) { return std::isfinite(value); }))
            return base::fail(ErrorCode::InvalidArgument, QStringLiteral("probe"),
                              QStringLiteral("a value is not finite"));
        asked.push_back({Scanned(probe, double(gallery.cohort().scale(probe))), Nearest(request.limit)});
    }

    const Sieve sieve(request.path);
    const Admission admission(gallery, request);
    for (qint64 first = 0; first < gallery.portraits(); first += Sieve::blockRows) {
        if (first % cancelPeriod == 0) {
            if (progress.isCancelled())
                return base::fail(ErrorCode::Cancelled, QStringLiteral("search"));
            progress.report(first, gallery.portraits());
        }
        const int count = int(std::min<qint64>(Sieve::blockRows, gallery.portraits() - first));
        for (Asked &each : asked) // while the block is in the cache
            scanBlock(
                gallery.columns(), sieve, first, count, each.probe, [&] { return each.nearest.reach(); },
                [&](qint64 row, double normalised, double apart) {
                    if (admission.admits(row))
                        each.nearest.offer(normalised, apart, gallery.personNumbers()[row], row);
                });
    }
    progress.report(gallery.portraits(), gallery.portraits());

    std::vector<std::vector<model::Candidate>> lists;
    for (const Asked &probe : asked)
        lists.push_back(probe.nearest.candidates(gallery));
    return lists;
}

base::Result<std::vector<model::Candidate>> nearestPersons(const TemplateMatrix &gallery,
                                                           const model::Template &probe,
                                                           const SearchRequest &request,
                                                           base::Progress &progress)
{
    return nearestPersons(gallery, std::vector{probe}, request, progress)
        .map([](std::vector<std::vector<model::Candidate>> lists) { return std::move(lists.front()); });
}

} // namespace likeness::match
