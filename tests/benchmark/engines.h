// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/casework/workstation.h"

namespace likeness::benchmark
{

/// Both ways through the same weights, opened at the first call. End the program when the models are not
/// there.
const face::FaceEngine &shipped();
const face::FaceEngine &reference();

/// What the verbs need, with the shipped models and a record of its own in `folder`.
std::shared_ptr<casework::Workstation> workstationIn(const QString &folder);

/// The value, or the end of the program.
template <class T>
T must(base::Result<T> result, const char *what)
{
    if (!result)
        qFatal("%s: %s %s", what, qPrintable(base::errorCodeName(result.error().code)),
               qPrintable(result.error().detail));
    return std::move(*result);
}

/// All faces of a picture.
std::vector<model::FoundFace> facesOf(const face::FaceEngine &engine, const base::Picture &picture,
                                      int smallestFacePx);
/// The aligned faces of the sample photographs: a batch to describe.
std::vector<model::AlignedChip> sampleChips();

} // namespace likeness::benchmark
