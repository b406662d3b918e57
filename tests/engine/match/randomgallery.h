// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/match/gallerysearch.h"

#include <cmath>
#include <random>

namespace likeness::tests {

/// A direction on the unit sphere, as the describer's templates are spread.
inline model::Template randomTemplate(std::mt19937 &random)
{
    std::normal_distribution<float> normal;
    model::Template values;
    float squares = 0;
    for (float &value : values) {
        value = normal(random);
        squares += value * value;
    }
    for (float &value : values)
        value /= std::sqrt(squares);
    return values;
}

/// Portraits of the same person are near each other, like real ones.
inline std::vector<model::EnrolledTemplate> randomGallery(int persons, int portraitsEach, unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<model::EnrolledTemplate> rows;
    for (int person = 0; person < persons; ++person) {
        const model::Template centre = randomTemplate(random);
        for (int i = 0; i < portraitsEach; ++i) {
            model::Template values = centre;
            const model::Template noise = randomTemplate(random);
            for (size_t k = 0; k < values.size(); ++k)
                values[k] += 0.3f * noise[k];
            // Ids in no order that has to do with persons.
            const auto id = QStringLiteral("portrait-%1").arg(random(), 8, 16, QLatin1Char('0'));
            rows.push_back({model::PortraitId(id), model::PersonId(QStringLiteral("person-%1").arg(person)),
                            QStringLiteral("P%1").arg(person), QStringLiteral("sha-%1").arg(id), values, {}});
        }
    }
    return rows;
}

} // namespace likeness::tests
