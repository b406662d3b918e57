// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

namespace likeness::benchmark
{

// The floating-point operations that dlib's networks are made of, by their layers: a multiplication and an
// addition are two. An engine that needs fewer of them for the same answer is credited with all.

/// The finder on a picture, over all pyramid levels from the one for `smallestFacePx` to the last that a face
/// fits in. Without the padding between dlib's levels.
double finderOperations(const QSize &picture, int smallestFacePx);
/// One chip of 150x150 through the describer.
double describerOperations();

} // namespace likeness::benchmark
