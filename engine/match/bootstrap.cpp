// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/match/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace likeness::match
{

namespace
{

double percentile(std::vector<double> &values, double share)
{
    const size_t place = std::min(values.size() - 1, size_t(std::floor(share * double(values.size()))));
    std::nth_element(values.begin(), values.begin() + qsizetype(place), values.end());
    return values[place];
}

} // namespace

std::vector<Figure> bootstrapped(size_t persons, const std::function<std::vector<double>(const Weights &)> &statistics,
                                 int samples)
{
    std::vector<Figure> figures;
    for (const double value : statistics(Weights(persons, 1)))
        figures.push_back({value, value, value});
    if (persons == 0)
        return figures;

    std::mt19937_64 random(1);
    std::vector<std::vector<double>> drawn(figures.size());
    for (int sample = 0; sample < samples; ++sample) {
        Weights weights(persons, 0);
        for (size_t i = 0; i < persons; ++i)
            ++weights[random() % persons];
        const std::vector<double> values = statistics(weights);
        for (size_t i = 0; i < figures.size(); ++i)
            if (std::isfinite(values[i]))
                drawn[i].push_back(values[i]);
    }
    for (size_t i = 0; i < figures.size(); ++i)
        if (!drawn[i].empty()) {
            figures[i].low = percentile(drawn[i], 0.025);
            figures[i].high = percentile(drawn[i], 0.975);
        }
    return figures;
}

Figure shareOf(double count, qint64 trials)
{
    if (trials <= 0)
        return {0, 0, 1};
    constexpr double z = 1.959963984540054;
    const double n = double(trials), share = count / n;
    const double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    return {share, std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

} // namespace likeness::match
