// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/projection.h"
#include "engine/match/evaluation.h"

namespace likeness::benchmark
{

/// As engine/face/projection.h says. Persons who appear under two names are left out.
face::Projection fittedProjection(const match::EvaluatedFaces &faces);

} // namespace likeness::benchmark
