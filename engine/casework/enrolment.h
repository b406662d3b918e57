// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/gallerysession.h"

namespace likeness::casework {

/// A file to be enrolled, and what is known about it.
struct EnrolmentFile
{
    QString path; ///< absolute
    QString name; ///< as it was named: by the list, or by the path that was given
    QString person;
    model::Provenance provenance;
};

/// The files of a plan in the order they will be enrolled: the CSV's rows, then what the paths hold besides.
/// A named file that is missing is in the list. FileUnreadable and FileDamaged for the CSV; TooLarge for one
/// over 256 MiB.
base::Result<std::vector<EnrolmentFile>> enrolmentFiles(const GallerySession::EnrolmentPlan &plan);

/// The person's reference for a file that no CSV names.
QString personReference(const QString &path, GallerySession::PersonFrom from);

/// The face that a portrait is enrolled with.
struct PortraitFace
{
    model::FoundFace face; ///< in the coordinates of the whole picture
    model::AlignedChip chip;
    bool border = false; ///< found only after a border was put around the picture
};

/// The largest face of at least GallerySession::smallestEyeDistancePx whose quality is suitable or limited.
/// Booking photographs are often cropped so tightly that the finder sees nothing; then it looks once more
/// with a border of a quarter of the picture. The outcome says why there is none: NoFace or LowQuality;
/// Enrolled with a face. Errors as of the engine.
struct PortraitFaceResult
{
    model::EnrolOutcome outcome = model::EnrolOutcome::NoFace;
    PortraitFace found;
};
base::Result<PortraitFaceResult> findPortraitFace(const face::FaceEngine &engine,
                                                  const base::Picture &picture, base::Progress &progress);

} // namespace likeness::casework
