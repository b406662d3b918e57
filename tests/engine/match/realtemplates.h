// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/media/mediadecoder.h"
#include "engine/match/gallerysearch.h"
#include "tests/support/rememberingengine.h"

#include <random>

namespace likeness::tests
{

/// The templates of the faces in the six sample photographs, made once in a program.
inline const std::vector<model::Template> &realTemplates()
{
    static const std::vector<model::Template> templates = [] {
        const auto engine = RememberingEngine::shared();
        std::vector<model::Template> all;
        for (int number = 1; number <= 6; ++number) {
            base::Progress progress;
            const QString path = QStringLiteral("%1/sample%2.jpg").arg(samplesDirectory()).arg(number);
            const auto picture = media::makeProcessDecoder().value()->decodeFile(path, progress).value().picture;
            face::FinderSettings settings;
            settings.smallestFacePx = 80;
            const auto faces = engine->find(picture, settings, progress, {});
            std::vector<model::AlignedChip> chips;
            for (const auto &found : faces.value())
                chips.push_back(engine->align(picture, found).value());
            const auto described = engine->describe(chips, {}).value();
            all.insert(all.end(), described.begin(), described.end());
        }
        return all;
    }();
    return templates;
}

/// One of them, moved by normal noise of `noise` in each dimension.
inline model::Template nearRealTemplate(std::mt19937 &random, float noise)
{
    const auto &templates = realTemplates();
    std::normal_distribution<float> normal(0, noise);
    model::Template values = templates[random() % templates.size()];
    for (float &value : values)
        value += normal(random);
    return values;
}

} // namespace likeness::tests
