// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/faceengine.h"
#include "tests/support/testdata.h"

#include <QtGlobal>

#include <mutex>
#include <vector>

namespace likeness::tests
{

/// The shipped engine, whose answers to find() are kept: a test program that makes the same case again and
/// again looks for the same faces. All other calls go to the engine.
class RememberingEngine : public face::FaceEngine
{
public:
    /// One for the whole program; opened at the first call.
    static std::shared_ptr<const face::FaceEngine> shared()
    {
        static const std::shared_ptr<const face::FaceEngine> engine = [] {
            auto opened = face::openFaceEngine(face::ModelFiles::inDirectory(modelsDirectory()));
            if (!opened)
                qFatal("the models are not there; run the installer");
            return std::make_shared<RememberingEngine>(std::move(*opened));
        }();
        return engine;
    }

    explicit RememberingEngine(std::unique_ptr<face::FaceEngine> engine) : m_engine(std::move(engine)) {}

    model::EngineVersion version(const face::DescriberSettings &settings) const override
    {
        return m_engine->version(settings);
    }

    base::Result<std::vector<model::FoundFace>> find(const base::Picture &picture,
                                                     const face::FinderSettings &settings,
                                                     base::Progress &progress,
                                                     const face::FacesSoFar &soFar) const override
    {
        if (const auto known = answerTo(picture, settings); known && !progress.isCancelled()) {
            progress.report(1, 1);
            if (soFar && !known->empty())
                soFar(*known);
            return *known;
        }
        auto faces = m_engine->find(picture, settings, progress, soFar);
        if (faces) {
            const std::lock_guard lock(m_mutex);
            constexpr size_t most = 40; // some 7 MB each
            if (m_answers.size() == most)
                m_answers.erase(m_answers.begin());
            m_answers.push_back({picture, settings, *faces});
        }
        return faces;
    }

    base::Result<model::AlignedChip> align(const base::Picture &picture,
                                           const model::FoundFace &face) const override
    {
        return m_engine->align(picture, face);
    }
    base::Result<HandAligned> alignByHand(const base::Picture &picture, const model::RelativeRect &box,
                                          const std::optional<model::EyePoints> &eyes) const override
    {
        return m_engine->alignByHand(picture, box, eyes);
    }
    base::Result<std::vector<model::Template>>
    describe(const std::vector<model::AlignedChip> &chips,
             const face::DescriberSettings &settings) const override
    {
        return m_engine->describe(chips, settings);
    }

private:
    struct Answer {
        base::Picture picture;
        face::FinderSettings settings;
        std::vector<model::FoundFace> faces;
    };

    std::optional<std::vector<model::FoundFace>> answerTo(const base::Picture &picture,
                                                          const face::FinderSettings &settings) const
    {
        const std::lock_guard lock(m_mutex);
        for (const Answer &answer : m_answers)
            if (answer.settings.smallestFacePx == settings.smallestFacePx &&
                answer.settings.region == settings.region && answer.picture == picture)
                return answer.faces;
        return {};
    }

    std::unique_ptr<face::FaceEngine> m_engine;
    mutable std::mutex m_mutex;
    mutable std::vector<Answer> m_answers;
};

} // namespace likeness::tests
