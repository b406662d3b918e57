// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/engine/casework/fixture.h"

#include <QDir>

namespace likeness::tests
{

inline QStringList vaultOf(const casework::CaseSession &session)
{
    return QDir(session.folder() + "/evidence").entryList(QDir::Files | QDir::Hidden);
}

/// A case with the red-haired woman as evidence, and a gallery that holds her and somebody else.
struct ReadyCase {
    Desk desk;
    std::shared_ptr<casework::CaseSession> file = desk.newCase();
    std::shared_ptr<casework::GallerySession> gallery = desk.newGallery();
    model::EvidenceId evidence;

    ReadyCase()
    {
        base::Progress progress;
        const QString photo = desk.writePicture("photo.bmp", tests::redHairInSample1());
        evidence = file->addEvidence({photo}, progress).value().front().outcome.value().id;
        casework::GallerySession::EnrolmentPlan plan;
        plan.paths = {desk.writePicture("red_0001.bmp", tests::redHairInSample3()),
                      desk.writePicture("other_0001.bmp", tests::otherWoman())};
        gallery->enrol(plan, {}, progress).value();
    }
    model::Probe probe() const
    {
        base::Progress progress;
        const auto faces = file->findFaces(evidence, {}, progress).value();
        return file->makeProbe(evidence, faces.at(0), progress).value();
    }
    model::Search search() const
    {
        base::Progress progress;
        return file->search(probe().id, *gallery, {}, progress).value();
    }
    casework::CaseSession::GalleryFinder finder() const
    {
        return [this](const model::GalleryId &id) {
            return id == gallery->gallery().id ? gallery : std::shared_ptr<casework::GallerySession>();
        };
    }
};

} // namespace likeness::tests
