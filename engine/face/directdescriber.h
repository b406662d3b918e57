// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/face/networks.h"

#include <memory>

namespace likeness::face
{

/// dlib's face recognition ResNet run through our own convolutions, one chip at a time: a batch gains 5% at most, and one
/// by one the template of a chip cannot depend on what else is described with it.
std::unique_ptr<Describer> makeDirectDescriber(const DescriberWeights &weights);

} // namespace likeness::face
