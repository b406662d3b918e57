// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/gallerysearch.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <limits>

namespace likeness::match {

namespace {

constexpr qint64 cancelPeriod = 4096;
constexpr double nowhere = std::numeric_limits<double>::infinity();

/// A person's portrait nearest to the probe. Rows are sorted by portrait id, so the lower row is the lower
/// id.
struct Nearest
{
    double distance = nowhere;
    qint64 row = 0;
    friend bool operator<(const Nearest &a, const Nearest &b)
    {
        return a.distance != b.distance ? a.distance < b.distance : a.row < b.row;
    }
};

} // namespace

TemplateMatrix::TemplateMatrix(std::vector<model::EnrolledTemplate> rows) : m_rows(std::move(rows))
{
    std::sort(m_rows.begin(), m_rows.end(),
              [](const auto &a, const auto &b) { return a.portrait < b.portrait; });
    QHash<model::PersonId, quint32> numbers;
    m_personNumbers.reserve(m_rows.size());
    for (const model::EnrolledTemplate &row : m_rows) {
        const auto known = numbers.constFind(row.person);
        const quint32 number = known != numbers.constEnd() ? *known : quint32(numbers.size());
        if (known == numbers.constEnd())
            numbers.insert(row.person, number);
        m_personNumbers.push_back(number);
    }
    m_persons = numbers.size();
}

double distance(const model::Template &a, const model::Template &b)
{
    double sum = 0;
    for (size_t i = 0; i < a.size(); ++i) {
        const double difference = double(a[i]) - double(b[i]);
        sum += difference * difference;
    }
    return std::sqrt(sum);
}

base::Result<std::vector<model::Candidate>> nearestPersons(const TemplateMatrix &gallery,
                                                           const model::Template &probe, int limit,
                                                           base::Progress &progress)
{
    if (limit < 1 || limit > model::SearchSettings::maximumLimit)
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("limit"), QString::number(limit));
    if (!std::all_of(probe.begin(), probe.end(), [](float value) { return std::isfinite(value); }))
        return base::fail(base::ErrorCode::InvalidArgument, QStringLiteral("probe"),
                          QStringLiteral("a value is not finite"));

    std::vector<Nearest> nearest(size_t(gallery.persons()));
    const auto &rows = gallery.rows();
    for (qint64 row = 0; row < gallery.portraits(); ++row) {
        if (row % cancelPeriod == 0) {
            if (progress.isCancelled())
                return base::fail(base::ErrorCode::Cancelled, QStringLiteral("search"));
            progress.report(row, gallery.portraits());
        }
        const double d = distance(rows[size_t(row)].values, probe);
        Nearest &best = nearest[gallery.personNumbers()[size_t(row)]];
        if (d < best.distance) // an equal distance keeps the lower portrait id; NaN is never nearer
            best = {d, row};
    }
    progress.report(gallery.portraits(), gallery.portraits());

    std::erase_if(nearest, [](const Nearest &n) { return n.distance == nowhere; });
    const auto listed = std::min(nearest.size(), size_t(limit));
    std::partial_sort(nearest.begin(), nearest.begin() + qint64(listed), nearest.end());

    std::vector<model::Candidate> candidates;
    candidates.reserve(listed);
    for (size_t i = 0; i < listed; ++i) {
        const model::EnrolledTemplate &row = rows[size_t(nearest[i].row)];
        candidates.push_back({int(i) + 1, row.person, row.personReference, row.portrait, row.portraitSha256,
                              nearest[i].distance});
    }
    return candidates;
}

} // namespace likeness::match
