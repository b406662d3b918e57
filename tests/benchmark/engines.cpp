// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmark/engines.h"

#include "tests/benchmark/pictures.h"
#include "tests/support/testdata.h"

namespace likeness::benchmark
{

const face::FaceEngine &shipped()
{
    static const auto engine = must(
        face::openFaceEngine(face::ModelFiles::inDirectory(tests::modelsDirectory())), "the face engine");
    return *engine;
}

const face::FaceEngine &reference()
{
    static const auto engine =
        must(face::openReferenceEngine(face::ModelFiles::inDirectory(tests::modelsDirectory())),
             "dlib's networks");
    return *engine;
}

std::shared_ptr<casework::Workstation> workstationIn(const QString &folder)
{
    casework::Workstation::Means means;
    means.clock = std::make_shared<base::SystemClock>();
    means.decoder = must(media::makeProcessDecoder(), "the decoder");
    means.models = face::ModelFiles::inDirectory(tests::modelsDirectory());
    means.actor = model::Actor::ofThisProcess();
    means.record = must(store::WorkstationStore::open(folder, means.actor, *means.clock), "the workstation's record");
    return std::make_shared<casework::Workstation>(std::move(means));
}

std::vector<model::FoundFace> facesOf(const face::FaceEngine &engine, const base::Picture &picture,
                                      int smallestFacePx)
{
    face::FinderSettings settings;
    settings.smallestFacePx = smallestFacePx;
    base::Progress progress;
    return must(engine.find(picture, settings, progress), "finding faces");
}

std::vector<model::AlignedChip> sampleChips()
{
    std::vector<model::AlignedChip> chips;
    for (int i = 0; i < samplePhotographs; ++i) {
        const base::Picture picture = samplePicture(i, {1920, 1280});
        for (const model::FoundFace &face : facesOf(shipped(), picture, 80))
            chips.push_back(must(shipped().align(picture, face), "aligning a face"));
    }
    return chips;
}

} // namespace likeness::benchmark
